"""Search by stems: the same matches on both engines, title before agenda, rare words first, the recent before the old."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.facts import Body
from store.schema import migrate
from store.search import ELSEWHERE, TITLE, Match, Postings
from store.vote_store import VoteStore
from store.words import stem, stems, words
from tests.store.conftest import statement, take

TITLED = [
    statement("A/RES/47/19", title="Necessity of ending the embargo against Cuba", date=dt.date(1992, 11, 24)),
    statement("A/RES/79/7", title="Necessity of ending the embargo against Cuba", date=dt.date(2024, 10, 30)),
    statement("A/RES/79/8", title="Report of the Agency", agenda="The embargo against Cuba", date=dt.date(2024, 12, 1)),
    statement("A/RES/79/9", title="Peace in Cuba", subjects=("EMBARGOES", "ÉTUDES Ünlü"), date=dt.date(2024, 12, 2)),
    statement("S/RES/2800(2025)", title="Peace", date=dt.date(2025, 1, 2)),
    statement("A/RES/79/11", title="Human rights", date=dt.date(2024, 12, 3)),
    statement("A/RES/79/12", title="Human rights and peace", date=dt.date(2024, 12, 3)),
]


@pytest.fixture
def store(store_url: str) -> Iterator[VoteStore]:
    take(store_url, *TITLED)
    take(store_url, replace(TITLED[4], dataset="starter", nicknames=("The truce of Geneva",)))
    with VoteStore.open(store_url) as store:
        yield store


def found(store: VoteStore, *groups: str, **chosen: object) -> list[str]:
    asked = [[stem(word) for word in words(group)] for group in groups]
    return [store.catalogue.by_id[m.roll_call_id].symbol for m in store.search(asked, **chosen)]  # type: ignore[arg-type]


def symbols(store: VoteStore, numbers: frozenset[int]) -> set[str]:
    return {store.catalogue.by_id[number].symbol for number in numbers}


def test_postings_tell_title_from_agenda_and_subjects(store: VoteStore) -> None:
    postings = store.postings(["embargo", "cuba", "nothing"])
    assert symbols(store, postings["embargo"].title) == {"A/RES/47/19", "A/RES/79/7"}
    assert symbols(store, postings["embargo"].elsewhere) == {"A/RES/79/8", "A/RES/79/9"}
    assert postings["nothing"] == Postings(frozenset(), frozenset())


def test_a_nickname_counts_as_title(store: VoteStore) -> None:
    assert symbols(store, store.postings(["truce"])["truce"].title) == {"S/RES/2800(2025)"}


def test_the_title_goes_before_the_agenda_and_the_recent_before_the_old(store: VoteStore) -> None:
    assert found(store, "embargo", "Cuba") == ["A/RES/79/7", "A/RES/47/19", "A/RES/79/9", "A/RES/79/8"]


def test_a_rare_word_weighs_more_than_a_common_one(store: VoteStore) -> None:
    assert found(store, "truce", "peace", "rights")[:2] == ["S/RES/2800(2025)", "A/RES/79/12"]


def test_words_of_one_group_stand_for_each_other(store: VoteStore) -> None:
    assert found(store, "ceasefire truce") == ["S/RES/2800(2025)"]
    assert store.search([["ceasefir", "truce"], ["peac"]])[0] == Match(5, 1.0, in_title=2, matched=2)


def test_body_days_and_limit_narrow_the_search(store: VoteStore) -> None:
    assert found(store, "peace", body=Body.SC) == ["S/RES/2800(2025)"]
    assert found(store, "embargo", first=dt.date(2024, 1, 1), last=dt.date(2024, 10, 30)) == ["A/RES/79/7"]
    assert found(store, "peace", limit=1) == ["S/RES/2800(2025)"]


def test_nothing_asked_or_nothing_found_is_an_empty_list(store: VoteStore) -> None:
    assert store.search([]) == []
    assert store.search([[]]) == []
    assert store.search([["nowher"]]) == []


@pytest.mark.parametrize("stem_asked", ["", '"', "'", "a OR b", "title:cuba", "cub*", "\\", "%", "NEAR(", "ünlü", "\0"])
def test_what_is_no_stem_finds_nothing_and_breaks_nothing(store: VoteStore, stem_asked: str) -> None:
    assert store.postings([stem_asked]) == {stem_asked: Postings(frozenset(), frozenset())}


def test_letters_beyond_ascii_are_found_folded(store: VoteStore) -> None:
    assert found(store, "etudes") == found(store, "Études") == ["A/RES/79/9"]


def test_the_vocabulary_counts_the_roll_calls_of_each_stem(store: VoteStore) -> None:
    vocabulary = store.vocabulary()
    assert (vocabulary["cuba"], vocabulary["embargo"], vocabulary["peac"]) == (4, 4, 3)
    assert set(vocabulary) == {s for r in store.catalogue.newest_first for s in stems(" ".join((r.title, r.agenda or "", *r.subjects, *r.nicknames)))}


def test_the_spelling_list_holds_whole_words(store: VoteStore) -> None:
    spelling = store.spelling()
    assert (spelling["necessity"], spelling["embargo"], spelling["embargoes"]) == (2, 3, 1)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoteStore]:
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite3'}"
    migrate(url)
    take(url, *TITLED)
    with VoteStore.open(url) as store:
        yield store


@given(st.lists(st.lists(st.sampled_from(["cuba", "embargo", "peac", "human", "right", "report", "x"]), max_size=2), min_size=1, max_size=4))
def test_ranking_is_that_of_weighing_every_roll_call_by_itself(ready: VoteStore, groups: list[list[str]]) -> None:
    expected = []
    for place, roll_call in enumerate(ready.catalogue.newest_first):
        score, in_title, matched, total = 0.0, 0, 0, 0.0
        for group in groups:
            postings = ready.postings(group).values()
            title = set().union(*(p.title for p in postings))
            anywhere = title.union(*(p.elsewhere for p in postings))
            weight = math.log(1 + len(ready.catalogue) / (1 + len(anywhere)))
            total += weight
            score += weight * (TITLE if roll_call.id in title else ELSEWHERE if roll_call.id in anywhere else 0)
            in_title += roll_call.id in title
            matched += roll_call.id in anywhere
        if matched:
            expected.append((-round(score, 6), place, Match(roll_call.id, round(score / total, 4), in_title, matched)))
    assert ready.search(groups) == [match for _, _, match in sorted(expected, key=lambda e: e[:2])]
