"""A judged claim -> what the record says to it, in sentences that a desk editor can paste."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import MemberVote
from bot.check.claim import Claim, Kind
from bot.check.judged import Judged, stated
from bot.check.referent import Referent
from bot.check.silence import silence
from bot.check.slips import slips
from bot.check.verdicts import Verdict
from bot.lookup.record import Record
from bot.lookup.wording import findings
from bot.lookup.wording.phrases import DID_TO_IT, day, described, listing, result, states
from bot.lookup.wording.refusals import no_vote_of_its_own
from store.facts import Position, RollCall

_MOST_TOLD = 3
_MOST_NAMED = 12
_MOST_OF_GROUP = 30


def finding(claim: Claim, verdict: Verdict, referent: Referent, record: Record) -> str:
    """The recorded fact, and which slip it may be; both readings; or why the record is silent, and what would settle it."""
    match verdict.judgement:
        case "unverifiable":
            return silence(claim, verdict, referent, record)
        case "ambiguous":
            return _ambiguous(claim, verdict)
        case "contradicted":
            return _joined([*_facts(claim, verdict.judged), *slips(claim, verdict, record)])
        case "supported":
            return _joined(_facts(claim, verdict.judged))


def _joined(told: Sequence[str]) -> str:
    return " ".join(dict.fromkeys(told))


def _facts(claim: Claim, judged: Sequence[Judged]) -> list[str]:
    return [_fact(claim, one) for one in judged[:_MOST_TOLD]]


def _ambiguous(claim: Claim, verdict: Verdict) -> str:
    true = _joined(_facts(claim, [j for j in verdict.judged if j.holds]))
    false = _joined(_facts(claim, [j for j in verdict.judged if j.holds is False]))
    return f"True of one text: {true} Not of another that fits as well: {false} Say which is meant."


def _fact(claim: Claim, judged: Judged) -> str:
    call = judged.call
    if judged.strangers:
        return _joined([no_vote_of_its_own(one) for one in judged.strangers])
    match claim.kind:
        case Kind.SUPERLATIVE if judged.other_calls:
            return _beside_others(claim, judged)
        case Kind.NTH if judged.other_calls:
            first = judged.other_calls[-1]
            place = f"number {judged.counted} of its series in the record"
            return f"{described(call)} is {place}, which begins with {first.symbol} of {day(first.date)}."
        case Kind.NEVER_BEFORE if judged.votes:
            now = findings.positions_on(call, [v for v in judged.votes if v.roll_call == call])
            return f"{now} {findings.earlier_in_series(judged.other_calls[0] if judged.other_calls else None)}"
        case Kind.COUNT if claim.within and judged.votes and judged.counted is not None and claim.position is not None:
            return _of_group(claim.within.words, claim.position, judged)
    if not judged.votes or claim.others is not None:
        return findings.vote_line(call)
    more = f" Others did the same: {states((v.name for v in judged.besides), _MOST_NAMED)}." if judged.besides else ""
    return findings.positions_on(call, _telling(judged)[:_MOST_NAMED]) + more


def _telling(judged: Judged) -> Sequence[MemberVote]:
    """Of many states named, those that make a claim fail."""
    return judged.against if judged.against and len(judged.votes) > _MOST_NAMED else judged.votes


def _beside_others(claim: Claim, judged: Judged) -> str:
    position = claim.position or Position.YES

    def told(call: RollCall) -> str:
        return f"{stated(position, call)} in {call.symbol} of {day(call.date)}"

    before = listing([told(r) for r in judged.other_calls])
    return f"{judged.counted} members {DID_TO_IT[position]} {described(judged.call)}; earlier in the series: {before}."


def _of_group(group: str, position: Position, judged: Judged) -> str:
    names = f": {states((v.name for v in judged.votes), _MOST_OF_GROUP)}" if judged.votes else ""
    return f"{judged.counted} of the {group} {DID_TO_IT[position]} {described(judged.call)}, {result(judged.call)}{names}."
