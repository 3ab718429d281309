"""Titles that have a question's very words in their order, small words too ("the UN Support Mission")."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.question import Question
from store.facts import RollCall
from store.words import words

_RUN = 4  # words in a row that are no chance
_CLEARLY = 2  # words by which a run must be longer than another title's
_MOST_COMPARED = 150
_LONGEST_ASKED = 60  # words
_SHORTEST_MISSPELT = 4  # letters
_PARTED = " 0 "  # a word of no title, so that what stands on both sides is no run
_BODY = re.compile(
    r"\b(?:human rights council|commission on human rights|human rights commission|security council|general assembly)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=32768)
def title_phrase(title: str) -> str:
    """The words of a title in one line, with a blank before and behind, so that whole words are found in it."""
    return f" {' '.join(words(title))} "


def worded_so(roll_calls: Sequence[RollCall], question: Question) -> list[RollCall]:
    """Those with the longest run of the question's words in their titles, in the order given; none where no title stands out."""
    if not 1 < len(roll_calls) <= _MOST_COMPARED:
        return []
    titles = [title_phrase(r.title) for r in roll_calls]
    together = "\n".join(titles)
    asked = _as_in_titles(words(_without_body(question))[:_LONGEST_ASKED], set(together.split()))
    runs = {run for at in range(len(asked) - _RUN + 1) if f" {' '.join(run := tuple(asked[at : at + _RUN]))} " in together}
    if not runs:
        return []
    lengths = [_longest_run(title.split(), runs) for title in titles]
    longest = max(lengths)
    if not longest or any(longest - _CLEARLY < length < longest for length in lengths) or min(lengths) == longest:
        return []
    return [r for r, length in zip(roll_calls, lengths, strict=True) if length == longest]


def worded_so_first(roll_calls: Sequence[RollCall], question: Question) -> list[RollCall]:
    """All of them, those with the question's very words before the others."""
    exact = worded_so(roll_calls, question)
    return [*exact, *(r for r in roll_calls if r not in exact)]


def _without_body(question: Question) -> str:
    """The text with the body that is named as such taken out: "at the Human Rights Council" is in many titles."""
    return question.text if question.body is None else _BODY.sub(_PARTED, question.text)


def _as_in_titles(asked: Sequence[str], held: Set[str]) -> list[str]:
    """The words with a misspelt one in the spelling of those that the titles hold."""
    known = [] if held >= set(asked) else sorted(word for word in held if len(word) >= _SHORTEST_MISSPELT)
    return [_nearest(word, known) if len(word) >= _SHORTEST_MISSPELT and word not in held else word for word in asked]


def _nearest(word: str, known: Sequence[str]) -> str:
    found = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else word


def _longest_run(title: Sequence[str], runs: Set[tuple[str, ...]]) -> int:
    """How many words in a row the title shares with the question; 0 where they are fewer than `_RUN`."""
    longest = current = 0
    for at in range(len(title) - _RUN + 1):
        current = (current or _RUN - 1) + 1 if tuple(title[at : at + _RUN]) in runs else 0
        longest = max(longest, current)
    return longest
