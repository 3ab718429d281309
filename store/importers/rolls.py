"""Runs of rows -> rolls: all members' votes of one record, each complete and counted against the stated totals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from store.errors import SourceError
from store.facts import Remark, RemarkKind, Tally, dashed
from store.importers import cells as read
from store.importers.ballots import DOUBLE_LETTER, is_known, seat_on
from store.importers.rows import RECORD, Ballot, Run
from store.symbols import symbol_key

MUST_AGREE = read.OF_EVERY_FILE | {"session", "total_ms", "modality"}
"""Columns in which rows of one record must say the same. In descriptive ones the first row's text counts."""

DOUBLE_LETTER_IN = symbol_key("A/RES/620(VII)[A]")


@dataclass(slots=True)
class Roll:
    """All rows of one record. `cells` are those of its first row, in `line`; `notes` are the source's remarks, each once.

    `expected` is how many members the record says that it lists; None where it does not say.
    """

    record: str
    line: int
    last_line: int
    cells: dict[str, str]
    expected: int | None
    ballots: list[Ballot] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, run: Run) -> None:
        """Takes in further rows of the record; what they share with it must be the same."""
        for name, first in self.cells.items():
            cell = run.cells[name]
            if cell != first and name in MUST_AGREE and cell.strip() != first.strip():
                raise SourceError(
                    f'record {self.record} has "{first.strip()}" here in line {self.line:,}',
                    line=run.line,
                    column=name,
                    value=cell,
                    remedy="rows of one record must agree; the file may be cut off or mixed up, download it again",
                )
        self.take(run)

    def take(self, run: Run) -> None:
        """Adds the votes and the note of a run."""
        self.ballots.extend(run.ballots)
        note = read.line_of_text(run.cells.get("vote_note", ""))
        if note and note not in self.notes:
            self.notes.append(note)
        self.last_line = run.last_line


def rolls(runs: Iterable[Run]) -> Iterator[Roll]:
    """The rolls of a file. One is given out as soon as it is complete and its rows have ended.

    Rows of a record may stand apart: the record then waits until its last member has come. Only rows of a record that was
    already complete are refused. A roll that never gets complete comes last, for the totals to be remarked upon; if the
    file ends in the middle of one, the file is cut off.
    """
    waiting: dict[str, Roll] = {}
    given: dict[str, int] = {}
    current: Roll | None = None
    for run in runs:
        if current is not None and current.record != run.record:
            if len(current.ballots) == current.expected:
                given[current.record] = waiting.pop(current.record).line
                yield current
            current = None
        if current is None:
            current = waiting.get(run.record)
        if current is not None:
            current.add(run)
            continue
        if run.record in given:
            raise SourceError(
                f"further rows of record {run.record}, which was complete from line {given[run.record]:,} on",
                line=run.line,
                column=RECORD,
                value=run.record,
                remedy="the file holds these rows twice; download it again",
            )
        current = waiting[run.record] = _begin(run)
        current.take(run)
    if current is not None:
        _refuse_cut_file(current)
    yield from waiting.values()


def members_and_positions(roll: Roll, day: dt.date) -> tuple[tuple[str, ...], str]:
    """Codes and letters, side by side. A member that stands there twice must have the same vote both times."""
    positions = dict(roll.ballots)
    if len(positions) != len(roll.ballots):
        _refuse_contradictions(roll)
    if DOUBLE_LETTER in positions.values():
        positions = {code: _single_letter(code, letter, place, roll) for place, (code, letter) in enumerate(positions.items())}
    if ("RUS" in positions and seat_on("RUS", day) != "RUS") or ("SUN" in positions and seat_on("SUN", day) != "SUN"):
        if "RUS" in positions and "SUN" in positions:
            problem = f"record {roll.record} lists both RUS and SUN, which held one seat"
            raise SourceError(problem, line=roll.line, column="ms_code", value="SUN")
        if "SUN" in positions:
            roll.notes.append("The record lists the USSR, whose seat had passed to the Russian Federation on 24 December 1991.")
        positions = {seat_on(code, day): letter for code, letter in positions.items()}
    return tuple(positions), "".join(positions.values())


def remarks_on(roll: Roll, dataset: str, stated: Tally, members: tuple[str, ...], positions: str) -> tuple[Remark, ...]:
    """The source's own notes, totals that do not add up, codes that nobody knows."""
    remarks = [Remark(RemarkKind.SOURCE_NOTE, note, dataset) for note in roll.notes]
    if positions and (disagreement := _disagreement(roll, stated, positions)):
        remarks.append(Remark(RemarkKind.TOTALS_DISAGREE, disagreement, dataset))
    if unknown := _unknown_codes(members):
        detail = f"The record lists codes of no known member: {', '.join(unknown)}."
        remarks.append(Remark(RemarkKind.SOURCE_NOTE, detail, dataset))
    return tuple(remarks)


@lru_cache(maxsize=256)
def _unknown_codes(members: tuple[str, ...]) -> tuple[str, ...]:
    # Roll calls of one time list the same members, so a few hundred answers serve a million votes.
    return tuple(code for code in members if not is_known(code))


def _begin(run: Run) -> Roll:
    if not run.record:
        raise SourceError("the row names no record", line=run.line, column=RECORD, value="", remedy="download the file again")
    with read.in_line(run.line):
        total = read.count(run.cells.get("total_ms", ""), "total_ms")
        stated = read.tally(run.cells)
    counts = [n for n in (stated.yes, stated.no, stated.abstain, stated.non_voting) if n is not None]
    return Roll(run.record, run.line, run.last_line, run.cells, total if total is not None or len(counts) < 4 else sum(counts))


def _refuse_cut_file(last: Roll) -> None:
    expected = last.expected
    listed = len(last.ballots)
    if expected is not None and listed < expected:
        symbol = last.cells.get("resolution", "").strip() or f"record {last.record}"
        raise SourceError(
            f"the file ends here, but lists only {listed} of the {expected} members in the vote on {symbol}",
            line=last.last_line,
            column="total_ms",
            value=last.cells.get("total_ms"),
            remedy="it is cut off; download it again",
        )


def _refuse_contradictions(roll: Roll) -> None:
    seen: dict[str, str] = {}
    for place, (code, letter) in enumerate(roll.ballots):
        if seen.setdefault(code, letter) != letter:
            raise SourceError(
                f'record {roll.record} lists {code} twice, with "{seen[code]}" and "{letter}"',
                line=roll.line + place,
                column="ms_vote",
                value=letter,
                remedy="download the file again",
            )


def _single_letter(code: str, letter: str, place: int, roll: Roll) -> str:
    if letter != DOUBLE_LETTER:
        return letter
    if symbol_key(roll.cells["resolution"]) != DOUBLE_LETTER_IN or code != "PAK":
        raise SourceError("this is no vote: Y, N, A or X is expected", line=roll.line + place, column="ms_vote", value=letter)
    roll.notes.append('The record reads "AN" for Pakistan; counted as an abstention.')
    return "A"


def _disagreement(roll: Roll, stated: Tally, positions: str) -> str | None:
    """ "stated 48-5-6, counted 48-5-7"; the non-voting are named where the difference is theirs."""
    counted = tuple(positions.count(letter) for letter in "YNAX")
    totals = (stated.yes, stated.no, stated.abstain, stated.non_voting)
    said, found = dashed(*totals[:3]), dashed(*counted[:3])
    if any(n is not None and n != m for n, m in zip(totals[:3], counted[:3], strict=True)):
        return f"stated {said}, counted {found}"
    if totals[3] is not None and totals[3] != counted[3]:
        return f"stated {said} and {totals[3]} non-voting, counted {found} and {counted[3]} non-voting"
    if roll.expected is not None and roll.expected != len(positions):
        return f"stated {roll.expected} members, counted {len(positions)}"
    return None
