"""When a state joined, who sat on the Council, who belonged to a group on a day."""

from __future__ import annotations

import datetime as dt

from bot.answer import Answer, Status
from bot.lookup import wording
from bot.lookup.members_asked import codes_on
from bot.lookup.record import Record
from bot.question import Intent, Question
from store.facts import Body


def membership(question: Question, record: Record) -> Answer | None:
    """Of the states named, of the Council, or of a group; None where the question names nothing to answer about."""
    day = _day(question, record)
    if question.members:
        sentences = [_of_state(codes_on(m, day, record), question, day, record) for m in question.members]
        codes = tuple(codes_on(m, day, record) for m in question.members)
        verdict = _on_council(codes[0], day, record) if question.body is Body.SC and len(codes) == 1 else None
        return Answer(
            Status.ANSWERED, Intent.MEMBERSHIP, " ".join(sentences), members=codes, verdict=verdict, body=question.body or Body.GA
        )
    if question.body is Body.SC or any(g.key in ("e10", "council") for g in question.groups):
        return _council(day, record)
    if question.groups:
        group = record.members.groups.get(question.groups[0].key)
        if group is not None and group.spans:
            codes = group.members_on(day)
            names = sorted(record.name(c, day) for c in codes)
            lead = f"{group.name} on {wording.day(day)}: {len(names)} members, {wording.listing(names, 200)}."
            return Answer(
                Status.ANSWERED, Intent.MEMBERSHIP, lead, members=codes, notes=(f"List of members: {group.source}",), body=Body.GA
            )
    return None


def _day(question: Question, record: Record) -> dt.date:
    """The day asked about; without one, the last that the store knows of."""
    if question.days:
        return question.days[-1].last
    bounds = record.reaches(Body.SC) or record.reaches(Body.GA)
    return bounds[1] if bounds else dt.date(1945, 10, 24)


def _of_state(code: str, question: Question, day: dt.date, record: Record) -> str:
    state = record.members.by_code[code]
    name = state.name_on(day)
    if question.body is Body.SC:
        seated = _on_council(code, day, record)
        if seated is None:
            return f"The store has no Security Council votes of {day.year}, so it cannot tell whether {name} was a member."
        return f"{name} {'was' if seated else 'was not'} a member of the Security Council on {wording.day(day)}."
    ended = f", until {wording.day(state.ended)}" if state.ended else ""
    return (
        f"{name} has been a member of the United Nations since {wording.day(state.admitted)}{ended}."
        if not ended
        else (f"{name} was a member of the United Nations from {wording.day(state.admitted)}{ended}.")
    )


def _on_council(code: str, day: dt.date, record: Record) -> bool | None:
    seated = record.seated(Body.SC, day)
    return code in seated if len(seated) > len(_permanent(seated)) else None


def _permanent(seated: frozenset[str]) -> frozenset[str]:
    return seated & {"CHN", "FRA", "GBR", "RUS", "SUN", "USA"}


def _council(day: dt.date, record: Record) -> Answer | None:
    seated = record.seated(Body.SC, day)
    permanent = _permanent(seated)
    if seated == permanent:
        return None
    elected = sorted(record.name(c, day) for c in seated - permanent)
    lead = f"On the Security Council in {day.year}: {wording.listing(sorted(record.name(c, day) for c in permanent))} (permanent); {wording.listing(elected)} (elected)."
    note = "As the roll calls of that year in the store list them; some years have none for the whole membership."
    return Answer(Status.ANSWERED, Intent.MEMBERSHIP, lead, members=tuple(sorted(seated)), notes=(note,), body=Body.SC)
