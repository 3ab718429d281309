"""A question -> the roll calls that it means: one, several, a choice for the reader, or none. Decided once, for every intent."""

from __future__ import annotations

from bot.lookup.by_days import by_days
from bot.lookup.by_name import by_name
from bot.lookup.by_symbol import by_symbol, numbers_in_titles
from bot.lookup.by_tally import by_tally
from bot.lookup.by_thread import by_thread
from bot.lookup.by_topic import by_topic
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.question import Question

_MOST_EXACT_FIRST = (by_symbol, by_tally, by_thread, by_name, by_topic, by_days)


def select(question: Question, record: Record) -> Selection:
    """What the first way gives that the question's words allow."""
    question = numbers_in_titles(question, record)
    for find in _MOST_EXACT_FIRST:
        selection = find(question, record)
        if selection is not None:
            return selection
    return Selection(Found.NO_VOTE_NAMED)
