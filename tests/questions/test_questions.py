"""Questions with known answers, each with the record that shows it: one table for the starter record, one for the full record.

A line whose reply is wrong fails by its name. Asking back and missing are allowed for a few: at least 95 in 100 must be right.
benchmarks/grading.py defines the grades and the fields.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.grading import Grade, KnownQuestion, grade, read_questions, reply_to
from bot.desk import Desk
from store.importers.load import ensure_starter, import_files
from store.vote_store import VoteStore
from tests.store.conftest import fresh_postgres

HERE = Path(__file__).parent
STARTER = read_questions(HERE / "starter.jsonl")
FULL_RECORD = read_questions(HERE / "full_record.jsonl")
TODAY = dt.date(2026, 1, 10)
LEAST_RIGHT = 0.95


@pytest.fixture(scope="session")
def starter_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over a new store, as it is when nothing was imported."""
    url = f"sqlite:///{tmp_path_factory.mktemp('starter') / 'store.sqlite3'}"
    ensure_starter(url)
    with VoteStore.open(url) as store:
        yield Desk.open(store)


@pytest.fixture(scope="session")
def full_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the official files of both bodies."""
    folder = os.environ.get("VOTEDESK_TEST_DATA")
    if not folder:
        pytest.skip("VOTEDESK_TEST_DATA does not name the folder with the official files")
    url = f"sqlite:///{tmp_path_factory.mktemp('full') / 'store.sqlite3'}"
    ensure_starter(url)
    import_files(url, sorted((Path(folder) / "undl").glob("*.csv.xz")))
    with VoteStore.open(url) as store:
        yield Desk.open(store)


@pytest.mark.parametrize("known", STARTER, ids=lambda known: known.id)
def test_no_reply_from_the_starter_record_is_wrong(known: KnownQuestion, starter_desk: Desk) -> None:
    result, reasons = grade(known.expect, reply_to(starter_desk, known, TODAY))
    assert result is not Grade.WRONG, reasons


@pytest.mark.parametrize("known", FULL_RECORD, ids=lambda known: known.id)
def test_no_reply_from_the_full_record_is_wrong(known: KnownQuestion, full_desk: Desk) -> None:
    result, reasons = grade(known.expect, reply_to(full_desk, known, TODAY))
    assert result is not Grade.WRONG, reasons


def test_the_starter_record_answers_nearly_all_that_it_holds(starter_desk: Desk) -> None:
    assert_mostly_right(STARTER, starter_desk)


def test_the_full_record_answers_nearly_all(full_desk: Desk) -> None:
    assert_mostly_right(FULL_RECORD, full_desk)


@pytest.mark.parametrize("table", [STARTER, FULL_RECORD], ids=["starter", "full record"])
def test_every_line_has_a_name_of_its_own_and_a_record_that_shows_it(table: tuple[KnownQuestion, ...]) -> None:
    assert len({known.id for known in table}) == len(table)
    assert [known.id for known in table if not (known.source or "").startswith("https://")] == []


def assert_mostly_right(table: tuple[KnownQuestion, ...], desk: Desk) -> None:
    failures = [
        f"{known.id}: {reasons[0]}"
        for known in table
        for result, reasons in [grade(known.expect, reply_to(desk, known, TODAY))]
        if result is not Grade.RIGHT
    ]
    assert len(failures) <= len(table) * (1 - LEAST_RIGHT), failures


def test_postgresql_gives_the_same_replies_byte_for_byte(full_desk: Desk) -> None:
    files = sorted((Path(os.environ["VOTEDESK_TEST_DATA"]) / "undl").glob("*.csv.xz"))
    with fresh_postgres() as url:
        import_files(url, files)
        with VoteStore.open(url) as store:
            desk = Desk.open(store)
            different = [
                known.id
                for known in (*FULL_RECORD, *STARTER)
                if reply_to(desk, known, TODAY).model_dump_json() != reply_to(full_desk, known, TODAY).model_dump_json()
            ]
    assert different == []
