"""Reads a file made by `library_files` from a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from store.importers.opening import Reading, read, recognise
from tests.store.importers.library_files import as_csv

ReadRows = Callable[[Sequence[str], Sequence[Mapping[str, str]]], Reading]


@pytest.fixture
def reading_of(tmp_path: Path) -> ReadRows:
    """Columns and rows -> the reading of a file with them, called voting.csv."""

    def reading(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Reading:
        path = tmp_path / "voting.csv"
        path.write_bytes(as_csv(columns, rows))
        return read(recognise(path))

    return reading
