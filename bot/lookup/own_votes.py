"""The votes of the states asked about over many roll calls, and those of them that nobody else joined."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import MemberVote
from bot.lookup.assertions import stated
from bot.lookup.members_asked import asked_on
from bot.lookup.record import Record
from bot.question import Question
from store.facts import CAST, Position, RollCall

_IN_ORDER = (Position.YES, Position.NO, Position.ABSTAIN)


def own_votes(question: Question, calls: Sequence[RollCall], record: Record) -> list[MemberVote]:
    """Those on the rolls, roll call by roll call; their names are today's, since the sentence speaks of a period."""
    asked = {call.id: asked_on(question, call, record) for call in calls}
    cast = record.votes(calls, {code for codes in asked.values() for code in codes})
    votes = []
    for call in calls:
        here = cast.get(call.id, {})
        for code in asked[call.id]:
            if (position := here.get(code)) is not None:
                veto = position is Position.NO and code in call.vetoed_by
                votes.append(MemberVote(call, code, record.short(code), position, veto))
    return votes


def position_asked(question: Question) -> Position | None:
    """Of what the states did alone: "the only two against" reads as a figure."""
    figures = {p for t in question.tallies for p, n in zip(_IN_ORDER, (t.yes, t.no, t.abstain), strict=True) if n is not None}
    return next(iter(figures)) if question.position is None and len(figures) == 1 else question.position


def alone(votes: Sequence[MemberVote], states: int, position: Position | None) -> list[MemberVote]:
    """Where all of so many states took one position (the one asked for, if any is), and nobody else did."""
    of_calls: dict[RollCall, list[MemberVote]] = {}
    for vote in votes:
        of_calls.setdefault(vote.roll_call, []).append(vote)
    found = []
    for call, here in of_calls.items():
        took = {v.position for v in here}
        one = next(iter(took))
        if len(took) == 1 and len(here) == states == stated(one, call) and one in CAST and position in (None, one):
            found.extend(here)
    return found
