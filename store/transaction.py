"""A transaction for writing, the same on both engines: taken over whole at the end of the block, or not at all.

Like the reading side it speaks to the engine's own driver. SQLAlchemy takes longer to import than a question takes to answer;
it comes in for migrations only (`store.schema`), and `store.tables` stays the one definition of what is written here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from typing import Any

from store.database import PATIENCE, Address, Engines, plain_errors, psycopg_driver

Votes = Iterable[tuple[int, int, int]]
"""Statement, member, and the number of the position."""

_PAGE_CACHE = 64_000
"""KiB of pages that SQLite holds before they go to the log."""

_VOTES_AT_ONCE = 300
"""Votes in one INSERT: twice as quick as one each, and 900 values are within every build's limit (SQLITE_MAX_VARIABLE_NUMBER)."""


class Transaction:
    """`?` stands for a value in SQL. Days and moments go in as ISO 8601 texts."""

    def __init__(self, engine: Engines, driver: Any) -> None:
        self.engine = engine
        self._driver = driver

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a query gives."""
        found: list[tuple[Any, ...]] = self._driver.execute(self._dialect(sql), values).fetchall()
        return found

    def run(self, sql: str, *values: Any) -> None:
        """One statement that gives nothing."""
        self._driver.execute(self._dialect(sql), values)

    def many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement, once for each row."""
        if rows:
            self._driver.cursor().executemany(self._dialect(sql), rows)

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """New rows of some columns."""
        self.many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", rows)

    def add_votes(self, votes: Votes) -> None:
        """Many votes that are not there yet, in the order of their key."""
        votes = iter(votes)
        if self.engine == "postgresql":
            with self._driver.cursor() as cursor, cursor.copy("COPY vote (statement_id, member_id, position) FROM STDIN") as copy:
                while some := list(islice(votes, 10_000)):
                    copy.write("".join(f"{statement}\t{member}\t{position}\n" for statement, member, position in some))
            return
        while some := list(islice(votes, _VOTES_AT_ONCE)):
            self._driver.execute(_insert_votes(len(some)), list(chain.from_iterable(some)))

    def _dialect(self, sql: str) -> str:
        return sql if self.engine == "sqlite" else sql.replace("?", "%s")


@cache
def _insert_votes(count: int) -> str:
    return f"INSERT INTO vote (statement_id, member_id, position) VALUES {', '.join(['(?, ?, ?)'] * count)}"


@contextmanager
def transaction(address: Address) -> Iterator[Transaction]:
    """Waits for other writers; readers see nothing of it before its end. Errors come as `DatabaseError`."""
    with plain_errors(address, writing=True):
        if address.engine == "postgresql":
            with psycopg_driver().connect(address.conninfo, connect_timeout=10) as connection:
                # One writer at a time, as on SQLite; readers are not kept waiting.
                connection.execute("LOCK TABLE store_state IN SHARE ROW EXCLUSIVE MODE")
                yield Transaction("postgresql", connection)
            return
        connection = connect_for_writing(address)
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield Transaction("sqlite", connection)
                connection.execute("COMMIT")
            except BaseException:
                # After a full disk SQLite has undone everything by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        finally:
            connection.close()


def connect_for_writing(address: Address) -> sqlite3.Connection:
    """SQLite's own connection, outside any transaction."""
    connection = sqlite3.connect(address.file, timeout=PATIENCE, isolation_level=None)
    for pragma in ("foreign_keys = on", "synchronous = normal", f"cache_size = -{_PAGE_CACHE}", "temp_store = memory"):
        connection.execute(f"PRAGMA {pragma}")
    return connection
