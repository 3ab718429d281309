"""Makes a store, or brings one to the newest schema: in one transaction, safe twice and from two processes at once.

A new SQLite store is made from the frozen statements of `store.migrations.newest`, in milliseconds; alembic runs the versions
where there is something to bring up, and on PostgreSQL.
"""

from __future__ import annotations

import sqlite3
import time
from functools import partial
from typing import TYPE_CHECKING

from store.database import (
    APPLICATION_ID,
    PATIENCE,
    SCHEMA,
    Address,
    NotAStore,
    StoreTooNew,
    connect_postgres,
    open_reading,
    plain_errors,
    read_address,
)
from store.errors import StoreError
from store.migrations.newest import STATEMENTS
from store.transaction import connect_for_writing

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_LOCK = 0x566F7465
"""PostgreSQL's advisory lock number under which one process at a time migrates."""


def migrate(url: str) -> None:
    """Creates the store where there is none; refuses a database that holds something else."""
    address = read_address(url)
    if _is_ready(address):
        return
    with plain_errors(address, writing=True):
        if address.engine == "sqlite":
            address.file.parent.mkdir(parents=True, exist_ok=True)
            _write_ahead(address)
            _make_new(address)
        _run_versions(address)


def _is_ready(address: Address) -> bool:
    try:
        open_reading(address).close()
    except StoreError:
        return False
    return True


def _write_ahead(address: Address) -> None:
    """Sets what must stand in a new file before its first table. Changing the journal does not wait by itself: so try again."""
    until = time.monotonic() + PATIENCE
    while True:
        connection = sqlite3.connect(address.file, timeout=PATIENCE, isolation_level=None)
        try:
            if not _tables(connection):
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
                connection.execute("PRAGMA journal_mode = wal")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)
        finally:
            connection.close()


def _make_new(address: Address) -> None:
    """Where the file is still empty, and only there."""
    connection = connect_for_writing(address)
    try:
        connection.execute("BEGIN IMMEDIATE")
        if not _tables(connection):
            for statement in STATEMENTS:
                connection.execute(statement)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _tables(connection: sqlite3.Connection) -> int:
    count: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return count


def _run_versions(address: Address) -> None:
    if _is_ready(address):
        return
    engine = engine_for(address)
    try:
        with engine.begin() as connection:
            if address.engine == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            upgrade(connection, address.shown)
    finally:
        engine.dispose()


def engine_for(address: Address, begin: str = "BEGIN IMMEDIATE") -> Engine:
    """SQLAlchemy's engine, for alembic: on SQLite a transaction takes the write lock at once and waits its turn.

    With "BEGIN" it takes the lock when it writes, and one that only reads never waits.
    """
    import sqlalchemy as sa

    if address.engine == "postgresql":
        connect = partial(connect_postgres, address, writing=True)
        return sa.create_engine("postgresql+psycopg://", creator=connect, poolclass=sa.NullPool)
    engine = sa.create_engine("sqlite://", creator=lambda: connect_for_writing(address), poolclass=sa.NullPool)
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def upgrade(connection: Connection, shown: str, to: str = "head") -> None:
    """Runs the versions that are missing up to `to`, in the connection's transaction; `shown` names the database in errors."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError
    from sqlalchemy import inspect

    tables = set(inspect(connection).get_table_names())
    if tables and not {"store_state", "alembic_version"} <= tables:
        raise NotAStore(f"{shown} holds other data: choose another database for VoteDesk, so that nothing is mixed.")
    config = Config()
    config.set_main_option("script_location", "store:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        if "Can't locate revision" not in str(error):
            raise
        raise StoreTooNew(f"The store {shown} was made by a newer VoteDesk than this: update this program.") from error


def frozen_statements() -> list[str]:
    """What the versions, run one after the other, make of an empty SQLite file: the content of `store.migrations.newest`."""
    import sqlalchemy as sa

    engine = sa.create_engine("sqlite://")
    try:
        with engine.connect() as connection:
            upgrade(connection, "a new file")
            # A search table brings its own tables along.
            query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_text_%' ORDER BY rowid"
            made = [str(sql) for (sql,) in connection.exec_driver_sql(query)]
    finally:
        engine.dispose()
    first_rows = (
        f"INSERT INTO alembic_version (version_num) VALUES ('{SCHEMA}')",
        "INSERT INTO store_state (id, generation) VALUES (1, 0)",
    )
    return [*made, *first_rows]
