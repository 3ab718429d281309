"""A question -> the roll calls that it means: one, several, a choice for the reader, or none. Decided once, for every intent."""

from __future__ import annotations

from dataclasses import replace

from bot.lookup.by_days import by_days
from bot.lookup.by_name import by_name
from bot.lookup.by_symbol import by_symbol, numbers_in_titles
from bot.lookup.by_tally import by_tally
from bot.lookup.by_thread import by_thread
from bot.lookup.by_topic import by_topic
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.question import Flag, Question
from store.facts import is_plain

_MOST_EXACT_FIRST = (by_symbol, by_tally, by_thread, by_name, by_topic, by_days)


def select(question: Question, record: Record) -> Selection:
    """What the first way gives that the question's words allow."""
    question = numbers_in_titles(question, record)
    for find in _MOST_EXACT_FIRST:
        selection = find(question, record)
        if selection is not None:
            return _parts_asked(selection, question, record)
    return Selection(Found.NO_VOTE_NAMED)


def _parts_asked(selection: Selection, question: Question, record: Record) -> Selection:
    """ "The amendments to the Gaza text": the votes on the parts of the one text that was found, where there were any."""
    meant = selection.found is Found.MEANT and len(selection.roll_calls) == 1 and is_plain(selection.roll_calls[0])
    if Flag.AMENDMENTS not in question.flags or not meant:
        return selection
    parts = record.catalogue.parts_of(selection.roll_calls[0])
    return replace(selection, roll_calls=parts) if parts else selection
