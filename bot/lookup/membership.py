"""When a state joined, who sat on the Council, who belonged to a group on a day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.answer import Answer, Status
from bot.lookup.choosing import choose
from bot.lookup.finding import select
from bot.lookup.members_asked import code_on
from bot.lookup.not_found import not_found
from bot.lookup.record import Record
from bot.lookup.selection import Found
from bot.lookup.wording import cautions, findings
from bot.question import GroupMention, Intent, Question
from store.facts import Body
from store.vote_store import PERMANENT

_FIRST_DAY = dt.date(1945, 10, 24)  # the Charter's entry into force, for a store without votes
_BY_ROLLS = frozenset({Body.SC, Body.HRC, Body.CHR})
_COUNCIL_GROUPS = frozenset({"e10", "council"})
_COUNCIL = re.compile(r"(?<!rights )(?<!european )(?<!social )\bcouncil\b(?! of)", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:when|while|(?:day|date|time|moment) (?:of|that|when|on which)|(?:during|for|at) the vote"
    r"|as the \w+ (?:voted|adopted|vetoed)"
    r"|lorsqu\w*|quand|cuando|als|quando|le jour|el dia|el día|am tag|no dia|il giorno)\b",
    re.IGNORECASE,
)


def membership(question: Question, record: Record) -> Answer | None:
    """Of the states named, of the Council, or of a group; None where the question names nothing to answer about.

    "When 1441 passed" is the day of that vote: no other day answers, and where the vote is not clear, that is said first.
    """
    if question.body is None and _is_of_council(question):
        question = replace(question, body=Body.SC)
    if not _on_day_of_vote(question):
        return _on_day(question, _day(question, record), record)
    selection = select(replace(question, intent=Intent.OUTCOME, members=(), groups=()), record)
    if selection.found is Found.CHOOSE:
        return choose(question, selection)
    if selection.found is not Found.MEANT or not selection.roll_calls or selection.missing:
        return not_found(question, selection, record)
    if len({r.date for r in selection.roll_calls}) > 1:
        return choose(question, replace(selection, found=Found.CHOOSE))
    call = selection.roll_calls[0]
    body = question.body or (call.body if call.body in _BY_ROLLS else None)
    found = _on_day(replace(question, body=body), call.date, record)
    if found is None:
        return None
    return replace(found, lead=f"{found.lead} {findings.vote_line(call)}", roll_calls=(call,))


def _is_of_council(question: Question) -> bool:
    """ "A council member", "on the Council": the Security Council, where no other is named."""
    of_group = any(g.key in _COUNCIL_GROUPS for g in question.groups)
    return of_group or (_COUNCIL.search(question.text) is not None and question.non_members == ())


def _on_day_of_vote(question: Question) -> bool:
    named = question.symbols or question.tallies or question.names or question.same or any(not t.light for t in question.topic)
    return bool(named and _WHEN.search(question.text))


def _on_day(question: Question, day: dt.date, record: Record) -> Answer | None:
    if question.members and not any(g.key not in _COUNCIL_GROUPS for g in question.groups):
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
        verdict=_verdict(question, codes, body, day, record),
        notes=(cautions.COUNCIL_BY_ROLLS,) if body is not None else (),
        body=question.body or Body.GA,
    )


def _verdict(question: Question, codes: tuple[str, ...], body: Body | None, day: dt.date, record: Record) -> bool | None:
    if body is None or len(codes) != 1:
        return None
    sat = _sat(codes[0], body, day, record)
    elected = any(g.key == "e10" for g in question.groups)
    return sat and not (elected and codes[0] in PERMANENT)


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
