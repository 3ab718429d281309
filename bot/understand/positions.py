"""Words for a position -> the position: "who was against", "sat it out", "no-shows"."""

from __future__ import annotations

import re

from store.facts import Position


def any_of(*parts: str) -> str:
    """One pattern that matches any of these."""
    return f"(?:{'|'.join(parts)})"


NO = any_of(
    r"vot\w+(?: \w+){0,2} (?:against|no|nay)\b(?! one)",
    r"votes? against",
    r"vot\w+ (?:it|this|that|them) down",
    r"(?:said|say|says|saying) no\b",
    r"(?:who|what|which|\w+) (?:was|were|is|are|states?|countr\w+|members?|nations|ones?|eight) (?:\w+ )?against\b",
    r"(?:countr\w+|states|members|nations|names|list|only|with) (?:\w+ ){0,2}against\b",
    r"\boppos\w+",
    r"reject(?:ed|ing) (?:the|it)",
    r"\bnays?\b",
    r"\bnoes\b",
    r"\bno votes?\b",
    r"\b(?:lone|only|sole|a|the) no\b",
    r"\bnos\b",
    r": no\b",
    r"against \?",
    r"against (?:it|this|that|them)\b",
    r"[(,:;] ?against\b",
    r"against [,;)]",
    r"against $",
    r"(?:didn't|did not|didnt|refus\w+ to|would not|wouldn't) (?:back|support)",
    r"side\w* with (?:\w+ )*(?:on|in)\b(?=.*\bno\b)",
)
YES = any_of(
    r"vot\w+(?: \w+){0,2} (?:for|yes|yea|aye|in favou?r)\b",
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
)
ABSTAIN = any_of(r"abst[aei]+n\w*", r"abstention\w*", r"(?:sat|sit|sitting) (?:it )?out", r"on the fence")
NOT_VOTING = any_of(
    r"(?:didn't|did not|didnt|don't|do not|does not|doesn't|hasn't|has not|not|never) (?:cast a vote|cast|take part|participat\w*)",
    r"(?:didn't|did not|didnt|don't|do not|does not|hasn't|has not|not|never|simply didn't) (?:vote|voted|voting)"
    r"(?! (?:against|no|for|yes|in favou?r|with|the same|differently|alike|like|on (?:its|their) own|yes|down))",
    r"non ?-? ?voting",
    r"no ?-? ?shows?\b",
    r"\babsent\b",
    r"\babsentees?\b",
    r"missing from",
    r"stayed away",
    r"skipped",
)

POSITIONS: tuple[tuple[Position, re.Pattern[str]], ...] = (
    (Position.NON_VOTING, re.compile(NOT_VOTING)),
    (Position.ABSTAIN, re.compile(ABSTAIN)),
    (Position.NO, re.compile(NO)),
    (Position.YES, re.compile(YES)),
)


def names_position(line: str) -> bool:
    """Whether any position is spoken of."""
    return any(pattern.search(line) for _, pattern in POSITIONS)


def position_in(line: str) -> Position | None:
    """The position that the words speak of, the first where they speak of several; None where of none.

    "did not vote" is told apart from "vote against" before all others.
    """
    found = [(match.start(), position) for position, pattern in POSITIONS if (match := pattern.search(line))]
    if not found:
        return None
    if any(position is Position.NON_VOTING for _, position in found):
        return Position.NON_VOTING
    return min(found)[1]
