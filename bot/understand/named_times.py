"""Times that name their day, month, year or decade: "24 February 2025", "early November 2023", "1980-87", "in the 60s".

Each function makes a `Time` of a `Reading`: None where the tokens mean something else, ValueError where no calendar has it.
"""

from __future__ import annotations

import datetime as dt

from bot.understand.date_readings import Reading, Time
from bot.understand.date_words import ATTACK_WORDS, DAYS_KNOWN_BY_DATE, NOT_DATED_AFTER, VERBS_AFTER_MAY
from bot.understand.periods import (
    Span,
    decade_span,
    full_year,
    half_of,
    latest_day,
    latest_month,
    month_span,
    months_span,
    part_of,
    season_span,
    week_of_month,
    week_span,
    year_span,
)


def _day(date: dt.date) -> Time:
    return Time((date, date), "day")


def year_month_day(r: Reading) -> Time:
    return _day(dt.date(r.value("y"), r.value("m"), r.value("d")))


def eight_digits(r: Reading) -> Time | None:
    year, rest = divmod(r.value("c"), 10_000)
    return _day(dt.date(year, *divmod(rest, 100))) if 1945 <= year < 2100 else None


def numeric_date(r: Reading) -> Time | None:
    """Day first with points; with slashes or hyphens either way, and both where both are days."""
    a, b = r.value("a"), r.value("b")
    two_digits = r.tokens[r.end - 1].letter != "y"
    if two_digits and len(r.tokens[r.end - 1].word) != 2:
        return None
    year = r.year()
    if year is None:
        return None
    readings = [(b, a)] if r.tokens[r.end - 2].letter == "." else [(b, a), (a, b)]
    in_calendar = [(month, day) for month, day in readings if 1 <= month <= 12 and 1 <= day <= month_span(year, month)[1].day]
    days = [dt.date(year, month, day) for month, day in in_calendar]
    if not days:
        if two_digits:
            return None
        raise ValueError("no such day")
    other = days[1] if len(days) > 1 and days[1] != days[0] else None
    return Time((days[0], days[0]), "day", other=(other, other) if other else None)


def day_month(r: Reading) -> Time | None:
    """A day and a month, with or without a year."""
    month = r.token("m")
    following = r.following()
    year = r.year()
    if month is None or (year is None and month.word == "may" and following and following.word in VERBS_AFTER_MAY):
        return None
    if year is None and following and following.word in ATTACK_WORDS:
        year = DAYS_KNOWN_BY_DATE.get((month.value, r.value("d")))
    if year is not None:
        return _day(dt.date(year, month.value, r.value("d")))
    date = latest_day(month.value, r.value("d"), r.today)
    return Time((date, date), "day", yearless=True, other=_month_of_short_year(r, month.value))


def _month_of_short_year(r: Reading, month: int) -> Span | None:
    """ "march 24" may be the month of a year, where it is not "on march 24" nor "24 march"."""
    day, name, before = r.token("d"), r.token("m"), r.before()
    if (
        day is None
        or name is None
        or day.start < name.start
        or len(day.word) != 2
        or (before is not None and before.letter in "Ot")
    ):
        return None
    year = r.today.year - r.today.year % 100 + day.value
    return month_span(year, month) if _FIRST_SHORT_YEAR <= year <= r.today.year else None


def day_and_month_in_numbers(r: Reading) -> Time | None:
    """ "am 24.2.", "on 24/2": with a slash either may be the day, and the latest is meant."""
    day_first, month_first = (r.value("b"), r.value("a")), (r.value("a"), r.value("b"))
    pairs = [day_first] if r.tokens[r.end - 1].letter == "." else [day_first, month_first]
    days = [latest_day(month, day, r.today) for month, day in pairs if month <= 12 and day <= month_span(2000, month)[1].day]
    if not days or (9, 11) in pairs:
        return None
    other = days[1] if len(days) > 1 and days[1] != days[0] else None
    return Time((days[0], days[0]), "day", yearless=True, other=(other, other) if other else None)


def day_month_short_year(r: Reading) -> Time | None:
    """ "2 Mar 22"."""
    return day_month(r) if len(r.tokens[r.end - 1].word) == 2 else None


def week_of_day(r: Reading) -> Time | None:
    """ "the week of 24 February 2025"."""
    unit, day = r.token("unit"), day_month(r)
    return Time(week_span(day.span[0]), "week") if unit and day and unit.meaning == "week" else None


def days_of_month(r: Reading) -> tuple[Time, ...]:
    """ "24 and 25 February 2025": a time for each."""
    year, month = r.year(), r.value("m")
    numbers = [t.value for t in r.all_tokens("days", "do")]
    if year is not None:
        return tuple(_day(dt.date(year, month, n)) for n in numbers)
    dates = [latest_day(month, n, r.today) for n in numbers]
    return tuple(Time((d, d), "day", yearless=True) for d in dates)


def day_to_day(r: Reading) -> Time | None:
    """ "5 to 10 December 2023": one range."""
    year, month = r.year(), r.value("m")
    if r.value("d") >= r.value("e"):
        return None
    if year is not None:
        return Time((dt.date(year, month, r.value("d")), dt.date(year, month, r.value("e"))), "week")
    year = latest_day(month, r.value("d"), r.today).year
    return Time((dt.date(year, month, r.value("d")), dt.date(year, month, r.value("e"))), "week", yearless=True)


def day_beyond_31(r: Reading) -> Time:
    return _day(dt.date(r.year() or 2000, r.value("m"), r.value("d")))


def _month_of(r: Reading) -> tuple[Span, bool]:
    """The month of a match, and whether its year was left out."""
    year = r.year()
    if year is None:
        return latest_month(r.value("m"), r.today), True
    return month_span(year, r.value("m")), False


def month(r: Reading) -> Time | None:
    month, year, following = r.token("m"), r.token("y"), r.following()
    dated = month is not None and year is not None and year.start > month.start
    if month and month.word == "may" and not dated and following and following.word in VERBS_AFTER_MAY:
        return None
    span, yearless = _month_of(r)
    return Time(span, "month", yearless=yearless)


def part_of_month(r: Reading) -> Time:
    span, yearless = _month_of(r)
    part = r.token("part")
    return Time(part_of(span, part.meaning if part else "mid"), "month", yearless=yearless)


def piece_of_month(r: Reading) -> Time | None:
    """ "the first week of June 2024", "second half of May"."""
    span, yearless = _month_of(r)
    place = r.token("place")
    unit = r.token("unit")
    if place is None or unit is None:
        return None
    if unit.letter == "h":
        return Time(half_of(span, min(place.value or 2, 2)), "week", yearless=yearless)
    if unit.meaning != "week":
        return None
    return Time(week_of_month(span[0].year, span[0].month, place.value if place.letter != "L" else 5), "week", yearless=yearless)


def month_number_and_year(r: Reading) -> Time | None:
    """ "02/2025": a month."""
    return Time(month_span(r.value("y"), r.value("m")), "month") if 1 <= r.value("m") <= 12 else None


def year_and_digits(r: Reading) -> Time | None:
    """ "1980-87" is a range of years, "2024-02" a month; "2001-08" may be either."""
    year, digits = r.value("y"), r.token("e")
    if digits is None or len(digits.word) != 2:
        return None
    last = year - year % 100 + digits.value + (100 if digits.value < year % 100 else 0)
    years = (dt.date(year, 1, 1), dt.date(last, 12, 31)) if year < last <= r.today.year + 1 else None
    month = month_span(year, digits.value) if 1 <= digits.value <= 12 else None
    if years is not None:
        return Time(years, "years", other=month)
    return Time(month, "month") if month is not None else None


def part_of_year(r: Reading) -> Time | None:
    year, part = r.year(), r.token("part")
    return Time(part_of(year_span(year), part.meaning), "month") if year is not None and part else None


def quarter(r: Reading) -> Time | None:
    year, quarter = r.year(), r.token("q")
    if year is None or quarter is None:
        return None
    if quarter.meaning == "half":
        return Time(half_of(year_span(year), quarter.value), "month") if quarter.value <= 2 else None
    return Time(months_span(year, 3 * quarter.value - 2, 3), "month")


def ordinal_piece(r: Reading) -> Time | None:
    """ "the first quarter of 2024", "the second half of 2023"."""
    year, unit = r.year(), r.token("unit")
    place = r.token("place")
    if year is None or unit is None or place is None:
        return None
    if unit.letter == "h":
        return Time(half_of(year_span(year), min(place.value or 2, 2)), "month")
    return Time(months_span(year, 3 * min(place.value or 4, 4) - 2, 3), "month")


def season_of_year(r: Reading) -> Time | None:
    """A winter is named after its beginning or its end: both, unless "2022/23" says which."""
    year, month = r.year(), r.value("season")
    if year is None:
        return None
    if month != 12:
        return Time(season_span(year, month), "month")
    if r.token("next"):
        return Time(season_span(year, 12), "month")
    return Time(season_span(year - 1, 12), "month", other=season_span(year, 12))


def decade(r: Reading) -> Time:
    span, part = decade_span(r.value("decade")), r.token("part")
    return Time(part_of(span, part.meaning) if part else span, "years")


def decade_of_years(r: Reading) -> Time | None:
    """ "les années 60", "los años 1980", "anni ottanta"; in the plural only."""
    unit, number = r.token("unit"), r.token("number")
    if unit is None or number is None or unit.word not in ("annees", "anos", "anni"):
        return None
    year = number.value if number.letter in "Dy" else 1900 + number.value
    return Time(decade_span(year), "years") if year % 10 == 0 and year >= 1940 else None


def year(r: Reading) -> Time | None:
    """A year after a preposition."""
    year, following = r.year(), r.following()
    if following is not None and following.word in NOT_DATED_AFTER:
        return None
    return Time(year_span(year), "year") if year is not None else None


def bare_year(r: Reading) -> Time | None:
    """A number that nothing introduces: from the first year of the United Nations to the next; 1929 alone is a resolution."""
    year, following = r.value("y"), r.following()
    if following is not None and (following.word in _COUNTED_IN_THOUSANDS or following.word in NOT_DATED_AFTER):
        return None
    return Time(year_span(year), "year") if 1945 <= year <= r.today.year + 1 else None


_FIRST_SHORT_YEAR = 2013  # "march 12" is a day
_COUNTED_IN_THOUSANDS = frozenset(["%", "people", "troops", "percent", "times", "deaths", "dead", "dollars", "euros", "km"])


def short_years(r: Reading) -> Time | None:
    """ "from 75 to 82"."""
    one, two, following = r.token("y"), r.token("z"), r.following()
    if one is None or two is None or len(one.word) != 2 or len(two.word) != 2 or (following and following.letter in "cqUMm%"):
        return None
    first, last = full_year(one.value, r.today), full_year(two.value, r.today)
    return Time((dt.date(first, 1, 1), dt.date(last, 12, 31)), "years") if first and last and first < last else None


def short_year(r: Reading) -> Time | None:
    """ "in 89", "back in 07": two digits that nothing counts."""
    token, following = r.token("y"), r.following()
    if token is None or len(token.word.strip("'")) != 2:
        return None
    counted = "cqUMm" if token.letter == "a" else "cqUMmdeony/-_ZzR"
    if following is not None and (following.letter in counted or following.word == "s"):
        return None
    clear = token.letter in "ae" or token.word.startswith("0")
    if not clear and following is not None and following.letter not in ";,.)":
        return None
    year = full_year(token.value, r.today)
    return Time(year_span(year), "year") if year is not None else None
