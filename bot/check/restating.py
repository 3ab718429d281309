"""A claim -> the claim in plain words, as it was understood."""

from __future__ import annotations

from bot.check.claim import Claim, Kind, Voter
from bot.check.verdicts import Verdict
from bot.lookup.record import Record
from bot.lookup.wording.phrases import BODIES, day, listing, sentence, state
from bot.question import MemberMention, NonMemberMention
from store.facts import Position

_MOST_NAMED = 12
_VOTED = {
    Position.YES: "voted in favour",
    Position.NO: "voted against",
    Position.ABSTAIN: "abstained",
    Position.NON_VOTING: "did not vote",
}
_NOT_VOTED = {
    Position.YES: "did not vote in favour",
    Position.NO: "did not vote against",
    Position.ABSTAIN: "did not abstain",
    Position.NON_VOTING: "cast a vote",
}
_OUTCOMES = {
    "adopted": "was adopted",
    "rejected": "was not adopted",
    "vetoed": "was vetoed",
    "without_vote": "was adopted without a vote",
}


def restated(claim: Claim, verdict: Verdict, record: Record) -> str:
    """With the vote that it is taken to be about: "Hungary voted against: A/RES/ES-11/7, General Assembly, 24 February 2025."."""
    said = sentence(_said(claim, record))
    if not verdict.judged:
        return f"{said}."
    call = verdict.judged[0].call
    others = " (or another text that fits as well)" if len({j.call.id for j in verdict.judged}) > 1 else ""
    return f"{said}: {call.symbol}, {BODIES[call.body]}, {day(call.date)}{others}."


def _said(claim: Claim, record: Record) -> str:
    who = listing([_called(v, record) for v in claim.voters], _MOST_NAMED)
    company = listing([_called(v, record) for v in claim.company], _MOST_NAMED)
    voted = (_NOT_VOTED if claim.negated else _VOTED).get(claim.position or Position.UNKNOWN, "voted")
    match claim.kind:
        case Kind.TALLY:
            return _tally(claim)
        case Kind.COUNT:
            return _count(claim, who, company, voted)
        case Kind.POSITION:
            if claim.position is None:
                return f"{who} stood alone"
            return f"{'only ' if claim.only else ''}{who} {voted}{' (a veto)' if claim.veto else ''}"
        case Kind.TOGETHER:
            return f"{who} voted on the side of {company}" if claim.side else f"{who} voted as {company} did"
        case Kind.APART:
            return f"{who} voted on the other side than {company}" if claim.side else f"{who} voted otherwise than {company}"
        case Kind.OUTCOME:
            return f"the text {_OUTCOMES.get(claim.outcome or '', 'was voted on')}"
        case Kind.UNANIMOUS:
            return f"the vote was {'not ' if claim.negated else ''}unanimous"
        case Kind.DATED:
            return f"it was adopted {_when(claim)}"
        case Kind.NTH:
            return f"it is number {claim.number} of its series"
        case Kind.SUPERLATIVE:
            since = f" since {claim.since}" if claim.since else " of the series"
            return f"the {'most' if claim.most else 'fewest'} members that {voted}{since}"
        case Kind.NEVER_BEFORE:
            return _first(claim, who)


def _tally(claim: Claim) -> str:
    sides = zip(claim.tally or (), ("in favour", "against", "abstaining"), strict=False)
    return listing([f"{count} {side}" for count, side in sides if count is not None])


def _count(claim: Claim, who: str, company: str, voted: str) -> str:
    within = f" of the {claim.within.words}" if claim.within and not claim.either else ""
    if claim.company:
        return f"{claim.number} took the side of {company}"
    if claim.others is not None:
        return f"{claim.others} others {voted} besides {who}"
    if claim.majority:
        return f"most{within} {voted}"
    if claim.all_but is not None:
        return f"all{within} but {claim.all_but} {voted}"
    return f"{claim.number or 'nobody'}{within} {voted}"


def _when(claim: Claim) -> str:
    first, last = claim.first_day, claim.last_day
    if first is None or last is None or first == last:
        return f"on {day(first)}" if first else "then"
    return f"between {day(first)} and {day(last)}"


def _first(claim: Claim, who: str) -> str:
    voted = _VOTED.get(claim.position or Position.UNKNOWN, "voted")
    if claim.no_longer:
        return f"{who} for the first time not among those that {voted}"
    return f"{who} had never before {voted}" if claim.negated else f"{who} {voted} for the first time"


def _called(voter: Voter, record: Record) -> str:
    """A state by its name, a group by the text's words, and without whom."""
    if isinstance(voter, MemberMention):
        return state(record.short(voter.codes[0]))
    if isinstance(voter, NonMemberMention):
        return state(voter.name)
    group = f"the {voter.words.removeprefix('the ').removeprefix('The ')}"
    spans = record.members.groups[voter.key].spans if voter.key in record.members.groups else ()
    own = dict.fromkeys(s.code for s in spans if s.code in voter.without)
    return f"{group} without {listing([state(record.short(c)) for c in own], _MOST_NAMED)}" if own else group
