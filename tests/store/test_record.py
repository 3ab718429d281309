"""The whole official record in a store: what it must hold, however the files came, on both engines.

Needs the folder of test data that VOTEDESK_TEST_DATA names, with the UN Digital Library's three files in undl/.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from store.database import read_address
from store.facts import Body, Kind, Mode, Outcome, Position, RemarkKind, RollCall, Tally
from store.importers.load import import_files
from store.vote_store import VoteStore
from store.words import stems
from tests.store.conftest import fresh_postgres

SIZE = 60_000_000
"""Bytes that the whole record may take with all its indexes; the limit is 90 MB."""


@pytest.fixture(scope="module")
def files() -> list[Path]:
    folder = os.environ.get("VOTEDESK_TEST_DATA")
    if not folder:
        pytest.skip("VOTEDESK_TEST_DATA names no folder of test data")
    found = sorted((Path(folder) / "undl").glob("*.csv.xz"))
    if len(found) != 3:
        pytest.skip(f"{folder}/undl does not hold the three files of the UN Digital Library")
    return found


@pytest.fixture(scope="module")
def sqlite_record(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('record') / 'store.sqlite3'}"
    import_files(url, files)
    return url


@pytest.fixture(scope="module")
def postgres_record(files: list[Path]) -> Iterator[str]:
    with fresh_postgres() as url:
        import_files(url, files[::-1])
        yield url


@pytest.fixture(scope="module")
def record(sqlite_record: str) -> Iterator[VoteStore]:
    with VoteStore.open(sqlite_record) as store:
        yield store


def one(store: VoteStore, symbol: str) -> RollCall:
    (found,) = store.catalogue.by_key(symbol)
    return found


def test_every_roll_call_and_vote_of_the_files_is_there(record: VoteStore) -> None:
    held = {(c.dataset, c.body): (c.roll_calls, c.votes, c.until) for c in record.coverage()}
    assert held["undl_ga", Body.GA] == (5694, 947_397, dt.date(2025, 12, 18))
    # Of 41,289 rows, 630 are of resolutions adopted without a vote, where no position was recorded.
    assert held["undl_sc", Body.SC] == (2811, 40_659, dt.date(2025, 12, 29))
    assert held["undl_ga_outcomes", Body.GA][:2] == (1663, 0)
    assert held["starter", Body.SC][:2] == (25, 375)
    assert held["starter", Body.GA][:2] == (4, 772)


def test_every_vote_has_its_statement_its_member_and_its_roll_call(sqlite_record: str) -> None:
    with closing(sqlite3.connect(read_address(sqlite_record).file)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        orphans = "statement_id NOT IN (SELECT id FROM statement) OR member_id NOT IN (SELECT id FROM member_code)"
        assert connection.execute(f"SELECT * FROM vote WHERE {orphans}").fetchall() == []


def test_it_is_small(sqlite_record: str) -> None:
    assert Path(sqlite_record.removeprefix("sqlite:///")).stat().st_size < SIZE


@pytest.mark.parametrize(
    ("symbol", "tally", "position"),
    [
        ("A/RES/ES-11/7", Tally(93, 18, 65, 17), Position.NO),
        ("A/RES/79/7", Tally(187, 2, 1, 3), Position.YES),
        ("A/RES/377(V)[A-C]", Tally(52, 5, 2, 1), None),
        ("S/RES/2774(2025)", Tally(10, 0, 5, 0), None),
    ],
)
def test_known_votes_come_out_as_recorded(record: VoteStore, symbol: str, tally: Tally, position: Position | None) -> None:
    roll_call = one(record, symbol)
    assert roll_call.tally == tally
    assert record.votes([roll_call.id], ["HUN"])[roll_call.id].get("HUN") == position


def test_no_tally_that_is_stated_contradicts_its_votes_without_a_caution(record: VoteStore) -> None:
    ids = [r.id for r in record.catalogue.newest_first]
    votes = record.votes(ids)
    for roll_call in record.catalogue.newest_first:
        positions = list(votes[roll_call.id].values())
        if not positions or any(r.kind is RemarkKind.ROLL_INCOMPLETE for r in roll_call.remarks):
            continue
        stated = roll_call.tally
        counted = Tally(*(positions.count(p) for p in (Position.YES, Position.NO, Position.ABSTAIN, Position.NON_VOTING)))
        assert stated == counted or any(r.kind is RemarkKind.TOTALS_DISAGREE for r in roll_call.remarks), roll_call.symbol


def test_what_only_the_starter_record_has_stays_beside_the_official_one(record: VoteStore) -> None:
    draft = one(record, "S/2024/312")
    assert (draft.kind, draft.outcome, draft.vetoed_by, draft.dataset) == (Kind.DRAFT, Outcome.VETOED, ("USA",), "starter")
    assert len(record.catalogue.children("S/RES/2774(2025)")) == 6
    adopted = one(record, "A/RES/ES-11/7")
    assert adopted.dataset == "undl_ga"
    assert any(r.kind is RemarkKind.SOURCE_NOTE and "Serbia" in r.detail for r in adopted.remarks)


def test_the_official_record_and_the_starter_record_agree(record: VoteStore) -> None:
    disagreeing = [r.symbol for r in record.catalogue.newest_first for m in r.remarks if m.kind is RemarkKind.SOURCES_DISAGREE]
    assert disagreeing == []


def test_a_vote_whose_roll_was_not_kept_is_there_without_positions(record: VoteStore) -> None:
    roll_call = one(record, "A/RES/43/62")
    assert roll_call.mode is Mode.NON_RECORDED
    assert record.votes([roll_call.id]) == {roll_call.id: {}}


@pytest.mark.parametrize(
    ("words", "symbol"),
    [
        ("Cuba embargo", "A/RES/80/4"),
        ("prohibition of nuclear weapons treaty", "A/RES/80/54"),
        ("Aggression against Ukraine", "A/RES/ES-11/5"),
        ("death penalty moratorium", "A/RES/79/179"),
        ("glorification of Nazism", "A/RES/80/192"),
    ],
)
def test_topics_find_their_latest_vote(record: VoteStore, words: str, symbol: str) -> None:
    best = record.search([[stem] for stem in stems(words)])[0]
    assert record.catalogue.by_id[best.roll_call_id].symbol == symbol


def test_who_sat_in_the_council_is_right_on_every_day(record: VoteStore) -> None:
    for day in (dt.date(year, month, 20) for year in range(1946, 2026) for month in range(1, 13)):
        assert len(record.seated(Body.SC, day)) == (11 if day.year < 1966 else 15), day
    assert "YMD" in record.seated(Body.SC, dt.date(1990, 5, 1))
    assert "YEM" in record.seated(Body.SC, dt.date(1990, 6, 1))


def test_importing_everything_again_changes_nothing(files: list[Path], sqlite_record: str, record: VoteStore) -> None:
    generation = record.generation
    again = import_files(sqlite_record, files)
    record.refresh()
    assert record.generation == generation
    assert all(f.already_imported and not f.changes and not f.new and f.unchanged == f.roll_calls for f in again.files)


def test_postgresql_with_the_files_in_another_order_holds_and_finds_the_same(record: VoteStore, postgres_record: str) -> None:
    with VoteStore.open(postgres_record) as other:
        assert [replace(r, id=0) for r in other.catalogue.newest_first] == [replace(r, id=0) for r in record.catalogue.newest_first]
        here, there = [r.id for r in record.catalogue.newest_first], [r.id for r in other.catalogue.newest_first]
        assert list(other.votes(there).values()) == list(record.votes(here).values())
        assert other.vocabulary() == record.vocabulary()
        assert other.spelling() == record.spelling()
        symbols_here = {r.id: r.symbol for r in record.catalogue.newest_first}
        symbols_there = {r.id: r.symbol for r in other.catalogue.newest_first}
        for words in ("Cuba embargo", "nuclear weapons", "human rights situation Iran", "Palestine", "budget"):
            asked = [[stem] for stem in stems(words)]
            assert [(symbols_there[m.roll_call_id], m.score) for m in other.search(asked)] == [
                (symbols_here[m.roll_call_id], m.score) for m in record.search(asked)
            ]
        assert other.statistics.agreement_with("HUN", there) == record.statistics.agreement_with("HUN", here)
        assert [replace(c, files=()) for c in other.coverage()] == [replace(c, files=()) for c in record.coverage()]
