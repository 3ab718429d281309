"""Search terms -> the roll calls that they describe, with how well each fits. Pure: the store's postings come in as values."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol

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
    def anywhere(self) -> frozenset[int]: ...


class Fit(NamedTuple):
    """How well a roll call fits a topic. `coverage`: share of the topic's weight that it matches at all, 0 to 1;
    `quality`: the same, with words outside the title counting less. `held`: a bit for each of `words` that it has."""

    roll_call_id: int
    coverage: float
    quality: float
    words: tuple[str, ...]
    held: int

    @property
    def missing(self) -> tuple[str, ...]:
        """Words of the topic that it lacks."""
        return tuple(word for number, word in enumerate(self.words) if not self.held >> number & 1)


def fits(terms: Collection[Term], postings: Mapping[str, Found], size: int, within: Sequence[int]) -> list[Fit]:
    """Every roll call of those `within` that matches any term, best first; equal ones in the order given, since the store's own
    numbers depend on the order of imports. `size`: roll calls in the record."""
    scored = [_term_quality(term, postings) for term in terms]
    weights = [_weight(term, len(found), size) for term, found in zip(terms, scored, strict=True)]
    # A light word that is missing rules nothing out; one that is there tells two titles apart like any other.
    telling = [math.log(1 + size / max(1, len(found))) for found in scored]
    whole, whole_telling = sum(weights), sum(telling)
    if not whole:
        return []
    totals: dict[int, tuple[float, float, int]] = {}
    for place, (weight, full, found) in enumerate(zip(weights, telling, scored, strict=True)):
        for number in found if len(found) < len(within) else [number for number in within if number in found]:
            covered, quality, held = totals.get(number, _NOTHING_YET)
            totals[number] = covered + weight, quality + full * found[number], held | 1 << place
    words = tuple(term.word for term in terms)
    result: list[Fit] = []
    for number in dict.fromkeys([number for number in within if number in totals]):
        covered, quality, held = totals[number]
        result.append(Fit(number, covered / whole, quality / whole_telling, words, held))
    result.sort(key=_QUALITY_THEN_COVERAGE, reverse=True)  # which leaves equal ones as they are
    return result


def masses(term: Term, postings: Mapping[str, Found], size: int) -> dict[int, float]:
    """Roll call -> what finding this one term there weighs: a rare word in a title the most, a light one next to nothing."""
    found = _term_quality(term, postings)
    weight = _weight(term, len(found), size)
    return {number: weight * quality for number, quality in found.items()}


_QUALITY_THEN_COVERAGE = attrgetter("quality", "coverage")
_NOTHING_YET = (0.0, 0.0, 0)


def _term_quality(term: Term, postings: Mapping[str, Found]) -> dict[int, float]:
    """Roll call -> how well it holds this term (1: the word itself, in the title)."""
    own, others = term.alternatives[:1], term.alternatives[1:]
    # From the least to the most, so that the best stays.
    best = dict.fromkeys(_with_any(others, postings, titles_only=False), _STANDING_IN * ELSEWHERE)
    best |= dict.fromkeys(_with_any(own, postings, titles_only=False), ELSEWHERE)
    best |= dict.fromkeys(_with_any(others, postings, titles_only=True), _STANDING_IN * IN_TITLE)
    best |= dict.fromkeys(_with_any(own, postings, titles_only=True), IN_TITLE)
    return best


def _with_any(alternatives: Collection[Collection[str]], postings: Mapping[str, Found], *, titles_only: bool) -> frozenset[int]:
    return frozenset().union(*(_all_in(stems, postings, titles_only=titles_only) for stems in alternatives))


def _all_in(stems: Collection[str], postings: Mapping[str, Found], *, titles_only: bool) -> frozenset[int]:
    common: frozenset[int] | None = None
    for one in stems:
        found = postings.get(one)
        if found is None:
            return frozenset()
        here = found.title if titles_only else found.anywhere
        common = here if common is None else common & here
        if not common:
            return frozenset()
    return common or frozenset()


def _weight(term: Term, found_in: int, size: int) -> float:
    if not found_in:
        return math.log(1 + size) * (_UNKNOWN_LIGHT if term.light else 1.0)
    return math.log(1 + size / found_in) * (_LIGHT if term.light else 1.0)
