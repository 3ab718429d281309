"""The Data Hub's vetoes: who vetoed is stated, everything else of the vote is unknown; the starter record's rolls stay."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from store.errors import SourceError
from store.facts import Outcome, Position, RemarkKind
from store.importers.load import import_files
from store.vote_store import VoteStore

HEADER = (
    "id,date,draft_res#,record,agenda,short_agenda,#_of_pms,china,russian_federation_ussr,france,united_states,united_kingdom,"
    "url_for_res#,last_update"
)
ROWS = (
    "1,1946-06-26,S/PV.49,49,The Spanish question,Spain,1,0,1,0,0,0,,2022-09-15",
    "2,1946-06-26,S/PV.49,49,The Spanish question preliminary question,Spain,1,0,1,0,0,0,,2022-09-15",
    "3,1956-10-30,S/3710 (as amended),749,Palestine question,Middle East,2,0,0,1,0,1,,2022-09-15",
    "4,2017-02-28,S/2017/172,7893,Middle East,Syria,2,1,1,0,0,0,https://undocs.org/S/2017/172,2022-09-15",
    "5,2022-02-25,S/2022/155,8979,Ukraine,Ukraine,1,0,1,0,0,0,https://undocs.org/S/2022/155,2022-09-15",
)


def vetoes_file(folder: Path, *rows: str) -> Path:
    path = folder / "vetoes.csv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


def test_positions_that_the_file_does_not_give_are_unknown(tmp_path: Path, url: str) -> None:
    import_files(url, [vetoes_file(tmp_path, *ROWS)])
    with VoteStore.open(url) as store:
        (draft,) = store.catalogue.by_key("S/2017/172")
        assert (draft.outcome, draft.vetoed_by, draft.tally.yes) == (Outcome.VETOED, ("CHN", "RUS"), None)
        assert store.votes([draft.id])[draft.id] == {
            "CHN": Position.NO,
            "FRA": Position.UNKNOWN,
            "GBR": Position.UNKNOWN,
            "RUS": Position.NO,
            "USA": Position.UNKNOWN,
        }
        assert [(r.kind, r.detail) for r in draft.remarks] == [(RemarkKind.ROLL_INCOMPLETE, "13")]


def test_a_full_roll_of_the_same_draft_is_kept(tmp_path: Path, url: str) -> None:
    import_files(url, [vetoes_file(tmp_path, *ROWS)])
    with VoteStore.open(url) as store:
        (draft,) = store.catalogue.by_key("S/2022/155")
        assert (draft.dataset, draft.tally.yes, draft.vetoed_by) == ("starter", 11, ("RUS",))
        assert store.votes([draft.id], ["BRA"])[draft.id] == {"BRA": Position.YES}


def test_the_seat_was_the_soviet_unions_before_it_was_russias(tmp_path: Path, url: str) -> None:
    import_files(url, [vetoes_file(tmp_path, *ROWS)])
    with VoteStore.open(url) as store:
        assert {r.vetoed_by for r in store.catalogue.by_key("S/PV.49")} == {("SUN",)}


def test_two_vetoes_of_one_meeting_are_two_roll_calls(tmp_path: Path, url: str) -> None:
    import_files(url, [vetoes_file(tmp_path, *ROWS)])
    with VoteStore.open(url) as store:
        assert len(store.catalogue.by_key("S/PV.49")) == 2


def test_additions_to_a_symbol_do_not_hide_the_draft(tmp_path: Path, url: str) -> None:
    import_files(url, [vetoes_file(tmp_path, *ROWS)])
    with VoteStore.open(url) as store:
        (draft,) = store.catalogue.by_key("S/3710")
        assert (draft.symbol, draft.vetoed_by) == ("S/3710 (as amended)", ("FRA", "GBR"))


@pytest.mark.parametrize("fault", ["2,0,1,0,0,0", "1,0,x,0,0,0", "0,0,0,0,0,0"])
def test_flags_that_do_not_add_up_are_refused(tmp_path: Path, url: str, fault: str) -> None:
    row = f"1,1946-06-26,S/PV.49,49,The Spanish question,Spain,{fault},,2022-09-15"
    with pytest.raises(SourceError, match=r"vetoes\.csv, line 2"):
        import_files(url, [vetoes_file(tmp_path, row)])


def test_vetoes_by_member_and_decade_are_the_files(test_data: Path, url: str) -> None:
    path = test_data / "dppa" / "DPPA-SCVETOES.csv"
    import_files(url, [path])
    columns = {"china": "CHN", "france": "FRA", "russian_federation_ussr": "RUS", "united_kingdom": "GBR", "united_states": "USA"}
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    in_file = Counter((code, row["date"][:3]) for row in rows for column, code in columns.items() if row[column] == "1")
    until = max(row["date"] for row in rows)
    with VoteStore.open(url) as store:
        vetoed = [r for r in store.catalogue.newest_first if r.outcome is Outcome.VETOED and r.date.isoformat() <= until]
        in_store = Counter(("RUS" if code == "SUN" else code, r.date.isoformat()[:3]) for r in vetoed for code in r.vetoed_by)
    assert len(vetoed) == len(rows)
    assert in_store == in_file
