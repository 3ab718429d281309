"""Words of a topic -> the roll calls that fit them best."""

from __future__ import annotations

from collections.abc import Sequence

from bot.lookup.matching import Fit
from bot.lookup.other_times import elsewhere_in_time, not_then_or_later
from bot.lookup.picking import pick_among
from bot.lookup.pool import pool
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, Found, Selection, is_about_one
from bot.lookup.series import title_signature
from bot.lookup.title_wording import worded_so
from bot.lookup.topic_fit import NEAR, SAME_CLASS, SURE, fits_of, of_best_body, topic_words, unknown_words
from bot.question import Intent, Question
from store.facts import Outcome, RollCall

_OVER_MANY = frozenset({Intent.COUNT, Intent.TIMELINE, Intent.RANKING, Intent.AGREEMENT})
_AS_GOOD_AS_OFFERED = 0.1  # coverage below the best that is still worth offering
_CLEARLY_BETTER = 0.15  # coverage by which a vote of another time must fit better than those of the time asked for
_WHOLE_LIST = 0.01  # a list holds all that match as many of the words as the best


def by_topic(question: Question, record: Record) -> Selection | None:
    """None where no topic is named."""
    if not question.topic:
        return None
    candidates = pool(question, record)
    if question.days and not candidates:
        return Selection(not_then_or_later(question, record), missing=topic_words(question))
    scored = _of_vetoed(question, candidates, record) or fits_of(question, record, candidates)
    if not scored:
        return elsewhere_in_time(question, record)
    best = of_best_body(scored, question, record)
    sure = [f for f in best if f.coverage >= SURE]
    if sure and not unknown_words(question, record):
        return _meant(sure, question, record)
    return _unsure(sorted(best, key=lambda f: -f.coverage), question, record)


def _of_vetoed(question: Question, candidates: Sequence[RollCall], record: Record) -> list[Fit]:
    """ "Who vetoed the Syria draft?": a vetoed text that fits well goes before adopted ones that fit as well."""
    if question.intent is not Intent.VETO:
        return []
    scored = fits_of(question, record, [r for r in candidates if r.outcome is Outcome.VETOED])
    return scored if scored and max(f.coverage for f in scored) >= SURE else []


def _meant(best: Sequence[Fit], question: Question, record: Record) -> Selection:
    top = best[0]
    by_id = record.catalogue.by_id
    covering = [f for f in best if f.coverage >= top.coverage - SAME_CLASS and f.quality >= top.quality - SAME_CLASS]
    equal = sorted((by_id[f.roll_call_id] for f in covering), key=lambda r: r.date, reverse=True)
    equal = _titled_so(equal, question)
    if question.intent is Intent.SEARCH:
        wide = (by_id[f.roll_call_id] for f in best if f.coverage >= top.coverage - _WHOLE_LIST)
        return Selection(Found.MEANT, tuple(wide), missing=top.missing)
    if question.intent in _OVER_MANY:
        return Selection(Found.MEANT, tuple(equal), missing=top.missing)
    return pick_among(question, equal, missing=top.missing)


def _titled_so(equal: list[RollCall], question: Question) -> list[RollCall]:
    """First those whose title says no more than was asked ("nuclear testing"), or has the very words of the question; only
    those, where one decision is asked about."""
    asked = {s for term in question.topic for alternative in term.alternatives for s in alternative}
    exact = [r for r in equal if title_signature(r.title) <= asked]
    exact = exact or worded_so(equal, question)
    if exact and is_about_one(question):
        return exact
    # Then those titled with the very words, before those that a synonym found ("Kosovo" before "Yugoslavia").
    if question.intent in _OVER_MANY or question.intent is Intent.SEARCH:
        return [*exact, *(r for r in equal if r not in exact)]
    own = {s for term in question.topic if not term.light for s in term.alternatives[0]}
    worded = [r for r in equal if r not in exact and own <= title_signature(r.title)]
    return [*exact, *worded, *(r for r in equal if r not in exact and r not in worded)]


def _unsure(best: Sequence[Fit], question: Question, record: Record) -> Selection:
    """Nothing fits well: a vote of another time that does, else what fits in part as a choice, else nothing."""
    top = best[0]
    if question.days:
        elsewhere = elsewhere_in_time(question, record, at_least=max(SURE, top.coverage + _CLEARLY_BETTER))
        if elsewhere.found is not Found.NONE:
            return elsewhere
    by_id = record.catalogue.by_id
    if top.coverage < NEAR:
        return Selection(Found.NONE, near=tuple(by_id[f.roll_call_id] for f in best[:3]), missing=top.missing)
    offered = [by_id[f.roll_call_id] for f in best if f.coverage >= max(NEAR, top.coverage - _AS_GOOD_AS_OFFERED)]
    return Selection(Found.CHOOSE, tuple(offered[:MOST_CHOICES]), missing=top.missing)
