"""Sentences that say what the record shows of one vote, or of a few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.answer import MemberVote
from bot.customs import name_in
from bot.lookup.wording.phrases import (
    DID,
    DID_TO_IT,
    OUTCOMES,
    POSITIONS,
    body,
    counts,
    day,
    described,
    during,
    listing,
    number,
    parted,
    result,
    sentence,
    state,
    states,
    states_by_name,
)
from bot.namesakes import symbol_of
from bot.translation import said, say, spoken
from store.facts import Body, Mode, Outcome, Position, RollCall, Tally

_VERDICTS = {True: "Yes.", False: "No.", None: "The record cannot tell."}
_SAME_WAY = {True: "They voted the same way.", False: "They voted differently."}
_DID_MANY = {**DID, Position.UNKNOWN: "have no position on record"}
NOT_IN_FAVOUR = ("did not vote in favour of", "voted in favour of")
APART_FROM_MOST = ("took another position than most of the group on", "took the same position on")
"""What `those_who` did, and what everybody did where nobody did that."""

_MOST_NAMED = 60


@said
def verdict(holds: bool | None) -> str:
    """Whether what was asserted holds; None: the record cannot tell."""
    return say(_VERDICTS[holds])


@said
def not_taken_in(words: Sequence[str]) -> str:
    """Which words of a statement have no place in its reading, so that there is no verdict on it."""
    quoted = listing([say("“{words}”", words=each) for each in words])
    return say("I give no verdict, since I could not take {words} into it. The record says:", words=quoted)


@said
def nearly_all(did: int, of: int) -> str:
    """How many of a group did what nearly all of it is said to have done, where that is a matter of judgement."""
    told = "I give no verdict: {did} of {of} did so, and whether those are nearly all is a matter of judgement."
    return say(told, did=did, of=of)


@said
def same_way(same: bool) -> str:
    """Whether two states voted alike."""
    return say(_SAME_WAY[same])


@said
def nobody_else(groups: Sequence[str]) -> str:
    """That nobody else took the position, within the groups where "only" is said of one."""
    if not groups:
        return say("Nobody else did.")
    return say("No other member of {groups} did.", groups=listing([name_in(group, spoken()) for group in groups]))


@said
def did(votes: Sequence[MemberVote]) -> str:
    """What several members did in one roll call, alike ones together: "Norway voted yes; Denmark and Sweden abstained"."""
    together: dict[Position, list[MemberVote]] = {}
    for vote in votes:
        together.setdefault(vote.position, []).append(vote)
    return parted(_did_alike(position, alike) for position, alike in together.items())


def _did_alike(position: Position, votes: Sequence[MemberVote]) -> str:
    phrase = say((DID if len(votes) == 1 else _DID_MANY)[position])
    vetoed = say(" (a veto)") if any(v.veto for v in votes) else ""
    return say("{states} {did}{vetoed}", states=states(v.name for v in votes), did=phrase, vetoed=vetoed)


@said
def one_position(vote: MemberVote) -> str:
    """The answer to "how did X vote on Y"."""
    call, name = vote.roll_call, state(vote.name)
    if vote.position is Position.NOT_MEMBER:
        told = "{state} had no seat in the {body} on {day}, so it has no vote on {vote}."
        return sentence(say(told, state=name, body=body(call.body), day=day(call.date), vote=described(call)))
    if vote.position is Position.UNKNOWN:
        return _unknown_position(call, name)
    veto = say(", which was a veto,") if vote.veto else ""
    told = "{state} {did}{veto} on {vote}, which was {result}."
    return sentence(say(told, state=name, did=say(DID[vote.position]), veto=veto, vote=described(call), result=result(call)))


def _unknown_position(call: RollCall, name: str) -> str:
    if call.mode is Mode.WITHOUT_VOTE:
        told = "{vote} was adopted without a vote: no positions were recorded, not that of {state} either."
    elif call.mode is Mode.NON_RECORDED:
        told = "{vote} was adopted by a vote that was not recorded by name, so the position of {state} is not known."
    else:
        told = "No source at hand states how {state} voted on {vote}."
    return say(told, vote=described(call), state=name)


@said
def several_positions(call: RollCall, votes: Sequence[MemberVote]) -> str:
    """The answer to "how did X, Y and Z vote on W"; where none of them is anybody yet ("the EU" in 1947), the vote."""
    if not votes:
        return vote_line(call)
    return say("On {vote}, {result}: {did}.", vote=described(call), result=result(call), did=did(votes))


def positions_on(call: RollCall, votes: Sequence[MemberVote]) -> str:
    """The same for one or several."""
    return one_position(votes[0]) if len(votes) == 1 else several_positions(call, votes)


@said
def vote_line(call: RollCall) -> str:
    """The whole outcome in a sentence."""
    vote, outcome = described(call), say(OUTCOMES[call.outcome])
    if call.mode is Mode.WITHOUT_VOTE:
        return say("{vote} was {outcome} without a vote: no positions were recorded.", vote=vote, outcome=outcome)
    if call.mode is Mode.NON_RECORDED:
        return say("{vote} was {outcome} by a vote that was not recorded by name.", vote=vote, outcome=outcome)
    if call.vetoed_by:
        by = states(_PERMANENT.get(c, c) for c in call.vetoed_by)
        if call.tally == Tally():
            return say("{vote} was {outcome} by {states}; the source states no totals.", vote=vote, outcome=outcome, states=by)
        told = "{vote} was {outcome} by {states}: {counts}."
        return say(told, vote=vote, outcome=outcome, states=by, counts=counts(call.tally))
    return say("{vote} was {outcome}: {counts}.", vote=vote, outcome=outcome, counts=counts(call.tally))


_PERMANENT = {
    "CHN": "China",
    "FRA": "France",
    "GBR": "United Kingdom",
    "RUS": "Russian Federation",
    "SUN": "Soviet Union",
    "USA": "United States",
}


@said
def who_did(call: RollCall, position: Position, names: Sequence[str], stated: int | None = None, unknown: bool = False) -> str:
    """The answer to "who voted against ...". `stated`: how many did, as the totals say; `unknown`: some positions are not."""
    took, vote, ended = say(DID_TO_IT[position]), described(call), result(call)
    if unknown and len(names) != stated:
        if not names:
            return say("No source at hand names those who {did} {vote}, {result}.", did=took, vote=vote, result=ended)
        told = "{states} {did} {vote}, {result}; no source at hand states what the other members did."
        return sentence(say(told, states=states_by_name(names, _MOST_NAMED), did=took, vote=vote, result=ended))
    if names:
        told = "{count} {did} {vote}, {result}: {states}."
        return sentence(say(told, count=len(names), did=took, vote=vote, result=ended, states=states_by_name(names, _MOST_NAMED)))
    if stated:
        return sentence(say("{count} {did} {vote}; no source at hand names them.", count=stated, did=took, vote=vote))
    return sentence(say("Nobody {did} {vote}, which was {result}.", did=took, vote=vote, result=ended))


@said
def who_of_group_did(call: RollCall, position: Position, names: Sequence[str], group: str) -> str:
    """The answer to "how many of the G20 backed it", "which EU states voted no". `group`: the one that they belong to."""
    took, vote, ended = say(DID_TO_IT[position]), described(call), result(call)
    if not names:
        told = "No member of {group} {did} {vote}, which was {result}."
        return sentence(say(told, group=state(group), did=took, vote=vote, result=ended))
    members, states = number(len(names), "member", "members"), states_by_name(names, _MOST_NAMED)
    told = "{members} of {group} {did} {vote}, {result}: {states}."
    return sentence(say(told, members=members, group=state(group), did=took, vote=vote, result=ended, states=states))


@said
def those_who(call: RollCall, votes: Sequence[MemberVote], what: tuple[str, str], group: str | None = None) -> str:
    """The answer to "which EU states didn't back it", "who broke ranks". `group`: the one that they belong to."""
    vote = f"{described(call)}, {result(call)}"
    if not votes:
        told = "Every member of {group} on the roll {did} {vote}." if group else "Every member state on the roll {did} {vote}."
        return sentence(say(told, group=state(group or ""), did=say(what[1]), vote=vote))
    members = number(len(votes), *(("member", "members") if group else ("member state", "member states")))
    told = "{members} of {group} {did} {vote}: {positions}." if group else "{members} {did} {vote}: {positions}."
    return sentence(say(told, members=members, group=state(group or ""), did=say(what[0]), vote=vote, positions=did(votes)))


@said
def rule(call: RollCall, needed: int) -> str:
    """Why a Council text carried or not; `needed`: the votes in favour that the Charter asks for."""
    match call.outcome:
        case Outcome.REJECTED:
            return say("It needed {needed} votes in favour and had {count}.", needed=needed, count=call.tally.yes)
        case Outcome.VETOED:
            return say("It had the {needed} votes that a text needs, and a permanent member's no sank it.", needed=needed)
        case Outcome.ADOPTED:
            return say("It needed {needed} votes in favour and no veto.", needed=needed)


@said
def more_in_table(count: int) -> str:
    """What the lead leaves out."""
    if count == 1:
        return say("{count} more that matches is in the table.", count=count)
    return say("{count} more that match are in the table.", count=count)


@said
def often(calls: Sequence[RollCall], told: Mapping[str, Mapping[Position, int]]) -> str:
    """More roll calls than can be read out: how often each state took each position."""
    each = parted(say("{state}: {counts}", state=state(name), counts=_times(counted)) for name, counted in told.items())
    many = number(len(calls), "roll call", "roll calls")
    where = say("{roll_calls} of the {body} {during}.", roll_calls=many, body=body(calls[0].body), during=during(calls))
    return f"{where} {sentence(each)}. {say('A topic or a symbol narrows it.')}"


def _times(counted: Mapping[Position, int]) -> str:
    return ", ".join(f"{say(POSITIONS[position])} {count}" for position, count in counted.items())


@said
def changed(older: RollCall, newer: RollCall, moves: Sequence[tuple[str, Position, Position]]) -> str:
    """Who changed between two roll calls: name, position before, position after."""
    if not moves:
        return say("No position changed from {older} to {newer}.", older=symbol_of(older), newer=symbol_of(newer))
    told = [f"{state(name)} ({say(POSITIONS[before])} → {say(POSITIONS[after])})" for name, before, after in moves]
    return say("Changed from {older} to {newer}: {states}.", older=symbol_of(older), newer=symbol_of(newer), states=listing(told))


@said
def changed_so(older: RollCall, newer: RollCall, move: tuple[Position, Position], names: Sequence[str]) -> str:
    """Who changed in one way between two roll calls."""
    before, after = (say(POSITIONS[p]) for p in move)
    told = "{before} → {after}, from {older} to {newer} ({count}): {states}."
    who = states(names) if names else "–"
    return sentence(say(told, before=before, after=after, older=older.symbol, newer=newer.symbol, count=len(names), states=who))


@said
def earlier_in_series(first: RollCall | None) -> str:
    """Whether the position was taken before in that series, and when first."""
    if first is None:
        return say("No earlier vote of the series in the store has that position.")
    return say("It did so before, first in {symbol} of {day}.", symbol=symbol_of(first), day=day(first.date))


@said
def member_since(name: str, admitted: dt.date, ended: dt.date | None) -> str:
    """A state's membership of the United Nations."""
    if ended is None:
        told = "{state} has been a member of the United Nations since {day}."
        return sentence(say(told, state=state(name), day=day(admitted)))
    told = "{state} was a member of the United Nations from {first} until {last}."
    return sentence(say(told, state=state(name), first=day(admitted), last=day(ended)))


@said
def on_council(name: str, seated: bool | None, on: dt.date) -> str:
    """Whether a state sat in the Council that day; None: the store cannot tell."""
    if seated is None:
        told = "The store has no Security Council votes of {year}, so it cannot tell whether {state} was a member."
        return say(told, year=on.year, state=state(name))
    told = "{state} was a member of the Security Council on {day}."
    if not seated:
        told = "{state} was not a member of the Security Council on {day}."
    return sentence(say(told, state=state(name), day=day(on)))


@said
def on_body(name: str, of: Body, seated: bool | None, on: dt.date) -> str:
    """Whether a state sat in a smaller body that day; None: the store cannot tell."""
    if of is Body.SC:
        return on_council(name, seated, on)
    if seated is None:
        told = "The store has no votes of the {body} of {year}, so it cannot tell whether {state} was a member."
        return say(told, body=body(of), year=on.year, state=state(name))
    told = "{state} was a member of the {body} on {day}." if seated else "{state} was not a member of the {body} on {day}."
    return sentence(say(told, state=state(name), body=body(of), day=day(on)))


@said
def on_rights_body(of: Body, year: int, members: Sequence[str]) -> str:
    """Who sat in the Human Rights Council or the Commission."""
    told = "On the {body} in {year}: {members}, {states}."
    count = number(len(members), "member", "members")
    return say(told, body=body(of), year=year, members=count, states=states_by_name(members, _MOST_NAMED))


@said
def council(year: int, permanent: Sequence[str], elected: Sequence[str]) -> str:
    """Who sat in the Council."""
    told = "On the Security Council in {year}: {permanent} (permanent); {elected} (elected)."
    return say(told, year=year, permanent=states_by_name(permanent), elected=states_by_name(elected))


@said
def group_members(group: str, on: dt.date, names: Sequence[str]) -> str:
    """Who belonged to a group."""
    members = number(len(names), "member", "members")
    told = "{group} on {day}: {members}, {states}."
    return sentence(say(told, group=state(group), day=day(on), members=members, states=states_by_name(names, 200)))
