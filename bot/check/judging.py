"""A claim and one roll call -> whether it holds there, and the votes that show it. No wording, no choice between votes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.answer import MemberVote
from bot.check.claim import Claim, Kind, Voter
from bot.check.judged import Judged, codes_of, strangers_in
from bot.check.judging_counts import count_judged, tally_judged
from bot.check.judging_series import never_before_judged, nth_judged, superlative_judged
from bot.lookup.assertions import unanimous
from bot.lookup.member_votes import votes_of, whole_roll
from bot.lookup.members_asked import group_on, has_no_list
from bot.lookup.record import Record
from bot.lookup.series import series_of
from bot.question import GroupMention, MemberMention
from store.facts import CAST, Mode, Outcome, Position, RollCall

_FEW_LEFT_OUT = 2
"""States by which a list that reads as whole may be short, so that nobody knows whether it should have been."""


def judge(claim: Claim, call: RollCall, record: Record) -> Judged:
    """Judge it on this one roll call."""
    match claim.kind:
        case Kind.TALLY:
            return tally_judged(claim, call, record)
        case Kind.COUNT:
            return count_judged(claim, call, record)
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
            return superlative_judged(claim, call, record)
        case Kind.DATED:
            first, last = claim.first_day or call.date, claim.last_day or call.date
            return Judged(call, first <= call.date <= last)
        case Kind.NTH:
            return nth_judged(claim, call, record)
        case Kind.NEVER_BEFORE:
            return never_before_judged(claim, call, record)
        case _:
            assert_never(claim.kind)


def is_vague(voters: Sequence[Voter], record: Record) -> bool:
    """Whether a group is named that nobody keeps a list of, or words that fit several states."""
    return any(
        (isinstance(v, GroupMention) and has_no_list(v, record))
        or (isinstance(v, MemberMention) and len(v.codes) > 1 and not v.by_day)
        for v in voters
    )


def _position(claim: Claim, call: RollCall, record: Record) -> Judged:
    strangers = strangers_in(claim.voters, call)
    votes = tuple(_seated(claim.voters, votes_of(codes_of(claim.voters, call, record), call, record)))
    if strangers:
        return Judged(call, bool(claim.negated) or None if claim.negated else False, votes, strangers=strangers)
    if not votes or is_vague(claim.voters, record):
        return Judged(call, None)
    if any(v.position is Position.UNKNOWN for v in votes):
        return Judged(call, False if claim.veto and call.outcome is not Outcome.VETOED else None, votes)
    if claim.position is None:
        return _alone(votes, call, record)
    against = tuple(v for v in votes if _does(v, claim) is claim.negated)
    if claim.by_outcome and not is_told_by_outcome(claim.position, against, call):
        return Judged(call, None, votes)
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


def is_told_by_outcome(position: Position, against: Sequence[MemberVote], call: RollCall) -> bool:
    """Whether the majority is beyond doubt, and nobody is called a minority for an abstention, which some count in."""
    yes, no, abstain = call.tally.yes, call.tally.no, call.tally.abstain
    if yes is None or no is None or abstain is None or yes <= max(no, abstain):
        return False
    return position is not Position.NO or all(v.position is Position.YES for v in against)


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
    named = {v.member for v in votes} | set(codes_of(claim.company, call, record))
    roll = whole_roll(call, record)
    return tuple(
        v
        for v in roll
        if _does(v, claim) is not claim.negated and v.member not in named and (among is None or v.member in among)
    )


def _compared(claim: Claim, call: RollCall, record: Record) -> Judged:
    strangers = strangers_in((*claim.voters, *claim.company), call)
    voters = votes_of(codes_of(claim.voters, call, record), call, record)
    company = _seated(claim.company, votes_of(codes_of(claim.company, call, record), call, record))
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
    if claim.side:
        return Judged(call, _took_side(claim, voters, company), votes)
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


def _took_side(claim: Claim, voters: Sequence[MemberVote], company: Sequence[MemberVote]) -> bool | None:
    """Yes against no is against, the same is with; what an abstention is, the record does not say."""
    theirs, own = {v.position for v in company}, {v.position for v in voters}
    if len(theirs) != 1 or len(own) != 1 or not theirs | own <= set(CAST):
        return None
    if theirs == own:
        return claim.kind is Kind.TOGETHER
    return claim.kind is Kind.APART if theirs | own == {Position.YES, Position.NO} else None


def _seated(voters: Sequence[Voter], votes: Sequence[MemberVote]) -> list[MemberVote]:
    """Without those of a group that had no seat yet: to vote with the Arab states is to vote with those that could. Where none
    could, that is the answer."""
    if not any(isinstance(v, GroupMention) for v in voters):
        return list(votes)
    return [v for v in votes if v.position is not Position.NOT_MEMBER] or list(votes)


def _outcome_holds(outcome: str | None, call: RollCall) -> bool | None:
    if outcome == "without_vote":
        return call.mode is Mode.WITHOUT_VOTE
    if outcome == "rejected":
        return call.outcome in (Outcome.REJECTED, Outcome.VETOED)
    return call.outcome.value == outcome
