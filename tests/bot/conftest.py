"""Desks over stores made once: the starter record, and a small official record whose every vote is written here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.conversation import EMPTY
from bot.desk import Desk, Turn
from bot.reply import Reply
from store.facts import Body, Kind, Mode, Outcome, Remark, RemarkKind, Tally
from store.importers.fragment import Fragment
from store.importers.load import ensure_starter, take_over
from store.importers.writing import FileStatements
from store.schema import migrate
from store.symbols import symbol_key
from store.vote_store import VoteStore

TODAY = dt.date(2026, 1, 10)

Ask = Callable[..., Reply]


@pytest.fixture(scope="session")
def starter_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """As it is on a machine where nothing was imported."""
    url = f"sqlite:///{(tmp_path_factory.mktemp('starter') / 'store.sqlite3').as_posix()}"
    ensure_starter(url)
    with VoteStore.open(url) as store:
        yield Desk.open(store)


@pytest.fixture(scope="session")
def official_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Over `OFFICIAL` alone, as if it had come from the library's files."""
    url = f"sqlite:///{(tmp_path_factory.mktemp('official') / 'store.sqlite3').as_posix()}"
    migrate(url)
    files = [
        FileStatements(dataset, f"{dataset}.csv", dataset * 4, 1000, len(statements), tuple(statements), False)
        for dataset in ("undl_ga", "undl_sc")
        if (statements := [s for s in OFFICIAL if s.dataset == dataset])
    ]
    take_over(url, files, lambda *_: None)
    with VoteStore.open(url) as store:
        yield Desk.open(store)


@pytest.fixture(scope="session")
def turn(starter_desk: Desk) -> Callable[..., Turn]:
    """Asks the starter record at the end of a thread: `turn("and Slovakia?", "how did Hungary vote on ES-11/7?")`."""
    return _asking(starter_desk)


@pytest.fixture(scope="session")
def ask(starter_desk: Desk) -> Ask:
    """The reply alone."""
    asking = _asking(starter_desk)
    return lambda question, *thread: asking(question, *thread).reply


@pytest.fixture(scope="session")
def ask_official(official_desk: Desk) -> Ask:
    """The same of the small official record."""
    asking = _asking(official_desk)
    return lambda question, *thread: asking(question, *thread).reply


def _asking(desk: Desk) -> Callable[..., Turn]:
    def asking(question: str, *thread: str) -> Turn:
        conversation = EMPTY
        for earlier in thread:
            conversation = desk.ask(earlier, conversation, TODAY).conversation
        return desk.ask(question, conversation, TODAY)

    return asking


def _statement(symbol: str, date: str, title: str, votes: str = "", **facts: Any) -> Fragment:
    """`votes`: "HUN Y, SVK N"; the tally is theirs unless another is given."""
    pairs = [pair.split() for pair in votes.split(",") if pair.strip()]
    letters = "".join(letter for _, letter in pairs)
    of_council = symbol.startswith("S/")
    given = {
        "dataset": "undl_sc" if of_council else "undl_ga",
        "record_id": symbol,
        "key": symbol_key(symbol),
        "symbol": symbol,
        "body": Body.SC if of_council else Body.GA,
        "date": dt.date.fromisoformat(date),
        "title": title,
        "kind": Kind.RESOLUTION,
        "outcome": Outcome.ADOPTED,
        "mode": Mode.RECORDED,
        "tally": Tally(*(letters.count(letter) for letter in "YNAX")) if letters else Tally(),
        "members": tuple(code for code, _ in pairs),
        "positions": letters,
        "url": f"https://digitallibrary.un.org/record/{sum(map(ord, symbol))}",
    }
    return Fragment(**{**given, **facts})


_WHALES = "Protection of whales in the high seas"
_LIGHTHOUSES = "Maintenance of lighthouses"
OFFICIAL = (
    # A text of every year: Hungary turns from yes to no in 2023, Slovakia abstains in 2022.
    _statement("A/RES/74/101", "2019-12-10", _WHALES, "HUN Y, SVK Y, AUT Y, NOR N, USA X"),
    _statement("A/RES/75/101", "2020-12-10", _WHALES, "HUN Y, SVK Y, AUT Y, NOR N, USA X"),
    _statement("A/RES/76/101", "2021-12-10", _WHALES, "HUN Y, SVK Y, AUT Y, NOR N, USA N"),
    _statement("A/RES/77/101", "2022-12-10", _WHALES, "HUN Y, SVK A, AUT Y, NOR N, USA N"),
    _statement("A/RES/78/101", "2023-12-10", _WHALES, "HUN N, SVK Y, AUT Y, NOR N, USA A"),
    _statement("A/RES/78/102", "2023-12-10", "Whales: report of the panel", "HUN Y, SVK Y, AUT Y, NOR Y, USA X"),
    # Under one agenda item on one day.
    _statement("A/RES/79/201", "2024-12-12", _LIGHTHOUSES, "HUN Y, SVK Y, AUT N, NOR Y, USA A", agenda="OCEANS"),
    _statement("A/RES/79/202", "2024-12-12", "Buoys and beacons", "HUN N, SVK A, AUT Y, NOR Y, USA Y", agenda="OCEANS"),
    # No roll: without a vote; by a vote of which only the result was kept.
    _statement("A/RES/79/301", "2024-12-16", "Harbour pilots", mode=Mode.WITHOUT_VOTE),
    _statement("A/RES/79/302", "2024-12-16", "Tide tables", mode=Mode.NON_RECORDED, tally=Tally(50, 3, 4)),
    _statement(
        "A/RES/79/303",
        "2024-12-17",
        "Coral reefs",
        "HUN Y, SVK Y, AUT Y, NOR Y, USA Y",
        tally=Tally(6, 0, 0, 0),
        remarks=(Remark(RemarkKind.TOTALS_DISAGREE, "stated 6-0-0, counted 5-0-0", "undl_ga"),),
    ),
    # Names at the time, states of which one was not yet there, and China's seat.
    _statement("A/RES/2500(XXIV)", "1970-11-20", "Question of the equatorial fisheries", "BEN Y, SUN N, GBR A, CHN Y, AUT Y"),
    _statement(
        "S/RES/2700(2024)",
        "2024-05-20",
        "Security of straits",
        "CHN A, FRA Y, GBR Y, RUS A, USA Y, JPN Y, MLT Y, CHE Y, KOR Y, GUY Y",
    ),
    # The library lists every member as X where the Council adopted without a vote.
    _statement(
        "S/RES/2701(2024)",
        "2024-05-21",
        "Thanks to the harbour master",
        "CHN X, FRA X, GBR X, RUS X, USA X",
        mode=Mode.WITHOUT_VOTE,
    ),
)
