"""Every conflict in the store: what sources state differently of one vote, and totals that do not add up with their own votes;
and where the imported names of member states differ from the curated ones."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.database import read_address
from store.facts import Body, RemarkKind, RollCall
from store.importers.bulk import read_rolls
from store.importers.datasets import DATASETS
from store.importers.fragment import Fragment
from store.importers.merge import differing_votes, gather, stated_differently
from store.importers.merge_names import differences
from store.importers.name_statement import read_statements
from store.importers.statements import fragment_of
from store.members import load_members
from store.roll_calls import COLUMNS, as_day, from_row
from store.transaction import Transaction, transaction


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One fact of one roll call that sources state differently; for a vote, `field` is "vote of HUN".

    `stated` holds dataset and value, the one that counts first. Where `field` is "totals", it is one source against itself:
    what it states, and what its votes come to. A member state's name or days have its code for a symbol, and no body.
    """

    symbol: str
    body: Body | None
    date: dt.date
    field: str
    stated: tuple[tuple[str, str], ...]


def disagreements(url: str) -> list[Disagreement]:
    """All of them, the newest vote first; then what is told of member states, by code."""
    with transaction(read_address(url)) as reading:
        rows = reading.rows(f"SELECT {', '.join(COLUMNS)} FROM roll_call WHERE remarks <> ''")
        calls = sorted((from_row(row) for row in rows), key=lambda r: (r.date, r.key, r.id), reverse=True)
        groups = _statements(reading, [r for r in calls if _has(r, RemarkKind.SOURCES_DISAGREE)])
        names = read_statements(reading)
    of_votes = [found for call in calls for found in (*_totals(call), *_between(call, groups.get(call.id, [])))]
    of_states = [Disagreement(d.member, None, d.day, d.field, d.stated) for d in differences(load_members(), names)]
    return [*of_votes, *of_states]


def _has(call: RollCall, kind: RemarkKind) -> bool:
    return any(remark.kind is kind for remark in call.remarks)


def _totals(call: RollCall) -> Iterator[Disagreement]:
    for remark in call.remarks:
        if remark.kind is RemarkKind.TOTALS_DISAGREE:
            stated, _, counted = remark.detail.partition(", counted ")
            pairs = ((remark.dataset, stated), (f"{remark.dataset}, counted", counted))
            yield Disagreement(call.symbol, call.body, call.date, "totals", pairs)


def _between(call: RollCall, statements: Sequence[Fragment]) -> Iterator[Disagreement]:
    facts = [s for s in statements if not DATASETS[s.dataset].beside]
    for field, stated in stated_differently(facts):
        yield Disagreement(call.symbol, call.body, call.date, field, stated)
    rolls = [s for s in statements if s.positions]
    for member, stated in differing_votes(rolls):
        yield Disagreement(call.symbol, call.body, call.date, f"vote of {member}", stated)


def _statements(of: Transaction, calls: Sequence[RollCall]) -> dict[int, list[Fragment]]:
    """The statements of roll calls, best source first."""
    wanted = {call.id for call in calls}
    codes: dict[int, str] = dict(of.rows("SELECT id, code FROM member_code"))
    rows = [
        row
        for row in of.rows("SELECT id, roll_call_id, dataset, record_id, key, body, date, said FROM statement")
        if row[1] in wanted
    ]
    rolls = read_rolls(of, [row[0] for row in rows], codes)
    groups: defaultdict[int, list[Fragment]] = defaultdict(list)
    for number, call_id, dataset, record, key, body, date, said in rows:
        roll = rolls.get(number, ((), ""))
        groups[call_id].append(fragment_of(dataset, record, key, body, as_day(date), said, roll))
    return {call_id: list(gather(found)[0]) for call_id, found in groups.items()}
