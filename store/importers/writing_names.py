"""A file of member states' names -> the store, inside a transaction that the caller opened. Says what changes in answers.

One file is in force at a time: the one that reaches furthest, and of two that reach as far the one imported last.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.facts import MemberState, NamePeriod
from store.importers.datasets import UNDL_NAMES
from store.importers.imported_files import READING, add_file
from store.importers.merge_names import merge_names
from store.importers.name_statement import COLUMNS, NameStatement, read_statements, to_rows
from store.importers.report import Change
from store.members import Members, load_members
from store.roll_calls import as_day, as_moment
from store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class NamesFile:
    """A file of names that was read whole. `rows` counts its lines without the header."""

    name: str
    checksum: str
    size: int
    rows: int
    statements: tuple[NameStatement, ...]

    @property
    def dataset(self) -> str:
        """Whose names they are."""
        return UNDL_NAMES.key

    @property
    def reach(self) -> tuple[dt.date, int]:
        """How far it goes: of two files the higher is the newer."""
        return self.days[1], len(self.statements)

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day on which a name begins."""
        starts = [first for statement in self.statements for first, _ in statement.spans]
        return min(starts), max(starts)


@dataclass(frozen=True, slots=True)
class NamesWritten:
    """What came of it, in names. `kept`: those of a file in the store that reaches further, beside which nothing was taken."""

    names: int
    states: int
    new: int = 0
    unchanged: int = 0
    kept: int = 0
    changes: tuple[Change, ...] = ()


def in_force(of: Transaction, checksum: str) -> dt.datetime | None:
    """When this very file was imported, if its names are those of the store."""
    sql = "SELECT imported_at FROM imported_file WHERE checksum = ? AND reading = ? AND id IN (SELECT file_id FROM member_name)"
    moments = of.rows(sql, checksum, READING)
    return as_moment(moments[0][0]) if moments else None


def write_names(to: Transaction, file: NamesFile, imported_at: dt.datetime) -> NamesWritten:
    """Puts the file's names in the place of those in the store, unless these reach further."""
    before = read_statements(to)
    states = len({statement.member for statement in file.statements})
    reach = to.rows("SELECT max(until) FROM imported_file WHERE id IN (SELECT file_id FROM member_name)")[0][0]
    if reach is not None and as_day(reach) > file.days[1]:
        return NamesWritten(len(file.statements), states, kept=len(before))
    number = add_file(to, file, 0, file.days, imported_at)
    to.run("DELETE FROM member_name")
    to.insert("member_name", COLUMNS, to_rows(file.statements, number))
    same = set(before) & set(file.statements)
    curated = load_members()
    return NamesWritten(
        names=len(file.statements),
        states=states,
        new=len(file.statements) - len(same),
        unchanged=len(same),
        changes=tuple(_changes(merge_names(curated, before), merge_names(curated, file.statements))),
    )


def _changes(before: Members, now: Members) -> Iterator[Change]:
    for code in sorted(before.by_code.keys() | now.by_code.keys()):
        was, is_now = before.by_code.get(code), now.by_code.get(code)
        if was is None or is_now is None:
            yield Change(code, "member state", _member(was), _member(is_now))
        elif was.names != is_now.names:
            yield Change(code, "names", _told(was.names), _told(is_now.names))


def _member(state: MemberState | None) -> str:
    return f"{state.short}, admitted {state.admitted}" if state else "not known"


def _told(names: Sequence[NamePeriod]) -> str:
    return "; ".join(f"{period.name} since {period.first}" if period.first else period.name for period in names)
