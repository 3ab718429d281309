"""What a question takes back as it goes: "Nigeria, not Niger", "France - sorry, Spain", "not 2008, I meant 2005"."""

from __future__ import annotations

from bot.question import DayRange
from bot.understand.patterns import later
from bot.understand.roles import named_by, states_in
from bot.understand.shape import DAYS, NAME, STATE, Mention, Shape

_DENIED = later(
    rf"(?:^|(?<=[,.;:(–—-] )|(?<={STATE} ))(?:and )?not (?:(?:the|in|on|from) )*(?P<who>{STATE}|{DAYS}) (?=[,.;:!?)–—-]|$|but\b)"
)
_TAKES_BACK = r"(?:sorry|i mean|i meant|scratch that|make (?:that|it)|correction|let's say)\b"
_SORRY = later(_TAKES_BACK)
# the Vatican no , but San Marino : how did they vote
_SET_ASIDE_FIRST = later(
    rf"^(?:(?:well|ok|so) (?:, )?)*(?:the )?(?P<who>{STATE}) (?:, )?(?:no|not) (?:, )?but (?:the )?{STATE} [:,;–—-]"
)
# the two Congos ... no sorry , the two Yemens; in 2019 , I mean 2018
_CORRECTED = later(
    rf"(?P<cut>(?:(?:the|in|on) )?(?:(?:two|both) )?(?:{STATE}|{DAYS}|{NAME}|[^\W\d_]+) (?:[.,?(–—-] )*"
    r"(?:(?:no|oh|er|erm|wait|oops|ah|actually) (?:, )?)*"
    rf"{_TAKES_BACK} (?:[.,:–—-] )*)"
    rf"(?:(?:the|in|on) )?(?:(?:two|both) )?(?:{STATE}|{DAYS}|{NAME})"
)
_WHOSE_NEIGHBOURS = later(
    rf"(?P<who>{STATE}) (?:' )?(?:'s |s )(?:neighbou?rs?|allies|ally|partners?|rivals?) (?:[:,(–—-] )?(?={STATE})"
)
_DOES = r"(?:\w+ )?(?:vot|abst|oppos|support|back|reject|endors|approv|said|cho[os])"
# not Niger but Mali opposed it; Mali, not Niger, opposed it
_SET_AGAINST = later(rf"\bnot (?:the )?{STATE} but (?:the )?{STATE} {_DOES}|{STATE} , not (?:the )?{STATE} , {_DOES}")


def denied_in(shape: Shape) -> tuple[Mention, ...]:
    """States and times named only to be set aside: "Nigeria, not Niger", "not 2008, I meant 2005"."""
    denied = (*named_by(_DENIED, shape), *named_by(_SET_ASIDE_FIRST, shape), *named_by(_WHOSE_NEIGHBOURS, shape))
    days = sum(isinstance(m, DayRange) for m in shape.mentions.values())
    of_states = () if _SET_AGAINST.search(shape.line) else tuple(m for m in denied if not isinstance(m, DayRange))
    of_days = tuple(m for m in denied if isinstance(m, DayRange))
    return (*(of_states if len(of_states) < len(states_in(shape)) else ()), *(of_days if len(of_days) < days else ()))


def taken_back_in(shape: Shape) -> tuple[int, int] | None:
    """Where in the text words stand that its writer takes back: "France - sorry, Spain" asks about Spain; None without any."""
    # Most questions hold none of the words, and looking for what may stand before them takes long in a line of many states.
    match = _CORRECTED.search(shape.line) if _SORRY.search(shape.line) else None
    return (shape.offsets[match.start("cut")], shape.offsets[match.end("cut")]) if match else None
