"""UN Digital Library, Security Council voting data (record 4055387): one row a member and resolution -> fragments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from store.errors import SourceError
from store.facts import Body, Kind, Mode, Outcome, Remark, RemarkKind, Tally
from store.importers import cells as read
from store.importers.datasets import UNDL_SC
from store.importers.fragment import Fragment, LeftOut
from store.importers.rolls import Roll, members_and_positions, remarks_on
from store.importers.titles import council_title, described_number
from store.importers.undl_ga import left_out
from store.symbols import number_of, symbol_key

COLUMNS = read.OF_EVERY_FILE | {"ms_code", "ms_name", "ms_vote", "description", "total_ms"}
"""What the file must have. `modality`, `permanent_member` and `vote_note` are not in every edition."""

_YEAR_IN_SYMBOL = re.compile(r"\((\d{4})\)")


def fragments(rolls: Iterable[Roll]) -> Iterator[Fragment | LeftOut]:
    """One fragment a roll, by number of the resolution; what is left out comes first.

    The file is small and read whole, because the resolutions' numbers run by date: a neighbour tells a wrong date.
    """
    found: list[Fragment] = []
    for roll in rolls:
        with read.in_line(roll.line):
            leave = left_out(roll.record, roll.cells) or _not_a_resolution(roll)
            if leave is not None:
                yield leave
            else:
                found.append(_fragment(roll))
    found.sort(key=lambda fragment: (number_of(fragment.symbol) or 0, fragment.record_id))
    for place, fragment in enumerate(found):
        yield replace(fragment, remarks=fragment.remarks + _date_remarks(found, place))


def _not_a_resolution(roll: Roll) -> LeftOut | None:
    symbol = roll.cells["resolution"].strip()
    if symbol_key(symbol).startswith("S/RES/") and number_of(symbol):
        return None
    return LeftOut(roll.record, f"{symbol} is not the symbol of a Security Council resolution")


def _fragment(roll: Roll) -> Fragment:
    cells = roll.cells
    symbol = cells["resolution"].strip()
    description = read.line_of_text(cells["description"])
    day = read.day(cells["date"])
    stated = read.tally(cells)
    members, positions = members_and_positions(roll, day)
    mode = _mode(cells.get("modality", ""), positions)
    remarks = remarks_on(roll, UNDL_SC.key, stated, members, positions)
    if mode is Mode.WITHOUT_VOTE:
        # Every member is listed, as X or in another edition as Y; nobody voted, so there is no position to keep.
        remarks = tuple(r for r in remarks if r.kind is RemarkKind.SOURCE_NOTE) + _votes_all_the_same(positions)
        members, positions, stated = (), "", Tally()
    return Fragment(
        dataset=UNDL_SC.key,
        record_id=roll.record,
        key=symbol_key(symbol),
        symbol=symbol,
        body=Body.SC,
        date=day,
        title=council_title(description),
        kind=Kind.RESOLUTION,
        # Only adopted texts are in this file. A permanent member's no on one of them was on procedure, and is no veto.
        outcome=Outcome.ADOPTED,
        mode=mode,
        tally=stated,
        members=members,
        positions=positions,
        draft=read.optional_text(cells.get("draft", "")),
        url=read.record_link(cells["undl_link"], roll.record),
        meeting=read.optional_text(cells.get("meeting", "")),
        agenda=read.agenda(cells.get("agenda", "")),
        subjects=read.several(cells.get("subjects", "")),
        remarks=remarks + _number_remarks(symbol, description),
    )


def _mode(modality: str, positions: str) -> Mode:
    match " ".join(modality.split()).casefold():
        case "vote":
            return Mode.RECORDED
        case "without vote" | "without a vote" | "adopted without vote" | "adopted without a vote":
            return Mode.WITHOUT_VOTE
        case "":
            return Mode.WITHOUT_VOTE if set(positions) == {"X"} else Mode.RECORDED
        case _:
            raise SourceError('this is neither "Vote" nor "Without Vote"', column="modality", value=modality)


def _votes_all_the_same(positions: str) -> tuple[Remark, ...]:
    if set(positions) <= {"X", "Y"}:
        return ()
    against, abstained = positions.count("N"), positions.count("A")
    detail = f"The record says that no vote was taken, yet lists {against} against and {abstained} abstaining."
    return (Remark(RemarkKind.SOURCE_NOTE, detail, UNDL_SC.key),)


def _number_remarks(symbol: str, description: str) -> tuple[Remark, ...]:
    named = described_number(description)
    if named is None or named == number_of(symbol):
        return ()
    return (Remark(RemarkKind.SOURCE_NOTE, f"The record describes it as resolution {named}.", UNDL_SC.key),)


def _date_remarks(ordered: Sequence[Fragment], place: int) -> tuple[Remark, ...]:
    fragment = ordered[place]
    year = _YEAR_IN_SYMBOL.search(fragment.symbol)
    if year and int(year[1]) != fragment.date.year:
        detail = f"The record dates it {fragment.date}, another year than its symbol's."
    elif 0 < place < len(ordered) - 1 and _out_of_order(ordered[place - 1], fragment, ordered[place + 1]):
        before, after = ordered[place - 1], ordered[place + 1]
        detail = (
            f"The record dates it {fragment.date}, out of order: {before.symbol} is of {before.date} "
            f"and {after.symbol} of {after.date}."
        )
    else:
        return ()
    return (Remark(RemarkKind.SOURCE_NOTE, detail, UNDL_SC.key),)


def _out_of_order(before: Fragment, fragment: Fragment, after: Fragment) -> bool:
    return before.date <= after.date and not before.date <= fragment.date <= after.date
