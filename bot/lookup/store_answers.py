"""What the store holds, and what can be asked of it."""

from __future__ import annotations

import datetime as dt

from bot.answer import Answer, Status
from bot.lookup.record import Record
from bot.lookup.wording import cautions, offers
from bot.question import Intent
from store.facts import Body


def coverage(record: Record) -> Answer:
    """What the store holds and how far it reaches."""
    held = record.coverage()
    bounds: dict[Body, tuple[dt.date, dt.date]] = {}
    for part in held:
        first, until = bounds.get(part.body, (part.first, part.until))
        bounds[part.body] = (min(first, part.first), max(until, part.until))
    lead = offers.store_holds(sum(part.roll_calls for part in held), bounds)
    notes = (cautions.STARTER_ONLY,) if record.is_selection else ()
    return Answer(Status.ANSWERED, Intent.COVERAGE, lead, notes=notes, coverage=held)


def help_text(record: Record) -> Answer:
    """What can be asked."""
    return Answer(Status.HELP, Intent.ABOUT, offers.HELP, suggestions=offers.EXAMPLES, coverage=record.coverage())


def text_to_check() -> Answer:
    """A pasted text is no question: what checks it."""
    return Answer(Status.HELP, Intent.ABOUT, offers.TEXT_TO_CHECK)


def held_by(record: Record) -> dict[Body, tuple[dt.date, dt.date]]:
    """How far the store reaches: the first and the last day of each body's votes."""
    return {body: found for body in Body if (found := record.reaches(body)) is not None}
