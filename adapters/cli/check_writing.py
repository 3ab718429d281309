"""A text of any length -> its check report, written piece by piece: memory holds a piece and its claims, never all of them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TextIO

from bot.report import CheckedPiece, CheckReport, Judgement, SummaryOut, summary_of

if TYPE_CHECKING:
    from bot.desk import Desk

Writing = Callable[[Iterable[CheckedPiece], TextIO], SummaryOut]


def write_check(desk: Desk, text: Callable[[], Iterable[str]], day: dt.date | None, write: Writing, out: TextIO) -> SummaryOut:
    """Check a text, which `text` gives from its start, into `out`, which is empty.

    It is shown when it is whole: nobody gets half a report, nor one of two records where an import comes in between.
    """
    generation = desk.generation()
    summary = write(desk.check_pieces(text(), day), out)
    if desk.generation() == generation:
        return summary
    out.seek(0)
    out.truncate()
    return write(desk.check_pieces(text(), day), out)


def write_json(pieces: Iterable[CheckedPiece], out: TextIO) -> SummaryOut:
    """Write the JSON document of the contract, on one line without its end: the same that a whole report makes."""
    found = Counter[Judgement]()
    before, _, _ = CheckReport().model_dump_json().partition("]")
    out.write(before)
    for piece in pieces:
        for claim in piece.claims:
            out.write("," * (found.total() > 0) + claim.model_dump_json())
            found[claim.verdict] += 1
    summary = summary_of(found)
    _, bracket, behind = CheckReport(checked=found.total(), summary=summary).model_dump_json().partition("]")
    out.write(bracket + behind)
    return summary
