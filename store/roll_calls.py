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
        Tally(row[10], row[11], row[12], row[13]),
        row[14],
        row[15],
        row[16],
        row[17],
        row[18],
        tuple(json.loads(subjects)) if subjects else (),
        tuple(json.loads(nicknames)) if nicknames else (),
        parent,
        tuple(vetoed_by.split()) if vetoed_by else (),
        tuple((title, url) for title, url in json.loads(links)) if links else (),
        tuple(Remark(RemarkKind(kind), detail, dataset) for kind, detail, dataset in json.loads(remarks)) if remarks else (),
    )


def to_row(roll_call: RollCall) -> dict[str, Any]:
    """The roll call -> the values of its columns."""
    tally = roll_call.tally
    return {
        "id": roll_call.id,
        "key": roll_call.key,
        "symbol": roll_call.symbol,
        "draft": roll_call.draft,
        "body": roll_call.body.value,
        "date": roll_call.date,
        "title": roll_call.title,
        "kind": roll_call.kind.value,
        "outcome": roll_call.outcome.value,
        "mode": roll_call.mode.value,
        "yes": tally.yes,
        "no": tally.no,
        "abstain": tally.abstain,
        "non_voting": tally.non_voting,
        "url": roll_call.url,
        "dataset": roll_call.dataset,
        "session": roll_call.session,
        "meeting": roll_call.meeting,
        "agenda": roll_call.agenda,
        "subjects": _json(roll_call.subjects),
        "nicknames": _json(roll_call.nicknames),
        "parent": roll_call.parent,
        "vetoed_by": " ".join(roll_call.vetoed_by),
        "links": _json(roll_call.links),
        "remarks": _json([(r.kind.value, r.detail, r.dataset) for r in roll_call.remarks]),
    }


def _json(values: Sequence[object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else ""
