"""Stretches of a text, to ask which words lie in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

Span = tuple[int, int]
"""Offsets of the first character and of the one behind the last."""


class Placed(Protocol):
    """Anything that knows its place in the text: a word, a mention."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans sorted by where they start. `reach[i]` is the furthest end of the first i + 1: spans may overlap each other."""

    starts: Sequence[int]
    reach: Sequence[int]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Spans:
        """Sort them."""
        ordered = sorted(spans)
        return cls([start for start, _ in ordered], list(accumulate((end for _, end in ordered), max)))

    def touch(self, place: Placed) -> bool:
        """Whether a span shares a character with it."""
        before = bisect_left(self.starts, place.end)
        return before > 0 and self.reach[before - 1] > place.start

    def meet(self, start: int, end: int) -> bool:
        """Whether a span shares a character with the stretch from `start` to `end`."""
        before = bisect_left(self.starts, end)
        return before > 0 and self.reach[before - 1] > start

    def hold(self, place: Placed) -> bool:
        """Whether it lies within one span."""
        before = bisect_right(self.starts, place.start)
        return before > 0 and self.reach[before - 1] >= place.end


def span_of(place: Placed) -> Span:
    """Its offsets."""
    return place.start, place.end
