"""Days alone -> the votes of those days; nothing at all -> those of the latest voting day (docs/contract.md, rule 2)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.lookup.other_times import not_then_or_later
from bot.lookup.pool import pool
from bot.lookup.record import Record
from bot.lookup.selection import Found, How, Selection, is_about_one
from bot.lookup.title_wording import worded_so_first
from bot.question import Intent, Question
from store.facts import Body, RollCall, is_plain

_SHORT = frozenset({"day", "week"})
_OF_THE_LATEST_DAY = frozenset({Intent.POSITION, Intent.COMPARE, Intent.ROLL_CALL, Intent.OUTCOME, Intent.SEARCH})


def by_days(question: Question, record: Record) -> Selection | None:
    """None where no days and no session are named and the question is not about a vote."""
    if unread := _names_no_votes(question):
        return Selection(Found.NONE, missing=unread)
    if question.days or question.session:
        return _then(question, record)
    names_vote = question.symbols or question.names or question.tallies or question.topic
    return _latest(question, record) if question.intent in _OF_THE_LATEST_DAY and not names_vote else None


def _names_no_votes(question: Question) -> tuple[str, ...]:
    """The words of a matter that no way before this one could look for: votes on everything else are no answer to it.

    Somebody without a vote, beside states with one, is a matter too, where more than a day's votes would be given.
    """
    if question.names:
        return tuple(name.words for name in question.names)
    asked = question.members or question.groups
    long = any(d.precision not in _SHORT for d in question.days)
    return tuple(m.words for m in question.non_members) if asked and long else ()


def _then(question: Question, record: Record) -> Selection:
    found = pool(question, record)
    if question.body is None:
        found = [r for r in found if r.body is Body.GA] or found
    return _one_or_all(worded_so_first(found, question), question) if found else Selection(not_then_or_later(question, record))


def _latest(question: Question, record: Record) -> Selection:
    body = question.body or Body.GA
    days = record.catalogue.voting_days(body, None, 1)
    if not days:
        return Selection(Found.NONE)
    found = [r for r in record.catalogue.on(days[0], days[0], body) if is_plain(r)]
    return _one_or_all(found, question, ((How.LATEST_DAY, days[0].isoformat()),))


def _one_or_all(found: Sequence[RollCall], question: Question, how: tuple[tuple[How, str], ...] = ()) -> Selection:
    return Selection(Found.CHOOSE if is_about_one(question) and len(found) > 1 else Found.MEANT, tuple(found), how=how)
