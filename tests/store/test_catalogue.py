"""Finding roll calls by symbol, number, session, day, tally and parent; always newest first."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.catalogue import Catalogue
from store.facts import Body, Kind, RollCall, Tally
from store.importers.merge import merge
from tests.store.conftest import statement


def roll_call(number: int, symbol: str, day: str, body: Body | None = None, **facts: object) -> RollCall:
    facts = {"date": dt.date.fromisoformat(day), **({"body": body} if body else {}), **facts}
    return merge(number, [statement(symbol, **facts)]).roll_call


CATALOGUE = Catalogue(
    [
        roll_call(1, "A/RES/79/7", "2024-10-30", tally=Tally(187, 2, 1)),
        roll_call(2, "A/RES/79/10", "2024-11-01", tally=Tally(187, 2, None)),
        roll_call(3, "A/RES/79/9", "2024-11-01"),
        roll_call(4, "A/RES/79/9A", "2024-11-02"),
        roll_call(5, "A/RES/79/70", "2024-11-03"),
        roll_call(6, "S/RES/2774(2025)", "2025-02-24", draft="S/2025/115", tally=Tally(10, 0, 5, 0)),
        roll_call(7, "S/RES/2774(2025)#motion-1", "2025-02-24", parent="S/RES/2774(2025)", kind=Kind.MOTION),
        roll_call(8, "A/RES/2774(XXVI)", "1971-12-09"),
        roll_call(9, "A/RES/2774(XXVI)[A]", "1971-12-09"),
        roll_call(10, "S/2025/115", "2025-02-20"),
        roll_call(11, "A/RES/ES-11/7", "2025-02-24"),
    ]
)


def symbols(found: object) -> list[str]:
    return [r.symbol for r in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize("spelling", ["A/RES/79/7", "a/res/79/7", " A/RES/79/7 ", "A/RES/79/ 7"])
def test_a_symbol_finds_its_roll_call_in_every_spelling(spelling: str) -> None:
    assert symbols(CATALOGUE.by_key(spelling)) == ["A/RES/79/7"]


def test_a_draft_s_symbol_finds_the_vote_on_that_draft_before_a_text_that_came_of_it() -> None:
    assert symbols(CATALOGUE.by_key("S/2025/115")) == ["S/2025/115"]


def test_a_draft_s_symbol_finds_the_resolution_that_it_became() -> None:
    adopted = Catalogue([roll_call(1, "S/RES/2774(2025)", "2025-02-24", draft="S/2025/115")])
    assert symbols(adopted.by_key("s/2025/115")) == ["S/RES/2774(2025)"]


def test_an_unknown_symbol_finds_nothing() -> None:
    assert CATALOGUE.by_key("A/RES/99/1") == ()


def test_a_bare_number_finds_the_council_s_and_the_old_assembly_s_with_all_parts() -> None:
    assert symbols(CATALOGUE.by_number(2774)) == [
        "S/RES/2774(2025)",
        "S/RES/2774(2025)#motion-1",
        "A/RES/2774(XXVI)",
        "A/RES/2774(XXVI)[A]",
    ]
    assert CATALOGUE.by_number(277) == ()


def test_session_and_number_find_a_text_and_its_parts_and_no_longer_number() -> None:
    assert symbols(CATALOGUE.by_session_number("79", 9)) == ["A/RES/79/9A", "A/RES/79/9"]
    assert symbols(CATALOGUE.by_session_number("79", 7)) == ["A/RES/79/7"]
    assert symbols(CATALOGUE.by_session_number("ES-11", 7)) == ["A/RES/ES-11/7"]
    assert symbols(CATALOGUE.by_session_number("26", 2774)) == ["A/RES/2774(XXVI)", "A/RES/2774(XXVI)[A]"]


def test_days_are_inclusive_and_come_newest_first_and_within_a_day_by_number() -> None:
    assert symbols(CATALOGUE.on(dt.date(2024, 11, 1), dt.date(2024, 11, 2))) == ["A/RES/79/9A", "A/RES/79/9", "A/RES/79/10"]
    assert symbols(CATALOGUE.on(dt.date(2025, 1, 1), dt.date(2025, 12, 31), Body.GA)) == ["A/RES/ES-11/7"]
    assert symbols(CATALOGUE.on(dt.date(2025, 3, 1), dt.date(2025, 2, 1))) == []


def test_whole_texts_of_some_days_are_found_without_the_votes_on_their_parts() -> None:
    day = dt.date(2025, 2, 24)
    assert symbols(CATALOGUE.on(day, day, Body.SC)) == ["S/RES/2774(2025)", "S/RES/2774(2025)#motion-1"]
    assert symbols(CATALOGUE.plain_on(day, day, Body.SC)) == ["S/RES/2774(2025)"]


def test_a_tally_finds_its_votes_with_and_without_abstentions() -> None:
    assert symbols(CATALOGUE.by_tally(187, 2)) == ["A/RES/79/10", "A/RES/79/7"]
    assert symbols(CATALOGUE.by_tally(187, 2, 1)) == ["A/RES/79/7"]
    assert symbols(CATALOGUE.by_tally(10, 0, 5, Body.GA)) == []


def test_motions_and_amendments_are_found_from_their_parent() -> None:
    assert symbols(CATALOGUE.children("s/res/2774 (2025)")) == ["S/RES/2774(2025)#motion-1"]


def test_voting_days_go_back_from_a_day_and_stop_at_the_limit() -> None:
    assert CATALOGUE.voting_days(Body.GA, limit=2) == (dt.date(2025, 2, 24), dt.date(2024, 11, 3))
    assert CATALOGUE.voting_days(Body.GA, until=dt.date(2024, 11, 2), limit=2) == (dt.date(2024, 11, 2), dt.date(2024, 11, 1))
    assert CATALOGUE.voting_days(Body.HRC) == ()


def test_the_latest_and_the_bounds_of_a_body() -> None:
    assert CATALOGUE.latest(Body.SC) == CATALOGUE.by_id[6]
    assert CATALOGUE.bounds(Body.GA) == (dt.date(1971, 12, 9), dt.date(2025, 2, 24))
    assert (CATALOGUE.latest(Body.HRC), CATALOGUE.bounds(Body.HRC)) == (None, None)


days = st.dates(dt.date(2020, 1, 1), dt.date(2020, 1, 20))


@given(st.lists(days, max_size=30), days, days, days)
def test_days_are_found_as_by_looking_at_every_roll_call(
    held: list[dt.date], first: dt.date, last: dt.date, until: dt.date
) -> None:
    catalogue = Catalogue([roll_call(number, f"A/RES/74/{number}", day.isoformat()) for number, day in enumerate(held, 1)])
    assert {r.id for r in catalogue.on(first, last)} == {number for number, day in enumerate(held, 1) if first <= day <= last}
    assert list(catalogue.voting_days(until=until, limit=3)) == sorted({day for day in held if day <= until}, reverse=True)[:3]
    assert [catalogue.place[r.id] for r in catalogue.newest_first] == list(range(len(held)))
