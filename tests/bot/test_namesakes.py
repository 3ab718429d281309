"""Two votes with one symbol are told apart wherever a reply lists both: in sentences, tables, notes, files and threads."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.chat.full_list import full_list
from bot.card import Table
from bot.desk import Desk
from bot.tables import long_table, wide_table
from store.facts import Body, Kind, Outcome
from store.importers.load import take_over
from store.schema import migrate
from store.vote_store import VoteStore
from tests.store.conftest import file_of, statement

TODAY = dt.date(2026, 1, 10)
SYMBOL = "E/CN.4/RES/1984/53"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    url = f"sqlite:///{tmp_path_factory.mktemp('namesakes') / 'store.sqlite3'}"
    migrate(url)
    day = dt.date(1984, 3, 14)
    rights = [
        statement(SYMBOL, votes, dataset="ohchr", record_id=name, title=f"Human rights in {name}", body=Body.CHR, date=day)
        for name, votes in (("El Salvador", "HUN Y, POL Y"), ("Guatemala", "FRA A, HUN N, POL A"))
    ]
    vetoed = [
        statement("S/PV.49", "SUN N", dataset="dppa", record_id=str(n), title="Spanish question", date=dt.date(1946, 6, 26), kind=Kind.DRAFT, outcome=Outcome.VETOED, vetoed_by=("SUN",), url="https://psdata.un.org/dataset/DPPA-SCVETOES")
        for n in (1, 2)
    ]  # fmt: skip
    take_over(url, [file_of(rights), file_of(vetoed)], lambda *_: None)
    with VoteStore.open(url) as store:
        yield Desk.open(store)


def test_the_table_names_what_differs(desk: Desk) -> None:
    text = desk.ask(f"how did Hungary vote on {SYMBOL}?", today=TODAY).reply.text
    assert f"1984-03-14 | {SYMBOL} (El Salvador) | Hungary | ✓ yes" in text
    assert f"1984-03-14 | {SYMBOL} (Guatemala) | Hungary | ✗ no" in text


@pytest.mark.parametrize(
    ("language", "first"),
    [("en", "vote 1 of 2"), ("fr", "vote 1 sur 2"), ("de", "Abstimmung 1 von 2"), ("es", "votación 1 de 2"), ("pt", "votação 1 de 2"), ("it", "votazione 1 di 2")],
)
def test_what_nothing_else_tells_is_numbered_in_the_language_of_the_reply(desk: Desk, language: str, first: str) -> None:
    text = desk.ask("how did the USSR vote on S/PV.49?", today=TODAY, language=language).reply.text
    assert f"S/PV.49, {first}, " in text.split("\n")[0]
    assert f"S/PV.49 ({first})" in text
    assert text.count("DPPA-SCVETOES") == 1


def test_lists_of_votes_tell_them_apart(desk: Desk) -> None:
    assert "S/PV.49 (vote 2 of 2)" in desk.ask("which vetoes were there in 1946?", today=TODAY).reply.text
    table = desk.ask("how many vetoes were there in 1946?", today=TODAY).card.blocks[0]
    assert isinstance(table, Table)
    assert {row[1] for row in table.rows} == {"S/PV.49 (vote 1 of 2)", "S/PV.49 (vote 2 of 2)"}


def test_files_give_each_vote_with_its_own_title(desk: Desk) -> None:
    reply = desk.ask(f"who voted how on {SYMBOL}?", today=TODAY).reply
    wanted = {
        ("HUN", "yes", "Human rights in El Salvador"), ("POL", "yes", "Human rights in El Salvador"),
        ("FRA", "abstain", "Human rights in Guatemala"), ("HUN", "no", "Human rights in Guatemala"),
        ("POL", "abstain", "Human rights in Guatemala"),
    }  # fmt: skip
    rows = [*csv.DictReader(io.StringIO(long_table(reply)))]
    assert {(row["member"], row["position"], row["title"]) for row in rows} == wanted
    whole = full_list(reply, desk.ask("help").card)
    assert whole is not None
    rows = [*csv.DictReader(io.StringIO(whole.content.decode("utf-8-sig")))]
    assert {(row["member"], row["position"], row["title"]) for row in rows} == wanted
    wide = {row["member"]: row for row in csv.DictReader(io.StringIO(wide_table(reply)))}
    assert (wide["HUN"][f"{SYMBOL} (1)"], wide["HUN"][f"{SYMBOL} (2)"]) == ("yes", "no")
    assert (wide["FRA"][f"{SYMBOL} (1)"], wide["FRA"][f"{SYMBOL} (2)"]) == ("", "abstain")


def test_replies_to_two_questions_keep_votes_that_read_alike(desk: Desk) -> None:
    reply = desk.ask("how did the USSR vote on S/PV.49? And how did Hungary vote on E/CN.4/RES/1984/53?", today=TODAY).reply
    assert [vote.member for vote in reply.votes] == ["SUN", "SUN", "HUN", "HUN"]
    assert [place for _, place in reply.votes_in_calls()] == [0, 1, 2, 3]
    assert reply.votes[0] == reply.votes[1]


def test_a_thread_goes_on_with_the_vote_that_was_spoken_of(desk: Desk) -> None:
    both = desk.ask(f"how did Hungary vote on {SYMBOL}?", today=TODAY)
    only = replace(both.conversation, roll_call_keys=both.conversation.roll_call_keys[1:])
    then = desk.ask("and Poland?", only, today=TODAY).reply
    assert [(vote.member, vote.position) for vote in then.votes] == [("POL", "abstain")]
    then = desk.ask("and Poland?", both.conversation, today=TODAY).reply
    assert [(vote.member, vote.position) for vote in then.votes] == [("POL", "yes"), ("POL", "abstain")]


def test_the_document_stays_as_published(desk: Desk, tmp_path: Path) -> None:
    reply = desk.ask(f"how did Hungary vote on {SYMBOL}?", today=TODAY).reply
    assert set(reply.votes[0].model_dump()) == {"roll_call", "member", "name", "position", "veto"}
    assert reply.votes[0].roll_call == reply.roll_calls[0].symbol == SYMBOL
