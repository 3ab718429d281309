"""The votes that count, by roll call: read from the database when first asked for, and held.

A roll is held as one byte a member: the byte at a member's number is its position's number, 0 where it is not on the roll.
All of the record takes two megabytes so, and `statistics` slices it by member.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from store.database import Reading
from store.facts import Position
from store.roll_calls import POSITIONS

ALL_AT_ONCE = 400
"""From this many rolls on, reading all of them is quicker than choosing."""

FEW_MEMBERS = 8
"""As long as no more members than this were asked about over many rolls, their own votes are read instead."""

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
        self._of_member: dict[str, dict[int, int]] = {}

    def of(self, roll_call_ids: Sequence[int]) -> list[bytes]:
        """The rolls, in the order asked; empty ones where no votes are recorded."""
        self._load(roll_call_ids)
        return [self._rolls.get(number, self._empty) for number in roll_call_ids]

    def columns(self, roll_call_ids: Sequence[int], members: Collection[str]) -> dict[str, bytes]:
        """For each member one byte a roll call, in the order asked: its position's number, 0 where it is not on the roll."""
        known = [code for code in members if code in self.numbers]
        if not self._complete and len(roll_call_ids) >= ALL_AT_ONCE and len(self._of_member.keys() | known) <= FEW_MEMBERS:
            return {code: self._column(code, roll_call_ids) for code in known}
        matrix = b"".join(self.of(roll_call_ids))
        return {code: matrix[self.numbers[code] :: self.width] for code in known}

    def votes(self, roll_call_ids: Sequence[int], members: Collection[str] | None = None) -> dict[int, dict[str, Position]]:
        """Each roll call's positions by code, in the order of the codes; members not on the roll are missing."""
        wanted = sorted(self.numbers if members is None else self.numbers.keys() & set(members))
        columns = self.columns(roll_call_ids, wanted)
        return {
            number: {code: POSITIONS[position - 1] for code in wanted if (position := columns[code][place])}
            for place, number in enumerate(roll_call_ids)
        }

    def listed(self, roll_call_ids: Sequence[int]) -> frozenset[str]:
        """Every member that is on one of the rolls at least."""
        seen: set[int] = set()
        for roll in self.of(roll_call_ids):
            seen.update(place for place, position in enumerate(roll) if position)
        return frozenset(self.codes[place] for place in seen)

    def _column(self, code: str, roll_call_ids: Sequence[int]) -> bytes:
        if code not in self._of_member:
            rows = self._reading.rows(
                "SELECT statement.roll_call_id, vote.position FROM vote JOIN statement ON statement.id = vote.statement_id"
                f" WHERE vote.member_id = ? AND {_COUNTING}",
                self.numbers[code],
            )
            self._of_member[code] = dict(rows)
        votes = self._of_member[code]
        return bytes([votes.get(number, 0) for number in roll_call_ids])

    def _load(self, roll_call_ids: Sequence[int]) -> None:
        missing = () if self._complete else [number for number in roll_call_ids if number not in self._rolls]
        if not missing:
            return
        if len(missing) >= ALL_AT_ONCE:
            self._load_all()
            return
        self._load_some(missing)
        for number in missing:
            self._rolls.setdefault(number, self._empty)

    def _load_some(self, roll_call_ids: Sequence[int]) -> None:
        rows = self._reading.rows(
            "SELECT statement.roll_call_id, vote.member_id, vote.position FROM statement"
            " JOIN vote ON vote.statement_id = statement.id"
            f" WHERE {_COUNTING} AND {self._reading.among('statement.roll_call_id')}",
            self._reading.numbers(roll_call_ids),
        )
        rolls: dict[int, bytearray] = defaultdict(lambda: bytearray(self.width))
        for number, member, position in rows:
            rolls[number][member] = position
        self._rolls.update((number, bytes(roll)) for number, roll in rolls.items())

    def _load_all(self) -> None:
        # One row a roll: the database is quicker at joining numbers to a text than at handing out a million rows.
        joined = (
            "group_concat(member_id), group_concat(position, '')"
            if self._reading.engine == "sqlite"
            else "string_agg(member_id::text, ',' ORDER BY member_id), string_agg(position::text, '' ORDER BY member_id)"
        )
        counting = f"SELECT id FROM statement WHERE {_COUNTING}"
        rolls = self._reading.rows(
            f"SELECT statement_id, {joined} FROM vote WHERE statement_id IN ({counting}) GROUP BY statement_id"
        )
        roll_call_of = dict(self._reading.rows(f"SELECT id, roll_call_id FROM statement WHERE {_COUNTING}"))
        plans: dict[str, bytes] = {}
        for statement, members, positions in rolls:
            if statement in roll_call_of:
                if members not in plans:
                    plans[members] = self._plan(members)
                # Each member's number becomes its place on the roll, and this, in turn, the position that stands there.
                self._rolls[roll_call_of[statement]] = plans[members].translate(_numbers(positions))
        self._complete = True

    def _plan(self, members: str) -> bytes:
        """For each member's number its place on the roll; 255, where no position ever stands, for those not on it."""
        plan = bytearray(b"\xff" * self.width)
        for place, member in enumerate(members.split(",")):
            plan[int(member)] = place
        return bytes(plan)


_DIGITS = bytes.maketrans(b"0123456789", bytes(range(10)))


def _numbers(positions: str) -> bytes:
    """ "114" -> the bytes 1, 1, 4, and zeros up to 256."""
    return positions.encode().translate(_DIGITS).ljust(256, b"\0")
