"""Which days a stretch of text speaks of, and whether it only glances back at them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.check.days_told import in_year
from bot.check.evidence import Evidence
from bot.check.referent import Referent, Scene, Why
from bot.question import DayRange
from store.facts import Body

_ALWAYS = dt.date.min, dt.date.max
_SAT = {Body.HRC: (dt.date(2006, 6, 19), dt.date.max), Body.CHR: (dt.date(1947, 1, 27), dt.date(2006, 3, 27))}
"""From the first day of the first session to the last day of the last one."""
_BESIDE_THE_STORY = (Why.COMMITTEE, Why.AMENDMENT)
_DAY_ALONE = re.compile(r"(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)


def days_meant(evidence: Evidence, scene: Scene, today: dt.date) -> tuple[DayRange, ...]:
    """The days that the words name: a day without a year is of the story's year, "a year earlier" counts from its vote."""
    if evidence.days:
        year = scene.likely_year
        days = [
            in_year(d, year)
            if d.fitting_year and not d.relative and year and year != today.year
            else replace(d, fitting_year=False)
            for d in evidence.days
        ]
        days = [_of_its_month(d, scene) for d in days]
        narrow = [
            d
            for d in days
            if not any(
                o is not d and d.first <= o.first and o.last <= d.last and (o.last - o.first) < (d.last - d.first) for o in days
            )
        ]
        return tuple(narrow)
    if evidence.shift is not None:
        from_aside = scene.aside is not None and (evidence.shift[0] > 0 or evidence.since_that)
        told = scene.aside if from_aside else scene.referent
        anchor = told.calls if told is not None else ()
        if anchor:
            return _moved(min(r.date for r in anchor), max(r.date for r in anchor), evidence.shift)
        if scene.days:
            return _moved(scene.days[0].first, scene.days[-1].last, evidence.shift)
    return ()


def _of_its_month(days: DayRange, scene: Scene) -> DayRange:
    """ "On the 6th": the next such day from the vote spoken of."""
    last = scene.aside or scene.referent
    told = last.calls[0].date if last is not None and last.calls else None
    if told is None or not _DAY_ALONE.fullmatch(days.words):
        return days
    number = days.first.day
    month = told.replace(day=1) if number >= told.day else (told.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    try:
        day = month.replace(day=number)
    except ValueError:
        return days
    return replace(days, first=day, last=day)


def _moved(first: dt.date, last: dt.date, shift: tuple[int, int]) -> tuple[DayRange, ...]:
    """The range that lies `shift` from the days `first` to `last`."""
    by, room = shift
    try:
        start, end = first + dt.timedelta(days=by - room), last + dt.timedelta(days=by + room)
    except OverflowError:
        return ()
    return (DayRange(start, end, "", 0, 0, "day"),)


def body_then(body: Body | None, days: Sequence[DayRange]) -> Body | None:
    """The Assembly, where a body is named that did not sit on those days: then it is what was voted on."""
    first, last = _SAT.get(body, _ALWAYS) if body else _ALWAYS
    outside = bool(days) and all(d.last < first or d.first > last for d in days)
    return Body.GA if outside else body


def looks_back(evidence: Evidence, found: Referent, scene: Scene) -> bool:
    """Whether another time is spoken of in passing, before that of the vote that the text goes on with."""
    if scene.is_firm and scene.referent is not None:
        if not found.calls:
            return evidence.had or found.why in _BESIDE_THE_STORY
        first = min(r.date for r in scene.referent.calls)
        if not found.sure:
            return not all(r.date > first for r in found.calls)
        if all(r.date < first for r in found.calls):
            return not _tells_a_vote_of_its_own(evidence)
    return evidence.shift is not None and evidence.shift[0] < 0 and not evidence.days


def _tells_a_vote_of_its_own(evidence: Evidence) -> bool:
    """ "On 2 March 2022 the Assembly deplored ... by 141 votes to five": the text goes over to another vote."""
    dated = any(d.precision in ("day", "month") and not d.relative for d in evidence.days)
    tally = sum(n is not None for n in evidence.result[:3]) > 1
    return dated and tally and evidence.body is not None and not (evidence.had or evidence.passing or evidence.put_between)
