"""A state over the years of a series."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.answer import Answer, MemberVote, Status
from bot.lookup.member_votes import votes_asked
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.lookup.series import split_into_series
from bot.lookup.wording import totals
from bot.question import Flag, Intent, Question
from store.facts import CAST, Position, RollCall

_MOST_READ_OUT = 6


def timeline(question: Question, selection: Selection, record: Record) -> Answer:
    """Every vote of the series, newest first, led by each state's course and, where asked, the first of its kind."""
    calls = _of_one_text(question, sorted(selection.roll_calls, key=lambda r: r.date, reverse=True))
    votes = tuple(v for call in calls for v in votes_asked(question, call, record))
    members = tuple(dict.fromkeys(v.member for v in votes))
    told = [_told(question, [v for v in votes if v.member == code], record) for code in members[:_MOST_READ_OUT]]
    lead = " ".join([*told, totals.votes_spanned(calls)])
    return Answer(Status.ANSWERED, Intent.TIMELINE, lead, roll_calls=calls, votes=votes, members=members)


def _of_one_text(question: Question, newest_first: Sequence[RollCall]) -> tuple[RollCall, ...]:
    """Of the first time on a topic of several texts, those of the latest: "since when against the embargo" is no oil embargo."""
    series = split_into_series(newest_first)
    asks_for_first = {Flag.FIRST, Flag.TURNING_POINT} & question.flags and question.topic and not question.names
    if not asks_for_first or len(series) == 1 or 2 * len(series[0]) < len(newest_first):
        return tuple(newest_first)
    return tuple(series[0])


def _told(question: Question, votes: Sequence[MemberVote], record: Record) -> str:
    oldest_first = sorted(votes, key=lambda v: v.roll_call.date)
    name = record.short(oldest_first[0].member)
    course = totals.course(name, _runs(oldest_first))
    if question.turn is not None:
        before, after = question.turn
        return f"{totals.turned(name, _turns(oldest_first, before, after))} {course}"
    if question.position is not None and question.flags >= {Flag.OWN_VOTES, Flag.LAST_ONE}:
        last = next((v.roll_call for v in reversed(oldest_first) if v.position is question.position), None)
        return f"{totals.last_time(name, question.position, last)} {course}"
    if question.position is None or not {Flag.FIRST, Flag.TURNING_POINT} & question.flags:
        return course
    first = next((v.roll_call for v in oldest_first if v.position is question.position), None)
    told = totals.first_time(name, question.position, first)
    return f"{told} {course}" if first is not None else told


def _turns(oldest_first: Sequence[MemberVote], before: Position | None, after: Position | None) -> list[totals.Turn]:
    """Each vote cast that differs from the one cast before it, where the two are those asked about."""
    cast = [v for v in oldest_first if v.position in CAST]
    return [
        (was.position, was.roll_call, now.position, now.roll_call)
        for was, now in pairwise(cast)
        if was.position is not now.position and before in (None, was.position) and after in (None, now.position)
    ]


def _runs(oldest_first: Sequence[MemberVote]) -> list[totals.Run]:
    runs: list[totals.Run] = []
    for vote in oldest_first:
        year = vote.roll_call.date.year
        if runs and runs[-1].position is vote.position:
            runs[-1] = totals.Run(vote.position, runs[-1].first, year)
        else:
            runs.append(totals.Run(vote.position, year, year))
    return runs
