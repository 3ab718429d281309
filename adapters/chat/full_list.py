"""A reply -> everything that it rests on as CSV: for lists that no message should hold."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.card import Card, Table
from bot.reply import Reply, RollCallOut
from store.facts import dashed

_BYTE_ORDER_MARK = "\ufeff"  # so that spreadsheets take the names for UTF-8
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_VOTE_COLUMNS = ("date", "symbol", "body", "title", "outcome", "tally", "member", "name", "position", "veto", "record")
_CALL_COLUMNS = ("date", "symbol", "body", "title", "outcome", "tally", "record")


@dataclass(frozen=True, slots=True)
class FullList:
    """A file of `rows` lines besides the head. `name` ends in ".csv"."""

    name: str
    content: bytes
    rows: int


def full_list(reply: Reply | None, card: Card) -> FullList | None:
    """All votes, else all places, else all roll calls of a reply; else the tables of the card; None where there is nothing."""
    if reply is not None and reply.votes:
        return _file(reply, _VOTE_COLUMNS, list(_vote_rows(reply)))
    if reply is not None and reply.ranking:
        places = [(str(place), one.member, one.name, f"{one.value:g}") for place, one in enumerate(reply.ranking, 1)]
        return _file(reply, ("place", "member", "name", "value"), places)
    if reply is not None and reply.roll_calls:
        return _file(reply, _CALL_COLUMNS, [(*_call_cells(call), call.url or "") for call in reply.roll_calls])
    tables = [block for block in card.blocks if isinstance(block, Table)]
    return _file(reply, tables[0].columns, [row for table in tables for row in table.rows]) if tables else None


def has_list(reply: Reply | None, card: Card) -> bool:
    """Whether `full_list` gives a file."""
    held = reply is not None and (reply.votes or reply.ranking or reply.roll_calls)
    return bool(held) or any(isinstance(block, Table) for block in card.blocks)


def _vote_rows(reply: Reply) -> Iterator[tuple[str, ...]]:
    for vote, place in reply.votes_in_calls():
        call = reply.roll_calls[place]
        veto = "veto" if vote.veto else ""
        yield (*_call_cells(call), vote.member, vote.name, vote.position.value, veto, call.url or "")


def _call_cells(call: RollCallOut) -> tuple[str, ...]:
    return (call.date.isoformat(), call.symbol, call.body.value, call.title, call.outcome.value, _tally(call))


def _tally(call: RollCallOut) -> str:
    counts = (call.tally.yes, call.tally.no, call.tally.abstain)
    return "" if counts == (None, None, None) else dashed(*counts)


def _file(reply: Reply | None, head: Sequence[str], rows: Sequence[Sequence[str]]) -> FullList:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return FullList(_name(reply), (_BYTE_ORDER_MARK + written.getvalue()).encode(), len(rows))


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _name(reply: Reply | None) -> str:
    symbols = {call.symbol for call in reply.roll_calls} if reply is not None else set()
    name = re.sub(r"[^A-Za-z0-9-]+", "-", symbols.pop()).strip("-") if len(symbols) == 1 else "votes"
    return f"{name or 'votes'}.csv"
