"""Rows of the library's names -> which member state each is of, and the names that it may be recognised by.

What is in doubt is left out with a reason: a name that stands for somebody else, an ordinary word, a code that does not fit its
name. So a faulty file never makes a name be taken for the wrong state; at worst the curated names go on alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.errors import SourceError
from store.importers.fragment import LeftOut
from store.importers.name_statement import NameStatement
from store.importers.opening import SourceFile, read_names
from store.importers.undl_names import NameRow
from store.importers.writing_names import NamesFile
from store.known_names import KnownNames, load_known_names
from store.members import Members, load_members
from store.name_keys import name_key

_SHORTEST = 4
_SHORTEST_WITHOUT_ALPHABET = 2
_MOST_UNKNOWN = 2
"""Of all rows of states that are known, at most one in so many may have a name that is not."""


@dataclass(frozen=True, slots=True)
class Named:
    """The statements of a file, and the names that were not taken."""

    statements: tuple[NameStatement, ...]
    left_out: tuple[LeftOut, ...]


def read_names_file(source: SourceFile) -> tuple[NamesFile, tuple[LeftOut, ...]]:
    """A recognised file of names -> what it says, and what was left out. `SourceError` where it says nothing."""
    found = read_names(source)
    try:
        named = name_states(found.rows, load_members(), load_known_names(), found.column)
    except SourceError as error:
        error.file = source.name
        raise
    if not any(statement.spans for statement in named.statements):
        raise SourceError("no row names a known member state and its days", file=source.name, line=1, column=found.column)
    file = NamesFile(source.name, source.checksum, source.size, found.count, named.statements)
    return file, (*found.left_out, *named.left_out)


def name_states(rows: Sequence[NameRow], members: Members, known: KnownNames, column: str) -> Named:
    """Statements on member states; `column`: the heading of the names. `SourceError` where it holds no English names."""
    _check_language(rows, members, known, column)
    left_out: list[LeftOut] = []
    states = _States(rows, members, known)
    placed: list[tuple[NameRow, str]] = []
    for row in rows:
        member, doubt = states.of(row)
        if member is None:
            left_out.append(_left_out(row, doubt))
        else:
            placed.append((row, member))
    sifting = _Sifting(placed, members, known)
    statements = [found for row, member in placed if (found := sifting.statement(row, member)) is not None]
    return Named(tuple(statements), (*left_out, *sifting.left_out, *_at_once(placed)))


def _at_once(placed: Sequence[tuple[NameRow, str]]) -> Iterator[LeftOut]:
    """Names of one state that begin on one day: neither is taken for its name of the day, nor is any other of the state's."""
    begun: dict[tuple[str, dt.date], NameRow] = {}
    for row, member in placed:
        for first, _ in row.spans:
            before = begun.setdefault((member, first), row)
            if before is not row:
                yield _left_out(row, f"{row.name} begins on {first}, as {before.name} does: the curated names of {member} stay")


def _left_out(row: NameRow, reason: str) -> LeftOut:
    return LeftOut(f"line {row.line:,}", reason)


def _check_language(rows: Sequence[NameRow], members: Members, known: KnownNames, column: str) -> None:
    of_known = [row for row in rows if row.iso in members.by_code]
    strange = [row for row in of_known if row.iso not in known.english(row.name).codes]
    if _MOST_UNKNOWN * len(strange) > len(of_known):
        raise SourceError(
            f"this is no English name of {strange[0].iso} that is known, and most names of this column are none",
            line=strange[0].line,
            column=column,
            value=strange[0].name,
            remedy="the columns may be mixed up",
        )


class _States:
    """Which state a row is of: its name decides, then its code, then the names that it says it followed or gave way to."""

    def __init__(self, rows: Sequence[NameRow], members: Members, known: KnownNames) -> None:
        self._members = members
        self._known = known
        self._newest = max(state.admitted for state in members.by_code.values())
        self._closed = {name_key(row.name) for row in rows if row.spans and not _is_open(row)}
        self._coded: dict[str, set[str]] = defaultdict(set)
        self._open_codes: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            if row.iso in members.by_code:
                self._coded[name_key(row.name)].add(row.iso)
            elif _is_open(row):
                for name in row.related:
                    self._open_codes[name_key(name)].add(row.iso)

    def of(self, row: NameRow) -> tuple[str | None, str]:
        """The code, or None and why."""
        coded = row.iso if row.iso in self._members.by_code else None
        named = self._known.english(row.name).codes
        if named:
            return self._by_name(row, named, coded)
        if coded:
            return coded, ""
        linked = {code for name in row.related for code in self._linked(row, name)}
        if len(linked) == 1:
            return linked.pop(), ""
        if len(linked) > 1:
            return None, f"{row.name}: the names before and after it are those of {' and '.join(sorted(linked))}"
        if row.iso and _is_open(row) and row.spans[0][0] > self._newest:
            # The library may list observers as well.
            return (row.iso, "") if row.of_member else (None, f"{row.name}: nothing in the row says that it is a member state")
        return None, f"{row.name}: neither the name nor the code {row.iso or '(there is none)'} is that of a known member state"

    def _by_name(self, row: NameRow, named: frozenset[str], coded: str | None) -> tuple[str | None, str]:
        if coded in named:
            return coded, ""
        if len(named) == 1:
            (one,) = named
            if coded is None or self._related(one, coded):
                return one, ""
        return None, f"{row.name} is a name of {' and '.join(sorted(named))}, and has the code {row.iso or '(none)'}"

    def _related(self, one: str, other: str) -> bool:
        states = self._members.by_code
        return other in (*states[one].predecessors, *states[one].successors) or one in (
            *states[other].predecessors,
            *states[other].successors,
        )

    def _linked(self, row: NameRow, name: str) -> Iterable[str]:
        """A state goes on under another name only where one of the two has ended, and not where several came of it."""
        key = name_key(name)
        goes_on = len(self._open_codes[key]) < 2 if _is_open(row) and key in self._closed else not _is_open(row)
        return (self._known.english(name).codes or self._coded.get(key, ())) if goes_on else ()


def _is_open(row: NameRow) -> bool:
    return bool(row.spans) and row.spans[-1][1] is None


class _Sifting:
    """Lets through the names that nobody else has. `left_out` fills as statements are made."""

    def __init__(self, placed: Sequence[tuple[NameRow, str]], members: Members, known: KnownNames) -> None:
        self.left_out: list[LeftOut] = []
        self._members = members
        self._known = known
        self._since = {member: row.spans[0][0] for row, member in reversed(placed) if row.spans}
        self._claims: dict[str, set[str]] = defaultdict(set)
        self._official = {name_key(row.name) for row, _ in placed}
        for row, member in placed:
            for name in (row.name, *row.other, *(name for _, name in row.foreign)):
                self._claims[name_key(name)].add(member)

    def statement(self, row: NameRow, member: str) -> NameStatement | None:
        """What of the row can be taken; None where its own name cannot."""
        doubt = self._doubt(row.name, member)
        if doubt:
            self.left_out.append(_left_out(row, f"{row.name} {doubt}"))
            return None
        # A name of before or after has a row of its own, or is nobody else's.
        related = (name for name in row.related if name_key(name) not in self._official and not self._known.any(name))
        return NameStatement(
            member=member,
            name=row.name,
            spans=row.spans,
            other=tuple(self._free(row, member, (*row.other, *related))),
            foreign=tuple((language, name) for language, name in row.foreign if [*self._free(row, member, [name])]),
        )

    def _free(self, row: NameRow, member: str, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            doubt = self._doubt(name, member)
            if doubt:
                self.left_out.append(_left_out(row, f"{name} {doubt}"))
            else:
                yield name

    def _doubt(self, name: str, member: str) -> str:
        """Why the name cannot stand for the state; "" where it can."""
        key = name_key(name)
        standing = self._known.all(key)
        if member in standing.codes:
            return ""
        is_new = member not in self._members.by_code
        if standing.phrase or (standing.without_vote and not is_new):
            return f"stands for {standing.phrase or standing.without_vote}"
        rival = self._rival(member, standing.codes | (self._claims[key] - {member}))
        if rival:
            return f"is a name of {rival} too"
        if " " not in key and len(key) < (_SHORTEST if key[:1].isascii() or "а" <= key[0] <= "я" else _SHORTEST_WITHOUT_ALPHABET):
            return "is too short to tell from other words"
        return "is an ordinary word, or made of words of many names" if self._known.says_nobody(key) else ""

    def _rival(self, member: str, codes: Iterable[str]) -> str | None:
        """Of several states the first that was a member at the same time."""
        return next((code for code in sorted(codes) if self._at_one_time(member, code)), None)

    def _at_one_time(self, one: str, other: str) -> bool:
        (first, last), (other_first, other_last) = self._membership(one), self._membership(other)
        return first <= other_last and other_first <= last

    def _membership(self, code: str) -> tuple[dt.date, dt.date]:
        state = self._members.by_code.get(code)
        return (
            (self._since.get(code, dt.date.min), dt.date.max) if state is None else (state.admitted, state.ended or dt.date.max)
        )
