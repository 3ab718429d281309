"""What the library says of one name of one member state <-> what the table `member_name` keeps of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Span = tuple[dt.date, dt.date | None]
"""First and last day on which a name is in use; no last day: it still is."""

COLUMNS = ("id", "file_id", "member", "name", "said")


@dataclass(frozen=True, slots=True)
class NameStatement:
    """One English name of the member state with this code. `spans`: when it was in use; none where the file does not say.

    `other`: further English names; `foreign`: language and name.
    """

    member: str
    name: str
    spans: tuple[Span, ...]
    other: tuple[str, ...] = ()
    foreign: tuple[tuple[str, str], ...] = ()


class Rows(Protocol):
    """Whatever answers a query: a reading connection, or a transaction."""

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]: ...


def read_statements(of: Rows) -> tuple[NameStatement, ...]:
    """Those of the file that is in force, in its order."""
    return tuple(_statement(*row) for row in of.rows("SELECT member, name, said FROM member_name ORDER BY id"))


def to_rows(statements: Sequence[NameStatement], file_id: int) -> list[tuple[int, int, str, str, str]]:
    """Rows of `COLUMNS`."""
    return [(number, file_id, s.member, s.name, _said(s)) for number, s in enumerate(statements, 1)]


def _said(statement: NameStatement) -> str:
    said = {
        "spans": [(first.isoformat(), last.isoformat() if last else None) for first, last in statement.spans],
        "other": statement.other,
        "foreign": statement.foreign,
    }
    return json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False, separators=(",", ":"))


def _statement(member: str, name: str, text: str) -> NameStatement:
    said = json.loads(text)
    day = dt.date.fromisoformat
    return NameStatement(
        member=member,
        name=name,
        spans=tuple((day(first), day(last) if last else None) for first, last in said.get("spans", ())),
        other=tuple(said.get("other", ())),
        foreign=tuple((language, name) for language, name in said.get("foreign", ())),
    )
