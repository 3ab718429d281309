"""Words about time -> ranges of days, given today: "since 2014", "24 and 25 February 2025", "letzten März", "in the 60s".

First every single date is found (`bot.understand.date_shapes`), then what stands between and before them is read
(`bot.understand.date_joins`): ranges, lists, "since", "before".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.question import DayRange
from bot.understand.clean import fold_in_place
from bot.understand.date_joins import Placed, join
from bot.understand.date_readings import Reading, Time
from bot.understand.date_shapes import SHAPES, Maker, compiled
from bot.understand.date_tokens import Token, tokens_of
from bot.understand.periods import full_year, year_span
from bot.understand.sessions import read_session
from bot.understand.vague_times import vague_times_in

__all__ = ["DaysRead", "read_days", "read_session"]

_LEAD_IN = frozenset(["what", "about", "how", "for", "same", "then", "ok", "okay", "im"])


@dataclass(frozen=True, slots=True)
class DaysRead:
    """`ranges` in text order; two with one span and `one_of` are two readings of the same words.

    `vague`: words for a time that are no date ("under Trump"). `impossible`: dates that no calendar has ("31 February 2024").
    """

    ranges: tuple[DayRange, ...] = ()
    vague: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()


def read_days(text: str, today: dt.date, taken: Sequence[tuple[int, int]] = (), *, follow_up: bool = False) -> DaysRead:
    """The days that a text means, outside the spans that symbols and tallies have taken.

    `follow_up`: in a thread a bare "22?" is the year 2022. A month or a day without a year is the latest that has begun, with
    `fitting_year`. "Since 2014" holds 2014 and ends today, "after 2014" begins in 2015; "until 1971" and "by 1971" hold 1971 and
    begin with the United Nations, "before 1971" ends in 1970. Numbers that may be day and month or month and day give both.
    """
    flat = fold_in_place(text)
    tokens = tokens_of(flat, taken)
    line = "".join(t.letter for t in tokens)
    placed, impossible = _single(line, tokens, today)
    if follow_up and not placed:
        placed = _lone_year(line, tokens, today)
    placed = _in_the_only_year(line, _weekdays_of_dates(line, placed))
    joined = join(line, placed, today)
    ranges = [r for p in joined for r in _day_ranges(text, tokens, p)]
    return DaysRead(tuple(ranges), vague_times_in(text, taken), tuple(text[a:b] for a, b in impossible))


_CLOSE = 2  # tokens: nearer than that, "since", "and" or "to" say how the two belong together


def _single(line: str, tokens: Sequence[Token], today: dt.date) -> tuple[list[Placed], list[tuple[int, int]]]:
    """Every date and period by itself, in text order, and the spans of those that cannot be."""
    used = [False] * len(tokens)
    placed: list[Placed] = []
    impossible: list[tuple[int, int]] = []
    for pattern, make in _possible(frozenset(line)):
        for match in compiled(pattern).finditer(line):
            first, last = match.span()
            if any(used[first:last]):
                continue
            try:
                made = make(Reading(match, tokens, today))
            except (ValueError, OverflowError):
                impossible.append((tokens[first].start, tokens[last - 1].end))
                made = ()
            if made is None:
                continue
            used[first:last] = [True] * (last - first)
            times = made if isinstance(made, tuple) else (made,)
            placed.extend(_side_by_side(line, times, first, last))
    return sorted(placed, key=lambda p: p.first), impossible


@lru_cache(maxsize=1024)
def _possible(letters: frozenset[str]) -> tuple[tuple[str, Maker], ...]:
    """The shapes that a line of these letters may hold."""
    return tuple((pattern, make) for needed, pattern, make in SHAPES if not any(letters.isdisjoint(group) for group in needed))


def _side_by_side(line: str, times: Sequence[Time], first: int, last: int) -> list[Placed]:
    """Several days of one expression ("24 and 25 February") have each its number; the rest goes to the first and the last."""
    if len(times) <= 1:
        return [Placed(time, first, last) for time in times]
    numbers = [i for i in range(first, last) if line[i] in "do"]
    starts = [first, *numbers[1 : len(times)]]
    ends = [*(i + 1 for i in numbers[: len(times) - 1]), last]
    return [Placed(time, a, b) for time, a, b in zip(times, starts, ends, strict=True)]


def _lone_year(line: str, tokens: Sequence[Token], today: dt.date) -> list[Placed]:
    """In a thread: "22?", "and '22", "what about 98"."""
    numbers = [i for i, letter in enumerate(line) if letter in "dea"]
    others = [t for t in tokens if t.letter == "x" and t.word not in _LEAD_IN]
    if len(numbers) != 1 or others or len(tokens[numbers[0]].word.strip("'")) != 2 or set(line) - set("dea&xiOtFf.,;()-"):
        return []
    year = full_year(tokens[numbers[0]].value, today)
    return [Placed(Time(year_span(year), "year"), numbers[0], numbers[0] + 1)] if year is not None else []


def _weekdays_of_dates(line: str, placed: list[Placed]) -> list[Placed]:
    """A weekday in a text that dates such a day is that day: "Feb 24 (2025) - The Assembly on Monday ..."."""
    whole = [p.time for p in placed if p.time.kind == "day" and not p.time.relative and not p.time.yearless]
    dated = {time.span[0].weekday(): time for time in whole}
    return [
        replace(p, time=dated[p.time.span[0].weekday()])
        if p.time.relative and line[p.first : p.last] in ("W", "r") and p.time.span[0].weekday() in dated
        else p
        for p in placed
    ]


def _in_the_only_year(line: str, placed: list[Placed]) -> list[Placed]:
    """ "Suez 1956, the call of 2 Nov": one year and one day without a year belong together, and both words mean that day."""
    yearless = [p for p in placed if p.time.yearless]
    years = [p for p in placed if p.time.kind == "year" and not p.time.relative]
    if len(yearless) != 1 or len(years) != 1 or len(placed) != 2 or abs(years[0].first - yearless[0].first) <= _CLOSE:
        return placed
    if re.search(r"[SAbRBvPF^]t?$", line[: years[0].first]):
        return placed
    try:
        time = yearless[0].time.in_year(years[0].time.span[0].year)
    except ValueError:
        return placed
    return [replace(p, time=time) for p in placed]


def _day_ranges(text: str, tokens: Sequence[Token], placed: Placed) -> list[DayRange]:
    time = placed.time
    start, end = tokens[placed.first].start, tokens[placed.last - 1].end
    while text[end - 1] in ".,(" or (text[end - 1] == ")" and "(" not in text[start:end]):
        end -= 1
    spans = [time.span] if time.other is None else [time.span, time.other]
    words, one_of = text[start:end], len(spans) > 1
    return [
        DayRange(first, last, words, start, end, "month", time.relative, open_end=placed.open_end, one_of=one_of)
        if time.kind == "day" and first != last
        else DayRange(first, last, words, start, end, time.kind, time.relative, time.yearless, placed.open_end, one_of)
        for first, last in spans
    ]
