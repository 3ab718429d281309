"""The faults of the official files: what is read past, what is remarked upon, what is left out, what is refused."""

from __future__ import annotations

import pytest

from store.errors import SourceError
from store.facts import Kind, Mode, Outcome, RemarkKind, Tally
from store.importers.fragment import Fragment, LeftOut
from store.symbols import symbol_key
from tests.store.importers.conftest import ReadRows
from tests.store.importers.library_files import (
    GA_COLUMNS,
    OUTCOME_COLUMNS,
    SC_COLUMNS,
    Row,
    ga_rows,
    outcome_row,
    sc_rows,
)


def details(fragment: Fragment, kind: RemarkKind) -> list[str]:
    return [remark.detail for remark in fragment.remarks if remark.kind is kind]


def refusal(reading_of: ReadRows, columns: list[str], rows: list[Row]) -> SourceError:
    with pytest.raises(SourceError) as error:
        list(reading_of(columns, rows))
    return error.value


def test_an_assembly_roll_call_is_read_whole(reading_of: ReadRows) -> None:
    [fragment] = reading_of(GA_COLUMNS, ga_rows({"USA": "N", "HUN": "A", "TUR": "Y", "FRA": "X"}, "7", draft="A/78/L.9"))
    assert fragment == Fragment(
        dataset="undl_ga", record_id="7", key=symbol_key("A/RES/78/7"), symbol="A/RES/78/7", body=fragment.body.GA, date=fragment.date,
        title="Question of Palestine", kind=Kind.RESOLUTION, outcome=Outcome.ADOPTED, mode=Mode.RECORDED, tally=Tally(1, 1, 1, 1),
        members=("USA", "HUN", "TUR", "FRA"), positions="NAYX", draft="A/78/L.9", url="https://digitallibrary.un.org/record/7",
        session="78", meeting="A/78/PV.63", agenda="Question of Palestine", subjects=("PALESTINE QUESTION", "REFUGEES"),
    )  # fmt: skip
    assert fragment.date.isoformat() == "2024-03-21"


def test_lower_case_letters_and_stray_spaces_are_read_past(reading_of: ReadRows) -> None:
    rows = ga_rows({"usa ": "n", " HUN": " a", "Fra": "y "}, meeting=" A/36/PV.91", session=" 78 ", resolution=" A/RES/78/183 A ")
    [fragment] = reading_of(GA_COLUMNS, rows)
    assert (fragment.members, fragment.positions) == (("USA", "HUN", "FRA"), "NAY")
    assert (fragment.meeting, fragment.session, fragment.symbol) == ("A/36/PV.91", "78", "A/RES/78/183 A")


@pytest.mark.parametrize("name", ["TURKEY", "TURKIYE", "TÜRKİYE", "TÜRKIYE", "TÜRKÝYE"])
@pytest.mark.parametrize("code", ["TUR", "", "TKY"])
def test_every_spelling_of_a_name_is_the_same_member_with_or_without_a_known_code(
    reading_of: ReadRows, code: str, name: str
) -> None:
    rows = [{**row, "ms_name": name} for row in ga_rows({code: "Y"})]
    assert [fragment.members for fragment in reading_of(GA_COLUMNS, rows)] == [("TUR",)]


def test_a_code_that_nobody_knows_is_kept_and_remarked_upon(reading_of: ReadRows) -> None:
    rows = [{**row, "ms_name": "ATLANTIS"} for row in ga_rows({"ATL": "Y"})]
    [fragment] = reading_of(GA_COLUMNS, rows)
    assert fragment.members == ("ATL",)
    assert details(fragment, RemarkKind.SOURCE_NOTE) == ["The record lists codes of no known member: ATL."]


@pytest.mark.parametrize(
    ("day", "session", "member"), [("1991-12-20", "46", "SUN"), ("1991-12-23", "46", "SUN"), ("1991-12-24", "46", "RUS")]
)
@pytest.mark.parametrize("code", ["SUN", "RUS"])
def test_the_soviet_seat_goes_by_the_day_whichever_code_the_file_writes(
    reading_of: ReadRows, code: str, day: str, session: str, member: str
) -> None:
    [fragment] = reading_of(GA_COLUMNS, ga_rows({"USA": "N", code: "Y"}, date=day, session=session))
    assert fragment.members == ("USA", member)


def test_totals_that_do_not_add_up_are_kept_and_remarked_upon(reading_of: ReadRows) -> None:
    rows = ga_rows({"USA": "N", "HUN": "A", "TUR": "Y"}, "1", total_abstentions="4.0")
    rows += ga_rows({"USA": "N"}, "2", total_non_voting="3")
    rows += ga_rows({"USA": "N", "FRA": "N"}, "3", total_ms="3")
    rows += ga_rows({"USA": "N"}, "4")
    found = {f.record_id: f for f in reading_of(GA_COLUMNS, rows)}
    assert found["1"].tally.abstain == 4
    assert {record: details(f, RemarkKind.TOTALS_DISAGREE) for record, f in found.items()} == {
        "1": ["stated 1-1-4, counted 1-1-1"],
        "2": ["stated 0-1-0 and 3 non-voting, counted 0-1-0 and 0 non-voting"],
        "3": ["stated 3 members, counted 2"],
        "4": [],
    }


def test_a_note_of_the_source_is_kept_verbatim_and_once(reading_of: ReadRows) -> None:
    note = "Iraq later advised that it had intended to vote in favour."
    [fragment] = reading_of(GA_COLUMNS, ga_rows({"USA": "N", "HUN": "A"}, vote_note=note))
    assert details(fragment, RemarkKind.SOURCE_NOTE) == [note]


def test_rows_of_one_roll_call_may_stand_apart(reading_of: ReadRows) -> None:
    one, other = ga_rows({"USA": "N", "HUN": "A"}, "1"), ga_rows({"USA": "Y", "HUN": "Y", "FRA": "X"}, "2")
    found = {f.record_id: (f.members, f.positions) for f in reading_of(GA_COLUMNS, [one[0], other[0], one[1], *other[1:]])}
    assert found == {"1": (("USA", "HUN"), "NA"), "2": (("USA", "HUN", "FRA"), "YYX")}


def test_columns_that_nobody_knows_may_differ_from_row_to_row(reading_of: ReadRows) -> None:
    rows = [{**row, "": str(number)} for number, row in enumerate(ga_rows({"USA": "N", "HUN": "A"}))]
    assert [f.positions for f in reading_of(["", *GA_COLUMNS], rows)] == ["NA"]
    assert [f.positions for f in reading_of([*GA_COLUMNS, ""], rows)] == ["NA"]


def test_a_row_that_stands_there_twice_counts_once(reading_of: ReadRows) -> None:
    rows = ga_rows({"USA": "N", "HUN": "A"})
    [fragment] = reading_of(GA_COLUMNS, [*rows, rows[1]])
    assert (fragment.members, fragment.positions, fragment.remarks) == (("USA", "HUN"), "NA", ())


def test_rows_after_a_complete_roll_call_has_passed_are_refused(reading_of: ReadRows) -> None:
    rows = ga_rows({"USA": "N"}, "1")
    error = refusal(reading_of, GA_COLUMNS, [*rows, *ga_rows({"USA": "Y"}, "2"), *rows])
    assert (error.line, error.column, error.value) == (4, "undl_id", "1")


@pytest.mark.parametrize(
    ("change", "line", "column", "value"),
    [
        ({"ms_vote": "Q"}, 3, "ms_vote", "Q"),
        ({"ms_vote": ""}, 3, "ms_vote", ""),
        ({"ms_vote": "AN"}, 3, "ms_vote", "AN"),
        ({"ms_code": "12", "ms_name": "ATLANTIS"}, 3, "ms_code", "12"),
        ({"ms_code": "USA", "ms_name": "UNITED STATES"}, 3, "ms_vote", "A"),
        ({"date": "2024-03-22"}, 3, "date", "2024-03-22"),
        ({"resolution": "A/RES/78/2"}, 3, "resolution", "A/RES/78/2"),
        ({"total_yes": "9"}, 3, "total_yes", "9"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_line_column_and_value(
    reading_of: ReadRows, change: Row, line: int, column: str, value: str
) -> None:
    rows = ga_rows({"USA": "N", "HUN": "A"})
    rows[1] |= change
    error = refusal(reading_of, GA_COLUMNS, rows)
    assert (error.file, error.line, error.column, error.value) == ("voting.csv", line, column, value)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"date": "2024-02-30"}, "date"),
        ({"date": "21/03/2024"}, "date"),
        ({"date": "1924-03-21"}, "date"),
        ({"date": "2204-03-21"}, "date"),
        ({"total_no": "many"}, "total_no"),
        ({"total_no": "-1"}, "total_no"),
        ({"undl_link": "https://digitallibrary.un.org/record/2"}, "undl_link"),
        ({"undl_link": "somewhere"}, "undl_link"),
        ({"undl_id": ""}, "undl_id"),
    ],
)
@pytest.mark.parametrize("layout", ["Assembly", "Council", "outcomes"])
def test_a_cell_that_cannot_be_is_refused_in_every_layout(reading_of: ReadRows, layout: str, change: Row, column: str) -> None:
    columns, rows = {
        "Assembly": (GA_COLUMNS, ga_rows({"USA": "N", "HUN": "A"}, **change)),
        "Council": (SC_COLUMNS, sc_rows({"USA": "N", "FRA": "A"}, **change)),
        "outcomes": (OUTCOME_COLUMNS, [outcome_row(modality="Vote, recorded", **change)]),
    }[layout]
    error = refusal(reading_of, columns, rows)
    assert (error.line, error.column, error.value) == (2, column, change[column])


def test_the_double_letter_of_one_record_is_an_abstention(reading_of: ReadRows) -> None:
    rows = ga_rows({"USA": "Y", "PAK": "AN"}, resolution="A/RES/620(VII)[A]", session="7", date="1952-12-21")
    [fragment] = reading_of(GA_COLUMNS, rows)
    assert fragment.positions == "YA"
    assert details(fragment, RemarkKind.SOURCE_NOTE) == ['The record reads "AN" for Pakistan; counted as an abstention.']


def test_a_record_without_symbol_or_day_is_left_out_and_reported(reading_of: ReadRows) -> None:
    reading = reading_of(
        OUTCOME_COLUMNS, [outcome_row("454783", resolution="", date=""), outcome_row("2"), outcome_row("3", date=" ")]
    )
    assert [fragment.record_id for fragment in reading] == ["2"]
    assert reading.left_out == [
        LeftOut("454783", "the record has no symbol and no date"),
        LeftOut("3", "the record has no date"),
    ]
    reading = reading_of(GA_COLUMNS, ga_rows({"USA": "N"}, "1", resolution="") + ga_rows({"USA": "N"}, "2"))
    assert [fragment.record_id for fragment in reading] == ["2"]
    assert reading.left_out == [LeftOut("1", "the record has no symbol")]


def test_a_decision_is_no_resolution(reading_of: ReadRows) -> None:
    [fragment] = reading_of(GA_COLUMNS, ga_rows({"USA": "N"}, resolution="A/DEC/80/506", session="80"))
    assert fragment.kind is Kind.DECISION


@pytest.mark.parametrize(
    ("cell", "symbol", "session"),
    [("30", "A/RES/3379(XXX)", "30"), ("XXX", "A/RES/3379(XXX)", "30"), ("S-IV", "A/RES/1873(S-IV)", "S-4"), ("", "A/RES/ES-11/7", "ES-11"), ("?", "A/RES/79/7", "79")],
)  # fmt: skip
def test_the_session_is_in_arabic_numerals_whatever_the_file_writes(
    reading_of: ReadRows, cell: str, symbol: str, session: str
) -> None:
    [fragment] = reading_of(OUTCOME_COLUMNS, [outcome_row(session=cell, resolution=symbol, date="2025-02-24")])
    assert fragment.session == session


def test_a_day_before_its_session_is_remarked_upon(reading_of: ReadRows) -> None:
    rows = ga_rows({"USA": "N"}, "1", date="1982-02-21", session="37") + ga_rows(
        {"USA": "N"}, "2", date="1982-12-09", session="37"
    )
    wrong, right = reading_of(GA_COLUMNS, rows)
    assert wrong.date.isoformat() == "1982-02-21"
    assert details(wrong, RemarkKind.SOURCE_NOTE) == [
        "The record dates it 1982-02-21, before session 37 opened in September 1982."
    ]
    assert right.remarks == ()


@pytest.mark.parametrize("letter", ["X", "Y"])
@pytest.mark.parametrize("modality", ["Without Vote", "without vote"])
def test_adopted_without_a_vote_has_no_positions_whichever_letter_stands_for_it(
    reading_of: ReadRows, letter: str, modality: str
) -> None:
    [fragment] = reading_of(SC_COLUMNS, sc_rows({"USA": letter, "FRA": letter, "RUS": letter}, modality=modality))
    assert (fragment.mode, fragment.members, fragment.positions, fragment.tally) == (Mode.WITHOUT_VOTE, (), "", Tally())
    assert fragment.remarks == ()


def test_a_permanent_members_no_to_an_adopted_text_is_no_veto(reading_of: ReadRows) -> None:
    [fragment] = reading_of(SC_COLUMNS, sc_rows({"RUS": "N", "FRA": "Y"}, "2623", date="2024-02-27"))
    assert (fragment.outcome, fragment.vetoed_by, fragment.positions) == (Outcome.ADOPTED, (), "NY")


def test_a_council_date_out_of_order_with_its_neighbours_is_kept_and_remarked_upon(reading_of: ReadRows) -> None:
    days = {"839": "1993-06-11", "840": "1993-03-31", "841": "1993-06-16", "842": "1994-06-18"}
    rows = [row for n, day in days.items() for row in sc_rows({"USA": "Y"}, n, date=day, resolution=f"S/RES/{n}(1993)")]
    found = {f.record_id: f for f in reading_of(SC_COLUMNS, rows)}
    assert {n: f.date.isoformat() for n, f in found.items()} == days
    assert {n: details(f, RemarkKind.SOURCE_NOTE) for n, f in found.items()} == {
        "839": [],
        "840": [
            "The record dates it 1993-03-31, out of order: S/RES/839(1993) is of 1993-06-11 and S/RES/841(1993) of 1993-06-16."
        ],
        "841": [],
        "842": ["The record dates it 1994-06-18, another year than its symbol's."],
    }


def test_a_description_of_another_number_is_remarked_upon(reading_of: ReadRows) -> None:
    description = "Security Council resolution 2803 (2025) [on extension of measures]"
    [fragment] = reading_of(SC_COLUMNS, sc_rows({"USA": "Y"}, "2804", description=description))
    assert details(fragment, RemarkKind.SOURCE_NOTE) == ["The record describes it as resolution 2803."]


def test_a_symbol_that_is_no_council_resolution_is_left_out_and_reported(reading_of: ReadRows) -> None:
    reading = reading_of(SC_COLUMNS, sc_rows({"RUS": "N"}, "1", resolution="S/2014/189") + sc_rows({"RUS": "N"}, "2"))
    assert [f.record_id for f in reading] == ["2"]
    assert reading.left_out == [LeftOut("1", "S/2014/189 is not the symbol of a Security Council resolution")]


@pytest.mark.parametrize(
    ("modality", "mode"),
    [
        ("Vote, recorded", Mode.RECORDED),
        ("Vote, non-recorded", Mode.NON_RECORDED),
        ("Without vote", Mode.WITHOUT_VOTE),
        ("Adopted without a vote ", Mode.WITHOUT_VOTE),
        ("Consensus", Mode.WITHOUT_VOTE),
    ],
)
def test_the_outcomes_file_says_how_each_text_was_decided(reading_of: ReadRows, modality: str, mode: Mode) -> None:
    [fragment] = reading_of(OUTCOME_COLUMNS, [outcome_row(modality=modality)])
    assert (fragment.mode, fragment.outcome, fragment.positions) == (mode, Outcome.ADOPTED, "")


def test_a_way_of_deciding_that_nobody_knows_is_refused(reading_of: ReadRows) -> None:
    error = refusal(reading_of, OUTCOME_COLUMNS, [outcome_row("1"), outcome_row("2", modality="By lot")])
    assert (error.line, error.column, error.value) == (3, "modality", "By lot")
    error = refusal(reading_of, SC_COLUMNS, sc_rows({"USA": "Y"}, modality="By lot"))
    assert (error.line, error.column, error.value) == (2, "modality", "By lot")
