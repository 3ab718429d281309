"""A contradicted claim -> the error that it may be, by name: the ones that are printed most often."""

from __future__ import annotations

from bot.check.claim import Claim, Kind
from bot.check.judged import Judged
from bot.check.judging import judge
from bot.check.verdicts import Verdict
from bot.check.vetoes import is_by_nobody_who_can
from bot.lookup.record import Record
from bot.lookup.siblings import siblings
from bot.lookup.wording.cautions import NON_VOTING
from bot.lookup.wording.phrases import OUTCOMES, described, number, result, states
from store.facts import Body, Outcome, Position, RollCall, is_plain

_MOST_TOLD = 3
_MOST_NAMED = 12
_MOST_SIBLINGS = 6
_CLOSE = 12  # votes by which a committee's figure often differs from the Assembly's
_OF_THE_WHOLE_SERIES = (Kind.SUPERLATIVE, Kind.NEVER_BEFORE, Kind.OUTCOME, Kind.UNANIMOUS, Kind.NTH, Kind.DATED)
_ABSTENTION_AS_NO = "An abstention is told here as opposition."
_NO_VETO_IN_ASSEMBLY = "Nobody has a veto there: only the permanent members of the Security Council have one, in that Council."
_NO_VETO_OF_THEIRS = "Only the five permanent members of the Security Council have a veto."
_COMMITTEES_FIGURE = (
    "It may be the figure of the committee that sent the text to the Assembly; the committee's vote is not the Assembly's."
)


def slips(claim: Claim, verdict: Verdict, record: Record) -> list[str]:
    """One sentence for each."""
    found: list[str] = []
    for judged in verdict.judged[:_MOST_TOLD]:
        found.extend(_of_sides(claim, judged))
    if len(verdict.judged) == 1:
        found.extend(_of_the_list(claim, verdict.judged[0]))
    found.extend(_of_siblings(claim, verdict.judged[0], record))
    if not found:
        found.extend(_of_numbers(claim, verdict.judged[0]))
    return list(dict.fromkeys(found))


def _of_sides(claim: Claim, judged: Judged) -> list[str]:
    took = {v.position for v in judged.against}
    if claim.veto and not claim.negated and judged.call.outcome is not Outcome.VETOED:
        return [*_no_veto_there(claim, judged), f"There was no veto: the text was {OUTCOMES[judged.call.outcome]}."]
    if claim.veto and not claim.negated and judged.against:
        return _no_veto_there(claim, judged)
    if claim.position is Position.NO and Position.ABSTAIN in took:
        return [_ABSTENTION_AS_NO]
    if Position.NON_VOTING in took and claim.position is not Position.NON_VOTING:
        return [NON_VOTING]
    return []


def _no_veto_there(claim: Claim, judged: Judged) -> list[str]:
    if judged.call.body is not Body.SC:
        return [_NO_VETO_IN_ASSEMBLY]
    return [_NO_VETO_OF_THEIRS] if is_by_nobody_who_can(claim) else []


def _of_the_list(claim: Claim, judged: Judged) -> list[str]:
    if claim.only and judged.besides and not judged.against:
        return [f"The list is {number(len(judged.besides), 'state', 'states')} short."]
    if claim.only and judged.against and not judged.besides:
        return [f"The list has {number(len(judged.against), 'state', 'states')} too many."]
    if claim.kind is Kind.POSITION and 0 < len(judged.against) < len(judged.votes):
        return [f"It is not so of {states((v.name for v in judged.against), _MOST_NAMED)}."]
    return []


def _of_siblings(claim: Claim, judged: Judged, record: Record) -> list[str]:
    """Where the same words are true of another text of that day."""
    if claim.kind in _OF_THE_WHOLE_SERIES:
        return []
    others = _of_that_day(judged.call, record)[:_MOST_SIBLINGS]
    fitting = [r for r in others if judge(claim, r, record).holds]
    told = "; ".join(f"{described(r)}, {result(r)}" for r in fitting[:2])
    return [f"It is true of another text of the same day, so the two may have been mixed up: {told}."] if fitting else []


def _of_that_day(call: RollCall, record: Record) -> list[RollCall]:
    """Its siblings, and the other texts of an emergency special session, which has one matter only."""
    same_day = record.catalogue.on(call.date, call.date, call.body)
    session = call.key.rpartition("/")[0]
    emergency = [r for r in same_day if _EMERGENCY in session and r.key.rpartition("/")[0] == session and r != call]
    return [r for r in dict.fromkeys((*siblings(call, record), *emergency)) if is_plain(r)]


_EMERGENCY = "/ES-"


def _of_numbers(claim: Claim, judged: Judged) -> list[str]:
    tally, call = judged.call.tally, judged.call
    yes, no, abstain = claim.tally or (None, None, None)
    if no is not None and no == tally.abstain and no != tally.no:
        return [f"{no} is the number of abstentions, told here as votes against."]
    in_plenary = call.body is Body.GA and not (call.session or "").startswith("ES-")
    near = yes is not None and tally.yes is not None and 0 < abs(yes - tally.yes) <= _CLOSE
    return [_COMMITTEES_FIGURE] if in_plenary and near and abstain != tally.abstain else []
