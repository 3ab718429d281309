"""The statements of one file -> the store, inside a transaction that the caller opened. Says what changed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.facts import RollCall
from store.importers.bulk import Roll, add_votes, read_rolls, remove_search_texts, replace_search_texts
from store.importers.fragment import Fragment
from store.importers.imported_files import add_file
from store.importers.merge import Merged, gather, merge
from store.importers.report import Caution, Change, cautions_in, changes_between
from store.importers.statements import digest, fragment_of, said
from store.roll_calls import COLUMNS, as_day, from_row, to_row
from store.search_text import all_words
from store.transaction import Transaction
from store.words import stem

Group = tuple[str, str]
"""Key and body: statements that may be on one roll call share both."""


@dataclass(frozen=True, slots=True)
class FileStatements:
    """A file that was read whole: what it is, and what it says. `rows` counts its lines without the header."""

    dataset: str
    name: str
    checksum: str
    size: int
    rows: int
    fragments: Sequence[Fragment]
    whole: bool = False
    """The file is all of its dataset: it takes the place of what was there, and what it lacks is gone."""

    @property
    def reach(self) -> tuple[dt.date, int]:
        """How far it goes: of two files of one dataset, the higher is the newer."""
        return max(f.date for f in self.fragments), len(self.fragments)


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one file, in roll calls. `kept` are statements that a newer file had made, or that this file lacks."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: int = 0
    changes: tuple[Change, ...] = ()
    cautions: tuple[Caution, ...] = ()


def raise_generation(to: Transaction) -> None:
    """Lets every reader see that what it holds is old."""
    to.run("UPDATE store_state SET generation = generation + 1")


def write(to: Transaction, file: FileStatements, imported_at: dt.datetime) -> Written:
    """Brings the store to what the file says. Nothing is written for a statement that is already there."""
    return _Import(to, file, imported_at).run()


def move(to: Transaction, keys: Mapping[int, str]) -> None:
    """Puts statements, by their number, under other keys, and merges anew what they leave and what they come to."""
    if keys:
        _Merging(to).move(keys)


def forget(to: Transaction, dataset: str, records: Collection[str]) -> None:
    """Takes statements away, and merges anew what they were part of."""
    merging = _Merging(to)
    merging.remove({s.id for s in merging.stored if s.dataset == dataset and s.record_id in records})


class _Merging:
    """The store's statements, and the roll calls that they make together. `file_id`: the file that fresh ones come from."""

    file_id = 0

    def __init__(self, to: Transaction) -> None:
        self.to = to
        self.stored = self._stored_statements()
        self.codes: dict[int, str] = dict(self.to.rows("SELECT id, code FROM member_code"))
        self.member_ids = {code: number for number, code in self.codes.items()}

    def move(self, keys: Mapping[int, str]) -> None:
        """See `move`."""
        before = {s.group for s in self.stored if s.id in keys}
        for stored in self.stored:
            if stored.id in keys:
                stored.group = keys[stored.id], stored.group[1]
        groups = before | {s.group for s in self.stored if s.id in keys}
        affected = [s for s in self.stored if s.group in groups]
        rolls = read_rolls(self.to, [s.id for s in affected], self.codes)
        roll_calls = self._roll_calls({s.roll_call_id for s in affected})
        stay = [_entry(s, rolls.get(s.id, _NO_ROLL)) for s in affected]
        self.to.many("UPDATE statement SET key = ? WHERE id = ?", [(key, number) for number, key in keys.items()])
        self._write(self._merge(stay), stay, (), roll_calls, ())

    def remove(self, numbers: Collection[int]) -> None:
        """See `forget`."""
        groups = {s.group for s in self.stored if s.id in numbers}
        affected = [s for s in self.stored if s.group in groups]
        rolls = read_rolls(self.to, [s.id for s in affected], self.codes)
        roll_calls = self._roll_calls({s.roll_call_id for s in affected})
        stay = [_entry(s, rolls.get(s.id, _NO_ROLL)) for s in affected if s.id not in numbers]
        self._write(self._merge(stay), stay, (), roll_calls, numbers)

    def _merge(self, entries: Iterable[_Entry]) -> list[tuple[Merged, list[_Entry]]]:
        """The merged roll calls with their statements. A roll call that was there keeps its number."""
        groups: dict[Group, dict[tuple[str, str], _Entry]] = {}
        for entry in entries:
            f = entry.fragment
            groups.setdefault((f.key, f.body.value), {})[f.dataset, f.record_id] = entry
        number = self._highest_roll_call()
        taken: set[int] = set()
        merged = []
        for group in groups.values():
            for statements in gather(e.fragment for e in group.values()):
                members = [group[f.dataset, f.record_id] for f in statements]
                before = min((e.roll_call_id for e in members if e.roll_call_id and e.roll_call_id not in taken), default=None)
                if before is None:
                    before = number = number + 1
                taken.add(before)
                merged.append((merge(before, statements), members))
        return merged

    def _write(
        self,
        merged: Sequence[tuple[Merged, list[_Entry]]],
        stay: Sequence[_Entry],
        fresh: Sequence[_Entry],
        before: Mapping[int, RollCall],
        removed_ids: Collection[int],
    ) -> None:
        for table, column in (("vote", "statement_id"), ("statement", "id")):
            self.to.many(f"DELETE FROM {table} WHERE {column} = ?", [(number,) for number in removed_ids])
        now = [m.roll_call for m, _ in merged]
        self._write_roll_calls(now, before)
        place = {e.id: (m.roll_call.id, m.roll is e.fragment) for m, entries in merged for e in entries}
        self.to.insert("statement", _STATEMENT_COLUMNS, [_statement(e, self.file_id, *place[e.id]) for e in fresh])
        self.to.many(
            "UPDATE statement SET roll_call_id = ?, counts = ? WHERE id = ?",
            [(*place[e.id], e.id) for e in stay if place[e.id] != (e.roll_call_id, e.counts)],
        )
        add_votes(self.to, ((e.id, (e.fragment.members, e.fragment.positions)) for e in fresh), self.member_ids)
        still = {r.id for r in now}
        self._forget([r for number, r in before.items() if number not in still])

    def _forget(self, orphans: Sequence[RollCall]) -> None:
        """Roll calls on which no statement is left."""
        remove_search_texts(self.to, [r.id for r in orphans])
        self.to.many("DELETE FROM roll_call WHERE id = ?", [(r.id,) for r in orphans])
        self._write_words(orphans, [])

    def _write_roll_calls(self, now: Sequence[RollCall], before: Mapping[int, RollCall]) -> None:
        self.to.insert("roll_call", COLUMNS, [to_row(r) for r in now if r.id not in before])
        self.to.many(
            f"UPDATE roll_call SET {', '.join(f'{column} = ?' for column in COLUMNS)} WHERE id = ?",
            [(*to_row(r), r.id) for r in now if before.get(r.id, r) != r],
        )
        reworded = [r for r in now if r.id not in before or all_words(before[r.id]) != all_words(r) or _moved(before[r.id], r)]
        replace_search_texts(self.to, reworded, before.keys())
        self._write_words([before[r.id] for r in reworded if r.id in before], reworded)

    def _write_words(self, old: Iterable[RollCall], new: Iterable[RollCall]) -> None:
        """Keeps, for every word, the number of roll calls that it stands in."""
        change: Counter[str] = Counter()
        for roll_call in new:
            change.update(all_words(roll_call))
        for roll_call in old:
            change.subtract(all_words(roll_call))
        if not change:
            return
        counts: dict[str, int] = dict(self.to.rows("SELECT word, roll_calls FROM word"))
        counts_now = {word: counts.get(word, 0) + n for word, n in change.items() if n}
        self.to.many("DELETE FROM word WHERE word = ?", [(word,) for word in counts_now if word in counts])
        self.to.insert("word", ("word", "stem", "roll_calls"), [(word, stem(word), n) for word, n in counts_now.items() if n > 0])

    def _stored_statements(self) -> list[_Stored]:
        files = self.to.rows("SELECT id, until, roll_calls FROM imported_file")
        reach = {number: (as_day(until), count) for number, until, count in files}
        return [
            _Stored(number, call, bool(counts), bytes(mark), reach[file], dataset, record, (key, body), as_day(date), header)
            for number, dataset, record, file, call, key, body, date, mark, header, _, counts in self.to.rows(
                f"SELECT {', '.join(_STATEMENT_COLUMNS)} FROM statement"
            )
        ]

    def _roll_calls(self, numbers: Collection[int]) -> dict[int, RollCall]:
        rows = self.to.rows(f"SELECT {', '.join(COLUMNS)} FROM roll_call") if numbers else []
        return {row[0]: from_row(row) for row in rows if row[0] in numbers}

    def _highest_roll_call(self) -> int:
        return int(self.to.rows("SELECT coalesce(max(id), 0) FROM roll_call")[0][0])


class _Import(_Merging):
    """One file on its way into the store."""

    def __init__(self, to: Transaction, file: FileStatements, imported_at: dt.datetime) -> None:
        self.to = to
        self.file = file
        self.reach = file.reach
        self.file_id = self._add_file(imported_at)
        super().__init__(to)
        self.member_ids = self._number_members()

    def run(self) -> Written:
        own = {s.record_id: s for s in self.stored if s.dataset == self.file.dataset}
        unchanged, fresh, kept = self._sort_out(own)
        stated = {f.record_id for f in self.file.fragments}
        missing = [s for s in own.values() if s.record_id not in stated]
        gone = missing if self.file.whole else []
        self._restamp(unchanged)
        outcome = self._rewrite(fresh, gone)
        return Written(
            new=outcome.new,
            changed=outcome.changed,
            unchanged=len(unchanged) + outcome.unchanged,
            kept=len(kept) + len(missing) - len(gone),
            changes=outcome.changes,
            cautions=cautions_in(self._with_remarks(), self.file.dataset),
        )

    def _sort_out(self, own: Mapping[str, _Stored]) -> tuple[list[_Stored], list[_Entry], list[_Stored]]:
        """The file's statements: there already; new or different; and older than what is there."""
        number = max((s.id for s in self.stored), default=0)
        unchanged, fresh, kept = [], [], []
        for fragment in self.file.fragments:
            header = said(fragment)
            mark = digest(fragment, header)
            before = own.get(fragment.record_id)
            if before is not None and before.digest == mark:
                unchanged.append(before)
            elif before is not None and self._is_older_than(before):
                kept.append(before)
            elif before is not None:
                fresh.append(_Entry(fragment, before.id, before.roll_call_id, before.counts, header, mark, replaces=before))
            else:
                number += 1
                fresh.append(_Entry(fragment, number, None, False, header, mark))
        return unchanged, fresh, kept

    def _is_older_than(self, stored: _Stored) -> bool:
        return not self.file.whole and self.reach < stored.reach

    def _rewrite(self, fresh: Sequence[_Entry], gone: Sequence[_Stored]) -> Written:
        """Merges anew every roll call that the fresh statements, or those that are gone, touch."""
        removed = [*gone, *(e.replaces for e in fresh if e.replaces)]
        groups = {(e.fragment.key, e.fragment.body.value) for e in fresh} | {s.group for s in removed}
        affected = [s for s in self.stored if s.group in groups]
        rolls = read_rolls(self.to, [s.id for s in affected], self.codes)
        roll_calls = self._roll_calls({s.roll_call_id for s in affected})
        counted = {s.roll_call_id: rolls[s.id] for s in affected if s.counts and s.id in rolls}
        removed_ids = {s.id for s in removed}
        stay = [_entry(s, rolls.get(s.id, _NO_ROLL)) for s in affected if s.id not in removed_ids]
        merged = self._merge([*stay, *fresh])
        self._write(merged, stay, fresh, roll_calls, removed_ids)
        return _outcome(merged, roll_calls, counted, {e.id for e in fresh})

    def _add_file(self, imported_at: dt.datetime) -> int:
        file, days = self.file, [f.date for f in self.file.fragments]
        return add_file(self.to, file, len(file.fragments), (min(days), max(days)), imported_at)

    def _number_members(self) -> dict[str, int]:
        known = {code: number for number, code in self.codes.items()}
        new = sorted({code for f in self.file.fragments for code in f.members} - known.keys())
        numbered = {code: number for number, code in enumerate(new, max(self.codes, default=0) + 1)}
        self.to.insert("member_code", ("code", "id"), list(numbered.items()))
        return known | numbered

    def _restamp(self, unchanged: Sequence[_Stored]) -> None:
        """The newest file that makes a statement is the one that it comes from."""
        newer = [(self.file_id, s.id) for s in unchanged if not self._is_older_than(s)]
        self.to.many("UPDATE statement SET file_id = ? WHERE id = ?", newer)

    def _with_remarks(self) -> list[RollCall]:
        """All roll calls on which this dataset has a statement, and of which there is something to say."""
        own = "SELECT roll_call_id FROM statement WHERE dataset = ?"
        sql = f"SELECT {', '.join(COLUMNS)} FROM roll_call WHERE remarks <> '' AND id IN ({own})"
        return [from_row(row) for row in self.to.rows(sql, self.file.dataset)]


@dataclass(slots=True)
class _Stored:
    """A statement as the database has it. `reach` is that of the file that it comes from."""

    id: int
    roll_call_id: int
    counts: bool
    digest: bytes
    reach: tuple[dt.date, int]
    dataset: str
    record_id: str
    group: Group
    date: dt.date
    said: str


@dataclass(slots=True)
class _Entry:
    """A statement that takes part in the merging, fresh or stored."""

    fragment: Fragment
    id: int
    roll_call_id: int | None
    counts: bool
    said: str
    digest: bytes
    replaces: _Stored | None = None


_NO_ROLL: Roll = ((), "")

_STATEMENT_COLUMNS = (
    *("id", "dataset", "record_id", "file_id", "roll_call_id", "key", "body", "date"),
    *("digest", "said", "votes", "counts"),
)


def _statement(entry: _Entry, file_id: int, roll_call_id: int, counts: bool) -> tuple[object, ...]:
    """The values of `_STATEMENT_COLUMNS`."""
    f = entry.fragment
    place = (entry.id, f.dataset, f.record_id, file_id, roll_call_id, f.key, f.body.value, f.date.isoformat())
    return (*place, entry.digest, entry.said, len(f.positions), counts)


def _entry(s: _Stored, roll: Roll) -> _Entry:
    fragment = fragment_of(s.dataset, s.record_id, s.group[0], s.group[1], s.date, s.said, roll)
    return _Entry(fragment, s.id, s.roll_call_id, s.counts, s.said, s.digest)


def _outcome(
    merged: Sequence[tuple[Merged, list[_Entry]]],
    before: Mapping[int, RollCall],
    counted: Mapping[int, Roll],
    fresh: set[int],
) -> Written:
    new = changed = unchanged = 0
    changes: list[Change] = []
    for result, entries in merged:
        if fresh.isdisjoint(e.id for e in entries):
            continue
        old = before.get(result.roll_call.id)
        if old is None:
            new += 1
            continue
        found = changes_between(old, counted.get(old.id, _NO_ROLL), result)
        changed, unchanged = changed + bool(found), unchanged + (not found)
        changes += found
    return Written(new=new, changed=changed, unchanged=unchanged, changes=tuple(changes))


def _moved(old: RollCall, new: RollCall) -> bool:
    """The words may be the same and stand elsewhere: in the title now, or no longer."""
    return (old.title, old.nicknames) != (new.title, new.nicknames)
