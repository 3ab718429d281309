"""A file is what its bytes say it is, whatever its name; and what cannot be imported is refused in one sentence."""

from __future__ import annotations

import gzip
import hashlib
import io
import lzma
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import SourceError
from store.importers.opening import read, recognise
from tests.store.importers.library_files import (
    GA_COLUMNS,
    OUTCOME_COLUMNS,
    SC_COLUMNS,
    as_csv,
    ga_rows,
    outcome_row,
    sc_rows,
)

GA = as_csv(GA_COLUMNS, ga_rows({"USA": "N", "HUN": "A", "TUR": "Y"}))
SC = as_csv(SC_COLUMNS, sc_rows({"USA": "A", "FRA": "Y"}, "2728"))
OUTCOMES = as_csv(OUTCOME_COLUMNS, [outcome_row("265")])


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def imported(path: Path, data: bytes) -> list[tuple[str, str]]:
    path.write_bytes(data)
    return [(f.symbol, f.positions) for f in read(recognise(path))]


@pytest.mark.parametrize(
    ("data", "dataset", "found"),
    [
        (GA, "undl_ga", [("A/RES/78/1", "NAY")]),
        (SC, "undl_sc", [("S/RES/2728(2024)", "AY")]),
        (OUTCOMES, "undl_ga_outcomes", [("A/RES/78/265", "")]),
    ],
    ids=["Assembly", "Council", "outcomes"],
)
@pytest.mark.parametrize("name", ["ga_voting.csv", "sc_voting.csv.gz", "download (3)", "x.zip"])
def test_the_header_says_which_file_it_is_and_not_the_name(
    tmp_path: Path, name: str, data: bytes, dataset: str, found: list[tuple[str, str]]
) -> None:
    path = tmp_path / name
    assert imported(path, data) == found
    assert recognise(path).dataset.key == dataset


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("gz", gzip.compress),
        ("xz", lzma.compress),
        ("zip", lambda data: zipped({"votes.csv": data})),
        ("zip from a Mac", lambda data: zipped({"votes.csv": data, "__MACOSX/._votes.csv": b"x", "README.txt": b"x"})),
        ("byte order mark", lambda data: b"\xef\xbb\xbf" + data),
        ("Windows line ends", lambda data: data.replace(b"\n", b"\r\n")),
        ("blank line first", lambda data: b"\n" + data),
        ("blank lines last", lambda data: data + b"\n\n"),
        ("no last line end", lambda data: data.rstrip(b"\n")),
        ("upper-case header", lambda data: data.replace(b"undl_id,ms_code", b"UNDL_ID, Ms_Code ", 1)),
    ],
)
def test_every_packing_and_line_end_gives_the_same(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    assert imported(tmp_path / name, pack(GA)) == [("A/RES/78/1", "NAY")]


def test_columns_may_stand_in_any_order_and_more_may_be_there(tmp_path: Path) -> None:
    rows = [{**row, "ai_summary": "none"} for row in ga_rows({"USA": "N", "HUN": "A", "TUR": "Y"})]
    for seed in range(5):
        columns = [*GA_COLUMNS, "ai_summary"]
        random.Random(seed).shuffle(columns)
        assert imported(tmp_path / "ga.csv", as_csv(columns, rows)) == [("A/RES/78/1", "NAY")]


@pytest.mark.parametrize("columns", [GA_COLUMNS, SC_COLUMNS, OUTCOME_COLUMNS], ids=["Assembly", "Council", "outcomes"])
def test_the_layout_of_2025_has_no_vote_note(tmp_path: Path, columns: list[str]) -> None:
    rows = {18: [outcome_row()]}.get(len(columns)) or (sc_rows if "modality" in columns else ga_rows)({"USA": "N", "FRA": "Y"})
    older = [name for name in columns if name != "vote_note"]
    assert imported(tmp_path / "2026.csv", as_csv(columns, rows)) == imported(tmp_path / "2025.csv", as_csv(older, rows))


def test_a_source_file_names_its_size_and_checksum(tmp_path: Path) -> None:
    path = tmp_path / "ga.csv.gz"
    path.write_bytes(gzip.compress(GA))
    source = recognise(path)
    assert (source.size, source.checksum) == (path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())


def test_progress_counts_the_bytes_on_disk_up_to_the_size(tmp_path: Path) -> None:
    rows = [row for record in range(9000) for row in ga_rows({"USA": "N", "HUN": "A"}, str(record))]
    path = tmp_path / "ga.csv"
    path.write_bytes(as_csv(GA_COLUMNS, rows))
    reached: list[int] = []
    reading = read(recognise(path), reached.append)
    assert sum(1 for _ in reading) == 9000
    assert reached == sorted(set(reached[:-1])) + reached[-1:]
    assert reached[-1] == path.stat().st_size
    assert len(reached) > 3
    assert reading.rows == 18000


REFUSED = [
    ("a web page", b"<!DOCTYPE html>\n<html><body>Just a moment...</body></html>", ["line 1", "a web page was saved instead", "download"]),
    ("a packed web page", gzip.compress(b"\n <HTML><head>"), ["a web page was saved instead"]),
    ("an empty file", b"", ["the file is empty", "download"]),
    ("a file of blank lines", b"\n\n", ["the file has no header"]),
    ("a header alone", GA[: GA.index(b"\n") + 1], ["a header and no rows"]),
    ("another table", b"country,vote\nUSA,Y\n", ["line 1", '"country,vote"', "no file that VoteDesk knows"]),
    ("semicolons", GA.replace(b",", b";"), ["no file that VoteDesk knows"]),
    ("a missing column", GA.replace(b"total_yes", b"total"), ["line 1", "no column total_yes"]),
    ("a column twice", GA.replace(b",draft,", b",title,", 1), ['column "title"', "names a column twice"]),
    ("UTF-16", GA.decode().encode("utf-16"), ["this is no CSV file in UTF-8"]),
    ("a spreadsheet", zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b""}), ["this is a spreadsheet, not a CSV file"]),
    ("two tables in one archive", zipped({"ga.csv": GA, "sc.csv": SC}), ["2 CSV files instead of one"]),
    ("an archive without a file", zipped({}), ["0 CSV files instead of one"]),
    ("a .gz cut off", gzip.compress(GA)[:-20], ["cut off"]),
    ("a .gz with a wrong check", gzip.compress(GA)[:-8] + b"\0" * 8, ["damaged"]),
    ("an .xz cut off", lzma.compress(GA)[:-30], ["cut off"]),
    ("an .xz with noise", lzma.compress(GA)[:60] + b"\x55" * 40, ["damaged"]),
    ("a .zip cut off", zipped({"ga.csv": GA})[:-40], ["damaged"]),
    ("cut off in a row", GA[:-90], ["line 4", "columns instead of 20", "cut off"]),
    ("cut off in the last cell", GA.rstrip(b"\n")[:-1], ["line 4", 'column "undl_link"']),
    ("cut off between two rows", GA[: GA.rstrip(b"\n").rindex(b"\n") + 1], ["line 3", 'column "total_ms"', "lists only 2 of the 3 members", "A/RES/78/1"]),
    ("cut off in a quoted cell", GA.replace(b",Question", b',"Question'), ["line 2", "a quotation mark"]),
    ("outcomes cut off in the last cell", OUTCOMES.rstrip(b"\n")[:-1], ["line 2", 'column "undl_link"', "record 265"]),
    ("another encoding", GA.decode().encode("cp1254"), ["line 4", "the text is not in UTF-8"]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "parts"), [(data, parts) for _, data, parts in REFUSED], ids=[name for name, _, _ in REFUSED])
def test_what_is_not_what_it_seems_is_refused_in_one_sentence(tmp_path: Path, data: bytes, parts: list[str]) -> None:
    with pytest.raises(SourceError) as error:
        imported(tmp_path / "voting.csv", data)
    sentence = str(error.value)
    assert sentence.startswith("voting.csv")
    assert [part for part in parts if part not in sentence] == [], sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_missing_file_and_a_folder_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nothing\.csv: there is no such file"):
        recognise(tmp_path / "nothing.csv")
    with pytest.raises(SourceError, match="this is a folder"):
        recognise(tmp_path)
