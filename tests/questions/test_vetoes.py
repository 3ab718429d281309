"""Questions on vetoed drafts, over the Council's file and the list of vetoes: each line of vetoes.jsonl must be right."""

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

VETOES = read_questions(Path(__file__).parent / "vetoes.jsonl")
TODAY = dt.date(2026, 1, 10)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = os.environ.get("VOTEDESK_TEST_DATA")
    if not folder:
        pytest.skip("VOTEDESK_TEST_DATA does not name the folder with the official files")
    url = f"sqlite:///{tmp_path_factory.mktemp('vetoes') / 'store.sqlite3'}"
    ensure_starter(url)
    import_files(url, [*sorted((Path(folder) / "undl").glob("*sc_voting.csv.xz")), *sorted((Path(folder) / "dppa").glob("*.csv"))])
    with VoteStore.open(url) as store:
        yield Desk.open(store)


@pytest.mark.parametrize("known", VETOES, ids=lambda known: known.id)
def test_the_reply_on_a_veto_is_right(known: KnownQuestion, desk: Desk) -> None:
    result, reasons = grade(known.expect, reply_to(desk, known, TODAY))
    assert result is Grade.RIGHT, reasons


def test_every_line_has_a_name_of_its_own_and_a_record_that_shows_it() -> None:
    assert len({known.id for known in VETOES}) == len(VETOES)
    assert [known.id for known in VETOES if not (known.source or "").startswith("https://")] == []
