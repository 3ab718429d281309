"""Stems -> the roll calls whose title, nicknames, agenda or subjects have them, and their ranking.

The databases only find (FTS5, tsvector); what counts how much is reckoned here, so both give the same order.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from store.catalogue import Catalogue
from store.database import Reading
from store.facts import Body

TITLE, ELSEWHERE = 1.0, 0.45
"""What a word counts in the title or a nickname, and what it counts in the agenda or the subjects."""

_STEM = re.compile(r"[^\W_]+")
"""Letters and figures: whatever else a question holds is no stem, and must not reach the engines' query languages."""


@dataclass(frozen=True)
class Postings:
    """The ids of the roll calls that have a stem: in title or nicknames, and in agenda or subjects; some are in both."""

    title: frozenset[int]
    elsewhere: frozenset[int]

    @cached_property
    def anywhere(self) -> frozenset[int]:
        """In one of them at least."""
        return self.title | self.elsewhere


@dataclass(frozen=True, slots=True)
class Match:
    """A roll call that was found. `matched` of the groups of stems are in it, `in_title` of these in its title or nicknames.

    `score` is the share of the search that it answers, 0 to 1: rare words count more, words outside the title less.
    """

    roll_call_id: int
    score: float
    in_title: int
    matched: int


class Search:
    """The index of one generation of the store. What was looked up once is held."""

    def __init__(self, reading: Reading, catalogue: Catalogue) -> None:
        self._reading = reading
        self._catalogue = catalogue
        self._postings: dict[str, Postings] = {}
        self._bits: dict[frozenset[int], int] = {}
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

    def ranked(
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
        classes = _Classes(self._chosen(body, first, last))
        groups = [self._group(stems) for stems in stem_groups]
        weights = [self._weight(title | elsewhere) for title, elsewhere in groups]
        for (title, elsewhere), weight in zip(groups, weights, strict=True):
            classes.split(title, elsewhere, weight)
        newest_first, total = self._catalogue.newest_first, sum(weights)
        return [
            Match(newest_first[place].id, round(score / total, 4), in_title, matched)
            for place, score, in_title, matched in classes.best(limit)
        ]

    def _group(self, stems: Collection[str]) -> tuple[int, int]:
        """The roll calls with one of the stems in the title, and with one elsewhere, as bits by place."""
        title = elsewhere = 0
        for found in self.postings(stems).values():
            title |= self._places(found.title)
            elsewhere |= self._places(found.elsewhere)
        return title, elsewhere

    def _places(self, roll_call_ids: frozenset[int]) -> int:
        """One bit a roll call, the newest lowest."""
        if roll_call_ids not in self._bits:
            place, last = self._catalogue.place, len(self._catalogue) - 1
            digits = bytearray(b"0") * (last + 2)
            for number in roll_call_ids:
                if number in place:
                    digits[last + 1 - place[number]] = 49
            self._bits[roll_call_ids] = int(digits, 2)
        return self._bits[roll_call_ids]

    def _chosen(self, body: Body | None, first: dt.date | None, last: dt.date | None) -> int:
        if body is None and first is None and last is None:
            return (1 << len(self._catalogue)) - 1
        days = self._catalogue.on(first or dt.date.min, last or dt.date.max, body)
        return self._places(frozenset(r.id for r in days))

    def _weight(self, places: int) -> float:
        """A word in half of the record says little, a word in three roll calls nearly everything."""
        return math.log(1 + len(self._catalogue) / (1 + places.bit_count()))

    def _find(self, column: str, stem: str) -> frozenset[int]:
        if not _STEM.fullmatch(stem):
            return frozenset()
        # All ids in one row: for a common word that is twice as quick as a row each.
        if self._reading.engine == "sqlite":
            sql = "SELECT json_group_array(rowid) FROM search_text WHERE search_text MATCH ?"
            return frozenset(json.loads(self._reading.rows(sql, f'{column} : "{stem}"')[0][0]))
        sql = f"SELECT array_agg(rowid) FROM search_text WHERE {column} @@ ?::tsquery"
        return frozenset(self._reading.rows(sql, f"'{stem}'")[0][0] or ())


class _Classes:
    """Roll calls put together that match the same way: far fewer than roll calls, so that ranking costs little.

    A class is (roll calls as bits by place, score, words in the title, words at all).
    """

    def __init__(self, roll_calls: int) -> None:
        self._classes = [(roll_calls, 0.0, 0, 0)]

    def split(self, title: int, elsewhere: int, weight: float) -> None:
        """Takes in one more word: each class falls into those that have it in the title, elsewhere, or not."""
        parts: list[tuple[int, float, int, int]] = []
        for places, score, in_title, matched in self._classes:
            parts += (
                (places & title, score + weight * TITLE, in_title + 1, matched + 1),
                (places & elsewhere & ~title, score + weight * ELSEWHERE, in_title, matched + 1),
                (places & ~title & ~elsewhere, score, in_title, matched),
            )
        self._classes = [part for part in parts if part[0]]

    def best(self, limit: int) -> Iterator[tuple[int, float, int, int]]:
        """Places with score and counts: the highest score first, and within a score the newest, which is the lowest bit."""
        tiers: dict[float, list[tuple[int, float, int, int]]] = {}
        for one in self._classes:
            if one[3]:
                tiers.setdefault(round(one[1], 6), []).append(one)
        for tier in sorted(tiers, reverse=True):
            left = 0
            for places, *_ in tiers[tier]:
                left |= places
            while left and limit:
                lowest = left & -left
                _, score, in_title, matched = next(one for one in tiers[tier] if one[0] & lowest)
                yield lowest.bit_length() - 1, score, in_title, matched
                left ^= lowest
                limit -= 1
