"""Files on disk -> the store: all of them, or nothing. Reading comes first, so a bad file is refused before anything is written.

`import_files` is what `votedesk import` does; `ensure_starter` fills a new store with the record that ships with the package.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from store.database import Address, DatabaseError, Reading, open_reading, read_address
from store.importers.datasets import STARTER
from store.importers.fragment import LeftOut
from store.importers.imported_files import READING, already_imported, counted
from store.importers.layouts import NAMES
from store.importers.opening import SourceFile, read, recognise
from store.importers.pairing import pair
from store.importers.relinking import relink
from store.importers.report import Caution, Change
from store.importers.starter import read_starter
from store.importers.writing import FileStatements, Written, raise_generation, write
from store.importers.writing_names import NamesFile, NamesWritten, in_force, write_names
from store.schema import migrate
from store.transaction import Transaction, transaction

Progress = Callable[[str, int, int], object]
"""Called with what is being done ("reading FILE", "writing FILE"), how much of it, and of how much: bytes, or files."""


@dataclass(frozen=True, slots=True)
class FileSummary:
    """What came of one file, in roll calls: `new` to the store, `changed` by it, `unchanged`.

    `kept`: statements of a newer or an older file of the dataset that stay. `already_imported`: when this very file was
    imported before; then nothing was done. A file of member states' names has no roll calls: the other numbers count `names`.
    """

    name: str
    dataset: str
    rows: int
    roll_calls: int
    new: int
    changed: int
    unchanged: int
    kept: int
    left_out: tuple[LeftOut, ...]
    changes: tuple[Change, ...]
    cautions: tuple[Caution, ...]
    already_imported: dt.datetime | None = None
    names: int = 0


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What came of an import; `seconds` is its whole time."""

    files: tuple[FileSummary, ...]
    seconds: float

    @property
    def rows(self) -> int:
        """Rows read; those of a file that was imported before do not count."""
        return sum(file.rows for file in self.files if file.already_imported is None)

    @property
    def rows_per_second(self) -> float:
        """Of the whole import, from opening the first file to the end of writing."""
        return self.rows / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read, or need not be."""

    source: SourceFile
    statements: FileStatements | NamesFile | None
    left_out: tuple[LeftOut, ...] = ()
    known: FileSummary | None = None


def import_files(store_url: str, paths: Sequence[Path], progress: Progress | None = None) -> ImportSummary:
    """Imports official files into the store, which is made where there is none, in one transaction.

    Raises a `StoreError`, with a sentence, for a file that is not what it seems and for a database that cannot be used; the
    store is then as it was. Readers see the old record until the end, and then the new one.
    """
    start = time.perf_counter()
    tell: Progress = progress or (lambda _doing, _done, _whole: None)
    sources = _each_once(pair([recognise(Path(path)) for path in paths]))
    ensure_starter(store_url)
    address = read_address(store_url)
    with transaction(address) as to:
        known = {source.checksum: _known(to, source) for source in sources}
    files = [_read_file(source, known[source.checksum], tell) for source in sources]
    written = take_over(store_url, [file.statements for file in files if file.statements is not None], tell)
    summaries = tuple(file.known or _summary(file, written[file.source.checksum]) for file in files)
    return ImportSummary(summaries, time.perf_counter() - start)


def take_over(store_url: str, files: Sequence[FileStatements | NamesFile], tell: Progress) -> dict[str, Written | NamesWritten]:
    """Writes files that were read into a store that is there, in one transaction; gives what came of each, by its checksum."""
    if not files:
        return {}
    address = read_address(store_url)
    with transaction(address) as to:
        written = _write_all(to, files, tell)
    _tidy(address)
    return written


def ensure_starter(store_url: str) -> None:
    """Makes the store where there is none, and sees that the package's starter record is in it. Quick when it is."""
    address = read_address(store_url)
    checksum = hashlib.sha256(resources.files("store").joinpath("data", "starter.json").read_bytes()).hexdigest()
    if _is_ready(address, checksum):
        return
    migrate(store_url)
    with transaction(address) as to:
        # Another process may have been quicker; this one waited for its transaction to end.
        if not _has_starter(to, checksum):
            fragments = tuple(read_starter())
            file = FileStatements(STARTER.key, "starter.json", checksum, 0, len(fragments), fragments, whole=True)
            _write_all(to, [file], lambda _doing, _done, _whole: None)


def _write_all(to: Transaction, files: Sequence[FileStatements | NamesFile], tell: Progress) -> dict[str, Written | NamesWritten]:
    """Writes files, the older first; gives what came of each, by its checksum."""
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    written: dict[str, Written | NamesWritten] = {}
    for place, file in enumerate(sorted(files, key=lambda f: f.reach)):
        tell(f"writing {file.name}", place, len(files))
        written[file.checksum] = write_names(to, file, now) if isinstance(file, NamesFile) else write(to, file, now)
    relink(to, {file.dataset for file in files})
    raise_generation(to)
    tell("writing", len(files), len(files))
    return written


def _read_file(source: SourceFile, known: FileSummary | None, tell: Progress) -> _Read:
    if known is not None:
        return _Read(source, None, known=known)
    if source.layout is NAMES:
        return _read_names(source)
    doing = f"reading {source.name}"
    reading = read(source, lambda done: tell(doing, done, source.size))
    fragments = tuple(reading)
    statements = FileStatements(source.dataset.key, source.name, source.checksum, source.size, reading.rows, fragments)
    return _Read(source, statements, tuple(reading.left_out))


def _read_names(source: SourceFile) -> _Read:
    # Only here, since it takes the curated names to weigh others by.
    from store.importers.naming import read_names_file

    file, left_out = read_names_file(source)
    return _Read(source, file, left_out)


def _each_once(sources: Sequence[SourceFile]) -> list[SourceFile]:
    """The same file named twice is read once."""
    return list({source.checksum: source for source in sources}.values())


def _known(of: Transaction, source: SourceFile) -> FileSummary | None:
    if source.layout is NAMES:
        moment = in_force(of, source.checksum)
    else:
        moment = already_imported(of, source.dataset.key, source.checksum)
    if moment is None:
        return None
    rows, roll_calls = counted(of, source.checksum)
    return FileSummary(
        name=source.name,
        dataset=source.dataset.key,
        rows=rows,
        roll_calls=roll_calls,
        new=0,
        changed=0,
        unchanged=roll_calls,
        kept=0,
        left_out=(),
        changes=(),
        cautions=(),
        already_imported=moment,
    )


def _summary(file: _Read, written: Written | NamesWritten) -> FileSummary:
    statements = file.statements
    if statements is None:
        raise AssertionError("a file that was not read has no summary")
    return FileSummary(
        name=statements.name,
        dataset=statements.dataset,
        rows=statements.rows,
        roll_calls=len(statements.fragments) if isinstance(statements, FileStatements) else 0,
        new=written.new,
        changed=written.changed if isinstance(written, Written) else 0,
        unchanged=written.unchanged,
        kept=written.kept,
        left_out=file.left_out,
        changes=written.changes,
        cautions=written.cautions if isinstance(written, Written) else (),
        names=written.names if isinstance(written, NamesWritten) else 0,
    )


def _is_ready(address: Address, checksum: str) -> bool:
    """Asked in the quick way. A store that cannot be opened is not ready; migrating will say why."""
    try:
        reading = open_reading(address)
    except DatabaseError:
        return False
    try:
        return _has_starter(reading, checksum)
    finally:
        reading.close()


def _has_starter(store: Transaction | Reading, checksum: str) -> bool:
    """Whether this starter record is the last that was written, by these importers."""
    sql = "SELECT checksum, reading FROM imported_file WHERE dataset = ? ORDER BY id DESC LIMIT 1"
    return store.rows(sql, STARTER.key) == [(checksum, READING)]


def _tidy(address: Address) -> None:
    """Takes the log into the file, so that the store is one file again.

    The import stands without it, so whatever is in the way (a reader, a full disk) leaves it to the next import.
    """
    if address.engine == "sqlite":
        with suppress(sqlite3.Error), closing(sqlite3.connect(address.file, timeout=1, isolation_level=None)) as connection:
            connection.execute("PRAGMA wal_checkpoint(truncate)")
