"""Vetoes: a permanent member's no that sank a Council draft which had the votes. The store may hold a selection only, and says so."""

from __future__ import annotations

from bot.answer import Answer, Reason, Status
from bot.lookup import wording
from bot.lookup.pool import in_days
from bot.lookup.record import Record
from bot.question import Intent, Question
from store.facts import Outcome, RollCall


def vetoes(question: Question, record: Record) -> Answer | None:
    """The vetoed drafts in the store, of the states and days asked for; None where the question is about one named vote."""
    codes = {c for m in question.members for c in m.codes}
    found = [r for r in record.catalogue.newest_first if r.outcome is Outcome.VETOED and (not codes or codes & set(r.vetoed_by))]
    found = in_days(found, question.days)
    names = wording.listing([record.short(m.codes[0]) for m in question.members]) if question.members else ""
    lead = f"{_counted(found)}{f' vetoed by {names}' if names else ''} {'is' if len(found) == 1 else 'are'} in the store. {wording.VETOES_INCOMPLETE}"
    return Answer(
        Status.NOT_FOUND, Intent.VETO, lead, tuple(found[:40]), (), tuple(sorted(codes)), reason=Reason.NOT_IN_RECORD, listed=True
    )


def _counted(found: list[RollCall]) -> str:
    return f"{len(found)} {'text' if len(found) == 1 else 'texts'}"
