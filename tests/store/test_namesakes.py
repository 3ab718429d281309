"""Roll calls that share a symbol carry what tells each from the others, the plainest first."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from store.catalogue import name_of
from store.facts import Apart, ApartBy, Body, Kind, Mode, Outcome, RollCall, Tally
from store.namesakes import told_apart
from store.vote_store import VoteStore
from tests.store.conftest import statement, take

DAY = dt.date(1946, 6, 26)


def call(number: int, title: str = "The Spanish question", **facts: Any) -> RollCall:
    given = {"draft": None, "date": DAY, "url": None, "symbol": "S/PV.49", "body": Body.SC} | facts
    return RollCall(
        id=number, key=given["symbol"], symbol=given["symbol"], draft=given["draft"], body=given["body"], date=given["date"],
        title=title, kind=Kind.DRAFT, outcome=Outcome.VETOED, mode=Mode.RECORDED, tally=Tally(), url=given["url"], dataset="dppa",
    )  # fmt: skip


APART = {
    "the words of the titles that differ": (
        [call(1, "Application for Membership: Ireland"), call(2, "Application for Membership: Portugal")],
        [Apart(ApartBy.TITLE, "Ireland"), Apart(ApartBy.TITLE, "Portugal")],
    ),
    "the draft, where a title holds all words of another": (
        [call(1, draft="S/77"), call(2, "The Spanish question preliminary", draft="S/78")],
        [Apart(ApartBy.DRAFT, "S/77"), Apart(ApartBy.DRAFT, "S/78")],
    ),
    "the day": ([call(1), call(2, date=dt.date(1946, 6, 27))], [Apart(ApartBy.DAY, "1946-06-26"), Apart(ApartBy.DAY, "1946-06-27")]),
    "the page": (
        [call(1, url="https://searchlibrary.ohchr.org/record/31016"), call(2, url="https://searchlibrary.ohchr.org/record/31021")],
        [Apart(ApartBy.RECORD, "31016"), Apart(ApartBy.RECORD, "31021")],
    ),
    "their order, where nothing differs": ([call(7), call(5)], [Apart(ApartBy.PLACE, "2/2"), Apart(ApartBy.PLACE, "1/2")]),
}  # fmt: skip


@pytest.mark.parametrize(("calls", "apart"), APART.values(), ids=APART)
def test_namesakes_are_told_apart_by(calls: list[RollCall], apart: list[Apart]) -> None:
    assert [one.apart for one in told_apart(calls)] == apart


def test_a_symbol_of_its_own_and_that_of_another_body_need_nothing() -> None:
    calls = [call(1), call(2, symbol="S/PV.50"), call(3, body=Body.GA)]
    assert told_apart(calls) == calls


def test_a_catalogue_finds_each_of_them_again(sqlite_url: str) -> None:
    take(sqlite_url, *(statement("E/CN.4/RES/1984/53", "HUN Y", record_id=name, title=f"Rights in {name}", body=Body.CHR) for name in ("Chile", "Peru")))
    with VoteStore.open(sqlite_url) as store:
        both = store.catalogue.by_key("E/CN.4/RES/1984/53")
        assert {one.apart.text for one in both if one.apart} == {"Chile", "Peru"}
        assert [store.catalogue.again(name_of(one)) for one in both] == [(one,) for one in both]
        assert store.catalogue.again("E/CN.4/RES/1984/53\nBrazil") == both
        assert store.catalogue.again("E/CN.4/RES/1984/53") == both[:1]
