"""What reading a text keeps in mind: what was said so far, and which words of a line have been read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.check.claim import Voter
from bot.question import GroupMention
from store.facts import Position

_A_VOTE = re.compile(r"\b(?:vot\w+|ballots?|abst\w+|veto\w*|resolutions?|assembly|security council|draft text)\b|[\ue600-\ue6ff]")


@dataclass
class Told:
    """What the text has said so far that later words lean on: who did what last, and which numbers stood for which position.

    `of_a_vote`: whether a vote has been spoken of. `counts`: of this sentence's line, where words that count end, the position,
    how many, and of which group. `named`: those said so far to have taken a position.
    """

    voters: tuple[Voter, ...] = ()
    subject: tuple[Voter, ...] = ()
    pair: tuple[Voter, ...] = ()
    position: Position | None = None
    negated: bool = False
    unanimous: bool = False
    of_a_vote: bool = False
    numbers: dict[int, Position] = field(default_factory=dict)
    counted: Position | None = None
    counts: list[tuple[int, Position, int, GroupMention | None]] = field(default_factory=list)
    within: GroupMention | None = None
    marks: list[tuple[int, Position, bool]] = field(default_factory=list)
    named: dict[Position, tuple[Voter, ...]] = field(default_factory=dict)

    def begin(self, line: str) -> None:
        """A new sentence."""
        self.of_a_vote = self.of_a_vote or _A_VOTE.search(line) is not None
        if self.marks:
            _, self.position, self.negated = max(self.marks, key=lambda m: m[0])
        self.marks = []
        self.counts = []

    def mark(self, place: int, position: Position, negated: bool = False) -> None:
        """A position spoken of at a place of the sentence."""
        self.marks.append((place, position, negated))

    def position_at(self, place: int) -> tuple[Position | None, bool]:
        """The position spoken of last before a place, in the sentence or before it, and whether it was denied."""
        before = [m for m in self.marks if m[0] < place]
        if not before:
            return self.position, self.negated
        _, position, negated = max(before, key=lambda m: m[0])
        return position, negated


class Taken:
    """Stretches of a line that a claim has been read from."""

    def __init__(self, length: int) -> None:
        self._used = bytearray(length + 1)

    def take(self, start: int, end: int) -> None:
        self._used[start:end] = b"\1" * (end - start)

    def free(self, start: int, end: int) -> bool:
        return not any(self._used[start:end])
