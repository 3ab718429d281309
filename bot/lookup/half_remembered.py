"""A vote of a series told by how it went ("that vote where only the US and Israel voted against food being a right")."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answer import Answer
from bot.lookup.choosing import choose
from bot.lookup.one_vote import roll_call
from bot.lookup.record import Record
from bot.lookup.selection import Found, How, Selection
from bot.lookup.series import series_of
from bot.lookup.verify import verify
from bot.question import Intent, Question

_OPENING = re.compile(
    r"\b(?:that|the|this|which|what)(?: \w+)?? (?:vote|resolution|text|one|time|year) (?:where|when|in which|that|which)\b",
    re.IGNORECASE,
)
_LEAD_IN = 30  # characters: "what was", "looking for"


def half_remembered(question: Question, selection: Selection, record: Record) -> Answer | None:
    """The votes of which it is true, where the latest of a series was taken and it is not true of that; None elsewhere."""
    latest = any(how is How.LATEST_OF_SERIES for how, _ in selection.how)
    opening = _OPENING.search(question.text)
    if not latest or opening is None or opening.start() > _LEAD_IN or len(selection.roll_calls) != 1:
        return None
    found = verify(question, selection, record)
    if found is None or found.verdict is not False:
        return None
    asked = replace(question, intent=Intent.ROLL_CALL, members=(), groups=())
    series = series_of(selection.roll_calls[0], record)
    fitting = tuple(r for r in series if _is_so(question, Selection(Found.MEANT, (r,)), record))
    if not fitting:
        return None
    if len(fitting) == 1:
        return roll_call(asked, Selection(Found.MEANT, fitting), record)
    return choose(asked, Selection(Found.CHOOSE, fitting))


def _is_so(question: Question, selection: Selection, record: Record) -> bool:
    found = verify(question, selection, record)
    return found is not None and found.verdict is True
