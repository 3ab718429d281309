"""Which votes a state cast one way: "which resolutions did Russia oppose in the Council", "when did it last abstain there"."""

from __future__ import annotations

from bot.answer import Answer, Status
from bot.lookup.not_found import refuse
from bot.lookup.own_votes import own_votes
from bot.lookup.pool import pool
from bot.lookup.record import Record
from bot.lookup.wording import findings, refusals, totals
from bot.question import Flag, Intent, Question
from store.facts import Body, Mode, Position

_MOST_LISTED = 60
_MOST_READ_OUT = 3


def own_record(question: Question, record: Record) -> Answer | None:
    """None where something else is asked, or where a vote or a matter is named: that vote is then meant, or that series."""
    if Flag.OWN_VOTES not in question.flags or len(question.members) != 1 or question.groups or question.position is None:
        return None
    names_vote = question.has_topic or question.symbols or question.tallies or question.same or question.like
    if names_vote or Flag.ONLY_ONE in question.flags:
        return None
    body = question.body or Body.GA
    if not record.holds_official(body):
        return refuse(question.intent, refusals.SELECTION_ONLY)
    calls = [r for r in pool(question, record) if r.body is body and r.mode is Mode.RECORDED]
    took = [v for v in own_votes(question, calls, record) if v.position is question.position]
    if not calls:
        return None
    told = totals.times_taken([record.short(question.members[0].codes[0])], question.position, len(took), calls)
    if took and Flag.LAST_ONE in question.flags:
        last = took[0].roll_call.date
        latest = [v for v in took if v.roll_call.date == last]
        told = " ".join((*(findings.positions_on(v.roll_call, [v]) for v in latest[:_MOST_READ_OUT]), told))
        shown = latest
    else:
        shown = took[:_MOST_LISTED]
    return Answer(
        Status.ANSWERED,
        Intent.SEARCH,
        told,
        roll_calls=tuple(v.roll_call for v in shown),
        votes=tuple(shown),
        value=float(len(took)),
        notes=(totals.FAILED_IN_PART,) if body is Body.SC and question.position is Position.NO else (),
    )
