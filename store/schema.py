"""Makes a store, or brings one to the newest schema: in one transaction, safe twice and from two processes at once."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

from store.database import APPLICATION_ID, PATIENCE, Address, NotAStore, StoreTooNew, engine_for, plain_errors, read_address

if TYPE_CHECKING:
    from sqlalchemy import Connection

_LOCK = 0x566F7465
"""PostgreSQL's advisory lock number under which one process at a time migrates."""


def migrate(url: str) -> None:
    """Creates the store where there is none; refuses a database that holds something else."""
    address = read_address(url)
    with plain_errors(address, writing=True):
        if address.engine == "sqlite":
            address.file.parent.mkdir(parents=True, exist_ok=True)
            _write_ahead(address)
        engine = engine_for(address)
        try:
            with engine.begin() as connection:
                if address.engine == "postgresql":
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                _upgrade(connection, address)
        finally:
            engine.dispose()


def _upgrade(connection: Connection, address: Address) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError
    from sqlalchemy import inspect

    tables = set(inspect(connection).get_table_names())
    if tables and not {"store_state", "alembic_version"} <= tables:
        raise NotAStore(f"{address.shown} holds other data: choose another database for VoteDesk, so that nothing is mixed.")
    config = Config()
    config.set_main_option("script_location", "store:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        if "Can't locate revision" not in str(error):
            raise
        raise StoreTooNew(f"The store {address.shown} was made by a newer VoteDesk: update this program.") from error


def _write_ahead(address: Address) -> None:
    """Sets what must stand in a new file before its first table. Changing the journal does not wait by itself: so try again."""
    until = time.monotonic() + PATIENCE
    while True:
        connection = sqlite3.connect(address.file, timeout=PATIENCE, isolation_level=None)
        try:
            if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
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
