"""The desk's own notes: kept with a source beside the record, shown as the desk's, gone without a trace when removed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bot.desk import Desk
from store.desk_notes import NoteError, add_note, notes, remove_note
from store.importers.load import ensure_starter
from store.vote_store import VoteStore
from tests.store.conftest import statement, take

TODAY = dt.date(2026, 1, 5)
SOURCE = "https://press.un.org/en/2023/ga12548.doc.htm"
SYMBOL = "A/RES/ES-10/21"


@pytest.fixture
def url(tmp_path: Path) -> str:
    store_url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    ensure_starter(store_url)
    return store_url


def notes_in_answer(url: str, question: str = f"how did Iraq vote on {SYMBOL}") -> tuple[str, ...]:
    with VoteStore.open(url) as store:
        return Desk.open(store).ask(question, today=TODAY).reply.notes


def test_a_note_is_shown_as_the_desks_with_its_source(url: str) -> None:
    add_note(url, "a/res/es-10/21", "Iraq  told us that it had meant to vote yes.", SOURCE, TODAY)
    told = f"{SYMBOL}, this desk’s own note of 5 January 2026: Iraq told us that it had meant to vote yes. Source: {SOURCE}"
    assert told in notes_in_answer(url)


def test_the_recorded_vote_the_announced_tally_and_the_intention_stand_side_by_side(url: str) -> None:
    add_note(url, SYMBOL, "Iraq told us that it had meant to vote yes.", SOURCE, TODAY)
    with VoteStore.open(url) as store:
        reply = Desk.open(store).ask(f"how did Iraq vote on {SYMBOL}", today=TODAY).reply
    (vote,) = reply.votes
    assert (vote.position, reply.roll_calls[0].tally.yes) == ("abstain", 120)
    assert any("121-14-44" in note for note in reply.notes)
    assert any("this desk’s own note" in note for note in reply.notes)


def test_several_notes_on_one_vote_are_all_shown(url: str) -> None:
    add_note(url, SYMBOL, "One.", SOURCE, TODAY)
    add_note(url, SYMBOL, "Two.", SOURCE, TODAY)
    assert sum("this desk’s own note" in note for note in notes_in_answer(url)) == 2


def test_a_note_outlives_an_import_of_the_same_vote(url: str) -> None:
    add_note(url, SYMBOL, "One.", SOURCE, TODAY)
    take(url, statement(SYMBOL, "IRQ A, FRA Y", date=dt.date(2023, 10, 27)))
    assert any("this desk’s own note" in note for note in notes_in_answer(url))


def test_removing_a_note_leaves_the_vote_as_it_was(url: str) -> None:
    before = notes_in_answer(url)
    number = add_note(url, SYMBOL, "One.", SOURCE, TODAY).number
    assert remove_note(url, number).text == "One."
    assert (notes(url), notes_in_answer(url)) == ([], before)


def test_notes_are_no_dataset_that_covers_anything(url: str) -> None:
    add_note(url, SYMBOL, "One.", SOURCE, TODAY)
    with VoteStore.open(url) as store:
        assert {part.dataset for part in store.coverage()} == {"starter"}


@pytest.mark.parametrize(
    ("symbol", "text", "source", "why"),
    [
        ("A/RES/99/1", "One.", SOURCE, "not in the store"),
        (SYMBOL, " ", SOURCE, "1 to 1000 characters"),
        (SYMBOL, "x" * 1001, SOURCE, "1 to 1000 characters"),
        (SYMBOL, "One.", "a colleague", "address of its source"),
    ],
)
def test_a_note_that_cannot_be_kept_says_why(url: str, symbol: str, text: str, source: str, why: str) -> None:
    with pytest.raises(NoteError, match=why):
        add_note(url, symbol, text, source, TODAY)


def test_a_number_that_there_is_not_is_said(url: str) -> None:
    with pytest.raises(NoteError, match="There is no note 7"):
        remove_note(url, 7)
