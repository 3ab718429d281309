"""How many: votes of a series, a state's positions, unanimous adoptions, states that ever took a position."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, MemberVote, Status
from bot.lookup.assertions import count_holds
from bot.lookup.members_asked import asked_on
from bot.lookup.own_votes import alone, own_votes, position_asked
from bot.lookup.pool import measured, recorded
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.lookup.series import split_into_series
from bot.lookup.wording import cautions, totals
from bot.question import CountAsserted, Flag, Intent, Question
from store.facts import Body, Mode, Outcome, Position, RollCall

_MOST_LISTED = 200
_MOST_VOTES = 400
_MOST_FOR_STATES = 60  # roll calls; over more, one vote was meant and not "ever"
# Votes on which all of them did so; "between them" and a bare list ask for the sum.
_TOGETHER = re.compile(
    r"\b(?:both|together|jointly|all (?:vot|abst|oppos|support|back|reject)\w*|every \w+ (?:member|state)"
    r"|all (?:(?:the|of|its|their|\w+) ){1,3}(?:members?|states|countries)"
    r"|tous les deux|les deux|ambos|ambas|beide|entrambi|entrambe)\b",
    re.IGNORECASE,
)
# A count of these would need more than the positions of each: how the others voted, or that neither did.
_NOT_COUNTED = re.compile(
    r"\b(?:neither|nor|br[oe]ke?(?: away| ranks)? (?:with|from)|differ\w*|disagree\w*|diverge\w*|split|unlike|but not|while)\b",
    re.IGNORECASE,
)
_ONLY_WITHIN = re.compile(
    r"\bthe only (?:\w+ ){1,2}(?:member|state|country)\b|\balone (?:in|among|within)\b",
    re.IGNORECASE,
)
_LONG_SERIES = 3  # votes on one text that make it a series worth counting on its own


def count(question: Question, selection: Selection, record: Record) -> Answer | None:
    """None where it is not clear over which votes to count."""
    if Flag.STATES in question.flags and question.position is None:
        return _member_states(question, record)
    calls = _counted_over(question, selection, record)
    if calls is None:
        return None
    if question.members or question.groups:
        of_states = _of_states(question, calls, record)
        if of_states is None:
            return None
        found = of_states
    elif Flag.STATES in question.flags and question.position is not None:
        if len(calls) > _MOST_FOR_STATES and Flag.ALL_TIME not in question.flags:
            return None
        found = _different_states(question.position, calls, record)
    elif question.position is not None and not (question.conditions or question.flags & {Flag.DIVIDED, Flag.UNANIMOUS}):
        return None  # something is said of who did what that was not understood
    else:
        found = _of_roll_calls(question, calls)
    if question.conditions:
        found = replace(found, assumptions=(cautions.only_where(question.conditions),))
    words = (*(n.words for n in question.names), *(t.word for t in question.topic))
    return replace(found, assumptions=(*found.assumptions, cautions.counted_by(words))) if words else found


def _member_states(question: Question, record: Record) -> Answer | None:
    """ "How many members did the UN have in 1970?"; None where states are counted by anything else."""
    by_votes = question.has_topic or question.symbols or question.same or question.like or question.members or question.groups
    bounds = record.reaches(Body.GA)
    if by_votes or question.body not in (None, Body.GA) or bounds is None:
        return None
    day = min(max((d.last for d in question.days), default=bounds[1]), bounds[1])
    count = sum(record.members.was_member(code, day) for code in record.members.by_code)
    return Answer(Status.ANSWERED, Intent.COUNT, totals.member_states(count, day), value=float(count), body=Body.GA)


def _counted_over(question: Question, selection: Selection, record: Record) -> tuple[RollCall, ...] | None:
    if not (question.has_topic or question.same or question.symbols or question.like):
        return tuple(measured(question, record)) or None
    if selection.found is not Found.MEANT:
        return None
    if question.topic and not question.names:
        series = split_into_series(selection.roll_calls)
        # Of "apartheid resolutions" no one series is the bulk: all are meant.
        if len(series) > 1 and len(series[0]) >= _LONG_SERIES and 2 * len(series[0]) >= len(selection.roll_calls):
            return tuple(series[0])
    calls = tuple(recorded(selection.roll_calls)) or selection.roll_calls
    return tuple(sorted(calls, key=lambda r: r.date, reverse=True))


def _of_states(question: Question, calls: tuple[RollCall, ...], record: Record) -> Answer | None:
    """How often the states asked about took the position, or were the only ones to."""
    codes = asked_on(question, calls[0], record)
    if _NOT_COUNTED.search(question.text) or (len(codes) > 1 and _ONLY_WITHIN.search(question.text)):
        return None
    names = [record.short(c) for c in codes]
    position = position_asked(question) if Flag.ONLY_ONE in question.flags else question.position
    taken = [v for v in own_votes(question, calls, record) if position is None or v.position is position]
    times = len(taken)
    if Flag.ONLY_ONE in question.flags:
        taken = alone(taken, len(codes), position)
        times = len({v.roll_call for v in taken})
        lead = totals.times_alone(names, position, times, calls)
    elif len(codes) > 1 and position is not None and _TOGETHER.search(question.text):
        taken = _of_all_of_them(taken, question, record)
        times = len({v.roll_call for v in taken})
        lead = totals.times_taken_together(names, position, times, calls)
    else:
        lead = totals.times_taken(names, position, times, calls)
    return Answer(
        Status.ANSWERED,
        Intent.COUNT,
        lead,
        roll_calls=tuple(dict.fromkeys(v.roll_call for v in taken))[:_MOST_LISTED],
        votes=tuple(taken[:_MOST_VOTES]),
        members=codes,
        value=float(times),
    )


def _of_all_of_them(taken: Sequence[MemberVote], question: Question, record: Record) -> list[MemberVote]:
    """The votes of those roll calls on which every state asked about took the position."""
    took: dict[RollCall, set[str]] = {}
    for vote in taken:
        took.setdefault(vote.roll_call, set()).add(vote.member)
    return [v for v in taken if took[v.roll_call] >= set(asked_on(question, v.roll_call, record))]


def _different_states(position: Position, calls: tuple[RollCall, ...], record: Record) -> Answer:
    """How many different states ever took the position."""
    took = {code for votes in record.votes(calls).values() for code, p in votes.items() if p is position}
    codes = sorted(took, key=record.short)
    lead = totals.states_that_took([record.short(c) for c in codes], position, calls)
    return Answer(
        Status.ANSWERED,
        Intent.COUNT,
        lead,
        roll_calls=calls[:_MOST_LISTED],
        members=tuple(codes),
        value=float(len(codes)),
        listed=True,
    )


def _of_roll_calls(question: Question, calls: tuple[RollCall, ...]) -> Answer:
    """How many votes there were: the unanimous ones, the Council's adoptions, or all that were recorded."""
    counted = [r for r in calls if r.body is Body.SC or r.mode is Mode.RECORDED]
    what = totals.RECORDED_VOTES
    if Flag.DIVIDED in question.flags:
        counted, what = [r for r in counted if r.outcome is Outcome.ADOPTED and not _every_vote_in_favour(r)], totals.DIVIDED
    elif Flag.UNANIMOUS in question.flags:
        counted, what = [r for r in counted if _every_vote_in_favour(r)], totals.UNANIMOUS
    elif question.body is Body.SC:
        counted, what = [r for r in counted if r.outcome is Outcome.ADOPTED], totals.RESOLUTIONS
    if question.conditions:
        counted = [r for r in counted if meets(question.conditions, r)]
    return Answer(
        Status.ANSWERED,
        Intent.COUNT,
        totals.votes_counted(len(counted), what, calls),
        roll_calls=tuple(counted[:_MOST_LISTED]),
        value=float(len(counted)),
        listed=True,
    )


def meets(conditions: Sequence[CountAsserted], call: RollCall) -> bool:
    """Whether as many took each position as is asked for."""
    return all(count_holds(condition, call) for condition in conditions)


def _every_vote_in_favour(call: RollCall) -> bool:
    others = call.tally.no or call.tally.abstain or call.tally.non_voting
    return call.outcome is Outcome.ADOPTED and bool(call.tally.yes) and not others
