"""What is claimed of the votes of a series, and one of them -> whether it holds there."""

from __future__ import annotations

from bot.check.claim import Claim
from bot.check.judged import Judged, codes_of, stated, strangers_in
from bot.lookup.member_votes import votes_of
from bot.lookup.record import Record
from bot.lookup.series import series_of
from store.facts import RollCall

_LEAST_SERIES = 3


def superlative_judged(claim: Claim, call: RollCall, record: Record) -> Judged:
    mine = stated(claim.position, call)
    series = [r for r in series_of(call, record) if r.date < call.date and stated(claim.position, r) is not None]
    if claim.since is not None:
        series = [r for r in series if r.date.year > claim.since]
    if mine is None or not series:
        return Judged(call, None)
    beaten_by = [r for r in series if _beats(stated(claim.position, r) or 0, mine, most=claim.most)]
    holds = not beaten_by
    shown = beaten_by or [(max if claim.most else min)(series, key=lambda r: stated(claim.position, r) or 0)]
    return Judged(call, holds, counted=mine, other_calls=tuple(shown[:3]))


def nth_judged(claim: Claim, call: RollCall, record: Record) -> Judged:
    """ "For the 33rd time": how many texts of the series there were up to this one."""
    series = [r for r in series_of(call, record) if r.date <= call.date]
    if len(series) < _LEAST_SERIES or not record.holds_official(call.body):
        return Judged(call, None)
    return Judged(call, len(series) == claim.number, counted=len(series), other_calls=(series[-1],))


def _beats(earlier: int, mine: int, *, most: bool) -> bool:
    return earlier > mine if most else earlier < mine


def never_before_judged(claim: Claim, call: RollCall, record: Record) -> Judged:
    codes = codes_of(claim.voters, call, record)
    strangers = strangers_in(claim.voters, call)
    if strangers or not codes:
        return Judged(call, None, strangers=strangers)
    earlier = [r for r in series_of(call, record) if r.date < call.date]
    cast = record.votes(earlier, codes)
    taken = [r for r in earlier if any(p is claim.position for p in cast.get(r.id, {}).values())]
    votes = tuple(votes_of(codes, call, record))
    now = all(v.position is claim.position for v in votes)
    if claim.no_longer:
        others = [r for r in earlier if any(p is not claim.position for p in cast.get(r.id, {}).values())]
        shown = tuple(others[-1:])
        return Judged(
            call,
            not others and not any(v.position is claim.position for v in votes) if earlier else None,
            votes,
            other_calls=shown,
        )
    if taken:
        first = min(taken, key=lambda r: r.date)
        return Judged(call, False, (*votes, *votes_of(codes, first, record)), other_calls=(first,))
    if not earlier:
        return Judged(call, None, votes)
    return Judged(call, True if claim.negated else now, votes)
