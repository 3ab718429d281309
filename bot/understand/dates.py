"""Words about time -> ranges of days, given today: "since 2014", "24 and 25 February 2025", "letzten März", "in the 60s".

First every single date is found (`bot.understand.date_shapes`), then what stands between and before them is read: ranges, lists, "since", "before".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.question import DayRange
from bot.understand.clean import fold_in_place
from bot.understand.date_shapes import SHAPES, Reading, Time, compiled
from bot.understand.date_tokens import Token, tokens_of
from bot.understand.number_words import ORDINALS
from bot.understand.periods import FIRST_DAY, Span, full_year, year_span
from bot.understand.vague_times import vague_times_in


@dataclass(frozen=True, slots=True)
class DaysRead:
    """`ranges` in text order; two with one span and `one_of` are two readings of the same words.

    `vague`: words for a time that are no date ("under Trump"). `impossible`: dates that no calendar has ("31 February 2024").
    """

    ranges: tuple[DayRange, ...] = ()
    vague: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A time and the tokens that it takes, from `first` to before `last`."""

    time: Time
    first: int
    last: int
    open_end: bool = False


def read_days(
    text: str, today: dt.date, taken: Sequence[tuple[int, int]] = (), *, follow_up: bool = False
) -> DaysRead:
    """The days that a text means, outside the spans taken by symbols and tallies.

    `follow_up`: in a thread a bare "22?" is the year 2022. A month or a day without a year is the latest that has begun, with
    `fitting_year`. "Since" ends today, "before" begins with the United Nations; both leave the named period out, as do "after" and
    "before", while "since", "until" and "by" hold it.
    """
    flat = fold_in_place(text)
    tokens = tokens_of(flat, taken)
    line = "".join(t.letter for t in tokens)
    placed, impossible = _single(line, tokens, today)
    if follow_up and not placed:
        placed = _lone_year(line, tokens, today)
    placed = _in_the_only_year(line, _weekdays_of_dates(line, placed))
    joined = _join(line, tokens, placed, today)
    ranges = [r for p in joined for r in _day_ranges(text, tokens, p)]
    return DaysRead(tuple(ranges), vague_times_in(text, taken), tuple(text[a:b] for a, b in impossible))


_SESSION = re.compile(
    r"(?<![\w/.-])(?:(?P<number>[0-9]{1,2})\s?(?:st|nd|rd|th|e|eme|er|re|a|o|\.|°)?|(?P<ordinal>[a-z]+(?:-[a-z]+)?))\s"
    r"(?:(?:regular|ordinary|un|unga|ga|general assembly(?:'s)?|period[oi] de|resumed)\s)*"
    r"(?:(?P<kind>emergency special|special emergency|emergency|special|sondertagung|notstandssondertagung|session extraordinaire d'urgence|session extraordinaire"
    r"|periodo extraordinario de sesiones de emergencia|sessao especial de emergencia|sessao especial|sessione speciale d'emergenza|sessione speciale)\s?)?"
    r"(?P<word>sessions?|sitzung|tagung|sesion(?:es)?|sessao|sessione|unga|general assembly|ga)?(?!\w)"
)
_SESSION_AFTER = re.compile(r"\b(?:session|tagung|sesion|sessao|sessione|unga|ga)\s?(?:no\.?\s|#|nr\.?\s)?(?P<number>[1-9][0-9]?)(?![0-9a-z]|[/.,:-][0-9]|\s?%)(?!\s(?:states|countries|members|votes))")
_EMERGENCY = re.compile(r"(?<![\w/])es-?\s?(?P<number>[0-9]{1,2}|[ivx]+)(?![\w/]|[\s-]?[0-9]|/)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MOST_EMERGENCY_SESSIONS = 20
_CLOSE = 2  # tokens: nearer than that, "since", "and" or "to" say how the two belong together


def read_session(text: str) -> str | None:
    """The session of the Assembly that a text names, as the store writes it: "79", "S-7", "ES-11"; None without one."""
    flat = fold_in_place(text)
    for match in _SESSION.finditer(flat):
        number = int(match["number"]) if match["number"] else ORDINALS.get(match["ordinal"] or "")
        if not number or not (match["word"] or (match["kind"] or "").startswith(("session", "sonder", "notstand", "periodo", "sessao", "sessione"))):
            continue
        kind = match["kind"] or ""
        if "emergen" in kind or "urgence" in kind or "notstand" in kind:
            return f"ES-{number}"
        return f"S-{number}" if kind else str(number)
    if match := _EMERGENCY.search(flat):
        number = _ROMAN.index(match["number"]) + 1 if match["number"] in _ROMAN else int(match["number"]) if match["number"].isdecimal() else 0
        return f"ES-{number}" if 1 <= number <= _MOST_EMERGENCY_SESSIONS else None
    if match := _SESSION_AFTER.search(flat):
        return match["number"]
    return None


def _single(line: str, tokens: Sequence[Token], today: dt.date) -> tuple[list[_Placed], list[tuple[int, int]]]:
    """Every date and period by itself, in text order, and the spans of those that cannot be."""
    used = [False] * len(tokens)
    placed: list[_Placed] = []
    impossible: list[tuple[int, int]] = []
    for needed, pattern, make in SHAPES:
        if any(group.isdisjoint(line) for group in needed):
            continue
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


def _side_by_side(line: str, times: Sequence[Time], first: int, last: int) -> list[_Placed]:
    """Several days of one expression ("24 and 25 February") have each its number; the rest goes to the first and the last."""
    if len(times) <= 1:
        return [_Placed(time, first, last) for time in times]
    numbers = [i for i in range(first, last) if line[i] in "do"]
    starts = [first, *numbers[1 : len(times)]]
    ends = [*(i + 1 for i in numbers[: len(times) - 1]), last]
    return [_Placed(time, a, b) for time, a, b in zip(times, starts, ends, strict=True)]


def _lone_year(line: str, tokens: Sequence[Token], today: dt.date) -> list[_Placed]:
    """In a thread: "22?", "and '22", "what about 98"."""
    numbers = [i for i, letter in enumerate(line) if letter in "dea"]
    words = [t.word for t in tokens if t.letter in "x" and t.word not in ("what", "about", "how", "for", "same", "then", "ok", "okay", "and", "im")]
    if len(numbers) != 1 or words or len(tokens[numbers[0]].word.strip("'")) != 2 or set(line) - set("dea&xiOtFf.,;()-"):
        return []
    year = full_year(tokens[numbers[0]].value, today)
    return [_Placed(Time(year_span(year), "year"), numbers[0], numbers[0] + 1)] if year is not None else []


def _weekdays_of_dates(line: str, placed: list[_Placed]) -> list[_Placed]:
    """A weekday in a text that dates such a day is that day: "Feb 24 (2025) - The Assembly on Monday ..."."""
    dated = {p.time.span[0].weekday(): p.time for p in placed if p.time.kind == "day" and not p.time.relative and not p.time.yearless}
    return [
        replace(p, time=dated[p.time.span[0].weekday()])
        if p.time.relative and line[p.first : p.last] in ("W", "r") and p.time.span[0].weekday() in dated
        else p
        for p in placed
    ]


def _in_the_only_year(line: str, placed: list[_Placed]) -> list[_Placed]:
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


def _join(line: str, tokens: Sequence[Token], placed: list[_Placed], today: dt.date) -> list[_Placed]:
    """Ranges, lists and what "since", "after", "before", "until" make of a time."""
    places: list[_Placed | None] = []
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


_LINK = re.compile(r"@(?=(?P<link>,?&?V?[/-]?(?:[ZzRx]t?)?[fi]?t?)@)")


def _share_years(short: str, places: list[_Placed | None]) -> None:
    """In a list or a range, a year given once goes to the others: "Oct and Dec 2023", "27 October 2023 and 2 November"."""
    links = [(m.start(), m.end("link"), m["link"]) for m in _LINK.finditer(short)]
    for left, right, link in reversed(links):
        one, two = places[left], places[right]
        if one and two and one.time.yearless and not two.time.yearless and two.time.kind in (one.time.kind, "week", "day", "month") and "x" not in link:
            places[left] = replace(one, time=_beside(one.time, two.time, before=True))
    for left, right, link in links:
        one, two = places[left], places[right]
        if not one or not two or "x" in link or one.time.relative or two.time.relative:
            continue
        if two.time.yearless and not one.time.yearless and one.time.kind in ("day", "month", "week"):
            places[right] = replace(two, time=_beside(two.time, one.time, before=False))
        elif one.time.kind == "month" and two.time.kind == "year" and link.strip("t") in ("&", ",", "V", ",&") and _one_month(one.time.span):
            places[right] = replace(two, time=one.time.in_year(two.time.span[0].year))


def _one_month(span: Span) -> bool:
    return (span[0].year, span[0].month) == (span[1].year, span[1].month)


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


def _between(r: _Joined) -> _Placed | None:
    one, two = r.items
    span = (min(one.time.span[0], two.time.span[0]), max(one.time.span[1], two.time.span[1]))
    if one.time.span[0] > two.time.span[0] and one.time.kind != "year":
        return None
    days = (span[1] - span[0]).days
    kind = "week" if days < 14 else "month" if days < 366 and one.time.kind != "year" else "years"
    return r.placed(Time(span, kind, relative=one.time.relative or two.time.relative))


def _apart(r: _Joined) -> tuple[_Placed, ...]:
    """ "Between the Oct and Dec 2023 votes" names two votes, not a range."""
    return r.items


def _until_now(r: _Joined) -> _Placed | None:
    first = r.items[0].time.span[0]
    return r.placed(Time((first, max(first, r.today)), "years"), open_end=True)


def _since(r: _Joined) -> _Placed | None:
    time = r.items[0].time
    first = time.span[0]
    return r.placed(Time((first, max(first, r.today)), "years", relative=time.relative), open_end=True)


def _after(r: _Joined) -> _Placed | None:
    # "After the 2022 invasion" begins in 2022: there the year only says which invasion.
    time = r.items[0].time
    if r.with_article and time.kind == "year" and not time.relative:
        return _since(r)
    first = time.span[1] + dt.timedelta(days=1)
    return r.placed(Time((first, max(first, r.today)), "years", relative=time.relative), open_end=True)


def _before(r: _Joined) -> _Placed | None:
    time = r.items[0].time
    last = time.span[1] if r.with_article and time.kind == "year" and not time.relative else time.span[0] - dt.timedelta(days=1)
    return r.placed(Time((min(FIRST_DAY, last), last), "years", relative=time.relative))


def _until(r: _Joined) -> _Placed | None:
    time = r.items[0].time
    return r.placed(Time((min(FIRST_DAY, time.span[1]), time.span[1]), "years", relative=time.relative))


def _same_day(r: _Joined) -> _Placed | None:
    """ "tonight, the 24th of February 2025": the date says it all."""
    one, two = r.items
    if not one.time.relative or one.time.kind != "day" or two.time.kind != "day" or two.time.relative:
        return None
    return r.placed(two.time)


@dataclass(frozen=True, slots=True)
class _Joined:
    """A match over the line of times: the times in it, and the tokens that it takes."""

    items: tuple[_Placed, ...]
    first: int
    last: int
    with_article: bool
    today: dt.date

    def placed(self, time: Time, *, open_end: bool = False) -> _Placed:
        return _Placed(time, self.first, self.last, open_end)


_COMBINATIONS: tuple[tuple[frozenset[str], str, Callable[[_Joined], _Placed | tuple[_Placed, ...] | None]], ...] = tuple(
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


def _combined(short: str, places: Sequence[_Placed | None], offsets: Sequence[int], today: dt.date) -> list[_Placed]:
    used = [False] * len(short)
    result: list[_Placed] = []
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


def _day_ranges(text: str, tokens: Sequence[Token], placed: _Placed) -> list[DayRange]:
    time = placed.time
    start, end = tokens[placed.first].start, tokens[placed.last - 1].end
    while text[end - 1] in ".,(" or (text[end - 1] == ")" and "(" not in text[start:end]):
        end -= 1
    spans = [time.span] if time.other is None else [time.span, time.other]
    return [
        DayRange(
            first, last, text[start:end], start, end, time.kind, time.relative, time.yearless, placed.open_end, one_of=len(spans) > 1
        )
        for first, last in spans
    ]
