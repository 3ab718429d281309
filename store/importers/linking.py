"""Which official resolution an academic roll call is: by its number where the votes bear it out, else by date and votes.

Worked out anew from all statements after every import of either side, so that the order of imports does not show.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.facts import Kind

WINDOW = dt.timedelta(days=45)
"""How far the academic file's date may be from the day of the vote."""

ALIKE_BY_NUMBER, ALIKE_BY_DATE = 0.9, 0.97
"""The share of equal votes, 0 to 1, that bears out a number, and that makes up for one."""

FEWEST = 10
"""Votes cast in both, below which nothing can be told."""


@dataclass(frozen=True, slots=True)
class Ballots:
    """A roll as four sets of members, each a number with one bit a member: yes, no, abstaining, non-voting."""

    yes: int
    no: int
    abstain: int
    silent: int

    @property
    def cast(self) -> int:
        """Who voted."""
        return self.yes | self.no | self.abstain


@dataclass(frozen=True, slots=True)
class Academic:
    """A roll call of the academic file; `number` is the key of the resolution that it claims to be."""

    record_id: str
    kind: Kind
    date: dt.date
    number: str | None
    ballots: Ballots


@dataclass(frozen=True, slots=True)
class Official:
    """A resolution of the library's record; without ballots where only its outcome is known."""

    key: str
    date: dt.date
    ballots: Ballots | None


def ballots_of(members: Iterable[int], letters: str) -> Ballots:
    """Numbers of members and their letters, side by side."""
    sets = {"Y": 0, "N": 0, "A": 0, "X": 0, "U": 0}
    for member, letter in zip(members, letters, strict=True):
        sets[letter] |= 1 << member
    return Ballots(sets["Y"], sets["N"], sets["A"], sets["X"])


def links(academic: Sequence[Academic], official: Sequence[Official]) -> dict[str, str]:
    """Record -> key, for the roll calls that are an official resolution; each resolution is given once."""
    found = _by_number(academic, {o.key: o for o in official})
    taken = set(found.values())
    rest = [a for a in academic if a.record_id not in found and a.kind is Kind.DRAFT]
    free = sorted((o for o in official if o.key not in taken and o.ballots), key=lambda o: (o.date, o.key))
    return found | _by_date(rest, free)


def _by_number(academic: Sequence[Academic], official: Mapping[str, Official]) -> dict[str, str]:
    """Of several roll calls with one number (paragraphs bear their text's), the one whose votes are the most alike."""
    best: dict[str, tuple[float, str]] = {}
    for one in academic:
        text = official.get(one.number or "")
        if text is None:
            continue
        # Of a resolution without a roll of its own, only a whole text's can be the vote.
        share = _alike(one.ballots, text.ballots) if text.ballots else float(one.kind is Kind.DRAFT)
        needed = ALIKE_BY_NUMBER if one.kind is Kind.DRAFT else 1.0
        if share >= needed and (text.key not in best or share > best[text.key][0]):
            best[text.key] = share, one.record_id
    return {record: key for key, (_, record) in best.items()}


def _by_date(academic: Sequence[Academic], official: Sequence[Official]) -> dict[str, str]:
    days = [o.date for o in official]
    pairs = []
    for one in academic:
        near = official[bisect_left(days, one.date - WINDOW) : bisect_right(days, one.date + WINDOW)]
        for text in near:
            assert text.ballots is not None, "only resolutions with a roll are compared"
            share = _alike_with_silent(one.ballots, text.ballots)
            if share >= ALIKE_BY_DATE:
                pairs.append((-share, abs(text.date - one.date), text.key, one.record_id))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, key, record in sorted(pairs):
        if record not in found and key not in taken:
            found[record] = key
            taken.add(key)
    return found


def _alike(a: Ballots, b: Ballots) -> float:
    """The share of the same votes among those cast in both; 0 where there are too few."""
    both = (a.cast & b.cast).bit_count()
    return _same(a, b) / both if both >= FEWEST else 0.0


def _alike_with_silent(a: Ballots, b: Ballots) -> float:
    """The same over everybody on the two rolls; who did not vote counts, where both files say so."""
    everybody = a.cast | b.cast | (a.silent & b.silent)
    size = everybody.bit_count()
    alike = _same(a, b) + (a.silent & b.silent).bit_count()
    return alike / size if (a.cast & b.cast).bit_count() >= FEWEST else 0.0


def _same(a: Ballots, b: Ballots) -> int:
    return (a.yes & b.yes).bit_count() + (a.no & b.no).bit_count() + (a.abstain & b.abstain).bit_count()
