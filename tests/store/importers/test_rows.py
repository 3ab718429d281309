"""Reading only what is new in a row gives exactly what reading every row in full gives."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.importers import rows as rows_module
from store.importers.rows import Run, runs
from tests.store.importers.library_files import GA_COLUMNS, as_csv, ga_rows

CODES = ["USA", "FRA", "HUN", "TUR", "GER", "CHN"]

TEXTS = st.lists(st.sampled_from(["a", "b ", ",", '"', "\n", "\r\n", ";", "é", "1"]), max_size=12).map("".join)


def read(data: bytes, columns: list[str]) -> list[Run]:
    stream = io.BytesIO(data)
    stream.readline()
    return list(runs(stream, columns, 2, lambda code, _name, vote: (code, vote)))


def one_ballot_a_row(found: list[Run]) -> list[tuple[str, str, str, str, str]]:
    """(record, title, note, code, vote) of every row."""
    return [(r.record, r.cells["title"], r.cells["vote_note"], *ballot) for r in found for ballot in r.ballots]


def plain_reading(data: bytes) -> list[tuple[str, str, str, str, str]]:
    reader = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""))
    return [(row["undl_id"], row["title"], row["vote_note"], row["ms_code"], row["ms_vote"]) for row in reader]


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, list[str]]:
    """Some roll calls: odd texts, notes in single rows, rows in any order, columns in any order, either line end."""
    found = []
    for record in draw(st.lists(st.sampled_from(["1", "2", "12", "21"]), min_size=1, max_size=4)):
        votes = {code: draw(st.sampled_from("YNAX")) for code in draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True))}
        found += ga_rows(
            votes, record, title=draw(TEXTS), subjects=draw(TEXTS), total_ms=draw(st.sampled_from(["", "1.0", "3.0", "6.0"]))
        )
    for row in draw(st.lists(st.sampled_from(found), max_size=2)):
        row["vote_note"] = draw(TEXTS)
    if draw(st.booleans()):
        found = draw(st.permutations(found))
    columns = draw(st.permutations(GA_COLUMNS)) if draw(st.booleans()) else GA_COLUMNS
    data = as_csv(
        columns,
        found,
        line_end=draw(st.sampled_from(["\n", "\r\n"])),
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
    )
    return (data if draw(st.booleans()) else data.rstrip(b"\r\n")), list(columns)


@given(files(), st.sampled_from([40, 300, 5000]))
@settings(max_examples=300, deadline=None)
def test_every_row_is_read_as_the_csv_module_reads_it(file: tuple[bytes, list[str]], chunk: int) -> None:
    data, columns = file
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows_module, "CHUNK", chunk)
        found = read(data, columns)
    assert one_ballot_a_row(found) == plain_reading(data)
    assert sum(run.rows for run in found) == len(plain_reading(data))


@given(
    st.lists(st.tuples(st.sampled_from(["A", 'A,"', '"', "x\n1,B", "\n"]), st.sampled_from(["", "\n", ",1,", '"']))),
    st.booleans(),
)
@example([("A", "\n"), ('A,"', "\n")], False)
@settings(deadline=None)
def test_a_text_that_looks_like_the_end_of_a_row_is_not_taken_for_one(pairs: list[tuple[str, str]], quote_all: bool) -> None:
    columns = ["undl_id", "ms_code", "ms_name", "ms_vote", "title", "vote_note"]
    rows = [
        {"undl_id": "1", "ms_code": "USA", "ms_name": name, "ms_vote": "Y", "title": title, "vote_note": ""}
        for name, title in pairs
    ]
    data = as_csv(columns, rows, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL)
    assert one_ballot_a_row(read(data, columns)) == plain_reading(data)


def test_rows_of_one_roll_call_are_one_run_and_keep_their_lines() -> None:
    data = as_csv(GA_COLUMNS, ga_rows({"USA": "Y", "GER": "N"}, "1") + ga_rows({"USA": "A", "HUN": "X"}, "2", title="two\nlines"))
    assert [(r.record, r.line, r.last_line, r.ballots) for r in read(data, GA_COLUMNS)] == [
        ("1", 2, 3, [("USA", "Y"), ("GER", "N")]),
        ("2", 4, 7, [("USA", "A"), ("HUN", "X")]),
    ]


def test_a_file_is_read_piece_by_piece() -> None:
    class Counting(io.BytesIO):
        largest = 0

        def read(self, size: int | None = -1) -> bytes:
            Counting.largest = max(Counting.largest, size or 0)
            return super().read(size)

    def many() -> Iterator[dict[str, str]]:
        for record in range(3000):
            yield from ga_rows({"USA": "Y", "FRA": "N"}, str(record))

    stream = Counting(as_csv(GA_COLUMNS, many()))
    stream.readline()
    assert sum(r.rows for r in runs(stream, GA_COLUMNS, 2, lambda code, _name, vote: (code, vote))) == 6000
    assert Counting.largest == rows_module.CHUNK
