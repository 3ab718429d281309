"""Search terms -> the roll calls that they describe, with how well each fits. Pure: the store's postings come in as values."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.question import Term

IN_TITLE, ELSEWHERE = 1.0, 0.75
_STANDING_IN = 0.97  # a synonym counts a little less than the word as asked
_LIGHT = 0.15
_UNKNOWN_LIGHT = 0.05


class Found(Protocol):
    """Where a stem occurs: ids of roll calls."""

    @property
    def title(self) -> frozenset[int]: ...

    @property
    def elsewhere(self) -> frozenset[int]: ...


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a roll call fits a topic. `coverage`: share of the topic's weight that it matches at all, 0 to 1;
    `quality`: the same, with words outside the title counting less; `missing`: words of the topic that it lacks."""

    roll_call_id: int
    coverage: float
    quality: float
    missing: tuple[str, ...]


def fits(terms: Collection[Term], postings: Mapping[str, Found], size: int, within: Collection[int] | None) -> list[Fit]:
    """Every roll call that matches any term, best first. `size`: roll calls in the record; `within`: only these."""
    scored = [_term_quality(term, postings) for term in terms]
    weights = [_weight(term, len(found), size) for term, found in zip(terms, scored, strict=True)]
    # A light word that is missing rules nothing out; one that is there tells two titles apart like any other.
    telling = [math.log(1 + size / max(1, len(found))) for found in scored]
    whole, whole_telling = sum(weights), sum(telling)
    if not whole:
        return []
    ids = set().union(*scored)
    if within is not None:
        ids &= set(within)
    result = []
    for number in ids:
        covered = quality = 0.0
        missing = []
        for term, weight, full, found in zip(terms, weights, telling, scored, strict=True):
            here = found.get(number, 0.0)
            if here:
                covered += weight
                quality += full * here
            else:
                missing.append(term.word)
        result.append(Fit(number, covered / whole, quality / whole_telling, tuple(missing)))
    # Equal fits stay in the order in which they were given: the store's own numbers depend on the order of imports.
    place = {number: n for n, number in enumerate(within)} if within is not None else {}
    result.sort(key=lambda f: (-f.quality, -f.coverage, place.get(f.roll_call_id, f.roll_call_id)))
    return result


def _term_quality(term: Term, postings: Mapping[str, Found]) -> dict[int, float]:
    """Roll call -> how well it holds this term (1: the word itself, in the title)."""
    best: dict[int, float] = {}
    for place, alternative in enumerate(term.alternatives):
        share = 1.0 if place == 0 else _STANDING_IN
        in_title = _all_in(alternative, postings, titles_only=True)
        for number in _all_in(alternative, postings, titles_only=False):
            value = share * (IN_TITLE if number in in_title else ELSEWHERE)
            if value > best.get(number, 0.0):
                best[number] = value
    return best


def _all_in(stems: Collection[str], postings: Mapping[str, Found], *, titles_only: bool) -> frozenset[int]:
    common: frozenset[int] | None = None
    for one in stems:
        found = postings.get(one)
        if found is None:
            return frozenset()
        here = found.title if titles_only else found.title | found.elsewhere
        common = here if common is None else common & here
        if not common:
            return frozenset()
    return common or frozenset()


def _weight(term: Term, found_in: int, size: int) -> float:
    if not found_in:
        return math.log(1 + size) * (_UNKNOWN_LIGHT if term.light else 1.0)
    return math.log(1 + size / found_in) * (_LIGHT if term.light else 1.0)
