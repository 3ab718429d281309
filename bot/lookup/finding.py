"""A question -> the roll calls that it means: one, several, a choice for the reader, or none. Decided once, for every intent."""

from __future__ import annotations

from dataclasses import replace

from bot.lookup.by_days import by_days
from bot.lookup.by_name import by_name
from bot.lookup.by_symbol import by_symbol, numbers_in_titles
from bot.lookup.by_tally import by_tally
from bot.lookup.by_thread import by_thread
from bot.lookup.by_topic import by_topic
from bot.lookup.by_veto import by_veto
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection, is_about_one
from bot.question import Intent, Question
from store.facts import Body

_MOST_EXACT_FIRST = (by_symbol, by_tally, by_thread, by_veto, by_name, by_topic, by_days)


def select(question: Question, record: Record) -> Selection:
    """What the first way gives that the question's words allow."""
    question = numbers_in_titles(question, record)
    months = tuple(d for d in question.days if d.one_of and d.precision == "month")
    if not months:
        return _select(question, record)
    # "march 24" is that day, and where no vote of that day is meant, the month of 2024.
    as_days = replace(question, days=tuple(d for d in question.days if d not in months))
    as_months = replace(question, days=tuple(d for d in question.days if d in months or not d.one_of))
    selection, instead = _select(as_days, record), _select(as_months, record)
    if Found.MEANT not in (selection.found, instead.found):
        return instead if instead.found is Found.CHOOSE else selection
    if instead.found is not Found.MEANT or (instead.missing and not selection.missing):
        return selection
    if selection.found is not Found.MEANT or (selection.missing and not instead.missing):
        return instead
    both = tuple(dict.fromkeys((*selection.roll_calls, *instead.roll_calls)))
    if both == selection.roll_calls:
        return selection
    return Selection(Found.CHOOSE if is_about_one(question) else Found.MEANT, both, how=(*selection.how, *instead.how))


def _select(question: Question, record: Record) -> Selection:
    for find in _MOST_EXACT_FIRST:
        selection = find(question, record)
        if selection is not None:
            return _of_either_body(selection, question, record)
    return Selection(Found.NO_VOTE_NAMED)


def _of_either_body(selection: Selection, question: Question, record: Record) -> Selection:
    """A body named may be a word of the matter ("a session of the General Assembly on Suez"): another's vote is offered then."""
    if selection.found not in (Found.NONE, Found.NOT_THEN) or question.body not in (Body.GA, Body.SC) or question.symbols:
        return selection
    if not question.days or not question.topic or question.intent is Intent.VETO:
        return selection
    other = by_topic(replace(question, body=None, session=None), record)
    if other is None or other.found is not Found.MEANT or other.missing:
        return selection
    return Selection(Found.CHOOSE, other.roll_calls)
