"""Counts ("93-18-65") -> the roll calls that ended so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.lookup.pool import in_days, pool, votes_named
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, Found, How, Selection
from bot.lookup.series import title_signature
from bot.lookup.topic_fit import NEAR, fits_of, on_topic, topic_words
from bot.question import Flag, Intent, Question, TallyMention
from store.facts import RollCall, is_plain

_OF_ONE_SESSION = 60  # days
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
    found = _one_decision(found, question)
    alone = len(found) == 1 or _of_one_session(found, question)
    found.sort(key=lambda r: not is_plain(r))
    return Selection(Found.MEANT if alone else Found.CHOOSE, tuple(found), how=how)


def _one_decision(found: Sequence[RollCall], question: Question) -> list[RollCall]:
    """Without motions on the same matter that a second source lists under another day: the resolution is that decision.

    "66-48-7" is resolution 2159 (XXI), and the motion "that any proposal to change the representation of China ..." of 1966.
    """
    texts = [r for r in found if is_plain(r)]
    if len(texts) != 1 or Flag.AMENDMENTS in question.flags:
        return list(found)
    [text] = texts
    said = title_signature(text.title)
    again = [r for r in found if r is not text and _is_same(r, text, said)]
    return [r for r in found if r not in again]


def _of_one_session(found: Sequence[RollCall], question: Question) -> bool:
    """A resolution, and a vote of the same weeks on parts of a text that is not said: both are shown, the resolution first."""
    text, *rest = sorted(found, key=lambda r: not is_plain(r))
    if question.intent is not Intent.ROLL_CALL or len(rest) != 1 or not is_plain(text) or is_plain(rest[0]):
        return False
    return rest[0].parent is None and rest[0].body is text.body and abs((rest[0].date - text.date).days) <= _OF_ONE_SESSION


def _is_same(part: RollCall, text: RollCall, said: frozenset[str]) -> bool:
    near = part.body is text.body and abs((part.date - text.date).days) <= _OF_ONE_SESSION
    return near and part.parent is None and bool(said) and said <= title_signature(part.title)


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
