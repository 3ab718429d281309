"""The connections over which chat state is kept: short transactions, and a new connection where one was lost."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from store.database import Address, connect_postgres, open_reading, plain_errors
from store.transaction import Transaction

PATIENCE = 1.0
"""Seconds that a write waits for another writer. An import writes for longer, and no reader is kept waiting so long."""


class ChatConnection:
    """One for all threads, one at a time. Errors come as `DatabaseError`."""

    def __init__(self, address: Address, *, writing: bool) -> None:
        self._address = address
        self._writing = writing
        self._lock = threading.Lock()
        self._driver: Any = None
        self._opened = 0

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """All of the block, or nothing of it."""
        with self._lock, plain_errors(self._address, writing=self._writing):
            driver = self._connected()
            try:
                if self._writing:
                    self._begin(driver)
                yield Transaction(self._address.engine, driver)
                if self._writing:
                    driver.execute("COMMIT")
            except BaseException:
                # Whatever it was, the connection may be dead or in the midst of something; the next call opens a new one.
                self._drop()
                raise

    def close(self) -> None:
        """Gives the connection back."""
        with self._lock:
            self._drop()

    def _connected(self) -> Any:
        if self._address.engine == "sqlite" and self._driver is not None and self._address.file.stat().st_ino != self._opened:
            self._drop()
        if self._driver is None:
            open_reading(self._address).close()
            if self._address.engine == "sqlite":
                self._driver, self._opened = _connect_sqlite(self._address), self._address.file.stat().st_ino
            else:
                self._driver = connect_postgres(self._address, writing=self._writing, autocommit=True)
        return self._driver

    def _begin(self, driver: Any) -> None:
        if self._address.engine == "sqlite":
            driver.execute("BEGIN IMMEDIATE")
            return
        driver.execute("BEGIN")
        # For this transaction only: behind a pooler the next may meet another session.
        driver.execute(f"SET LOCAL lock_timeout = '{PATIENCE}s'")

    def _drop(self) -> None:
        if self._driver is not None:
            self._driver.close()
            self._driver = None


def _connect_sqlite(address: Address) -> sqlite3.Connection:
    # One thread at a time uses it, though not always the one that opened it.
    connection = sqlite3.connect(address.file, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous = normal")
    return connection
