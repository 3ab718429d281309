"""What shares and rankings are measured over: the roll calls, and one code for each state throughout."""

from __future__ import annotations

from collections.abc import Sequence

from bot.lookup.members_asked import code_on
from bot.lookup.pool import measured, recorded
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.question import MemberMention, Question
from store.facts import RollCall


def period(question: Question, selection: Selection, record: Record) -> list[RollCall]:
    """Newest first: the topic's roll calls where one is named, else all adopted texts of the body in the time asked."""
    if question.has_topic:
        several = selection.found is Found.MEANT and len(selection.roll_calls) > 1
        return sorted(recorded(selection.roll_calls), key=lambda r: r.date, reverse=True) if several else []
    return recorded(measured(question, record))


def lasting_code(mention: MemberMention, roll_calls: Sequence[RollCall], record: Record) -> str:
    """The one that held the seat at the end of the period, or else at its beginning."""
    code = code_on(mention, roll_calls[0].date, record)
    if record.members.was_member(code, roll_calls[0].date) or not mention.by_day:
        return code
    return code_on(mention, roll_calls[-1].date, record)
