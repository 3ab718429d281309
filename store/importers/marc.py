"""MARCXML, as the libraries' pages export it, one record or many -> fragments.

A voting record of the UN Digital Library has the title in 245, the day in 269 or 992, the symbol in 791, the meeting in 952, a
member in each 967 ($c code, $d vote, $e name; no $d where it cast none), agenda in 991, the draft in 993, the totals in 996
($b yes, $c no, $d abstaining, $e non-voting). The OHCHR library's records are of the same make.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree import ElementTree

from store.errors import SourceError
from store.facts import Body, Mode, Outcome, Remark, RemarkKind, Tally, dashed
from store.importers import cells as read
from store.importers import ohchr
from store.importers.ballots import is_known, read_ballot, seat_on
from store.importers.datasets import OHCHR, UNDL_RECORD, Dataset
from store.importers.fragment import Fragment, LeftOut
from store.importers.titles import assembly_title, council_title
from store.importers.undl_ga import kind_of, session_of
from store.symbols import symbol_key

BEGINNING = 4096
"""Bytes in which a file shows that it is MARCXML."""

_RECORDS = re.compile(rb"<(?:\w+:)?(?:collection|record)\b")
_DRAFT = re.compile(r"^(?:A|S|E)/\S*(?:L\.\d+|S?/\d{4}/\d+)\S*$|^S/\d{4}/\d+")
_WITHOUT_VOTE = re.compile(r"without\s+(?:a\s+)?vote|consensus", re.IGNORECASE)
_VOTE_TYPE = re.compile(r"^(?:non-)?recorded|^adopted without|^withdrawn|^not considered", re.IGNORECASE)
_RIGHTS = ("A/HRC/", "E/CN.4/", "E/HR/")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number, and its fields, each a tag with its subfields in order."""

    number: str
    fields: tuple[tuple[str, dict[str, str]], ...]

    def first(self, tag: str, code: str = "a") -> str:
        """The first such subfield; "" where there is none."""
        return next((field[code] for name, field in self.fields if name == tag and code in field), "")

    def every(self, tag: str) -> list[dict[str, str]]:
        """All fields of a tag."""
        return [field for name, field in self.fields if name == tag]

    @property
    def symbol(self) -> str:
        """Of the resolution or draft."""
        return (self.first("791") or self.first("191")).strip()


def is_marc(beginning: bytes) -> bool:
    """Whether a file that begins so is MARCXML. One that declares entities is not read: they can make a small file endless."""
    return bool(_RECORDS.search(beginning)) and b"<!DOCTYPE" not in beginning.upper() and b"<!ENTITY" not in beginning.upper()


def records(stream: BinaryIO) -> Iterator[Record]:
    """The records of a file, one at a time."""
    try:
        for _, element in ElementTree.iterparse(stream):
            if _local(element.tag) == "record":
                yield _record(element)
                element.clear()
    except ElementTree.ParseError as error:
        raise SourceError(f"the XML cannot be read ({error})", remedy="the file may be cut off; save the record again") from None


def dataset_of(record: Record) -> Dataset:
    """Which collection a record belongs to."""
    return OHCHR if symbol_key(record.symbol).startswith(_RIGHTS) else UNDL_RECORD


def fragments(found: Iterable[Record], dataset: Dataset) -> Iterator[Fragment | LeftOut]:
    """One fragment a record; all must be of one collection."""
    for record in found:
        if dataset_of(record) is not dataset and record.symbol:
            problem = f"record {record.number} ({record.symbol}) is of another collection than the first"
            raise SourceError(problem, remedy="save the records of each library in a file of their own")
        yield _of_rights(record) if dataset is OHCHR else _of_library(record)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _record(element: ElementTree.Element) -> Record:
    number, fields = "", []
    for child in element:
        tag = child.get("tag", "")
        if _local(child.tag) == "controlfield":
            number = (child.text or "").strip() if tag == "001" else number
        elif _local(child.tag) == "datafield":
            held: dict[str, str] = {}
            for part in child:
                held.setdefault(part.get("code", ""), part.text or "")
            fields.append((tag, held))
    if not number:
        raise SourceError("a record has no number (field 001)", remedy="save it again as MARCXML")
    return Record(number, tuple(fields))


def _title(record: Record) -> str:
    return read.line_of_text(" ".join(part for code in "abc" if (part := record.first("245", code).strip())))


def _of_library(record: Record) -> Fragment | LeftOut:
    symbol = record.symbol
    cells = {"resolution": symbol, "date": record.first("992") or record.first("269")}
    missing = [name for name, cell in (("symbol", symbol), ("date", cells["date"])) if not cell.strip()]
    key = symbol_key(symbol)
    if missing or not key.startswith(("A/RES/", "A/DEC/", "S/RES/")):
        why = f"the record has no {' and no '.join(missing)}" if missing else f"{symbol} is no adopted resolution or decision"
        return LeftOut(record.number, why)
    day = read.day(cells["date"])
    body = Body.SC if key.startswith("S/") else Body.GA
    tally = _tally(record)
    votes = dict(_ballots(record))
    members = tuple(seat_on(code, day) for code in votes)
    positions = "".join(votes.values())
    note = " ".join(field.get("a", "") for tag, field in record.fields if tag.startswith("59"))
    mode = Mode.RECORDED if positions else Mode.WITHOUT_VOTE if _WITHOUT_VOTE.search(note) else Mode.NON_RECORDED
    title = _title(record)
    return Fragment(
        dataset=UNDL_RECORD.key,
        record_id=record.number,
        key=key,
        symbol=symbol,
        body=body,
        date=day,
        title=council_title(title) if body is Body.SC else assembly_title(title),
        kind=kind_of(key),
        outcome=Outcome.ADOPTED,
        mode=mode,
        tally=Tally() if mode is Mode.WITHOUT_VOTE else tally,
        members=members,
        positions=positions,
        draft=next((d for field in record.every("993") if _DRAFT.match(d := field.get("a", "").strip())), None),
        url=f"https://digitallibrary.un.org/record/{record.number}",
        session=session_of(record.first("791", "c"), symbol) if body is Body.GA else None,
        meeting=read.optional_text(record.first("952")),
        agenda=read.agenda("|".join(field["c"] for field in record.every("991") if "c" in field)),
        subjects=tuple(dict.fromkeys(field["d"].strip() for field in record.every("991") if field.get("d"))),
        remarks=_remarks(tally, positions, members),
    )


def _ballots(record: Record) -> Iterator[tuple[str, str]]:
    for field in record.every("967"):
        yield read_ballot(field.get("c", ""), field.get("e", ""), field.get("d", "").strip() or "X")


def _tally(record: Record) -> Tally:
    return Tally(
        yes=read.count(record.first("996", "b"), "996 $b"),
        no=read.count(record.first("996", "c"), "996 $c"),
        abstain=read.count(record.first("996", "d"), "996 $d"),
        non_voting=read.count(record.first("996", "e"), "996 $e"),
    )


def _remarks(tally: Tally, positions: str, members: tuple[str, ...]) -> tuple[Remark, ...]:
    found = []
    stated, counted = (tally.yes, tally.no, tally.abstain), tuple(positions.count(letter) for letter in "YNA")
    if positions and any(n is not None and n != m for n, m in zip(stated, counted, strict=True)):
        said = dashed(*stated)
        detail = f"stated {said}, counted {dashed(*counted)}"
        found.append(Remark(RemarkKind.TOTALS_DISAGREE, detail, UNDL_RECORD.key))
    if unknown := [code for code in members if not is_known(code)]:
        detail = f"The record lists codes of no known member: {', '.join(unknown)}."
        found.append(Remark(RemarkKind.SOURCE_NOTE, detail, UNDL_RECORD.key))
    return tuple(found)


def _of_rights(record: Record) -> Fragment | LeftOut:
    """Through the cells that the collection has as a table; how it was decided stands in one of the notes (59x)."""
    notes = [field.get("a", "") for tag, field in record.fields if tag.startswith("59")]
    how = next((note.strip() for note in notes if _VOTE_TYPE.match(note.strip())), "")
    votes = [(field.get("c", ""), field.get("d", "")) for field in record.every("967")]
    if not how and not votes:
        return LeftOut(record.number, "the record does not say how it was decided")
    title = record.first("245", "a").strip(), record.first("245", "b").strip()
    cells = {
        "record_id": record.number,
        "symbol": record.symbol,
        "title": " ".join(part for part in title if part),
        "statement": record.first("245", "c"),
        "date": record.first("992") or record.first("269"),
        "body": "Human Rights Council" if symbol_key(record.symbol).startswith("A/HRC/") else "Commission on Human Rights",
        "vote_type": how or "RECORDED",
        "meeting": record.first("952"),
        "agenda_item_title": record.first("991", "c"),
        "agenda_subject": record.first("991", "d"),
        "draft": record.first("993"),
        "yes": record.first("996", "b"),
        "no": record.first("996", "c"),
        "abstain": record.first("996", "d"),
        "nonvoting": record.first("996", "e"),
    }
    return ohchr.fragment(cells, votes)
