"""A store of any earlier version becomes one of the newest with everything in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from store.database import APPLICATION_ID, SCHEMA, StoreOutdated, open_reading, read_address
from store.schema import engine_for, migrate, upgrade
from store.vote_store import VoteStore
from tests.store.conftest import statement, take

EARLIER = [v.revision for v in ScriptDirectory(str(Path(__file__).parents[2] / "store" / "migrations")).walk_revisions() if v.revision != SCHEMA]
FACTS = (
    "INSERT INTO imported_file VALUES (1, 'undl_ga', 'f.csv', 'c', 1, 2, 1, '2024-10-30', '2024-10-30', 1, '2024-11-01 00:00:00')",
    """
    INSERT INTO roll_call VALUES (1, 'A/RES/79/7', 'A/RES/79/7', NULL, 'GA', '2024-10-30', 'Peace', 'resolution', 'adopted',
    'recorded', 1, 1, 0, 0, NULL, 'undl_ga', '79', NULL, NULL, '[]', '[]', NULL, '[]', '[]', '')
    """,
    "INSERT INTO statement VALUES (1, 'undl_ga', '7', 1, 1, 'A/RES/79/7', 'GA', '2024-10-30', {nothing}, '{{}}', 2, true)",
    "INSERT INTO member_code VALUES (1, 'HUN'), (2, 'POL')",
    "INSERT INTO vote VALUES (1, 1, 1), (1, 2, 2)",
)


def make_earlier(url: str, version: str) -> None:
    """A store of that version with one vote in it, written without today's code."""
    address = read_address(url)
    engine = engine_for(address)
    with engine.begin() as connection:
        if address.engine == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        upgrade(connection, address.shown, version)
        for sql in FACTS:
            connection.exec_driver_sql(sql.format(nothing="x''" if address.engine == "sqlite" else "''"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a store, with nothing there."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite3'}"
    url: str = request.getfixturevalue("bare_postgres")
    return url


@pytest.mark.parametrize("version", EARLIER)
def test_an_earlier_store_keeps_its_votes_and_takes_imports(empty_url: str, version: str) -> None:
    make_earlier(empty_url, version)
    with pytest.raises(StoreOutdated, match="votedesk migrate"):
        open_reading(read_address(empty_url))
    migrate(empty_url)
    with VoteStore.open(empty_url) as store:
        vote = store.catalogue.by_key("A/RES/79/7")[0]
        assert store.votes([vote.id]) == {1: {"HUN": "yes", "POL": "no"}}
    take(empty_url, statement("A/RES/99/1", "HUN Y"))
