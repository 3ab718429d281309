"""UN Digital Library, General Assembly voting data (record 4060887): one row a member and resolution -> fragments."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from store.facts import Body, Kind, Mode, Outcome, Remark, RemarkKind
from store.importers import cells as read
from store.importers.datasets import UNDL_GA
from store.importers.fragment import Fragment, LeftOut
from store.importers.rolls import Roll, members_and_positions, remarks_on
from store.importers.titles import assembly_title
from store.symbols import arabic_session, session_number, symbol_key

COLUMNS = read.OF_EVERY_FILE | {"ms_code", "ms_name", "ms_vote", "session", "title", "total_ms"}
"""What the file must have. The 2025 layout has no `vote_note`; other columns are taken where they are there."""

_SESSION = re.compile(r"(?:E?S-)?\d+")


def fragments(rolls: Iterable[Roll]) -> Iterator[Fragment | LeftOut]:
    """One fragment a roll, in the file's order."""
    for roll in rolls:
        with read.in_line(roll.line):
            yield left_out(roll.record, roll.cells) or _fragment(roll)


def left_out(record: str, cells: dict[str, str]) -> LeftOut | None:
    """A record that names no resolution or no day cannot be found or cited (454783 has neither)."""
    missing = [name for name, cell in (("symbol", cells["resolution"]), ("date", cells["date"])) if not cell.strip()]
    return LeftOut(record, f"the record has no {' and no '.join(missing)}") if missing else None


def kind_of(key: str) -> Kind:
    """A/DEC/80/506 is a decision."""
    return Kind.DECISION if key.startswith("A/DEC/") else Kind.RESOLUTION


def session_of(cell: str, symbol: str) -> str | None:
    """The session in Arabic numerals; where the cell has none, the symbol's."""
    session = arabic_session(cell)
    if _SESSION.fullmatch(session):
        return session
    from_symbol = session_number(symbol)
    return from_symbol[0] if from_symbol else None


def session_remarks(day: dt.date, session: str | None, dataset: str) -> tuple[Remark, ...]:
    """A day before its session began cannot be right (A/RES/37/84 of 1982-02-21).

    Regular sessions open in September; the first met in January 1946. Special sessions meet at any time.
    """
    if session is None or not session.isdecimal() or session == "1" or day >= dt.date(1945 + int(session), 9, 1):
        return ()
    detail = f"The record dates it {day}, before session {session} opened in September {1945 + int(session)}."
    return (Remark(RemarkKind.SOURCE_NOTE, detail, dataset),)


def _fragment(roll: Roll) -> Fragment:
    cells = roll.cells
    symbol = cells["resolution"].strip()
    key = symbol_key(symbol)
    day = read.day(cells["date"])
    tally = read.tally(cells)
    session = session_of(cells["session"], symbol)
    members, positions = members_and_positions(roll, day)
    remarks = remarks_on(roll, UNDL_GA.key, tally, members, positions)
    return Fragment(
        dataset=UNDL_GA.key,
        record_id=roll.record,
        key=key,
        symbol=symbol,
        body=Body.GA,
        date=day,
        title=assembly_title(read.line_of_text(cells["title"])),
        kind=kind_of(key),
        outcome=Outcome.ADOPTED,
        mode=Mode.RECORDED,
        tally=tally,
        members=members,
        positions=positions,
        draft=read.optional_text(cells.get("draft", "")),
        url=read.record_link(cells["undl_link"], roll.record),
        session=session,
        meeting=read.optional_text(cells.get("meeting", "")),
        agenda=read.agenda(cells.get("agenda_title", "")),
        subjects=read.several(cells.get("subjects", "")),
        remarks=remarks + session_remarks(day, session, UNDL_GA.key),
    )
