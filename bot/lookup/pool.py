"""The roll calls that a question's body, session and days leave, before any topic is looked at."""

from __future__ import annotations

import datetime as dt
from calendar import isleap
from collections.abc import Callable, Iterable, Sequence

from bot.lookup.record import Record
from bot.question import ANY_EMERGENCY_SESSION, DayRange, Flag, Intent, Question
from store.facts import PARTS, Body, Kind, Mode, Outcome, RollCall

_LISTS = frozenset({Intent.SEARCH, Intent.COUNT})
_WHOLE_TEXTS = frozenset({Kind.RESOLUTION, Kind.DECISION})


def pool(question: Question, record: Record) -> list[RollCall]:
    """Newest first. Amendments, paragraphs and motions only where the question speaks of them, as are texts that failed.

    A session that the days named are not of is a word of the title ("place of meeting of the 6th session, March 1951").
    """
    parts = Flag.AMENDMENTS in question.flags
    if Flag.FAILED in question.flags and question.intent in _LISTS:
        calls = _of_days(question.days, lambda first, last: record.catalogue.on(first, last, question.body))
        then = [r for r in calls if r.outcome is not Outcome.ADOPTED and (parts or r.kind not in PARTS)]
    else:
        among = record.catalogue.on if parts else record.catalogue.plain_on
        then = _of_days(question.days, lambda first, last: among(first, last, question.body))
    return in_session(then, question.session) or (then if question.days else [])


def _of_days(days: Sequence[DayRange], between: Callable[[dt.date, dt.date], Sequence[RollCall]]) -> list[RollCall]:
    """What `in_days` leaves of all, found by the days instead of looked through; `between` two days, both inclusive."""
    if not days:
        return list(between(dt.date.min, dt.date.max))
    found: list[RollCall] = []
    first_found: dt.date | None = None
    for first, last in sorted(_stretches(days, between), key=lambda stretch: stretch[1], reverse=True):
        if first_found is None or last < first_found:
            found.extend(between(first, last))
        elif first < first_found:
            found.extend(between(first, first_found - dt.timedelta(days=1)))
        first_found = first if first_found is None else min(first, first_found)
    return found


def _stretches(
    days: Sequence[DayRange], between: Callable[[dt.date, dt.date], Sequence[RollCall]]
) -> set[tuple[dt.date, dt.date]]:
    """First and last days; of days that fit any year, those of every year from the oldest roll call to the newest."""
    found = {(d.first, d.last) for d in days if not d.fitting_year}
    if yearly := [d for d in days if d.fitting_year]:
        everything = between(dt.date.min, dt.date.max)
        years = range(everything[-1].date.year, everything[0].date.year + 1) if everything else ()
        found |= {(_from(d.first, year), _until(d.last, year)) for d in yearly for year in years}
    return {(first, last) for first, last in found if first <= last}


def _from(day: dt.date, year: int) -> dt.date:
    return dt.date(year, 3, 1) if _is_leap_day(day) and not isleap(year) else day.replace(year=year)


def _until(day: dt.date, year: int) -> dt.date:
    return dt.date(year, 2, 28) if _is_leap_day(day) and not isleap(year) else day.replace(year=year)


def _is_leap_day(day: dt.date) -> bool:
    return (day.month, day.day) == (2, 29)


def measured(question: Question, record: Record) -> list[RollCall]:
    """Texts adopted by a recorded vote of one body, the Assembly unless another is named: what agreement and counts run over."""
    body = question.body or Body.GA
    if Flag.FAILED in question.flags and question.intent in _LISTS:
        return [r for r in pool(question, record) if r.body is body]
    kinds = _WHOLE_TEXTS | PARTS if Flag.AMENDMENTS in question.flags else _WHOLE_TEXTS
    calls = _of_days(question.days, lambda first, last: record.catalogue.on(first, last, body))
    return in_session([r for r in calls if r.kind in kinds and _is_counted(r)], question.session)


def _is_counted(call: RollCall) -> bool:
    """The rights bodies' files hold thousands of texts adopted without a vote; the Council's few are named with their number."""
    return call.mode is Mode.RECORDED or call.body not in (Body.HRC, Body.CHR)


def votes_named(question: Question, record: Record) -> list[RollCall]:
    """All that the question's nicknames stand for, at any time."""
    return [r for name in question.names for r in record.named_votes(name.key)]


def recorded(roll_calls: Iterable[RollCall]) -> list[RollCall]:
    """Those with a roll."""
    return [r for r in roll_calls if r.mode is Mode.RECORDED]


def in_session(roll_calls: Iterable[RollCall], session: str | None) -> list[RollCall]:
    """Those of the session; every emergency special session where none is named."""
    if session == ANY_EMERGENCY_SESSION:
        return [r for r in roll_calls if r.session is not None and r.session.startswith(ANY_EMERGENCY_SESSION)]
    return list(roll_calls) if session is None else [r for r in roll_calls if r.session == session]


def in_days(roll_calls: Iterable[RollCall], days: Sequence[DayRange]) -> list[RollCall]:
    """Those of any of the days; all where no days are named."""
    if not days:
        return list(roll_calls)
    calls = list(roll_calls)
    different = {(d.first, d.last, d.fitting_year): d for d in days}.values()
    held = {date for date in {r.date for r in calls} if any(d.holds(date) for d in different)}
    return [r for r in calls if r.date in held]
