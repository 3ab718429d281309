"""What reading a text keeps in mind: what was said so far, and which words of a line have been read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.check.claim import Voter
from bot.check.sentence import Sentence
from bot.question import GroupMention, MemberMention
from store.facts import Position

_A_VOTE = re.compile(r"\b(?:vot\w+|ballots?|abst\w+|veto\w*|resolutions?|assembly|security council|draft text)\b|[\ue600-\ue6ff]")


_STANCE = re.compile(
    r"\b(?:vot(?:ed|ing) (?:yes|no|for|against|in)|abst(?:ain|en)\w*|opposed|opposing|rejected|vetoed|in favou?r|noes|ayes"
    r"|nays|absent|objectors"
    r"|sa(?:id|ys) (?:no|yes|aye|nay|nyet|non)"
    r"|naysayers|sided|backed|supported|endorsed|no (?:was|came|camp|column|lobby|side)|(?:was|were|stood|went|lined up"
    r"|fell in) with|(?:countries|members|states|nations|others|delegations) (?:were|had))\b"
)


class Taken:
    """Stretches of a line that a claim has been read from."""

    def __init__(self, length: int) -> None:
        self._used = bytearray(length + 1)

    def take(self, start: int, end: int) -> None:
        self._used[start:end] = b"\1" * (end - start)

    def free(self, start: int, end: int) -> bool:
        return not any(self._used[start:end])


@dataclass
class Told:
    """What the text has said so far that later words lean on: who did what last, and which numbers stood for which position.

    `one_by_one`: the last two states of which each had a claim of its own, one right behind the other.
    `asked_of`: whose vote the sentence before asks for ("And Poland?").
    `of_a_vote`: whether a vote has been spoken of. `counts`: of this sentence's line, where words that count end, the position,
    how many, and of which group. `named`: those said so far to have taken a position;
    `group`: the one spoken of last. `asked`: the sentence asks who took the position; `answers`: the one before it did.
    """

    voters: tuple[Voter, ...] = ()
    subject: tuple[Voter, ...] = ()
    pair: tuple[Voter, ...] = ()
    one_by_one: tuple[Voter, ...] = ()
    asked_of: tuple[Voter, ...] = ()
    position: Position | None = None
    negated: bool = False
    unanimous: bool = False
    of_a_vote: bool = False
    numbers: dict[int, Position] = field(default_factory=dict)
    counted: Position | None = None
    counts: list[tuple[int, Position, int, GroupMention | None]] = field(default_factory=list)
    within: GroupMention | None = None
    marks: list[tuple[int, Position | None, bool]] = field(default_factory=list)
    group: GroupMention | None = None
    asked: bool = False
    answers: bool = False
    named: dict[Position, tuple[Voter, ...]] = field(default_factory=dict)
    _marked_before: bool = False
    _grouped: int = 0  # the paragraph in which it was
    _counted: set[int] = field(default_factory=set)
    _only_counted: bool = False
    _sentence: Sentence | None = None
    _taken: Taken | None = None

    def begin(self, sentence: Sentence, taken: Taken) -> None:
        """A new sentence, of which `taken` will tell what was read."""
        self.of_a_vote = self.of_a_vote or _A_VOTE.search(sentence.line) is not None
        if self._sentence is not None:
            self._only_counted = self.is_of_a_tally(end := len(self._sentence.text))
            self.position, self.negated = self.position_at(end)
            self._marked_before = bool(self.marks)
        self._sentence, self._taken, self._counted = sentence, taken, set()
        self.asked, self.answers = False, self.asked
        self.marks = []
        self.counts = []
        groups = [m for _, m in sentence.shape.placed_mentions() if isinstance(m, GroupMention)]
        if groups:
            self.group, self._grouped = groups[0], sentence.paragraph

    def mark(self, place: int, position: Position | None, negated: bool = False, *, counted: bool = False) -> None:
        """A position spoken of at a place of the sentence, or None where it can only be looked up; `counted`: "
        "the last of several, of which no state was named."""
        self.marks.append((place, position, negated))
        self._counted = {*self._counted, place} if counted else self._counted

    def position_at(self, place: int) -> tuple[Position | None, bool]:
        """The position spoken of last before a place, in the sentence or before it, and whether it was denied; None where
        something else has been said since that no claim was read from."""
        before = [m for m in self.marks if m[0] < place]
        since, position, negated = max(before, key=lambda m: m[0]) if before else (0, self.position, self.negated)
        return (None, False) if self._is_unread(since, place) else (position, negated)

    def group_near(self, sentence: Sentence) -> GroupMention | None:
        """The group of states that the same paragraph spoke of, or the one before."""
        near = self.group is not None and self.group.key != "council" and sentence.paragraph - self._grouped <= 1
        return self.group if near else None

    def position_of(self, voters: Sequence[Voter]) -> Position | None:
        """What those named have been told to have done, in a sentence before; None where that was not told of all of them."""
        codes = _codes(voters)
        sides = [position for position, named in self.named.items() if codes <= _codes(named)]
        return sides[0] if codes and len(sides) == 1 else None

    def is_close(self, place: int) -> bool:
        """Whether a position was spoken of before a place in this sentence, or in the one right before it."""
        return self._marked_before or any(m[0] < place for m in self.marks)

    def follow(self, voters: Sequence[Voter]) -> None:
        """Keep in mind whom "both of them" may mean."""
        alone = voters if len(voters) == 1 and isinstance(voters[0], MemberMention) else ()
        self.one_by_one = (*(v for v in self.one_by_one[-1:] if _codes([v]) != _codes(alone)), *alone) if alone else ()

    def is_said_here(self, place: int) -> bool:
        """Whether a position was spoken of before a place in this sentence."""
        return any(m[0] < place for m in self.marks)

    def is_of_a_tally(self, place: int) -> bool:
        """Whether what was spoken of last before a place is a tally of several sides, which nobody can have done as well."""
        before = [m for m in self.marks if m[0] < place]
        return max(before)[0] in self._counted if before else self._only_counted

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing was read from these words of the line."""
        return self._taken is None or self._taken.free(start, end)

    def read(self, start: int, end: int) -> None:
        """These words of the line have been read, beside those that a claim takes."""
        if self._taken is not None:
            self._taken.take(start, end)

    def _is_unread(self, since: int, place: int) -> bool:
        """Whether words between two places of the sentence say how somebody voted, and no claim was read from them."""
        if self._sentence is None or self._taken is None:
            return False
        offsets = self._sentence.shape.offsets
        said = _STANCE.finditer(self._sentence.line, bisect_left(offsets, since), bisect_left(offsets, place))
        return any(self._taken.free(*m.span()) for m in said)


def _codes(voters: Sequence[Voter]) -> set[str]:
    return {code for v in voters if isinstance(v, MemberMention) for code in v.codes}
