"""The bytes of a voting file -> runs of rows that belong to one record: what all rows share, and each member's vote.

The library writes one row a member, and repeats everything about the resolution in each. So the General Assembly file holds
352 MB in which 3 % are news. Where the columns stand in the library's order, a row is read once and then only recognised:
the text is cut at every repetition of "rest of the row + next row's record number", which leaves "ALB,ALBANIA,Y", of which
there are some thousand different ones. Whatever deviates (other text, other quotes, a row of another record) ends the run, and
the next row is read in full again. In any other order of columns, the csv module reads every row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from store.errors import SourceError
from store.importers.cells import in_line

RECORD = "undl_id"

CHUNK = 1 << 20
LONGEST_ROW = 1 << 18
"""A row of more bytes than this is no row, but a quotation mark that was never closed."""

_FIELD = rb'(?:"[^"]*+(?:""[^"]*+)*+"|(?!")[^,\r\n]*+)'
_ROW = re.compile(rb"%b(?:,%b)*+\r?\n" % (_FIELD, _FIELD))

Ballot = tuple[str, str]
"""A member's code and the letter of its position."""

ReadBallot = Callable[[str, str, str], Ballot]
"""Code, name and vote as written -> a ballot; raises a `SourceError` that names the column."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which columns say what: the record's number, then code, name and vote of the member, and whatever else is the member's."""

    record: str
    code: str
    name: str
    vote: str
    others: frozenset[str] = frozenset()

    @property
    def of_member(self) -> frozenset[str]:
        """The columns that differ from row to row."""
        return self.others | {self.code, self.name, self.vote}


LIBRARY = Shape(RECORD, "ms_code", "ms_name", "ms_vote", frozenset({"permanent_member"}))


@dataclass(slots=True)
class Run:
    """Consecutive rows of one record, from `line` to `last_line`. `cells` are those of its first row, by column name."""

    record: str
    line: int
    last_line: int
    rows: int
    cells: dict[str, str]
    ballots: list[Ballot]


def runs(
    stream: BinaryIO, columns: Sequence[str], first_line: int, read_ballot: ReadBallot, shape: Shape = LIBRARY
) -> Iterator[Run]:
    """All rows after the header, in the file's order. `stream` stands behind the header, before line `first_line`."""
    own = shape.of_member
    lead = 1 + sum(name in own for name in columns)
    if columns[0] == shape.record and all(name in own for name in columns[1:lead]):
        return _RepeatedRows(stream, columns, lead, first_line, read_ballot, shape).runs()
    return _runs_in_any_order(stream, columns, first_line, read_ballot, shape)


def plain_rows(stream: BinaryIO, columns: Sequence[str], first_line: int) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and cells by column name of every row, read by the csv module."""
    reader = csv.reader((text.decode("utf-8") for text in stream), strict=True)
    line = first_line
    try:
        for values in reader:
            if values:
                yield line, _by_column(values, columns, line)
            line = first_line + reader.line_num
    except csv.Error as error:
        raise SourceError(f"the row cannot be read ({error})", line=line, remedy="download the file again") from None
    except UnicodeDecodeError as error:
        raise not_utf8(error, line) from None


def not_utf8(error: UnicodeDecodeError, line: int) -> SourceError:
    """The error for bytes that are no UTF-8, with the text around them."""
    value = error.object[max(0, error.start - 10) : error.end + 10].decode("utf-8", "replace")
    return SourceError(
        "the text is not in UTF-8",
        line=line,
        value=value,
        remedy="if another program has saved the file, download it again and import it unopened",
    )


def _by_column(values: Sequence[str], columns: Sequence[str], line: int) -> dict[str, str]:
    if len(values) != len(columns):
        raise SourceError(
            f"the row has {len(values)} columns instead of {len(columns)}",
            line=line,
            column=columns[min(len(values), len(columns)) - 1],
            value=values[-1],
            remedy="the file may be cut off; download it again",
        )
    return dict(zip(columns, values, strict=True))


def _runs_in_any_order(
    stream: BinaryIO, columns: Sequence[str], first_line: int, read_ballot: ReadBallot, shape: Shape
) -> Iterator[Run]:
    known: dict[tuple[str, str, str], Ballot] = {}
    run: Run | None = None
    shared: list[str] = []
    names = [name for name in columns if name not in shape.of_member]
    for line, cells in plain_rows(stream, columns, first_line):
        written = (cells[shape.code], cells[shape.name], cells[shape.vote])
        if (ballot := known.get(written)) is None:
            with in_line(line):
                ballot = known[written] = read_ballot(*written)
        values = [cells[name] for name in names]
        if run is not None and values == shared:
            run.ballots.append(ballot)
            run.rows += 1
            run.last_line = line
        else:
            if run is not None:
                yield run
            run, shared = Run(cells[shape.record].strip(), line, line, 1, cells, [ballot]), values
    if run is not None:
        yield run


class _OtherText(Exception):
    """What stands between two repetitions is not one member's columns: the run has ended before."""


class _Ballots(dict[bytes, Ballot]):
    """Every text of the member columns met so far ("ALB,ALBANIA,Y") and the ballot that it says."""

    def __init__(self, columns: Sequence[str], read_ballot: ReadBallot, shape: Shape) -> None:
        super().__init__()
        self._places = tuple(columns.index(name) for name in (shape.code, shape.name, shape.vote))
        self._whole = re.compile(rb",".join([_FIELD] * len(columns)))
        self._read_ballot = read_ballot

    def __missing__(self, text: bytes) -> Ballot:
        if not self._whole.fullmatch(text):
            raise _OtherText
        values = next(csv.reader([text.decode("utf-8")], strict=True))
        code, name, vote = (values[place] for place in self._places)
        ballot = self[text] = self._read_ballot(code, name, vote)
        return ballot


class _RepeatedRows:
    """Reads a file whose columns are: record, the member's own, then everything that repeats."""

    def __init__(
        self, stream: BinaryIO, columns: Sequence[str], lead: int, first_line: int, read_ballot: ReadBallot, shape: Shape
    ) -> None:
        self._record = shape.record
        self._stream = stream
        self._columns = columns
        self._lead = re.compile(rb",".join([rb"(%b)" % _FIELD] + [_FIELD] * (lead - 1)))
        self._ballots = _Ballots(columns[1:lead], read_ballot, shape)
        self._line = first_line
        self._buffer = b""
        self._at = 0
        self._ended = False

    def runs(self) -> Iterator[Run]:
        while True:
            row = self._next_row()
            if row is None:
                return
            if row.strip():
                yield self._run(row)
            else:
                self._at += len(row)
                self._line += 1

    def _next_row(self) -> bytes | None:
        """The row at the place reached, with its line end; None at the end of the file."""
        while True:
            match = _ROW.match(self._buffer, self._at)
            if match is not None:
                return match[0]
            rest = len(self._buffer) - self._at
            if self._ended or rest > LONGEST_ROW:
                if not rest:
                    return None
                raise SourceError(
                    "the row cannot be read: a quotation mark or a line break is out of place",
                    line=self._line,
                    value=self._buffer[self._at : self._at + 80].decode("utf-8", "replace"),
                    remedy="the file may be cut off; download it again",
                )
            self._fill()

    def _fill(self) -> None:
        chunk = self._stream.read(CHUNK)
        rest = self._buffer[self._at :]
        if not chunk:
            self._ended = True
            if rest and not rest.endswith(b"\n"):
                chunk = b"\n"
        self._buffer, self._at = rest + chunk, 0

    def _run(self, row: bytes) -> Run:
        cells = self._cells(row)
        lead = self._lead.match(row)
        assert lead is not None, "a row with all its columns has the first ones"
        repeated, record = row[lead.end() :], lead[1] + b","
        lines_a_row = row.count(b"\n")
        texts = self._texts_between(row[lead.end(1) + 1 : lead.end()], repeated, record, cells)
        ballots = self._read(texts, lines_a_row)
        self._at += sum(map(len, texts[: len(ballots)])) + len(ballots) * (len(repeated) + len(record))
        line, self._line = self._line, self._line + len(ballots) * lines_a_row
        return Run(cells[self._record].strip(), line, self._line - 1, len(ballots), cells, ballots)

    def _cells(self, row: bytes) -> dict[str, str]:
        try:
            values = next(csv.reader([row.decode("utf-8")], strict=True))
        except UnicodeDecodeError as error:
            raise not_utf8(error, self._line) from None
        return _by_column(values, self._columns, self._line)

    def _texts_between(self, first: bytes, repeated: bytes, record: bytes, cells: dict[str, str]) -> list[bytes]:
        """The member columns of this row (`first`) and of those after it, as far as the buffer holds them whole."""
        total = cells.get("total_ms", "").strip().removesuffix(".0")
        expected = int(total) if total.isdecimal() and 0 < int(total) < 1000 else 200
        # Member columns differ in length from row to row, so the window is a guess: too small only means another run.
        start = self._at + len(record)
        if not self._buffer.startswith(record, start + len(first) + len(repeated)):
            return [first]
        end = start + expected * (len(record) + len(first) + len(repeated) + 16)
        texts = self._texts_in_lines(start, end, repeated, record, expected)
        if texts is None:
            texts = self._buffer[start:end].split(repeated + record)
            last = texts.pop()
            if (cut := last.find(repeated)) >= 0:
                texts.append(last[:cut])
        return texts if texts and texts[0] == first else [first]

    def _texts_in_lines(self, start: int, end: int, repeated: bytes, record: bytes, expected: int) -> list[bytes] | None:
        """The same by lines, which is twice as fast; None unless every line is just such a row."""
        lines = self._buffer[start - len(record) : end].split(b"\n", expected)
        lines.pop()
        before, after = len(record), 1 - len(repeated)
        texts = [line[before:after] for line in lines]
        block = (repeated + record).join(texts) + repeated
        return texts if self._buffer.startswith(block, start) else None

    def _read(self, texts: list[bytes], lines_a_row: int) -> list[Ballot]:
        """The ballots of these texts, up to the first that is something else."""
        known = self._ballots
        try:
            return [known[text] for text in texts]
        except (_OtherText, SourceError, UnicodeDecodeError):
            return self._read_singly(texts, lines_a_row)

    def _read_singly(self, texts: list[bytes], lines_a_row: int) -> list[Ballot]:
        ballots: list[Ballot] = []
        for text in texts:
            line = self._line + len(ballots) * lines_a_row
            try:
                with in_line(line):
                    ballots.append(self._ballots[text])
            except _OtherText:
                break
            except UnicodeDecodeError as error:
                raise not_utf8(error, line) from None
        return ballots
