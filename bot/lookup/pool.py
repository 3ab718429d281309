"""The roll calls that a question's body, session and days leave, before any topic is looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.lookup.record import Record
from bot.question import ANY_EMERGENCY_SESSION, DayRange, Flag, Intent, Question
from store.facts import PARTS, Body, Kind, Mode, Outcome, RollCall, is_plain

_LISTS = frozenset({Intent.SEARCH, Intent.COUNT})
_WHOLE_TEXTS = frozenset({Kind.RESOLUTION, Kind.DECISION})


def pool(question: Question, record: Record) -> list[RollCall]:
    """Newest first. Amendments, paragraphs and motions only where the question speaks of them, as are texts that failed.

    A session that the days named are not of is a word of the title ("place of meeting of the 6th session, March 1951").
    """
    days = question.days
    if len(days) == 1 and not days[0].fitting_year:
        calls = record.catalogue.on(days[0].first, days[0].last, question.body)
    else:
        calls = in_days(record.catalogue.on(dt.date.min, dt.date.max, question.body), days)
    parts = Flag.AMENDMENTS in question.flags
    if Flag.FAILED in question.flags and question.intent in _LISTS:
        then = [r for r in calls if r.outcome is not Outcome.ADOPTED and (parts or r.kind not in PARTS)]
    else:
        then = [r for r in calls if is_plain(r) or parts]
    return in_session(then, question.session) or (then if question.days else [])


def measured(question: Question, record: Record) -> list[RollCall]:
    """Texts adopted by a recorded vote of one body, the Assembly unless another is named: what agreement and counts run over."""
    body = question.body or Body.GA
    if Flag.FAILED in question.flags and question.intent in _LISTS:
        return [r for r in pool(question, record) if r.body is body]
    kinds = _WHOLE_TEXTS | PARTS if Flag.AMENDMENTS in question.flags else _WHOLE_TEXTS
    calls = [r for r in record.catalogue.newest_first if r.body is body and r.kind in kinds and _is_counted(r)]
    return in_days(in_session(calls, question.session), question.days)


def _is_counted(call: RollCall) -> bool:
    """The rights bodies' files hold thousands of texts adopted without a vote; the Council's few are named with their number."""
    return call.mode is Mode.RECORDED or call.body not in (Body.HRC, Body.CHR)


def votes_named(question: Question, record: Record) -> list[RollCall]:
    """All that the question's nicknames stand for, at any time."""
    return [r for name in question.names for r in record.named_votes(name.key)]


def recorded(roll_calls: Iterable[RollCall]) -> list[RollCall]:
    """Those with a roll."""
    return [r for r in roll_calls if r.mode is Mode.RECORDED]


def in_session(roll_calls: Iterable[RollCall], session: str | None) -> list[RollCall]:
    """Those of the session; every emergency special session where none is named."""
    if session == ANY_EMERGENCY_SESSION:
        return [r for r in roll_calls if r.session is not None and r.session.startswith(ANY_EMERGENCY_SESSION)]
    return [r for r in roll_calls if session is None or r.session == session]


def in_days(roll_calls: Iterable[RollCall], days: Sequence[DayRange]) -> list[RollCall]:
    """Those of any of the days; all where no days are named."""
    different = {(d.first, d.last, d.fitting_year): d for d in days}.values()
    return [r for r in roll_calls if not days or any(d.holds(r.date) for d in different)]
