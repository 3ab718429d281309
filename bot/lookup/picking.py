"""From roll calls that fit equally well to those that are meant, or to a choice for the reader."""

from __future__ import annotations

from collections.abc import Sequence

from bot.lookup.pool import recorded
from bot.lookup.selection import MOST_SHOWN, Found, How, Selection, is_about_one
from bot.lookup.series import split_into_series
from bot.question import Flag, Question
from store.facts import Mode, RollCall

_TWO_YEARS = 800  # days, with some room: the Assembly's calendar shifts


def pick_among(
    question: Question, equal: Sequence[RollCall], how: tuple[tuple[How, str], ...] = (), missing: tuple[str, ...] = ()
) -> Selection:
    """`equal` newest first. Where a roll exists, texts without one are not what is asked about."""
    calls = _in_place(question, recorded(equal) or list(equal))
    if len(calls) == 1:
        others = [r for r in equal if r not in calls and r.mode is not Mode.RECORDED]
        if others and Flag.EARLIEST not in question.flags and Flag.SECOND not in question.flags:
            how = (*how, (How.ONLY_ROLL, calls[0].symbol))
        return Selection(Found.MEANT, tuple(calls), near=tuple(others), how=how, missing=missing)
    if len(question.days) > 1:
        return one_per_range(calls, question)
    if not is_about_one(question) or Flag.BOTH in question.flags:
        return Selection(Found.MEANT, tuple(calls[:MOST_SHOWN]), near=tuple(calls[MOST_SHOWN:]), how=how, missing=missing)
    newest = [r for r in calls if r.date == calls[0].date]
    of_one_time = bool(question.days) and not question.days[0].fitting_year
    if len(newest) == 1 and not of_one_time and _is_regular(calls) and len(split_into_series(calls)) == 1:
        how = (*how, (How.LATEST_OF_SERIES, newest[0].title))
        return Selection(Found.MEANT, tuple(newest), near=tuple(calls[1:]), how=how, missing=missing)
    return Selection(Found.CHOOSE, tuple(calls), how=how, missing=missing)


def _is_regular(calls: Sequence[RollCall]) -> bool:
    """Whether the text comes back every year or two, so that its name means the latest vote; `calls` newest first."""
    return len(calls) < 2 or (calls[0].date - calls[1].date).days <= _TWO_YEARS


def one_per_range(calls: Sequence[RollCall], question: Question) -> Selection:
    """Several times are named ("2021 vs 2022"): what matches in each. Of a day without a year, the latest."""
    chosen = list(dict.fromkeys(r for days in question.days for r in calls if days.holds(r.date)))
    if len(question.days) == 1 and question.days[0].fitting_year:
        chosen = chosen[:1]
    return Selection(Found.MEANT, tuple(chosen[:MOST_SHOWN]), near=tuple(chosen[MOST_SHOWN:]))


def latest_of_each(calls: Sequence[RollCall], question: Question) -> list[RollCall]:
    """The latest vote of a series, in each of the times named where there are several; texts of one day together."""
    inside = [[r for r in calls if days.holds(r.date)] for days in question.days] or [list(calls)]
    latest = (r for part in inside for r in part if r.date == max(p.date for p in part))
    return list(dict.fromkeys(latest))


def _in_place(question: Question, calls: list[RollCall]) -> list[RollCall]:
    """ "The first Ukraine resolution", "the second one": by date, where the dates differ."""
    if len({r.date for r in calls}) > 1:
        if Flag.EARLIEST in question.flags:
            return calls[-1:]
        if Flag.SECOND in question.flags:
            return calls[-2:-1]
    return calls
