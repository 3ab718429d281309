"""A text of any length -> the pieces that are read at a time, so that a book takes no more memory than a chapter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LONGEST_PIECE = 50_000  # characters

_BREAKS = (
    re.compile(r"\n[ \t]*\r?\n|</(?:p|div|li|h\d|tr)\s*>", re.IGNORECASE),
    re.compile(r"[\n\r]"),
    re.compile(r"\.\s"),
    re.compile(r"\s"),
)


def pieces_of(text: Iterable[str]) -> Iterator[str]:
    """The text, given in parts of any length, in pieces: cut between paragraphs where that can be, else between lines or words.

    Where the given parts end makes no difference. There is always one piece, if an empty one.
    """
    waiting = ""
    for part in text:
        waiting += part
        at = 0
        while len(waiting) - at > LONGEST_PIECE:
            end = _end_of_piece(waiting, at)
            yield waiting[at:end]
            at = end
        waiting = waiting[at:] if at else waiting
    yield waiting


def _end_of_piece(text: str, start: int) -> int:
    half, longest = start + LONGEST_PIECE // 2, start + LONGEST_PIECE
    window = text[half:longest]
    cuts = next((found for pattern in _BREAKS if (found := [m.end() for m in pattern.finditer(window)])), [len(window)])
    end = half + cuts[-1]
    return end - 1 if text[end - 1 : end + 1] == "\r\n" else end
