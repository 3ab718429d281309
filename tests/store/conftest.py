"""Stores for tests, on SQLite and, where a server answers, on PostgreSQL; and statements to put into them."""

from __future__ import annotations

import datetime as dt
import os
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from store.facts import Body, Kind, Mode, Outcome, Tally
from store.importers.fragment import Fragment
from store.importers.load import take_over
from store.importers.writing import FileStatements, Written
from store.schema import migrate
from store.symbols import symbol_key

POSTGRES = os.environ.get("VOTEDESK_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")


def statement(symbol: str, votes: str = "", **facts: Any) -> Fragment:
    """A statement on one vote: `votes` is "HUN Y, POL N". The tally is that of the votes unless another is given."""
    pairs = [pair.split() for pair in votes.split(",") if pair.strip()]
    letters = "".join(letter for _, letter in pairs)
    counted = Tally(*(letters.count(letter) for letter in "YNAX")) if letters else Tally()
    given = {
        "dataset": "undl_ga",
        "record_id": symbol,
        "key": symbol_key(symbol),
        "symbol": symbol,
        "body": Body.SC if symbol.startswith("S/") else Body.GA,
        "date": dt.date(2024, 10, 30),
        "title": f"Title of {symbol}",
        "kind": Kind.RESOLUTION,
        "outcome": Outcome.ADOPTED,
        "mode": Mode.RECORDED,
        "tally": counted,
        "members": tuple(code for code, _ in pairs),
        "positions": letters,
    }
    return Fragment(**{**given, **facts})


def file_of(statements: Sequence[Fragment], name: str = "file.csv", whole: bool = False) -> FileStatements:
    """A file of one dataset that makes these statements; the same statements have the same checksum."""
    checksum = uuid.uuid5(uuid.NAMESPACE_URL, repr([repr(s) for s in statements])).hex
    rows = sum(max(1, len(s.positions)) for s in statements)
    return FileStatements(statements[0].dataset, name, checksum, 1000, rows, tuple(statements), whole)


def take(url: str, *statements: Fragment, name: str = "file.csv", whole: bool = False) -> Written:
    """Imports one file of these statements."""
    file = file_of(statements, name, whole)
    return take_over(url, [file], lambda *_: None)[file.checksum]


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A new, empty store in a file."""
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    migrate(url)
    return url


@contextmanager
def bare_schema() -> Iterator[str]:
    """The address of a new schema with nothing in it; skips where no server answers."""
    psycopg = pytest.importorskip("psycopg")
    try:
        connection = psycopg.connect(POSTGRES, connect_timeout=3, autocommit=True)
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL answers at {POSTGRES}: {error}")
    schema = f"votedesk_{uuid.uuid4().hex[:12]}"
    with connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    yield f"{POSTGRES}?options=-csearch_path%3D{schema}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute("SET client_min_messages = warning")
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@contextmanager
def fresh_postgres() -> Iterator[str]:
    """A new, empty store in a schema of its own; skips where no server answers."""
    with bare_schema() as url:
        migrate(url)
        yield url


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A new, empty store on PostgreSQL."""
    with fresh_postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest) -> str:
    """A new, empty store on each engine in turn."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def bare_postgres() -> Iterator[str]:
    """A place for a store on PostgreSQL."""
    with bare_schema() as url:
        yield url
