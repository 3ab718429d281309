"""The votes that count, by roll call: read from the database when first asked for, and held.

A roll is held as one byte a member: the byte at a member's number is its position's number, 0 where it is not on the roll.
All of the record takes two megabytes so, and `statistics` slices it by member.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from store.database import Reading
from store.facts import Position
from store.roll_calls import POSITIONS

ALL_AT_ONCE = 1000
"""From this many rolls on, reading all of them is quicker than choosing."""

_COUNTING = "statement.counts AND statement.votes > 0"


class Rolls:
    """The rolls of one generation of the store."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.codes: dict[int, str] = dict(reading.rows("SELECT id, code FROM member_code"))
        self.numbers: dict[str, int] = {code: number for number, code in self.codes.items()}
        self.width = max(self.codes, default=0) + 1
        self._rolls: dict[int, bytes] = {}
        self._empty = bytes(self.width)
        self._complete = False

    def of(self, roll_call_ids: Sequence[int]) -> list[bytes]:
        """The rolls, in the order asked; empty ones where no votes are recorded."""
        self._load(roll_call_ids)
        return [self._rolls.get(number, self._empty) for number in roll_call_ids]

    def votes(self, roll_call_ids: Sequence[int], members: Collection[str] | None = None) -> dict[int, dict[str, Position]]:
        """Each roll call's positions by code, in the order of the codes; members not on the roll are missing."""
        wanted = sorted(self.numbers if members is None else self.numbers.keys() & set(members))
        places = [(code, self.numbers[code]) for code in wanted]
        return {
            number: {code: POSITIONS[roll[place] - 1] for code, place in places if roll[place]}
            for number, roll in zip(roll_call_ids, self.of(roll_call_ids), strict=True)
        }

    def listed(self, roll_call_ids: Sequence[int]) -> frozenset[str]:
        """Every member that is on one of the rolls at least."""
        seen: set[int] = set()
        for roll in self.of(roll_call_ids):
            seen.update(place for place, position in enumerate(roll) if position)
        return frozenset(self.codes[place] for place in seen)

    def _load(self, roll_call_ids: Sequence[int]) -> None:
        missing = () if self._complete else [number for number in roll_call_ids if number not in self._rolls]
        if not missing:
            return
        if len(missing) >= ALL_AT_ONCE:
            self._keep(self._everything())
            self._complete = True
            return
        self._keep(self._chosen(missing))
        for number in missing:
            self._rolls.setdefault(number, self._empty)

    def _keep(self, rolls: Iterable[tuple[int, Iterable[int], Iterable[int]]]) -> None:
        for number, members, positions in rolls:
            roll = bytearray(self.width)
            for member, position in zip(members, positions, strict=True):
                roll[member] = position
            self._rolls[number] = bytes(roll)

    def _chosen(self, roll_call_ids: Sequence[int]) -> Iterator[tuple[int, Iterable[int], Iterable[int]]]:
        rows = self._reading.rows(
            "SELECT statement.roll_call_id, vote.member_id, vote.position FROM statement"
            " JOIN vote ON vote.statement_id = statement.id"
            f" WHERE {_COUNTING} AND {self._reading.among('statement.roll_call_id')} ORDER BY 1",
            self._reading.numbers(roll_call_ids),
        )
        start = 0
        for place in range(1, len(rows) + 1):
            if place == len(rows) or rows[place][0] != rows[start][0]:
                _, members, positions = zip(*rows[start:place], strict=True)
                yield rows[start][0], members, positions
                start = place

    def _everything(self) -> Iterator[tuple[int, Iterable[int], Iterable[int]]]:
        # One row a roll call: the database is quicker at joining numbers to a text than at handing out a million rows.
        joined = (
            "group_concat(member_id), group_concat(position, '')"
            if self._reading.engine == "sqlite"
            else "string_agg(member_id::text, ',' ORDER BY member_id), string_agg(position::text, '' ORDER BY member_id)"
        )
        rows = self._reading.rows(
            f"SELECT statement.roll_call_id, roll.members, roll.positions FROM statement JOIN"
            f" (SELECT statement_id, {joined} FROM vote GROUP BY statement_id) AS roll (statement_id, members, positions)"
            f" ON roll.statement_id = statement.id WHERE {_COUNTING}"
            if self._reading.engine == "postgresql"
            else f"SELECT statement.roll_call_id, {joined} FROM vote JOIN statement ON statement.id = vote.statement_id"
            f" WHERE {_COUNTING} GROUP BY vote.statement_id"
        )
        for number, members, positions in rows:
            yield number, map(int, members.split(",")), map(int, positions)
