"""Reads a file made by `library_files` from a folder of its own."""

from __future__ import annotations

import os
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


@pytest.fixture
def test_data() -> Path:
    """The folder of the sources' own files; skips where there is none."""
    folder = os.environ.get("VOTEDESK_TEST_DATA")
    if not folder or not Path(folder).is_dir():
        pytest.skip("VOTEDESK_TEST_DATA names no folder of test data")
    return Path(folder)
