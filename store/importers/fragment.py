"""One source's statement about one roll call, validated, with its address. What importers give and `merge` takes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from store.facts import Body, Kind, Mode, Outcome, Position, Remark, Tally

LETTERS: dict[str, Position] = {
    "Y": Position.YES,
    "N": Position.NO,
    "A": Position.ABSTAIN,
    "X": Position.NON_VOTING,
    "U": Position.UNKNOWN,
}
"""One letter a position, as the UN Digital Library writes them; U is ours, for a position that no source states."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one source says about one roll call.

    `record_id` is the source's own number of it. `members[i]` (a code) took position `positions[i]` (a letter of `LETTERS`);
    both are empty where the source has no roll. The other fields are those of `store.facts.RollCall`.
    """

    dataset: str
    record_id: str
    key: str
    symbol: str
    body: Body
    date: dt.date
    title: str
    kind: Kind
    outcome: Outcome
    mode: Mode
    tally: Tally
    members: tuple[str, ...] = ()
    positions: str = ""
    draft: str | None = None
    url: str | None = None
    session: str | None = None
    meeting: str | None = None
    agenda: str | None = None
    subjects: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    parent: str | None = None
    vetoed_by: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that was not taken over, and why, for the summary: it names no resolution or no day."""

    record_id: str
    reason: str
