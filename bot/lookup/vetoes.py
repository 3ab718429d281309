"""Vetoes: a permanent member's no that sank a Council draft which had the votes. Counted where a list of them was imported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Ranked, Reason, Status
from bot.lookup.by_veto import vetoed
from bot.lookup.pool import in_days
from bot.lookup.record import Record
from bot.lookup.vetoed_together import WORDS, vetoed_so
from bot.lookup.vetoes_on import vetoes_on
from bot.lookup.wording import totals, vetoing
from bot.question import Intent, Question, Term
from store.facts import Body, Outcome, RollCall, is_plain
from store.importers.ballots import SEAT_PASSED_TO_RUSSIA
from store.vote_store import PERMANENT

_MOST_LISTED = 40
_WHOLE_LIST = 400
_OF_USING = frozenset({"used", "use", "uses", "using", "wielded", "exercised", "invoked", "right", "power", "drafts", "draft"})
_OF_VETOING = _OF_USING | WORDS


def vetoes(question: Question, record: Record) -> Answer:
    """The vetoed drafts of the states and days asked for: all of them, where the list of the Data Hub is in the store."""
    codes = _codes(question)
    question = with_names_as_matter(question)
    then = in_days((r for r in record.catalogue.newest_first if r.outcome is Outcome.VETOED), question.days)
    found, told = vetoed_so([r for r in then if not codes or codes & set(r.vetoed_by)], question, codes)
    until = record.vetoes_until()
    names = [record.short(code) for code in sorted(codes)]
    if until is None:
        return _selection(vetoed(question, record) if other_topic(question) else found, question, names, codes)
    counted = _counted(question, found, codes, until, record)
    return replace(counted, notes=(*told, *counted.notes))


def with_names_as_matter(question: Question) -> Question:
    """ "How many times did the US veto Gaza texts": a nickname's votes are not all that were vetoed, nor were they all vetoed."""
    terms = tuple(t for name in question.names for t in name.terms)
    return replace(question, names=(), topic=(*(t for t in terms if not _is_veto(t)), *question.topic)) if terms else question


def _is_veto(term: Term) -> bool:
    return term.word.lower().startswith("veto")


def _codes(question: Question) -> frozenset[str]:
    """The states asked about; a time before the seat passed to the Russian Federation asks for the Soviet Union's too.

    A permanent member that is named is meant as the one that vetoed, also where its place in the sentence does not say so.
    """
    named = question.vetoers or question.members
    codes = {c for m in named for c in m.codes} or {t.about for t in question.topic if t.about in PERMANENT}
    if "RUS" in codes and any(d.first < SEAT_PASSED_TO_RUSSIA for d in question.days):
        codes.add("SUN")
    return frozenset(codes)


def _selection(found: Sequence[RollCall], question: Question, names: Sequence[str], codes: frozenset[str]) -> Answer:
    return Answer(
        Status.NOT_FOUND,
        Intent.VETO,
        totals.vetoed_texts(len(found), names, tuple(t.word for t in other_topic(question))),
        roll_calls=tuple(found[:_MOST_LISTED]),
        members=tuple(sorted(codes)),
        reason=Reason.NOT_IN_RECORD,
        listed=True,
    )


def _counted(question: Question, found: Sequence[RollCall], codes: frozenset[str], until: dt.date, record: Record) -> Answer:
    drafts = [r for r in found if is_plain(r)]
    if matter := other_topic(question):
        return vetoes_on(replace(question, topic=matter), drafts, codes, until, record)
    ranking = _by_member(drafts, codes, record)
    of_predecessor = _soviet(question, record) if codes == {"RUS"} else 0
    later = sum(r.date > until for r in drafts)
    return Answer(
        Status.ANSWERED,
        question.intent,
        vetoing.counted(drafts, ranking, [record.short(c) for c in sorted(codes)], of_predecessor),
        roll_calls=tuple(drafts[:_WHOLE_LIST]),
        members=tuple(sorted(codes)),
        value=float(len(drafts)),
        ranking=ranking if len(ranking) > 1 or question.intent is Intent.RANKING else (),
        ranking_unit=vetoing.VETOES,
        notes=(
            vetoing.definition(len(drafts), sum(int(one.value) for one in ranking), len(found) - len(drafts)),
            vetoing.reaches(until, later),
        ),
        listed=True,
        body=Body.SC,
    )


def other_topic(question: Question) -> tuple[Term, ...]:
    """What the vetoes are to be on, beside the permanent members named."""
    return tuple(t for t in question.topic if t.about not in PERMANENT and not t.light and t.word.lower() not in _OF_VETOING)


def _by_member(drafts: Sequence[RollCall], codes: frozenset[str], record: Record) -> tuple[Ranked, ...]:
    """Vetoes cast by each permanent member, the most first; only by those asked about."""
    cast = [code for r in drafts for code in r.vetoed_by if not codes or code in codes]
    ordered = sorted(set(cast), key=lambda code: (-cast.count(code), record.short(code)))
    return tuple(Ranked(code, record.short(code), float(cast.count(code))) for code in ordered)


def _soviet(question: Question, record: Record) -> int:
    """The vetoes of the Soviet Union, beside those of the Russian Federation alone; none where a later time is asked about."""
    if question.days:
        return 0
    return sum("SUN" in r.vetoed_by for r in record.catalogue.newest_first if r.outcome is Outcome.VETOED and is_plain(r))
