"""Sentences that say what the record shows of one vote, or of a few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.answer import MemberVote
from bot.lookup.wording.phrases import (
    BODIES,
    DID,
    DID_TO_IT,
    OUTCOMES,
    POSITIONS,
    counts,
    day,
    described,
    during,
    listing,
    number,
    result,
    sentence,
    state,
    states,
)
from store.facts import Body, Mode, Outcome, Position, RollCall, Tally

VERDICTS = {True: "Yes.", False: "No.", None: "The record cannot tell."}
SAME_WAY = {True: "They voted the same way.", False: "They voted differently."}
_DID_MANY = {**DID, Position.UNKNOWN: "have no position on record"}
_DONE = {
    Position.YES: "voted for",
    Position.NO: "voted against",
    Position.ABSTAIN: "abstained on",
    Position.NON_VOTING: "cast no vote on",
    Position.NOT_MEMBER: "had no seat for",
    Position.UNKNOWN: "voted on",
}
NOT_IN_FAVOUR = ("did not vote in favour of", "voted in favour of")
APART_FROM_MOST = ("took another position than most of the group on", "took the same position on")
"""What `those_who` did, and what everybody did where nobody did that."""

_MOST_NAMED = 60


def nobody_else(groups: Sequence[str]) -> str:
    """That nobody else took the position, within the groups where "only" is said of one."""
    return f"No other member of {listing(groups)} did." if groups else "Nobody else did."


def did(votes: Sequence[MemberVote]) -> str:
    """What several members did in one roll call, alike ones together: "Norway voted yes; Denmark and Sweden abstained"."""
    together: dict[Position, list[MemberVote]] = {}
    for vote in votes:
        together.setdefault(vote.position, []).append(vote)
    return "; ".join(_did_alike(position, alike) for position, alike in together.items())


def _did_alike(position: Position, votes: Sequence[MemberVote]) -> str:
    phrase = (DID if len(votes) == 1 else _DID_MANY)[position]
    vetoed = " (a veto)" if any(v.veto for v in votes) else ""
    return f"{states(v.name for v in votes)} {phrase}{vetoed}"


def one_position(vote: MemberVote) -> str:
    """The answer to "how did X vote on Y"."""
    call, name = vote.roll_call, state(vote.name)
    if vote.position is Position.NOT_MEMBER:
        where = f"in the {BODIES[call.body]} on {day(call.date)}"
        return sentence(f"{name} had no seat {where}, so it has no vote on {described(call)}.")
    if vote.position is Position.UNKNOWN:
        return _unknown_position(call, name)
    veto = ", which was a veto," if vote.veto else ""
    return sentence(f"{name} {DID[vote.position]}{veto} on {described(call)}, which was {result(call)}.")


def _unknown_position(call: RollCall, name: str) -> str:
    if call.mode is Mode.WITHOUT_VOTE:
        return f"{described(call)} was adopted without a vote: no positions were recorded, not that of {name} either."
    if call.mode is Mode.NON_RECORDED:
        return f"{described(call)} was adopted by a vote that was not recorded by name, so the position of {name} is not known."
    return f"No source at hand states how {name} voted on {described(call)}."


def several_positions(call: RollCall, votes: Sequence[MemberVote]) -> str:
    """The answer to "how did X, Y and Z vote on W"."""
    return f"On {described(call)}, {result(call)}: {did(votes)}."


def positions_on(call: RollCall, votes: Sequence[MemberVote]) -> str:
    """The same for one or several."""
    return one_position(votes[0]) if len(votes) == 1 else several_positions(call, votes)


def vote_line(call: RollCall) -> str:
    """The whole outcome in a sentence."""
    became = f"{described(call)} was {OUTCOMES[call.outcome]}"
    if call.mode is Mode.WITHOUT_VOTE:
        return f"{became} without a vote: no positions were recorded."
    if call.mode is Mode.NON_RECORDED:
        return f"{became} by a vote that was not recorded by name."
    if call.tally == Tally():
        return f"{became}{_vetoed_by(call)}; the source states no totals."
    return f"{became}{_vetoed_by(call)}: {counts(call.tally)}."


def _vetoed_by(call: RollCall) -> str:
    return f" by {listing([_PERMANENT.get(c, c) for c in call.vetoed_by])}" if call.vetoed_by else ""


_PERMANENT = {
    "CHN": "China",
    "FRA": "France",
    "GBR": "the United Kingdom",
    "RUS": "the Russian Federation",
    "SUN": "the Soviet Union",
    "USA": "the United States",
}


def who_did(call: RollCall, position: Position, names: Sequence[str], stated: int | None = None, unknown: bool = False) -> str:
    """The answer to "who voted against ...". `stated`: how many did, as the totals say; `unknown`: some positions are not."""
    if unknown and len(names) != stated:
        told = f"{states(names, _MOST_NAMED)} {DID_TO_IT[position]}" if names else f"Nobody is known to have {_DONE[position]}"
        others = "no source at hand states what the other members did" if names else "most positions are not stated"
        return sentence(f"{told} {described(call)}, {result(call)}; {others}.")
    if names:
        return f"{len(names)} {DID_TO_IT[position]} {described(call)}, {result(call)}: {states(names, _MOST_NAMED)}."
    if stated:
        return f"{stated} {DID_TO_IT[position]} {described(call)}; no source at hand names them."
    return f"Nobody {DID_TO_IT[position]} {described(call)}, which was {result(call)}."


def those_who(call: RollCall, votes: Sequence[MemberVote], what: tuple[str, str], group: str | None = None) -> str:
    """The answer to "which EU states didn't back it", "who broke ranks". `group`: the one that they belong to."""
    of_group = f" of {state(group)}" if group else ""
    one, many = ("member", "members") if group else ("member state", "member states")
    vote = f"{described(call)}, {result(call)}"
    if not votes:
        return f"Every {one}{of_group} on the roll {what[1]} {vote}."
    return f"{number(len(votes), one, many)}{of_group} {what[0]} {vote}: {did(votes)}."


def rule(call: RollCall, needed: int) -> str:
    """Why a Council text carried or not; `needed`: the votes in favour that the Charter asks for."""
    match call.outcome:
        case Outcome.REJECTED:
            return f"It needed {needed} votes in favour and had {call.tally.yes}."
        case Outcome.VETOED:
            return f"It had the {needed} votes that a text needs, and a permanent member's no sank it."
        case Outcome.ADOPTED:
            return f"It needed {needed} votes in favour and no veto."


def more_in_table(count: int) -> str:
    """What the lead leaves out."""
    return f"{count} more that {'matches is' if count == 1 else 'match are'} in the table."


def often(calls: Sequence[RollCall], told: Mapping[str, Mapping[Position, int]]) -> str:
    """More roll calls than can be read out: how often each state took each position."""
    each = "; ".join(f"{state(name)}: {_times(counted)}" for name, counted in told.items())
    where = f"{number(len(calls), 'roll call', 'roll calls')} of the {BODIES[calls[0].body]} {during(calls)}"
    return f"{where}. {sentence(each)}. A topic or a symbol narrows it."


def _times(counted: Mapping[Position, int]) -> str:
    return ", ".join(f"{POSITIONS[position]} {count}" for position, count in counted.items())


def changed(older: RollCall, newer: RollCall, moves: Sequence[tuple[str, Position, Position]]) -> str:
    """Who changed between two roll calls: name, position before, position after."""
    if not moves:
        return f"No position changed from {older.symbol} to {newer.symbol}."
    told = [f"{state(name)} ({POSITIONS[before]} → {POSITIONS[after]})" for name, before, after in moves]
    return f"Changed from {older.symbol} to {newer.symbol}: {listing(told)}."


def earlier_in_series(first: RollCall | None) -> str:
    """Whether the position was taken before in that series, and when first."""
    if first is None:
        return "No earlier vote of the series in the store has that position."
    return f"It did so before, first in {first.symbol} of {day(first.date)}."


def member_since(name: str, admitted: dt.date, ended: dt.date | None) -> str:
    """A state's membership of the United Nations."""
    if ended is None:
        return sentence(f"{state(name)} has been a member of the United Nations since {day(admitted)}.")
    return sentence(f"{state(name)} was a member of the United Nations from {day(admitted)} until {day(ended)}.")


def on_body(name: str, body: Body, seated: bool | None, on: dt.date) -> str:
    """Whether a state sat in a smaller body that day; None: the store cannot tell."""
    if seated is None:
        return f"The store has no {BODIES[body]} votes of {on.year}, so it cannot tell whether {state(name)} was a member."
    return sentence(f"{state(name)} {'was' if seated else 'was not'} a member of the {BODIES[body]} on {day(on)}.")


def on_rights_body(body: Body, year: int, members: Sequence[str]) -> str:
    """Who sat in the Human Rights Council or the Commission."""
    return f"On the {BODIES[body]} in {year}: {number(len(members), 'member', 'members')}, {states(members, _MOST_NAMED)}."


def council(year: int, permanent: Sequence[str], elected: Sequence[str]) -> str:
    """Who sat in the Council."""
    return f"On the Security Council in {year}: {states(permanent)} (permanent); {states(elected)} (elected)."


def group_members(group: str, on: dt.date, names: Sequence[str]) -> str:
    """Who belonged to a group."""
    return sentence(f"{state(group)} on {day(on)}: {number(len(names), 'member', 'members')}, {states(names, 200)}.")
