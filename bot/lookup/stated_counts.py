"""How many are said to have taken a position ("which eight voted against") -> which of the votes found is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.lookup.assertions import count_holds
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, Found, Selection
from bot.question import Intent, Question
from store.facts import RollCall

Find = Callable[[Question, Record], Selection | None]


def counted_as_stated(selection: Selection, question: Question, record: Record, find: Find) -> Selection:
    """The votes found that ended so, or another on the same matter; where none did, nothing is sure and the reader is asked.

    What is named exactly stays: a number beside it may be wrong. `find`: what finds votes for another reading of the question.
    """
    exact = question.symbols or question.same or question.tallies or any(d.precision == "day" for d in question.days)
    if not question.stated or selection.found not in (Found.MEANT, Found.CHOOSE) or not selection.roll_calls:
        return selection
    if selection.found is Found.MEANT and any(_ended_so(r, question) is None for r in selection.roll_calls):
        return selection
    fitting = tuple(r for r in selection.roll_calls if _ended_so(r, question))
    if fitting and selection.found is Found.MEANT:
        return replace(selection, roll_calls=fitting)
    named = bool(question.names) and all(record.name_kind(name.key) == "vote" for name in question.names)
    if not fitting and (exact or named):
        return selection
    # A list to choose from is cut: others of the matter may have ended so as well.
    others = find(replace(question, intent=Intent.SEARCH, stated=()), record)
    alike = others.roll_calls if others is not None and others.found is Found.MEANT and not others.missing else ()
    ended_so = tuple(dict.fromkeys((*fitting, *(r for r in alike if _ended_so(r, question)))))
    if len(ended_so) == 1 and not selection.missing:
        return Selection(Found.MEANT, ended_so)
    return replace(selection, found=Found.CHOOSE, roll_calls=(ended_so or selection.roll_calls)[:MOST_CHOICES])


def _ended_so(call: RollCall, question: Question) -> bool | None:
    """None where the record has no such count."""
    held = [count_holds(count, call) for count in question.stated]
    return None if None in held else all(held)
