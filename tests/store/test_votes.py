"""Votes and the counts over them: whatever way they are read, they are the same as counted one by one."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from store.facts import CAST, Body, Position
from store.statistics import PairCounts
from store.vote_store import VoteStore
from tests.store.conftest import statement, take

CODES = ["CHN", "FRA", "GBR", "HUN", "POL", "USA", "VNM"]


@pytest.fixture
def store_of_sixty(store_url: str) -> Iterator[VoteStore]:
    """Sixty roll calls with votes of every kind and members that come and go, and one without votes."""
    chance = random.Random(79)
    statements = []
    for number in range(60):
        present = [code for code in CODES if chance.random() < 0.8] or ["HUN"]
        votes = ",".join(f"{code} {chance.choice('YYNAXU')}" for code in present)
        statements.append(statement(f"A/RES/79/{number}", votes, date=dt.date(2024, 1, 1) + dt.timedelta(days=number)))
    take(store_url, *statements, statement("A/RES/79/99"))
    with VoteStore.open(store_url) as store:
        yield store


@pytest.fixture(params=["few rolls", "a member's own votes", "all rolls at once"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way in which votes are read from the database."""
    at_once, few_members = {"few rolls": (1000, 8), "a member's own votes": (1, 1000), "all rolls at once": (1, 0)}[request.param]
    monkeypatch.setattr("store.votes.ALL_AT_ONCE", at_once)
    monkeypatch.setattr("store.votes.FEW_MEMBERS", few_members)


@pytest.mark.usefixtures("way")
def test_counts_are_those_of_the_votes_one_by_one(store_of_sixty: VoteStore) -> None:
    store = store_of_sixty
    ids = [r.id for r in store.catalogue.newest_first][3:50]
    alike = store.statistics.agreement_with("HUN", ids)
    positions = store.statistics.position_counts(ids)
    pair = store.statistics.pair_counts("HUN", "USA", ids)
    some = store.statistics.position_counts(ids, ["USA", "XXX"])
    votes = store.votes(ids)
    for code in CODES:
        own = [v[code] for v in votes.values() if code in v]
        assert positions[code] == Counter(own)
        if code != "HUN":
            both = [(v["HUN"], v[code]) for v in votes.values() if v.get("HUN") in CAST and v.get(code) in CAST]
            opposite = [pair for pair in both if set(pair) == {Position.YES, Position.NO}]
            assert alike[code] == PairCounts(len(both), sum(a is b for a, b in both), len(opposite))
    assert list(alike) == sorted(set(CODES) - {"HUN"})
    company = store.statistics.company(ids)
    for code in CODES:
        shares = [
            sum(p is v[code] for other, p in v.items() if other != code) / others
            for v in votes.values()
            if v.get(code) in CAST and (others := sum(p in CAST for other, p in v.items() if other != code))
        ]
        assert company[code] == pytest.approx(sum(shares) / len(shares))
    assert pair == alike["USA"]
    assert some == {"USA": positions["USA"]}


@pytest.mark.usefixtures("way")
def test_votes_come_by_roll_call_in_the_order_asked_and_by_code(store_of_sixty: VoteStore) -> None:
    store = store_of_sixty
    newest, *_, older = (r.id for r in store.catalogue.on(dt.date(2024, 1, 10), dt.date(2024, 1, 12)))
    votes = store.votes([older, newest])
    assert list(votes) == [older, newest]
    assert all(list(v) == sorted(v) for v in votes.values())
    assert store.votes([older], ["HUN", "XXX"]) == {older: {c: p for c, p in votes[older].items() if c == "HUN"}}


def test_a_roll_call_without_votes_or_that_is_not_there_has_none(store_of_sixty: VoteStore) -> None:
    store = store_of_sixty
    (unrecorded,) = store.catalogue.by_key("A/RES/79/99")
    assert store.votes([unrecorded.id, 12345]) == {unrecorded.id: {}, 12345: {}}


def test_counts_over_nothing_and_of_nobody_are_empty(store_of_sixty: VoteStore) -> None:
    store = store_of_sixty
    everything = [r.id for r in store.catalogue.newest_first]
    assert store.statistics.pair_counts("HUN", "USA", []) == PairCounts(0, 0, 0)
    assert store.statistics.pair_counts("HUN", "XXX", everything) == PairCounts(0, 0, 0)
    assert store.statistics.agreement_with("XXX", everything) == {}
    assert store.statistics.position_counts([]) == {}


def test_agreement_is_a_share_of_the_votes_that_both_cast() -> None:
    assert PairCounts(both_cast=4, same=3, opposite=1).agreement == 0.75
    assert PairCounts(0, 0, 0).agreement is None


def test_a_store_without_votes_has_none(store_url: str) -> None:
    with VoteStore.open(store_url) as store:
        assert store.votes([1]) == {1: {}}
        assert store.statistics.agreement_with("HUN", [1]) == {}


def test_the_votes_that_count_are_those_of_the_best_source_only(store_url: str) -> None:
    official = statement("A/RES/79/7", "HUN Y")
    take(store_url, replace(official, dataset="starter", positions="N"))
    take(store_url, official)
    with VoteStore.open(store_url) as store:
        assert store.votes([1]) == {1: {"HUN": Position.YES}}
        assert store.statistics.position_counts([1]) == {"HUN": {Position.YES: 1}}


def test_who_sat_in_the_council_is_known_from_the_year_s_rolls_and_the_permanent_members(store_url: str) -> None:
    take(
        store_url,
        statement("S/RES/2720(2023)", "ALB Y, USA A", date=dt.date(2023, 12, 22)),
        statement("S/RES/2728(2024)", "DZA Y, USA A", date=dt.date(2024, 3, 25)),
        statement("S/RES/600(1987)", "ITA Y", date=dt.date(1987, 10, 19)),
    )
    with VoteStore.open(store_url) as store:
        permanent = {"CHN", "FRA", "GBR", "RUS", "USA"}
        assert store.seated(Body.SC, dt.date(2024, 6, 1)) == permanent | {"DZA"}
        assert store.seated(Body.SC, dt.date(2023, 1, 1)) == permanent | {"ALB"}
        assert store.seated(Body.SC, dt.date(1987, 6, 1)) == {"CHN", "FRA", "GBR", "SUN", "USA", "ITA"}


def test_a_seat_that_changed_hands_within_a_year_is_told_by_the_nearest_roll(store_url: str) -> None:
    take(
        store_url,
        statement("S/RES/652(1990)", "YMD Y", date=dt.date(1990, 4, 17)),
        statement("S/RES/653(1990)", "YEM Y", date=dt.date(1990, 5, 31)),
    )
    with VoteStore.open(store_url) as store:
        assert {"YMD", "YEM"} & store.seated(Body.SC, dt.date(1990, 3, 1)) == {"YMD"}
        assert {"YMD", "YEM"} & store.seated(Body.SC, dt.date(1990, 7, 1)) == {"YEM"}


def test_who_sat_in_the_assembly_are_the_members_of_that_day(store_url: str) -> None:
    with VoteStore.open(store_url) as store:
        assert "SSD" not in store.seated(Body.GA, dt.date(2011, 7, 13))
        assert "SSD" in store.seated(Body.GA, dt.date(2011, 7, 14))
