"""A `Fragment` <-> what the table `statement` keeps of it: its header as JSON, and a digest of all of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import lru_cache
from typing import Any

from store.facts import Body, Kind, Mode, Outcome, Remark, RemarkKind, Tally
from store.importers.fragment import LETTERS, Fragment
from store.roll_calls import POSITIONS

NUMBERS: dict[str, int] = {letter: POSITIONS.index(position) + 1 for letter, position in LETTERS.items()}
"""The letter of a position -> its number in the table `vote`."""

LETTER_OF: dict[int, str] = {number: letter for letter, number in NUMBERS.items()}


def said(fragment: Fragment) -> str:
    """Everything but the roll, in one form."""
    tally = fragment.tally
    header = {
        "symbol": fragment.symbol,
        "title": fragment.title,
        "kind": fragment.kind.value,
        "outcome": fragment.outcome.value,
        "mode": fragment.mode.value,
        "tally": (tally.yes, tally.no, tally.abstain, tally.non_voting),
        "draft": fragment.draft,
        "url": fragment.url,
        "session": fragment.session,
        "meeting": fragment.meeting,
        "agenda": fragment.agenda,
        "subjects": fragment.subjects,
        "nicknames": fragment.nicknames,
        "parent": fragment.parent,
        "vetoed_by": fragment.vetoed_by,
        "links": fragment.links,
        "remarks": [(r.kind.value, r.detail, r.dataset) for r in fragment.remarks],
    }
    return json.dumps({name: value for name, value in header.items() if value}, ensure_ascii=False, separators=(",", ":"))


def digest(fragment: Fragment, header: str) -> bytes:
    """Equal for equal statements, whatever the order of their rows. `header` is what `said` makes of the fragment."""
    codes, order = _in_order(fragment.members)
    letters = "".join([fragment.positions[place] for place in order])
    text = f"{fragment.key}\n{fragment.body}\n{fragment.date}\n{header}\n{codes}\n{letters}"
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


@lru_cache(maxsize=64)
def _in_order(members: tuple[str, ...]) -> tuple[str, list[int]]:
    """The codes in alphabetical order, and the place of each on the roll. From one vote to the next, rolls list the same."""
    order = sorted(range(len(members)), key=members.__getitem__)
    return ",".join([members[place] for place in order]), order


def fragment_of(
    dataset: str, record_id: str, key: str, body: str, date: dt.date, header: str, roll: tuple[tuple[str, ...], str]
) -> Fragment:
    """The fragment again, from the columns of its statement and its roll (codes, letters)."""
    known: dict[str, Any] = json.loads(header)
    members, positions = roll
    return Fragment(
        dataset=dataset,
        record_id=record_id,
        key=key,
        symbol=known["symbol"],
        body=Body(body),
        date=date,
        title=known.get("title", ""),
        kind=Kind(known["kind"]),
        outcome=Outcome(known["outcome"]),
        mode=Mode(known["mode"]),
        tally=Tally(*known["tally"]),
        members=members,
        positions=positions,
        draft=known.get("draft"),
        url=known.get("url"),
        session=known.get("session"),
        meeting=known.get("meeting"),
        agenda=known.get("agenda"),
        subjects=tuple(known.get("subjects", ())),
        nicknames=tuple(known.get("nicknames", ())),
        parent=known.get("parent"),
        vetoed_by=tuple(known.get("vetoed_by", ())),
        links=tuple((title, url) for title, url in known.get("links", ())),
        remarks=tuple(Remark(RemarkKind(kind), detail, source) for kind, detail, source in known.get("remarks", ())),
    )
