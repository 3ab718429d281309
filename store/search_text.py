"""A roll call -> the words that it is found by, in two parts: its title and nicknames, and its agenda and subjects."""

from __future__ import annotations

from functools import lru_cache

from store.facts import RollCall
from store.words import stem, words


def title_words(roll_call: RollCall) -> tuple[str, ...]:
    """Folded words of the title and of the names that readers use, each once."""
    return _words_of((roll_call.title, *roll_call.nicknames))


def other_words(roll_call: RollCall) -> tuple[str, ...]:
    """Folded words of the agenda and the library's subjects, each once."""
    return _words_of((roll_call.agenda or "", *roll_call.subjects))


def all_words(roll_call: RollCall) -> frozenset[str]:
    """Both parts."""
    return frozenset(title_words(roll_call)).union(other_words(roll_call))


def stems_of(folded: tuple[str, ...]) -> list[str]:
    """The stems of folded words, each once."""
    return list(dict.fromkeys(stem(word) for word in folded))


def _words_of(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for text in texts for word in _words(text)))


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    # An agenda item and its subjects come back year after year.
    return tuple(words(text))
