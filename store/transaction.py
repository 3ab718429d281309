"""A transaction for writing, the same on both engines: taken over whole at the end of the block, or not at all.

Like the reading side it speaks to the engine's own driver. SQLAlchemy takes longer to import than a question takes to answer;
it comes in for migrations only (`store.schema`), and `store.tables` stays the one definition of what is written here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from store.database import PATIENCE, Address, Engines, connect_postgres, plain_errors

NumberedRoll = tuple[int, Sequence[int], Sequence[int]]
"""A statement, and in the same order its members and their positions, all as the numbers that the table `vote` holds."""

_PAGE_CACHE = 64_000
"""KiB of pages that SQLite holds before they go to the log."""


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

    def add_votes(self, rolls: Iterable[NumberedRoll]) -> None:
        """Rolls of statements that have none yet."""
        if self.engine == "sqlite":
            # One INSERT a roll is twice as quick as one a vote; 600 values are within every build's limit.
            for statement, members, positions in rolls:
                values = [statement] * (3 * len(members))
                values[1::3], values[2::3] = members, positions
                self._driver.execute(_insert_votes(len(members)), values)
            return
        with self._driver.cursor() as cursor, cursor.copy("COPY vote (statement_id, member_id, position) FROM STDIN") as copy:
            for statement, members, positions in rolls:
                copy.write("".join(f"{statement}\t{m}\t{p}\n" for m, p in zip(members, positions, strict=True)))

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
            with connect_postgres(address, writing=True) as connection:
                # One writer at a time, as on SQLite; readers are not kept waiting. A lock on the row, since not every engine
                # that speaks PostgreSQL can lock a table.
                connection.execute("SELECT generation FROM store_state FOR UPDATE")
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
    """SQLite's own connection, outside any transaction.

    Foreign keys are declared and not enforced here, since the importer has just written the parents itself. A test has SQLite
    check them all.
    """
    connection = sqlite3.connect(address.file, timeout=PATIENCE, isolation_level=None, cached_statements=256)
    for pragma in ("synchronous = normal", f"cache_size = -{_PAGE_CACHE}"):
        connection.execute(f"PRAGMA {pragma}")
    return connection
