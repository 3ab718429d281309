"""MARCXML as the libraries' pages export it: one saved record is in the store a moment later."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from store.errors import SourceError
from store.facts import Body, Kind, Mode, Outcome, Position, RemarkKind
from store.importers.load import import_files
from store.vote_store import VoteStore
from tests.store.importers.library_files import GA_COLUMNS, as_csv, ga_rows

ASSEMBLY = {
    "245": {"a": "Question of peace :", "b": "resolution /", "c": "adopted by the General Assembly"},
    "269": {"a": "2024-05-02"},
    "791": {"a": "A/RES/78/901", "b": "A/", "c": "78"},
    "952": {"a": "A/78/PV.77"},
    "991": {"a": "A/78/251", "b": "31.", "c": "Peace.", "d": "PEACE"},
    "993": {"a": "A/78/L.56"},
    "996": {"b": "2", "c": "1", "d": "0", "e": "1", "f": "4"},
}
RIGHTS = ASSEMBLY | {
    "245": {
        "a": "Situation of human rights in Ukraine :",
        "b": "resolution /",
        "c": "adopted by the Human Rights Council at its 49th session",
    },
    "591": {"a": "RECORDED"},
    "791": {"a": "A/HRC/RES/49/901"},
    "952": {"a": "Adopted at the 8th meeting"},
    "993": {"a": "Draft resolution A/HRC/49/L.1/Rev.1"},
}
VOTES = "FRA Y,HUN Y,USA N,BEN "


def marc(*records: tuple[str, Mapping[str, Mapping[str, str]], str], prefix: str = "") -> str:
    """A collection of records: number, fields, and votes as "FRA Y,BEN "."""
    tag = f"{prefix}:" if prefix else ""
    lines = [
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{tag}collection xmlns{":" + prefix if prefix else ""}="http://www.loc.gov/MARC21/slim">'
    ]
    for number, fields, votes in records:
        lines.append(f'<{tag}record><{tag}controlfield tag="001">{number}</{tag}controlfield>')
        cast = [
            ("967", {"c": code, "e": code} | ({"d": vote} if vote else {}))
            for code, _, vote in (p.partition(" ") for p in votes.split(",") if p)
        ]
        for name, held in [*fields.items(), *cast]:
            parts = "".join(f'<{tag}subfield code="{code}">{text}</{tag}subfield>' for code, text in held.items())
            lines.append(f'<{tag}datafield tag="{name}" ind1=" " ind2=" ">{parts}</{tag}datafield>')
        lines.append(f"</{tag}record>")
    return "\n".join([*lines, f"</{tag}collection>"])


def saved(folder: Path, text: str, name: str = "record.xml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


@pytest.mark.parametrize("prefix", ["", "marc"])
def test_one_saved_record_of_the_assembly(tmp_path: Path, url: str, prefix: str) -> None:
    (file,) = import_files(url, [saved(tmp_path, marc(("4050001", ASSEMBLY, VOTES), prefix=prefix))]).files
    assert (file.dataset, file.new) == ("undl_record", 1)
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/RES/78/901")
        assert (call.body, call.title, call.meeting, call.session) == (Body.GA, "Question of peace", "A/78/PV.77", "78")
        assert (call.draft, call.agenda, call.subjects) == ("A/78/L.56", "Peace", ("PEACE",))
        assert call.url == "https://digitallibrary.un.org/record/4050001"
        assert store.votes([call.id])[call.id]["BEN"] is Position.NON_VOTING


def test_the_bulk_file_takes_the_records_place_and_agrees_with_it(tmp_path: Path, url: str) -> None:
    record = saved(tmp_path, marc(("4050001", ASSEMBLY, VOTES)))
    bulk = tmp_path / "voting.csv"
    votes = {"FRA": "Y", "HUN": "Y", "USA": "N", "BEN": "X"}
    cells = {"resolution": "A/RES/78/901", "date": "2024-05-02", "meeting": "A/78/PV.77"}
    bulk.write_bytes(as_csv(GA_COLUMNS, ga_rows(votes, "4050001", **cells)))
    for path in (record, bulk, record):
        import_files(url, [path])
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/RES/78/901")
        assert (call.dataset, call.remarks) == ("undl_ga", ())


def test_totals_that_do_not_add_up_are_noted(tmp_path: Path, url: str) -> None:
    import_files(url, [saved(tmp_path, marc(("4050001", ASSEMBLY | {"996": {"b": "9"}}, VOTES)))])
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/RES/78/901")
        assert [(r.kind, r.detail) for r in call.remarks] == [(RemarkKind.TOTALS_DISAGREE, "stated 9-?-?, counted 2-1-0")]


def test_a_record_without_members_was_adopted_without_a_vote_where_it_says_so(tmp_path: Path, url: str) -> None:
    quiet = {tag: field for tag, field in ASSEMBLY.items() if tag != "996"} | {"591": {"a": "ADOPTED WITHOUT VOTE"}}
    import_files(url, [saved(tmp_path, marc(("4050001", quiet, "")))])
    with VoteStore.open(url) as store:
        (call,) = store.catalogue.by_key("A/RES/78/901")
        assert call.mode is Mode.WITHOUT_VOTE


def test_an_export_of_the_rights_librarys_collection(tmp_path: Path, url: str) -> None:
    amendment = RIGHTS | {
        "245": {
            "a": "Situation of human rights in Ukraine :",
            "b": "amendment /",
            "c": "Human Rights Council at its 49th session",
        },
        "791": {"a": "A/HRC/49/L.60"},
        "993": {"a": "Amendment A/HRC/49/L.60 to draft resolution A/HRC/49/L.1 Rejected by a recorded vote"},
    }
    (file,) = import_files(url, [saved(tmp_path, marc(("1", RIGHTS, VOTES), ("2", amendment, VOTES)))]).files
    assert (file.dataset, file.new) == ("ohchr", 2)
    with VoteStore.open(url) as store:
        (text,) = store.catalogue.by_key("A/HRC/RES/49/901")
        (part,) = store.catalogue.parts_of(text)
        assert (text.body, text.session, part.kind, part.outcome) == (Body.HRC, "49", Kind.AMENDMENT, Outcome.REJECTED)


def test_records_of_two_libraries_in_one_file_are_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(SourceError, match="of another collection"):
        import_files(url, [saved(tmp_path, marc(("1", ASSEMBLY, VOTES), ("2", RIGHTS, VOTES)))])


def test_a_file_cut_short_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(SourceError, match="cut off"):
        import_files(url, [saved(tmp_path, marc(("1", ASSEMBLY, VOTES), ("2", ASSEMBLY, VOTES))[:-300])])


def test_a_file_that_declares_entities_is_not_read(tmp_path: Path, url: str) -> None:
    text = marc(("1", ASSEMBLY, VOTES)).replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1)
    with pytest.raises(SourceError, match="a web page was saved"):
        import_files(url, [saved(tmp_path, text)])


def test_what_is_no_adopted_text_is_left_out(tmp_path: Path, url: str) -> None:
    draft = ASSEMBLY | {"791": {"a": "A/78/L.56"}}
    (file,) = import_files(url, [saved(tmp_path, marc(("1", ASSEMBLY, VOTES), ("2", draft, VOTES)))]).files
    assert [(left.record_id, left.reason) for left in file.left_out] == [("2", "A/78/L.56 is no adopted resolution or decision")]
