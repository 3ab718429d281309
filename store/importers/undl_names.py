"""UN Digital Library, names of the member states: one row a name -> what the row says, column by column, checked.

The library has published two layouts with the same meaning (until spring 2026 "Member State", "ISO Code", "Start date", ...;
since then "member_state", "iso", "start_date", ...), so columns are known by what they mean, whatever their spelling.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from store.errors import SourceError
from store.importers import cells as read
from store.importers.datasets import UNDL_NAMES
from store.importers.fragment import LeftOut
from store.importers.name_statement import Span

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("member state", "member states", "member state name", "name of member state"),
    "iso": ("iso", "iso code", "iso3", "iso3 code", "iso 3", "iso alpha 3", "iso alpha 3 code"),
    "first": ("start date", "start dates", "start", "valid from"),
    "last": ("end date", "end dates", "end", "valid to"),
    "other": ("other names", "other name", "alternative names", "variant names"),
    "related": ("earlier or later name", "earlier or later names"),
    "earlier": ("earlier names", "earlier name"),
    "later": ("later names", "later name"),
    "term": ("geographic term", "geographic terms"),
    "status": ("name status",),
    "document": ("membership document symbol", "membership document symbols", "membership document"),
    "fr": ("french", "french name", "name french"),
    "es": ("spanish", "spanish name", "name spanish"),
    "ar": ("arabic", "arabic name", "name arabic"),
    "zh": ("chinese", "chinese name", "name chinese"),
    "ru": ("russian", "russian name", "name russian"),
}
"""Meaning -> the headings that it goes by, in small letters, with blanks for everything but letters and digits."""

LANGUAGES = ("fr", "es", "ar", "zh", "ru")
NEEDED = ("name", "iso", "first")
IN_USE = "ms"
"""The status of a name that a member state bears today."""

_AGAIN = f"download the CSV file again from {UNDL_NAMES.url} and import it unopened"
_SCRIPTS = {"fr": "LATIN", "es": "LATIN", "ar": "ARABIC", "zh": "CJK", "ru": "CYRILLIC"}
_IN_WORDS = {"fr": "French", "es": "Spanish", "ar": "Arabic", "zh": "Chinese", "ru": "Russian"}
_TELLING = 3
_CODE = re.compile(r"[A-Z]{3}")
_AMERICAN_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})")
_CENTURY_TURNS = 45
"""A year of two digits: from 45 on of the last century, in which the United Nations was founded."""

_INVERTED = re.compile(r"(?:^|\s)(?:of|of the|the)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameRow:
    """What one row says of one English name. `iso` is the code as written, or empty; `spans` in the order of the days.

    `other`: further English names; `related`: names that the state bore before or after; `foreign`: language and name.
    `of_member`: the row says that it is of a member state, by the name's status or by the document of its admission.
    """

    line: int
    name: str
    iso: str
    spans: tuple[Span, ...]
    other: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    foreign: tuple[tuple[str, str], ...] = ()
    of_member: bool = False


def seems(columns: Sequence[str]) -> bool:
    """Whether a header is of this kind of file, though it may lack a column that is needed."""
    found = _meanings(columns)
    return "name" in found and len(found) >= _TELLING


def check_columns(columns: Sequence[str]) -> None:
    """`SourceError` names what is needed and not there, and what it may be called."""
    found = _meanings(columns)
    for meaning in NEEDED:
        if meaning not in found:
            called = " or ".join(f'"{heading}"' for heading in HEADINGS[meaning])
            raise SourceError(
                f"this looks like the library's names of member states, but has no column {called}",
                line=1,
                value=",".join(columns),
                remedy=_AGAIN,
            )


@dataclass(frozen=True, slots=True)
class NamesRead:
    """The rows of a file, of which there are `count`, and those that say too little to be taken. `column`: that of the names."""

    rows: tuple[NameRow, ...]
    left_out: tuple[LeftOut, ...]
    count: int
    column: str


def read_rows(rows: Iterable[tuple[int, Mapping[str, str]]], columns: Sequence[str]) -> NamesRead:
    """All rows of the file. `SourceError` where a cell, or a whole column, cannot be what its heading says."""
    heading = _meanings(columns)
    taken: list[NameRow] = []
    left_out: list[LeftOut] = []
    all_rows = list(rows)
    if not all_rows:
        raise SourceError("the file has a header and no rows", remedy=_AGAIN)
    if not any(cells[heading["iso"]].strip() for _, cells in all_rows):
        raise SourceError("no row has a code", line=1, column=heading["iso"], remedy="the columns may be mixed up")
    if "status" in heading and not any(_is(cells[heading["status"]], IN_USE) for _, cells in all_rows):
        # What this edition calls a name in use is not known: the days alone tell.
        del heading["status"]
    for line, cells in all_rows:
        with read.in_line(line):
            found = _row(line, cells, heading)
        if isinstance(found, LeftOut):
            left_out.append(found)
        else:
            taken.append(found)
    kept, strange = _in_their_scripts(taken, heading)
    return NamesRead(kept, (*left_out, *strange), len(all_rows), heading["name"])


def _meanings(columns: Sequence[str]) -> dict[str, str]:
    """Meaning -> the column that has it."""
    plain = {" ".join(re.findall(r"[a-z0-9]+", column.lower())): column for column in columns}
    found = {meaning: next((plain[h] for h in headings if h in plain), None) for meaning, headings in HEADINGS.items()}
    return {meaning: column for meaning, column in found.items() if column is not None}


def _row(line: int, cells: Mapping[str, str], heading: Mapping[str, str]) -> NameRow | LeftOut:
    def cell(meaning: str) -> str:
        return read.line_of_text(cells[heading[meaning]]) if meaning in heading else ""

    name, iso = cell("name"), cell("iso").upper()
    if not name:
        return _left_out(line, heading["name"], "the row has no name")
    if iso and not _CODE.fullmatch(iso):
        raise SourceError("this is no code of three letters", column=heading["iso"], value=cell("iso"))
    if _CODE.fullmatch(name):
        raise SourceError("this is a code and no name", column=heading["name"], value=name, remedy="the columns may be mixed up")
    if not cell("first"):
        return _left_out(line, heading["first"], f"{name} has no first day")
    spans = _spans(cell("first"), cell("last"), heading)
    if cell("status") and not _is(cell("status"), IN_USE) and spans[-1][1] is None:
        # A name that is said not to be in use, without the day of its end: it is known, and stands for no day.
        spans = spans[:-1]
    return NameRow(
        line=line,
        name=name,
        iso=iso,
        spans=spans,
        other=tuple(dict.fromkeys((*_names(cell("other")), *_names(cell("term"))))),
        related=tuple(dict.fromkeys((*_names(cell("related")), *_names(cell("earlier")), *_names(cell("later"))))),
        foreign=tuple((language, name) for language in LANGUAGES for name in _between_bars(cell(language))),
        of_member=_is(cell("status"), IN_USE) or bool(cell("document")),
    )


def _is(cell: str, word: str) -> bool:
    return cell.strip().lower() == word


def _left_out(line: int, column: str, reason: str) -> LeftOut:
    return LeftOut(f"line {line:,}", f'column "{column}": {reason}')


def _spans(first: str, last: str, heading: Mapping[str, str]) -> tuple[Span, ...]:
    """ "1945-10-24, 1971-09-02" and "1958-02-21" -> two spans, the second without an end."""
    starts = [_day(text, heading["first"]) for text in _listed(first)]
    ends: list[dt.date | None] = [_day(text, heading["last"]) for text in _listed(last)]
    column = heading.get("last", heading["first"])
    if len(ends) not in (len(starts), len(starts) - 1):
        problem = f"{len(ends)} last days do not fit {len(starts)} first days ({first})"
        raise SourceError(problem, column=column, value=last)
    spans = tuple(zip(starts, (*ends, None), strict=False))
    for place, (start, end) in enumerate(spans):
        if end is not None and end < start:
            raise SourceError(f"the name ends before it begins, on {start}", column=column, value=end.isoformat())
        before = spans[place - 1][1] if place else None
        if before is not None and start < before:
            raise SourceError(f"the days are not in order: {before} comes before", column=heading["first"], value=first)
    return spans


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;|]", cell) if part.strip()]


def _day(text: str, column: str) -> dt.date:
    american = _AMERICAN_DAY.fullmatch(text)
    if american:
        year = int(american[3])
        year += 0 if year > 99 else 1900 if year >= _CENTURY_TURNS else 2000
        text = f"{year:04}-{int(american[1]):02}-{int(american[2]):02}"
    # A name can be older than the United Nations.
    return read.day(text, column, dt.date(1800, 1, 1))


def _names(cell: str) -> list[str]:
    """English names between bars; without a bar between commas, where "Korea, Republic of" is one name."""
    if "|" in cell:
        return _between_bars(cell)
    names: list[str] = []
    for part in (part.strip() for part in re.split(r"[,;]", cell)):
        if part and names and _INVERTED.search(part):
            names[-1] = f"{names[-1]}, {part}"
        elif part:
            names.append(part)
    return names


def _between_bars(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _in_their_scripts(rows: Sequence[NameRow], heading: Mapping[str, str]) -> tuple[tuple[NameRow, ...], list[LeftOut]]:
    """The rows without names that are not written in their language's letters; a column full of them is another's."""
    named = Counter(language for row in rows for language, _ in row.foreign)
    strange = [(row, language, name) for row in rows for language, name in row.foreign if not _fits(name, _SCRIPTS[language])]
    for language, count in Counter(language for _, language, _ in strange).items():
        if 2 * count > named[language]:
            row, _, name = next(found for found in strange if found[1] == language)
            problem = f"this is not written in {_IN_WORDS[language]} letters, nor are most names of this column"
            remedy = "the columns may be mixed up"
            raise SourceError(problem, line=row.line, column=heading[language], value=name, remedy=remedy)
    unfit = {(row.line, language, name) for row, language, name in strange}
    kept = tuple(_without(row, unfit) for row in rows)
    return kept, [
        _left_out(line, heading[language], f"{name} is not written in {_IN_WORDS[language]} letters")
        for line, language, name in sorted(unfit)
    ]


def _without(row: NameRow, unfit: set[tuple[int, str, str]]) -> NameRow:
    foreign = tuple((language, name) for language, name in row.foreign if (row.line, language, name) not in unfit)
    return replace(row, foreign=foreign)


def _fits(name: str, script: str) -> bool:
    # Modifiers are no letters of any script: the apostrophe of "Вʼєтнам".
    letters = [c for c in name if c.isalpha() and unicodedata.category(c) != "Lm"]
    return bool(letters) and all(script in unicodedata.name(c, "") for c in letters)
