"""One date or period in a line of token letters -> what it means on a day called today.

`SHAPES` is the table: groups of letters of each of which one must be there, a pattern of letters (`bot.understand.date_tokens`), and what to make of it,
the most specific first. A pattern is compiled when a text first needs it (`compiled`), because most questions need few.
A date that no calendar has raises ValueError, which `bot.understand.dates` reports as impossible.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from bot.understand.date_tokens import Token
from bot.understand.date_words import SMALL_NUMBERS, VERBS_AFTER_MAY
from bot.understand.periods import (
    Span,
    decade_span,
    full_year,
    half_of,
    latest_day,
    latest_month,
    month_span,
    months_before,
    months_span,
    part_of,
    season_span,
    week_of_month,
    week_span,
    year_span,
)


@dataclass(frozen=True, slots=True)
class Time:
    """Days that one expression means. `yearless`: no year was given, and `span` is the latest that fits.

    `other`: the second reading of an ambiguous date. `kind` is the precision of `bot.question.DayRange`.
    """

    span: Span
    kind: str
    yearless: bool = False
    relative: bool = False
    other: Span | None = None

    def in_year(self, year: int) -> Time:
        """The same month or day in another year. ValueError where that year has no such day."""
        first, last = self.span
        if self.kind == "day":
            day = first.replace(year=year)
            return Time((day, day), "day")
        whole = first.day == 1 and last == month_span(last.year, last.month)[1]
        last_year = year + last.year - first.year
        return Time((first.replace(year=year), month_span(last_year, last.month)[1] if whole else last.replace(year=last_year)), self.kind)


class Reading:
    """One match of a shape: the tokens under the names of its groups, and the day of asking."""

    def __init__(self, match: re.Match[str], tokens: Sequence[Token], today: dt.date) -> None:
        self._match = match
        self.tokens = tokens
        self.today = today
        self.end = match.end()

    def token(self, group: str) -> Token | None:
        """The token of a group, or None where the group is not there."""
        at = self._match.start(group) if group in self._match.re.groupindex else -1
        return self.tokens[at] if at >= 0 else None

    def value(self, group: str) -> int:
        """The number of a group's token."""
        token = self.token(group)
        return token.value if token else 0

    def all_tokens(self, group: str, letters: str) -> list[Token]:
        """The tokens within a group that have one of these letters."""
        return [t for t in self.tokens[self._match.start(group) : self._match.end(group)] if t.letter in letters]

    def year(self, group: str = "y") -> int | None:
        """The four-digit year of a group; None where it is not there. ValueError for two digits that mean none."""
        token = self.token(group)
        if token is None:
            return None
        if token.letter == "y":
            return token.value
        year = full_year(token.value, self.today)
        if year is None:
            raise ValueError(token.word)
        return year

    def following(self) -> Token | None:
        """The token after the match."""
        return self.tokens[self.end] if self.end < len(self.tokens) else None

    def first_token(self) -> Token:
        """The token with which the match begins."""
        return self.tokens[self._match.start()]


Maker = Callable[[Reading], "Time | tuple[Time, ...] | None"]


def _day(date: dt.date) -> Time:
    return Time((date, date), "day")


def _ymd(r: Reading) -> Time:
    return _day(dt.date(r.value("y"), r.value("m"), r.value("d")))


def _compact(r: Reading) -> Time | None:
    year, rest = divmod(r.value("c"), 10_000)
    return _day(dt.date(year, *divmod(rest, 100))) if 1945 <= year < 2100 else None


def _numeric(r: Reading) -> Time | None:
    """Day first with points; with slashes or hyphens either way, and both where both are days."""
    a, b = r.value("a"), r.value("b")
    two_digits = r.tokens[r.end - 1].letter != "y"
    if two_digits and len(r.tokens[r.end - 1].word) != 2:
        return None
    year = r.year()
    if year is None:
        return None
    readings = [(b, a)] if r.tokens[r.end - 2].letter == "." else [(b, a), (a, b)]
    days = [dt.date(year, month, day) for month, day in readings if 1 <= month <= 12 and 1 <= day <= month_span(year, month)[1].day]
    if not days:
        if two_digits:
            return None
        raise ValueError("no such day")
    other = days[1] if len(days) > 1 and days[1] != days[0] else None
    return Time((days[0], days[0]), "day", other=(other, other) if other else None)


def _day_month(r: Reading) -> Time | None:
    """A day and a month, with or without a year."""
    month = r.token("m")
    following = r.following()
    year = r.year()
    if month is None or (year is None and month.word == "may" and following and following.word in VERBS_AFTER_MAY):
        return None
    if year is not None:
        return _day(dt.date(year, month.value, r.value("d")))
    date = latest_day(month.value, r.value("d"), r.today)
    return Time((date, date), "day", yearless=True)


def _day_month_short_year(r: Reading) -> Time | None:
    """ "2 Mar 22"."""
    return _day_month(r) if len(r.tokens[r.end - 1].word) == 2 else None


def _week_of_day(r: Reading) -> Time | None:
    """ "the week of 24 February 2025"."""
    unit, day = r.token("unit"), _day_month(r)
    return Time(week_span(day.span[0]), "week") if unit and day and unit.meaning == "week" else None


def _days_of_month(r: Reading) -> tuple[Time, ...]:
    """ "24 and 25 February 2025": a time for each."""
    year, month = r.year(), r.value("m")
    numbers = [t.value for t in r.all_tokens("days", "do")]
    if year is not None:
        return tuple(_day(dt.date(year, month, n)) for n in numbers)
    dates = [latest_day(month, n, r.today) for n in numbers]
    return tuple(Time((d, d), "day", yearless=True) for d in dates)


def _day_to_day(r: Reading) -> Time | None:
    """ "5 to 10 December 2023": one range."""
    year, month = r.year(), r.value("m")
    if r.value("d") >= r.value("e"):
        return None
    if year is not None:
        return Time((dt.date(year, month, r.value("d")), dt.date(year, month, r.value("e"))), "week")
    year = latest_day(month, r.value("d"), r.today).year
    return Time((dt.date(year, month, r.value("d")), dt.date(year, month, r.value("e"))), "week", yearless=True)


def _impossible_day(r: Reading) -> Time:
    return _day(dt.date(r.year() or 2000, r.value("m"), r.value("d")))


def _month_of(r: Reading) -> tuple[Span, bool]:
    """The month of a match, and whether its year was left out."""
    year = r.year()
    if year is None:
        return latest_month(r.value("m"), r.today), True
    return month_span(year, r.value("m")), False


def _month(r: Reading) -> Time | None:
    month, following = r.token("m"), r.following()
    if month and month.word == "may" and r.token("y") is None and following and following.word in VERBS_AFTER_MAY:
        return None
    span, yearless = _month_of(r)
    return Time(span, "month", yearless=yearless)


def _part_of_month(r: Reading) -> Time:
    span, yearless = _month_of(r)
    part = r.token("part")
    return Time(part_of(span, part.meaning if part else "mid"), "month", yearless=yearless)


def _piece_of_month(r: Reading) -> Time | None:
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


def _number_and_year(r: Reading) -> Time | None:
    """ "02/2025": a month."""
    return Time(month_span(r.value("y"), r.value("m")), "month") if 1 <= r.value("m") <= 12 else None


def _year_and_digits(r: Reading) -> Time | None:
    """ "1980-87" is a range of years; "2001-08" may be August as well."""
    year, digits = r.value("y"), r.token("e")
    if digits is None or len(digits.word) != 2:
        return None
    century = year - year % 100
    last = century + digits.value if digits.value >= year % 100 else century + 100 + digits.value
    # An hour-glass: 1998/99 and 1999/00 go on, 2024-02 goes back and is a month.
    years = (dt.date(year, 1, 1), dt.date(last, 12, 31)) if year < last <= year + 60 and digits.value != year % 100 else None
    month = month_span(year, digits.value) if 1 <= digits.value <= 12 else None
    if month and digits.value < year % 100:
        return Time(month, "month")
    if years is None:
        return Time(month, "month") if month else None
    return Time(years, "years", other=month)


def _part_of_year(r: Reading) -> Time | None:
    year, part = r.year(), r.token("part")
    return Time(part_of(year_span(year), part.meaning), "month") if year is not None and part else None


def _part_of_this_or_last_year(r: Reading) -> Time | None:
    which, unit, part = r.token("which"), r.token("unit"), r.token("part")
    if which is None or unit is None or part is None or unit.meaning not in ("month", "year"):
        return None
    span = _relative_span(unit.meaning, -1 if which.letter == "L" else 0, r.today)
    return Time(part_of(span, part.meaning), "month" if unit.meaning == "year" else "week", relative=True)


def _quarter(r: Reading) -> Time | None:
    year, quarter = r.year(), r.token("q")
    if year is None or quarter is None:
        return None
    if quarter.meaning == "half":
        return Time(half_of(year_span(year), quarter.value), "month") if quarter.value <= 2 else None
    return Time(months_span(year, 3 * quarter.value - 2, 3), "month")


def _ordinal_piece(r: Reading) -> Time | None:
    """ "the first quarter of 2024", "the second half of 2023"."""
    year, unit = r.year(), r.token("unit")
    place = r.token("place")
    if year is None or unit is None or place is None:
        return None
    if unit.letter == "h":
        return Time(half_of(year_span(year), min(place.value or 2, 2)), "month")
    return Time(months_span(year, 3 * min(place.value or 4, 4) - 2, 3), "month")


def _season_of_year(r: Reading) -> Time | None:
    """A winter is named after its beginning or its end: both, unless "2022/23" says which."""
    year, month = r.year(), r.value("season")
    if year is None:
        return None
    if month != 12:
        return Time(season_span(year, month), "month")
    if r.token("next"):
        return Time(season_span(year, 12), "month")
    return Time(season_span(year - 1, 12), "month", other=season_span(year, 12))


def _season_near(r: Reading) -> Time:
    """ "this autumn", "last spring", "in the summer": the latest that has begun; with "last" that has ended."""
    which = r.token("which")
    span = season_span(r.today.year, r.value("season"))
    over = which is not None and which.letter == "L"
    while span[0] > r.today or (over and span[1] >= r.today):
        span = season_span(span[0].year - 1, r.value("season"))
    return Time(span, "month", relative=True)


def _decade(r: Reading) -> Time:
    span, part = decade_span(r.value("decade")), r.token("part")
    return Time(part_of(span, part.meaning) if part else span, "years")


def _decade_of_years(r: Reading) -> Time | None:
    """ "les années 60", "los años 1980", "anni ottanta"; in the plural only."""
    unit, number = r.token("unit"), r.token("number")
    if unit is None or number is None or unit.word not in ("annees", "anos", "anni"):
        return None
    year = number.value if number.letter in "Dy" else 1900 + number.value
    return Time(decade_span(year), "years") if year % 10 == 0 and year >= 1940 else None


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


def _this_or_last(r: Reading) -> Time | None:
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


def _last_few(r: Reading) -> Time | None:
    """ "the last three years": up to today."""
    unit = r.token("unit")
    return _window(unit.meaning, r.value("count"), r.today) if unit and r.value("count") else None


def _window(unit: str, count: int, today: dt.date) -> Time:
    if unit in ("day", "week"):
        first = today - dt.timedelta(days=count * (7 if unit == "week" else 1))
        return Time((first, today), "week", relative=True)
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    return Time((months_before(today, months), today), "month" if unit == "month" else "years", relative=True)


def _ago(r: Reading) -> Time | None:
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


def _days_away(r: Reading) -> Time:
    day = r.today + dt.timedelta(days=r.value("away"))
    return Time((day, day), "day", relative=True)


def _yesterday(r: Reading) -> Time:
    day = r.today - dt.timedelta(days=1)
    return Time((day, day), "day", relative=True)


def _before_yesterday(r: Reading) -> Time | None:
    unit = r.token("unit")
    if unit is None or unit.meaning != "day" or r.value("away") != -1:
        return None
    day = r.today - dt.timedelta(days=2)
    return Time((day, day), "day", relative=True)


def _today(r: Reading) -> Time:
    return Time((r.today, r.today), "day", relative=True)


def _weekday(r: Reading) -> Time | None:
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


def _day_of_this_month(r: Reading) -> Time | None:
    """ "on the 24th": the latest 24th."""
    month = r.today if r.value("d") <= r.today.day else months_before(r.today, 1)
    for back in range(3):
        first, last = month_span(months_before(month, back).year, months_before(month, back).month)
        if r.value("d") <= last.day:
            day = first.replace(day=r.value("d"))
            return Time((day, day), "day", relative=True)
    return None


def _near_month(r: Reading) -> Time:
    """ "last March": the latest that is over; "this March": this year's."""
    which = r.token("which")
    month = r.value("m")
    if which is None or which.letter != "L":
        return Time(month_span(r.today.year + (1 if which and which.letter == "N" and month <= r.today.month else 0), month), "month", relative=True)
    return Time(month_span(r.today.year - (0 if month < r.today.month else 1), month), "month", relative=True)


def _year(r: Reading) -> Time | None:
    year = r.year()
    return Time(year_span(year), "year") if year is not None else None


def _bare_year(r: Reading) -> Time | None:
    """A number that nothing introduces: no later than next year."""
    year, following = r.value("y"), r.following()
    if following is not None and following.word in _COUNTED_IN_THOUSANDS:
        return None
    return Time(year_span(year), "year") if 1900 <= year <= r.today.year + 1 else None


_COUNTED_IN_THOUSANDS = frozenset(["%", "people", "troops", "percent", "times", "deaths", "dead", "dollars", "euros", "km", "miles"])


def _short_year(r: Reading) -> Time | None:
    """ "in 89", "back in 07": two digits that nothing counts."""
    token, following = r.token("y"), r.following()
    if token is None or len(token.word.strip("'")) != 2:
        return None
    if following is not None and (following.letter in ("cqUMm" if token.letter == "a" else "cqUMmdeony/-_") or following.word == "s"):
        return None
    clear = token.letter in "ae" or token.word.startswith("0")
    if not clear and following is not None and following.letter not in ";,.)":
        return None
    year = full_year(token.value, r.today)
    return Time(year_span(year), "year") if year is not None else None


def _this_year(r: Reading) -> Time:
    return Time(year_span(r.today.year), "year", relative=True)


compiled = cache(re.compile)

_M = "(?P<m>[Mm])"
_Y = r"(?:\.?,?f?t?\(?(?P<y>[ya])\)?)"
_WEEKDAY = r"(?:[Wr]\.?,?\(?t?)?"
_NO_COUNT = "(?![cU])"
_PREPOSITION = "(?<=[iSAbRFBvO])"
_PREPOSITION_AND_ARTICLE = "(?<=[iSAbRFBvO]t)"

SHAPES: tuple[tuple[tuple[frozenset[str], ...], str, Maker], ...] = tuple(
    (tuple(frozenset(group) for group in needed.split()), pattern, make)
    for needed, pattern, make in (
        # Whole dates.
        ("y", r"(?P<y>y)(?P<sep>[-/.])(?P<m>[den])(?P=sep)(?P<d>[den])", _ymd),
        ("C", r"(?P<c>C)", _compact),
        ("y", r"(?P<a>[den])(?P<sep>[-/.])(?P<b>[den])(?P=sep)(?P<y>y)", _numeric),
        ("/.", r"(?<![-/.])(?P<a>d)(?P<sep>[/.])(?P<b>d)(?P=sep)(?P<y>[de])(?![-/])", _numeric),
        ("Mm do -/", rf"(?P<d>d)(?P<sep>[-/]){_M}(?P=sep)(?P<y>[yade])", _day_month),
        ("Mm do -ZzR", rf"{_WEEKDAY}(?P<d>[do])\.?f?t?(?:[-Zz]|R)t?(?P<e>[do])\.?f?t?{_M}{_Y}?", _day_to_day),
        ("Mm do -ZzR", rf"{_M}\.?t?(?P<d>[do])(?:[-Zz]|R)t?(?P<e>[do])(?!c){_Y}?", _day_to_day),
        ("Mm do &,", rf"(?P<days>[do]\.?(?:(?:,&?|&)t?[do]\.?)+)f?{_M}{_Y}?", _days_of_month),
        ("Mm do &,", rf"{_M}\.?t?(?P<days>[do](?:(?:,&|&)t?[do])+)(?![cU]){_Y}?", _days_of_month),
        ("Mm do &, y", rf"{_M}\.?t?(?P<days>[do](?:,&?[do])+),(?P<y>y)", _days_of_month),
        ("Mm do U", rf"(?P<unit>U)ft?{_WEEKDAY}(?P<d>[do])\.?f?t?{_M}{_Y}?", _week_of_day),
        ("Mm do U", rf"(?P<unit>U)ft?{_WEEKDAY}{_M}\.?t?(?P<d>[do]){_Y}?", _week_of_day),
        ("Mm do ya", rf"{_WEEKDAY}(?P<d>[do])\.?f?t?{_M}{_Y}", _day_month),
        ("Mm do de", rf"{_WEEKDAY}(?P<d>[do])\.?f?t?{_M}\.?,?(?P<y>[de])(?=$|[;,.)])", _day_month_short_year),
        ("Mm do ya", rf"{_WEEKDAY}{_M}\.?t?(?P<d>[do]){_Y}", _day_month),
        ("Mm do y", rf"(?P<y>y)[-/.]?{_M}[-/.]?(?P<d>[do]){_NO_COUNT}", _day_month),
        ("Mm y en", rf"(?P<d>[en])\.?{_M}(?P<y>y)", _impossible_day),
        # Within a month.
        ("Mm E", rf"(?P<part>E)-?f?t?{_M}{_Y}?", _part_of_month),
        ("Mm 1oL", rf"(?P<place>[1oL])(?P<unit>[Uh])f?t?{_M}{_Y}?", _piece_of_month),
        ("Mm ya", rf"{_M}{_Y}", _month),
        ("Mm e", rf"{_M}-?(?P<y>e){_NO_COUNT}", _month),
        ("Mm do", rf"{_WEEKDAY}(?P<d>[do])\.?f?{_M}{_NO_COUNT}", _day_month),
        ("Mm do", rf"{_WEEKDAY}{_M}\.?t?(?P<d>[do])(?![cU/-])", _day_month),
        ("Mm U LTN", rf"(?P<which>L)Uf(?P<m>[Mm])", _near_month),
        ("Mm LTN", rf"(?P<which>[LTN]){_M}", _near_month),
        ("Mm LTN", rf"{_M}(?P<which>L)", _near_month),
        ("Mm ya", r"(?P<m>m)(?=\.?(?:,&?|&|-|Z|z|R|/|V)t?[Mm]\.?,?f?[ya])", _month),
        ("Mm", rf"{_PREPOSITION}t?(?P<m>m)", _month),
        ("Mm", r"(?P<m>M)", _month),
        ("y", r"(?<![-/.\d])(?P<m>d)/(?P<y>y)", _number_and_year),
        # Parts of a year, decades.
        ("s", r"(?P<season>s)f?t?(?P<y>[ya])[/-](?P<next>[yed])", _season_of_year),
        ("s", r"(?P<season>s)f?t?(?P<y>[ya])", _season_of_year),
        ("s", r"(?P<which>[LT])(?P<season>s)", _season_near),
        ("s", r"(?:(?<=i)|(?<=it))(?P<season>s)(?!f)", _season_near),
        ("K", r"(?P<q>K)f?(?P<y>[ya])", _quarter),
        ("Qh", r"(?P<place>[1oL])(?P<unit>[Qh])f?t?U?(?P<y>[ya])", _ordinal_piece),
        ("k", r"(?:(?P<part>E)-?f?t?)?(?P<decade>k)", _decade),
        ("U", r"(?P<unit>U)(?P<number>[eyDa])", _decade_of_years),
        ("y", r"(?P<y>y)[-/](?P<e>[ed])(?![-/.])", _year_and_digits),
        ("E", r"(?P<part>E)f?t?(?:(?P<which>[LT])(?P<unit>U))", _part_of_this_or_last_year),
        ("E", r"(?P<part>E)-?f?t?U?(?P<y>[ya])", _part_of_year),
        # Counted from today.
        ("U", r"[LT](?P<count>[del])(?P<unit>U)", _last_few),
        ("U", r"(?P<count>[del])L(?P<unit>U)", _last_few),
        ("U", r"(?P<count>[delzt])f?(?P<unit>U)G", _ago),
        ("U", r"(?P<count>f)(?P<unit>U)G", _ago),
        ("U", r"[Hv](?P<count>[deltzf])(?P<unit>U)", _ago),
        ("U", r"(?P<which>[LTN])t?(?P<unit>U)", _this_or_last),
        ("U", r"(?P<unit>U)(?P<which>[LN])", _this_or_last),
        ("j", r"(?P<unit>U)b(?P<away>j)", _before_yesterday),
        ("gJ", r"L[gJ]", _yesterday),
        ("gJ", r"T[gJ]", _today),
        ("j", r"(?P<away>j)[gJ]?", _days_away),
        ("Wr", r"(?P<which>[LTN])(?P<weekday>[Wr])", _weekday),
        ("Wr", r"(?P<weekday>W)(?P<which>L)", _weekday),
        ("Wr", r"(?P<weekday>W)[gJ]?", _weekday),
        ("Wr", r"(?<=O)(?P<weekday>r)", _weekday),
        ("o", r"(?<=Ot)(?P<d>o)(?![cqxUQh1M-])", _day_of_this_month),
        ("u", r"u", _this_year),
        # Years.
        ("y", rf"(?:{_PREPOSITION}|{_PREPOSITION_AND_ARTICLE})U?(?P<y>y)", _year),
        ("y", r"U?(?P<y>y)", _bare_year),
        ("de", r"(?<=[iSAbRFBv])(?P<y>[de])", _short_year),
        ("a", r"(?P<y>a)", _short_year),
    )
)
