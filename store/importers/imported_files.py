"""Which files were imported: what is kept of each, and whether one was there before."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from store.roll_calls import as_moment
from store.transaction import Transaction

READING = 1
"""The version of the importers. Raise it when one reads the same bytes differently: then no file counts as already imported."""


class FileFacts(Protocol):
    """What is kept of any file."""

    @property
    def dataset(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def checksum(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def rows(self) -> int: ...


def add_file(to: Transaction, file: FileFacts, roll_calls: int, days: tuple[dt.date, dt.date], imported_at: dt.datetime) -> int:
    """Keeps that a file was imported; gives its number. `days`: the first and the last that it speaks of."""
    number = int(to.rows("SELECT coalesce(max(id), 0) + 1 FROM imported_file")[0][0])
    row = {
        "id": number,
        "dataset": file.dataset,
        "name": file.name,
        "checksum": file.checksum,
        "size": file.size,
        "rows": file.rows,
        "roll_calls": roll_calls,
        "first": days[0].isoformat(),
        "until": days[1].isoformat(),
        "reading": READING,
        "imported_at": imported_at.isoformat(sep=" "),
    }
    to.insert("imported_file", tuple(row), [tuple(row.values())])
    return number


def already_imported(of: Transaction, dataset: str, checksum: str) -> dt.datetime | None:
    """When this very file was imported last; None if never, or if an importer has changed since."""
    sql = "SELECT max(imported_at) FROM imported_file WHERE dataset = ? AND checksum = ? AND reading = ?"
    moment = of.rows(sql, dataset, checksum, READING)[0][0]
    return as_moment(moment) if moment else None


def counted(of: Transaction, checksum: str) -> tuple[int, int]:
    """Rows and roll calls of a file that was imported."""
    return (of.rows("SELECT rows, roll_calls FROM imported_file WHERE checksum = ?", checksum) or [(0, 0)])[0]
