"""The schema: one definition, versions that lead to it, and addresses that are no store told in a sentence."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

import store.chat_tables
import store.tables
from store.database import (
    APPLICATION_ID,
    SCHEMA,
    BadAddress,
    DatabaseError,
    NotAStore,
    StoreMissing,
    StoreOutdated,
    StoreTooNew,
    StoreUnreadable,
    open_reading,
    read_address,
)
from store.migrations.__main__ import frozen_module
from store.schema import engine_for, migrate, upgrade
from store.vote_store import VoteStore


def is_defined_in_tables(thing: object, name: str | None, _kind: str, *_: object) -> bool:
    """The search table is not: each engine has its own form of it, with tables and indexes that come along."""
    table = getattr(thing, "table", thing)
    return not str(getattr(table, "name", name)).startswith("search_t")


def test_a_new_store_has_exactly_the_tables_that_are_defined(store_url: str) -> None:
    engine = engine_for(read_address(store_url))
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": is_defined_in_tables})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_the_frozen_statements_are_what_the_versions_make() -> None:
    frozen = Path(store.tables.__file__).parent / "migrations" / "newest.py"
    assert frozen.read_text(encoding="utf-8") == frozen_module(), "run: python -m store.migrations"


def test_the_program_s_schema_is_the_last_version() -> None:
    config = Config()
    config.set_main_option("script_location", "store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA]


def test_the_versions_lead_an_empty_file_to_a_store_too(tmp_path: Path) -> None:
    address = read_address(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    engine = engine_for(address)
    with engine.begin() as connection:
        upgrade(connection, address.shown)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()
    open_reading(address).close()


def test_migrating_twice_changes_nothing(store_url: str) -> None:
    migrate(store_url)
    with VoteStore.open(store_url) as store:
        assert (store.generation, len(store.catalogue)) == (0, 0)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:////var/lib/votes.sqlite3", "/var/lib/votes.sqlite3"),
        ("sqlite:///votes.sqlite3", "votes.sqlite3"),
        ("sqlite:////var/my%20votes.sqlite3", "/var/my votes.sqlite3"),
        ("SQLite:////votes.sqlite3", "/votes.sqlite3"),
    ],
)
def test_a_sqlite_address_names_a_file(url: str, path: str) -> None:
    assert read_address(url).file == Path(path)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_of_writing_a_postgresql_address_is_read_and_shown_without_its_password(scheme: str) -> None:
    address = read_address(f"{scheme}://desk:secret@db.example/votes?sslmode=require")
    assert address.conninfo == "postgresql://desk:secret@db.example/votes?sslmode=require"
    assert address.shown == "postgresql://desk:***@db.example/votes?sslmode=require"


@pytest.mark.parametrize(
    "url", ["", "votes.sqlite3", "sqlite://", "sqlite:///", "sqlite:///:memory:", "mysql://u:p@h/db", "postgresql://", "http://x", "\0"]
)
def test_an_address_that_cannot_be_used_says_how_to_write_one(url: str) -> None:
    with pytest.raises(BadAddress, match="sqlite:////full/path"):
        read_address(url)


def test_a_password_is_not_repeated_in_the_error() -> None:
    with pytest.raises(BadAddress) as caught:
        read_address("mysql://desk:secret@db.example/votes")
    assert "secret" not in str(caught.value)


def write_text(path: Path) -> None:
    path.write_text("undl_id,ms_code\n" * 200)


def make_other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name)")


def make_version(path: Path, version: str) -> None:
    migrate(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [version])


@pytest.mark.parametrize(
    ("make", "kind", "advice"),
    [
        (lambda path: None, StoreMissing, "votedesk import"),
        (lambda path: path.touch(), StoreMissing, "votedesk import"),
        (Path.mkdir, NotAStore, "name a file"),
        (write_text, NotAStore, "choose another database"),
        (make_other_database, NotAStore, "choose another database"),
        (lambda path: make_version(path, "0000"), StoreOutdated, "votedesk migrate"),
        (lambda path: make_version(path, "9999"), StoreTooNew, "update this program"),
    ],
)
def test_what_is_no_store_is_told_in_one_sentence_with_what_to_do(tmp_path: Path, make: object, kind: type[DatabaseError], advice: str) -> None:
    path = tmp_path / "store.sqlite3"
    make(path)  # type: ignore[operator]
    with pytest.raises(kind) as caught:
        VoteStore.open(f"sqlite:///{path}")
    told = str(caught.value)
    assert advice in told
    assert str(path) in told
    assert "\n" not in told
    assert told.endswith(".")


@pytest.mark.parametrize(
    ("make", "kind"),
    [(write_text, NotAStore), (make_other_database, NotAStore), (lambda path: make_version(path, "9999"), StoreTooNew)],
)
def test_migrating_what_is_no_store_of_ours_leaves_it_alone(tmp_path: Path, make: object, kind: type[DatabaseError]) -> None:
    path = tmp_path / "store.sqlite3"
    make(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(kind):
        migrate(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_other_tables_in_the_same_postgresql_schema_are_not_mixed_with_ours(postgres_url: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    address = read_address(postgres_url)
    with psycopg.connect(address.conninfo) as connection:
        connection.execute("DROP TABLE alembic_version")
    with pytest.raises(NotAStore, match="choose another database"):
        VoteStore.open(postgres_url)
    with pytest.raises(NotAStore, match="holds other data"):
        migrate(postgres_url)


def test_an_empty_postgresql_database_is_a_store_that_is_missing(postgres_url: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(read_address(postgres_url).conninfo) as connection:
        (tables,) = connection.execute("SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = current_schema()").fetchone()
        connection.execute(f"DROP TABLE {tables} CASCADE")
    with pytest.raises(StoreMissing, match="votedesk import"):
        VoteStore.open(postgres_url)


def test_a_postgresql_address_with_an_unknown_setting_is_told_in_one_sentence() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(BadAddress, match=r"cannot be used: .*colour"):
        VoteStore.open("postgresql://votedesk@127.0.0.1/votes?colour=blue")


def test_a_postgresql_that_does_not_answer_is_told_in_one_sentence() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreUnreadable, match=r"check that it runs.*\.$"):
        VoteStore.open("postgresql://votedesk@127.0.0.1:1/votes")
