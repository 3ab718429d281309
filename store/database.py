"""A database address -> a read-only connection to the store that is there. Errors of the engines become sentences.

StoreError
  DatabaseError
    BadAddress      the URL cannot be read
    StoreMissing    nothing there yet
    NotAStore       something else is there
    StoreOutdated   an older schema than the program's
    StoreTooNew     a newer schema than the program's
    StoreBusy       somebody else is writing
    StoreFull       no space left
    StoreUnreadable, StoreUnwritable
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol
from urllib.parse import quote, unquote

from store.errors import StoreError

SCHEMA = "0005"
"""The newest schema version; equal to the last of store/migrations/versions."""

APPLICATION_ID = 0x566F7465
"""Marks a SQLite file as a VoteDesk store ("Vote"): https://www.sqlite.org/pragma.html#pragma_application_id"""

PATIENCE = 30
"""Seconds that a writer waits for another to finish."""

Engines = Literal["sqlite", "postgresql"]
Value = str | int | bytes | None


class DatabaseError(StoreError):
    """The database itself is the trouble."""


class BadAddress(DatabaseError):
    """The URL names no database that can be used."""


class StoreMissing(DatabaseError):
    """There is nothing at the address yet."""


class NotAStore(DatabaseError):
    """There is a file or a database, but not one of VoteDesk's."""


class StoreOutdated(DatabaseError):
    """Written by an older program: `migrate` brings it up."""


class StoreTooNew(DatabaseError):
    """Written by a newer program than this."""


class StoreBusy(DatabaseError):
    """Another process is writing."""


class StoreFull(DatabaseError):
    """The disk is full."""


class StoreUnreadable(DatabaseError):
    """It is there, and cannot be read."""


class StoreUnwritable(DatabaseError):
    """It can be read, and not written."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the store is: a file for SQLite, a connection string for PostgreSQL. `shown` is safe to print."""

    engine: Engines
    path: Path | None
    conninfo: str | None
    shown: str

    @property
    def file(self) -> Path:
        """The SQLite file; only for that engine."""
        if self.path is None:
            raise AssertionError("a PostgreSQL address has no file")
        return self.path


class Reading(Protocol):
    """A connection for questions. `?` stands for a value in SQL, and `among` for a list of numbers."""

    engine: Engines

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]: ...

    def among(self, column: str) -> str:
        """SQL for "the column is one of ?"; the value is what `numbers` makes of them."""

    def numbers(self, values: Iterable[int]) -> Any: ...

    def is_stale(self) -> bool:
        """Whether it cannot see what has been written since it was opened, and must be opened again."""

    def close(self) -> None: ...


def read_address(url: str) -> Address:
    """Accepts sqlite:///file, postgresql://, postgres:// and postgresql+psycopg://."""
    scheme, colon, rest = url.strip().partition("://")
    match scheme.lower():
        case "sqlite" if rest.startswith("/") and (name := unquote(rest[1:].partition("?")[0])) and ":memory:" not in name:
            path = Path(name).expanduser()
            return Address("sqlite", path, None, str(path))
        case "postgres" | "postgresql" | "postgresql+psycopg" if colon and rest:
            return Address("postgresql", None, f"postgresql://{rest}", _without_password(f"postgresql://{rest}"))
    raise BadAddress(
        f"The database URL {_without_password(url)!r} cannot be used: write sqlite:////full/path/to/file.sqlite3"
        " or postgresql://user@host/name."
    )


def _without_password(url: str) -> str:
    return re.sub(r"(://[^:/@\s]*):[^@/\s]*@", r"\1:***@", url)


def open_reading(address: Address) -> Reading:
    """A read-only connection to a store of exactly this program's schema; anything else is told as a `DatabaseError`."""
    with plain_errors(address, writing=False):
        connection = _SqliteReading(address) if address.engine == "sqlite" else _open_postgres(address)
        try:
            check_schema(connection, address)
        except BaseException:
            connection.close()
            raise
        return connection


def check_schema(connection: Reading, address: Address) -> None:
    """Refuses whatever is not a store of this schema."""
    version = schema_version(connection)
    if version is None and not connection.rows(_ANY_TABLE[connection.engine]):
        raise _missing(address)
    if version is None:
        raise NotAStore(f"{address.shown} is not a VoteDesk store: choose another database, or a file that does not exist yet.")
    if version < SCHEMA:
        raise StoreOutdated(f"The store {address.shown} was made by an older VoteDesk: run `votedesk migrate` once.")
    if version > SCHEMA:
        raise StoreTooNew(f"The store {address.shown} was made by a newer VoteDesk: update this program.")


_ANY_TABLE: dict[Engines, str] = {
    "sqlite": "SELECT 1 FROM sqlite_master LIMIT 1",
    "postgresql": "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1",
}


def schema_version(connection: Reading) -> str | None:
    """The schema that a store is at; None where there is no store."""
    if connection.engine == "sqlite":
        if connection.rows("PRAGMA application_id")[0][0] != APPLICATION_ID:
            return None
        tables = connection.rows("SELECT name FROM sqlite_master WHERE name IN ('store_state', 'alembic_version')")
        if len(tables) < 2:
            return None
    else:
        tables = connection.rows("SELECT to_regclass('store_state'), to_regclass('alembic_version')")
        if None in tables[0]:
            return None
    found = connection.rows("SELECT version_num FROM alembic_version")
    return str(found[0][0]) if found else None


class _SqliteReading:
    engine: Engines = "sqlite"

    def __init__(self, address: Address) -> None:
        path = address.file
        if not path.exists():
            raise _missing(address)
        if path.is_dir():
            raise NotAStore(f"{address.shown} is a folder: name a file in it for the store.")
        self._path = path
        self._connection, self._alone = _connect_read_only(path)
        self._opened = self._state()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()

    def is_stale(self) -> bool:
        return self._opened != self._state()

    def among(self, column: str) -> str:
        return f"{column} IN (SELECT value FROM json_each(?))"

    def numbers(self, values: Iterable[int]) -> str:
        return json.dumps(list(values))

    def close(self) -> None:
        self._connection.close()

    def _state(self) -> tuple[int, ...]:
        """Differs once another file has taken the place of this one and, where nothing else would tell, after every import."""
        found = self._path.stat()
        return (found.st_ino, found.st_size, found.st_mtime_ns) if self._alone else (found.st_ino,)


def _connect_read_only(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection, and whether it was opened as if nobody ever wrote to the file."""
    where = f"file:{quote(str(path.resolve()))}"
    try:
        return _proved(f"{where}?mode=ro"), False
    except sqlite3.OperationalError:
        # In a folder that cannot be written, SQLite cannot make the files that it shares with writers. The file may then be
        # read as it lies, unless it has a log that was not taken in: https://www.sqlite.org/wal.html#readonly
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        return _proved(f"{where}?mode=ro&immutable=1"), True


def _proved(uri: str) -> sqlite3.Connection:
    # One thread at a time uses a connection (see VoteStore), though not always the one that opened it.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5, check_same_thread=False)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


class _PostgresReading:
    engine: Engines = "postgresql"

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._connection.execute(sql.replace("?", "%s"), values or None).fetchall()
        return found

    def among(self, column: str) -> str:
        return f"{column} = ANY(?)"

    def numbers(self, values: Iterable[int]) -> list[int]:
        return list(values)

    def is_stale(self) -> bool:
        return False

    def close(self) -> None:
        self._connection.close()


def _open_postgres(address: Address) -> _PostgresReading:
    return _PostgresReading(connect_postgres(address, autocommit=True))


def connect_postgres(address: Address, *, writing: bool = False, autocommit: bool = False) -> Any:
    """A connection of psycopg's. What the address says beats what is set here.

    Nothing is set in the session and no statement is prepared on the server: behind a pooler in transaction mode, the next
    transaction may meet another session (https://www.pgbouncer.org/features.html). Of several hosts, a writer takes the primary.
    """
    driver = psycopg_driver()
    given = driver.conninfo.conninfo_to_dict(address.conninfo or "")
    primary = {"target_session_attrs": "read-write"} if writing and "," in str(given.get("host")) else {}
    return driver.connect(**{**_PATIENT, **primary, **given}, autocommit=autocommit, prepare_threshold=None)


_PATIENT = {
    "application_name": "votedesk",
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""A server that is gone without a word is noticed within seconds: https://www.postgresql.org/docs/current/libpq-connect.html"""


def psycopg_driver() -> Any:
    """The module psycopg, which only an installation with the extra "postgres" has."""
    try:
        import psycopg
        import psycopg.conninfo
    except ImportError as error:
        raise BadAddress('PostgreSQL needs its driver: run `pip install "votedesk[postgres]"`.') from error
    return psycopg


_SQLITE_SENTENCES: Sequence[tuple[str, type[DatabaseError], str]] = (
    ("disk is full", StoreFull, "The disk is full, so nothing was changed in the store {}: make room and try again."),
    ("is locked", StoreBusy, "Another program is writing to the store {}: try again in a minute."),
    ("readonly database", StoreUnwritable, "The store {} cannot be written: check who may write to the file and its folder."),
    ("not a database", NotAStore, "{} is not a VoteDesk store: choose another database, or a file that does not exist yet."),
    ("malformed", StoreUnreadable, "The store {} is damaged: put back a copy of it, or delete it and import the files again."),
)


@contextmanager
def plain_errors(address: Address, *, writing: bool) -> Iterator[None]:
    """Turns whatever the engines raise into a `DatabaseError` with a sentence."""
    try:
        yield
    except StoreError:
        raise
    except Exception as error:
        told = _told(address, error, writing=writing)
        if told is None:
            raise
        raise told from error


def _told(address: Address, error: Exception, *, writing: bool) -> DatabaseError | None:
    original = getattr(error, "orig", None) or error
    module = type(original).__module__.partition(".")[0]
    if isinstance(original, OSError) and address.engine == "sqlite":
        return _cannot(address, writing=writing)
    if module == "sqlite3":
        for words, kind, sentence in _SQLITE_SENTENCES:
            if words in str(original):
                return kind(sentence.format(address.shown))
        return _cannot(address, writing=writing) if isinstance(original, sqlite3.OperationalError) else None
    return _told_of_postgres(address, original) if module == "psycopg" else None


def _told_of_postgres(address: Address, error: BaseException) -> DatabaseError | None:
    # By name, so that the driver stays an extra. A server that is going down raises kinds of its own of OperationalError.
    kinds = [kind.__name__ for kind in type(error).__mro__]
    if kinds[0] == "DiskFull":
        return StoreFull(f"The disk of {address.shown} is full, so nothing was changed: make room and try again.")
    if kinds[0] == "ReadOnlySqlTransaction":
        return StoreUnwritable(f"{address.shown} is a standby, which only answers: name the primary server for writing.")
    if kinds[0] == "ProgrammingError":
        return BadAddress(f"The database URL {address.shown} cannot be used: {str(error).strip()}.")
    if kinds[0] == "InsufficientPrivilege" or "OperationalError" in kinds:
        return StoreUnreadable(
            f"PostgreSQL at {address.shown} cannot be used: check that it runs, and the name, user and password in the URL."
        )
    return None


def _missing(address: Address) -> StoreMissing:
    return StoreMissing(f"There is no store at {address.shown} yet: run `votedesk import FILE...` to make one.")


def _cannot(address: Address, *, writing: bool) -> DatabaseError:
    if writing:
        return StoreUnwritable(f"The store {address.shown} cannot be written: check who may write to the file and its folder.")
    return StoreUnreadable(f"The store {address.shown} cannot be read: check the path and who may read the file.")
