"""What is written and read by the hundred thousand, past SQLAlchemy, in each engine's quickest way."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from store.facts import RollCall
from store.importers.statements import LETTER_OF, NUMBERS
from store.search_text import other_words, stems_of, title_words

MANY = 200_000
"""From this many votes on, the index by member is made anew rather than grown."""

Roll = tuple[tuple[str, ...], str]
"""Codes and letters, in the same order."""


def add_votes(connection: Connection, rolls: Sequence[tuple[int, Roll]], member_ids: Mapping[str, int]) -> int:
    """Adds the rolls of statements that have none yet; gives the number of votes."""
    count = sum(len(positions) for _, (_, positions) in rolls)
    if not _is_sqlite(connection):
        _copy_votes(connection, rolls, member_ids)
        return count
    # Grown vote by vote, the index would be written all over; sorted at the end, it is written once.
    anew = count >= MANY
    if anew:
        connection.exec_driver_sql("DROP INDEX vote_of_member")
    _driver(connection).executemany(
        "INSERT INTO vote (statement_id, member_id, position) VALUES (?, ?, ?)",
        chain.from_iterable(_vote_rows(statement_id, roll, member_ids) for statement_id, roll in sorted(rolls)),
    )
    if anew:
        connection.exec_driver_sql("CREATE INDEX vote_of_member ON vote (member_id, statement_id, position)")
    return count


def read_rolls(connection: Connection, statement_ids: Collection[int], codes: Mapping[int, str]) -> dict[int, Roll]:
    """The rolls of statements, in the order of the members' numbers; statements without votes are missing."""
    rolls: dict[int, Roll] = {}
    if _is_sqlite(connection):
        sql = (
            "SELECT statement_id, group_concat(member_id), group_concat(position, '') FROM vote"
            " WHERE statement_id IN (SELECT value FROM json_each(?)) GROUP BY statement_id"
        )
        found = _driver(connection).execute(sql, (json.dumps(list(statement_ids)),))
    else:
        sql = (
            "SELECT statement_id, string_agg(member_id::text, ',' ORDER BY member_id),"
            " string_agg(position::text, '' ORDER BY member_id) FROM vote WHERE statement_id = ANY(%s) GROUP BY statement_id"
        )
        found = _driver(connection).execute(sql, (list(statement_ids),))
    for statement_id, members, numbers in found:
        rolls[statement_id] = (tuple(codes[int(member)] for member in members.split(",")), numbers.translate(_LETTERS))
    return rolls


def replace_search_texts(connection: Connection, roll_calls: Sequence[RollCall], known: Collection[int]) -> None:
    """Writes the searchable words of roll calls; `known` are those that had some before."""
    driver = _driver(connection)
    old = [(r.id,) for r in roll_calls if r.id in known]
    texts = [(r.id, stems_of(title_words(r)), stems_of(other_words(r))) for r in roll_calls]
    if _is_sqlite(connection):
        driver.executemany("DELETE FROM search_text WHERE rowid = ?", old)
        driver.executemany(
            "INSERT INTO search_text (rowid, title, elsewhere) VALUES (?, ?, ?)",
            [(number, " ".join(title), " ".join(elsewhere)) for number, title, elsewhere in texts],
        )
        return
    cursor = driver.cursor()
    cursor.executemany("DELETE FROM search_text WHERE rowid = %s", old)
    cursor.executemany(
        "INSERT INTO search_text (rowid, title, elsewhere)"
        " VALUES (%s, array_to_tsvector(%s::text[]), array_to_tsvector(%s::text[]))",
        texts,
    )


def remove_search_texts(connection: Connection, roll_call_ids: Iterable[int]) -> None:
    """Forgets the words of roll calls that are no more."""
    for number in roll_call_ids:
        connection.exec_driver_sql(
            f"DELETE FROM search_text WHERE rowid = {'?' if _is_sqlite(connection) else '%s'}", (number,)
        )


_LETTERS = {ord(str(number)): letter for number, letter in LETTER_OF.items()}


def _vote_rows(statement_id: int, roll: Roll, member_ids: Mapping[str, int]) -> Iterable[tuple[int, int, int]]:
    members, positions = roll
    votes = sorted(zip(map(member_ids.__getitem__, members), map(NUMBERS.__getitem__, positions), strict=True))
    return [(statement_id, member, position) for member, position in votes]


def _copy_votes(connection: Connection, rolls: Sequence[tuple[int, Roll]], member_ids: Mapping[str, int]) -> None:
    with _driver(connection).cursor() as cursor, cursor.copy("COPY vote (statement_id, member_id, position) FROM STDIN") as copy:
        for statement_id, roll in sorted(rolls):
            lines = (f"{s}\t{member}\t{position}\n" for s, member, position in _vote_rows(statement_id, roll, member_ids))
            copy.write("".join(lines))


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _driver(connection: Connection) -> Any:
    """The engine's own connection, inside the same transaction."""
    return connection.connection.driver_connection
