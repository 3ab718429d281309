"""Every roll call of the store as values in memory, and the ways of finding one: symbol, number, day, tally, parent.

Ten thousand roll calls are small; holding them makes every question after the first quick, and the same on both databases.
"""

from __future__ import annotations

import datetime as dt
import gc
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from store.database import Reading
from store.facts import OUTSIDE_THE_RECORD, Body, RollCall, is_plain
from store.namesakes import told_apart
from store.roll_calls import COLUMNS, from_row
from store.symbols import number_of, session_number, symbol_key

_REVISION = re.compile(r"/REV\.\d+$")
_MOST_NUMBERS_KEPT = 5000
_APART = "\n"

K = TypeVar("K", bound=Hashable)


class Catalogue:
    """All roll calls. Whatever comes in several is newest first, and within a day in the order of the symbols."""

    def __init__(self, roll_calls: Iterable[RollCall]) -> None:
        self.newest_first: tuple[RollCall, ...] = tuple(sorted(roll_calls, key=_newest_first))
        self.by_id: dict[int, RollCall] = {r.id: r for r in self.newest_first}
        self._numbers: dict[int, tuple[RollCall, ...]] = {}
        self._bounds: dict[Body | None, tuple[dt.date, dt.date] | None] = {}
        self._of_body: dict[Body | None, _InOrder] = {None: _InOrder(self.newest_first)}
        self._plain_of_body: dict[Body | None, _InOrder] = {}

    def __len__(self) -> int:
        return len(self.newest_first)

    def by_key(self, key: str) -> tuple[RollCall, ...]:
        """Those with this symbol, in any spelling; where there are none, those whose draft it was."""
        key = symbol_key(key)
        return self._keys.get(key) or self._drafts.get(key, ())

    def at_meeting(self, key: str) -> tuple[RollCall, ...]:
        """Those of the meeting whose record has this symbol: "S/PV.10000"."""
        return self._meetings.get(symbol_key(key), ())

    def again(self, name: str) -> tuple[RollCall, ...]:
        """The roll call with this `name_of`; where it is told apart otherwise by now, all that share its symbol."""
        key, _, apart = name.partition(_APART)
        found = self.by_key(key)
        if not apart:
            return found[:1]
        return tuple(r for r in found if r.apart is not None and r.apart.text == apart) or found

    def by_number(self, number: int) -> tuple[RollCall, ...]:
        """Those that a bare number names: 2774 -> S/RES/2774(2025), and A/RES/2774(XXVI) with all its parts."""
        found = self._numbers.get(number)
        if found is None:
            # Reading the numbers of all symbols takes longer than looking for this one's digits in each.
            digits = f"/{number}("
            found = self._numbers[number] = tuple(r for r in self.newest_first if digits in r.key and number_of(r.key) == number)
            if len(self._numbers) > _MOST_NUMBERS_KEPT:
                self._numbers.clear()
        return found

    def by_session_number(self, session: str, number: int) -> tuple[RollCall, ...]:
        """An Assembly text and its lettered parts: ("79", 7), ("ES-11", 7)."""
        forms = (f"/{session}/{number}", f"/{number}({session})")
        likely = (r for r in self.newest_first if forms[0] in r.key or forms[1] in r.key)
        return tuple(r for r in likely if session_number(r.key) == (session, number))

    def on(self, first: dt.date, last: dt.date, body: Body | None = None) -> Sequence[RollCall]:
        """Those of the days from `first` to `last`, both inclusive."""
        return self._in_order(body).between(first, last)

    def plain_on(self, first: dt.date, last: dt.date, body: Body | None = None) -> Sequence[RollCall]:
        """The same without votes on parts of texts, and without what the official record does not have."""
        if body not in self._plain_of_body:
            self._plain_of_body[body] = _InOrder([r for r in self._in_order(body).roll_calls if is_plain(r)])
        return self._plain_of_body[body].between(first, last)

    def by_tally(self, yes: int, no: int, abstain: int | None = None, body: Body | None = None) -> tuple[RollCall, ...]:
        """Those with these counts; without `abstain`, any number of abstentions."""
        return tuple(
            r
            for r in self._tallies.get((yes, no), ())
            if (abstain is None or r.tally.abstain == abstain) and (body is None or r.body is body)
        )

    def children(self, key: str) -> tuple[RollCall, ...]:
        """The votes on amendments, paragraphs and motions that belong to a text."""
        return self._children.get(symbol_key(key), ())

    def parts_of(self, roll_call: RollCall) -> tuple[RollCall, ...]:
        """The same for a roll call: its parts name its symbol as theirs, or the draft that they were put to."""
        names = dict.fromkeys(_unrevised(symbol) for symbol in (roll_call.key, roll_call.draft) if symbol)
        return tuple(r for name in names for r in self._parts.get(name, ()) if r.body is roll_call.body)

    def whole_of(self, roll_call: RollCall) -> RollCall | None:
        """The text that an amendment, a paragraph or a motion belongs to; None for whole texts, and where it is not held."""
        if roll_call.parent is None:
            return None
        name = _unrevised(roll_call.parent)
        return next((r for r in self._wholes.get(name, ()) if r.body is roll_call.body and r.id != roll_call.id), None)

    def voting_days(self, body: Body | None = None, until: dt.date | None = None, limit: int = 5) -> tuple[dt.date, ...]:
        """The last days, not after `until`, on which the body voted."""
        days: dict[dt.date, None] = {}
        in_record = (r for r in self._in_order(body).until(until) if r.dataset not in OUTSIDE_THE_RECORD)
        for roll_call in in_record:
            days[roll_call.date] = None
            if len(days) > limit:
                break
        return tuple(days)[:limit]

    def latest(self, body: Body | None = None) -> RollCall | None:
        """The first of the body's last voting day."""
        found = self._in_order(body).roll_calls
        return found[0] if found else None

    def bounds(self, body: Body | None = None) -> tuple[dt.date, dt.date] | None:
        """The first and the last day of voting; None where there is none."""
        if body not in self._bounds:
            found = [r.date for r in self._in_order(body).roll_calls if r.dataset not in OUTSIDE_THE_RECORD]
            self._bounds[body] = (found[-1], found[0]) if found else None
        return self._bounds[body]

    @cached_property
    def place(self) -> dict[int, int]:
        """Where each roll call, by its id, stands among all of them: 0 is the newest."""
        return {r.id: place for place, r in enumerate(self.newest_first)}

    def _in_order(self, body: Body | None) -> _InOrder:
        if body not in self._of_body:
            self._of_body[body] = _InOrder([r for r in self.newest_first if r.body is body])
        return self._of_body[body]

    @cached_property
    def _keys(self) -> dict[str, tuple[RollCall, ...]]:
        return _index((r.key, r) for r in self.newest_first)

    @cached_property
    def _drafts(self) -> dict[str, tuple[RollCall, ...]]:
        return _index((symbol_key(r.draft), r) for r in self.newest_first if r.draft)

    @cached_property
    def _meetings(self) -> dict[str, tuple[RollCall, ...]]:
        return _index((symbol_key(r.meeting), r) for r in self.newest_first if r.meeting)

    @cached_property
    def _tallies(self) -> dict[tuple[int | None, int | None], tuple[RollCall, ...]]:
        return _index(((r.tally.yes, r.tally.no), r) for r in self.newest_first)

    @cached_property
    def _parts(self) -> dict[str, tuple[RollCall, ...]]:
        return _index((_unrevised(r.parent), r) for r in self.newest_first if r.parent)

    @cached_property
    def _wholes(self) -> dict[str, tuple[RollCall, ...]]:
        named = ((symbol, r) for r in self.newest_first if not r.parent for symbol in (r.key, r.draft) if symbol)
        return _index((_unrevised(symbol), r) for symbol, r in named)

    @cached_property
    def _children(self) -> dict[str, tuple[RollCall, ...]]:
        return _index((symbol_key(r.parent), r) for r in self.newest_first if r.parent)


class _InOrder:
    """Roll calls newest first, found by day."""

    def __init__(self, roll_calls: Sequence[RollCall]) -> None:
        self.roll_calls = roll_calls
        self._days = [-r.date.toordinal() for r in roll_calls]

    def between(self, first: dt.date, last: dt.date) -> Sequence[RollCall]:
        start = bisect_left(self._days, -last.toordinal())
        return self.roll_calls[start : bisect_right(self._days, -first.toordinal(), lo=start)]

    def until(self, day: dt.date | None) -> Iterable[RollCall]:
        start = 0 if day is None else bisect_left(self._days, -day.toordinal())
        return (self.roll_calls[place] for place in range(start, len(self.roll_calls)))


def name_of(roll_call: RollCall) -> str:
    """What finds this roll call again, also in a newer store: its key, and what tells it from others with the same."""
    return f"{roll_call.key}{_APART}{roll_call.apart.text}" if roll_call.apart is not None else roll_call.key


def load_catalogue(reading: Reading) -> Catalogue:
    """Everything that the store holds."""
    rows = reading.rows(f"SELECT {', '.join(COLUMNS)} FROM roll_call")
    # So many new objects at once make the collector look through all of them again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        catalogue = Catalogue(told_apart([from_row(row) for row in rows]))
        # Nor need it look through them later, when questions leave things behind: a pause of 50 ms in the midst of an answer.
        gc.freeze()
        return catalogue
    finally:
        if collecting:
            gc.enable()


def _newest_first(roll_call: RollCall) -> tuple[int, int, str, int]:
    # The shorter symbol first: A/RES/79/7 before A/RES/79/10.
    return -roll_call.date.toordinal(), len(roll_call.key), roll_call.key, roll_call.id


def _unrevised(symbol: str) -> str:
    """A draft and its revisions are one text: amendments are often put to the form before the last."""
    return _REVISION.sub("", symbol_key(symbol))


def _index(pairs: Iterable[tuple[K, RollCall]]) -> dict[K, tuple[RollCall, ...]]:
    found: defaultdict[K, list[RollCall]] = defaultdict(list)
    for key, roll_call in pairs:
        found[key].append(roll_call)
    return {key: tuple(roll_calls) for key, roll_calls in found.items()}
