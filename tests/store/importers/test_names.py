"""The library's names of member states: both layouts, what they make of the curated states, and what is refused."""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.disagreements import disagreements
from store.errors import SourceError
from store.importers.load import FileSummary, import_files
from store.importers.merge_names import merge_names
from store.importers.name_statement import NameStatement
from store.importers.opening import recognise
from store.importers.undl_names import read_rows
from store.members import load_members
from store.vote_store import VoteStore
from tests.store.importers.names_files import (
    HUNGARY,
    KOREA,
    NAMES,
    NEW_HEADINGS,
    NEW_MEMBER,
    NEW_NAME,
    NIGERIA,
    OBSERVER,
    Name,
    new_layout,
    old_layout,
)

Take = Callable[..., FileSummary]


@pytest.fixture
def take(tmp_path: Path, sqlite_url: str) -> Take:
    """Imports a file of these bytes into `sqlite_url`."""

    def taking(content: bytes, name: str = "names.csv") -> FileSummary:
        path = tmp_path / name
        path.write_bytes(content)
        return import_files(sqlite_url, [path]).files[0]

    return taking


def names_of(url: str, code: str) -> list[tuple[str, str | None]]:
    with VoteStore.open(url) as store:
        return [(p.name, p.first and p.first.isoformat()) for p in store.members.state(code).names]


LAYOUTS = {
    "new": new_layout(),
    "old": old_layout(),
    "old, American days, no mark": old_layout(american=True, mark=False),
    "new, with a mark": b"\xef\xbb\xbf" + new_layout(),
}


@pytest.mark.parametrize("content", LAYOUTS.values(), ids=LAYOUTS)
def test_both_layouts_say_the_same(take: Take, sqlite_url: str, content: bytes) -> None:
    summary = take(content)
    assert (summary.dataset, summary.names, summary.rows, summary.left_out) == ("undl_names", len(NAMES), len(NAMES), ())
    assert names_of(sqlite_url, "BFA") == [("Upper Volta", None), ("Burkina Faso", "1984-08-04")]
    assert names_of(sqlite_url, "EGY") == [("Egypt", None), ("United Arab Republic", "1958-02-22"), ("Egypt", "1971-09-02")]
    assert names_of(sqlite_url, "CIV") == [("Ivory Coast", None), ("Côte d'Ivoire", "1985-11-06")]
    assert names_of(sqlite_url, "SUN") == [("USSR", None)]
    with VoteStore.open(sqlite_url) as store:
        assert store.members.also["KOR"] == ("Republic of Korea", "Korea, Republic of", "South Korea", "REPUBLIC OF KOREA")


def test_every_packing_is_read(take: Take) -> None:
    content = new_layout()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("2026_08_17_unms_names.csv", content)
    for name, packed_content in (("a.gz", gzip.compress(content)), ("a.xz", lzma.compress(content)), ("a.zip", archive.getvalue())):
        assert take(packed_content, name).names == len(NAMES)


def test_names_reach_the_store_on_every_engine(store_url: str, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(new_layout([*NAMES, *NEW_NAME, NEW_MEMBER]))
    import_files(store_url, [path])
    assert names_of(store_url, "FJI") == [("Fiji", None), ("Vitilevu Republic", "2026-06-01")]
    with VoteStore.open(store_url) as store:
        assert store.members.state("FJI").short == "Vitilevu Republic"
        assert store.members.state("BGV").admitted == dt.date(2026, 9, 15)
        assert not store.members.was_member("BGV", dt.date(2026, 9, 14))
        covered = store.names_coverage()
        assert covered is not None
        assert (covered.names, covered.until, covered.file.name) == (16, dt.date(2026, 9, 15), "names.csv")
        assert covered.url == "https://digitallibrary.un.org/record/4082085"
    assert import_files(store_url, [path]).files[0].already_imported is not None
    assert [d.symbol for d in disagreements(store_url)] == ["BLR", "CIV", "EGY", "FJI", "SUN"]


def test_without_a_file_the_curated_states_are_used(sqlite_url: str) -> None:
    with VoteStore.open(sqlite_url) as store:
        assert store.members is load_members()
        assert store.names_coverage() is None


def test_a_reader_that_is_open_takes_the_names_in(take: Take, sqlite_url: str) -> None:
    with VoteStore.open(sqlite_url) as store:
        assert store.members.state("FJI").short == "Fiji"
        take(new_layout([*NAMES, *NEW_NAME]))
        assert store.refresh()
        assert store.members.state("FJI").short == "Vitilevu Republic"


def test_the_file_that_reaches_further_stays_whatever_the_order(take: Take, sqlite_url: str) -> None:
    newer, older = new_layout([*NAMES, *NEW_NAME]), old_layout()
    take(newer, "newer.csv")
    assert take(older, "older.csv").kept == len(NAMES) + 2
    assert names_of(sqlite_url, "FJI")[-1][0] == "Vitilevu Republic"
    corrected = new_layout([*NAMES, NEW_NAME[0], replace(NEW_NAME[1], name="Republic of Vitilevu")])
    take(corrected, "corrected.csv")
    assert names_of(sqlite_url, "FJI")[-1][0] == "Republic of Vitilevu"


def test_names_and_votes_come_in_one_import(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_bytes(new_layout())
    (tmp_path / "bad.csv").write_bytes(b"undl_id,ms_code,session\n1,HUN,79\n")
    with pytest.raises(SourceError):
        import_files(sqlite_url, [tmp_path / "names.csv", tmp_path / "bad.csv"])
    with VoteStore.open(sqlite_url) as store:
        assert store.names_coverage() is None


def left_out(summary: FileSummary) -> list[str]:
    return [f"{one.record_id}, {one.reason}" for one in summary.left_out]


REFUSED = {
    "a name of another present state": (replace(NIGERIA, other="Niger"), "line 14, Niger is a name of NER too"),
    "a name that two rows claim": (replace(NIGERIA, other="Nigritia"), "line 14, Nigritia is a name of HUN too"),
    "a group": (replace(NIGERIA, other="European Union"), "line 14, European Union stands for the group European Union"),
    "a phrase": (replace(NIGERIA, other="Paris Agreement"), "line 14, Paris Agreement stands for a fixed phrase"),
    "an ordinary word": (replace(NIGERIA, other="Resolution"), "line 14, Resolution is an ordinary word, or made of words of many names"),
    "a word of the record": (replace(NIGERIA, other="Peaceful"), "line 14, Peaceful is an ordinary word, or made of words of many names"),
    "words of many names only": (replace(NIGERIA, other="Federal Republic"), "line 14, Federal Republic is an ordinary word, or made of words of many names"),
    "a word of many names": (replace(NIGERIA, fr="République|Union"), "line 14, Union is an ordinary word, or made of words of many names"),
    "too short": (replace(NIGERIA, es="Nig"), "line 14, Nig is too short to tell from other words"),
    "somebody without a vote": (replace(NIGERIA, other="Taiwan"), "line 14, Taiwan stands for Taiwan, which has no vote"),
    "another's code": (replace(NIGERIA, iso="FRA"), "line 14, Nigeria is a name of NGA, and has the code FRA"),
    "no code and no known name": (Name("Ruritania", "", "1960-10-07"), "line 14, Ruritania: neither the name nor the code (there is none) is that of a known member state"),
    "no first day": (replace(NIGERIA, first=""), 'line 14, column "start_date": Nigeria has no first day'),
    "no name": (replace(NIGERIA, name=""), 'line 14, column "member_state": the row has no name'),
    "another alphabet": (replace(NIGERIA, ru="Nigeria"), 'line 14, column "russian": Nigeria is not written in Russian letters'),
    "a name that begins with another": (
        Name("Republic of Burkina Faso", "BFA", "1984-08-04", ru="Респуʼбліка"),
        "line 14, Republic of Burkina Faso begins on 1984-08-04, as Burkina Faso does: the curated names of BFA stay",
    ),
    "an observer": (replace(OBSERVER, status="obs"), "line 14, State of Palestine: neither the name nor the code PSE is that of a known member state"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "told"), REFUSED.values(), ids=REFUSED)
def test_what_could_mislead_is_left_out_and_told(take: Take, row: Name, told: str) -> None:
    names = [replace(n, other="Nigritia") if n is HUNGARY else n for n in NAMES if n is not NIGERIA]
    assert told in left_out(take(new_layout([*names, row])))


def test_of_a_list_with_commas_only_names_are_taken(take: Take, sqlite_url: str) -> None:
    summary = take(old_layout([replace(n, other="Korea, South") if n is KOREA else n for n in NAMES]))
    assert left_out(summary) == ["line 10, South is an ordinary word, or made of words of many names"]
    with VoteStore.open(sqlite_url) as store:
        assert store.members.also["KOR"] == ("Republic of Korea", "Korea", "REPUBLIC OF KOREA")


def test_a_new_state_needs_a_sign_that_it_is_a_member(take: Take) -> None:
    headings = tuple(h for h in NEW_HEADINGS if h != "name_status")
    summary = take(new_layout([*NAMES, replace(NEW_MEMBER)], headings))
    assert left_out(summary) == ["line 15, Bougainville: nothing in the row says that it is a member state"]


def test_a_code_of_old_is_read_by_the_names_before_and_after(take: Take, sqlite_url: str) -> None:
    old = Name("Great Vitilevu", "VTL", "1970-10-13", "1980-01-01", later="Fiji")
    take(new_layout([*NAMES, old, Name("Fiji", "FJI", "1980-01-02", earlier="Great Vitilevu")]))
    assert names_of(sqlite_url, "FJI") == [("Great Vitilevu", None), ("Fiji", "1980-01-02")]


def test_two_states_that_come_of_one_are_both_new(take: Take, sqlite_url: str) -> None:
    ended = Name("Fiji", "FJI", "1970-10-13", "2026-05-31", later="Viti|Levuka")
    new = [Name(name, iso, "2026-06-01", earlier="Fiji") for name, iso in (("Viti Islands", "VTI"), ("Levuka", "LVK"))]
    take(new_layout([*NAMES, ended, *new]))
    with VoteStore.open(sqlite_url) as store:
        assert {"VTI", "LVK"} <= store.members.by_code.keys()
        # What ended is told; that a member of the curated list has gone is for the list to say.
        assert store.members.state("FJI").ended is None
    assert ("FJI", "last day of membership") in {(d.symbol, d.field) for d in disagreements(sqlite_url)}


FAULTS = {
    "no such day": (replace(NIGERIA, first="1960-13-07"), 'line 14, column "start_date", value "1960-13-07": there is no such day.'),
    "no day": (replace(NIGERIA, first="October 1960"), 'line 14, column "start_date", value "October 1960": this is no date like 2025-02-24'),
    "more ends than starts": (replace(NIGERIA, last="1970-01-01|1980-01-01"), 'line 14, column "end_date", value "1970-01-01|1980-01-01": 2 last days do not fit 1 first days (1960-10-07).'),
    "fewer ends": (replace(NIGERIA, first="1960-10-07|1970-01-01|1980-01-01"), 'line 14, column "end_date", value "": 0 last days do not fit 3 first days'),
    "ends before it begins": (replace(NIGERIA, last="1950-01-01"), 'line 14, column "end_date", value "1950-01-01": the name ends before it begins, on 1960-10-07.'),
    "days not in order": (replace(NIGERIA, first="1960-10-07|1965-01-01", last="1970-01-01"), 'line 14, column "start_date", value "1960-10-07|1965-01-01": the days are not in order'),
    "no code": (replace(NIGERIA, iso="Nigeria"), 'line 14, column "iso", value "Nigeria": this is no code of three letters.'),
    "a code for a name": (replace(NIGERIA, name="NGA"), 'line 14, column "member_state", value "NGA": this is a code and no name; the columns may be mixed up.'),
}  # fmt: skip


@pytest.mark.parametrize(("row", "told"), FAULTS.values(), ids=FAULTS)
def test_a_cell_that_cannot_be_stops_the_import_with_its_place(take: Take, sqlite_url: str, row: Name, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        take(new_layout([*(n for n in NAMES if n is not NIGERIA), row]))
    assert str(caught.value).startswith(f"names.csv, {told}")
    with VoteStore.open(sqlite_url) as store:
        assert store.members is load_members()


def swapped(one: str, other: str) -> bytes:
    places = {one: other, other: one}
    header, _, rows = new_layout().partition(b"\n")
    return ",".join(places.get(h, h) for h in header.decode().split(",")).encode() + b"\n" + rows


SWAPPED = {
    ("member_state", "iso"): 'column "iso", value "Upper Volta": this is no code of three letters',
    ("member_state", "french"): 'column "member_state", value',
    ("start_date", "end_date"): 'column "end_date"',
    ("start_date", "iso"): 'column "iso", value "1960-09-20": this is no code of three letters',
    ("french", "russian"): 'column "french", value "Верхняя Вольта": this is not written in French letters',
    ("chinese", "arabic"): "is not written in",
}


@pytest.mark.parametrize(("columns", "told"), SWAPPED.items(), ids=map(" and ".join, SWAPPED))
def test_swapped_columns_are_noticed(take: Take, columns: tuple[str, str], told: str) -> None:
    with pytest.raises(SourceError, match=r"^names\.csv, line ") as caught:
        take(swapped(*columns))
    assert told in str(caught.value)


def test_a_header_without_what_is_needed_says_what(take: Take) -> None:
    for missing in ("iso", "start_date"):
        with pytest.raises(SourceError, match=r"names of member states, but has no column .*record/4082085") as caught:
            take(new_layout(headings=tuple(h for h in NEW_HEADINGS if h != missing)))
        assert missing.replace("_", " ") in str(caught.value)


def test_unknown_columns_and_spellings_of_headings_do_not_matter(take: Take) -> None:
    content = new_layout().replace(b"member_state,", b"Member State,").replace(b"m49", b"something new")
    assert take(content).names == len(NAMES)


def test_no_code_at_all_and_no_rows(take: Take) -> None:
    with pytest.raises(SourceError, match="no row has a code"):
        take(new_layout([replace(n, iso="") for n in NAMES]))
    with pytest.raises(SourceError, match="a header and no rows"):
        take(new_layout([]))


def test_a_voting_file_is_not_taken_for_names(tmp_path: Path) -> None:
    path = tmp_path / "voting.csv"
    path.write_bytes(b"undl_id,ms_code,ms_name,ms_vote,date,session\n")
    with pytest.raises(SourceError, match="General Assembly"):
        recognise(path)


DAYS = st.dates(dt.date(1945, 10, 24), dt.date(2026, 1, 1))
CODES = st.sampled_from(["HUN", "EGY", "SUN", "TUR", "KHM", "SYR", "BGV"])
SPANS = st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=3).map(
    lambda spans: tuple((a, None if b is None else max(a, b)) for a, b in spans)
)
STATEMENTS = st.lists(st.builds(NameStatement, CODES, st.text(min_size=1, max_size=20), SPANS), max_size=6)


@given(STATEMENTS)
def test_any_statements_make_states_that_hold_together(statements: list[NameStatement]) -> None:
    merged = merge_names(load_members(), statements)
    for code, state in merged.by_code.items():
        curated = load_members().by_code.get(code)
        assert state.names[0].first is None
        assert state.names[-1].last is None
        for before, after in zip(state.names, state.names[1:], strict=False):
            assert before.last is not None
            assert after.first == before.last + dt.timedelta(days=1)
        if curated is not None:
            assert (state.admitted, state.ended, state.gaps) == (curated.admitted, curated.ended, curated.gaps)


@given(STATEMENTS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(statements: list[NameStatement], chance: object) -> None:
    mixed = list(statements)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    a, b = merge_names(load_members(), statements), merge_names(load_members(), mixed)
    assert a.by_code == b.by_code


@settings(max_examples=300)
@given(st.lists(st.fixed_dictionaries({h: st.text(max_size=12) | st.sampled_from(["HUN", "1990-01-02", "Hungary", "1/2/90", "a|b", "ms"]) for h in NEW_HEADINGS}), max_size=4))
def test_any_cells_give_rows_or_one_sentence(rows: list[dict[str, str]]) -> None:
    with contextlib.suppress(SourceError):
        found = read_rows(enumerate(rows, 2), NEW_HEADINGS)
        assert len(found.rows) <= len(rows)
        assert found.count == len(rows)


def test_cut_where_the_next_begins_and_refused_where_two_begin_at_once() -> None:
    first, second = dt.date(1990, 1, 1), dt.date(2000, 1, 1)
    overlapping = [NameStatement("HUN", "Magyaria", ((first, None),)), NameStatement("HUN", "Hungary", ((second, None),))]
    state = merge_names(load_members(), overlapping).state("HUN")
    assert [state.name_on(day) for day in (dt.date(1960, 1, 1), first, second)] == ["Hungary", "Magyaria", "Hungary"]
    at_once = [NameStatement("HUN", "Magyaria", ((first, None),)), NameStatement("HUN", "Hungary", ((first, None),))]
    assert merge_names(load_members(), at_once).state("HUN").names == load_members().state("HUN").names


