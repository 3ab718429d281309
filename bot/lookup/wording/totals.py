"""Sentences on many votes at once: counts, shares, rankings, a state's course over the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Ranked
from bot.customs import grouped, percent
from bot.lookup.wording.phrases import (
    DID,
    POSITIONS,
    body,
    day,
    described,
    during,
    number,
    parted,
    quoted,
    result,
    sentence,
    span,
    state,
    states,
    states_by_name,
)
from bot.namesakes import symbol_of
from bot.translation import said, say, spoken
from store.facts import Position, RollCall

ISOLATION_DEFINITION = (
    "How isolated: for each roll call in which the state cast a vote (yes, no or abstain), the share of the other members voting "
    "that cast the same; the mean over these roll calls."
)
OPPOSITE_DEFINITION = (
    "Against a state: one of the two voted yes and the other no. An abstention is against nobody, and a text may have been "
    "for or against that state."
)
FAILED_IN_PART = (
    "Of the Council's drafts that failed, the official voting files hold none and this store a selection: "
    "a no on one of the others is not counted here."
)
FAILED_NOT_ALL_HELD = (
    "Of the drafts that were not adopted, the record holds a selection: one of the others may have had fewer votes or a narrower "
    "margin."
)
AGREEMENT_DEFINITION = (
    "Agreement is the share of roll calls with the same position among those in which both cast a vote (yes, no or abstain); "
    "non-voting does not count."
)
SHARE, VOTES = "share", "votes"
"""What a ranking is measured in."""

UNANIMOUS = ("roll call with every vote in favour", "roll calls with every vote in favour")
DIVIDED = ("text adopted with not every vote in favour", "texts adopted with not every vote in favour")
RESOLUTIONS = ("resolution adopted", "resolutions adopted")
RECORDED_VOTES = ("recorded vote", "recorded votes")
_TOOK = {
    None: "was on the roll",
    Position.YES: "voted yes",
    Position.NO: "voted no",
    Position.ABSTAIN: "abstained",
    Position.NON_VOTING: "was recorded as non-voting",
    Position.NOT_MEMBER: "had no seat",
    Position.UNKNOWN: "has no position on record",
}
_TOOK_MANY = {
    None: "were on the roll",
    Position.NON_VOTING: "were recorded as non-voting",
    Position.UNKNOWN: "have no position on record",
}
_NEVER_TOOK = {
    None: "was never on the roll",
    Position.YES: "never voted yes",
    Position.NO: "never voted no",
    Position.ABSTAIN: "never abstained",
    Position.NON_VOTING: "was never recorded as non-voting",
    Position.NOT_MEMBER: "never had no seat",
    Position.UNKNOWN: "never has no position on record",
}
_NEVER_TOOK_MANY = {
    None: "were never on the roll",
    Position.NON_VOTING: "were never recorded as non-voting",
    Position.UNKNOWN: "never have no position on record",
}
_TO_VOTE_SO = "to vote that way"
_TO_TAKE = {
    Position.YES: "to vote yes",
    Position.NO: "to vote no",
    Position.ABSTAIN: "to abstain",
    Position.NON_VOTING: "recorded as non-voting",
    Position.NOT_MEMBER: "without a seat",
    Position.UNKNOWN: "without a position on record",
}


_MOST = {
    None: "Widest margin between votes in favour and against",
    Position.YES: "Most votes in favour",
    Position.NO: "Most votes against",
    Position.ABSTAIN: "Most abstentions",
    Position.NON_VOTING: "Most members not voting",
}
_FEWEST = {
    None: "Narrowest margin between votes in favour and against",
    Position.YES: "Fewest votes in favour",
    Position.NO: "Fewest votes against",
    Position.ABSTAIN: "Fewest abstentions",
    Position.NON_VOTING: "Fewest members not voting",
}
_MOST_NAMED = 4  # roll calls that share the first place; the list below has the others


@dataclass(frozen=True, slots=True)
class Run:
    """Years, both inclusive, in which a state's position stayed the same."""

    position: Position
    first: int
    last: int


def _counted_over(calls: Sequence[RollCall]) -> str:
    if not calls:
        return say("the votes asked about")
    many = number(len(calls), "roll call", "roll calls")
    return say("the {roll_calls} of the {body} counted ({span})", roll_calls=many, body=body(calls[0].body), span=span(calls))


def _measured_over(calls: Sequence[RollCall]) -> str:
    return f"{body(calls[0].body)}, {number(len(calls), 'roll call', 'roll calls')}, {span(calls)}"


@said
def agreement(pairs: Sequence[tuple[str, str, float, int]], calls: Sequence[RollCall]) -> str:
    """One state with each of the others: names, share from 0 to 1, roll calls in which both cast a vote."""
    told = parted(
        say(
            "{one} and {other} cast the same vote in {share} of the {shared} roll calls in which both voted",
            one=state(one),
            other=state(other),
            share=percent(share, spoken()),
            shared=grouped(shared, spoken()),
        )
        for one, other, share, shared in pairs
    )
    return sentence(f"{told} ({_measured_over(calls)}).")


@said
def agreement_ranking(first: Ranked, name: str, least: bool, calls: Sequence[RollCall]) -> str:
    """Who agrees most, or least, with a state."""
    told = "Lowest agreement with {state}: {first}, {share} ({votes})."
    if not least:
        told = "Highest agreement with {state}: {first}, {share} ({votes})."
    share = percent(first.value, spoken())
    return say(told, state=state(name), first=state(first.name), share=share, votes=_measured_over(calls))


@said
def isolation_ranking(first: Ranked, least: bool, calls: Sequence[RollCall]) -> str:
    """Whose votes the fewest others cast too, or the most."""
    told = "Least isolated: {first}, with {share} of the other members voting on its side on average ({votes})."
    if not least:
        told = "Most isolated: {first}, with {share} of the other members voting on its side on average ({votes})."
    return say(told, first=state(first.name), share=percent(first.value, spoken()), votes=_measured_over(calls))


@said
def isolation_of(one: Ranked, place: int, of: int, calls: Sequence[RollCall]) -> str:
    """How isolated one state was, and its place: 1 is the most isolated."""
    told = (
        "{state} had {share} of the other members voting on its side on average: "
        "place {place} of {of}, counted from the most isolated ({votes})."
    )
    share = percent(one.value, spoken())
    return sentence(say(told, state=state(one.name), share=share, place=place, of=of, votes=_measured_over(calls)))


@said
def position_ranking(first: Ranked, position: Position, least: bool, calls: Sequence[RollCall]) -> str:
    """Who took a position most often, or least."""
    if not (first.value or least):
        told = "Nobody was recorded as “{position}” ({votes})."
        return say(told, position=say(POSITIONS[position]), votes=_measured_over(calls))
    told = "Least often recorded as “{position}”: {first}, {times} ({votes})."
    if not least:
        told = "Most often recorded as “{position}”: {first}, {times} ({votes})."
    times, votes = _times(int(first.value)), _measured_over(calls)
    return say(told, position=say(POSITIONS[position]), first=state(first.name), times=times, votes=votes)


@said
def times_taken(names: Sequence[str], position: Position | None, count: int, calls: Sequence[RollCall]) -> str:
    """How many times states took a position; None: were on the roll."""
    if not count:
        never = _NEVER_TOOK[position] if len(names) == 1 else _NEVER_TOOK_MANY.get(position, _NEVER_TOOK[position])
        return sentence(say("{states} {never} in {votes}.", states=states(names), never=say(never), votes=_counted_over(calls)))
    took = _TOOK[position] if len(names) == 1 else _TOOK_MANY.get(position, _TOOK[position])
    told = "{states} {took} {times} in all in {votes}." if len(names) > 1 else "{states} {took} {times} in {votes}."
    return sentence(say(told, states=states(names), took=say(took), times=_times(count), votes=_counted_over(calls)))


@said
def times_taken_together(names: Sequence[str], position: Position, count: int, calls: Sequence[RollCall]) -> str:
    """On how many of the votes all of these states took a position."""
    took = say(_TOOK_MANY.get(position, _TOOK[position]))
    told = "{states} {took} together {times} in {votes}."
    times = number(count, "time", "times")
    return sentence(say(told, states=states(names), took=took, times=times, votes=_counted_over(calls)))


@said
def sides_taken(names: Sequence[str], against: bool, count: int, shared: int, calls: Sequence[RollCall]) -> str:
    """How often two states voted the same way, or one yes and the other no."""
    who, votes, times = states(names), _counted_over(calls), _times(count)
    both = grouped(shared, spoken())
    if not count:
        told = "{states} never voted the same way: both voted in {shared} of {votes}."
        if against:
            told = "{states} never voted one yes and the other no: both voted in {shared} of {votes}."
        return sentence(say(told, states=who, shared=both, votes=votes))
    told = "{states} voted the same way {times}: both voted in {shared} of {votes}."
    if against:
        told = "{states} voted one yes and the other no {times}: both voted in {shared} of {votes}."
    return sentence(say(told, states=who, times=times, shared=both, votes=votes))


@said
def latest_or_earliest(*, latest: bool) -> str:
    """Before the roll calls that are read out of these."""
    return say("The latest of these:") if latest else say("The first of these:")


@said
def times_alone(names: Sequence[str], position: Position | None, count: int, calls: Sequence[RollCall]) -> str:
    """How many times states were the only ones to take a position, or without one the same as each other."""
    took, votes = say(_TO_TAKE[position] if position is not None else _TO_VOTE_SO), _counted_over(calls)
    if count:
        told = "{states} was the only one {took} {times} in {votes}."
        if len(names) != 1:
            told = "{states} were the only ones {took} {times} in {votes}."
        return sentence(say(told, states=states(names), took=took, times=_times(count), votes=votes))
    told = "{states} was never the only one {took} in {votes}."
    if len(names) != 1:
        told = "{states} were never the only ones {took} in {votes}."
    return sentence(say(told, states=states(names), took=took, votes=votes))


def _times(count: int) -> str:
    return say("once") if count == 1 else number(count, "time", "times")


@said
def states_that_took(names: Sequence[str], position: Position, calls: Sequence[RollCall]) -> str:
    """How many different states ever took a position."""
    told = "{count} {took} at least once in {votes}: {states}."
    many, took = number(len(names), "state", "states"), say(_TOOK[position])
    return sentence(say(told, count=many, took=took, votes=_counted_over(calls), states=states_by_name(names, 60)))


@said
def member_states(count: int, on: dt.date) -> str:
    """How many members the United Nations had."""
    return say("The United Nations had {count} member states on {day}.", count=count, day=day(on))


@said
def votes_counted(count: int, what: tuple[str, str], calls: Sequence[RollCall]) -> str:
    """How many votes there were; `what`: of which kind, for one and for many."""
    return say("{count} in {votes}.", count=number(count, *what), votes=_counted_over(calls))


@said
def extreme(position: Position | None, fewest: bool, count: int, first: Sequence[RollCall], among: Sequence[RollCall]) -> str:
    """The votes with the most, or fewest, of a position, or by the widest or narrowest margin (None)."""
    what = say((_FEWEST if fewest else _MOST)[position])
    calls = parted(f"{described(r)}, {result(r)}" for r in first[:_MOST_NAMED])
    if (more := len(first) - _MOST_NAMED) > 0:
        calls = say("{calls}; {count} more with the same number", calls=calls, count=more)
    return say("{what}: {count}. {calls}. ({votes}.)", what=what, count=count, calls=calls, votes=_measured_over(among))


@said
def course(name: str, runs: Sequence[Run]) -> str:
    """One state's course: "Ukraine: yes 1992; abstained 1993; yes 1994–2018"."""
    told = parted(f"{say(POSITIONS[r.position])} {_years(r)}" for r in runs)
    return sentence(say("{state}: {course}.", state=state(name), course=told))


def _years(run: Run) -> str:
    return str(run.first) if run.first == run.last else f"{run.first}–{run.last}"


@said
def first_time(name: str, position: Position, first: RollCall | None) -> str:
    """When a state first took a position in a series."""
    took = say(DID[position])
    if first is None:
        return sentence(say("{state} never {did} in these votes.", state=state(name), did=took))
    told = "{state} first {did} on {day} ({symbol})."
    return sentence(say(told, state=state(name), did=took, day=day(first.date), symbol=symbol_of(first)))


@said
def last_time(name: str, position: Position, last: RollCall | None) -> str:
    """When a state last took a position in a series."""
    if last is None:
        return first_time(name, position, None)
    told = "{state} last {did} on {day} ({symbol})."
    return sentence(say(told, state=state(name), did=say(DID[position]), day=day(last.date), symbol=last.symbol))


Turn = tuple[Position, RollCall, Position, RollCall]
"""A position and the last vote with it, another one and the first vote with that."""


@said
def turned(name: str, turns: Sequence[Turn]) -> str:
    """Where a state's course turned: "Finland: yes on 6 December 2021 (A/RES/76/30), abstained on ..."."""
    if not turns:
        return sentence(say("{state} made no such change in these votes.", state=state(name)))
    told = "{before} on {first_day} ({first}), then {after} on {day} ({symbol})"
    courses = parted(
        say(
            told,
            before=say(POSITIONS[before]),
            first_day=day(last.date),
            first=last.symbol,
            after=say(POSITIONS[after]),
            day=day(new.date),
            symbol=new.symbol,
        )
        for before, last, after, new in turns
    )
    return sentence(say("{state}: {course}.", state=state(name), course=courses))


@said
def votes_spanned(calls: Sequence[RollCall]) -> str:
    """The votes that a course rests on."""
    return say("{votes} {during}.", votes=number(len(calls), "vote", "votes"), during=during(calls))


@said
def votes_found(count: int, shown: Sequence[RollCall]) -> str:
    """The head of a list of roll calls, newest first."""
    found = say("{votes} found, {during}.", votes=number(count, "vote", "votes"), during=during(shown))
    if len(shown) == count:
        return found
    return f"{found} {say('The first {count} are shown; a year or a narrower topic finds the rest.', count=len(shown))}"


@said
def vetoed_texts(count: int, by: Sequence[str], on: Sequence[str] = ()) -> str:
    """The vetoed drafts that the store holds, by these states, on this matter."""
    told = _vetoed_texts(count, by)
    if on:
        told = say("On {words}: {told}", words=quoted(on), told=told)
    return f"{told} {say(VETOES_INCOMPLETE)}"


def _vetoed_texts(count: int, by: Sequence[str]) -> str:
    if not count:
        return say("No text vetoed by {states} is in the store." if by else "No vetoed text is in the store.", states=states(by))
    if count == 1:
        told = "{texts} vetoed by {states} is in the store." if by else "{texts} is in the store."
    else:
        told = "{texts} vetoed by {states} are in the store." if by else "{texts} are in the store."
    return say(told, texts=number(count, "text", "texts"), states=states(by))


VETOES_INCOMPLETE = (
    "That is a selection, not a count: the official voting files hold adopted texts only, so the store does not know every veto. "
    "The full list is on the UN Peace & Security Data Hub (psdata.un.org)."
)
