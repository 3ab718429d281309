"""When a state joined, who sat on the Council, who belonged to a group on a day."""

from __future__ import annotations

import datetime as dt

from bot.answer import Answer, Status
from bot.lookup.members_asked import code_on
from bot.lookup.record import Record
from bot.lookup.wording import cautions, findings
from bot.question import GroupMention, Intent, Question
from store.facts import Body
from store.vote_store import PERMANENT

_FIRST_DAY = dt.date(1945, 10, 24)  # the Charter's entry into force, for a store without votes
_BY_ROLLS = frozenset({Body.SC, Body.HRC, Body.CHR})
_COUNCIL_GROUPS = frozenset({"e10", "council"})


def membership(question: Question, record: Record) -> Answer | None:
    """Of the states named, of the Council, or of a group; None where the question names nothing to answer about."""
    day = _day(question, record)
    if question.members:
        return _of_states(question, day, record)
    if question.body in _BY_ROLLS and question.body is not Body.SC:
        return _rights_body(question.body, day, record)
    if question.body is Body.SC or any(g.key in _COUNCIL_GROUPS for g in question.groups):
        return _council(day, record)
    return _of_group(question.groups[0], day, record) if question.groups else None


def _day(question: Question, record: Record) -> dt.date:
    """The day asked about; without one, the last that the store knows of."""
    if question.days:
        return question.days[-1].last
    bounds = record.reaches(question.body or Body.SC) or record.reaches(Body.GA)
    return bounds[1] if bounds else _FIRST_DAY


def _of_states(question: Question, day: dt.date, record: Record) -> Answer:
    codes = tuple(code_on(m, day, record) for m in question.members)
    body = question.body if question.body in _BY_ROLLS else None
    return Answer(
        Status.ANSWERED,
        Intent.MEMBERSHIP,
        " ".join(_of_state(code, body, day, record) for code in codes),
        members=codes,
        verdict=_sat(codes[0], body, day, record) if body is not None and len(codes) == 1 else None,
        notes=(cautions.COUNCIL_BY_ROLLS,) if body is not None else (),
        body=question.body or Body.GA,
    )


def _of_state(code: str, body: Body | None, day: dt.date, record: Record) -> str:
    state = record.members.by_code[code]
    name = state.name_on(day)
    if body is not None:
        return findings.on_body(name, body, _sat(code, body, day, record), day)
    return findings.member_since(name, state.admitted, state.ended)


def _sat(code: str, body: Body, day: dt.date, record: Record) -> bool | None:
    """None where the store has no roll of that year, and so knows no more than the permanent members."""
    seated = record.seated(body, day)
    return code in seated if seated - set(PERMANENT) else None


def _rights_body(body: Body, day: dt.date, record: Record) -> Answer | None:
    seated = record.seated(body, day)
    if not seated:
        return None
    lead = findings.on_rights_body(body, day.year, _names(seated, day, record))
    notes = (cautions.COUNCIL_BY_ROLLS,)
    return Answer(Status.ANSWERED, Intent.MEMBERSHIP, lead, members=tuple(sorted(seated)), notes=notes, body=body)


def _council(day: dt.date, record: Record) -> Answer | None:
    seated = record.seated(Body.SC, day)
    elected = seated - set(PERMANENT)
    if not elected:
        return None
    lead = findings.council(day.year, _names(seated - elected, day, record), _names(elected, day, record))
    members = tuple(sorted(seated))
    notes = (cautions.COUNCIL_BY_ROLLS,)
    return Answer(Status.ANSWERED, Intent.MEMBERSHIP, lead, members=members, notes=notes, body=Body.SC)


def _of_group(mention: GroupMention, day: dt.date, record: Record) -> Answer | None:
    group = record.members.groups.get(mention.key)
    if group is None or not group.spans:
        return None
    codes = group.members_on(day)
    lead = findings.group_members(group.name, day, _names(frozenset(codes), day, record))
    notes = (cautions.list_of_members(group),)
    return Answer(Status.ANSWERED, Intent.MEMBERSHIP, lead, members=codes, notes=notes, body=Body.GA)


def _names(codes: frozenset[str], day: dt.date, record: Record) -> list[str]:
    return sorted(record.name(c, day) for c in codes)
