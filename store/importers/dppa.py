"""UN Peace & Security Data Hub, DPPA-SCVETOES: one row a vetoed draft, with a flag for each permanent member -> fragments.

The file says who vetoed, and nothing else of the vote: every other position is unknown, and there are no totals.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from store.errors import SourceError
from store.facts import Body, Kind, Mode, Outcome, Remark, RemarkKind, Tally
from store.importers import cells as read
from store.importers.ballots import seat_on
from store.importers.datasets import DPPA
from store.importers.fragment import Fragment
from store.symbols import symbol_key

PERMANENT = {
    "china": "CHN",
    "france": "FRA",
    "united_kingdom": "GBR",
    "russian_federation_ussr": "RUS",
    "united_states": "USA",
}
"""Column -> code; the USSR shares a column with the Russian Federation, and the day tells them apart."""

COLUMNS = frozenset({"date", "draft_res#", "record", "agenda", "#_of_pms", *PERMANENT})

ELEVEN_MEMBERS_UNTIL = dt.date(1965, 12, 31)
"""The amendment of Article 23 took the Council from eleven to fifteen members: https://www.un.org/en/about-us/un-charter."""

_FLAGS = {"0": False, "": False, "1": True, "0.0": False, "1.0": True}
_WITHOUT_ADDITIONS = re.compile(r"^(S/(?:PV\.)?\d+(?:/\d+)?(?:/Rev\.\d+)?)", re.IGNORECASE)
_MEETING_NUMBER = re.compile(r"\d+")


def fragments(rows: Iterable[tuple[int, dict[str, str]]]) -> Iterator[Fragment]:
    """One fragment a row. The file's own numbers are not kept: another edition may count anew."""
    seen: Counter[str] = Counter()
    for line, cells in rows:
        with read.in_line(line):
            name = f"{read.line_of_text(cells['draft_res#'])} of {cells['date'].strip()}"
            seen[name] += 1
            yield _fragment(cells, f"{name}, {seen[name]}")


def _fragment(cells: Mapping[str, str], record: str) -> Fragment:
    day = read.day(cells["date"])
    symbol = read.line_of_text(cells["draft_res#"])
    if not symbol:
        raise SourceError("the row names no draft", column="draft_res#", value="")
    vetoed = {seat_on(code, day): _flag(cells, column) for column, code in PERMANENT.items()}
    by = tuple(sorted(code for code, flag in vetoed.items() if flag))
    if len(by) != read.count(cells["#_of_pms"], "#_of_pms") or not by:
        raise SourceError("the flags do not add up to the number of vetoes", column="#_of_pms", value=cells["#_of_pms"])
    members = tuple(sorted(vetoed))
    agenda = read.optional_text(cells["agenda"])
    short = read.optional_text(cells.get("short_agenda", ""))
    seats = 11 if day <= ELEVEN_MEMBERS_UNTIL else 15
    return Fragment(
        dataset=DPPA.key,
        record_id=record,
        key=_key(symbol),
        symbol=symbol,
        body=Body.SC,
        date=day,
        title=f"Draft resolution: {agenda or short or symbol}",
        kind=Kind.DRAFT,
        outcome=Outcome.VETOED,
        mode=Mode.RECORDED,
        tally=Tally(),
        members=members,
        positions="".join("N" if vetoed[code] else "U" for code in members),
        draft=symbol,
        url=read.optional_text(cells.get("url_for_res#", "")) or DPPA.url,
        meeting=_meeting(cells["record"]),
        agenda=agenda,
        subjects=(short,) if short else (),
        vetoed_by=by,
        remarks=(Remark(RemarkKind.ROLL_INCOMPLETE, str(seats - len(by)), DPPA.key),),
    )


def _flag(cells: Mapping[str, str], column: str) -> bool:
    flag = _FLAGS.get(cells[column].strip())
    if flag is None:
        raise SourceError("this is neither 0 nor 1", column=column, value=cells[column])
    return flag


def _key(symbol: str) -> str:
    """ "S/3710 (as amended)" and "S/9696 and Corr.1 & 2" are known by their draft's symbol."""
    bare = _WITHOUT_ADDITIONS.match(symbol)
    return symbol_key(bare[1] if bare else symbol)


def _meeting(cell: str) -> str | None:
    text = read.line_of_text(cell)
    return f"S/PV.{text}" if _MEETING_NUMBER.fullmatch(text) else text or None
