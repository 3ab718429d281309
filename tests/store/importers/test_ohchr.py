"""The OHCHR collection: two tables, joined by record; what the body did with a text, and who sat there, as the record says."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from store.errors import SourceError
from store.facts import Body, Kind, Mode, Outcome, Position, RemarkKind
from store.importers.load import import_files
from store.vote_store import VoteStore

COLUMNS = (
    *("record_id", "symbol", "title", "statement", "date", "year", "body", "collection", "vote_type", "meeting"),
    *("meeting_type", "agenda_item_no", "agenda_item_title", "agenda_symbol", "agenda_subject", "main_sponsors", "draft"),
    *("yes", "no", "abstain", "nonvoting", "total", "n_rollcall", "url_resolution", "url_draft", "record_url"),
)
ADOPTED = {
    "record_id": "501",
    "symbol": "A/HRC/RES/49/1",
    "title": "Situation of human rights in Ukraine : resolution /",
    "statement": "adopted by the Human Rights Council at its 49th session",
    "date": "2022-03-04",
    "body": "Human Rights Council",
    "vote_type": "RECORDED",
    "meeting": "Adopted at the 8th meeting",
    "agenda_item_title": "Urgent debate -",
    "agenda_subject": "UKRAINE",
    "draft": "Draft resolution A/HRC/49/L.1/Rev.1 as orally revised",
    "yes": "2",
    "no": "1",
    "abstain": "1",
    "nonvoting": "1",
    "n_rollcall": "5",
    "record_url": "https://searchlibrary.ohchr.org/record/501",
}
VOTES = "FRA Y,GMB Y,RUS N,CHN A,BEN ."
AMENDMENT = ADOPTED | {
    "record_id": "502",
    "symbol": "A/HRC/49/L.60",
    "title": "Situation of human rights in Ukraine : amendment /",
    "statement": "Human Rights Council at its 49th session",
    "meeting": "Adopted at the 8th meeting",
    "draft": "Amendment A/HRC/49/L.60 to draft resolution A/HRC/49/L.1 Rejected by a recorded vote",
    "main_sponsors": "Russian Federation",
}
CONSENSUS = ADOPTED | {
    "record_id": "503",
    "symbol": "A/HRC/RES/49/2",
    "vote_type": "ADOPTED WITHOUT VOTE",
    "yes": "",
    "no": "",
    "abstain": "",
    "nonvoting": "",
    "n_rollcall": "0",
}


def tables(folder: Path, records: Sequence[dict[str, str]], votes: dict[str, str]) -> list[Path]:
    """resolutions.csv and votes_long.csv; votes as "FRA Y,BEN ." under their record."""
    paths = [folder / "resolutions.csv", folder / "votes_long.csv"]
    with paths[0].open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(records)
    with paths[1].open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("record_id", "symbol", "date", "year", "body", "vote_type", "seq", "iso3", "country", "vote"))
        for record, cast in votes.items():
            for pair in cast.split(","):
                code, _, vote = pair.partition(" ")
                table.writerow((record, "", "", "", "", "", "", code, "", vote))
    return paths


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


def test_a_resolution_has_its_votes_from_the_other_table(folder: Path, url: str) -> None:
    import_files(url, tables(folder, [ADOPTED], {"501": VOTES}))
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/HRC/RES/49/1")
        assert (call.body, call.kind, call.outcome, call.session) == (Body.HRC, Kind.RESOLUTION, Outcome.ADOPTED, "49")
        assert (call.title, call.draft, call.meeting) == (
            "Situation of human rights in Ukraine",
            "A/HRC/49/L.1/Rev.1",
            "8th meeting",
        )
        assert store.votes([call.id])[call.id]["BEN"] is Position.NON_VOTING
        assert store.votes([call.id])[call.id]["CHN"] is Position.ABSTAIN


def test_one_file_of_the_two_finds_the_other_in_its_folder(folder: Path, url: str) -> None:
    resolutions, votes = tables(folder, [ADOPTED], {"501": VOTES})
    assert import_files(url, [votes]).files[0].new == 1
    assert import_files(url, [resolutions]).files[0].already_imported is not None


def test_one_file_alone_says_which_is_missing(folder: Path, url: str) -> None:
    resolutions, votes = tables(folder, [ADOPTED], {"501": VOTES})
    votes.unlink()
    with pytest.raises(SourceError, match=r"one table of two.*votes_long\.csv"):
        import_files(url, [resolutions])


def test_an_amendment_knows_its_text_and_its_end(folder: Path, url: str) -> None:
    import_files(url, tables(folder, [ADOPTED, AMENDMENT], {"501": VOTES, "502": VOTES}))
    with VoteStore.open(url) as store:
        (amendment,) = store.catalogue.by_key("A/HRC/49/L.60")
        (text,) = store.catalogue.by_key("A/HRC/RES/49/1")
        assert (amendment.kind, amendment.outcome, amendment.parent) == (Kind.AMENDMENT, Outcome.REJECTED, "A/HRC/49/L.1")
        assert store.catalogue.parts_of(text) == (amendment,)
        assert store.catalogue.whole_of(amendment) == text


def test_a_word_that_the_totals_contradict_is_noted(folder: Path, url: str) -> None:
    import_files(url, tables(folder, [ADOPTED, AMENDMENT], {"501": VOTES, "502": VOTES}))
    with VoteStore.open(url) as store:
        (amendment,) = store.catalogue.by_key("A/HRC/49/L.60")
        assert 'The record says "rejected", which its totals (2 in favour, 1 against) contradict.' in [
            r.detail for r in amendment.remarks
        ]


def test_a_draft_without_a_majority_was_rejected(folder: Path, url: str) -> None:
    draft = ADOPTED | {"symbol": "A/HRC/49/L.7", "statement": "Human Rights Council", "meeting": "", "yes": "1", "no": "2"}
    import_files(url, tables(folder, [draft], {"501": VOTES}))
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/HRC/49/L.7")
        assert (call.kind, call.outcome) == (Kind.DRAFT, Outcome.REJECTED)


def test_totals_that_differ_from_the_rows_become_a_note(folder: Path, url: str) -> None:
    import_files(url, tables(folder, [ADOPTED | {"abstain": "16"}], {"501": VOTES}))
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/HRC/RES/49/1")
        assert (call.tally.abstain, [r.detail for r in call.remarks]) == (16, ["stated 2-1-16, counted 2-1-1"])
        assert call.remarks[0].kind is RemarkKind.TOTALS_DISAGREE


def test_an_empty_vote_is_unknown_unless_the_totals_count_it(folder: Path, url: str) -> None:
    silent = VOTES.replace("BEN .", "BEN ")
    other = ADOPTED | {"record_id": "504", "symbol": "A/HRC/RES/49/4", "nonvoting": "0"}
    import_files(url, tables(folder, [ADOPTED, other], {"501": silent, "504": silent}))
    with VoteStore.open(url) as store:
        found = [
            store.votes([call.id], ["BEN"])[call.id]["BEN"]
            for symbol in ("A/HRC/RES/49/1", "A/HRC/RES/49/4")
            for call in store.catalogue.by_key(symbol)
        ]
    assert found == [Position.NON_VOTING, Position.UNKNOWN]


def test_one_symbol_may_stand_for_two_votes(folder: Path, url: str) -> None:
    twice = [ADOPTED | {"symbol": "E/CN.4/RES/1984/53"}, ADOPTED | {"record_id": "505", "symbol": "E/CN.4/RES/1984/53"}]
    import_files(url, tables(folder, twice, {"501": VOTES, "505": VOTES}))
    with VoteStore.open(url) as store:
        assert len(store.catalogue.by_key("E/CN.4/RES/1984/53")) == 2


def test_two_rows_for_one_state_are_one_vote(folder: Path, url: str) -> None:
    import_files(url, tables(folder, [ADOPTED], {"501": f"{VOTES},FRA Y"}))
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/HRC/RES/49/1")
        assert len(store.votes([call.id])[call.id]) == 5


def test_two_rows_that_differ_leave_the_vote_unknown(folder: Path, url: str) -> None:
    import_files(url, tables(folder, [ADOPTED], {"501": f"{VOTES},FRA N"}))
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/HRC/RES/49/1")
        assert store.votes([call.id], ["FRA"])[call.id] == {"FRA": Position.UNKNOWN}


def test_the_united_arab_republic_is_not_the_emirates(folder: Path, url: str) -> None:
    old = ADOPTED | {"symbol": "E/CN.4/RES/6(XXV)", "date": "1969-03-04", "body": "Commission on Human Rights"}
    import_files(url, tables(folder, [old], {"501": "ARE Y,FRA N"}))
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("E/CN.4/RES/6(XXV)")
        assert (call.body, list(store.votes([call.id])[call.id])) == (Body.CHR, ["EGY", "FRA"])


def test_an_adoption_without_a_vote_has_no_positions(folder: Path, url: str) -> None:
    import_files(url, tables(folder, [CONSENSUS], {}))
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/HRC/RES/49/2")
        assert (call.mode, call.outcome, store.votes([call.id])[call.id]) == (Mode.WITHOUT_VOTE, Outcome.ADOPTED, {})


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"vote_type": "WITHDRAWN"}, "it was withdrawn before any vote"),
        ({"vote_type": "NOT CONSIDERED"}, "it was never put to the vote"),
        ({"symbol": ""}, "the record has no symbol"),
    ],
)
def test_what_was_never_voted_on_is_left_out_and_said_why(folder: Path, url: str, change: dict[str, str], why: str) -> None:
    odd = CONSENSUS | {"record_id": "506"} | change
    (file,) = import_files(url, tables(folder, [ADOPTED, odd], {"501": VOTES})).files
    assert [(left.record_id, left.reason) for left in file.left_out] == [("506", why)]


@pytest.mark.parametrize(
    ("change", "votes", "named"),
    [
        ({"body": "Some Council"}, VOTES, 'column "body"'),
        ({"vote_type": "GUESSED"}, VOTES, 'column "vote_type"'),
        ({}, "FRA Q", 'column "vote"'),
        ({"date": "04/03/2022"}, VOTES, 'column "date"'),
    ],
)
def test_what_cannot_be_is_refused(folder: Path, url: str, change: dict[str, str], votes: str, named: str) -> None:
    with pytest.raises(SourceError, match=named):
        import_files(url, tables(folder, [ADOPTED | change], {"501": votes}))


def test_tables_of_two_harvests_are_refused(folder: Path, url: str) -> None:
    with pytest.raises(SourceError, match="both files must be of one harvest"):
        import_files(url, tables(folder, [ADOPTED], {"501": VOTES, "777": VOTES}))


def test_the_collection_has_what_its_description_counts(test_data: Path, url: str) -> None:
    (file,) = import_files(url, sorted((test_data / "ohchr").glob("*.csv.xz"))).files
    assert file.rows == 6_346 + 80_158
    assert len(file.left_out) + file.roll_calls == 6_346
    with VoteStore.open(url) as store:
        rights = [r for r in store.catalogue.newest_first if r.body in (Body.HRC, Body.CHR)]
        rolls = store.votes([r.id for r in rights])
        listed = [r for r in rights if rolls[r.id]]
        assert (len([r for r in listed if r.body is Body.CHR]), len([r for r in listed if r.body is Body.HRC])) == (667, 1_038)
        # Two states are listed twice, so that two rows are no further votes.
        assert sum(len(rolls[r.id]) for r in listed) == 80_158 - 2
        noted = [r for r in listed if any(remark.kind is RemarkKind.TOTALS_DISAGREE for remark in r.remarks)]
        assert len(noted) == 148 + 2
        for call in listed:
            counted = [
                sum(p is position for p in rolls[call.id].values()) for position in (Position.YES, Position.NO, Position.ABSTAIN)
            ]
            assert call in noted or counted == [call.tally.yes, call.tally.no, call.tally.abstain]
