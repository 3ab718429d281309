"""How a question was read, which roll calls were weighed, and why these were taken: for `votedesk ask --explain`."""

from __future__ import annotations

from bot.lookup import wording
from bot.lookup.finding import select
from bot.lookup.pool import pool
from bot.lookup.record import Record
from bot.lookup.topic_fit import fits_of
from bot.question import Question, Term

_MOST_WEIGHED = 8


def explain(question: Question, record: Record) -> tuple[str, ...]:
    """One line a finding, in the order in which they were made."""
    return (*_reading(question, record), *_weighing(question, record))


def _reading(question: Question, record: Record) -> list[str]:
    lines = [f"read as: {question.text}", f"wanted: {question.intent.value}"]
    for member in question.members:
        names = " or ".join(record.short(c) for c in member.codes)
        how = "by the day of the vote" if member.by_day else "as corrected" if member.corrected else "as written"
        lines.append(f"“{member.words}”: the state asked about, {names} ({how})")
    lines.extend(
        f"“{g.words}”: the group {g.key}{' without ' + ', '.join(g.without) if g.without else ''}" for g in question.groups
    )
    lines.extend(f"“{n.words}”: {n.name}, {n.kind.replace('_', ' ')}" for n in question.non_members)
    lines.extend(f"“{s.words}”: the symbol {s.key or s.number}{'' if s.certain else ', perhaps'}" for s in question.symbols)
    lines.extend(f"“{t.words}”: the tally {t.yes}-{t.no}-{t.abstain}" for t in question.tallies)
    lines.extend(
        f"“{d.words}”: {wording.day(d.first)} to {wording.day(d.last)}{', in any year' if d.fitting_year else ''}"
        for d in question.days
    )
    lines.extend(f"“{n.words}”: the name of a {record.name_kind(n.key)}, {n.key}" for n in question.names)
    lines.extend(_term(t) for t in question.topic)
    if question.body is not None:
        lines.append(f"body: {wording.BODIES[question.body]}")
    if question.position is not None:
        lines.append(f"position spoken of: {wording.POSITIONS[question.position]}")
    lines.extend(f"taken from the thread: {what}" for what in question.carried)
    return lines


def _term(term: Term) -> str:
    stands_for = ", ".join(" + ".join(a) for a in term.alternatives[:6])
    return f"“{term.word}”: topic{' (light)' if term.light else ''}, looked for as {stands_for}"


def _weighing(question: Question, record: Record) -> list[str]:
    lines = []
    if question.topic:
        weighed = fits_of(question, record, pool(question, record))
        for fit in weighed[:_MOST_WEIGHED]:
            call = record.catalogue.by_id[fit.roll_call_id]
            lacks = f", lacks {', '.join(fit.missing)}" if fit.missing else ""
            lines.append(
                f"weighed: {call.symbol} of {call.date}, covers {fit.coverage:.0%} of the topic, quality {fit.quality:.2f}{lacks}"
            )
    selection = select(question, record)
    taken = ", ".join(r.symbol for r in selection.roll_calls[:12]) or "none"
    how = "; ".join(f"{kind.replace('_', ' ')} ({detail})" for kind, detail in selection.how)
    lines.append(f"found: {selection.found.value}{f', {how}' if how else ''}; roll calls: {taken}")
    return lines
