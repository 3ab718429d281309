"""The cautions that a careful desk adds to an answer, and what was assumed to get there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answer import MemberVote
from bot.lookup import wording
from bot.lookup.record import Record
from bot.lookup.selection import How, Selection
from bot.lookup.siblings import siblings
from bot.question import Question
from store.facts import Mode, Position, RemarkKind, RollCall, is_plain

_MOST_SIBLINGS = 6


def notes_on(question: Question, roll_calls: Sequence[RollCall], votes: Sequence[MemberVote], record: Record) -> tuple[str, ...]:
    """In the order of how much they matter: seats, what non-voting is, the day's other texts, the source's own faults."""
    found = [*_seats(votes, record), *_groups(question, record), *_former_names(votes, record)]
    if any(v.position is Position.NON_VOTING for v in votes[:60]):
        found.append(wording.NON_VOTING_NOTE)
    for roll_call in roll_calls[:2]:
        found.extend(_siblings(roll_call, roll_calls, record))
    for roll_call in roll_calls[:4]:
        found.extend(_remarks(roll_call))
    for vague in question.vague:
        found.append(f"“{vague}” is not a date, so it was not used; give a year or a date.")
    if record.is_starter_only(roll_calls):
        found.append(wording.STARTER_NOTE)
    elif any(r.dataset == "starter" for r in roll_calls):
        found.append(wording.NOT_IN_OFFICIAL_FILES)
    return tuple(dict.fromkeys(found))


def assumptions_of(question: Question, selection: Selection) -> tuple[str, ...]:
    """What was taken for granted, in words."""
    found: list[str] = []
    for kind, detail in selection.how:
        if kind is How.LATEST_OF_SERIES:
            found.append(f"The latest vote of the series: {wording.title(detail)}.")
        elif kind is How.LATEST_DAY:
            found.append(
                f"No vote was named: these are the votes of the latest voting day in the store, {wording.day(selection.roll_calls[0].date)}."
            )
        elif kind is How.BY_TALLY:
            found.append(f"Found by its tally, {detail}.")
    if selection.missing and selection.roll_calls:
        found.append(f"Read without {', '.join(f'“{w}”' for w in selection.missing)}, which the record does not have here.")
    for mention in question.members:
        if mention.corrected:
            found.append(f"“{mention.words}” was read as {mention.corrected}.")
    carried = {
        "vote": "The vote is the one spoken of before.",
        "members": "The states are those asked about before.",
        "topic": "The topic is the one spoken of before.",
        "period": "The period and body are those of the question before.",
    }
    found.extend(carried[c] for c in question.carried if c in carried)
    return tuple(dict.fromkeys(found))


def _seats(votes: Iterable[MemberVote], record: Record) -> list[str]:
    found = []
    for vote in votes:
        state = record.members.by_code.get(vote.member)
        if vote.position is not Position.NOT_MEMBER or state is None:
            continue
        day = vote.roll_call.date
        if vote.roll_call.body.value != "GA" and state.was_member(day):
            found.append(f"{vote.name} was not on the {wording.BODIES[vote.roll_call.body]} on {wording.day(day)}.")
            continue
        if day < state.admitted:
            before = [record.name(c, day) for c in state.predecessors if c in record.members.by_code]
            told = f" Before that: {wording.listing(before)}." if before else ""
            found.append(
                f"{state.short} was not a member of the United Nations then: it was admitted on {wording.day(state.admitted)}.{told}"
            )
        elif state.ended is not None and day > state.ended:
            after = [record.short(c) for c in state.successors]
            told = f" Its place: {wording.listing(after)}." if after else ""
            found.append(f"{state.names[-1].name} was a member only until {wording.day(state.ended)}.{told}")
        else:
            found.append(f"{state.short} had no seat on {wording.day(day)}.")
    return list(dict.fromkeys(found))


def _groups(question: Question, record: Record) -> list[str]:
    """What a group's list rests on, and that the EU as such has no vote."""
    found = []
    for mention in question.groups:
        group = record.members.groups.get(mention.key)
        if mention.key == "eu":
            found.append(
                "The European Union itself is an observer and has no vote; these are the votes of its member states on that day."
            )
        elif group is not None and group.note:
            found.append(f"{group.name}: {group.note}")
    return found


def _former_names(votes: Sequence[MemberVote], record: Record) -> list[str]:
    found = []
    for vote in votes[:30]:
        state = record.members.by_code.get(vote.member)
        if state is None or state.ended is not None or vote.position is Position.NOT_MEMBER:
            continue
        if vote.name != state.names[-1].name and vote.name != state.short:
            found.append(f"{vote.name} is today’s {state.short}.")
    return list(dict.fromkeys(found))[:8]


def _siblings(roll_call: RollCall, shown: Sequence[RollCall], record: Record) -> list[str]:
    related = [s for s in siblings(roll_call, record) if s not in shown]
    others = [s for s in related if is_plain(s)]
    parts = len(related) - len(others)
    found = []
    if parts:
        found.append(wording.parts_voted(roll_call, parts))
    if not others:
        return found
    named = [
        f"{wording.title(s.title)} ({s.symbol}, {wording.BODIES[s.body]}), {wording.result(s)}" for s in others[:_MOST_SIBLINGS]
    ]
    more = f"; and {len(others) - _MOST_SIBLINGS} more" if len(others) > _MOST_SIBLINGS else ""
    found.append(f"On the same day, on the same matter: {'; '.join(named)}{more}. Make sure which one you mean.")
    return found


def _remarks(roll_call: RollCall) -> list[str]:
    found = []
    for remark in roll_call.remarks:
        match remark.kind:
            case RemarkKind.TOTALS_DISAGREE:
                found.append(f"{roll_call.symbol}: the source's totals do not add up with its votes ({remark.detail}).")
            case RemarkKind.SOURCES_DISAGREE:
                found.append(f"{roll_call.symbol}: sources disagree ({remark.detail}).")
            case RemarkKind.SOURCE_NOTE:
                found.append(f"{roll_call.symbol}: {remark.detail}")
            case RemarkKind.ROLL_INCOMPLETE:
                found.append(
                    f"{roll_call.symbol}: the roll is known only in part: no source states the position of {remark.detail} members."
                )
    if roll_call.mode is Mode.NON_RECORDED:
        found.append(f"{roll_call.symbol}: adopted by a vote that was not recorded; no list of positions exists in the source.")
    return found
