"""Why the record is silent on a claim, what it has close by, and what would settle it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.check.claim import Claim
from bot.check.judged import Judged
from bot.check.referent import Referent, Why
from bot.check.verdicts import Verdict, numbers_in_remarks
from bot.lookup.record import Record
from bot.lookup.wording import findings
from bot.lookup.wording.cautions import NOT_IN_OFFICIAL_FILES
from bot.lookup.wording.phrases import BODIES, day, described, reach, result
from bot.lookup.wording.refusals import OUTSIDE
from store.facts import Body, Mode, RollCall, is_plain

_MOST_TOLD = 3
_MOST_PARTS = 6
_WHY = {
    Why.COMMITTEE: OUTSIDE["committee"],
    Why.SECRET_BALLOT: OUTSIDE["secret_ballot"],
    Why.ECOSOC: OUTSIDE["ecosoc"],
    Why.AMENDMENT: (
        "That is a vote on an amendment or a motion, and no roll call of it is in the store: the official files hold adopted "
        "texts only. The meeting record (PV) would settle it."
    ),
    Why.DRAFT: (
        "No vetoed draft of that day is in the store, which holds a selection of them: the official files hold adopted texts "
        "only. The UN's list of vetoes or the meeting record (S/PV) would settle it."
    ),
    Why.SYMBOL: (
        "No recorded vote under that number is in the store: the text may have been adopted without a vote, or be later than "
        "the data."
    ),
    Why.WITHOUT_VOTE: "No vote on it is in the record, which fits an adoption without one; the meeting record would settle it.",
}
_NOTHING = (
    "It may be a committee's vote, a text adopted without a vote or a draft that was not adopted, none of which the official "
    "files hold; the meeting record would settle it."
)

_NO_SIDE = "Only a yes against a no, or the same vote, tells whose side was taken; an abstention does not."


def silence(claim: Claim, verdict: Verdict, referent: Referent, record: Record) -> str:
    """The finding where the verdict is "unverifiable"."""
    body = referent.body or Body.GA
    match verdict.why:
        case Why.CORRECTED:
            call = verdict.judged[0].call
            return f"{findings.vote_line(call)} {call.symbol}: {numbers_in_remarks(claim, call)}"
        case Why.OTHER_TALLY:
            spoken_of = _lines(referent.calls or referent.near)
            return f"{spoken_of} These figures are far from it, so they are rather those of another vote. {_NOTHING}"
        case Why.AMENDMENT if verdict.judged:
            return _parts_held([j.call for j in verdict.judged if not is_plain(j.call)])
        case Why.COMMITTEE:
            return _WHY[Why.COMMITTEE] + _assemblys_own(referent)
        case Why.BODY:
            held = {b: bounds for b in Body if (bounds := record.reaches(b))}
            return f"Votes of the {BODIES[body]} are not in this store, which holds: {reach(held)}."
        case Why.LATER if bounds := record.reaches(body):
            until = day(bounds[1])
            return (
                f"The record of the {BODIES[body]} reaches to {until}: a newer file from the UN Digital Library would settle it."
            )
        case why if why in _WHY:
            return _WHY[why]
    if claim.side and (told := [findings.positions_on(j.call, j.votes) for j in verdict.judged[:_MOST_TOLD] if j.votes]):
        return " ".join((*told, _NO_SIDE))
    silent = [j for j in verdict.judged if j.holds is None]
    return " ".join(dict.fromkeys(_silent(j) for j in silent[:_MOST_TOLD])) or _nothing_then(verdict, referent, body)


def _lines(calls: Sequence[RollCall]) -> str:
    return " ".join(findings.vote_line(call) for call in calls[:_MOST_TOLD])


def _parts_held(calls: Sequence[RollCall]) -> str:
    if not calls:
        return _WHY[Why.AMENDMENT]
    lines = "; ".join(f"{r.title} ({r.symbol}), {result(r)}" for r in calls[:_MOST_PARTS])
    return f"The store has these votes on amendments and motions, of most of them only totals: {lines}. {NOT_IN_OFFICIAL_FILES}"


def _assemblys_own(referent: Referent) -> str:
    near = [r for r in referent.near if r.body is Body.GA][:2]
    return f" The Assembly's own vote: {'; '.join(f'{described(r)}, {result(r)}' for r in near)}." if near else ""


def _silent(judged: Judged) -> str:
    line = findings.vote_line(judged.call)
    return (
        line if judged.call.mode is not Mode.RECORDED else f"{line} That does not settle it: the record has no list that would."
    )


def _nothing_then(verdict: Verdict, referent: Referent, body: Body) -> str:
    near = referent.near or (tuple(j.call for j in verdict.judged) if referent.sure else ())
    nearest = f" The nearest in the record: {'; '.join(f'{described(r)}, {result(r)}' for r in near[:2])}." if near else ""
    return f"No roll call of the {BODIES[body]}{_when(referent)} in the store fits.{nearest} {_NOTHING}"


def _when(referent: Referent) -> str:
    if not referent.days:
        return ""
    first, last = referent.days[0].first, referent.days[-1].last
    return f" of {day(first)}" if first == last else f" from {day(first)} to {day(last)}"
