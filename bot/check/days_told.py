"""The days that a stretch of a sentence speaks of, and how far they lie from the vote spoken of before. Pure."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.check.claim import Claim
from bot.check.sentence import Sentence, end_of_dateline
from bot.question import DayRange
from bot.understand.bodies import body_in
from bot.understand.number_words import CARDINAL, number_in_words
from bot.understand.patterns import any_of
from bot.understand.spans import Spans, span_of

_MONTHS = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?", "sept?(?:ember)?"),
    *("oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
)
_BY_THEN = re.compile(
    rf"by (?:(?P<day>\d{{1,2}}) )?(?:{any_of(*_MONTHS)})\b\.?(?: (?P<day2>\d{{1,2}})\b(?!\d))?,?(?: (?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_BY_MONTH = re.compile(rf"\b[Bb]y (?P<month>{'|'.join(m.capitalize() for m in _MONTHS)})\b(?! \d)")
_ANY_YEAR = 2023  # before the text says which is meant
_BY_YEAR = re.compile(r"\b[Bb]y (?P<year>(?:19[4-9]|20[0-4])\d)\b(?! votes)")
_UP_TO = re.compile(r"by ", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"(?:after )?having (?:\w+ ){0,2}?(?:abst|vot|oppos|back|support|reject|sid|endors|approv|sat)\w*[^,;]*,", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:to (?:start|begin|open|take place|be held|meet|convene|conclude|end|expire|take effect|come into force|run)"
    r"|scheduled|planned|slated|due) (?:\w+ ){0,4}?$"
)
"""Of what a text provides for: "negotiations to start in 2017"."""
_LONG = 400  # days
_LATER = re.compile(
    rf"\b(?P<number>a|an|one|{CARDINAL}|\d{{1,3}}|just a|only a) (?P<unit>day|week|month|year"
    rf"|decade)s? (?:and a half )?(?P<way>earlier|before|later|after|on|afterwards|previously|ago)\b",
    re.IGNORECASE,
)
_NAME_OF_MONTH = re.compile(r"Jan|Mar|Jun|Jul|Sep|Dec")  # "Zhang Jun abstained": without a day it is a person's
_SEASON = re.compile(r"(?:in )?(?:the )?(?:winter|spring|summer|autumn|fall)", re.IGNORECASE)
_BESIDE = re.compile(r", (?:which|who|whose|where)\b[^,;]*")
_ACTS = re.compile(r"\b(?:vot|adopt|pass|abstain|oppos|back|support|approv|authori|reject|veto|endors)\w*")
_VOTED_BEFORE = re.compile(
    r", (?:which|who|whose (?:\w+ ){1,2}?)(?: ?had (?:\w+ ){0,2}?(?:voted|abstained|backed|supported|opposed|endorsed|rejected)"
    r"| ?(?:voted (?:for|against|yes|no|in favou?r)|abstained|backed|supported|opposed))\b[^,;:.()]*"
)
_NEXT_DAY = re.compile(r"\b(?:the (?:next|following) day|a day later|the day after)\b")
_DAY_BEFORE = re.compile(r"\b(?:the (?:previous day|day before)|the night before)\b")
_PERIOD_BEFORE = re.compile(
    r"\bthe (?:previous|preceding) (?P<unit>year|month|week)\b"
    r"|\bthe (?P<unit2>year|month|week) before(?= *(?:[,.;:)]|$|(?:was|were|voted|abstained) ))"
)
_YEAR = re.compile(r"\b(?:19[4-9]\d|20[0-4]\d)\b(?!/)")
_THAT = re.compile(r"\b(?:that|the same) $", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r",? (?:(?:back )?in |of )?(?P<year>(?:19[4-9]|20[0-4])\d)\b")
_ROOM = {"day": 1, "week": 5, "month": 20, "year": 75, "decade": 400}
_LENGTH = {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}


def days_told(sentence: Sentence, claims: Sequence[Claim], first: int, last: int) -> tuple[DayRange, ...]:
    """Those of the words from `first` to `last` on which a vote may have been."""
    folded = sentence.found.folded
    return tuple(
        _of_that_month(_with_its_year(d, sentence.text), sentence.text)
        for d in (*map(_by_then, _without_dateline(sentence)), *_by_month(sentence))
        if first <= d.start < last
        and not d.open_end
        and (d.last - d.first).days <= _LONG
        and not (first == 0 and put_between(d.start, claims))
        and not is_of_something_else(d, folded)
        and not is_of_a_participle(d, folded)
        and not any(start <= d.start < end for start, end in votes_before(folded, claims, first, last))
        and not _PLANNED.search(folded[: d.start].lower())
        and not _NAME_OF_MONTH.fullmatch(d.words)
        and not _SEASON.fullmatch(d.words)
    )


def years_in(text: str) -> list[int]:
    """Each year written out, in text order."""
    return [int(m[0]) for m in _YEAR.finditer(text)]


def in_year(days: DayRange, year: int) -> DayRange:
    """A day or month without a year, in that year."""
    try:
        return replace(days, first=days.first.replace(year=year), last=days.last.replace(year=year), fitting_year=False)
    except ValueError:
        return days


def shift_told(words: str) -> tuple[int, int] | None:
    """Days from the vote spoken of before, and how far off they may be: "five days earlier" is -5 and 1."""
    if _NEXT_DAY.search(words):
        return 1, 0
    if _DAY_BEFORE.search(words):
        return -1, 0
    if before := _PERIOD_BEFORE.search(words):
        unit = before["unit"] or before["unit2"]
        return -round(_LENGTH[unit]), _ROOM[unit]
    match = _LATER.search(words)
    if match is None or match["way"].lower() == "ago":
        return None
    said = match["number"].lower().removeprefix("just ").removeprefix("only ")
    number = 1 if said in ("a", "an", "one") else int(said) if said.isdigit() else number_in_words(said) or 0
    unit = match["unit"].lower()
    sign = -1 if match["way"].lower() in ("earlier", "before", "previously") else 1
    return sign * round(number * _LENGTH[unit]), _ROOM[unit] if number < 3 or unit == "day" else _ROOM[unit] + 5


def ends_with_year(sentence: Sentence, first: int, last: int) -> int | None:
    """ "By 2019", which as a time of a question begins with the record, or is none."""
    long = (d for d in sentence.found.days.ranges if _is_long(_by_then(d)) and _UP_TO.match(d.words))
    said = next((d.last.year for d in long if first <= d.start < last), None)
    match = _BY_YEAR.search(sentence.text, first, last)
    return int(match["year"]) if said is None and match else said


def _of_that_month(days: DayRange, text: str) -> DayRange:
    """ "Algeria, elected for 2024, stayed away that October": the month of the year spoken of last, and not the one gone by."""
    if days.precision != "month" or _YEAR.search(days.words) or not _THAT.search(text, 0, days.start):
        return days
    years = years_in(text[: days.start])
    days = replace(days, relative=False, fitting_year=True)
    return in_year(days, years[-1]) if years else days


def _with_its_year(days: DayRange, text: str) -> DayRange:
    """ "March 27, in 2014": the year stands behind; one from before a semicolon is another's."""
    if not days.fitting_year:
        carried = not days.relative and not _YEAR.search(days.words) and ";" in text[: days.start]
        return replace(days, fitting_year=True) if carried and days.precision == "day" else days
    behind = _YEAR_BEHIND.match(text, days.end)
    return in_year(days, int(behind["year"])) if behind else days


def _without_dateline(sentence: Sentence) -> tuple[DayRange, ...]:
    """The days of a sentence; that of a dateline is none of a vote where another day is named."""
    ranges = sentence.found.days.ranges
    others = tuple(d for d in ranges if d.start >= end_of_dateline(sentence))
    return others if any(d.precision in ("day", "week") for d in others) else ranges


def _by_month(sentence: Sentence) -> Iterator[DayRange]:
    """ "By August the yes votes were down to 133": a month of the year spoken of, which reading a question leaves alone."""
    taken = Spans.of(map(span_of, sentence.found.days.ranges))
    for match in _BY_MONTH.finditer(sentence.text):
        if not taken.meet(*match.span()):
            number = next(n for n, name in enumerate(_MONTHS, 1) if re.match(name, match["month"], re.IGNORECASE))
            first = dt.date(_ANY_YEAR, number, 1)
            last = dt.date(_ANY_YEAR, number, monthrange(_ANY_YEAR, number)[1])
            yield DayRange(first, last, match[0], *match.span(), "month", fitting_year=True)


def _by_then(days: DayRange) -> DayRange:
    """ "By 12 December the number had climbed to 153": on that day, or in that month; of "by 2019" nobody knows when."""
    said = _BY_THEN.fullmatch(days.words)
    if said is None:
        return days
    first = days.last if said["day"] or said["day2"] else days.last.replace(day=1)
    precision = "day" if first == days.last else "month"
    return replace(days, first=first, precision=precision, fitting_year=said["year"] is None, open_end=False)


def _is_long(days: DayRange) -> bool:
    return days.open_end or (days.last - days.first).days > _LONG


def put_between(place: int, claims: Iterable[Claim]) -> bool:
    """Whether it stands in words put between, which speak of another vote: "an abstainer in October"."""
    return any(c.aside is not None and c.aside[0] <= place < c.aside[1] for c in claims)


def is_of_something_else(days: DayRange, words: str) -> bool:
    """Whether the time is that of a relative clause that speaks of no vote: ", which blew up a satellite in 2019"."""
    clauses = (m for m in _BESIDE.finditer(words) if m.start() < days.start < m.end())
    return any(_ACTS.search(m[0]) is None and body_in(m[0].lower()) is None for m in clauses)


def is_of_a_participle(days: DayRange, words: str) -> bool:
    """ "Having abstained in 2023, Washington voted no": the time of another vote than the one spoken of."""
    opening = _PARTICIPLE.match(words)
    return opening is not None and days.start < opening.end()


def votes_before(words: str, claims: Iterable[Claim], first: int, last: int) -> list[tuple[int, int]]:
    """Where the words from `first` to `last` tell of the vote of another time beside that which is claimed: "the United States,
    which had voted for the text a year ago, was among those opposed". Not where something is claimed of it."""
    starts = [c.start for c in claims if first <= c.start < last]
    clauses = (m.span() for m in _VOTED_BEFORE.finditer(words, first, last))
    return [(start, end) for start, end in clauses if starts and not any(start <= place < end for place in starts)]
