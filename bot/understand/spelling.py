"""Misspelt words of the topic -> the record's words. States are not touched here: `members` corrects those, with more care."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understand.clean import Word
from bot.understand.spans import Spans
from bot.understand.stopwords import COMMON_STOPWORDS, STOPWORDS

_SHORTEST = 4
_LONG_ENOUGH_TO_SLIP = 6
_SELDOM, _COMMON = 2, 40  # roll calls that have a slip of the record, and a word that it stands for
_SHORT = 3  # a word so short is only taken for one of these
_ASKING = ("vote", "what", "who", "how", "did", "the", "was", "and", "for", "yes")
_TWO_ERRORS_FROM = 8
_MOST_CANDIDATES = 6
_COMMONNESS_OF_VOTING = 50  # "abstain" is likelier meant than a word that stands in fifty titles or fewer
_VOTING_WORDS = tuple(sorted(w for w in COMMON_STOPWORDS if len(w) >= 5 and w.isalpha()))


@dataclass(frozen=True, slots=True)
class Spelling:
    """How the record spells. `counts`: its folded words, with how often each occurs; `near`: for a word's length, the words
    that a misspelling so long may stand for."""

    counts: Mapping[str, int]
    near: Mapping[int, Sequence[str]]

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Spelling:
        """Sort the words by length, so that a misspelling is not measured against all of them."""
        near: dict[int, list[str]] = {}
        for word in (*_VOTING_WORDS, *(w for w in counts if len(w) >= _SHORTEST)):
            for length in range(len(word) - 2, len(word) + 3):
                if abs(length - len(word)) <= _errors(length):
                    near.setdefault(length, []).append(word)
        return cls(counts, near)

    def nearest(self, word: str) -> str:
        """The word that a folded misspelling stands for, the commonest of the nearest; or the word itself.

        Up to seven letters one error counts, and longer words may hold two. With two the first letter must be right.
        """
        if word.endswith("ss") and word[:-1] in self.counts:
            return word[:-1]
        if len(word) == _SHORT and word.isalpha() and word not in self.counts and word not in STOPWORDS:
            return next((w for w in _ASKING if OSA.distance(w, word) == 1), word)
        if not self._is_misspelt(word) and not self._is_slip(word):
            return word
        candidates = self._candidates(word)
        if not candidates or (word in self.counts and not self._mends_slip(min(candidates))):
            return word
        return min(candidates)[2]

    def _candidates(self, word: str) -> list[tuple[int, int, str]]:
        """Words near to it, each behind its errors and its rarity: the least is the one meant."""
        choices = self.near.get(len(word), ())
        errors_allowed = _errors(len(word))
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=errors_allowed, limit=_MOST_CANDIDATES)
        likely = ((w, errors) for w, errors, _ in found if w != word and (w[0] == word[0] or errors == 1))
        return [(errors, -self._commonness(w), w) for w, errors in likely]

    def _is_slip(self, word: str) -> bool:
        """Whether the record has the word so seldom that it may be a slip of the record itself ("nulear", once)."""
        known = word in STOPWORDS or not word.isalpha()
        return not known and len(word) >= _LONG_ENOUGH_TO_SLIP and 0 < self.counts.get(word, 0) <= _SELDOM

    @staticmethod
    def _mends_slip(best: tuple[int, int, str]) -> bool:
        errors, rarity, _ = best
        return errors == 1 and -rarity >= _COMMON

    def _is_misspelt(self, word: str) -> bool:
        if word in self.counts or word in STOPWORDS or len(word) < _SHORTEST or not word.isalpha():
            return False
        return not (word.endswith("s") and word[:-1] in self.counts)

    def _commonness(self, word: str) -> int:
        return self.counts.get(word, _COMMONNESS_OF_VOTING)


def respell(tokens: Sequence[Word], spelling: Spelling, keep: Spans) -> tuple[Word, ...]:
    """The words with `folded` corrected where a known word is meant; those in `keep` are understood as something else."""
    nearest = {word: spelling.nearest(word) for word in {w.folded for w in tokens if not keep.touch(w)}}
    return tuple(w if keep.touch(w) else replace(w, folded=nearest[w.folded]) for w in tokens)


def _errors(length: int) -> int:
    return 2 if length >= _TWO_ERRORS_FROM else 1
