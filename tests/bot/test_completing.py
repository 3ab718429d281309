"""Fields complete as one types: names begun, misspelt, old or short; votes by symbol, nickname or title."""

from __future__ import annotations

import pytest

from bot.completing import LONGEST_LABEL
from bot.desk import Desk
from store.facts import MemberState
from store.members import load_members
from tests.bot.conftest import TODAY


def members(desk: Desk, typed: str) -> list[str]:
    return [completion.value for completion in desk.complete_members(typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("hun", "Hungary"),
        ("HUN", "Hungary"),
        ("hungray", "Hungary"),
        ("hungr", "Hungary"),
        ("ivory", "Côte d'Ivoire"),
        ("cote d", "Côte d'Ivoire"),
        ("turkiy", "Türkiye"),
        ("souht afr", "South Africa"),
        ("uk", "United Kingdom"),
        ("usa", "United States"),
        ("holland", "Netherlands"),
        ("moscow", "Russia"),
        ("deutsch", "Germany"),
        ("ussr", "Soviet Union"),
        ("Burma", "Myanmar"),
        ("eu", "European Union"),
    ],
)
def test_the_first_is_the_one_meant(starter_desk: Desk, typed: str, first: str) -> None:
    assert members(starter_desk, typed)[0] == first


def test_a_name_of_several_offers_them_all(starter_desk: Desk) -> None:
    assert {"North Korea", "South Korea"} <= set(members(starter_desk, "korea"))
    assert members(starter_desk, "nigera") == ["Niger", "Nigeria"]


def test_nothing_typed_lists_present_members_from_the_beginning(starter_desk: Desk) -> None:
    assert members(starter_desk, "")[:2] == ["Afghanistan", "Albania"]


def test_a_former_state_is_told_by_the_year_of_its_end(starter_desk: Desk) -> None:
    assert starter_desk.complete_members("soviet")[0].label == "Soviet Union (until 1991)"


@pytest.mark.parametrize("state", load_members().by_code.values(), ids=lambda state: state.code)
def test_every_member_is_found_by_its_name_and_its_value_means_it(starter_desk: Desk, state: MemberState) -> None:
    found = [completion.value for completion in starter_desk.complete_members(state.short)]
    assert state.short in found
    asked = starter_desk.ask(f"how did {state.short} vote on A/RES/ES-11/7?", today=TODAY).reply
    assert state.code in asked.members


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("A/RES/ES-11/7", "A/RES/ES-11/7"),
        ("es-11/7", "A/RES/ES-11/7"),
        ("2774", "S/RES/2774(2025)"),
        ("s/res/2774", "S/RES/2774(2025)"),
        ("cuba emb", "A/RES/80/4"),
        ("embargo cuba", "A/RES/80/4"),
        ("partitoin plan", "A/RES/181(II)[A]"),
    ],
)
def test_the_first_vote_is_the_one_meant(starter_desk: Desk, typed: str, first: str) -> None:
    found = [completion.value for completion in starter_desk.complete_resolutions(typed)]
    assert found[0] == first


def test_the_value_of_a_vote_asks_for_that_vote(starter_desk: Desk) -> None:
    for completion in starter_desk.complete_resolutions("ukraine", limit=10):
        reply = starter_desk.ask(f"who voted how on {completion.value}?", today=TODAY).reply
        assert completion.value in [call.symbol for call in reply.roll_calls]


def test_nothing_typed_lists_the_newest_votes(starter_desk: Desk) -> None:
    labels = [completion.label for completion in starter_desk.complete_resolutions("", limit=3)]
    assert all("2025-12" in label for label in labels)


@pytest.mark.parametrize("typed", ["'; --", "\x00", "((((", "x" * 5000, "%", '"', "ß" * 200, "🇭🇺", "a b c d e f g h i j k l m n o p"])
def test_whatever_is_typed_completes_to_something_or_nothing(starter_desk: Desk, typed: str) -> None:
    for found in (starter_desk.complete_members(typed), starter_desk.complete_resolutions(typed)):
        assert all(0 < len(completion.label) <= LONGEST_LABEL for completion in found)


def test_no_more_than_asked_for_and_each_once(starter_desk: Desk) -> None:
    found = [completion.value for completion in starter_desk.complete_resolutions("a", limit=7)]
    assert len(found) == len(set(found)) == 7


def test_a_letter_or_two_complete_to_the_newest_votes(starter_desk: Desk) -> None:
    newest = [completion.value for completion in starter_desk.complete_resolutions("", 5)]
    assert [completion.value for completion in starter_desk.complete_resolutions("g", 5)] == newest


def test_reading_ahead_changes_no_completion(starter_desk: Desk) -> None:
    before = starter_desk.complete_resolutions("cuba", 5)
    starter_desk.read_ahead()
    assert starter_desk.complete_resolutions("cuba", 5) == before
