"""A text and its check report -> the lines that the terminal shows: the text with its claims marked, then their verdicts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bot.layout import VERDICTS, summary_line

if TYPE_CHECKING:
    from rich.text import Text

    from bot.report import CheckReport, ClaimOut

_COLOURS = {"✓": "green", "✗": "red", "≈": "yellow", "?": "bright_black"}


def marked_lines(text: str, report: CheckReport) -> Iterator[str]:
    """The text with "[1 ✗ ...]" around each claim, then the claims by number, then the summary."""
    if report.claims:
        yield from _printable(_marked(text, report.claims)).split("\n")
        yield ""
    for number, claim in enumerate(report.claims, start=1):
        yield f"{number} {VERDICTS[claim.verdict]}: “{_printable(' '.join(claim.quote.split()))}”"
        yield f"  Understood: {_printable(claim.claim)}"
        yield f"  {_printable(claim.finding)}"
        for source in claim.sources:
            yield f"  Source: {source.title}" + (f", {source.url}" if source.url else "")
        yield ""
    yield summary_line(report)


def styled(line: str) -> Text:
    """A line in the colour of its verdict, which sign and word tell already."""
    from rich.text import Text

    sign = next((s for s in _COLOURS if line.split(" ", 2)[1:2] == [s] and line[:1].isdigit()), None)
    return Text(line, style=_COLOURS[sign] if sign else "")


def _marked(text: str, claims: Sequence[ClaimOut]) -> str:
    """Claims may overlap: each bracket opens and closes where its own claim does."""
    marks = [(c.end, 0, "]") for c in claims]
    marks += [(c.start, 1, f"[{number} {VERDICTS[c.verdict][0]} ") for number, c in enumerate(claims, start=1)]
    parts, at = [], 0
    for place, _, mark in sorted(marks, key=lambda m: m[:2]):
        parts += [text[at:place], mark]
        at = place
    return "".join([*parts, text[at:]])


def _printable(text: str) -> str:
    """Line ends as one character; no control characters, which could steer a terminal."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c == "\u200d" else " " for c in text)
