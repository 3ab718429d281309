"""What came of a claim on one roll call, and what the record has of those named in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import MemberVote
from bot.check.claim import Voter
from bot.lookup.members_asked import code_on, group_on
from bot.lookup.record import Record
from bot.question import GroupMention, MemberMention, NonMemberMention
from store.facts import Position, RollCall

_BEFORE_UNITY, _UNITY = {"DEU": "GER"}, dt.date(1990, 10, 3)
"""Until then the press wrote "Germany" for the Federal Republic."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether the claim holds of `call`; None: the record cannot tell.

    `votes`: those of the states named. `against`: the votes that make it fail; `besides`: others that did the same where
    "only" is said. `strangers`: those named that have no vote at all. `count`: what the record counts where a number is claimed.
    `other_calls`: earlier votes of the series that bear on it.
    """

    call: RollCall
    holds: bool | None
    votes: tuple[MemberVote, ...] = ()
    against: tuple[MemberVote, ...] = ()
    besides: tuple[MemberVote, ...] = ()
    strangers: tuple[NonMemberMention, ...] = ()
    counted: int | None = None
    other_calls: tuple[RollCall, ...] = ()


def stated(position: Position | None, call: RollCall) -> int | None:
    """How many took the position, as the source counts."""
    tally = call.tally
    by_position = {
        Position.YES: tally.yes,
        Position.NO: tally.no,
        Position.ABSTAIN: tally.abstain,
        Position.NON_VOTING: tally.non_voting,
    }
    return None if position is None else by_position.get(position)


def codes_of(voters: Sequence[Voter], call: RollCall, record: Record) -> list[str]:
    codes: list[str] = []
    named = {c for v in voters if isinstance(v, MemberMention) for c in v.codes}
    for voter in voters:
        if isinstance(voter, MemberMention):
            code = code_on(voter, call.date, record)
            codes.append(_BEFORE_UNITY.get(code, code) if call.date < _UNITY else code)
        elif isinstance(voter, GroupMention):
            codes.extend(c for c in group_on(voter, call, record) if voter.key != "council" or c not in named)
    return list(dict.fromkeys(codes))


def strangers_in(voters: Sequence[Voter], call: RollCall) -> tuple[NonMemberMention, ...]:
    """Those named that had no vote that day ("Taiwan" had one until 1971)."""
    return tuple(v for v in voters if isinstance(v, NonMemberMention) and not (v.until is not None and call.date <= v.until))
