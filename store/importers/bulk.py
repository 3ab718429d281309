"""What is written and read by the hundred thousand, in each engine's quickest way."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from store.facts import RollCall
from store.importers.statements import LETTER_OF, NUMBERS
from store.search_text import other_words, stems_of, title_words
from store.transaction import NumberedRoll, Transaction

MANY = 200_000
"""From this many votes on, SQLite's index by member is made anew rather than grown."""

Roll = tuple[tuple[str, ...], str]
"""Codes and letters, in the same order."""


def add_votes(to: Transaction, rolls: Iterable[tuple[int, Roll]], member_ids: Mapping[str, int]) -> None:
    """Adds the rolls of statements that have none yet."""
    in_order = sorted((statement, roll) for statement, roll in rolls if roll[1])
    # Grown vote by vote, the index would be written all over; sorted at the end, it is written once. In PostgreSQL, making
    # it anew would keep readers waiting.
    anew = to.engine == "sqlite" and sum(len(positions) for _, (_, positions) in in_order) >= MANY
    if anew:
        to.run("DROP INDEX vote_of_member")
    to.add_votes(_numbered(in_order, member_ids))
    if anew:
        to.run("CREATE INDEX vote_of_member ON vote (member_id, statement_id, position)")


def read_rolls(of: Transaction, statement_ids: Collection[int], codes: Mapping[int, str]) -> dict[int, Roll]:
    """The rolls of statements, in the order of the members' numbers; statements without votes are missing."""
    if of.engine == "sqlite":
        sql = (
            "SELECT statement_id, group_concat(member_id), group_concat(position, '') FROM vote"
            " WHERE statement_id IN (SELECT value FROM json_each(?)) GROUP BY statement_id"
        )
        found = of.rows(sql, json.dumps(list(statement_ids)))
    else:
        sql = (
            "SELECT statement_id, string_agg(member_id::text, ',' ORDER BY member_id),"
            " string_agg(position::text, '' ORDER BY member_id) FROM vote WHERE statement_id = ANY(?) GROUP BY statement_id"
        )
        found = of.rows(sql, list(statement_ids))
    return {
        statement: (tuple(codes[int(member)] for member in members.split(",")), numbers.translate(_LETTERS))
        for statement, members, numbers in found
    }


def replace_search_texts(to: Transaction, roll_calls: Sequence[RollCall], known: Collection[int]) -> None:
    """Writes the searchable words of roll calls; `known` are those that had some before."""
    remove_search_texts(to, [r.id for r in roll_calls if r.id in known])
    texts = [(r.id, stems_of(title_words(r)), stems_of(other_words(r))) for r in roll_calls]
    if to.engine == "sqlite":
        joined = [(number, " ".join(title), " ".join(elsewhere)) for number, title, elsewhere in texts]
        to.insert("search_text", ("rowid", "title", "elsewhere"), joined)
    else:
        as_words = "VALUES (?, array_to_tsvector(?::text[]), array_to_tsvector(?::text[]))"
        to.many(f"INSERT INTO search_text (rowid, title, elsewhere) {as_words}", texts)


def remove_search_texts(to: Transaction, roll_call_ids: Iterable[int]) -> None:
    """Forgets the words of roll calls."""
    to.many("DELETE FROM search_text WHERE rowid = ?", [(number,) for number in roll_call_ids])


_LETTERS = {ord(str(number)): letter for number, letter in LETTER_OF.items()}


def _numbered(rolls: Iterable[tuple[int, Roll]], member_ids: Mapping[str, int]) -> Iterator[NumberedRoll]:
    for statement, (codes, letters) in rolls:
        members: Sequence[int] = [member_ids[code] for code in codes]
        positions: Sequence[int] = letters.translate(_NUMBERS).encode("latin-1")
        # In the order of the key, rows are added at the table's end; most rolls come in it.
        if members != sorted(members):
            members, positions = zip(*sorted(zip(members, positions, strict=True)), strict=True)
        yield statement, members, positions


_NUMBERS = {ord(letter): chr(number) for letter, number in NUMBERS.items()}
