"""A claim and one roll call -> whether it holds there, and the votes that show it. No wording, no choice between votes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from bot.answer import MemberVote
from bot.check.claim import Claim, Kind, Voter
from bot.lookup.assertions import tally_holds, unanimous
from bot.lookup.member_votes import votes_of, whole_roll
from bot.lookup.members_asked import code_on, group_on, has_no_list
from bot.lookup.record import Record
from bot.lookup.series import series_of
from bot.question import GroupMention, MemberMention, NonMemberMention, TallyMention
from store.facts import CAST, Mode, Outcome, Position, RollCall

_ROUGHLY = 0.08  # share by which "nearly a hundred" may be off
_BEFORE_UNITY, _UNITY = {"DEU": "GER"}, dt.date(1990, 10, 3)
"""Until then the press wrote "Germany" for the Federal Republic."""
_FEW_LEFT_OUT = 2
"""States by which a list that reads as whole may be short, so that nobody knows whether it should have been."""
_SIDES = (Position.YES, Position.NO, Position.ABSTAIN)


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether the claim holds of `call`; None: the record cannot tell.

    `votes`: those of the states named. `against`: the votes that make it fail; `besides`: others that did the same where
    "only" is said. `strangers`: those named that have no vote at all. `count`: what the record counts where a number is claimed.
    `other_calls`: earlier votes of the series that bear on it.
    """

    call: RollCall
    holds: bool | None
    votes: tuple[MemberVote, ...] = ()
    against: tuple[MemberVote, ...] = ()
    besides: tuple[MemberVote, ...] = ()
    strangers: tuple[NonMemberMention, ...] = ()
    counted: int | None = None
    other_calls: tuple[RollCall, ...] = ()


def judge(claim: Claim, call: RollCall, record: Record) -> Judged:
    """Judge it on this one roll call."""
    match claim.kind:
        case Kind.TALLY:
            holds = _tally_holds(claim, call) or _holds_in_group(claim, call, record)
            return Judged(call, holds or _unless_of_group(claim, call, record, holds=holds))
        case Kind.COUNT:
            counted = _count(claim, call, record)
            return replace(counted, holds=counted.holds or _unless_of_group(claim, call, record, holds=counted.holds))
        case Kind.POSITION:
            return _position(claim, call, record)
        case Kind.TOGETHER | Kind.APART:
            return _compared(claim, call, record)
        case Kind.OUTCOME:
            return Judged(call, _outcome_holds(claim.outcome, call))
        case Kind.UNANIMOUS:
            holds = unanimous(call)
            return Judged(call, None if holds is None else holds is not claim.negated)
        case Kind.SUPERLATIVE:
            return _superlative(claim, call, record)
        case Kind.DATED:
            first, last = claim.first_day or call.date, claim.last_day or call.date
            return Judged(call, first <= call.date <= last)
        case Kind.NTH:
            return _nth(claim, call, record)
        case Kind.NEVER_BEFORE:
            return _never_before(claim, call, record)
        case _:
            assert_never(claim.kind)


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


def stated(position: Position | None, call: RollCall) -> int | None:
    """How many took the position, as the source counts."""
    tally = call.tally
    by_position = {
        Position.YES: tally.yes,
        Position.NO: tally.no,
        Position.ABSTAIN: tally.abstain,
        Position.NON_VOTING: tally.non_voting,
    }
    return None if position is None else by_position.get(position)


def _count(claim: Claim, call: RollCall, record: Record) -> Judged:
    position = claim.position
    votes: tuple[MemberVote, ...] = ()
    if claim.company:
        votes = tuple(votes_of(_codes(claim.company, call, record), call, record))
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
        return Judged(call, _fits(claim, len(members), claim.number), tuple(members), counted=len(members))
    if found is None:
        return Judged(call, None)
    if claim.others is not None:
        votes = tuple(votes_of(_codes(claim.voters, call, record), call, record))
        alike = len([v for v in votes if v.position is position])
        told = votes_of(_codes((*claim.voters, *claim.told_before), call, record), call, record)
        besides_all = found - len([v for v in told if v.position is position])
        return Judged(call, claim.others in (found - alike, besides_all), votes, counted=found - alike)
    holds = _fits(claim, found, claim.number)
    if not holds and claim.loose:
        votes = tuple(votes_of(_codes(claim.voters, call, record), call, record))
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


def _codes(voters: Sequence[Voter], call: RollCall, record: Record) -> list[str]:
    codes: list[str] = []
    named = {c for v in voters if isinstance(v, MemberMention) for c in v.codes}
    for voter in voters:
        if isinstance(voter, MemberMention):
            code = code_on(voter, call.date, record)
            codes.append(_BEFORE_UNITY.get(code, code) if call.date < _UNITY else code)
        elif isinstance(voter, GroupMention):
            codes.extend(c for c in group_on(voter, call, record) if voter.key != "council" or c not in named)
    return list(dict.fromkeys(codes))


def _strangers(voters: Sequence[Voter], call: RollCall) -> tuple[NonMemberMention, ...]:
    """Those named that had no vote that day ("Taiwan" had one until 1971)."""
    return tuple(v for v in voters if isinstance(v, NonMemberMention) and not (v.until is not None and call.date <= v.until))


def is_vague(voters: Sequence[Voter], record: Record) -> bool:
    """Whether a group is named that nobody keeps a list of, or words that fit several states."""
    return any(
        (isinstance(v, GroupMention) and has_no_list(v, record))
        or (isinstance(v, MemberMention) and len(v.codes) > 1 and not v.by_day)
        for v in voters
    )


def _position(claim: Claim, call: RollCall, record: Record) -> Judged:
    strangers = _strangers(claim.voters, call)
    votes = tuple(_seated(claim.voters, votes_of(_codes(claim.voters, call, record), call, record)))
    if strangers:
        return Judged(call, bool(claim.negated) or None if claim.negated else False, votes, strangers=strangers)
    if not votes or is_vague(claim.voters, record):
        return Judged(call, None)
    if any(v.position is Position.UNKNOWN for v in votes):
        return Judged(call, False if claim.veto and call.outcome is not Outcome.VETOED else None, votes)
    if claim.position is None:
        return _alone(votes, call, record)
    against = tuple(v for v in votes if _does(v, claim) is claim.negated)
    if claim.within is not None and has_no_list(claim.within, record):
        return Judged(call, False if against else None, votes, against)
    besides = _besides(claim, votes, call, record) if claim.only else ()
    if besides and claim.loose and not against:
        return Judged(call, None, votes)
    if claim.whole and not claim.only and not against:
        left_out = len(_besides(claim, votes, call, record))
        return Judged(call, None if 0 < left_out <= _FEW_LEFT_OUT else True, votes)
    if claim.veto and claim.negated:
        against = tuple(v for v in votes if v.veto)
    if claim.before is not None and not against:
        return _as_before(claim, call, votes, record)
    return Judged(call, not against and not besides, votes, against, besides)


def _alone(votes: tuple[MemberVote, ...], call: RollCall, record: Record) -> Judged:
    """Whether those named, who voted alike, had nobody else on their side, whichever that was."""
    sides = {v.position for v in votes}
    if len(sides) != 1 or not sides <= set(CAST):
        return Judged(call, None, votes)
    named = {v.member for v in votes}
    besides = tuple(v for v in whole_roll(call, record) if v.position in sides and v.member not in named)
    return Judged(call, not besides, votes, besides=besides)


def _as_before(claim: Claim, call: RollCall, votes: tuple[MemberVote, ...], record: Record) -> Judged:
    """ "Went from a no to an abstention": the text of the series before this one bears out the first half, or not."""
    earlier = max((r for r in series_of(call, record) if r.date < call.date), key=lambda r: r.date, default=None)
    if earlier is None:
        return Judged(call, None, votes)
    then = tuple(votes_of([v.member for v in votes], earlier, record))
    against = tuple(v for v in then if v.position is not claim.before)
    return Judged(call, not against, (*votes, *then), against, other_calls=(earlier,))


def _does(vote: MemberVote, claim: Claim) -> bool:
    return vote.veto if claim.veto else vote.position is claim.position


def _besides(claim: Claim, votes: Sequence[MemberVote], call: RollCall, record: Record) -> tuple[MemberVote, ...]:
    among = set(group_on(claim.within, call, record)) if claim.within is not None else None
    named = {v.member for v in votes} | set(_codes(claim.company, call, record))
    roll = whole_roll(call, record)
    return tuple(
        v
        for v in roll
        if (v.position is claim.position) is not claim.negated and v.member not in named and (among is None or v.member in among)
    )


def _compared(claim: Claim, call: RollCall, record: Record) -> Judged:
    strangers = _strangers((*claim.voters, *claim.company), call)
    voters = votes_of(_codes(claim.voters, call, record), call, record)
    company = _seated(claim.company, votes_of(_codes(claim.company, call, record), call, record))
    votes = tuple({v.member: v for v in (*voters, *company)}.values())
    if strangers:
        return Judged(call, False, votes, strangers=strangers)
    if (
        not voters
        or not company
        or any(v.position is Position.UNKNOWN for v in votes)
        or is_vague((*claim.voters, *claim.company), record)
    ):
        return Judged(call, None, votes)
    if claim.kind is Kind.APART:
        most = max({v.position for v in company}, key=lambda p: sum(v.position is p for v in company))
        against = tuple(v for v in voters if v.position is most)
        return Judged(call, not against, tuple(voters), against)
    shared = {v.position for v in company}
    position = company[0].position
    if len(shared) > 1 and any(isinstance(v, GroupMention) for v in claim.company):
        return Judged(call, None, votes)
    if len(shared) > 1 or position not in CAST:
        return Judged(call, False, votes, against=tuple(v for v in votes if v.position not in CAST) or votes)
    against = tuple(v for v in voters if v.position is not position)
    named = {v.member for v in votes}
    besides = tuple(v for v in whole_roll(call, record) if v.position is position and v.member not in named) if claim.only else ()
    return Judged(call, not against and not besides, votes, against, besides)


def _seated(voters: Sequence[Voter], votes: Sequence[MemberVote]) -> list[MemberVote]:
    """Without those of a group that had no seat yet: to vote with the Arab states is to vote with those that could."""
    if not any(isinstance(v, GroupMention) for v in voters):
        return list(votes)
    return [v for v in votes if v.position is not Position.NOT_MEMBER]


def _outcome_holds(outcome: str | None, call: RollCall) -> bool | None:
    if outcome == "without_vote":
        return call.mode is Mode.WITHOUT_VOTE
    if outcome == "rejected":
        return call.outcome in (Outcome.REJECTED, Outcome.VETOED)
    return call.outcome.value == outcome


def _superlative(claim: Claim, call: RollCall, record: Record) -> Judged:
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


def _nth(claim: Claim, call: RollCall, record: Record) -> Judged:
    """ "For the 33rd time": how many texts of the series there were up to this one."""
    series = [r for r in series_of(call, record) if r.date <= call.date]
    if len(series) < _LEAST_SERIES or not record.holds_official(call.body):
        return Judged(call, None)
    return Judged(call, len(series) == claim.number, counted=len(series), other_calls=(series[-1],))


_LEAST_SERIES = 3


def _beats(earlier: int, mine: int, *, most: bool) -> bool:
    return earlier > mine if most else earlier < mine


def _never_before(claim: Claim, call: RollCall, record: Record) -> Judged:
    codes = _codes(claim.voters, call, record)
    strangers = _strangers(claim.voters, call)
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
