"""What the thread was about -> its roll calls again, their siblings, or the same text in other sessions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.lookup.other_parts import other_of_that_day, part_at, part_called
from bot.lookup.picking import one_per_range
from bot.lookup.pool import in_days
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection, wants_all
from bot.lookup.series import series_of
from bot.lookup.wording.phrases import day
from bot.question import DayRange, Flag, Question
from store.facts import RollCall

_MOST_NEAR = 5


def by_thread(question: Question, record: Record) -> Selection | None:
    """None where the question does not lean on the thread, or the store no longer holds what it leans on."""
    if question.same:
        return _same(question, record)
    models = _held(question.like, record)
    return _like(models[0], question, record) if models else None


def on_the_day_of(question: Question, record: Record) -> Question:
    """ "And UNRWA the same day?": with the day of the vote spoken of, or the year before or after it; what has a time of its
    own ("and each year until 1989?") begins the day after it."""
    if question.days:
        after = [r.date + dt.timedelta(days=1) for r in _held(question.day_of, record)]
        return replace(question, days=tuple(replace(d, first=max(after)) for d in question.days)) if after else question
    days = tuple(_time_of(r, question) for r in _held(question.day_of, record))
    return replace(question, days=days) if days else question


def _time_of(call: RollCall, question: Question) -> DayRange:
    years = question.years_on or (Flag.AFTER in question.flags) - (Flag.BEFORE in question.flags)
    if not years:
        return DayRange(call.date, call.date, day(call.date), 0, 0)
    year = call.date.year + years
    return DayRange(dt.date(year, 1, 1), dt.date(year, 12, 31), str(year), 0, 0, "year")


def _held(keys: tuple[str, ...], record: Record) -> list[RollCall]:
    return list(dict.fromkeys(r for key in keys for r in record.catalogue.again(key)))


def _same(question: Question, record: Record) -> Selection | None:
    found = _held(question.same, record)
    if not found:
        return None
    if question.letter is not None:
        return part_called(question.letter, found, record)
    if question.place is not None:
        return part_at(question.place, found, record)
    if Flag.SIBLING not in question.flags:
        return Selection(Found.MEANT, tuple(found))
    return other_of_that_day(found, question.body, record)


def _like(model: RollCall, question: Question, record: Record) -> Selection | None:
    """ "The year before?", "and in 2023?": other votes of the series of the one spoken of."""
    series = _series_of(model, question, record)
    near = tuple(series[:_MOST_NEAR])
    if {Flag.BEFORE, Flag.AFTER} & question.flags:
        earlier = [r for r in series if r.date < model.date][:1]
        later = [r for r in series if r.date > model.date][-1:]
        neighbours = earlier if Flag.BEFORE in question.flags else later
        return Selection(Found.MEANT, tuple(neighbours)) if neighbours else Selection(Found.NOT_THEN, near=near)
    if question.years_on:
        that_year = [r for r in series if r.date.year == model.date.year + question.years_on]
        return Selection(Found.MEANT, tuple(that_year)) if that_year else Selection(Found.NOT_THEN, near=near)
    then = in_days(series, question.days)
    if then and (wants_all(question) or not question.days):
        return Selection(Found.MEANT, tuple(then))
    if then:
        return one_per_range(then, question)
    if question.topic or question.names:
        return None
    return Selection(Found.NOT_THEN, near=near, missing=(model.title,))


def _series_of(model: RollCall, question: Question, record: Record) -> list[RollCall]:
    """Newest first: by the nickname's own list where one was used, else by title."""
    for name in question.names:
        if record.name_kind(name.key) == "series" and model in record.named_votes(name.key):
            return list(record.named_votes(name.key))
    return series_of(model, record)
