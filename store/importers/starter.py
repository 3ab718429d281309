"""store/data/starter.json, the project's own selection of votes that are asked about most -> fragments.

Adopted texts stand there as the UN Digital Library has them; drafts, amendments and motions as at least one named source does.
Positions that no source states are "unknown", which is a position of its own and not a guess.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from store.facts import Body, Kind, Mode, Outcome, Remark, RemarkKind, Tally
from store.importers.datasets import STARTER
from store.importers.fragment import LETTERS, Fragment
from store.importers.titles import assembly_title, council_title
from store.symbols import session_number, symbol_key

LETTER_OF = {position.value: letter for letter, position in LETTERS.items()}


def read_starter() -> Iterator[Fragment]:
    """The record that ships with the package, newest day first."""
    text = resources.files("store").joinpath("data", "starter.json").read_text(encoding="utf-8")
    return fragments(json.loads(text)["roll_calls"])


def fragments(entries: list[dict[str, Any]]) -> Iterator[Fragment]:
    """One fragment an entry, in order. `votes` holds codes joined by blanks under each position."""
    return (_fragment(entry) for entry in entries)


def _fragment(entry: Mapping[str, Any]) -> Fragment:
    symbol = entry["symbol"]
    parent = entry.get("parent")
    session = session_number(parent or symbol)
    votes = {code: LETTER_OF[position] for position, codes in entry["votes"].items() for code in codes.split()}
    members = sorted(votes)
    body = Body(entry["body"])
    links = tuple((source["title"], source["url"]) for source in entry["sources"])
    return Fragment(
        dataset=STARTER.key,
        record_id=symbol,
        key=symbol_key(symbol),
        symbol=symbol,
        body=body,
        date=dt.date.fromisoformat(entry["date"]),
        title=(council_title if body is Body.SC else assembly_title)(entry["title"]),
        kind=Kind(entry["kind"]),
        outcome=Outcome(entry["outcome"]),
        mode=Mode.RECORDED,
        tally=Tally(**entry["tally"]),
        members=tuple(members),
        positions="".join(votes[code] for code in members),
        draft=entry.get("draft"),
        url=links[0][1],
        session=session[0] if session else None,
        meeting=entry.get("meeting"),
        agenda=entry.get("agenda"),
        nicknames=tuple(entry.get("nicknames", ())),
        parent=parent,
        vetoed_by=tuple(entry.get("veto", ())),
        links=links,
        remarks=tuple(_remarks(entry)),
    )


def _remarks(entry: Mapping[str, Any]) -> Iterator[Remark]:
    if note := entry.get("note"):
        yield Remark(RemarkKind.SOURCE_NOTE, note, STARTER.key)
    if unknown := entry["votes"].get("unknown"):
        yield Remark(RemarkKind.ROLL_INCOMPLETE, str(len(unknown.split())), STARTER.key)
