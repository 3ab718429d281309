"""A claim and the roll calls that it may be about -> its verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.check.claim import Claim, Kind
from bot.check.judged import Judged
from bot.check.judging import judge
from bot.check.referent import Referent, Why
from bot.check.results import is_far_off
from bot.check.vetoes import is_by_nobody_who_can
from bot.check.which import is_of_several
from bot.lookup.record import Record
from bot.lookup.series import series_of
from bot.report import Judgement
from store.facts import Body, Outcome, RollCall, is_plain

_ENOUGH_COUNTS = 2  # of a tally, so that it is recognised in a remark


@dataclass(frozen=True, slots=True)
class Verdict:
    """`judged`: on each roll call that the words fit; `why`: the reason where the record is silent."""

    judgement: Judgement
    judged: tuple[Judged, ...] = ()
    why: Why | None = None


def verdict_on(claim: Claim, referent: Referent, record: Record) -> Verdict:
    """True of all readings is supported, false of all contradicted, true of some ambiguous; silence is unverifiable."""
    calls = _calls_meant(claim, referent, record)
    if referent.why is Why.AMENDMENT and calls:
        judged = tuple(judge(claim, call, record) for call in calls)
        if any(j.holds for j in judged):
            return Verdict("supported", tuple(j for j in judged if j.holds))
        return Verdict("unverifiable", judged, Why.AMENDMENT)
    if not calls:
        return Verdict("unverifiable", why=referent.why or Why.NOT_THEN)
    vetoed = any(c.outcome is Outcome.VETOED for c in calls)
    known = referent.exact or _of_one_day(referent) or is_by_nobody_who_can(claim) or _in_assembly(calls)
    if claim.veto and not claim.negated and not vetoed and not known:
        return Verdict("unverifiable", why=Why.DRAFT)
    judged = tuple(judge(claim, call, record) for call in calls)
    holds = [j.holds for j in judged]
    if claim.series or is_of_several(claim.which):
        every = _of_every(judged)
        doubted = referent.guess and every.judgement == "contradicted"
        return Verdict("unverifiable", judged, Why.NOT_THEN) if doubted else every
    if all(h is True for h in holds):
        vague = referent.guess and not referent.sure and claim.tally is None
        return Verdict("unverifiable", judged, Why.NOT_THEN) if vague else Verdict("supported", judged)
    if all(h is False for h in holds):
        if claim.vague or (not referent.sure and len(calls) > 1) or referent.guess or _may_be_of_a_draft(claim, referent):
            return Verdict("unverifiable", judged, Why.NOT_THEN)
        others = tuple(j for j in (judge(claim, call, record) for call in referent.rivals) if j.holds)
        if others:
            return Verdict("ambiguous", (*others, *judged))
        if all(is_far_off(call, claim.tally or ()) for call in calls):
            return Verdict("unverifiable", (), Why.OTHER_TALLY)
        if any(numbers_in_remarks(claim, call) for call in calls):
            return Verdict("unverifiable", judged, Why.CORRECTED)
        if claim.outcome == "without_vote" and not referent.exact:
            return Verdict("unverifiable", judged, Why.WITHOUT_VOTE)
        return Verdict("contradicted", judged)
    if True in holds and False in holds:
        return Verdict("ambiguous", judged)
    return Verdict("unverifiable", judged, referent.why)


def _in_assembly(calls: Sequence[RollCall]) -> bool:
    return all(c.body is not Body.SC for c in calls)


def _of_one_day(referent: Referent) -> bool:
    """Whether no draft of another day can be meant, which the store may lack."""
    return referent.sure and all(d.precision == "day" for d in referent.days)


def _calls_meant(claim: Claim, referent: Referent, record: Record) -> Sequence[RollCall]:
    if claim.series and referent.calls:
        return [r for r in referent.series or series_of(referent.calls[0], record) if is_plain(r)]
    if claim.kind in (Kind.SUPERLATIVE, Kind.NEVER_BEFORE) and referent.calls:
        return referent.calls[:1]
    return referent.calls


def _of_every(judged: tuple[Judged, ...]) -> Verdict:
    failed = tuple(j for j in judged if j.holds is False)
    if failed:
        return Verdict("contradicted", failed)
    if any(j.holds is None for j in judged):
        return Verdict("unverifiable", judged)
    return Verdict("supported", judged)


def _may_be_of_a_draft(claim: Claim, referent: Referent) -> bool:
    """That a text failed is not contradicted by another of that day that was adopted: the store holds few failed drafts."""
    return claim.kind is Kind.OUTCOME and claim.outcome in ("rejected", "vetoed") and not referent.sure


def numbers_in_remarks(claim: Claim, call: RollCall) -> str | None:
    """What a source remarks of a roll call, where it holds the tally claimed: one announced, or corrected later."""
    given = claim.tally or (None, None, None)
    if sum(n is not None for n in given) < _ENOUGH_COUNTS:
        return None
    return next((r.detail for r in call.remarks if any(_same(given, told) for told in _TALLY.findall(r.detail))), None)


def _same(given: tuple[int | None, ...], told: tuple[str, ...]) -> bool:
    return all(n is None or str(n) == other for n, other in zip(given, told, strict=True))


_TALLY = re.compile(r"\b(\d{1,3})-(\d{1,3})-(\d{1,3})\b")
