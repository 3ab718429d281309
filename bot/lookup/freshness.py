"""Whether an answer may be out of date: its body's newest official vote is old, or the question asks for later than the data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.answer import Answer, Status
from bot.lookup.record import Record
from bot.lookup.wording import cautions
from bot.question import Question
from store.facts import Body, Coverage
from store.importers.datasets import DPPA, is_kept_up

STALE_DAYS = 60
"""The library brings its files up to date a few times a year; meetings are never so far apart."""


def freshness(question: Question, found: Answer, record: Record, today: dt.date, stale_days: int) -> tuple[str, ...]:
    """A note for each body whose file is old, where the answer hangs on how far it reaches; names the page of a newer file.

    A vote that was named by its symbol or its day is what it is, however old the file.
    """
    if found.status is Status.HELP or not _hangs_on_reach(question, record):
        return ()
    notes = []
    for body in _bodies(question, found):
        newest = _newest_file(body, record.coverage())
        if newest is not None and (today - newest.until).days > stale_days:
            notes.append(cautions.stale(body, newest.until, (today - newest.until).days, newest.url))
    return tuple(notes)


def _hangs_on_reach(question: Question, record: Record) -> bool:
    if question.symbols or question.tallies:
        return False
    if not question.days:
        return True
    bounds = record.reaches(question.body or Body.GA)
    return bounds is None or any(d.last > bounds[1] for d in question.days)


def _bodies(question: Question, found: Answer) -> list[Body]:
    named = question.body or found.body
    return list(dict.fromkeys(r.body for r in found.roll_calls)) or [named or Body.GA]


def _newest_file(body: Body, coverage: Sequence[Coverage]) -> Coverage | None:
    """Of the body's official files, the one that reaches furthest; None where none was imported."""
    official = [c for c in coverage if c.body is body and is_kept_up(c.dataset, body) and c.dataset != DPPA.key]
    return max(official, key=lambda c: c.until, default=None)
