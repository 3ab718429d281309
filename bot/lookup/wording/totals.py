"""Sentences on many votes at once: counts, shares, rankings, a state's course over the years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Ranked
from bot.lookup.wording.phrases import (
    BODIES,
    DID,
    POSITIONS,
    day,
    during,
    number,
    sentence,
    span,
    state,
    states,
)
from store.facts import Position, RollCall

AGREEMENT_DEFINITION = (
    "Agreement is the share of roll calls with the same position among those in which both cast a vote (yes, no or abstain); "
    "non-voting does not count."
)
SHARE, VOTES = "share", "votes"
"""What a ranking is measured in."""

UNANIMOUS = ("roll call with every vote in favour", "roll calls with every vote in favour")
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
_TO_TAKE = {
    Position.YES: "to vote yes",
    Position.NO: "to vote no",
    Position.ABSTAIN: "to abstain",
    Position.NON_VOTING: "recorded as non-voting",
    Position.NOT_MEMBER: "without a seat",
    Position.UNKNOWN: "without a position on record",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Years, both inclusive, in which a state's position stayed the same."""

    position: Position
    first: int
    last: int


def _counted_over(calls: Sequence[RollCall]) -> str:
    if not calls:
        return "the votes asked about"
    many = number(len(calls), "roll call", "roll calls")
    return f"the {many} of the {BODIES[calls[0].body]} counted ({span(calls)})"


def _measured_over(calls: Sequence[RollCall]) -> str:
    return f"{BODIES[calls[0].body]}, {number(len(calls), 'roll call', 'roll calls')}, {span(calls)}"


def agreement(pairs: Sequence[tuple[str, str, float, int]], calls: Sequence[RollCall]) -> str:
    """One state with each of the others: names, share from 0 to 1, roll calls in which both cast a vote."""
    told = "; ".join(
        f"{state(one)} and {state(other)} cast the same vote in {share:.1%} of the {shared:,} roll calls in which both voted"
        for one, other, share, shared in pairs
    )
    return sentence(f"{told} ({_measured_over(calls)}).")


def agreement_ranking(first: Ranked, name: str, least: bool, calls: Sequence[RollCall]) -> str:
    """Who agrees most, or least, with a state."""
    extreme = "Lowest" if least else "Highest"
    return f"{extreme} agreement with {state(name)}: {state(first.name)}, {first.value:.1%} ({_measured_over(calls)})."


def position_ranking(first: Ranked, position: Position, least: bool, calls: Sequence[RollCall]) -> str:
    """Who took a position most often, or least."""
    extreme = "Least" if least else "Most"
    told = f"{state(first.name)}, {_times(int(first.value))} ({_measured_over(calls)})"
    return f"{extreme} often recorded as “{POSITIONS[position]}”: {told}."


def times_taken(names: Sequence[str], position: Position | None, count: int, calls: Sequence[RollCall]) -> str:
    """How many times states took a position; None: were on the roll."""
    took = _TOOK[position] if len(names) == 1 else _TOOK_MANY.get(position, _TOOK[position])
    if not count:
        never = took.replace("was ", "was never ").replace("were ", "were never ")
        never = never if never != took else f"never {took}"
        return sentence(f"{states(names)} {never} in {_counted_over(calls)}.")
    in_all = " in all" if len(names) > 1 else ""
    return sentence(f"{states(names)} {took} {_times(count)}{in_all} in {_counted_over(calls)}.")


def times_alone(names: Sequence[str], position: Position, count: int, calls: Sequence[RollCall]) -> str:
    """How many times a state was the only one to take a position."""
    was = "was" if len(names) == 1 else "were"
    never, times = ("", f" {_times(count)}") if count else (" never", "")
    return sentence(f"{states(names)} {was}{never} the only one {_TO_TAKE[position]}{times} in {_counted_over(calls)}.")


def _times(count: int) -> str:
    return "once" if count == 1 else number(count, "time", "times")


def states_that_took(names: Sequence[str], position: Position, calls: Sequence[RollCall]) -> str:
    """How many different states ever took a position."""
    many = number(len(names), "state", "states")
    return f"{many} {_TOOK[position]} at least once in {_counted_over(calls)}: {states(names, 60)}."


def votes_counted(count: int, what: tuple[str, str], calls: Sequence[RollCall]) -> str:
    """How many votes there were; `what`: of which kind, for one and for many."""
    return f"{number(count, *what)} in {_counted_over(calls)}."


def course(name: str, runs: Sequence[Run]) -> str:
    """One state's course: "Ukraine: yes 1992; abstained 1993; yes 1994–2018"."""
    told = "; ".join(f"{POSITIONS[r.position]} {r.first if r.first == r.last else f'{r.first}–{r.last}'}" for r in runs)
    return f"{sentence(state(name))}: {told}."


def first_time(name: str, position: Position, first: RollCall | None) -> str:
    """When a state first took a position in a series."""
    if first is None:
        return sentence(f"{state(name)} never {DID[position]} in these votes.")
    return sentence(f"{state(name)} first {DID[position]} on {day(first.date)} ({first.symbol}).")


def votes_spanned(calls: Sequence[RollCall]) -> str:
    """The votes that a course rests on."""
    return f"{number(len(calls), 'vote', 'votes')} {during(calls)}."


def votes_found(count: int, shown: Sequence[RollCall]) -> str:
    """The head of a list of roll calls, newest first."""
    found = f"{number(count, 'vote', 'votes')} found, {during(shown)}."
    if len(shown) == count:
        return found
    return f"{found} The first {len(shown)} are shown; a year or a narrower topic finds the rest."
