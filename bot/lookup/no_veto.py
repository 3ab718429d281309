"""What a reply to a question on a veto adds: who has none to cast, where there is none, and which vetoes the store may lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, MemberVote, Reason, Status
from bot.lookup.by_veto import is_of_veto, says_vetoed, vetoers_asked
from bot.lookup.pool import in_days, votes_named
from bot.lookup.record import Record
from bot.lookup.wording import findings, totals, vetoing
from bot.question import Flag, Intent, Question
from bot.translation import fixed
from store.facts import Body, RollCall
from store.vote_store import PERMANENT


def none_is_permanent(question: Question) -> bool:
    """Whether all of those who are said to have cast a veto have none to cast."""
    codes = vetoers_asked(question)
    return bool(codes) and not codes.intersection(PERMANENT)


def is_absence_unsure(question: Question, calls: Sequence[RollCall], votes: Sequence[MemberVote], record: Record) -> bool:
    """Whether that nobody vetoed "it" rests on several drafts that may be meant, beside others that the store may lack.

    One draft that fits, and a list of vetoes that is whole, both say it for sure.
    """
    if not (is_of_veto(question) and says_vetoed(question)) or none_is_permanent(question) or question.symbols:
        return False
    return len(calls) > 1 and not any(v.veto for v in votes) and _may_miss_some(question, record)


def _may_miss_some(question: Question, record: Record) -> bool:
    until = record.vetoes_until()
    return until is None or not question.days or any(d.last > until or d.fitting_year for d in question.days)


def with_notes_on_veto(found: Answer, question: Question, record: Record) -> Answer:
    """The answer with what must be said beside it."""
    if not (is_of_veto(question) or Flag.VETO in question.flags):
        return found
    notes: list[str] = []
    lead = found.lead
    elsewhere = any(r.body is not Body.SC for r in found.roll_calls)
    if elsewhere and found.intent is Intent.VETO:
        lead = f"{fixed(vetoing.COUNCIL_ALONE)} {lead}"
    elif elsewhere or (not found.roll_calls and _names_other_body(question, record)):
        notes.append(vetoing.COUNCIL_ALONE)
    if none_is_permanent(question):
        notes.append(_not_permanent(question, record))
    elif not elsewhere and _denies(found) and _may_miss_some(question, record):
        notes.append(_reach(record))
    return replace(found, lead=lead, notes=(*(n for n in notes if n not in lead), *found.notes))


def _reach(record: Record) -> str:
    until = record.vetoes_until()
    return fixed(totals.VETOES_INCOMPLETE) if until is None else vetoing.reaches(until, 0)


def no_veto_to_cast(question: Question, record: Record) -> Answer | None:
    """ "Did Germany veto the Golan text", where no such draft is found: it cannot have. None for all other questions."""
    if question.intent is not Intent.VERIFY or not says_vetoed(question) or not none_is_permanent(question):
        return None
    assert question.assertion is not None
    if question.assertion.unread or any(part.negated for part in question.assertion.parts):
        return None
    return Answer(
        Status.ANSWERED,
        Intent.VERIFY,
        f"{findings.verdict(False)} {_not_permanent(question, record)}",
        members=tuple(sorted(vetoers_asked(question))),
        verdict=False,
        reason=Reason.NOT_IN_RECORD,
        body=Body.SC,
    )


def _not_permanent(question: Question, record: Record) -> str:
    return vetoing.not_permanent([record.short(code) for code in sorted(vetoers_asked(question))])


def _names_other_body(question: Question, record: Record) -> bool:
    """Whether what the nicknames stand for in the days asked for was all voted on elsewhere."""
    then = in_days(votes_named(question, record), question.days)
    return bool(then) and all(r.body is not Body.SC for r in then)


def _denies(found: Answer) -> bool:
    """Whether it is said that a state, or anybody, vetoed nothing."""
    return found.intent is Intent.VERIFY and not any(v.veto for v in found.votes)
