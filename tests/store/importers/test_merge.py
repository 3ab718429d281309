"""Several sources on one vote: precedence decides, and what they state differently is never hidden."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from store.facts import Mode, Outcome, Remark, RemarkKind, RollCall, Tally
from store.importers.fragment import Fragment
from store.importers.merge import disagreements, gather, merge
from tests.store.conftest import statement

OFFICIAL = statement("A/RES/79/7", "HUN Y, POL N, USA A", url="https://example.org/1", subjects=("CUBA",))
OUTCOME = replace(OFFICIAL, dataset="undl_ga_outcomes", members=(), positions="", agenda="Embargo", url="https://example.org/2")
STARTER = replace(
    OFFICIAL,
    dataset="starter",
    title="Another wording",
    nicknames=("Cuba embargo 2024",),
    links=(("Press release", "https://example.org/3"),),
    remarks=(Remark(RemarkKind.SOURCE_NOTE, "Seven members were absent.", "starter"),),
    url="https://example.org/3",
)


def merged(*statements: Fragment) -> RollCall:
    (group,) = gather(statements)
    return merge(1, group).roll_call


def differing(roll_call: RollCall) -> list[str]:
    return [r.detail for r in roll_call.remarks if r.kind is RemarkKind.SOURCES_DISAGREE]


def test_the_official_record_is_shown_before_the_starter_record() -> None:
    roll_call = merged(STARTER, OFFICIAL)
    assert (roll_call.title, roll_call.url, roll_call.dataset) == (OFFICIAL.title, OFFICIAL.url, "undl_ga")


def test_what_the_starter_record_adds_is_kept_beside_the_official_one() -> None:
    roll_call = merged(OFFICIAL, STARTER)
    assert roll_call.nicknames == ("Cuba embargo 2024",)
    assert roll_call.links == STARTER.links
    assert Remark(RemarkKind.SOURCE_NOTE, "Seven members were absent.", "starter") in roll_call.remarks


def test_a_field_that_the_best_source_lacks_comes_from_the_next() -> None:
    assert merged(OFFICIAL, OUTCOME).agenda == "Embargo"


def test_sources_that_agree_leave_no_remark() -> None:
    assert differing(merged(OFFICIAL, OUTCOME, replace(STARTER, remarks=()))) == []


def test_every_fact_that_sources_state_differently_is_named_with_each_source() -> None:
    other = replace(
        STARTER,
        date=dt.date(2024, 10, 31),
        outcome=Outcome.REJECTED,
        tally=Tally(2, 1, 0, 0),
        positions="YNY",
        meeting="A/79/PV.30",
        vetoed_by=("POL",),
    )
    official = replace(OFFICIAL, meeting="A/79/PV.29")
    assert disagreements([official, other]) == [
        "date: undl_ga 2024-10-30, starter 2024-10-31",
        "outcome: undl_ga adopted, starter rejected",
        "meeting: undl_ga A/79/PV.29, starter A/79/PV.30",
        "yes: undl_ga 1, starter 2",
        "abstain: undl_ga 1, starter 0",
        "veto: undl_ga none, starter POL",
        "votes: USA undl_ga abstain, starter yes",
    ]
    assert differing(merged(official, other)) == disagreements([official, other])
    assert merged(official, other).tally == official.tally


def test_two_spellings_of_a_meeting_are_no_disagreement() -> None:
    assert (
        differing(
            merged(replace(OFFICIAL, meeting="A/78/PV.50 (Resumption 1)"), replace(STARTER, meeting="A/78/PV.50(Resumption1)"))
        )
        == []
    )


def test_a_position_that_a_source_does_not_know_contradicts_nothing() -> None:
    assert differing(merged(OFFICIAL, replace(STARTER, positions="YUU", remarks=()))) == []


def test_a_list_of_outcomes_without_rolls_lets_a_lesser_source_s_roll_count() -> None:
    result = merge(1, gather([OUTCOME, STARTER])[0])
    assert result.roll is STARTER
    assert (result.roll_call.title, result.roll_call.dataset) == (OUTCOME.title, "starter")


def test_adopted_without_a_vote_is_the_end_of_the_matter() -> None:
    unanimous = replace(OUTCOME, mode=Mode.WITHOUT_VOTE, tally=Tally())
    result = merge(1, gather([STARTER, unanimous])[0])
    assert result.roll is None
    assert (result.roll_call.mode, result.roll_call.tally) == (Mode.WITHOUT_VOTE, Tally())
    assert "mode: undl_ga_outcomes without_vote, starter recorded" in differing(result.roll_call)


def test_a_roll_found_elsewhere_counts_where_the_library_kept_none_and_the_reader_is_told() -> None:
    unkept = replace(OUTCOME, mode=Mode.NON_RECORDED, tally=Tally())
    result = merge(1, gather([unkept, STARTER])[0])
    assert (result.roll, result.roll_call.mode) == (STARTER, Mode.RECORDED)
    assert differing(result.roll_call) == ["mode: undl_ga_outcomes non-recorded, starter recorded"]


def test_cautions_about_a_roll_that_does_not_count_are_dropped() -> None:
    about_the_roll = (
        Remark(RemarkKind.ROLL_INCOMPLETE, "190", "starter"),
        Remark(RemarkKind.TOTALS_DISAGREE, "stated 1-1-1, counted 1-1-0", "starter"),
    )
    incomplete = replace(STARTER, remarks=about_the_roll)
    assert merged(OFFICIAL, incomplete).remarks == ()
    assert merged(incomplete).remarks == about_the_roll


def test_one_note_in_two_files_of_a_publisher_is_shown_once() -> None:
    note = "The record dates it before the session opened."
    twice = [replace(f, remarks=(Remark(RemarkKind.SOURCE_NOTE, note, f.dataset),)) for f in (OFFICIAL, OUTCOME)]
    assert [r.detail for r in merged(*twice).remarks] == [note]


def test_a_symbol_that_stands_for_two_votes_gives_two_roll_calls_each_with_its_own_day_s_statements() -> None:
    first = replace(OFFICIAL, record_id="1", date=dt.date(2024, 10, 1))
    second = replace(OFFICIAL, record_id="2", date=dt.date(2024, 10, 2))
    told = replace(STARTER, date=dt.date(2024, 10, 2))
    assert gather([told, second, first]) == [(first,), (second, told)]


statements = st.lists(
    st.builds(
        lambda dataset, record, day, votes, agenda, mode: statement(
            "A/RES/79/7", votes, dataset=dataset, record_id=record, date=dt.date(2024, 10, day), agenda=agenda, mode=mode
        ),
        st.sampled_from(["undl_ga", "undl_ga_outcomes", "starter"]),
        st.sampled_from(["1", "2"]),
        st.integers(1, 2),
        st.sampled_from(["", "HUN Y, POL N", "HUN N, USA A"]),
        st.sampled_from([None, "Embargo", "Disarmament"]),
        st.sampled_from(Mode),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda f: (f.dataset, f.record_id),
)


@given(statements, st.randoms(use_true_random=False))
def test_the_order_in_which_sources_came_does_not_show(fragments: list[Fragment], order: object) -> None:
    shuffled = list(fragments)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [merge(1, group) for group in gather(shuffled)] == [merge(1, group) for group in gather(fragments)]


@given(statements)
def test_every_statement_is_in_one_roll_call_and_no_dataset_twice(fragments: list[Fragment]) -> None:
    groups = gather(fragments)
    assert sorted((f.dataset, f.record_id) for group in groups for f in group) == sorted(
        (f.dataset, f.record_id) for f in fragments
    )
    assert all(len({f.dataset for f in group}) == len(group) for group in groups)
