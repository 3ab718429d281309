"""How well roll calls fit the topic of a question, and from what degree on they count as meant, as near, as equally good."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.lookup.matching import Fit, fits
from bot.lookup.record import Record
from bot.question import Question, Term
from store.facts import Body, RollCall

SURE = 0.72  # share of a topic's weight that a roll call must match to be taken for what was meant
NEAR = 0.45  # ... to be offered as a choice
SAME_CLASS = 0.06  # fits that differ by less are equally good
_BODY_LEAD = 0.08  # how much better another body must fit than the Assembly, which is meant unless something says otherwise
_TITLE_LEAD = 0.2  # how much of the words its title must hold more than any of the Assembly's
_TELLING = 0.3  # a topic that fits less than this says nothing about which of several texts is meant
_BEST_OF_ASSEMBLY = 200  # fits are ordered by quality; the best coverage is among the first


def topic_words(question: Question) -> tuple[str, ...]:
    """The words of the topic as asked."""
    return tuple(t.word for t in question.topic)


def matter_of(question: Question) -> tuple[Term, ...]:
    """The words of the nicknames and of the topic."""
    return (*(t for name in question.names for t in name.terms), *question.topic)


def unknown_words(question: Question, record: Record) -> tuple[str, ...]:
    """Words of the topic that no roll call of the record has: what the others fit need not be what was meant."""
    postings = record.postings({s for term in question.topic for a in term.alternatives for s in a})
    held = {s for s, found in postings.items() if found.title or found.elsewhere}
    return tuple(t.word for t in question.topic if not t.light and not any(held.issuperset(a) for a in t.alternatives))


def fits_of(question: Question, record: Record, among: Iterable[RollCall]) -> list[Fit]:
    """Those of these roll calls that hold any word of the topic, best first."""
    stems = {s for term in question.topic for alternative in term.alternatives for s in alternative}
    return fits(question.topic, record.postings(stems), len(record.catalogue.by_id), [r.id for r in among])


def of_best_body(scored: Sequence[Fit], question: Question, record: Record) -> list[Fit]:
    """The fits of one body: the Assembly's, unless another fits clearly better (docs/contract.md, rule 5)."""
    by_id = record.catalogue.by_id
    assembly = [f for f in scored if by_id[f.roll_call_id].body is Body.GA]
    if question.body is not None or not assembly:
        return list(scored)
    best = scored[0]
    if by_id[best.roll_call_id].body is not Body.GA and best.quality - assembly[0].quality > _TITLE_LEAD and not best.missing:
        return [f for f in scored if by_id[f.roll_call_id].body is not Body.GA]
    if scored[0].coverage - max(f.coverage for f in assembly[:_BEST_OF_ASSEMBLY]) > _BODY_LEAD:
        return [f for f in scored if by_id[f.roll_call_id].body is not Body.GA]
    return assembly


def on_topic(roll_calls: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    """Those that are about the topic, in the order given."""
    about = {f.roll_call_id for f in fits_of(question, record, roll_calls) if f.coverage >= NEAR}
    return [r for r in roll_calls if r.id in about]


def best_on_topic(roll_calls: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    """Those that fit the topic best, in the order given; all where the topic does not tell them apart."""
    scored = fits_of(question, record, roll_calls)
    if not scored or scored[0].coverage <= _TELLING:
        return list(roll_calls)
    best = {f.roll_call_id for f in scored if f.coverage >= scored[0].coverage - SAME_CLASS}
    return [r for r in roll_calls if r.id in best]
