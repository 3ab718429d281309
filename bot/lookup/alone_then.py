"""The one vote, or the few, that a day or month leaves for a topic of which no title then has all words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.lookup.matching import Fit
from bot.lookup.pool import pool
from bot.lookup.record import Record
from bot.lookup.title_wording import title_phrase
from bot.lookup.topic_fit import SAME_CLASS, fits_of, unknown_words
from bot.question import Question, Term
from store.words import words

_ONE_TIME = frozenset({"day", "week", "month"})
_MOSTLY = 0.5  # coverage from which the only vote on that place at that time is taken
_AHEAD = 2.0  # how many times better than any other of that time it must fit
_TELLING = 2  # words that it must have
_WORTH_OFFERING = 0.25
_A_FEW = 3
_CREDENTIALS = " credentials "
_ASKED_OF_TERRITORIES = frozenset(
    {"self determination", "selfdetermination", "independence", "decolonization", "decolonisation", "sovereignty", "future"}
)


def leaves_one(best: Sequence[Fit], question: Question, record: Record) -> bool:
    """Whether the day or month named leaves the first of these fits alone, best first, so that its title need not have the
    other words."""
    if not question.days or any(d.precision not in _ONE_TIME or d.fitting_year for d in question.days):
        return False
    if best[0].coverage < _MOSTLY:
        return False
    return _only_one_on_place(best[0], question, record) or _far_ahead(best, question)


def is_on_credentials(best: Sequence[Fit], question: Question, record: Record) -> bool:
    """ "The credentials vote on Libya, 16 September 2011": the only one of that day. Their titles never name the state whose
    delegation is in dispute; of another matter, a text that lacks the state asked about may well be on another's."""
    if not question.days or any(d.precision != "day" or d.fitting_year for d in question.days):
        return False
    states = {t.word for t in question.topic if t.about is not None}
    call, others = record.catalogue.by_id[best[0].roll_call_id], best[1:]
    alone = not any(_CREDENTIALS in title_phrase(record.catalogue.by_id[f.roll_call_id].title) for f in others)
    return alone and _CREDENTIALS in title_phrase(call.title) and states.issuperset(best[0].missing)


def is_question_of_place(top: Fit, question: Question, record: Record) -> bool:
    """ "Brunei's self-determination 1977": the year's only vote on that place is the "Question of Brunei", which is just that."""
    if top.coverage < _MOSTLY:
        return False
    call = record.catalogue.by_id[top.roll_call_id]
    within_years = question.days and all(d.precision == "year" and not d.fitting_year for d in question.days)
    askable = all(" ".join(words(word)) in _ASKED_OF_TERRITORIES for word in top.missing)
    if not (within_years and askable and call.title.lower().startswith("question of")):
        return False
    return _only_one_on_place(top, replace(question, body=question.body or call.body), record)


def near_then(best: Sequence[Fit], question: Question) -> tuple[Fit, ...]:
    """The few of a day or month that have a telling word of the topic, where no vote has the others: to be offered."""
    if not question.days or any(d.precision not in _ONE_TIME or d.fitting_year for d in question.days):
        return ()
    top = best[0]
    near = tuple(fit for fit in best if fit.coverage >= top.coverage - SAME_CLASS)
    tells = any(not t.light and t.word not in top.missing for t in question.topic)
    return near if tells and top.coverage >= _WORTH_OFFERING and len(near) <= _A_FEW else ()


def _only_one_on_place(top: Fit, question: Question, record: Record) -> bool:
    places = [t for t in question.topic if t.about is not None and not t.light]
    lost = set(top.missing)
    if not places or any(t.word in lost for t in places) or unknown_words(question, record):
        return False
    return len(fits_of(replace(question, topic=tuple(places)), record, pool(question, record))) == 1


def _far_ahead(best: Sequence[Fit], question: Question) -> bool:
    """Whether it has words that tell, nothing else of that time comes near, and no name or number is among those it lacks."""
    top, lost = best[0], set(best[0].missing)
    if any(fit.coverage * _AHEAD > top.coverage for fit in best[1:]):
        return False
    telling = [t for t in question.topic if not t.light and t.word not in lost]
    return len(telling) >= _TELLING and all(_is_ordinary(t) for t in question.topic if t.word in lost)


def _is_ordinary(term: Term) -> bool:
    return term.about is None and (term.light or term.common)
