"""How a question was read, which roll calls were weighed, and why these were taken: for `votedesk ask --explain`."""

from __future__ import annotations

from collections.abc import Iterator

from bot.lookup.by_symbol import years_not_numbers
from bot.lookup.finding import select
from bot.lookup.matching import Fit
from bot.lookup.pool import pool
from bot.lookup.record import Record
from bot.lookup.topic_fit import fits_of
from bot.lookup.wording import phrases
from bot.question import DayRange, GroupMention, MemberMention, Question, Term

_MOST_WEIGHED = 8
_MOST_STANDING_IN = 6
_MOST_TAKEN = 12


def explain(question: Question, record: Record) -> tuple[str, ...]:
    """One line a finding, in the order in which they were made."""
    return (*_reading(question, record), *_weighing(question, record), _taking(question, record))


def _reading(question: Question, record: Record) -> Iterator[str]:
    yield f"read as: {question.text}"
    yield f"wanted: {question.intent.value}"
    yield from (_member(m, record) for m in question.members)
    yield from (_group(g) for g in question.groups)
    yield from (f"“{n.words}”: {n.name}, {n.kind.replace('_', ' ')}" for n in question.non_members)
    yield from (f"“{s.words}”: the symbol {s.key or s.number}{'' if s.certain else ', perhaps'}" for s in question.symbols)
    yield from (f"“{t.words}”: the tally {t.yes}-{t.no}-{t.abstain}" for t in question.tallies)
    yield from (_days(d) for d in question.days)
    yield from (f"“{n.words}”: the name of a {record.name_kind(n.key)}, {n.key}" for n in question.names)
    yield from (_term(t) for t in question.topic)
    if question.body is not None:
        yield f"body: {phrases.BODIES[question.body]}"
    if question.position is not None:
        yield f"position spoken of: {phrases.POSITIONS[question.position]}"
    yield from (f"taken from the thread: {what}" for what in question.carried)


def _member(mention: MemberMention, record: Record) -> str:
    names = " or ".join(record.short(c) for c in mention.codes)
    how = "by the day of the vote" if mention.by_day else "as corrected" if mention.corrected else "as written"
    return f"“{mention.words}”: the state asked about, {names} ({how})"


def _group(mention: GroupMention) -> str:
    without = f" without {', '.join(mention.without)}" if mention.without else ""
    return f"“{mention.words}”: the group {mention.key}{without}"


def _days(days: DayRange) -> str:
    any_year = ", in any year" if days.fitting_year else ""
    return f"“{days.words}”: {phrases.day(days.first)} to {phrases.day(days.last)}{any_year}"


def _term(term: Term) -> str:
    stands_for = ", ".join(" + ".join(a) for a in term.alternatives[:_MOST_STANDING_IN])
    return f"“{term.word}”: topic{' (light)' if term.light else ''}, looked for as {stands_for}"


def _weighing(question: Question, record: Record) -> list[str]:
    if not question.topic:
        return []
    return [_weighed(fit, record) for fit in fits_of(question, record, pool(question, record))[:_MOST_WEIGHED]]


def _weighed(fit: Fit, record: Record) -> str:
    call = record.catalogue.by_id[fit.roll_call_id]
    covers = f"covers {fit.coverage:.0%} of the topic, quality {fit.quality:.2f}"
    lacks = f", lacks {', '.join(fit.missing)}" if fit.missing else ""
    return f"weighed: {call.symbol} of {call.date}, {covers}{lacks}"


def _taking(question: Question, record: Record) -> str:
    selection = select(years_not_numbers(question, record), record)
    taken = ", ".join(r.symbol for r in selection.roll_calls[:_MOST_TAKEN]) or "none"
    how = "".join(f", {kind.replace('_', ' ')} ({detail})" for kind, detail in selection.how)
    return f"found: {selection.found.value}{how}; roll calls: {taken}"
