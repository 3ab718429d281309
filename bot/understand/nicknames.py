"""Nicknames of votes in a question: "the Cuba embargo", "embargo on Cuba", "Zionism is racism"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.question import VoteName
from bot.understand.clean import Word
from bot.understand.spans import Span, Spans
from store.words import stem

Stems = tuple[str, ...]

_LONGEST = 12  # words
_SMALL = frozenset(
    {
        *("a", "an", "the", "of", "on", "in", "to", "for", "at", "by", "from", "with", "and", "or", "about", "out", "as"),
        *("s", "its", "their", "un", "ga", "unga"),
    }
)
_PARTING = frozenset({"on", "about", "and", "with", "over", "by"})
_VOTING = frozenset({"vote", "votes", "voting"})
_SENTENCE = frozenset({"voted"})  # a name that holds this tells who did what, and would swallow the question
_BREAK = re.compile(r"[,;:.?!()]")


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Keys of names by the stems of their words, small words left out. `longest`: the most words that a name holds."""

    in_order: Mapping[Stems, str]
    in_any_order: Mapping[Stems, str]
    longest: int

    @classmethod
    def of(cls, phrases: Mapping[tuple[str, ...], str]) -> NameIndex:
        """Index phrases (folded words) -> entry key."""
        in_order: dict[Stems, str] = {}
        in_any_order: dict[Stems, str] = {}
        for phrase, key in phrases.items():
            stems = tuple(stem(w) for w in without_small_words(phrase))
            if not stems or _SENTENCE & set(phrase):
                continue
            in_order.setdefault(stems, key)
            if not _VOTING & set(phrase):
                in_any_order.setdefault(tuple(sorted(stems)), key)
        return cls(in_order, in_any_order, min(_LONGEST, max(map(len, in_order), default=0)))


def without_small_words(words: Sequence[str]) -> list[str]:
    """Those of the folded words that tell one name from another."""
    return [w for w in words if w not in _SMALL]


def names_in(words: Sequence[Word], taken: Spans, states: Sequence[Span], text: str, index: NameIndex) -> tuple[VoteName, ...]:
    """Nicknames of votes in the text, the longest first where they overlap.

    Small words between do not matter, and neither does the order ("embargo on Cuba"), but no comma, date or symbol may part
    them, nor an "on" behind a state ("Chile on human rights").
    """
    found: list[VoteName] = []
    for run in _runs(words, taken, {end for _, end in states}, text):
        stems = [stem(w.folded) for w in run]
        at = 0
        while at < len(run):
            key, length = _name_at(run, stems, at, index)
            if key is not None:
                start, end = run[at].start, run[at + length - 1].end
                found.append(VoteName(key, text[start:end], start, end))
            at += max(1, length)
    return tuple(found)


def _name_at(run: Sequence[Word], stems: Sequence[str], at: int, index: NameIndex) -> tuple[str | None, int]:
    """The key of the longest name that begins here, and how many words it takes."""
    for length in range(min(index.longest, len(run) - at), 0, -1):
        part = tuple(stems[at : at + length])
        key = index.in_order.get(part)
        if key is None and not any(w.folded in _VOTING for w in run[at : at + length]):
            key = index.in_any_order.get(tuple(sorted(part)))
        if key is not None:
            return key, length
    return None, 0


def _runs(words: Sequence[Word], taken: Spans, ends_of_states: set[int], text: str) -> Iterator[list[Word]]:
    """Stretches of words that nothing parts, without the small ones."""
    run: list[Word] = []
    last = 0
    for word in words:
        is_taken = taken.touch(word)
        if is_taken or _BREAK.search(text, last, word.start) or (word.folded in _PARTING and last in ends_of_states):
            yield run
            run = []
        last = word.end
        if not is_taken and word.folded not in _SMALL:
            run.append(word)
    yield run
