"""The desk's own notes on votes: what an editor has learnt elsewhere, with its source. They never change what a source says.

A note is a statement of the dataset `desk`, which brings a remark and no facts; so it outlives every import.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass

from store.database import read_address
from store.errors import StoreError
from store.facts import Remark, RemarkKind, RollCall, Tally
from store.importers.datasets import DESK
from store.importers.fragment import Fragment
from store.importers.load import take_over
from store.importers.writing import FileStatements, forget, raise_generation
from store.roll_calls import COLUMNS, as_day, from_row
from store.symbols import symbol_key
from store.transaction import Transaction, transaction

LONGEST = 1000
"""Characters of a note: it is shown in chat messages."""

_ADDRESS = re.compile(r"https?://[^\s/]+\.\S+")


class NoteError(StoreError):
    """A note that cannot be kept, with what to do."""


@dataclass(frozen=True, slots=True)
class DeskNote:
    """A note as the desk wrote it. `number` names it in `votedesk note remove`."""

    number: int
    symbol: str
    text: str
    source: str
    noted: dt.date
    vote_date: dt.date


def add_note(url: str, symbol: str, text: str, source: str, today: dt.date) -> DeskNote:
    """Keeps a note on the one vote of this symbol. `NoteError` where there is none, or several, or no source."""
    words = " ".join(text.split())
    if not words or len(words) > LONGEST:
        raise NoteError(f"A note has 1 to {LONGEST} characters.")
    if not _ADDRESS.fullmatch(source.strip()):
        raise NoteError("A note needs the address of its source: --source https://...")
    with transaction(read_address(url)) as reading:
        call = _call(reading, symbol)
        number = max((note.number for note in _notes(reading)), default=0) + 1
    note = DeskNote(number, call.symbol, words, source.strip(), today, call.date)
    digest = hashlib.sha256(repr(note).encode()).hexdigest()
    take_over(url, [FileStatements(DESK.key, f"note {number}", digest, 0, 1, (_fragment(note, call),))], lambda *_: None)
    return note


def notes(url: str) -> list[DeskNote]:
    """All of them, the oldest first."""
    with transaction(read_address(url)) as reading:
        return _notes(reading)


def remove_note(url: str, number: int) -> DeskNote:
    """Takes a note away; gives it back for the reader to see what is gone."""
    with transaction(read_address(url)) as to:
        found = next((note for note in _notes(to) if note.number == number), None)
        if found is None:
            raise NoteError(f"There is no note {number}; votedesk note list shows those that there are.")
        forget(to, DESK.key, [str(number)])
        raise_generation(to)
    return found


def _call(of: Transaction, symbol: str) -> RollCall:
    key = symbol_key(symbol)
    rows = of.rows(f"SELECT {', '.join(COLUMNS)} FROM roll_call WHERE key = ?", key)
    if not rows:
        raise NoteError(f"{symbol} is not in the store; a note needs the symbol of a vote that is.")
    if len(rows) > 1:
        raise NoteError(f"{symbol} stands for {len(rows)} votes in the store, so a note on it would be unclear.")
    return from_row(rows[0])


def _fragment(note: DeskNote, call: RollCall) -> Fragment:
    written = json.dumps([note.text, note.source, note.noted.isoformat()], ensure_ascii=False)
    return Fragment(
        dataset=DESK.key,
        record_id=str(note.number),
        key=call.key,
        symbol=call.symbol,
        body=call.body,
        date=call.date,
        title=call.title,
        kind=call.kind,
        outcome=call.outcome,
        mode=call.mode,
        tally=Tally(),
        remarks=(Remark(RemarkKind.DESK_NOTE, written, DESK.key),),
    )


def _notes(of: Transaction) -> list[DeskNote]:
    rows = of.rows("SELECT record_id, date, said FROM statement WHERE dataset = ?", DESK.key)
    found = []
    for number, date, said in rows:
        header = json.loads(said)
        text, source, noted = json.loads(header["remarks"][0][1])
        found.append(DeskNote(int(number), header["symbol"], text, source, dt.date.fromisoformat(noted), as_day(date)))
    return sorted(found, key=lambda note: note.number)
