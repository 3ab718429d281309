"""Calendar arithmetic for words about time: months, seasons, decades and their parts, as (first, last) days, both inclusive."""

from __future__ import annotations

import datetime as dt

Span = tuple[dt.date, dt.date]

FIRST_DAY = dt.date(1945, 10, 24)
"""The Charter entered into force: https://www.un.org/en/about-us/history-of-the-un. "Before 2007" begins here."""

EARLIEST_YEAR = FIRST_DAY.year


def year_span(year: int) -> Span:
    """The whole year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def month_span(year: int, month: int) -> Span:
    """The whole month."""
    return months_span(year, month, 1)


def months_span(year: int, month: int, count: int) -> Span:
    """`count` whole months from `month` on, into the next year where they reach it."""
    next_year, next_month = divmod(year * 12 + month - 1 + count, 12)
    return dt.date(year, month, 1), dt.date(next_year, next_month + 1, 1) - dt.timedelta(days=1)


def decade_span(year: int) -> Span:
    """The ten years from `year` on."""
    return dt.date(year, 1, 1), dt.date(year + 9, 12, 31)


def week_span(day: dt.date) -> Span:
    """Monday to Sunday around that day."""
    monday = day - dt.timedelta(days=day.weekday())
    return monday, monday + dt.timedelta(days=6)


def season_span(year: int, first_month: int) -> Span:
    """A season of three months; a winter begins in December of `year`."""
    return months_span(year, first_month, 3)


def week_of_month(year: int, month: int, place: int) -> Span:
    """The first, second, ... seven days of a month; `place` 5 is the last seven."""
    first, last = month_span(year, month)
    if place >= 5:
        return last - dt.timedelta(days=6), last
    start = first + dt.timedelta(days=7 * (place - 1))
    return start, min(last, start + dt.timedelta(days=6))


_YEAR_PARTS = {"early": (1, 4), "mid": (4, 6), "late": (9, 4), "start": (1, 3), "end": (10, 3)}
_MONTH_PARTS = {"early": (1, 12), "mid": (9, 22), "late": (19, 31), "start": (1, 12), "end": (19, 31)}
_DECADE_PARTS = {"early": (0, 3), "mid": (3, 6), "late": (6, 9), "start": (0, 2), "end": (8, 9)}


def part_of(span: Span, part: str) -> Span:
    """The part that "early", "mid", "late", "start" or "end" names of a month, a year or a decade; wide rather than narrow."""
    first, last = span
    days = (last - first).days
    if days <= 31:
        start, end = _MONTH_PARTS[part]
        return first.replace(day=start), first.replace(day=min(end, last.day))
    if days <= 366:
        month, count = _YEAR_PARTS[part]
        return months_span(first.year, month, count)
    start, end = _DECADE_PARTS[part]
    return dt.date(first.year + start, 1, 1), dt.date(first.year + end, 12, 31)


def half_of(span: Span, which: int) -> Span:
    """The first or the second half of a month or a year."""
    first, last = span
    if (last - first).days <= 31:
        return (first, first.replace(day=15)) if which == 1 else (first.replace(day=16), last)
    return months_span(first.year, 1 if which == 1 else 7, 6)


def latest_month(month: int, today: dt.date) -> Span:
    """The latest such month that has begun."""
    return month_span(today.year if month <= today.month else today.year - 1, month)


def latest_day(month: int, day: int, today: dt.date) -> dt.date:
    """The latest such day that is not to come. ValueError if no year has it."""
    dt.date(2000, month, day)  # a leap year: whatever is no day here is no day at all
    for year in range(today.year, today.year - 9, -1):
        if day <= month_span(year, month)[1].day and dt.date(year, month, day) <= today:
            return dt.date(year, month, day)
    raise ValueError(f"{day}.{month}.")


def full_year(two_digits: int, today: dt.date) -> int | None:
    """The year of the United Nations that two digits mean: 89 -> 1989, 7 -> 2007; None for 30 to 44."""
    recent = today.year - today.year % 100 + two_digits
    if recent <= today.year + 1:
        return recent
    return recent - 100 if recent - 100 >= EARLIEST_YEAR else None


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day `months` earlier, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, month_span(year, month + 1)[1].day))
