"""Single dates and what stands between and before them -> ranges and lists: "1961 until 1971", "Oct and Dec 2023", "since 2014".

The times of a text are written as "@" into its line of token letters; the patterns here are over that line.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from bot.understand.date_readings import Time
from bot.understand.date_shapes import compiled
from bot.understand.date_words import DAYS_KNOWN_BY_DATE
from bot.understand.periods import FIRST_DAY


@dataclass(frozen=True, slots=True)
class Placed:
    """A time and the tokens that it takes, from `first` to before `last`."""

    time: Time
    first: int
    last: int
    open_end: bool = False


def join(line: str, placed: Sequence[Placed], today: dt.date) -> list[Placed]:
    """What "to", "and", "since", "after", "before", "until" make of the times in a line of token letters; in text order."""
    places: list[Placed | None] = []
    letters: list[str] = []
    at = 0
    for item in placed:
        letters.extend(line[at : item.first])
        places.extend([None] * (item.first - at))
        letters.append("@")
        places.append(item)
        at = item.last
    letters.extend(line[at:])
    places.extend([None] * (len(line) - at))
    short = "".join(letters)
    # Where each letter of the short line stands in the long one.
    offsets, position = [], 0
    for letter, place in zip(letters, places, strict=True):
        offsets.append(position)
        position = place.last if letter == "@" and place is not None else position + 1
    offsets.append(position)
    _share_years(short, places)
    return _combined(short, places, offsets, today)


_LINK = re.compile(r"@(?=(?P<link>,?&?V?[/-]?(?:[ZzR]t?)?[fi]?t?)@)")


_WITHIN_A_YEAR = ("day", "week", "month")
_LIST_LINKS = ("&", "V", ",&")


def _share_years(short: str, places: list[Placed | None]) -> None:
    """In a list or a range, a year given once goes to the others: "Oct and Dec 2023", "27 October 2023 and 2 November"."""
    links = [(m.start(), m.end("link"), m["link"].strip("t")) for m in _LINK.finditer(short)]
    for left, right, _ in reversed(links):
        one, two = places[left], places[right]
        if one and two and one.time.yearless and not two.time.yearless and two.time.kind in _WITHIN_A_YEAR:
            places[left] = replace(one, time=_beside(one.time, two.time, before=True))
    for left, right, link in links:
        one, two = places[left], places[right]
        if not one or not two or one.time.relative or two.time.relative:
            continue
        if two.time.yearless and not one.time.yearless and one.time.kind in _WITHIN_A_YEAR:
            places[right] = replace(two, time=_beside(two.time, one.time, before=False))
        elif link in _LIST_LINKS and two.time.kind == "year" and _is_one_month(one.time):
            places[right] = replace(two, time=one.time.in_year(two.time.span[0].year))
    _in_the_year_of_the_others(places)


def _in_the_year_of_the_others(places: list[Placed | None]) -> None:
    """Where every date of a text is of one year, a month without a year is of that year too."""
    whole = [p.time for p in places if p and p.time.kind in _WITHIN_A_YEAR and not p.time.yearless and not p.time.relative]
    years = {time.span[0].year for time in whole}
    if len(years) != 1:
        return
    [year] = years
    for at, placed in enumerate(places):
        if placed and placed.time.yearless:
            with suppress(ValueError):
                places[at] = replace(placed, time=placed.time.in_year(year))


def _is_one_month(time: Time) -> bool:
    first, last = time.span
    return time.kind == "month" and (first.year, first.month) == (last.year, last.month)


def _beside(yearless: Time, dated: Time, *, before: bool) -> Time:
    """A yearless time in the year that keeps the order of the text: "Nov to Feb 2024" begins in 2023."""
    year = dated.span[0].year
    try:
        time = yearless.in_year(year)
        if before and time.span[0] > dated.span[1]:
            return yearless.in_year(year - 1)
        if not before and time.span[1] < dated.span[0]:
            return yearless.in_year(year + 1)
    except ValueError:
        return yearless
    return time


def _between(r: _Joined) -> Placed | None:
    one, two = r.items
    span = (min(one.time.span[0], two.time.span[0]), max(one.time.span[1], two.time.span[1]))
    if one.time.span[0] > two.time.span[0] and one.time.kind != "year":
        return None
    days = (span[1] - span[0]).days
    kind = "week" if days < 14 else "month" if days < 366 and one.time.kind != "year" else "years"
    return r.placed(Time(span, kind, relative=one.time.relative or two.time.relative))


def _apart(r: _Joined) -> tuple[Placed, ...]:
    """ "Between the Oct and Dec 2023 votes" names two votes, not a range."""
    return r.items


def _until_now(r: _Joined) -> Placed | None:
    first = r.items[0].time.span[0]
    return r.placed(Time((first, max(first, r.today)), "years"), open_end=True)


def _known_by_date(time: Time) -> Time:
    """ "Since October 7" means that of 2023, not the latest."""
    day = time.span[0]
    year = DAYS_KNOWN_BY_DATE.get((day.month, day.day)) if time.yearless and time.kind == "day" else None
    return time.in_year(year) if year else time


def _since(r: _Joined) -> Placed | None:
    time = _known_by_date(r.items[0].time)
    first = time.span[0]
    return r.placed(Time((first, max(first, r.today)), "years", relative=time.relative), open_end=True)


def _after(r: _Joined) -> Placed | None:
    # "After the 2022 invasion" begins in 2022: there the year only says which invasion.
    time = _known_by_date(r.items[0].time)
    if r.with_article and time.kind == "year" and not time.relative:
        return _since(r)
    first = time.span[1] + dt.timedelta(days=1)
    return r.placed(Time((first, max(first, r.today)), "years", relative=time.relative), open_end=True)


def _before(r: _Joined) -> Placed | None:
    time = _known_by_date(r.items[0].time)
    last = time.span[1] if r.with_article and time.kind == "year" and not time.relative else time.span[0] - dt.timedelta(days=1)
    return r.placed(Time((min(FIRST_DAY, last), last), "years", relative=time.relative))


def _until(r: _Joined) -> Placed | None:
    time = r.items[0].time
    return r.placed(Time((min(FIRST_DAY, time.span[1]), time.span[1]), "years", relative=time.relative))


def _same_day(r: _Joined) -> Placed | None:
    """ "tonight, the 24th of February 2025": the date says it all."""
    one, two = r.items
    if not one.time.relative or one.time.kind != "day" or two.time.kind != "day" or two.time.relative:
        return None
    return r.placed(two.time)


@dataclass(frozen=True, slots=True)
class _Joined:
    """A match over the line of times: the times in it, and the tokens that it takes."""

    items: tuple[Placed, ...]
    first: int
    last: int
    with_article: bool
    today: dt.date

    def placed(self, time: Time, *, open_end: bool = False) -> Placed:
        return Placed(time, self.first, self.last, open_end)


_COMBINATIONS: tuple[tuple[frozenset[str], str, Callable[[_Joined], Placed | tuple[Placed, ...] | None]], ...] = tuple(
    (frozenset(needed), pattern, make)
    for needed, pattern, make in (
        ("@", r"@,?\(?t?@\)?", _same_day),
        ("B", r"Bt@&t?@(?=x{0,3}[cq])", _apart),
        ("B", r"Bt?U?@&t?U?@", _between),
        ("-RZz", r"(?:[FfSizO]t?U?)?@(?:-|R[zi]?|Z|z)t?@", _between),
        ("pwO", r"[FfS]?t?@(?:-|R[zi]?|Z|z)t?p", _until_now),
        ("pwO", r"[FfSz]?@O?w", _until_now),
        ("pwO", r"@O(?=[;,.)]|$)", _until_now),
        ("S", r"z?S[fFiz]?t?U?@", _since),
        ("A", r"A-?f?t?U?@", _after),
        ("bv", r"[bv]-?f?t?U?@", _before),
        ("L", r"LZt?@", _before),
        ("RP^", r"R[zi]?t?U?@", _until),
        ("RP^", r"\^Zt?@", _until),
        ("RP^", r"Pt?f?@", _until),
    )
)


def _combined(short: str, places: Sequence[Placed | None], offsets: Sequence[int], today: dt.date) -> list[Placed]:
    used = [False] * len(short)
    result: list[Placed] = []
    for needed, pattern, make in _COMBINATIONS:
        if needed.isdisjoint(short):
            continue
        for match in compiled(pattern).finditer(short):
            first, last = match.span()
            if any(used[first:last]):
                continue
            items = tuple(p for p in places[first:last] if p is not None)
            article = "t" in match[0]
            made = make(_Joined(items, offsets[first], offsets[last], article, today))
            if made is not None:
                used[first:last] = [True] * (last - first)
                result.extend(made if isinstance(made, tuple) else (made,))
    result.extend(p for i, p in enumerate(places) if p is not None and not used[i])
    return sorted(result, key=lambda p: p.first)
