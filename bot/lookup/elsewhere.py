"""Decisions of states that no body of the record took: a treaty that a conference adopted is often taken for the Assembly's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, Reason, Status
from bot.lookup.record import Record
from bot.lookup.wording import offers, refusals
from bot.question import Intent, Question
from store.facts import Position, RollCall, Tally
from store.vote_names import VoteName

_OVER_MANY = frozenset({Intent.SEARCH, Intent.COUNT, Intent.AGREEMENT, Intent.RANKING})
_MOST_SUGGESTED = 2


def taken_elsewhere(question: Question, record: Record) -> Answer | None:
    """Who decided and how; None where a vote of the record may be meant."""
    if question.intent in _OVER_MANY or question.symbols or question.body is not None or question.same:
        return None
    if any(not term.light for term in question.topic):
        return None
    for name in question.names:
        votes = record.named_votes(name.key)
        for decision in record.decided_elsewhere(name.key):
            if _is_meant(decision, name.key == decision.key, votes, question):
                return Answer(
                    Status.NOT_FOUND,
                    question.intent,
                    refusals.taken_elsewhere(decision),
                    suggestions=tuple(offers.ask_vote(vote.symbol) for vote in votes[:_MOST_SUGGESTED]),
                    reason=Reason.NOT_IN_RECORD,
                )
    return None


def _is_meant(decision: VoteName, by_own_name: bool, votes: Sequence[RollCall], question: Question) -> bool:
    """By its own name, or by one that it shares with votes of the record if only its day or its figures fit."""
    fits_days = any(days.holds(decision.date) for days in question.days) if decision.date is not None else False
    if by_own_name:
        return fits_days or not question.days
    if question.days:
        return fits_days and not any(days.holds(vote.date) for vote in votes for days in question.days)
    tally = decision.elsewhere.tally if decision.elsewhere is not None else None
    stated = _stated(question)
    return bool(stated) and tally is not None and _has(tally, stated) and not any(_has(vote.tally, stated) for vote in votes)


def _stated(question: Question) -> set[tuple[Position, int]]:
    """The figures that the question names."""
    found = {(count.position, count.number) for count in question.assertion.counts} if question.assertion is not None else set()
    for tally in question.tallies:
        found |= {(Position.YES, tally.yes), (Position.NO, tally.no), (Position.ABSTAIN, tally.abstain)}
    return {(position, number) for position, number in found if number is not None}


def _has(tally: Tally, stated: set[tuple[Position, int]]) -> bool:
    held = {(Position.YES, tally.yes), (Position.NO, tally.no), (Position.ABSTAIN, tally.abstain)}
    return stated <= held
