"""How often members vote alike, and how each votes: counted over any set of roll calls, from the rolls held in memory.

A member's votes over n roll calls are three numbers of n bits (one for yes, one for no, one for abstain), so that a
comparison is a handful of operations on whole numbers, whatever n is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from store.facts import CAST, Position
from store.roll_calls import POSITIONS
from store.votes import Rolls

_CAST = tuple(number for number, position in enumerate(POSITIONS, 1) if position in CAST)


@dataclass(frozen=True, slots=True)
class PairCounts:
    """Two members over some roll calls. `both_cast`: each voted yes, no or abstain; `same`: the same of the three.

    `opposite`: one yes and the other no.
    """

    both_cast: int
    same: int
    opposite: int

    @property
    def agreement(self) -> float | None:
        """The share of the same votes, 0 to 1; None where there is no vote that both cast."""
        return self.same / self.both_cast if self.both_cast else None


class Statistics:
    """Counts over the votes of one generation of the store. Roll calls without votes count for nothing."""

    def __init__(self, rolls: Rolls) -> None:
        self._rolls = rolls

    def pair_counts(self, a: str, b: str, roll_call_ids: Sequence[int]) -> PairCounts:
        """The two members, by code."""
        columns = self._rolls.columns(roll_call_ids, (a, b))
        return _compare(_bits(columns.get(a, b"")), _bits(columns.get(b, b"")))

    def agreement_with(self, a: str, roll_call_ids: Sequence[int]) -> dict[str, PairCounts]:
        """The member beside every other that cast a vote in one of the roll calls with it; by code, in its order."""
        columns = self._rolls.columns(roll_call_ids, sorted(self._rolls.numbers))
        own = _bits(columns.pop(a, b""))
        compared = {code: _compare(own, _bits(column)) for code, column in columns.items()}
        return {code: counts for code, counts in compared.items() if counts.both_cast}

    def position_counts(
        self, roll_call_ids: Sequence[int], members: Collection[str] | None = None
    ) -> dict[str, dict[Position, int]]:
        """How often each member took each position; those on none of the rolls are missing."""
        columns = self._rolls.columns(roll_call_ids, sorted(self._rolls.numbers if members is None else set(members)))
        counts = {
            code: {position: n for number, position in enumerate(POSITIONS, 1) if (n := column.count(number))}
            for code, column in columns.items()
        }
        return {code: counted for code, counted in counts.items() if counted}

    def company(self, roll_call_ids: Sequence[int]) -> dict[str, float]:
        """For each member the share of the other members voting that cast the same vote, 0 to 1: the mean over its own votes.

        Roll calls in which nobody else cast a vote count for nothing.
        """
        columns = self._rolls.columns(roll_call_ids, sorted(self._rolls.numbers))
        shares = [_shares(bytes(row)) for row in zip(*columns.values(), strict=True)]
        means = {}
        for code, column in columns.items():
            own = [share[number] for number, share in zip(column, shares, strict=True) if number in share]
            if own:
                means[code] = sum(own) / len(own)
        return means


def _shares(row: bytes) -> dict[int, float]:
    """For each vote cast in one roll call, the share of the others that cast it too; `row`: one byte a member."""
    cast = {number: count for number in _CAST if (count := row.count(number))}
    others = sum(cast.values()) - 1
    return {number: (count - 1) / others for number, count in cast.items()} if others > 0 else {}


_TABLES = tuple(bytes(49 if byte == number else 48 for byte in range(256)) for number in _CAST)
"""For each position that is a vote: this position's byte -> "1", every other -> "0"."""

_YES, _NO = (_CAST.index(POSITIONS.index(position) + 1) for position in (Position.YES, Position.NO))


def _bits(column: bytes) -> tuple[int, ...]:
    """A member's votes, one number for each position that is a vote."""
    return tuple(int(column.translate(table) or b"0", 2) for table in _TABLES)


def _compare(a: tuple[int, ...], b: tuple[int, ...]) -> PairCounts:
    same = sum((mine & theirs).bit_count() for mine, theirs in zip(a, b, strict=True))
    both = (_either(a) & _either(b)).bit_count()
    opposite = (a[_YES] & b[_NO]).bit_count() + (a[_NO] & b[_YES]).bit_count()
    return PairCounts(both, same, opposite)


def _either(bits: tuple[int, ...]) -> int:
    cast = 0
    for number in bits:
        cast |= number
    return cast
