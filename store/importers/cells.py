"""One cell of a source file -> a value, or a `SourceError` that names its column and text (the caller adds the line)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from store.errors import SourceError
from store.facts import Tally

FIRST_DAY = dt.date(1945, 10, 24)
"""The Charter came into force: no organ can have voted before."""

OF_EVERY_FILE = frozenset(
    {"undl_id", "resolution", "date", "total_yes", "total_no", "total_abstentions", "total_non_voting", "undl_link"}
)
"""Columns that all of the library's voting files have."""

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COUNT = re.compile(r"(\d{1,4})(?:\.0*)?")
_RECORD_IN_LINK = re.compile(r"/record/(\d+)")


@contextmanager
def in_line(line: int) -> Iterator[None]:
    """Adds the line to a `SourceError` that does not name one."""
    try:
        yield
    except SourceError as error:
        if error.line is None:
            error.line = line
        raise


def line_of_text(cell: str) -> str:
    """The cell on one line, otherwise exactly as written."""
    text = cell.strip()
    return " ".join(text.split()) if any(c in text for c in "\r\n\t") else text


def optional_text(cell: str) -> str | None:
    """As `line_of_text`; None where the cell is empty."""
    return line_of_text(cell) or None


def several(cell: str) -> tuple[str, ...]:
    """The values that the library joins with "|", in its order."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def agenda(cell: str) -> str | None:
    """Agenda items on one line, without the full stop that ends each."""
    return "; ".join(line_of_text(item).rstrip(".").rstrip() for item in several(cell)) or None


def day(cell: str, column: str = "date", earliest: dt.date = FIRST_DAY) -> dt.date:
    """A day of the calendar in ISO form, by default one on which the United Nations can have voted."""
    text = cell.strip()
    if not _ISO_DAY.fullmatch(text):
        raise SourceError(
            "this is no date like 2025-02-24",
            column=column,
            value=cell,
            remedy="if a spreadsheet program has saved the file, download it again and import it unopened",
        )
    try:
        value = dt.date.fromisoformat(text)
    except ValueError:
        raise SourceError("there is no such day", column=column, value=cell) from None
    if value < earliest:
        raise SourceError("the date is before the United Nations existed", column=column, value=cell)
    # A year of grace: the clock of this machine may be behind, and what matters is that 2204 is not taken for 2024.
    if value > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=366):
        raise SourceError("the date is in the future", column=column, value=cell)
    return value


@lru_cache(maxsize=4096)
def count(cell: str, column: str) -> int | None:
    """A total; the library writes "93.0". None where the cell is empty."""
    text = cell.strip()
    if not text:
        return None
    match = _COUNT.fullmatch(text)
    if match is None:
        raise SourceError("this is no number of votes", column=column, value=cell)
    return int(match[1])


def tally(cells: dict[str, str]) -> Tally:
    """The four totals that the library states."""
    return Tally(
        yes=count(cells["total_yes"], "total_yes"),
        no=count(cells["total_no"], "total_no"),
        abstain=count(cells["total_abstentions"], "total_abstentions"),
        non_voting=count(cells["total_non_voting"], "total_non_voting"),
    )


def record_link(cell: str, record: str) -> str | None:
    """The address of the record, which must name that very record: a link cut short means a file cut short."""
    link = cell.strip()
    if not link:
        return None
    match = _RECORD_IN_LINK.search(link)
    if not link.startswith(("https://", "http://")) or (match and match[1] != record):
        raise SourceError(
            f"this is not the address of record {record}",
            column="undl_link",
            value=cell,
            remedy="the file may be cut off or mixed up; download it again",
        )
    return link
