"""How well one roll call explains what is said of a vote: the more telling a claim that holds there, the more it weighs. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.check.claim import Claim, Kind
from bot.check.judged import Judged
from bot.check.judging import judge
from bot.lookup.record import Record
from store.facts import Position, RollCall

_TALLY_HOLDS, _TWO_NUMBERS_HOLD = 3.0, 2.0
_MANY = 4  # states of a list that few votes have in common
_FEW = 3  # a number up to which many votes have it
_NO_SEAT = -2.0  # none of those named could vote
_UNTOLD = frozenset({Kind.SUPERLATIVE, Kind.NTH, Kind.NEVER_BEFORE, Kind.DATED, Kind.OUTCOME})


class Explaining:
    """Judges each claim on each roll call once."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._judged: dict[tuple[int, int], Judged] = {}
        self._kept: list[Claim] = []  # so that no other claim takes the identity of one judged

    def judged(self, claim: Claim, call: RollCall) -> Judged:
        """Whether the claim holds there."""
        key = id(claim), call.id
        if key not in self._judged:
            self._kept.append(claim)
            self._judged[key] = judge(claim, call, self._record)
        return self._judged[key]

    def gain(self, claims: Sequence[Claim], call: RollCall) -> float:
        """What the claims together say for the roll call; below zero: against it."""
        return sum(self._weight(claim, call) for claim in claims)

    def holding(self, claims: Sequence[Claim], call: RollCall) -> tuple[float, int]:
        """How much the claims that hold weigh, and how many fail."""
        weights = [self._weight(claim, call) for claim in claims]
        return sum(w for w in weights if w > 0), sum(w < 0 for w in weights)

    def tells(self, claims: Sequence[Claim], best: RollCall, others: Sequence[RollCall]) -> bool:
        """Whether a telling claim holds of the best alone, and none that fails there holds of another."""
        told = False
        for claim in claims:
            here = self._weight(claim, best)
            there = max(self._weight(claim, call) for call in others)
            if here < 0 < there:
                return False
            told = told or (here >= _TWO_NUMBERS_HOLD and there <= 0)
        return told

    def _weight(self, claim: Claim, call: RollCall) -> float:
        if claim.kind in _UNTOLD or claim.series:
            return 0.0
        judged = self.judged(claim, call)
        if judged.holds is None:
            return 0.0
        if claim.kind is Kind.TALLY:
            return _of_tally(claim, call, holds=judged.holds)
        if judged.holds:
            return _telling(claim)
        return _of_states(judged) if claim.kind is Kind.POSITION else -1.0


def same_numbers(claim: Claim, call: RollCall) -> int:
    """How many numbers of a tally are those of the roll call."""
    recorded = (call.tally.yes, call.tally.no, call.tally.abstain)
    return sum(said is not None and said == is_ for said, is_ in zip(claim.tally or (), recorded, strict=False))


def _of_tally(claim: Claim, call: RollCall, *, holds: bool) -> float:
    if holds:
        return _TALLY_HOLDS
    same = same_numbers(claim, call)
    return _TWO_NUMBERS_HOLD if same > 1 else 0.0 if same else -1.0


def _telling(claim: Claim) -> float:
    """Of a claim that holds: "only Indonesia abstained" and a long list tell a vote, "France voted yes" hardly."""
    if claim.kind is Kind.COUNT:
        return 1.0 if (claim.number or 0) <= _FEW or claim.at_least or claim.at_most else 2.0
    many = len(claim.voters) >= _MANY
    return 1.0 + 2.0 * claim.only + many


def _of_states(judged: Judged) -> float:
    """Of a claim on states that fails: nearly all of a list may still be right."""
    if judged.votes and all(v.position is Position.NOT_MEMBER for v in judged.votes):
        return _NO_SEAT
    right = len(judged.votes) - len(judged.against)
    return right / len(judged.votes) - 1.0 if judged.votes and right >= len(judged.votes) / 2 else -1.0
