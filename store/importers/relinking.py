"""Academic roll calls in the store -> the official resolutions that they are, after an import changed either side."""

from __future__ import annotations

import json
from collections.abc import Collection

from store.facts import Kind
from store.importers.datasets import UNDL_GA, UNDL_GA_OUTCOMES, VOETEN
from store.importers.linking import Academic, Official, ballots_of, links
from store.importers.statements import LETTER_OF
from store.importers.writing import move
from store.roll_calls import as_day
from store.symbols import symbol_key
from store.transaction import Transaction

CONCERNED = frozenset({VOETEN.key, UNDL_GA.key, UNDL_GA_OUTCOMES.key})

_LETTERS = {ord(str(number)): letter for number, letter in LETTER_OF.items()}


def relink(to: Transaction, datasets: Collection[str]) -> None:
    """Puts every academic roll call under the key of its resolution, or back under its own, and merges what that touches."""
    if CONCERNED.isdisjoint(datasets):
        return
    stored = to.rows("SELECT id, record_id, key, date, said FROM statement WHERE dataset = ?", VOETEN.key)
    if not stored:
        return
    rolls = _rolls(to)
    academic, own = [], {}
    for number, record, _, date, said in stored:
        header = json.loads(said)
        own[record] = symbol_key(header["symbol"])
        day, kind = as_day(date), Kind(header["kind"])
        academic.append(Academic(record, kind, day, header.get("draft"), ballots_of(*rolls.get(number, ((), "")))))
    found = links(academic, _official(to, rolls))
    keys = {number: found.get(record, own[record]) for number, record, *_ in stored}
    move(to, {number: keys[number] for number, _, key, *_ in stored if keys[number] != key})


def _official(to: Transaction, rolls: dict[int, tuple[list[int], str]]) -> list[Official]:
    """The best statement on each resolution: one with a roll before one of its outcome only."""
    found: dict[str, Official] = {}
    for dataset in (UNDL_GA.key, UNDL_GA_OUTCOMES.key):
        for number, key, date in to.rows("SELECT id, key, date FROM statement WHERE dataset = ? ORDER BY record_id", dataset):
            roll = rolls.get(number)
            found.setdefault(key, Official(key, as_day(date), ballots_of(*roll) if roll else None))
    return list(found.values())


def _rolls(of: Transaction) -> dict[int, tuple[list[int], str]]:
    """Members' numbers and letters of every statement of these datasets that has a roll."""
    joined = (
        "group_concat(member_id), group_concat(position, '')"
        if of.engine == "sqlite"
        else "string_agg(member_id::text, ',' ORDER BY member_id), string_agg(position::text, '' ORDER BY member_id)"
    )
    sql = (
        f"SELECT statement_id, {joined} FROM vote WHERE statement_id IN"
        " (SELECT id FROM statement WHERE dataset IN (?, ?)) GROUP BY statement_id"
    )
    return {
        number: ([int(member) for member in members.split(",")], positions.translate(_LETTERS))
        for number, members, positions in of.rows(sql, VOETEN.key, UNDL_GA.key)
    }
