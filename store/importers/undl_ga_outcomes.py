"""UN Digital Library, outcomes of General Assembly resolutions: one row a resolution, also those without a roll -> fragments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.errors import SourceError
from store.facts import Body, Mode, Outcome, Remark, RemarkKind, Tally
from store.importers import cells as read
from store.importers.datasets import UNDL_GA_OUTCOMES
from store.importers.fragment import Fragment, LeftOut
from store.importers.titles import assembly_title
from store.importers.undl_ga import kind_of, left_out, session_of, session_remarks
from store.symbols import symbol_key

COLUMNS = read.OF_EVERY_FILE | {"session", "title", "modality"}

MODES = {
    "vote, recorded": Mode.RECORDED,
    "vote, non-recorded": Mode.NON_RECORDED,
    "without vote": Mode.WITHOUT_VOTE,
    "adopted without vote": Mode.WITHOUT_VOTE,
    "adopted without a vote": Mode.WITHOUT_VOTE,
    "without a vote": Mode.WITHOUT_VOTE,
    "consensus": Mode.WITHOUT_VOTE,
    "acclamation": Mode.WITHOUT_VOTE,
}
"""The words of `modality`, without case. How the library words an adoption without a vote is not documented."""


def fragments(rows: Iterable[tuple[int, dict[str, str]]]) -> Iterator[Fragment | LeftOut]:
    """One fragment a row (line, cells), in the file's order."""
    seen: dict[str, tuple[int, dict[str, str]]] = {}
    for line, cells in rows:
        record = cells["undl_id"].strip()
        if not record:
            raise SourceError("the row names no record", line=line, column="undl_id", value="", remedy="download the file again")
        first_line, first = seen.setdefault(record, (line, cells))
        if first_line != line:
            if first != cells:
                raise SourceError(
                    f"record {record} is in line {first_line:,} too, and says something else",
                    line=line,
                    column="undl_id",
                    value=record,
                    remedy="download the file again",
                )
            continue
        with read.in_line(line):
            yield left_out(record, cells) or _fragment(record, cells)


def mode_of(cell: str) -> Mode:
    """How the Assembly decided; refuses a word that is not in `MODES`."""
    mode = MODES.get(" ".join(cell.split()).casefold())
    if mode is None:
        raise SourceError(
            "this is no known way of deciding",
            column="modality",
            value=cell,
            remedy='"Vote, recorded", "Vote, non-recorded" and "Without vote" are known',
        )
    return mode


def _fragment(record: str, cells: dict[str, str]) -> Fragment:
    symbol = cells["resolution"].strip()
    key = symbol_key(symbol)
    day = read.day(cells["date"])
    mode = mode_of(cells["modality"])
    session = session_of(cells["session"], symbol)
    note = read.optional_text(cells.get("vote_note", ""))
    notes = (Remark(RemarkKind.SOURCE_NOTE, note, UNDL_GA_OUTCOMES.key),) if note else ()
    return Fragment(
        dataset=UNDL_GA_OUTCOMES.key,
        record_id=record,
        key=key,
        symbol=symbol,
        body=Body.GA,
        date=day,
        title=assembly_title(read.line_of_text(cells["title"])),
        kind=kind_of(key),
        outcome=Outcome.ADOPTED,
        mode=mode,
        tally=Tally() if mode is Mode.WITHOUT_VOTE else read.tally(cells),
        draft=read.optional_text(cells.get("draft", "")),
        url=read.record_link(cells["undl_link"], record),
        session=session,
        meeting=read.optional_text(cells.get("meeting", "")),
        agenda=read.agenda(cells.get("agenda_title", "")),
        subjects=read.several(cells.get("subjects", "")),
        remarks=notes + session_remarks(day, session, UNDL_GA_OUTCOMES.key),
    )
