"""A path -> a recognised source file -> fragments. What a file is, its first bytes and its header say, never its name.

source = recognise(Path("downloads/voting (1).csv.gz"))
reading = read(source, progress=bar.update)
for fragment in reading: ...
reading.left_out, reading.rows
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import lzma
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, cast

from store.errors import SourceError
from store.importers import dppa, layouts, marc, ohchr_csv, undl_ga, undl_ga_outcomes, undl_names, undl_sc, voeten
from store.importers.ballots import read_ballot
from store.importers.datasets import Dataset
from store.importers.fragment import Fragment, LeftOut
from store.importers.layouts import AGAIN, Layout, layout_of
from store.importers.rolls import rolls
from store.importers.rows import CHUNK, LONGEST_ROW, Run, plain_rows, runs

MARK = b"\xef\xbb\xbf"
"""The byte order mark that some programs put before UTF-8."""

_MARC = (layouts.RECORDS, layouts.OHCHR_RECORDS)

_WEB_PAGE = (b"<!doctype", b"<html", b"<head", b"<?xml", b"<!--")

Progress = Callable[[int], object]
"""Called with the bytes of the file on disk that have been read so far; last with its size."""


class Packing(StrEnum):
    """How the file on disk is compressed."""

    PLAIN = "plain"
    GZIP = "gzip"
    XZ = "xz"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was recognised. `partner`: the file that is joined to it, where a table comes in two."""

    path: Path
    layout: Layout
    own_size: int
    packing: Packing
    columns: tuple[str, ...]
    hashing: Hashing
    partner: SourceFile | None = None

    @property
    def dataset(self) -> Dataset:
        """Whose statements it holds."""
        return self.layout.dataset

    @property
    def name(self) -> str:
        """As the reader knows it: both files' names, where there are two."""
        return f"{self.path.name} + {self.partner.path.name}" if self.partner else self.path.name

    @property
    def size(self) -> int:
        """Bytes on disk, of both files."""
        return self.own_size + (self.partner.own_size if self.partner else 0)

    @property
    def checksum(self) -> str:
        """SHA-256 of the file on disk, in hex; of both checksums, where there are two files."""
        with _faults_in(self.path):
            own = self.hashing.result()
        return hashlib.sha256(f"{own} {self.partner.checksum}".encode()).hexdigest() if self.partner else own


class Hashing:
    """The checksum of a file, worked out beside whatever else is done: a quarter of a second that nobody waits for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._result: str | OSError = ""
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def result(self) -> str:
        """Waits for the end; raises the `OSError` that reading met."""
        self._thread.join()
        if isinstance(self._result, OSError):
            raise self._result
        return self._result

    def _run(self) -> None:
        try:
            with self._path.open("rb") as raw:
                self._result = hashlib.file_digest(raw, "sha256").hexdigest()
        except OSError as error:
            self._result = error


def recognise(path: Path) -> SourceFile:
    """Which dataset the file holds. `SourceError` where it is none that is known, with what to do."""
    with _faults_in(path):
        if path.is_dir():
            raise SourceError("this is a folder; name the files in it")
        with path.open("rb") as raw:
            packing = _packing(raw)
            with _unpacked(raw, packing) as stream:
                layout, columns = _layout(stream)
            return SourceFile(path, layout, path.stat().st_size, packing, columns, Hashing(path))


def seems(path: Path) -> Layout | None:
    """What a file is, at a glance at its header; None for one that is nothing known, or cannot be read."""
    try:
        with _faults_in(path), path.open("rb") as raw, _unpacked(raw, _packing(raw)) as stream:
            return _layout(stream)[0]
    except SourceError:
        return None


def _layout(stream: BinaryIO) -> tuple[Layout, tuple[str, ...]]:
    """What the file is, and its columns; MARCXML has none."""
    beginning = stream.read(marc.BEGINNING)
    stream.seek(0)
    if marc.is_marc(beginning):
        first = next(marc.records(stream), None)
        if first is None:
            raise SourceError("the MARCXML file holds no record", remedy="save the record again as MARCXML")
        return (layouts.OHCHR_RECORDS if marc.dataset_of(first) is layouts.OHCHR_RECORDS.dataset else layouts.RECORDS), ()
    columns, _ = _header(stream)
    return layout_of(columns), columns


def read(source: SourceFile, progress: Progress | None = None) -> Reading:
    """Reads the file from its beginning, a little at a time."""
    return Reading(source, progress)


def read_names(source: SourceFile) -> undl_names.NamesRead:
    """Reads a file of member states' names whole: it is small."""
    with _faults_in(source.path), source.path.open("rb", buffering=CHUNK) as raw, _unpacked(raw, source.packing) as stream:
        columns, line = _header(stream)
        return undl_names.read_rows(plain_rows(stream, columns, line), columns)


class Reading(Iterator[Fragment]):
    """The fragments of one file. `rows` and `left_out` are complete once the fragments have come to their end."""

    def __init__(self, source: SourceFile, progress: Progress | None) -> None:
        self.source = source
        self.rows = 0
        self.left_out: list[LeftOut] = []
        self._progress = progress
        self._fragments = self._read()

    def __next__(self) -> Fragment:
        return next(self._fragments)

    def _read(self) -> Iterator[Fragment]:
        source = self.source
        with _faults_in(source.path), source.path.open("rb", buffering=CHUNK) as raw, _unpacked(raw, source.packing) as stream:
            columns, line = ((), 1) if source.layout in _MARC else _header(stream)
            reached = 0
            before = source.size - source.own_size
            for item in self._items(stream, columns, line):
                if self._progress is not None and raw.tell() != reached:
                    reached = raw.tell()
                    self._progress(before + reached)
                if isinstance(item, LeftOut):
                    self.left_out.append(item)
                else:
                    yield item
            if not self.rows:
                raise SourceError("the file has a header and no rows", remedy=AGAIN)
            if self._progress is not None:
                self._progress(source.size)

    def _items(self, stream: BinaryIO, columns: tuple[str, ...], line: int) -> Iterator[Fragment | LeftOut]:
        match self.source.layout:
            case layouts.GA_OUTCOMES:
                return undl_ga_outcomes.fragments(self._counted_rows(plain_rows(stream, columns, line)))
            case layouts.OHCHR_RESOLUTIONS:
                return ohchr_csv.fragments(self._counted_rows(plain_rows(stream, columns, line)), self._ballots())
            case layouts.RECORDS | layouts.OHCHR_RECORDS:
                return marc.fragments(self._counted_records(marc.records(stream)), self.source.dataset)
            case layouts.VETOES:
                return dppa.fragments(self._counted_rows(plain_rows(stream, columns, line)))
            case layouts.ACADEMIC:
                return voeten.fragments(self._counted_runs(runs(stream, columns, line, voeten.read_ballot, voeten.SHAPE)))
        all_rolls = rolls(self._counted_runs(runs(stream, columns, line, read_ballot)))
        return undl_sc.fragments(all_rolls) if self.source.layout is layouts.SC else undl_ga.fragments(all_rolls)

    def _ballots(self) -> ohchr_csv.Ballots:
        """The votes in the file that is joined to this one, read whole."""
        source = self.source.partner
        if source is None:
            raise AssertionError("a table in two files is read only when both are there")
        with _faults_in(source.path), source.path.open("rb", buffering=CHUNK) as raw, _unpacked(raw, source.packing) as stream:
            columns, line = _header(stream)
            return ohchr_csv.ballots(self._counted_rows(plain_rows(stream, columns, line)))

    def _counted_rows(self, rows: Iterator[tuple[int, dict[str, str]]]) -> Iterator[tuple[int, dict[str, str]]]:
        for row in rows:
            self.rows += 1
            yield row

    def _counted_records(self, found: Iterator[marc.Record]) -> Iterator[marc.Record]:
        for record in found:
            self.rows += max(1, len(record.every("967")))
            yield record

    def _counted_runs(self, all_runs: Iterator[Run]) -> Iterator[Run]:
        for run in all_runs:
            self.rows += run.rows
            yield run


@contextmanager
def _faults_in(path: Path) -> Iterator[None]:
    """Names the file in errors from below, and says what an operating system's or an unpacker's error means."""
    try:
        yield
    except SourceError as error:
        error.file = error.file or path.name
        raise
    except EOFError:
        raise SourceError("the compressed file is cut off", file=path.name, remedy="download it again") from None
    except (gzip.BadGzipFile, lzma.LZMAError, zlib.error, zipfile.BadZipFile, NotImplementedError) as error:
        raise SourceError(f"the compressed file is damaged ({error})", file=path.name, remedy="download it again") from None
    except FileNotFoundError:
        raise SourceError("there is no such file", file=str(path), remedy="check the name and the folder") from None
    except OSError as error:
        raise SourceError(f"the file cannot be read ({error.strerror or error})", file=str(path)) from None


def _packing(raw: BinaryIO) -> Packing:
    start = raw.read(8)
    raw.seek(0)
    if not start:
        raise SourceError("the file is empty", remedy=AGAIN)
    if start.startswith(b"\x1f\x8b"):
        return Packing.GZIP
    if start.startswith(b"\xfd7zXZ\0"):
        return Packing.XZ
    return Packing.ZIP if start.startswith(b"PK") else Packing.PLAIN


@contextmanager
def _unpacked(raw: BinaryIO, packing: Packing) -> Iterator[BinaryIO]:
    match packing:
        case Packing.PLAIN:
            yield raw
        case Packing.GZIP:
            with gzip.GzipFile(fileobj=raw) as stream:
                yield cast(BinaryIO, stream)
        case Packing.XZ:
            with lzma.LZMAFile(raw) as unpacking:
                yield cast(BinaryIO, unpacking)
        case Packing.ZIP:
            with zipfile.ZipFile(raw) as archive, archive.open(_only_table(archive)) as member:
                yield cast(BinaryIO, member)


def _only_table(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one CSV file of an archive; what a Mac adds ("__MACOSX/") does not count."""
    files = [info for info in archive.infolist() if not info.is_dir() and not info.filename.startswith("__MACOSX/")]
    if any(info.filename == "[Content_Types].xml" for info in files):
        raise SourceError("this is a spreadsheet, not a CSV file", remedy=AGAIN)
    tables = [info for info in files if info.filename.lower().endswith(".csv")] or files
    if len(tables) != 1:
        problem = f"the archive holds {len(tables)} CSV files instead of one"
        raise SourceError(problem, remedy="unpack it and name the files to import")
    if tables[0].flag_bits & 1:
        raise SourceError("the archive is protected by a password", remedy="unpack it and import the file in it")
    return tables[0]


def _header(stream: BinaryIO) -> tuple[tuple[str, ...], int]:
    """The columns' names in lower case, and the number of the line after them."""
    line = 1
    header = stream.readline(LONGEST_ROW).removeprefix(MARK)
    while header and not header.strip():
        line += 1
        header = stream.readline(LONGEST_ROW)
    start = header.lstrip().lower()
    if not start:
        raise SourceError("the file has no header", remedy=AGAIN)
    if start.startswith(_WEB_PAGE):
        raise SourceError(
            "a web page was saved instead of the data file",
            line=line,
            value=header[:80].decode("utf-8", "replace"),
            remedy="open the record in a browser, download the CSV file listed under Files, and import that",
        )
    try:
        names = next(csv.reader([header.decode("utf-8")], strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise SourceError(
            "this is no CSV file in UTF-8", line=line, value=header[:80].decode("utf-8", "replace"), remedy=AGAIN
        ) from None
    return tuple(name.strip().lower() for name in names), line + 1
