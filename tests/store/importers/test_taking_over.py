"""Files into the store: twice changes nothing, newer beats older, the order of files does not show. On both engines."""

from __future__ import annotations

import datetime as dt
import itertools
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.database import read_address
from store.facts import Body, Position, Remark, RemarkKind, RollCall
from store.importers.fragment import Fragment
from store.importers.load import ensure_starter, take_over
from store.importers.report import Caution, Change
from store.schema import migrate
from store.search_text import all_words
from store.vote_store import VoteStore
from tests.store.conftest import file_of, statement, take

CUBA = statement("A/RES/79/7", "HUN Y, POL N", title="Necessity of ending the embargo against Cuba", agenda="Embargo")
PEACE = statement("A/RES/79/9", "HUN N, POL N, USA A", title="Peace", date=dt.date(2024, 11, 1))


def held(url: str) -> tuple[list[RollCall], dict[str, dict[str, Position]], dict[str, int]]:
    """Everything that a store knows, without its own numbers."""
    with VoteStore.open(url) as store:
        roll_calls = store.catalogue.newest_first
        votes = store.votes([r.id for r in roll_calls])
        facts = sorted((replace(r, id=0) for r in roll_calls), key=lambda r: (r.key, r.date))
        return facts, {f"{r.key} {r.date}": votes[r.id] for r in roll_calls}, store.spelling()


def test_what_was_imported_comes_out(store_url: str) -> None:
    written = take(store_url, CUBA, PEACE)
    assert (written.new, written.changed, written.unchanged, written.kept) == (2, 0, 0, 0)
    with VoteStore.open(store_url) as store:
        peace, cuba = store.catalogue.newest_first
        assert (cuba.title, cuba.agenda, cuba.tally.yes, cuba.dataset) == (CUBA.title, "Embargo", 1, "undl_ga")
        assert store.votes([cuba.id, peace.id]) == {
            cuba.id: {"HUN": Position.YES, "POL": Position.NO},
            peace.id: {"HUN": Position.NO, "POL": Position.NO, "USA": Position.ABSTAIN},
        }
        assert store.votes([peace.id], ["USA", "FRA"]) == {peace.id: {"USA": Position.ABSTAIN}}


def test_importing_the_same_statements_again_changes_nothing(store_url: str) -> None:
    take(store_url, CUBA, PEACE)
    before = held(store_url)
    again = take(store_url, replace(CUBA, members=CUBA.members[::-1], positions=CUBA.positions[::-1]), PEACE)
    assert (again.new, again.changed, again.unchanged, again.changes) == (0, 0, 2, ())
    assert held(store_url) == before


def test_a_newer_file_says_field_by_field_and_vote_by_vote_what_it_changed(store_url: str) -> None:
    take(store_url, CUBA, PEACE)
    written = take(
        store_url, replace(CUBA, title="Ending the embargo", positions="YY", tally=replace(CUBA.tally, yes=2, no=0)), PEACE
    )
    assert (written.new, written.changed, written.unchanged) == (0, 1, 1)
    assert written.changes == (
        Change("A/RES/79/7", "title", "Necessity of ending the embargo against Cuba", "Ending the embargo"),
        Change("A/RES/79/7", "tally", "1-1-0-0", "2-0-0-0"),
        Change("A/RES/79/7", "vote of POL", "no", "yes"),
    )


def test_an_older_file_imported_later_does_not_bring_back_what_a_newer_one_mended(store_url: str) -> None:
    later = statement("A/RES/79/10", "HUN Y", date=dt.date(2024, 12, 1))
    take(store_url, replace(CUBA, title="Mended"), later)
    written = take(store_url, CUBA, PEACE)
    assert (written.new, written.changed, written.kept) == (1, 0, 2)
    assert {r.symbol: r.title for r in held(store_url)[0]}["A/RES/79/7"] == "Mended"


def test_statements_that_a_newer_file_lacks_stay_and_are_counted(store_url: str) -> None:
    take(store_url, CUBA)
    assert take(store_url, PEACE).kept == 1
    assert {r.symbol for r in held(store_url)[0]} == {"A/RES/79/7", "A/RES/79/9"}


def test_a_file_that_is_all_of_its_dataset_takes_away_what_it_lacks(store_url: str) -> None:
    starter = [replace(f, dataset="starter") for f in (CUBA, PEACE)]
    take(store_url, *starter, whole=True)
    take(store_url, starter[1], whole=True)
    facts, votes, words = held(store_url)
    assert ([r.symbol for r in facts], list(votes), words) == (["A/RES/79/9"], ["A/RES/79/9 2024-11-01"], {"peace": 1})


def test_the_starter_record_gives_way_and_what_the_official_one_lacks_stays(store_url: str) -> None:
    draft = statement("S/2024/312", "USA N", dataset="starter", vetoed_by=("USA",))
    take(store_url, replace(CUBA, dataset="starter", nicknames=("Cuba vote",)), draft)
    written = take(store_url, CUBA)
    facts, votes, _ = held(store_url)
    assert [(r.symbol, r.dataset, r.nicknames) for r in facts] == [
        ("A/RES/79/7", "undl_ga", ("Cuba vote",)),
        ("S/2024/312", "starter", ()),
    ]
    assert written.changed == 1
    assert votes["S/2024/312 2024-10-30"] == {"USA": Position.NO}


def test_disagreements_between_sources_are_in_the_summary_and_with_the_roll_call(store_url: str) -> None:
    take(store_url, replace(CUBA, dataset="starter", positions="YY"))
    written = take(store_url, CUBA)
    detail = "votes: POL undl_ga no, starter yes"
    assert written.cautions == (Caution("A/RES/79/7", RemarkKind.SOURCES_DISAGREE, detail),)
    assert held(store_url)[0][0].remarks == (Remark(RemarkKind.SOURCES_DISAGREE, detail, "undl_ga"),)


def test_a_corrected_symbol_moves_the_statement_and_leaves_no_empty_roll_call(store_url: str) -> None:
    take(store_url, replace(CUBA, dataset="starter"), name="starter.json")
    take(store_url, replace(CUBA, record_id="1", symbol="A/RES/79/XX", key="A/RES/79/XX"))
    assert [r.symbol for r in held(store_url)[0]] == ["A/RES/79/7", "A/RES/79/XX"]
    take(store_url, replace(CUBA, record_id="1"))
    facts, votes, _ = held(store_url)
    assert [(r.symbol, r.dataset) for r in facts] == [("A/RES/79/7", "undl_ga")]
    assert list(votes) == ["A/RES/79/7 2024-10-30"]


def test_a_roll_call_keeps_its_number_whatever_is_said_of_it_later(store_url: str) -> None:
    take(store_url, replace(CUBA, dataset="starter"))
    with VoteStore.open(store_url) as store:
        number = store.catalogue.newest_first[0].id
        take(store_url, PEACE, replace(CUBA, title="Other"))
        store.refresh()
        assert store.catalogue.by_id[number].title == "Other"


def test_a_reader_sees_an_import_at_its_next_question_and_not_before(store_url: str) -> None:
    take(store_url, CUBA)
    with VoteStore.open(store_url) as store:
        assert not store.refresh()
        before = store.catalogue
        take(store_url, PEACE)
        assert store.catalogue is before
        assert store.refresh()
        assert len(store.catalogue) == 2


def test_coverage_names_datasets_reach_counts_and_the_files_that_still_speak(store_url: str) -> None:
    take(store_url, CUBA, name="old.csv")
    take(store_url, CUBA, PEACE, name="new.csv")
    take(store_url, replace(CUBA, dataset="starter"), name="starter.json")
    with VoteStore.open(store_url) as store:
        official, starter = store.coverage()
    assert (official.dataset, official.body, official.first, official.until) == ("undl_ga", Body.GA, CUBA.date, PEACE.date)
    assert (official.roll_calls, official.votes, [f.name for f in official.files]) == (2, 5, ["new.csv"])
    assert official.files[0].imported_at.utcoffset() == dt.timedelta(0)
    assert official.files[0].rows == 5
    assert (starter.roll_calls, starter.votes) == (0, 0)


def test_the_starter_record_is_loaded_once_into_a_store_made_for_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new folder' / 'store.sqlite3'}"
    ensure_starter(url)
    with VoteStore.open(url) as store:
        assert len(store.catalogue) == 92
        generation = store.generation
        ensure_starter(url)
        store.refresh()
        assert store.generation == generation


symbols = st.sampled_from(["A/RES/1/1", "A/RES/1/2", "A/RES/1/3"])
sources = st.lists(
    st.builds(
        lambda dataset, symbol, votes, title, day: statement(
            symbol, votes, dataset=dataset, title=title, date=dt.date(2024, 1, day), record_id=f"{dataset} {symbol}"
        ),
        st.sampled_from(["undl_ga", "undl_ga_outcomes", "starter"]),
        symbols,
        st.sampled_from(["", "HUN Y, POL N", "HUN N, USA X", "USA A"]),
        st.sampled_from(["Embargo against Cuba", "Peace", "The embargo"]),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=8,
)


def as_files(statements: Sequence[Fragment]) -> list[list[Fragment]]:
    """Files of one dataset each, no two equally new, with each record once."""
    files = []
    for dataset, group in itertools.groupby(sorted(statements, key=lambda f: f.dataset), key=lambda f: f.dataset):
        by_reach = itertools.groupby(sorted(group, key=lambda f: (f.date, f.symbol)), key=lambda f: f.date)
        files += [list({f.record_id: f for f in same}.values()) for _, same in by_reach if dataset]
    return files


@settings(max_examples=40, deadline=None)
@given(sources, st.randoms(use_true_random=False))
def test_the_store_is_a_function_of_the_files_whatever_their_order(statements: list[Fragment], order: object) -> None:
    files = as_files(statements)
    shuffled = list(files)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite:///{Path(folder) / name}" for name in ("one.sqlite3", "two.sqlite3")]
        for url, all_files in zip(urls, (files, shuffled), strict=True):
            migrate(url)
            for statements_of_file in all_files:
                take(url, *statements_of_file)
        assert held(urls[0]) == held(urls[1])
        # Together in one import, they come to the same.
        together = f"sqlite:///{Path(folder) / 'three.sqlite3'}"
        migrate(together)
        take_over(together, [file_of(file) for file in shuffled], lambda *_: None)
        assert held(together) == held(urls[0])
        # And once more changes nothing.
        for statements_of_file in shuffled:
            assert not take(urls[0], *statements_of_file).changes
        facts, _, spelling = held(urls[0])
        assert held(urls[1]) == held(urls[0])
        assert spelling == Counter(word for roll_call in facts for word in all_words(roll_call))


ORPHANS = "SELECT * FROM vote WHERE statement_id NOT IN (SELECT id FROM statement) OR member_id NOT IN (SELECT id FROM member_code)"


def test_every_vote_has_its_statement_and_every_statement_its_roll_call(sqlite_url: str) -> None:
    starter = [replace(f, dataset="starter") for f in (CUBA, PEACE)]
    take(sqlite_url, *starter, whole=True)
    take(sqlite_url, CUBA, replace(PEACE, positions="YYY"))
    take(sqlite_url, replace(CUBA, symbol="A/RES/79/8", key="A/RES/79/8"), PEACE)
    take(sqlite_url, starter[1], whole=True)
    with closing(sqlite3.connect(read_address(sqlite_url).file)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute(ORPHANS).fetchall() == []
        assert connection.execute("SELECT count(*) FROM vote").fetchone() == (8,)
        # Each roll call has a statement, and of these at most one counts.
        counts = "SELECT count(statement.id), sum(statement.counts) FROM roll_call LEFT JOIN statement ON roll_call_id = roll_call.id"
        assert connection.execute(f"{counts} GROUP BY roll_call.id ORDER BY 1").fetchall() == [(1, 1), (2, 1)]


def test_all_files_of_an_import_come_in_together_or_not_at_all(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    take(store_url, CUBA)
    before = held(store_url)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.importers.load.raise_generation", fail)
    with pytest.raises(KeyboardInterrupt):
        take_over(store_url, [file_of([PEACE]), file_of([replace(CUBA, title="x", dataset="starter")])], lambda *_: None)
    assert held(store_url) == before
