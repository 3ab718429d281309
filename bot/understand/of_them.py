"""What a thread's question says of "them" -> of the states asked about before: "did any of them abstain?", "none of them did"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.question import Asserted, Assertion, Intent, Question, ResultClaim

_OF_THEM = re.compile(
    r"\b(?:(?P<some>any|either|one)|(?P<none>none|neither|not one)|all|both|each) of "
    r"(?:them|these|those|the (?:two|three|four|five|six|lot))\b|\bthey (?:all|both)\b"
)


_WHICH_OF_THEM = re.compile(r"\b(?:which|who|whom) (?:\w+ )?of (?:them|these|those)\b")


def asks_which_of_them(line: str) -> bool:
    """ "Which of them voted no?": of the states asked about before."""
    return _WHICH_OF_THEM.search(line) is not None


def said_of_them(question: Question, before: Question, line: str) -> Question:
    """ "Did any of them abstain?": of the states asked about, and not of everybody on the roll."""
    said, states = question.assertion, before.members or before.groups
    named = said is None or said.parts or any(isinstance(c, ResultClaim) or c.members or c.groups for c in said.claims)
    how_many = _OF_THEM.search(line)
    if said is None or named or how_many is None or said.position is None or said.counts:
        return question
    if not states:  # those that a roll showed: no list of them is kept, and everybody's votes say nothing of theirs
        return replace(question, intent=Intent.ROLL_CALL, assertion=None)
    some, none = how_many["some"] is not None, how_many["none"] is not None
    part = Asserted(before.members, before.groups, said.position, negated=none, either=some)
    of_them = Assertion(parts=(part,), position=said.position, contrary=said.contrary, unread=said.unread)
    return replace(question, assertion=of_them)
