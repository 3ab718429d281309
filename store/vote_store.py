"""The store behind one object: roll calls, votes, search, statistics, coverage and members, read-only.

store = VoteStore.open("sqlite:////var/lib/votedesk/store.sqlite3")
store.refresh()                                   # once a question: one tiny query
vote, = store.catalogue.by_key("A/RES/79/7")
store.votes([vote.id], ["HUN"])                   # {17: {"HUN": Position.YES}}
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from types import TracebackType
from typing import Any, Self

from store.catalogue import Catalogue, load_catalogue
from store.coverage import read_coverage, read_names_coverage
from store.database import Address, Engines, Reading, StoreUnreadable, open_reading, plain_errors, read_address
from store.facts import Body, Coverage, NamesCoverage, Position, RemarkKind
from store.importers.name_statement import read_statements
from store.members import Members, load_members
from store.search import Match, Postings, Search
from store.statistics import Statistics
from store.votes import Rolls

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "SUN", "USA")
"""The permanent members of the Council, with both holders of one seat: https://main.un.org/securitycouncil/en/content/current-members"""

_MOST_DAYS_HELD = 512


class VoteStore:
    """Safe to share between threads. What is read once is held until an import changes the store."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._reading = _SharedReading(address)
        self._snapshot = _Snapshot(self._reading, self._generation())

    @classmethod
    def open(cls, url: str) -> VoteStore:
        """Raises a `DatabaseError`, with a sentence that says what to do, where there is no store of this schema."""
        return cls(read_address(url))

    def refresh(self) -> bool:
        """Lets go of everything held if an import has been made since; says whether."""
        generation = self._generation()
        if generation == self._snapshot.generation:
            return False
        self._snapshot = _Snapshot(self._reading, generation)
        return True

    @property
    def generation(self) -> int:
        """Rises with every import."""
        return self._snapshot.generation

    @property
    def catalogue(self) -> Catalogue:
        """Every roll call."""
        return self._snapshot.catalogue

    @property
    def statistics(self) -> Statistics:
        """Agreement and counts."""
        return self._snapshot.statistics

    @property
    def members(self) -> Members:
        """Every member state, present and former, and the groups; under the names of an imported file where there is one."""
        return self._snapshot.members

    def votes(self, roll_call_ids: Sequence[int], members: Collection[str] | None = None) -> dict[int, dict[str, Position]]:
        """Positions by code, for each roll call in the order asked; members that the roll does not list are missing."""
        return self._snapshot.rolls.votes(roll_call_ids, members)

    def search(
        self,
        stem_groups: Sequence[Collection[str]],
        body: Body | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        limit: int = 50,
    ) -> list[Match]:
        """The roll calls that match best, ranked: see `Search.ranked`."""
        return self._snapshot.search.ranked(stem_groups, body, first, last, limit)

    def postings(self, stems: Collection[str]) -> dict[str, Postings]:
        """Where each stem is; stems that the record lacks have empty postings."""
        return self._snapshot.search.postings(stems)

    def vocabulary(self) -> dict[str, int]:
        """Every stem of the record, and in how many roll calls it is."""
        return self._snapshot.search.vocabulary()

    def spelling(self) -> dict[str, int]:
        """Every folded word of the record, and in how many roll calls it is."""
        return self._snapshot.search.spelling()

    def coverage(self) -> tuple[Coverage, ...]:
        """What the store holds, by dataset and body."""
        return self._snapshot.coverage

    def names_coverage(self) -> NamesCoverage | None:
        """The file that the names of member states come from; None where they are those of the package."""
        return self._snapshot.names_coverage

    def seated(self, body: Body, day: dt.date) -> frozenset[str]:
        """The members that sat in the body on that day.

        The Assembly's are those of the United Nations. The smaller bodies' change with the calendar year: theirs are the
        members on the rolls of the nearest voting day of this year, and in the Council the permanent ones. (Nearest, since a
        seat can change hands within a year: Democratic Yemen's in May 1990.)
        """
        members = self._snapshot.members_on(day)
        if body is Body.GA:
            return members
        listed = self._snapshot.listed(body, day)
        return members & (listed | frozenset(PERMANENT) if body is Body.SC else listed)

    def close(self) -> None:
        """Gives the connection back."""
        self._reading.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _generation(self) -> int:
        return int(self._reading.rows("SELECT generation FROM store_state")[0][0])


class _Snapshot:
    """What was read from one generation of the store."""

    def __init__(self, reading: Reading, generation: int) -> None:
        self.generation = generation
        self._reading = reading
        self._listed: dict[tuple[Body, dt.date], frozenset[str]] = {}
        self._members_on: dict[dt.date, frozenset[str]] = {}

    @cached_property
    def members(self) -> Members:
        statements = read_statements(self._reading)
        if not statements:
            return load_members()
        from store.importers.merge_names import merge_names

        return merge_names(load_members(), statements)

    @cached_property
    def names_coverage(self) -> NamesCoverage | None:
        return read_names_coverage(self._reading)

    @cached_property
    def catalogue(self) -> Catalogue:
        return load_catalogue(self._reading)

    @cached_property
    def rolls(self) -> Rolls:
        return Rolls(self._reading)

    @cached_property
    def search(self) -> Search:
        return Search(self._reading, self.catalogue)

    @cached_property
    def statistics(self) -> Statistics:
        return Statistics(self.rolls)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        return read_coverage(self._reading)

    def members_on(self, day: dt.date) -> frozenset[str]:
        """The members of the United Nations on that day."""
        if day not in self._members_on:
            if len(self._members_on) >= _MOST_DAYS_HELD:
                self._members_on = {}
            self._members_on[day] = frozenset(self.members.members_on(day))
        return self._members_on[day]

    def listed(self, body: Body, day: dt.date) -> frozenset[str]:
        """Who is on the rolls of the nearest voting day of the year; nobody where there are none."""
        if (body, day) not in self._listed:
            year = self.catalogue.on(dt.date(day.year, 1, 1), dt.date(day.year, 12, 31), body)
            year = [r for r in year if not any(remark.kind is RemarkKind.ROLL_INCOMPLETE for remark in r.remarks)]
            nearest = sorted({r.date for r in year}, key=lambda voted: (abs((voted - day).days), voted))
            rolls = (self.rolls.listed([r.id for r in year if r.date == voted]) for voted in nearest)
            self._listed[body, day] = next((roll for roll in rolls if roll), frozenset())
        return self._listed[body, day]


class _SharedReading:
    """One connection for all threads, one at a time; opened again after it was lost."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._lock = threading.Lock()
        self._connection: Reading | None = open_reading(address)
        self.engine: Engines = address.engine

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        was_open = self._connection is not None
        try:
            with self._held() as connection:
                return connection.rows(sql, *values)
        except StoreUnreadable:
            if not was_open:
                raise
        # The server may have restarted, or handed over to another, since the connection was made: a new one tells.
        with self._held() as connection:
            return connection.rows(sql, *values)

    def among(self, column: str) -> str:
        with self._held() as connection:
            return connection.among(column)

    def numbers(self, values: Iterable[int]) -> Any:
        with self._held() as connection:
            return connection.numbers(values)

    def is_stale(self) -> bool:
        return False

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _held(self) -> Iterator[Reading]:
        with self._lock, plain_errors(self._address, writing=False):
            if self._connection is not None and self._connection.is_stale():
                self._connection.close()
                self._connection = None
            if self._connection is None:
                self._connection = open_reading(self._address)
            try:
                yield self._connection
            except Exception:
                # After an error the connection may be dead (a server restarted); the next question opens a new one.
                self._connection.close()
                self._connection = None
                raise
