"""The academic file: what the library lacks is added, what it has is only compared, and the order of imports does not show."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from pathlib import Path

import pytest

from store.facts import Kind, Mode, Outcome, Position, RemarkKind, RollCall
from store.importers.linking import Academic, Official, ballots_of, links
from store.importers.load import import_files
from store.importers.voeten import number_key
from store.vote_store import VoteStore
from tests.store.importers.library_files import GA_COLUMNS, as_csv, ga_rows

HEADER = "rcid,ccode,member,vote,Countryname,year,session,abstain,yes,no,importantvote,date,unres,amend,para,short,descr,me,nu,di,hr,co,ec"
STATES = {
    *(
        ("2", "United States"),
        ("20", "Canada"),
        ("70", "Mexico"),
        ("200", "United Kingdom"),
        ("220", "France"),
        ("255", "Germany"),
    ),
    *(("290", "Poland"), ("310", "Hungary"), ("365", "Russia"), ("380", "Sweden"), ("710", "China"), ("740", "Japan")),
}
CODES = {"2": "USA", "20": "CAN", "70": "MEX", "200": "GBR", "220": "FRA", "255": "DEU", "290": "POL", "310": "HUN"} | {
    "365": "RUS",
    "380": "SWE",
    "710": "CHN",
    "740": "JPN",
}
NUMBER_OF = {"Y": "1", "A": "2", "N": "3", "X": "8"}


def academic_rows(
    rcid: str, letters: str, unres: str, date: str = "2016-12-01", session: int = 71, flags: str = ","
) -> list[str]:
    """One roll call of the twelve states; `flags` are the cells amend and para."""
    counts = ",".join(str(letters.count(letter)) for letter in "AYN")
    tail = f"{1945 + session},{session},{counts},0,{date},{unres},{flags},PEACE,Words on peace,,,,,,"
    ordered = sorted(STATES, key=lambda state: int(state[0]))
    return [f"{rcid},{code},1,{NUMBER_OF[letter]},{name},{tail}" for (code, name), letter in zip(ordered, letters, strict=True)]


def academic_file(folder: Path, *rolls: list[str]) -> Path:
    path = folder / "UNVotes.csv"
    path.write_text("\n".join([HEADER, *(row for roll in rolls for row in roll)]) + "\n", encoding="utf-8")
    return path


def official_file(folder: Path, symbol: str, letters: str, date: str = "2016-12-05") -> Path:
    codes = [CODES[number] for number in sorted(CODES, key=int)]
    path = folder / f"{symbol.replace('/', '-')}.csv"
    votes = dict(zip(codes, letters, strict=True))
    path.write_bytes(as_csv(GA_COLUMNS, ga_rows(votes, symbol.rpartition("/")[2], resolution=symbol, date=date, session="71")))
    return path


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


LETTERS = "NYYYYYYYAYYX"


def only(store: VoteStore, key: str) -> RollCall:
    (call,) = store.catalogue.by_key(key)
    return call


def test_the_official_vote_counts_and_the_difference_is_one_note(tmp_path: Path, url: str) -> None:
    files = [
        official_file(tmp_path, "A/RES/71/305", LETTERS),
        academic_file(tmp_path, academic_rows("1", LETTERS[:-1] + "Y", "R/71/305")),
    ]
    import_files(url, files)
    with VoteStore.open(url) as store:
        call = only(store, "A/RES/71/305")
        assert (call.dataset, call.date.isoformat(), call.kind) == ("undl_ga", "2016-12-05", Kind.RESOLUTION)
        assert store.votes([call.id], ["JPN"])[call.id] == {"JPN": Position.NON_VOTING}
        assert [(r.kind, r.detail) for r in call.remarks] == [
            (RemarkKind.SOURCES_DISAGREE, "votes: JPN undl_ga non_voting, voeten yes")
        ]


def test_a_number_that_the_votes_do_not_bear_out_is_another_vote(tmp_path: Path, url: str) -> None:
    import_files(
        url,
        [official_file(tmp_path, "A/RES/71/305", LETTERS), academic_file(tmp_path, academic_rows("1", "YNNNNNNNYNNN", "R/71/305"))],
    )
    with VoteStore.open(url) as store:
        assert only(store, "A/RES/71/305").remarks == ()
        assert only(store, "A/71#draft-1").outcome is Outcome.REJECTED


def test_without_a_number_the_votes_and_a_near_date_tell(tmp_path: Path, url: str) -> None:
    import_files(url, [official_file(tmp_path, "A/RES/71/305", LETTERS), academic_file(tmp_path, academic_rows("1", LETTERS, ""))])
    with VoteStore.open(url) as store:
        assert store.catalogue.by_key("A/71#draft-1") == ()
        assert only(store, "A/RES/71/305").remarks == ()


def test_a_paragraph_is_a_part_of_its_text(tmp_path: Path, url: str) -> None:
    paragraph = academic_rows("2", "YYNNNNNNYNNN", "R/71/305", flags="0,1")
    import_files(url, [official_file(tmp_path, "A/RES/71/305", LETTERS), academic_file(tmp_path, paragraph)])
    with VoteStore.open(url) as store:
        part, text = only(store, "A/RES/71/305#paragraph-2"), only(store, "A/RES/71/305")
        assert (part.kind, store.catalogue.whole_of(part), store.catalogue.parts_of(text)) == (Kind.PARAGRAPH, text, (part,))


def test_late_additions_do_not_say_who_was_absent(tmp_path: Path, url: str) -> None:
    rows = [row for row in academic_rows("3", "N" + "Y" * 10 + "X", "") if ",8," not in row]
    import_files(url, [academic_file(tmp_path, rows)])
    with VoteStore.open(url) as store:
        assert only(store, "A/71#draft-3").tally.non_voting is None


def outline(store: VoteStore) -> list[object]:
    """Everything that a reader can see of the roll calls, without the store's own numbers."""
    return [
        (
            r.key,
            r.symbol,
            r.date,
            r.kind,
            r.outcome,
            r.mode,
            r.tally,
            r.dataset,
            r.remarks,
            sorted(store.votes([r.id])[r.id].items()),
        )
        for r in store.catalogue.newest_first
    ]


def test_any_order_of_imports_twice_gives_the_same(tmp_path: Path) -> None:
    files = [
        official_file(tmp_path, "A/RES/71/305", LETTERS),
        official_file(tmp_path, "A/RES/71/306", "YYYYYYYYYYYA", date="2016-12-20"),
        academic_file(
            tmp_path,
            academic_rows("1", LETTERS, "R/71/305"),
            academic_rows("2", "YYYYYYYYYYYA", ""),
            academic_rows("4", "NNYYNNNNNNNN", "R/71/306", flags="1,0"),
        ),
    ]
    found = []
    for place, order in enumerate(permutations(files)):
        store_url = f"sqlite:///{tmp_path / f'{place}.sqlite3'}"
        for path in (*order, *order):
            import_files(store_url, [path])
        with VoteStore.open(store_url) as store:
            found.append(outline(store))
    assert all(each == found[0] for each in found)


def test_pages_of_the_early_official_records_are_no_numbers() -> None:
    written = ("R/4/302", "R/28/3119", "R/71/305", "A/RES/72/12", "R/34/93A", "A/RES/ES-10/19", "R/1/66", "")
    read = (None, "A/RES/3119(28)", "A/RES/71/305", "A/RES/72/12", "A/RES/34/93A", "A/RES/ES-10/19", None, None)
    assert tuple(number_key(unres) for unres in written) == read


def test_each_resolution_is_given_to_the_roll_call_that_is_most_alike() -> None:
    day, text = dt.date(2016, 12, 1), ballots_of(range(12), "YYYYYYYYYYYN")
    near = Academic("near", Kind.DRAFT, day, "A/RES/71/305", ballots_of(range(12), "YYYYYYYYYYYA"))
    same = Academic("same", Kind.DRAFT, day, "A/RES/71/305", text)
    assert links([near, same], [Official("A/RES/71/305", day, text)]) == {"same": "A/RES/71/305"}


def test_the_file_has_what_its_description_counts(test_data: Path, url: str) -> None:
    undl = test_data / "undl"
    files = [test_data / "voeten" / "UNVotes.csv.xz", *undl.glob("*_ga_*.csv.xz")]
    summary = {file.dataset: file for file in import_files(url, files).files}
    assert (summary["voeten"].rows, summary["voeten"].roll_calls) == (1_197_958, 6_203)
    with VoteStore.open(url) as store:
        silent = [r for r in store.catalogue.newest_first if r.mode is Mode.NON_RECORDED and _is_listed(r)]
        alone = [r for r in store.catalogue.newest_first if r.dataset == "voeten"]
    # Of the 18 resolutions that share a number with an academic roll call, 4 share it with a page or a motion.
    assert len(silent) == 14
    assert 6_203 - len(alone) > 4_700
    assert all(r.date.year <= 2020 for r in alone)


def _is_listed(call: RollCall) -> bool:
    return any("lists a roll call of this vote" in remark.detail for remark in call.remarks)
