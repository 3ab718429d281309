"""A text and its claims -> what the terminal shows: the text with its claims marked, then their verdicts."""

from __future__ import annotations

import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from adapters.cli.scratch import scratch
from bot.layout import VERDICTS, summary_line
from bot.report import CheckedPiece, ClaimOut, Judgement, SummaryOut, summary_of

if TYPE_CHECKING:
    from rich.text import Text

_COLOURS = {"✓": "green", "✗": "red", "≈": "yellow", "?": "bright_black"}


def write_marked(pieces: Iterable[CheckedPiece], out: TextIO) -> SummaryOut:
    """Write the text with "[1 ✗ ...]" around each claim, then the claims by number, then the summary, which is given back.

    A text without a claim is not written again: `out` is a file that can be cut.
    """
    found = Counter[Judgement]()
    with scratch() as verdicts:
        for piece in pieces:
            first = found.total() + 1
            out.write(_printable(_marked(piece, first)))
            for number, claim in enumerate(piece.claims, start=first):
                verdicts.writelines(f"{line}\n" for line in _verdict_lines(number, claim))
                found[claim.verdict] += 1
        if found.total():
            out.write("\n\n")
            verdicts.seek(0)
            shutil.copyfileobj(verdicts, out)
        else:
            out.seek(0)
            out.truncate()
    summary = summary_of(found)
    out.write(f"{summary_line(summary)}\n")
    return summary


def styled(line: str) -> Text:
    """A line in the colour of its verdict, which sign and word tell already."""
    from rich.text import Text

    sign = next((s for s in _COLOURS if line.split(" ", 2)[1:2] == [s] and line[:1].isdigit()), None)
    return Text(line, style=_COLOURS[sign] if sign else "")


def _verdict_lines(number: int, claim: ClaimOut) -> Iterator[str]:
    yield f"{number} {VERDICTS[claim.verdict]}: “{_printable(' '.join(claim.quote.split()))}”"
    yield f"  Understood: {_printable(claim.claim)}"
    yield f"  {_printable(claim.finding)}"
    for source in claim.sources:
        yield f"  Source: {source.title}" + (f", {source.url}" if source.url else "")
    yield ""


def _marked(piece: CheckedPiece, first: int) -> str:
    """Claims, which are numbered from `first`, may overlap: each bracket opens and closes where its own claim does."""
    marks = [(c.end, 0, "]") for c in piece.claims]
    marks += [(c.start, 1, f"[{number} {VERDICTS[c.verdict][0]} ") for number, c in enumerate(piece.claims, start=first)]
    parts, at = [], 0
    for place, _, mark in sorted(marks, key=lambda m: m[:2]):
        parts += [piece.text[at : place - piece.start], mark]
        at = place - piece.start
    return "".join([*parts, piece.text[at:]])


def _printable(text: str) -> str:
    """Line ends as one character; no control characters, which could steer a terminal."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c == "\u200d" else " " for c in text)
