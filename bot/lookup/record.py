"""The store and the curated names of votes behind one object: everything that `lookup` asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from store.catalogue import Catalogue
from store.facts import Body, Coverage, NamesCoverage, Outcome, Position, RollCall, is_plain
from store.importers.datasets import DPPA, STARTER
from store.members import Members
from store.search import Postings
from store.statistics import Statistics
from store.vote_names import SeriesTexts, VoteName, VoteNames
from store.vote_store import VoteStore
from store.words import stem, words

_OF_ANY_VETO = frozenset(
    stem(word)
    for word in (
        *("veto", "vetoes", "vetoed", "us", "american", "russia", "russian", "china", "chinese", "british", "french", "soviet"),
        *("draft", "text", "resolution", "vote", "of", "on", "the", "in", "and", "un", "security", "council"),
    )
)
"""What tells no vetoed draft from another."""
_OF_VOTES = ("vote", "cluster")


class Record:
    """Reads only. Votes that a nickname stands for are worked out once for each state of the store."""

    def __init__(self, store: VoteStore, vote_names: VoteNames) -> None:
        self._store = store
        self._vote_names = vote_names
        self._named: dict[str, tuple[RollCall, ...]] = {}
        self._named_in: Catalogue | None = None
        self._series: SeriesTexts | None = None
        self._names_of_vetoed: Mapping[int, tuple[frozenset[str], ...]] | None = None

    @property
    def catalogue(self) -> Catalogue:
        """All roll calls."""
        return self._store.catalogue

    @property
    def members(self) -> Members:
        """All member states and groups over time."""
        return self._store.members

    @property
    def statistics(self) -> Statistics:
        """Counts over many votes."""
        return self._store.statistics

    def coverage(self) -> tuple[Coverage, ...]:
        """What each dataset contributes to each body."""
        return self._store.coverage()

    def names_coverage(self) -> NamesCoverage | None:
        """The file that the names of member states come from, where one was imported."""
        return self._store.names_coverage()

    def votes(
        self, roll_calls: Sequence[RollCall], members: Collection[str] | None = None
    ) -> Mapping[int, Mapping[str, Position]]:
        """Roll call id -> member code -> position as recorded."""
        return self._store.votes([r.id for r in roll_calls], members)

    def postings(self, stems: Collection[str]) -> Mapping[str, Postings]:
        """Where each stem occurs."""
        return self._store.postings(stems)

    def seated(self, body: Body, day: dt.date) -> frozenset[str]:
        """Who had a seat in the body on that day."""
        return self._store.seated(body, day)

    def name(self, code: str, day: dt.date) -> str:
        """A state's name on that day."""
        return self.members.name_on(code, day) if code in self.members.by_code else code

    def short(self, code: str) -> str:
        """A state's name in running text today."""
        return self.members.by_code[code].short if code in self.members.by_code else code

    def named_votes(self, key: str) -> tuple[RollCall, ...]:
        """The roll calls that a nickname stands for, newest first; empty where the store holds none of them."""
        if self._named_in is not self.catalogue:
            self._named, self._named_in, self._series, self._names_of_vetoed = {}, self.catalogue, None, None
        if key not in self._named:
            entry = self._vote_names.entries[key]
            if entry.series is not None:
                series = self._series = self._series or SeriesTexts(self.catalogue.newest_first)
                found = list(series.members(entry))
            else:
                found = [r for symbol in entry.symbols for r in self.catalogue.by_key(symbol)[:1]]
            self._named[key] = tuple(sorted(found, key=lambda r: self.catalogue.place[r.id]))
        return self._named[key]

    def names_of_vetoed(self) -> Mapping[int, tuple[frozenset[str], ...]]:
        """Roll call id of a vetoed draft -> the stems of its nicknames ("the Crimea veto"), without "veto" and "Russian"."""
        if self._names_of_vetoed is None or self._named_in is not self.catalogue:
            found: dict[int, tuple[frozenset[str], ...]] = {}
            for key in (key for key, entry in self._vote_names.entries.items() if entry.kind in _OF_VOTES):
                for call in (r for r in self.named_votes(key) if r.outcome is Outcome.VETOED):
                    names = (frozenset(stem(w) for w in words(n)) for n in self._vote_names.entries[key].names)
                    of_veto = (stems - _OF_ANY_VETO for stems in names if stem("veto") in stems)
                    found[call.id] = (*found.get(call.id, ()), *(stems for stems in of_veto if stems))
            self._names_of_vetoed = found
        return self._names_of_vetoed

    def vetoes_until(self) -> dt.date | None:
        """How far the list of all vetoes reaches; None where the store has only a selection of them."""
        return next((c.until for c in self.coverage() if c.dataset == DPPA.key and c.body is Body.SC), None)

    def of_library_record(self, number: int) -> tuple[RollCall, ...]:
        """Those whose page in the library has this number."""
        return tuple(r for r in self.catalogue.newest_first if r.url is not None and r.url.endswith(f"/record/{number}"))

    def name_kind(self, key: str) -> str:
        """ "vote", "series", "cluster" or "elsewhere"."""
        return self._vote_names.entries[key].kind

    def decided_elsewhere(self, key: str) -> tuple[VoteName, ...]:
        """What a nickname, or one that is also used for it, stands for outside the bodies of the record."""
        entries = self._vote_names.entries.values()
        return tuple(e for e in entries if e.elsewhere is not None and key in (e.key, e.elsewhere.also))

    def is_starter_only(self, roll_calls: Sequence[RollCall]) -> bool:
        """Whether some of these rest on the starter record alone, and are of a kind that an official file holds."""
        return any(r.dataset == STARTER.key and r.outcome is Outcome.ADOPTED and is_plain(r) for r in roll_calls)

    @property
    def is_selection(self) -> bool:
        """Whether the store holds the starter record and nothing else: what is not in it may well have been voted on."""
        held = self.coverage()
        return bool(held) and all(part.dataset == STARTER.key for part in held)

    def holds_official(self, body: Body) -> bool:
        """Whether an official file of the body was imported. The starter record is a selection: nothing is counted over it."""
        return any(r.dataset != STARTER.key for r in self.catalogue.on(dt.date.min, dt.date.max, body))

    def reaches(self, body: Body) -> tuple[dt.date, dt.date] | None:
        """First and last day of the body's roll calls in the store."""
        return self.catalogue.bounds(body)
