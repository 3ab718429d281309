"""Counts ("93-18-65") -> the roll calls that ended so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.lookup.pool import in_days, pool, votes_named
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, Found, How, Selection
from bot.lookup.topic_fit import NEAR, fits_of, on_topic, topic_words
from bot.question import Intent, Question, TallyMention
from store.facts import RollCall

_WHICH = re.compile(
    r"\b(?:which|what) (?:un )?(?:resolution|vote|text|one|motion)\b|\bwhat (?:was|is|could) (?:it|this|that)\b", re.IGNORECASE
)


def by_tally(question: Question, record: Record) -> Selection | None:
    """None where no tally is given, or where it is what the question asserts of a vote named otherwise."""
    tally = next((t for t in question.tallies if t.yes is not None and t.no is not None), None)
    if tally is None or _is_asserted(question):
        return None
    how = ((How.BY_TALLY, tally.words),)
    found = _counted_so(tally, question, record)
    if any(not t.light for t in question.topic):
        about = on_topic(found, question, record)
        if found and not about and question.intent is not Intent.VERIFY and tally.abstain is not None:
            doubtless = _is_beyond_doubt(found, tally, question, record) or _asks_what_ended_so(found, question)
            return Selection(Found.MEANT if doubtless else Found.CHOOSE, tuple(found), how=how, missing=topic_words(question))
        # A tally that fits a vote on another matter is a wrong tally, not that vote.
        found = about
    if not found and question.names and not _is_asserted(question) and tally.abstain is not None:
        # The nickname's vote ended otherwise: the vote that ended so, or that of the nickname?
        found = [*in_days(record.catalogue.by_tally(tally.yes or 0, tally.no or 0, tally.abstain, question.body), question.days)]
        named = votes_named(question, record)
        return Selection(Found.CHOOSE, (*found, *named)[:MOST_CHOICES], how=how) if found else None
    if not found:
        return None if question.topic or question.names else Selection(Found.NONE, missing=(tally.words,))
    return Selection(Found.MEANT if len(found) == 1 else Found.CHOOSE, tuple(found), how=how)


def _is_beyond_doubt(found: Sequence[RollCall], tally: TallyMention, question: Question, record: Record) -> bool:
    """Whether all three numbers and the time leave one vote, and the other words name no other of that time."""
    if len(found) != 1 or tally.abstain is None:
        return False
    others = fits_of(question, record, pool(question, record))
    return all(f.coverage < NEAR for f in others)


def _asks_what_ended_so(found: Sequence[RollCall], question: Question) -> bool:
    """ "A note on my desk says 78 for, 43 against, 38 abstaining. Which resolution?": the numbers are all that can tell."""
    return len(found) == 1 and bool(_WHICH.search(question.text))


def _is_asserted(question: Question) -> bool:
    if question.same:
        return True
    return question.intent is Intent.VERIFY and bool(question.names or (question.topic and not question.days))


def _counted_so(tally: TallyMention, question: Question, record: Record) -> list[RollCall]:
    if tally.yes is None or tally.no is None:
        return []
    found = in_days(record.catalogue.by_tally(tally.yes, tally.no, tally.abstain, question.body), question.days)
    if not question.names:
        return found
    named = votes_named(question, record)
    return [r for r in found if r in named]
