"""Times counted from today: "yesterday", "last March", "two years ago", "on Monday", "this autumn", "the last three years"."""

from __future__ import annotations

import datetime as dt

from bot.understand.date_readings import Reading, Time
from bot.understand.date_words import SMALL_NUMBERS
from bot.understand.periods import Span, decade_span, month_span, months_before, part_of, season_span, week_span, year_span


def part_of_near_year(r: Reading) -> Time | None:
    which, unit, part = r.token("which"), r.token("unit"), r.token("part")
    if which is None or unit is None or part is None or unit.meaning not in ("month", "year"):
        return None
    span = _relative_span(unit.meaning, -1 if which.letter == "L" else 0, r.today)
    return Time(part_of(span, part.meaning), "month" if unit.meaning == "year" else "week", relative=True)


def near_season(r: Reading) -> Time:
    """ "this autumn", "last spring", "in the summer": the latest that has begun; with "last" that has ended."""
    which = r.token("which")
    span = season_span(r.today.year, r.value("season"))
    over = which is not None and which.letter == "L"
    while span[0] > r.today or (over and span[1] >= r.today):
        span = season_span(span[0].year - 1, r.value("season"))
    return Time(span, "month", relative=True)


def _relative_span(unit: str, steps: int, today: dt.date) -> Span:
    """The day, week, month, year or ten years `steps` away from the present one."""
    if unit == "day":
        day = today + dt.timedelta(days=steps)
        return day, day
    if unit == "week":
        return week_span(today + dt.timedelta(weeks=steps))
    if unit == "month":
        day = months_before(today, -steps)
        return month_span(day.year, day.month)
    if unit == "year":
        return year_span(today.year + steps)
    return decade_span(today.year - today.year % 10 + 10 * steps)


_KIND_OF_UNIT = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "years"}
_STEP = {"L": -1, "T": 0, "N": 1}


def this_or_last(r: Reading) -> Time | None:
    which, unit = r.token("which"), r.token("unit")
    if which is None or unit is None:
        return None
    if which.word == "past":
        return _window(unit.meaning, 1, r.today)
    if unit.meaning == "decade" and which.letter == "L":
        return _window("decade", 1, r.today)
    if which.word == "previous" or (unit.meaning == "day" and which.letter == "L"):
        return None
    return Time(_relative_span(unit.meaning, _STEP[which.letter], r.today), _KIND_OF_UNIT[unit.meaning], relative=True)


def last_few(r: Reading) -> Time | None:
    """ "the last three years": up to today."""
    unit = r.token("unit")
    return _window(unit.meaning, r.value("count"), r.today) if unit and r.value("count") else None


def _window(unit: str, count: int, today: dt.date) -> Time:
    if unit in ("day", "week"):
        first = today - dt.timedelta(days=count * (7 if unit == "week" else 1))
        return Time((first, today), "week", relative=True)
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    return Time((months_before(today, months), today), "month" if unit == "month" else "years", relative=True)


def ago(r: Reading) -> Time | None:
    """ "two years ago": that year; "three weeks ago": that week."""
    unit, count = r.token("unit"), r.token("count")
    if unit is None or count is None:
        return None
    if count.letter == "f" and count.word != "dos":
        return None  # "dos" is two in Spanish, "of the" in Portuguese
    steps = count.value or SMALL_NUMBERS.get(count.word, 1)
    if unit.meaning == "decade":
        return Time(year_span(r.today.year - 10 * steps), "year", relative=True)
    return Time(_relative_span(unit.meaning, -steps, r.today), _KIND_OF_UNIT[unit.meaning], relative=True)


def days_away(r: Reading) -> Time:
    day = r.today + dt.timedelta(days=r.value("away"))
    return Time((day, day), "day", relative=True)


def yesterday(r: Reading) -> Time:
    day = r.today - dt.timedelta(days=1)
    return Time((day, day), "day", relative=True)


def before_yesterday(r: Reading) -> Time | None:
    unit = r.token("unit")
    if unit is None or unit.meaning != "day" or r.value("away") != -1:
        return None
    day = r.today - dt.timedelta(days=2)
    return Time((day, day), "day", relative=True)


def today(r: Reading) -> Time:
    return Time((r.today, r.today), "day", relative=True)


def weekday(r: Reading) -> Time | None:
    """The latest such day, today included; with "last" before today."""
    which, following = r.token("which"), r.following()
    if which and which.letter == "N":
        return None
    if r.first_token().letter == "r" and following is not None and following.letter in "dox" and following.word.isalpha():
        return None
    back = (r.today.weekday() - r.value("weekday")) % 7
    if back == 0 and which and which.letter == "L":
        back = 7
    day = r.today - dt.timedelta(days=back)
    return Time((day, day), "day", relative=True)


def day_of_this_month(r: Reading) -> Time | None:
    """ "on the 24th": the latest 24th."""
    month = r.today if r.value("d") <= r.today.day else months_before(r.today, 1)
    for back in range(3):
        first, last = month_span(months_before(month, back).year, months_before(month, back).month)
        if r.value("d") <= last.day:
            day = first.replace(day=r.value("d"))
            return Time((day, day), "day", relative=True)
    return None


_AUGUST_BODIES = frozenset(["body", "assembly", "council", "chamber", "institution", "company", "hall"])


def near_month(r: Reading) -> Time | None:
    """ "last March": the latest that is over; "this March": this year's; not "this august body"."""
    which, following = r.token("which"), r.following()
    if following is not None and following.word in _AUGUST_BODIES:
        return None
    month = r.value("m")
    year = r.today.year
    if which is not None and which.letter == "L":
        year -= 0 if month < r.today.month else 1
    elif which is not None and which.letter == "N":
        year += 1 if month <= r.today.month else 0
    return Time(month_span(year, month), "month", relative=True)


def this_year(r: Reading) -> Time:
    return Time(year_span(r.today.year), "year", relative=True)
