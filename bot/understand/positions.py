"""Words for a position -> the position: "who was against", "sat it out", "no-shows"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.understand.patterns import any_of, any_word, compiled, later
from bot.understand.shape import DAYS, STATE
from store.facts import Position

_DID_NOT = r"(?:didn't|did not|didnt|don't|do not|does not|hasn't|has not|not|never)"
_HOW = any_of(any_word("against no for yes with differently alike like down"), "in favou?r", "the same", "on (?:its|their) own")

AWAY = (
    rf"(?:{_DID_NOT}|doesn't) (?:cast a vote|cast|take part|participat\w*)",
    # and not "did not vote against"
    rf"{_DID_NOT} (?:vote|voted|voting)\b(?! {_HOW})",
    r"non ?-? ?voting",
    r"no ?-? ?shows?\b",
    r"\babsent\b",
    r"\babsentees?\b",
    r"missing from",
    r"stayed away",
    rf"{_DID_NOT} (?:show|turn|showed|turned) up",
    r"\bmissed (?:the|this|that)\b",
    r"skipped",
)
"""Ways of saying that a state cast no vote."""

_ABSTAIN = (
    r"abst[aei]+n\w*",
    r"abstention\w*",
    r"(?:sat|sit|sits|sitting) (?:(?:it|this|that|them|these)(?: one)? )?out",
    r"on the fence",
)
_NO = (
    rf"vot\w+(?: \w+){{0,2}}(?: {DAYS}| :)? (?:against|no|nay)\b(?! one)",
    r"votes? against",
    r"vot\w+ (?:it|this|that|them) down",
    r"(?:said|say|says|saying) no\b",
    # which eight states were against
    r"\b\w+ (?:was|were|is|are|states?|countr\w+|members?|nations|ones?|eight) (?:\w+ )?against\b",
    r"(?:countr\w+|states|members|nations|names|list|only|with) (?:\w+ ){0,2}against\b",
    r"\boppos\w+",
    r"reject(?:ed|ing) (?:the|it)",
    # did Israel also reject ES-11/7; and not "the text of Israel was rejected"
    rf"{STATE} (?:(?!was |were |is |be |been )[\w']+ ){{0,3}}reject(?:s|ed)?\b",
    r"\bnays?\b",
    r"\bnegative votes?\b",
    r"\bnaysay\w*",
    r"\bnoes\b",
    r"\bno votes?\b",
    r"\b(?:lone|only|sole|first|a|the) no\b",
    r"\bno side\b",
    r"\bnos\b",
    # Hungary: no. Who was against? The US (against)
    r": no\b",
    r"against \?",
    r"\bvot\w+ to (?:reject|oppose|block)\b",
    r"against (?:it|this|that|them)\b",
    rf"\bfirst {STATE} (?:' )?(?:s )?no\b",
    r"against [,;)]",
    r"against $",
    r"(?:didn't|did not|didnt|refus\w+ to|would not|wouldn't) (?:back|support)",
    r"side\w* with (?:\w+ )*(?:on|in)\b(?=.*\bno\b)",
)
_YES = (
    rf"vot\w+(?: \w+){{0,2}}(?: {DAYS}| :)? (?:for|yes|yea|aye|in favou?r)\b",
    r"in favou?r\b",
    r"\bsupport(?:ed|s|ing|ers?)?\b",
    r"\bback(?:ed|s|ing)\b",
    r"\bback (?:it|the|this)\b",
    r"\bapprov\w+",
    r"(?:said|say|says) yes\b",
    r"\byes votes?\b",
    r"\bayes\b",
    r"\bendorsed?\b",
    r"\bvotes? for\b",
    r"\bthe yes\b",
    rf"\bfirst {STATE} (?:' )?(?:s )?yes\b",
    r"\byes side\b",
    r"\baffirmative votes?\b",
    # voted to condemn it; and not "voted to keep the embargo"
    r"\bvot\w+ to (?!reject|oppose|block|abstain|not\b|veto|keep|maintain|retain|continue|uphold)[a-z]{3,}",
)

POSITIONS: dict[Position, re.Pattern[str]] = {
    Position.NON_VOTING: compiled(*AWAY),
    Position.ABSTAIN: compiled(*_ABSTAIN),
    Position.NO: compiled(*_NO),
    Position.YES: compiled(*_YES),
}


_SIDE = r"(?:yes|no|abst\w+|against|for|in favou?r|supporting|opposing)"
_MOVED = re.compile(
    rf"\bfrom (?:an? |voting |voted )?(?P<before>{_SIDE}) (?:vote )?(?:to|into) (?:an? |voting |voted )?(?P<after>{_SIDE})\b"
)
_SIDES = {
    "y": Position.YES, "f": Position.YES, "i": Position.YES, "s": Position.YES,
    "n": Position.NO, "o": Position.NO, "ag": Position.NO, "ab": Position.ABSTAIN,
}  # fmt: skip


def moved_in(line: str) -> tuple[Position, Position] | None:
    """The change that is asked about: "from yes to no"."""
    match = _MOVED.search(line)
    return (_side(match["before"]), _side(match["after"])) if match else None


def _side(word: str) -> Position:
    return _SIDES.get(word[:2]) or _SIDES[word[0]]


_TURNING = any_of(
    any_word("slide slid slides sliding drift drifted drifting return returned returning revert reverted reverting drop dropped"),
    any_word("fall fell swing swung tilt tilted warm warmed cool cooled shift shifted move moved change changed switch switched"),
    any_word("flip flipped turn turned go went come came cross crossed"),
)
_TO_A_SIDE = rf"(?:to|into|towards?) (?:an? |the |voting |vote |its |their )?(?P<after>{_SIDE})"
_FROM_A_SIDE = rf"from (?:an? |the |voting |its |their )?(?P<before>{_SIDE}) (?:votes? )?"
_TURN = re.compile(
    rf"\b{_TURNING} (?:back |over |away )?"
    rf"(?:{_FROM_A_SIDE}(?:back )?(?:{_TO_A_SIDE}\b)?|{_TO_A_SIDE.replace('after', 'only_after')}\b)"
)
_TURN_AGAINST = re.compile(r"\b(?:turn|turned|turning|swing|swung) against\b")
_STOP = re.compile(r"\b(?:stop|stopped|stops|cease|ceased|quit|give up|gave up) (?=(?:to )?(?:\w+ ){0,3})")
_LONGEST_ACT = 40  # characters of what a state stopped doing


@dataclass(frozen=True, slots=True)
class Turn:
    """A change in the course of a state, and where the line says it; None for a side that is not said."""

    before: Position | None
    after: Position | None
    start: int
    end: int


def turn_in(line: str) -> Turn | None:
    """ "When did Finland slide from yes to abstaining", "return to a yes", "stop backing it"."""
    if match := _TURN.search(line):
        before, after = match["before"], match["after"] or match["only_after"]
        return Turn(_side(before) if before else None, _side(after) if after else None, *match.span())
    if match := _TURN_AGAINST.search(line):
        return Turn(None, Position.NO, *match.span())
    if (match := _STOP.search(line)) and (stopped := position_in(line[match.end() : match.end() + _LONGEST_ACT])):
        return Turn(stopped, None, *match.span())
    return None


def names_position(line: str) -> bool:
    """Whether any position is spoken of."""
    return position_in(line) is not None


# when the plan was endorsed, who abstained
_ASKED_AFTER_WHEN = later(r"\bwhen\b.*?\b(?:was|were|got) .*?(?P<asked>\bwho (?:\w+ )?(?:vot|abst|oppos|reject|back|support)\w*)")


@lru_cache(maxsize=16)  # a question's line is looked at for this from several sides
def position_in(line: str) -> Position | None:
    """The position that the words speak of, the first where they speak of several; None where of none.

    "did not vote" is told apart from "vote against" before all others.
    """
    asked = _ASKED_AFTER_WHEN.search(line)
    line = line[asked.start("asked") :] if asked is not None else line
    places = {position: match.start() for position, found in POSITIONS.items() if (match := found.search(line))}
    if Position.NON_VOTING in places:
        return Position.NON_VOTING
    return min(places, key=lambda p: (places[p], p), default=None)
