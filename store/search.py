"""Stems -> the roll calls whose title, nicknames, agenda or subjects have them, and their ranking.

The databases only find (FTS5, tsvector); what counts how much is reckoned here, so both give the same order.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from store.catalogue import Catalogue
from store.database import Reading
from store.facts import Body

TITLE, ELSEWHERE = 1.0, 0.45
"""What a word counts in the title or a nickname, and what it counts in the agenda or the subjects."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The ids of the roll calls that have a stem: in title or nicknames, and in agenda or subjects; some are in both."""

    title: frozenset[int]
    elsewhere: frozenset[int]


@dataclass(frozen=True, slots=True)
class Match:
    """A roll call that was found. `matched` of the groups of stems are in it, `in_title` of these in its title or nicknames.

    `score` is the share of the search that it answers, 0 to 1: rare words count more, words outside the title less.
    """

    roll_call_id: int
    score: float
    in_title: int
    matched: int


NOWHERE = Postings(frozenset(), frozenset())


class Search:
    """The index of one generation of the store. What was looked up once is held."""

    def __init__(self, reading: Reading, catalogue: Catalogue) -> None:
        self._reading = reading
        self._catalogue = catalogue
        self._postings: dict[str, Postings] = {}
        self._vocabulary: dict[str, int] | None = None
        self._spelling: dict[str, int] | None = None

    def postings(self, stems: Collection[str]) -> dict[str, Postings]:
        """Where each stem is; stems that the record lacks have empty postings."""
        for stem in stems:
            if stem not in self._postings:
                self._postings[stem] = Postings(self._find("title", stem), self._find("elsewhere", stem))
        return {stem: self._postings[stem] for stem in stems}

    def vocabulary(self) -> dict[str, int]:
        """Every stem of the record, and in how many roll calls it is."""
        if self._vocabulary is None:
            self._vocabulary = dict(
                self._reading.rows("SELECT term, doc FROM search_term")
                if self._reading.engine == "sqlite"
                else self._reading.rows("SELECT word, ndoc FROM ts_stat('SELECT title || elsewhere FROM search_text')")
            )
        return self._vocabulary

    def spelling(self) -> dict[str, int]:
        """Every word of the record, folded and not stemmed, and in how many roll calls it is: to mend misspellings by."""
        if self._spelling is None:
            self._spelling = dict(self._reading.rows("SELECT word, roll_calls FROM word"))
        return self._spelling

    def search(
        self,
        stem_groups: Sequence[Collection[str]],
        body: Body | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        limit: int = 50,
    ) -> list[Match]:
        """The best matches. Each group holds stems that may stand for each other; days are inclusive.

        Ranked by score (title before agenda, rare words before common ones), then the recent before the old.
        """
        groups = [self._group(group) for group in stem_groups]
        weights = [self._weight(group) for group in groups]
        total = sum(weights)
        found: dict[int, tuple[float, int, int]] = {}
        for group, weight in zip(groups, weights, strict=True):
            for number in group.title:
                score, in_title, matched = found.get(number, (0.0, 0, 0))
                found[number] = (score + weight * TITLE, in_title + 1, matched + 1)
            for number in group.elsewhere - group.title:
                score, in_title, matched = found.get(number, (0.0, 0, 0))
                found[number] = (score + weight * ELSEWHERE, in_title, matched + 1)
        by_id = self._catalogue.by_id
        matches = [
            Match(number, round(score / total, 4), in_title, matched)
            for number, (score, in_title, matched) in found.items()
            if (roll_call := by_id.get(number)) is not None
            and (body is None or roll_call.body is body)
            and (first is None or roll_call.date >= first)
            and (last is None or roll_call.date <= last)
        ]
        return self._best(matches, limit)

    def _best(self, matches: list[Match], limit: int) -> list[Match]:
        place = self._catalogue.place
        # Within a score the newest come first, and a day's in the order of their symbols.
        matches.sort(key=lambda m: (-m.score, place[m.roll_call_id]))
        return matches[:limit]

    def _group(self, stems: Collection[str]) -> Postings:
        found = self.postings(stems).values()
        if len(found) == 1:
            return next(iter(found))
        return Postings(frozenset().union(*(p.title for p in found)), frozenset().union(*(p.elsewhere for p in found)))

    def _weight(self, group: Postings) -> float:
        """A word in half of the record says little, a word in three roll calls nearly everything."""
        return math.log(1 + len(self._catalogue) / (1 + len(group.title | group.elsewhere)))

    def _find(self, column: str, stem: str) -> frozenset[int]:
        quoted = stem.replace("'", "").replace('"', "").replace("\\", "")
        if not quoted:
            return frozenset()
        if self._reading.engine == "sqlite":
            rows = self._reading.rows("SELECT rowid FROM search_text WHERE search_text MATCH ?", f'{column} : "{quoted}"')
        else:
            rows = self._reading.rows(f"SELECT rowid FROM search_text WHERE {column} @@ ?::tsquery", f"'{quoted}'")
        return frozenset(number for (number,) in rows)
