"""A matter and the word veto -> the vetoed drafts on it: a veto is the Security Council's (docs/contract.md, rule 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.lookup.by_topic import by_topic
from bot.lookup.matching import Fit
from bot.lookup.pool import in_days, votes_named
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, MOST_SHOWN, Found, Selection
from bot.lookup.topic_fit import SURE, fits_of, matter_of
from bot.question import Intent, Question, ResultClaim
from store.facts import Body, Outcome, RollCall

_MOST_NEAR = 3
_WORTH_OFFERING = 0.3  # vetoed texts are few: less of the matter than elsewhere tells one of them


def by_veto(question: Question, record: Record) -> Selection | None:
    """None where no veto is asked about, or where a symbol or the thread says which vote is meant."""
    asserted = _is_asserted(question)
    if not (asserted or question.intent is Intent.VETO) or question.symbols or question.same or question.like:
        return None
    if not question.has_topic and not (asserted and question.days):
        return None
    found = vetoed(question, record)
    if asserted and not found:
        # "Did China veto the Ukraine draft?": Russia did, and the draft tells how China voted.
        found = vetoed(replace(question, members=()), record)
    if found:
        return Selection(Found.MEANT, tuple(found[:MOST_SHOWN]), near=tuple(found[MOST_SHOWN:]))
    about = replace(question, names=(), topic=matter_of(question))
    near = [f for f in fits_of(about, record, _vetoed_then(question, record)) if f.coverage >= _WORTH_OFFERING]
    if not near and question.days and all(d.precision in ("day", "month") for d in question.days):
        # A list of vetoes names agenda items ("Complaint by Egypt"), and seldom the matter as people do ("Suez").
        of_those_days = _vetoed_by_them(question, record)
        if of_those_days and len(of_those_days) <= MOST_CHOICES:
            return Selection(Found.CHOOSE, tuple(of_those_days), missing=matter_words(question))
    if near:
        by_id = record.catalogue.by_id
        return Selection(Found.CHOOSE, tuple(by_id[f.roll_call_id] for f in near[:MOST_CHOICES]), missing=near[0].missing)
    on_it = by_topic(replace(about, intent=Intent.SEARCH, body=None), record)
    return Selection(Found.NO_VETO, near=on_it.roll_calls[:_MOST_NEAR] if on_it else (), missing=matter_words(question))


def _is_asserted(question: Question) -> bool:
    """Whether somebody is said to have vetoed a text, or a text to have been vetoed; never one of the Assembly."""
    said = question.assertion
    if said is None or question.body not in (None, Body.SC):
        return False
    of_the_whole = (said.outcome, *(c.outcome for c in said.claims if isinstance(c, ResultClaim)))
    return Outcome.VETOED in of_the_whole or any(part.veto for part in said.parts)


def vetoed(question: Question, record: Record) -> list[RollCall]:
    """The vetoed texts on the matter, by the states and in the days asked for, newest first; all where no matter is named."""
    found = _vetoed_by_them(question, record)
    return _on_matter(found, question, record) if question.has_topic else found


def _vetoed_by_them(question: Question, record: Record) -> list[RollCall]:
    codes = {c for m in question.members for c in m.codes}
    return [r for r in _vetoed_then(question, record) if not codes or codes & set(r.vetoed_by)]


def _vetoed_then(question: Question, record: Record) -> list[RollCall]:
    return in_days((r for r in record.catalogue.newest_first if r.outcome is Outcome.VETOED), question.days)


def _on_matter(texts: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    named = set(votes_named(question, record))
    if found := [r for r in texts if r in named]:
        return found
    fitting: list[Fit] = fits_of(replace(question, topic=matter_of(question)), record, texts)
    about = {f.roll_call_id for f in fitting if f.coverage >= SURE}
    return [r for r in texts if r.id in about]


def matter_words(question: Question) -> tuple[str, ...]:
    """The same as asked, light words left out."""
    return (*(n.words for n in question.names), *(t.word for t in question.topic if not t.light))
