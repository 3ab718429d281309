"""How often states vote the same way: over cast positions only (docs/contract.md, rule 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Answer, Ranked, Status
from bot.lookup.members_asked import group_on
from bot.lookup.not_found import refuse
from bot.lookup.period import lasting_code, period
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.lookup.wording import refusals, totals
from bot.question import Intent, Question
from store.facts import RollCall


@dataclass(frozen=True, slots=True)
class _Share:
    """`share` of `shared` roll calls, 0 to 1, in which the first state and this one took the same position."""

    member: str
    name: str
    share: float
    shared: int


def agreement(question: Question, selection: Selection, record: Record) -> Answer | None:
    """The share for two states; for more, each with the first. None where there are no votes, or no two states, to compare."""
    calls = period(question, selection, record)
    codes = _states(question, calls, record)
    shares = _shares(codes, calls, record) if len(codes) > 1 else []
    if not shares:
        names = [record.name(c, calls[0].date) for c in codes] if calls else []
        return refuse(Intent.AGREEMENT, refusals.never_both(names, calls)) if len(codes) > 1 else None
    first = record.name(codes[0], calls[0].date)
    ranking = tuple(Ranked(s.member, s.name, round(s.share, 4)) for s in shares)
    return Answer(
        Status.ANSWERED,
        Intent.AGREEMENT,
        totals.agreement([(first, s.name, s.share, s.shared) for s in shares], calls),
        members=tuple(codes),
        value=shares[0].share,
        ranking=ranking if len(ranking) > 1 else (),
        ranking_unit=totals.SHARE,
        notes=(totals.AGREEMENT_DEFINITION,),
        body=calls[0].body,
    )


def _shares(codes: Sequence[str], calls: Sequence[RollCall], record: Record) -> list[_Share]:
    ids = [r.id for r in calls]
    shares = []
    for other in codes[1:]:
        pair = record.statistics.pair_counts(codes[0], other, ids)
        if pair.both_cast:
            shares.append(_Share(other, record.name(other, calls[0].date), pair.same / pair.both_cast, pair.both_cast))
    return shares


def _states(question: Question, calls: Sequence[RollCall], record: Record) -> list[str]:
    """The states asked about over the period, groups by their members at its end."""
    if not calls:
        return []
    codes = [lasting_code(m, calls, record) for m in question.members]
    for group in question.groups:
        codes.extend(group_on(group, calls[0], record))
    return list(dict.fromkeys(codes))
