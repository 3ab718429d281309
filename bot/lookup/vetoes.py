"""Vetoes: a permanent member's no that sank a Council draft which had the votes. The store holds a selection, and says so."""

from __future__ import annotations

from bot.answer import Answer, Reason, Status
from bot.lookup.by_veto import matter_words, vetoed
from bot.lookup.record import Record
from bot.lookup.wording import totals
from bot.question import Intent, Question

_MOST_LISTED = 40


def vetoes(question: Question, record: Record) -> Answer:
    """The vetoed drafts in the store, of the states and days asked for."""
    codes = {c for m in question.members for c in m.codes}
    found = vetoed(question, record)
    names = [record.short(m.codes[0]) for m in question.members]
    return Answer(
        Status.NOT_FOUND,
        Intent.VETO,
        totals.vetoed_texts(len(found), names, matter_words(question)),
        roll_calls=tuple(found[:_MOST_LISTED]),
        members=tuple(sorted(codes)),
        reason=Reason.NOT_IN_RECORD,
        listed=True,
    )
