"""A state over the years of a series, and how many times."""

from __future__ import annotations

from bot.answer import Answer, MemberVote, Status
from bot.lookup import wording
from bot.lookup.members_asked import asked_on, votes_of, with_predecessors
from bot.lookup.pool import measured
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.lookup.series import split_into_series
from bot.question import Flag, Intent, Question
from store.facts import Body, Mode, Outcome, Position, RollCall


def timeline(question: Question, selection: Selection, record: Record) -> Answer:
    """Every vote of the series, newest first, led by the first of its kind and the changes."""
    calls = selection.roll_calls
    votes: list[MemberVote] = []
    for call in calls:
        votes.extend(with_predecessors(question, call, votes_of(asked_on(question, call, record), call, record), record))
    members = tuple(dict.fromkeys(v.member for v in votes))
    leads = [_told(question, [v for v in votes if v.member == code], record) for code in members[:6]]
    span = f"{len(calls)} votes from {wording.day(calls[-1].date)} to {wording.day(calls[0].date)}."
    return Answer(Status.ANSWERED, Intent.TIMELINE, f"{' '.join(leads)} {span}".strip(), calls, tuple(votes), members)


def _told(question: Question, votes: list[MemberVote], record: Record) -> str:
    """One state's course in a sentence: "Ukraine: yes 1992; abstained 1993; yes 1994-2018; ..."."""
    oldest_first = sorted(votes, key=lambda v: v.roll_call.date)
    name = record.short(oldest_first[0].member)
    if question.position is not None and (Flag.FIRST in question.flags or Flag.TURNING_POINT in question.flags):
        first = next((v for v in oldest_first if v.position is question.position), None)
        if first is None:
            return f"{name} never {wording.DID[question.position].replace('voted', 'voted')} in these votes."
        return f"{name} first {wording.DID[question.position]} on {wording.day(first.roll_call.date)} ({first.roll_call.symbol}). {_course(name, oldest_first)}"
    return _course(name, oldest_first)


def _course(name: str, oldest_first: list[MemberVote]) -> str:
    runs: list[tuple[Position, int, int]] = []
    for vote in oldest_first:
        year = vote.roll_call.date.year
        if runs and runs[-1][0] is vote.position:
            runs[-1] = (vote.position, runs[-1][1], year)
        else:
            runs.append((vote.position, year, year))
    told = "; ".join(f"{wording.POSITIONS[p]} {a if a == b else f'{a}–{b}'}" for p, a, b in runs)
    return f"{name}: {told}."


def count(question: Question, selection: Selection, record: Record) -> Answer | None:
    """How many: votes of a series, a state's positions, unanimous adoptions, states that ever took a position."""
    calls = _counted_roll_calls(question, selection, record)
    if calls is None:
        return None
    if not (question.members or question.groups):
        return _count_of_calls(question, calls, record)
    position = question.position
    votes = _cast_by(question, calls, record)
    if Flag.ONLY_ONE in question.flags and position is not None:
        alone = [v for v in votes if v.position is position and _stated(v.roll_call, position) == 1]
        return _counted(question, alone, f"was the only one to have {_past(position)}", calls, record)
    taken = [v for v in votes if position is None or v.position is position]
    return _counted(question, taken, _past(position), calls, record)


def _counted_roll_calls(question: Question, selection: Selection, record: Record) -> tuple[RollCall, ...] | None:
    if question.has_topic or question.same or question.symbols or question.like:
        if selection.found is not Found.MEANT:
            return None
        series = split_into_series(selection.roll_calls)
        return (
            tuple(series[0])
            if question.topic and not question.names and len(series) > 1 and len(series[0]) > 2
            else selection.roll_calls
        )
    return tuple(measured(question, record)) or None


def _count_of_calls(question: Question, calls: tuple[RollCall, ...], record: Record) -> Answer:
    if Flag.STATES in question.flags and question.position is not None:
        cast = record.votes(calls)
        states = sorted(
            {code for votes in cast.values() for code, p in votes.items() if p is question.position}, key=record.short
        )
        names = wording.listing([record.short(c) for c in states], 60)
        lead = f"{len(states)} states have {_past(question.position)} at least once in {_scope(question, calls)}: {names}."
        return Answer(Status.ANSWERED, Intent.COUNT, lead, calls[:200], (), tuple(states), value=float(len(states)), listed=True)
    counted = [r for r in calls if r.body is Body.SC or r.mode is Mode.RECORDED]
    words = "recorded votes"
    if Flag.UNANIMOUS in question.flags:
        counted = [
            r
            for r in counted
            if r.outcome is Outcome.ADOPTED and not r.tally.no and not r.tally.abstain and not r.tally.non_voting and r.tally.yes
        ]
        words = "roll calls with every vote in favour"
    elif question.body is Body.SC:
        counted = [r for r in counted if r.outcome is Outcome.ADOPTED]
        words = "resolutions adopted"
    lead = f"{len(counted)} {words} in {_scope(question, calls)}."
    return Answer(Status.ANSWERED, Intent.COUNT, lead, tuple(counted[:200]), value=float(len(counted)), listed=True)


def _cast_by(question: Question, calls: tuple[RollCall, ...], record: Record) -> list[MemberVote]:
    asked = {call.id: asked_on(question, call, record) for call in calls}
    cast = record.votes(calls, {code for codes in asked.values() for code in codes})
    return [
        MemberVote(
            call, code, record.short(code), cast[call.id][code], code in call.vetoed_by and cast[call.id][code] is Position.NO
        )
        for call in calls
        for code in asked[call.id]
        if code in cast.get(call.id, {})
    ]


def _counted(question: Question, taken: list[MemberVote], did: str, calls: tuple[RollCall, ...], record: Record) -> Answer:
    codes = tuple(dict.fromkeys(c for call in calls[:1] for c in asked_on(question, call, record)))
    name = wording.listing([record.short(c) for c in codes])
    lead = f"{name} {'has' if len(codes) == 1 else 'have'} {did} {len(taken)} {'time' if len(taken) == 1 else 'times'} in {_scope(question, calls)}."
    shown = tuple(dict.fromkeys(v.roll_call for v in taken))
    return Answer(
        Status.ANSWERED,
        Intent.COUNT,
        lead.replace("has was", "was"),
        shown[:200],
        tuple(taken[:400]),
        codes,
        value=float(len(taken)),
    )


def _stated(call: RollCall, position: Position) -> int | None:
    return {
        Position.YES: call.tally.yes,
        Position.NO: call.tally.no,
        Position.ABSTAIN: call.tally.abstain,
        Position.NON_VOTING: call.tally.non_voting,
    }[position]


def _past(position: Position | None) -> str:
    return {
        None: "been on the roll",
        Position.YES: "voted yes",
        Position.NO: "voted no",
        Position.ABSTAIN: "abstained",
        Position.NON_VOTING: "been recorded as non-voting",
    }[position]


def _scope(question: Question, calls: tuple[RollCall, ...]) -> str:
    if not calls:
        return "the votes asked about"
    first, last = calls[-1].date, calls[0].date
    span = f"{wording.day(first)} to {wording.day(last)}" if first != last else wording.day(first)
    return f"the {len(calls)} roll calls of the {wording.BODIES[calls[0].body]} counted ({span})"
