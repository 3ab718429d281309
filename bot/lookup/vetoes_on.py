"""The vetoed drafts on a matter: a list by the words of title, agenda and subject, and a count where these say it all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Status
from bot.lookup.record import Record
from bot.lookup.topic_fit import NEAR, fits_of
from bot.lookup.wording import cautions, vetoing
from bot.question import Intent, Question
from store.facts import Body, RollCall
from store.words import stems


def vetoes_on(question: Question, drafts: Sequence[RollCall], codes: frozenset[str], until: dt.date, record: Record) -> Answer:
    """A list by the words as asked alone: all drafts on the Palestinian question are not on Gaza.

    The words of an agenda item do not say all that a draft is on, so that their number is told as a count only where the list of
    vetoes files the very same drafts under it, or where all those of the day are on it.
    """
    worded = replace(question, topic=tuple(replace(t, alternatives=t.alternatives[:1]) for t in question.topic))
    near = [f for f in fits_of(worded, record, drafts) if f.coverage >= NEAR]
    fitting = {f.roll_call_id: f for f in near if f.coverage == max(f.coverage for f in near)}
    about = [r for r in drafts if r.id in fitting]
    lacks = {word for f in fitting.values() for word in f.missing}
    lacking = tuple(t.word for t in question.topic if t.word in lacks)
    held = tuple(t.word for t in question.topic if t.word not in lacking)
    is_counted = bool(about) and (_is_of_one_day(question, drafts, about) or _are_filed_so(question, drafts, about, record))
    return Answer(
        Status.ANSWERED,
        Intent.COUNT if is_counted else Intent.SEARCH,
        vetoing.on_topic(len(about), about, held, [record.short(code) for code in sorted(codes)]),
        roll_calls=tuple(about),
        members=tuple(sorted(codes)),
        value=float(len(about)) if is_counted else None,
        assumptions=(cautions.read_without(lacking),) if lacking else (),
        notes=(vetoing.reaches(until, sum(r.date > until for r in about)),),
        listed=True,
        body=Body.SC,
    )


def _is_of_one_day(question: Question, drafts: Sequence[RollCall], about: Sequence[RollCall]) -> bool:
    return len(about) == len(drafts) and all(d.precision == "day" for d in question.days) and len(question.days) == 1


def _are_filed_so(question: Question, drafts: Sequence[RollCall], about: Sequence[RollCall], record: Record) -> bool:
    """Whether the matter is one heading of the list of vetoes, mostly a state, and the drafts under it are the same."""
    matter = [t for t in question.topic if not t.light]
    if len(matter) != 1:
        return False
    state = record.members.by_code.get(matter[0].about or "")
    names = (matter[0].word, *((state.short, *(n.name for n in state.names)) if state is not None else ()))
    filed = [r for r in drafts if any(set(stems(name)) <= set(stems(" ".join(r.subjects) or r.title)) for name in names)]
    return filed == list(about)
