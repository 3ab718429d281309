"""A `RollCall` <-> its row in the database."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from store.facts import Body, Kind, Mode, Outcome, Position, Remark, RemarkKind, RollCall, Tally

COLUMNS = (
    *("id", "key", "symbol", "draft", "body", "date", "title", "kind", "outcome", "mode"),
    *("yes", "no", "abstain", "non_voting", "url", "dataset", "session", "meeting", "agenda"),
    *("subjects", "nicknames", "parent", "vetoed_by", "links", "remarks"),
)
"""The columns of the table `roll_call`, in the order that these functions give and take."""

POSITIONS = tuple(Position)
"""`POSITIONS[n - 1]` is what the number n in the table `vote` stands for."""

_BODIES, _KINDS = {b.value: b for b in Body}, {k.value: k for k in Kind}
_OUTCOMES, _MODES = {o.value: o for o in Outcome}, {m.value: m for m in Mode}


@lru_cache(maxsize=32768)
def as_day(value: str | dt.date) -> dt.date:
    """A date column: SQLite gives its text, PostgreSQL the date."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def as_moment(value: str | dt.datetime) -> dt.datetime:
    """A column of moments, likewise; in UTC."""
    return (dt.datetime.fromisoformat(value) if isinstance(value, str) else value).astimezone(dt.UTC)


def from_row(row: Sequence[Any]) -> RollCall:
    """A row of `COLUMNS` -> the roll call."""
    subjects, nicknames, parent, vetoed_by, links, remarks = row[19:]
    return RollCall(
        row[0],
        row[1],
        row[2],
        row[3],
        _BODIES[row[4]],
        as_day(row[5]),
        row[6],
        _KINDS[row[7]],
        _OUTCOMES[row[8]],
        _MODES[row[9]],
        _tally(row[10], row[11], row[12], row[13]),
        row[14],
        row[15],
        row[16],
        row[17],
        row[18],
        _texts(subjects) if subjects else (),
        _texts(nicknames) if nicknames else (),
        parent,
        tuple(vetoed_by.split()) if vetoed_by else (),
        tuple((title, url) for title, url in json.loads(links)) if links else (),
        _remarks(remarks) if remarks else (),
    )


# The record repeats itself: 18,000 roll calls have 2,500 lists of headings between them.
_MOST_KEPT = 8192


@lru_cache(maxsize=_MOST_KEPT)
def _tally(yes: int | None, no: int | None, abstain: int | None, non_voting: int | None) -> Tally:
    return Tally(yes, no, abstain, non_voting)


@lru_cache(maxsize=_MOST_KEPT)
def _texts(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


@lru_cache(maxsize=_MOST_KEPT)
def _remarks(written: str) -> tuple[Remark, ...]:
    return tuple(Remark(RemarkKind(kind), detail, dataset) for kind, detail, dataset in json.loads(written))


def to_row(roll_call: RollCall) -> tuple[Any, ...]:
    """The roll call -> the values of `COLUMNS`."""
    r, tally = roll_call, roll_call.tally
    return (
        *(r.id, r.key, r.symbol, r.draft, r.body.value, r.date.isoformat(), r.title, r.kind.value, r.outcome.value, r.mode.value),
        *(tally.yes, tally.no, tally.abstain, tally.non_voting, r.url, r.dataset, r.session, r.meeting, r.agenda),
        *(_json(r.subjects), _json(r.nicknames), r.parent, " ".join(r.vetoed_by), _json(r.links)),
        _json([(remark.kind.value, remark.detail, remark.dataset) for remark in r.remarks]),
    )


def _json(values: Sequence[object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else ""
