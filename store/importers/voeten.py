"""Erik Voeten's academic roll calls of the Assembly (UNVotes, Harvard Dataverse): one row a state and roll call -> fragments.

It has amendments, paragraphs, motions and failed texts, which the library's files lack. Its dates are off by up to some weeks,
its `unres` is a page number before session 16, and which official resolution a roll call is, `linking` finds by the votes.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources

from store.errors import SourceError
from store.facts import Body, Kind, Mode, Outcome, Remark, RemarkKind, Tally
from store.importers import cells as read
from store.importers.datasets import VOETEN
from store.importers.fragment import Fragment
from store.importers.rows import Ballot, Run, Shape
from store.members import load_members
from store.symbols import symbol_key

SHAPE = Shape("rcid", "ccode", "countryname", "vote", frozenset({"member"}))
COLUMNS = frozenset({"rcid", "ccode", "countryname", "vote", "session", "date", "unres", "amend", "para", "short", "descr"}) | {
    *("yes", "no", "abstain")
}

LETTERS = {"1": "Y", "2": "A", "3": "N", "8": "X", "9": ""}
"""Yes, abstain, no, absent, not a member."""

DATES_ARE_ROUGH = "The academic file's dates may be off by some weeks."
MAJORITY_ONLY = "The academic file states no outcome; what is given is that of a simple majority, and some texts need two thirds."

_FIRST_NUMBERED_SESSION, _FIRST_NUMBER = 16, 1500
"""From this session on `unres` holds numbers of resolutions; those of sessions 16 to 30 are higher than that."""

_WORDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.AMENDMENT, re.compile(r"\b(?:SUB-?)?AMENDMENTS?\b(?! TO THE CHARTER| OF THE CHARTER)", re.IGNORECASE)),
    (Kind.PARAGRAPH, re.compile(r"\b(?:PARAS?\b\.?|PARAGRAPHS?\b|PREAMB\w*|OPERATIVE PARA\w*|SEPARATE VOTE)", re.IGNORECASE)),
    (
        Kind.MOTION,
        re.compile(r"\b(?:MOTION|ADJOURN\w*|POINT OF ORDER|RULING|CLOSURE|PRIORITY|IMPORTANT QUESTION)\b", re.IGNORECASE),
    ),
)
_UNRES = re.compile(r"^(?:A/RES|R)/(?P<session>(?:ES-)?\d+)[/ ](?P<number>\d+)/?(?P<part>[A-Z]*(?:/[IVX]+)?)$", re.IGNORECASE)
_SPECIAL = re.compile(r"^(ES|S)S/(\d+)")


def read_ballot(code: str, name: str, vote: str) -> Ballot:
    """Correlates of War number and letter; which member that is depends on the day."""
    letter = LETTERS.get(vote.strip())
    if letter is None:
        raise SourceError("this is no vote: 1, 2, 3, 8 or 9 is expected", column="vote", value=vote)
    number = code.strip()
    if number not in _codes():
        raise SourceError(f"this is the number of no member state ({name.strip()})", column="ccode", value=code)
    return number, letter


def fragments(runs: Iterable[Run]) -> Iterator[Fragment]:
    """One fragment a roll call, under a symbol of its own: `linking` gives it the official one where there is one."""
    seen: set[str] = set()
    for run, ballots in _whole(runs):
        if run.record in seen:
            raise SourceError("rows of one roll call stand apart", line=run.line, column="rcid", value=run.record)
        seen.add(run.record)
        with read.in_line(run.line):
            yield _fragment(run.record, run.cells, ballots)


def number_key(unres: str) -> str | None:
    """ "R/71/5", "A/RES/71/5", "R/28/3119" -> the key of the resolution that it may name; None for a page, and for nothing."""
    match = _UNRES.match(unres.strip())
    if match is None:
        return None
    session, number = match["session"].upper(), match["number"]
    part = match["part"].upper().replace("/", "")
    if session.startswith("ES-") or int(session) > 30:
        return symbol_key(f"A/RES/{session}/{number}{part}")
    if int(session) < _FIRST_NUMBERED_SESSION or int(number) < _FIRST_NUMBER:
        return None
    return symbol_key(f"A/RES/{number}({session}){part}")


def _whole(runs: Iterable[Run]) -> Iterator[tuple[Run, list[Ballot]]]:
    """Runs of one roll call together."""
    current: Run | None = None
    ballots: list[Ballot] = []
    for run in runs:
        if current is not None and run.record == current.record:
            ballots.extend(run.ballots)
            continue
        if current is not None:
            yield current, ballots
        current, ballots = run, list(run.ballots)
    if current is not None:
        yield current, ballots


def _fragment(record: str, cells: Mapping[str, str], ballots: list[Ballot]) -> Fragment:
    day = read.day(cells["date"])
    kind = _kind(cells)
    session = _session(cells)
    number = number_key(cells["unres"])
    parent = number if kind is not Kind.DRAFT else None
    symbol = f"{parent or f'A/{session}'}#{kind.value}-{record}"
    members, positions = _roll(ballots, day)
    tally = _tally(cells, positions, whole=len(positions) < len(ballots) or "X" in positions)
    lost = tally.yes is not None and tally.no is not None and tally.yes <= tally.no
    return Fragment(
        dataset=VOETEN.key,
        record_id=record,
        key=symbol_key(symbol),
        symbol=symbol,
        body=Body.GA,
        date=day,
        title=read.line_of_text(cells["descr"]) or read.line_of_text(cells["short"]) or symbol,
        kind=kind,
        outcome=Outcome.REJECTED if lost else Outcome.ADOPTED,
        mode=Mode.RECORDED,
        tally=tally,
        members=members,
        positions=positions,
        draft=number,
        url=VOETEN.url,
        session=session,
        subjects=tuple(s for s in (read.line_of_text(cells["short"]),) if s),
        parent=parent,
        remarks=tuple(Remark(RemarkKind.SOURCE_NOTE, text, VOETEN.key) for text in (DATES_ARE_ROUGH, MAJORITY_ONLY)),
    )


def _kind(cells: Mapping[str, str]) -> Kind:
    """By the file's flags, which half of the roll calls lack; then by its words."""
    if cells["amend"].strip() == "1":
        return Kind.AMENDMENT
    if cells["para"].strip() == "1":
        return Kind.PARAGRAPH
    if cells["amend"].strip() == cells["para"].strip() == "0":
        return Kind.MOTION if _WORDS[2][1].search(cells["descr"]) else Kind.DRAFT
    return next((kind for kind, words in _WORDS if words.search(cells["descr"])), Kind.DRAFT)


def _session(cells: Mapping[str, str]) -> str:
    """ "ES-1" for an emergency special session, which the file counts among the regular ones."""
    special = _SPECIAL.match(cells["unres"].strip().upper())
    if special:
        return f"{special[1]}-{special[2]}"
    number = _UNRES.match(cells["unres"].strip())
    if number and number["session"].upper().startswith("ES-"):
        return number["session"].upper()
    return cells["session"].strip()


def _roll(ballots: list[Ballot], day: dt.date) -> tuple[tuple[str, ...], str]:
    """In 1971 the file lists both governments that held China's seat: the one that was not absent counts."""
    codes = _codes_on(day)
    cast: dict[str, str] = {}
    for number, letter in ballots:
        if letter:
            code = codes[number]
            before = cast.setdefault(code, letter)
            if before != letter:
                cast[code] = letter if before == "X" else before if letter == "X" else "U"
    return tuple(cast), "".join(cast.values())


def _tally(cells: Mapping[str, str], positions: str, whole: bool) -> Tally:
    """As stated; the absent as counted, which late additions to the file leave out."""
    return Tally(
        yes=read.count(cells["yes"], "yes"),
        no=read.count(cells["no"], "no"),
        abstain=read.count(cells["abstain"], "abstain"),
        non_voting=positions.count("X") if whole else None,
    )


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    text = resources.files("store").joinpath("data", "cow_codes.json").read_text(encoding="utf-8")
    return {number: tuple(codes.split()) for number, codes in json.loads(text).items() if number != "_"}


@cache
def _codes_on(day: dt.date) -> Mapping[str, str]:
    """For each number the member that held the seat on that day; at the rims of a membership the nearest."""
    members = load_members()
    found = {}
    for number, codes in _codes().items():
        held = [code for code in codes if members.was_member(code, day)]
        before = [code for code in codes if members.state(code).admitted <= day]
        found[number] = (held or before[-1:] or list(codes))[0]
    return found
