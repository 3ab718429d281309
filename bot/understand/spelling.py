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
_LONG_ENOUGH_TO_SLIP = 5
_SELDOM, _COMMON = 2, 40  # roll calls that have a slip of the record, and a word that it stands for
_SHORT = 3  # a word so short is only taken for one of these
_ASKING = ("vote", "what", "with", "who", "how", "did", "the", "was", "and", "for", "yes")
_IN_EVERY_QUESTION = ("vote", "voted", "what", "with", "which")  # likelier meant than any word of the record
_TWO_ERRORS_FROM = 8
_IN_ALL = 1_000_000  # more often than any word of the record
_MOST_CANDIDATES = 12
_MOST_OTHERS = 5
_WORDS_TO_GO_BY = 2  # known words beside it, without which a short unknown word is left as it is
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
        for word in dict.fromkeys((*_IN_EVERY_QUESTION, *_VOTING_WORDS, *(w for w in counts if len(w) >= _SHORTEST))):
            for length in range(len(word) - 2, len(word) + 3):
                if abs(length - len(word)) <= _errors(length):
                    near.setdefault(length, []).append(word)
        return cls(counts, near)

    def nearest(self, word: str) -> str:
        """The word that a folded misspelling stands for, the commonest of the nearest; or the word itself."""
        return self.readings(word)[0]

    def readings(self, word: str) -> tuple[str, ...]:
        """What a folded word stands for: the commonest of the words nearest to it, then the others that are as near.

        Up to seven letters one error counts, and longer words may hold two. With two the first letter must be right.
        """
        if len(word) == _SHORT and 0 < self.counts.get(word, 0) <= _SELDOM and word not in STOPWORDS:
            # "teh" stands in one title: with the very letters it is a slip there too.
            return (next((w for w in _ASKING if w != word and sorted(w) == sorted(word)), word),)
        if word in self.counts and not self._is_slip(word):
            return (word,)
        if word.endswith("ss") and word not in self.counts and word[:-1] in self.counts:
            return (word[:-1],)
        if len(word) == _SHORT and word.isalpha() and word not in self.counts and word not in STOPWORDS:
            return (next((w for w in _ASKING if OSA.distance(w, word) == 1), word),)
        if not self._is_misspelt(word) and not self._is_slip(word):
            return (word,)
        candidates = sorted(self._candidates(word))
        if not candidates:
            return (word,)
        if word in self.counts:
            return (candidates[0][2], word) if self._mends_slip(candidates[0]) else (word,)
        if candidates[0][2] in _IN_EVERY_QUESTION:
            return (candidates[0][2],)
        nearest = [w for errors, _, w in candidates if errors == candidates[0][0]]
        return (nearest[0], *[w for w in nearest[1:] if self.counts.get(w, 0) > _SELDOM][:_MOST_OTHERS])

    def readings_of_short(self, word: str) -> tuple[str, ...]:
        """What a word of three letters that nothing knows may stand for beside itself: "arms" for "ams"."""
        if len(word) != _SHORT or not self.is_unknown(word):
            return (word,)
        near = [w for _, _, w in sorted(self._candidates(word)) if w[0] == word[0]]
        return (word, *near[: 1 + _MOST_OTHERS])

    def has_rivals(self, word: str) -> bool:
        """Whether several words are as near as can be to a misspelt one."""
        return len(self.readings(word)) > 1

    def is_unknown(self, word: str) -> bool:
        """Whether neither the record nor the curated names nor questions have the word, so that it may be a misspelt one."""
        return word.isalpha() and word not in STOPWORDS and self.counts.get(word, 0) <= _SELDOM

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
        if word in _IN_EVERY_QUESTION:
            return _IN_ALL
        return self.counts.get(word, _COMMONNESS_OF_VOTING)


def respell(tokens: Sequence[Word], spelling: Spelling, keep: Spans) -> tuple[Word, ...]:
    """The words with `folded` corrected where a known word is meant; those in `keep` are understood as something else."""
    readings = {word: spelling.readings(word) for word in {w.folded for w in tokens if not keep.touch(w)}}
    known = sum(w.folded in spelling.counts for w in tokens if w.folded not in STOPWORDS)
    if known >= _WORDS_TO_GO_BY:
        short = (w.folded for w in tokens if w.folded in readings and not w.text.isupper() and readings[w.folded] == (w.folded,))
        readings |= {word: spelling.readings_of_short(word) for word in set(short)}
    return tuple(w if keep.touch(w) else _read_as(w, readings[w.folded]) for w in tokens)


def _read_as(word: Word, readings: tuple[str, ...]) -> Word:
    return word if readings == (word.folded,) else replace(word, folded=readings[0], others=readings[1:])


def _errors(length: int) -> int:
    return 2 if length >= _TWO_ERRORS_FROM else 1
