"""A veto in a question: whether one is spoken of, where the word is a verb, and who is said to have cast it.

"Did Russia veto the Gaza text" says who did what, and is no nickname of a vote; "the Crimea veto" is one.
"""

from __future__ import annotations

import re

from bot.question import Flag, MemberMention
from bot.understand.lists import LIST
from bot.understand.patterns import any_of, any_word, compiled, later
from bot.understand.shape import DAYS, NAME, Mention, Shape
from bot.understand.spans import Span
from store.words import fold

# The word in English and in the five languages, folded: "vetó" and "veto" are one here.
_FORMS = r"vet(?:o(?:s|es|ed|ing|recht|rechts)?|i|ar|aron|ado|ada|ados|adas|ou|aram|ata|ato|ava|aba)"
_WORD = re.compile(rf"\b{_FORMS}\b")
_OWN = any_word("its their his her a the another no son leur un sa su sus el seu sua o il suo la sein ihr ein ihre seine")
_USED = any_of(
    r"us(?:e|ed|es|ing)\b",
    any_word(r"cast\w* exercis\w* wield\w* invok\w* threaten\w* put mis oppos\w* uso usaron usou usaram posto puesto eingelegt"),
)
_ON = any_word("on about concerning regarding over against sur sobre sul")
# The veto as such: "how did Chile vote on the veto initiative", "on limiting the veto".
_AS_MATTER = compiled(
    rf"\b{_FORMS} (?:initiatives?|powers?|rights?|reforms?|debates?|questions?|procedures?|abuse|restraint|code)\b",
    rf"\b{_ON} (?:\w+ ){{0,3}}?(?:use|right|power|abuse) of (?:the |a |any )?{_FORMS}\b",
    rf"\b{_ON} (?:\w+ ){{0,2}}?(?:abolish\w*|limit\w*|restrict\w*|curb\w*|restrain\w*|regulat\w*) (?:\w+ ){{0,3}}{_FORMS}\b",
    rf"\b(?:initiative|vetoinitiative) (?:sur|sobre|sul|zum|del|do) (?:le |el |o |il )?{_FORMS}\b",
    r"\bvetoinitiative\b",
)
_WAS_USED = re.compile(rf"\b{_USED} (?:\w+ ){{0,3}}$")
# What took the place of a veto: "abstained instead of vetoing it".
_WITHOUT = re.compile(rf"\b(?:instead of|rather than|without|short of|refrain\w* from) (?:\w+ ){{0,2}}{_FORMS}\b")

_OBJECT = any_of(
    any_word("the a an any this that these those it its his their our all both every each some one two three"),
    any_word("le la les l un une el los las una o os as um uma il lo gli i den die das der ein eine einen"),
)
_AUXILIARY = any_word("did does do didn't doesn't don't didnt will would could can may might should must never not n't to")
_VERB = compiled(
    r"\b(?:vetoed|vetoing|vetaron|vetou|vetaram|vetado|vetada)\b",
    # veto the text; and not "the Gaza veto"
    rf"\bveto(?:es)?(?= {_OBJECT})",
    # did Russia veto Gaza texts
    r"(?:(?<=\bdid )|(?<=\bto )|(?<=\bnot ))veto\b",
    rf"\b{_OWN} veto\b",
    r"\bveto eingelegt\b",
)
_AFTER_AUXILIARY = re.compile(rf"\b{_AUXILIARY} (?:[^\s,;:?!]+ ){{1,6}}(veto)\b")
_ACCENTED = re.compile(r"(?<!\w)vetó(?!\w)", re.IGNORECASE)

_VERB_ENDINGS = ("vetoed", "vetoing", "vetaron", "vetou", "vetaram", "vetado")
_BESIDE = any_of(
    any_word("also then again really actually both all ever never just not only alone so did had has have has did didn't"),
    r"' s",
    "'s",
    DAYS,
    rf"{_USED}",
    any_word("its their his her a the another first second third last latest recent"),
    "(?:in|on) ",
)
_BY_THEM = later(rf"(?P<who>{LIST})(?:{_BESIDE} )*(?:veto\w*|vetaron|vetou|vetaram|vetado)\b")
# "the draft on Sudan vetoed in 2024" was not vetoed by Sudan, nor was "the Venezuela veto" Venezuela's
_MATTER_BEFORE = later(r"\b(?:on|about|over|against|in|of|to|for|from|concerning|regarding|sur|sobre|zu|sul|sulla) (?:the )?$")
_ASKED_BEFORE = later(r"\b(?:did|does|do|has|have|had|didn't|will|would|could) (?:the )?$")
PERMANENT = frozenset({"CHN", "FRA", "GBR", "RUS", "SUN", "USA"})  # Article 23 of the Charter
_BEFORE_NAME = later(rf"(?P<who>{LIST})(?P<name>{NAME})")
_BY_WHOM = later(rf"\b(?:veto\w*|vetad[oa]) (?:\w+ ){{0,2}}?(?:by|cast by|from) (?:the )?(?P<who>{LIST})")


def speaks_of_veto(*texts: str) -> bool:
    """Whether any of these readings of a question speaks of a veto cast, and not of the veto as a matter voted on."""
    return any(_is_cast(fold(text)) for text in texts)


def _is_cast(folded: str) -> bool:
    aside = [m.span() for m in _WITHOUT.finditer(folded)]
    aside += [m.span() for m in _AS_MATTER.finditer(folded) if not _WAS_USED.search(folded[: m.start()])]
    return any(not any(start <= m.start() < end for start, end in aside) for m in _WORD.finditer(folded))


def veto_verbs_in(text: str, folded: str) -> list[Span]:
    """Where the word says that somebody vetoed something; `folded`: the same text, character for character."""
    found = [m.span() for m in _VERB.finditer(folded)]
    found += [m.span(1) for m in _AFTER_AUXILIARY.finditer(folded)]
    return [*found, *(m.span() for m in _ACCENTED.finditer(text))]


def vetoers_in(shape: Shape) -> tuple[MemberMention, ...]:
    """The states that are said to have cast it: "the text that Russia and China vetoed", "vetoed by Britain"."""
    line = shape.line
    found = [m for m in _BY_THEM.finditer(line) if not _MATTER_BEFORE.search(line, 0, m.start("who"))]
    spans = [m.span("who") for m in found if _is_verb(m, line) or _holds_permanent(shape.mentions_in(*m.span("who")))]
    spans += [m.span("who") for m in _BY_WHOM.finditer(line)]
    # "Russia veto Gaza": the rest of which is the nickname of other vetoes.
    beside = [m for m in _BEFORE_NAME.finditer(shape.line) if _opens_with_veto(shape.mentions[m["name"]])]
    spans += [m.span("who") for m in beside]
    return tuple(dict.fromkeys(m for span in spans for m in shape.mentions_in(*span) if isinstance(m, MemberMention)))


def _is_verb(found: re.Match[str], line: str) -> bool:
    return found[0].rstrip().endswith(_VERB_ENDINGS) or _ASKED_BEFORE.search(line, 0, found.start("who")) is not None


def _holds_permanent(mentions: tuple[Mention, ...]) -> bool:
    return any(not PERMANENT.isdisjoint(m.codes) for m in mentions if isinstance(m, MemberMention))


def _opens_with_veto(name: Mention) -> bool:
    return _WORD.match(fold(name.words)) is not None


def veto_flag(text: str, folded: str) -> frozenset[Flag]:
    """The flag of a question that speaks of a veto, as written or as put into English."""
    return frozenset({Flag.VETO}) if speaks_of_veto(text, folded) else frozenset()
