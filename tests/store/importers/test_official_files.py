"""The real files of the UN Digital Library: everything in them arrives, and nothing else."""

from __future__ import annotations

import csv
import lzma
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from store.facts import Mode, RemarkKind
from store.importers.fragment import Fragment
from store.importers.opening import Reading, read, recognise
from store.importers.starter import read_starter


def undl_file(name: str) -> Path:
    folder = os.environ.get("VOTEDESK_TEST_DATA")
    if not folder:
        pytest.skip("VOTEDESK_TEST_DATA does not name the folder of the test data")
    return Path(folder) / "undl" / f"2025_11_08_{name}.csv.xz"


@pytest.fixture(scope="module")
def council() -> list[Fragment]:
    return list(read(recognise(undl_file("sc_voting"))))


@pytest.fixture(scope="module")
def outcomes() -> Reading:
    return read(recognise(undl_file("ga_outcomes")))


@pytest.fixture(scope="module")
def outcome_fragments(outcomes: Reading) -> list[Fragment]:
    return list(outcomes)


@pytest.fixture(scope="module")
def assembly() -> list[Fragment]:
    return list(read(recognise(undl_file("ga_voting"))))


def test_every_assembly_vote_arrives_as_the_csv_module_reads_it(assembly: list[Fragment]) -> None:
    with lzma.open(undl_file("ga_voting"), "rt", encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        header = next(rows)
        record, code, vote, symbol = (header.index(name) for name in ("undl_id", "ms_code", "ms_vote", "resolution"))
        expected = Counter((row[record], row[symbol], row[code], row[vote]) for row in rows)
    found = Counter((f.record_id, f.symbol, *ballot) for f in assembly for ballot in zip(f.members, f.positions, strict=True))
    assert len(expected) == 947_397
    assert found == expected


def test_the_assembly_file_adds_up(assembly: list[Fragment]) -> None:
    assert len(assembly) == len({f.key for f in assembly}) == 5_694
    assert [f.symbol for f in assembly if any(r.kind is RemarkKind.TOTALS_DISAGREE for r in f.remarks)] == []
    assert (min(f.date for f in assembly).isoformat(), max(f.date for f in assembly).isoformat()) == ("1946-01-26", "2025-12-18")


def test_the_council_file_arrives_whole(council: list[Fragment]) -> None:
    assert len(council) == 2_811
    assert sum(f.mode is Mode.WITHOUT_VOTE for f in council) == 42
    assert sum(len(f.positions) for f in council) == 41_289 - 42 * 15
    assert all(not f.vetoed_by for f in council)


def test_the_councils_wrong_dates_are_remarked_upon(council: list[Fragment]) -> None:
    remarked = {f.symbol for f in council for r in f.remarks if "out of order" in r.detail}
    assert remarked >= {
        f"S/RES/{n}" for n in ("451(1979)", "593(1986)", "727(1992)", "840(1993)", "857(1993)", "1009(1995)", "2809(2025)")
    }
    assert len(remarked) < 12


def test_the_outcomes_file_arrives_but_for_the_record_that_names_nothing(
    outcomes: Reading, outcome_fragments: list[Fragment]
) -> None:
    assert Counter(f.mode for f in outcome_fragments) == {Mode.RECORDED: 5_694, Mode.NON_RECORDED: 1_663}
    assert [(left.record_id, left.reason) for left in outcomes.left_out] == [("454783", "the record has no symbol and no date")]


def test_no_title_keeps_the_catalogues_ending(outcome_fragments: list[Fragment]) -> None:
    ending = re.compile(r"[:/]\s*(\w+\s+)?by the (General|United)|/\s*ad+op|:\s*(resol\w*|decision)\s*$", re.IGNORECASE)
    assert [f.title for f in outcome_fragments if ending.search(f.title[-60:])] == []


def test_the_starter_record_says_what_the_official_files_say(assembly: list[Fragment], council: list[Fragment]) -> None:
    official = {f.key: f for f in (*assembly, *council)}
    compared = 0
    for starter in read_starter():
        record = official.get(starter.key)
        if record is None:
            continue
        compared += 1
        for field in ("symbol", "date", "title", "kind", "outcome", "mode", "tally", "session", "url"):
            assert getattr(starter, field) == getattr(record, field), (starter.symbol, field)
        assert dict(zip(starter.members, starter.positions, strict=True)) == dict(
            zip(record.members, record.positions, strict=True)
        )
    assert compared == 63


def test_a_compressed_file_and_its_contents_give_the_same(council: list[Fragment], tmp_path: Path) -> None:
    path = tmp_path / "sc"
    path.write_bytes(lzma.decompress(undl_file("sc_voting").read_bytes()))
    assert list(read(recognise(path))) == council
