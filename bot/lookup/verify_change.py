"""Does a change hold that a question asserts: "Canada went from abstaining to yes between the two"."""

from __future__ import annotations

import re

from bot.answer import Answer, Status
from bot.lookup.member_votes import votes_of
from bot.lookup.members_asked import asked_on
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.lookup.wording import findings
from bot.question import Intent, Question
from store.facts import Position

_MOST_READ_OUT = 6
_DENIED = re.compile(r"\b(?:not|never|no longer)\b|n't\b|n’t\b", re.IGNORECASE)


def verdict_on_change(question: Question, move: tuple[Position, Position], selection: Selection, record: Record) -> Answer:
    """Of two votes, in their order; of one, of several, or where the change is denied, nothing is said but the facts."""
    calls = sorted(selection.roll_calls, key=lambda r: r.date)
    votes = [votes_of(asked_on(question, call, record), call, record) for call in calls]
    said = question.assertion
    told = said is not None and not (said.unread or said.contrary) and _DENIED.search(question.text) is None
    holds: bool | None = None
    if told and len(calls) == len(move) and calls[0].date < calls[1].date and all(votes):
        holds = all(vote.position is side for here, side in zip(votes, move, strict=True) for vote in here)
    facts = [findings.positions_on(call, here) for call, here in zip(calls, votes, strict=True)]
    return Answer(
        Status.ANSWERED,
        Intent.VERIFY,
        " ".join([findings.verdict(holds), *facts[:_MOST_READ_OUT]]),
        roll_calls=selection.roll_calls,
        votes=tuple(vote for here in votes for vote in here),
        members=tuple(dict.fromkeys(vote.member for here in votes for vote in here)),
        verdict=holds,
    )
