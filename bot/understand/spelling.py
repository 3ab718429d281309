"""Misspelt words of the topic -> the record's words. States are not touched here: `members` corrects those, with more care."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understand.clean import Word
from bot.understand.stopwords import STOPWORDS

_SHORTEST = 4
_TWO_ERRORS_FROM = 8


def respell(tokens: Sequence[Word], known: Mapping[str, int], keep: Collection[tuple[int, int]]) -> tuple[Word, ...]:
    """The words with `folded` corrected where no known word explains them and one known word is clearly meant.

    `known` maps folded words to how often the record uses them; `keep` are spans already understood as something else.
    """
    return tuple(
        word if any(a < word.end and word.start < b for a, b in keep) else replace(word, folded=nearest(word.folded, known))
        for word in tokens
    )


def nearest(word: str, known: Mapping[str, int]) -> str:
    """The known word that a misspelling stands for, or the word itself."""
    if word in known or word in STOPWORDS or len(word) < _SHORTEST or not word.isalpha():
        return word
    if word.endswith("s") and word[:-1] in known:
        return word
    errors = 2 if len(word) >= _TWO_ERRORS_FROM else 1
    candidates = [
        (distance, -_commonness(found, known), found)
        for found, distance, _ in process.extract(word, _choices(known), scorer=OSA.distance, score_cutoff=errors, limit=6)
        if found[0] == word[0] or distance == 1
    ]
    if not candidates:
        return word
    candidates.sort()
    return candidates[0][2]


_VOTING_WORDS = tuple(sorted(w for w in STOPWORDS if len(w) >= 5 and w.isalpha()))
_cache: tuple[int, tuple[str, ...]] = (0, ())


def _choices(known: Mapping[str, int]) -> tuple[str, ...]:
    global _cache
    if _cache[0] != id(known):
        _cache = (id(known), (*_VOTING_WORDS, *(w for w in known if len(w) >= _SHORTEST)))
    return _cache[1]


def _commonness(word: str, known: Mapping[str, int]) -> int:
    return known.get(word, 50)
