"""Where the days asked for hold no fitting vote: a vote close by as a choice, else whether there are others, earlier or later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.lookup.pool import pool
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, Found, Selection
from bot.lookup.topic_fit import SURE, fits_of, topic_words
from bot.question import DayRange, Question
from store.facts import Body, RollCall

_MONTH = 31  # days
_MOST_WEIGHED = 40
_MOST_NEAR = 5


def elsewhere_in_time(question: Question, record: Record, at_least: float = SURE) -> Selection:
    """Votes on the topic at any time, the nearest first; `at_least`: the coverage that they need."""
    if not question.days:
        return Selection(Found.NONE, missing=topic_words(question))
    anywhere = replace(question, days=())
    scored = fits_of(anywhere, record, pool(anywhere, record))
    near = [record.catalogue.by_id[f.roll_call_id] for f in scored if f.coverage >= at_least][:_MOST_WEIGHED]
    if not near:
        return Selection(Found.NONE, missing=topic_words(question))
    near.sort(key=lambda r: min(abs((r.date - d.first).days) for d in question.days))
    return close_by(question, near) or Selection(not_then_or_later(question, record, near), near=tuple(near[:_MOST_NEAR]))


def close_by(question: Question, near: Sequence[RollCall]) -> Selection | None:
    """A day or month that is off by a little: the vote close by is offered, not taken."""
    if not question.days or any((d.last - d.first).days > _MONTH for d in question.days):
        return None
    close = [r for r in near if min(days_off(r.date, d) for d in question.days) <= _MONTH]
    return Selection(Found.CHOOSE, tuple(close[:MOST_CHOICES])) if close else None


def not_then_or_later(question: Question, record: Record, near: Sequence[RollCall] = ()) -> Found:
    """Whether the days asked for are past the record's last, or within it."""
    body = question.body or (near[0].body if near else Body.GA)
    bounds = record.reaches(body)
    if bounds is not None and question.days and all(d.first > bounds[1] and not d.fitting_year for d in question.days):
        return Found.LATER
    return Found.NOT_THEN


def days_off(day: dt.date, days: DayRange) -> int:
    """How far a day lies from the nearer end of a range."""
    return min(abs((day - days.first).days), abs((day - days.last).days))
