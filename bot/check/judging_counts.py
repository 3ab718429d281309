"""A number of votes that is claimed and one roll call -> whether it holds there."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import MemberVote
from bot.check.claim import Claim
from bot.check.judged import Judged, codes_of, stated
from bot.lookup.assertions import tally_holds
from bot.lookup.member_votes import votes_of
from bot.lookup.members_asked import group_on, has_no_list
from bot.lookup.record import Record
from bot.lookup.series import series_of
from bot.question import TallyMention
from store.facts import CAST, Mode, Position, RollCall

_ROUGHLY = 0.08  # share by which "nearly a hundred" may be off
_SIDES = (Position.YES, Position.NO, Position.ABSTAIN)


def tally_judged(claim: Claim, call: RollCall, record: Record) -> Judged:
    """Of a tally: that of the vote, or of the group that the sentence speaks of."""
    holds = _tally_holds(claim, call) or _holds_in_group(claim, call, record)
    return Judged(call, holds or _unless_of_group(claim, call, record, holds=holds))


def count_judged(claim: Claim, call: RollCall, record: Record) -> Judged:
    """Of one number, with the votes counted where it is that of a group."""
    found = _counted(claim, call, record)
    if claim.first_time and found.holds:
        earlier = [r for r in series_of(call, record) if r.date < call.date]
        as_many = [r for r in earlier if (stated(claim.position, r) or 0) >= (claim.number or 0)]
        return replace(found, holds=not as_many if earlier else None, other_calls=tuple(as_many[:1]))
    return replace(found, holds=found.holds or _unless_of_group(claim, call, record, holds=found.holds))


def _tally_holds(claim: Claim, call: RollCall) -> bool | None:
    yes, no, abstain = claim.tally or (None, None, None)
    if call.mode is Mode.WITHOUT_VOTE:
        return False
    holds = tally_holds(TallyMention(yes, no, abstain, "", 0, 0), call)
    return None if not holds and abstain is None and _is_counted_otherwise(yes, no, call) else holds


def _is_counted_otherwise(first: int | None, second: int | None, call: RollCall) -> bool:
    """ "More abstained or opposed than backed it, 87 to 84": those in favour beside all the others."""
    tally = call.tally
    if tally.yes is None or tally.no is None or tally.abstain is None:
        return False
    return {first, second} == {tally.yes, tally.no + tally.abstain}


def _holds_in_group(claim: Claim, call: RollCall, record: Record) -> bool | None:
    """Whether the numbers are those of the group that the sentence speaks of ("of the EU's 27, seventeen ...")."""
    if claim.within is None:
        return _tally_holds(claim, call)
    group = group_on(claim.within, call, record)
    if not group or has_no_list(claim.within, record):
        return None
    cast = [v.position for v in votes_of(group, call, record)]
    return all(n is None or cast.count(p) == n for n, p in zip(claim.tally or (), _SIDES, strict=False))


def _unless_of_group(claim: Claim, call: RollCall, record: Record, *, holds: bool | None) -> bool | None:
    """None where the numbers, false of the whole vote, are those of a group that the text spoke of before."""
    if holds is not False or claim.perhaps_within is None:
        return holds
    sides = claim.tally or tuple(claim.number if p is claim.position else None for p in _SIDES)
    so = any(n is not None for n in sides) and _holds_in_group(
        replace(claim, within=claim.perhaps_within, tally=(sides[0], sides[1], sides[2])), call, record
    )
    return None if so else False


def _counted(claim: Claim, call: RollCall, record: Record) -> Judged:
    position = claim.position
    votes: tuple[MemberVote, ...] = ()
    if claim.company:
        votes = tuple(votes_of(codes_of(claim.company, call, record), call, record))
        position = votes[0].position if votes else None
        if position not in CAST:
            return Judged(call, False if votes and position is not Position.UNKNOWN else None, votes)
    found = stated(position, call)
    if claim.within is not None and position is not None:
        group = group_on(claim.within, call, record)
        if not group or has_no_list(claim.within, record):
            return Judged(call, None)
        members = [v for v in votes_of(group, call, record) if v.position is position]
        if claim.either and found is not None and _fits(claim, found, claim.number):
            return Judged(call, True, counted=found)
        if claim.majority:
            return _more_than_half(claim, call, len(members), len(group))
        if claim.all_but is not None:
            return Judged(call, len(group) - len(members) == claim.all_but, counted=len(members))
        itself = bool({v.member for v in members} & {v.member for v in votes})  # "two sided with Paris" may count it in or not
        holds = _fits(claim, len(members), claim.number) or (itself and _fits(claim, len(members) - 1, claim.number))
        return Judged(call, holds, tuple(members), counted=len(members))
    if found is None:
        return Judged(call, None)
    if claim.others is not None:
        votes = tuple(votes_of(codes_of(claim.voters, call, record), call, record))
        alike = len([v for v in votes if v.position is position])
        told = votes_of(codes_of((*claim.voters, *claim.told_before), call, record), call, record)
        besides_all = found - len([v for v in told if v.position is position])
        return Judged(call, claim.others in (found - alike, besides_all), votes, counted=found - alike)
    holds = _fits(claim, found, claim.number)
    if not holds and claim.loose:
        votes = tuple(votes_of(codes_of(claim.voters, call, record), call, record))
        alike = len([v for v in votes if v.position is position])
        return Judged(call, _fits(claim, found - alike, claim.number) if alike else None, counted=found)
    if not holds and claim.company and votes and _fits(claim, found - 1, claim.number):
        holds = True  # "nine sided with Washington" may count it in or not
    return Judged(call, holds, votes, counted=found)


def _more_than_half(claim: Claim, call: RollCall, found: int, of: int) -> Judged:
    """Half of all members is what the words mean; a mere half of those who cast a vote settles nothing."""
    holds: bool | None = found * 2 > of
    if claim.negated:
        holds = None if found * 2 == of else found * 2 < of
    return Judged(call, holds, counted=found)


def _fits(claim: Claim, found: int, number: int | None) -> bool:
    if number is None:
        return False
    if claim.at_least and claim.at_most:
        return abs(found - number) <= max(3, round(number * _ROUGHLY))
    if claim.at_least:
        return found >= number
    return found <= number if claim.at_most else found == number
