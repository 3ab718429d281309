"""Misspelt words -> the names that they may stand for, with the care that states with nearly one name need.

One error is a letter left out, added, changed, or two neighbours swapped. A word with one error is read as the name that it is
one error from; if it is that of several states, as all of them, and the reader is asked. Names two errors away count only
for long words, and only when nothing else is anywhere near.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understand.lexicon import Entry, Lexicon
from bot.understand.stopwords import STOPWORDS

_SHORTEST = 4
_ONE_ERROR_FROM = 5
_FIRST_LETTER_FROM = 6
_TWO_ERRORS_FROM = 6
_MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Near:
    """What a misspelt word was read as: `sure`, or too far off to be more than a suggestion. `entry` may hold several codes."""

    entry: Entry
    sure: bool = True


def respell(word: str, lexicon: Lexicon, known: Container[str]) -> Near | None:
    """The reading of one folded word that is no name; None where nothing is near or an ordinary word explains it.

    "hungray" -> HUN, "nigera" -> NER or NGA (the reader is asked), "cameron" -> None.
    """
    if len(word) < _SHORTEST or not word.isalpha() or word in lexicon.plain_words or word in STOPWORDS or word in known:
        return None
    reach = 2 if len(word) >= _TWO_ERRORS_FROM else 1
    distances = _names_within(word, lexicon, reach)
    nearest = [name for name, distance in distances.items() if distance == 1]
    if nearest:
        return _one_error(word, nearest, lexicon)
    return _two_errors(word, distances, lexicon) if distances else None


def is_misspelling(word: str, meant: str, words_of_name: int, lexicon: Lexicon, known: Container[str]) -> bool:
    """Whether a word is one error from the word that a name of several has in its place ("souht" Africa)."""
    if abs(len(word) - len(meant)) > 1 or (len(meant) < 3 and words_of_name < 3):
        return False
    if OSA.distance(word, meant, score_cutoff=1) > 1:
        return False
    return word not in lexicon.plain_words and word not in STOPWORDS and word not in known and word not in lexicon.entries


def together(entries: Sequence[Entry], lexicon: Lexicon) -> Entry | None:
    """One entry for several readings: the one that all share, or all states of them, to ask about; None if some are no states."""
    targets = {entry.target: entry for entry in reversed(entries)}
    if len(targets) == 1:
        return min(entries, key=lambda e: e.adjective)
    if any(not entry.codes for entry in entries):
        return None
    codes = tuple(dict.fromkeys(code for entry in entries for code in entry.codes))
    if len(codes) > _MOST_CHOICES:
        return None
    return Entry(codes, adjective=all(entry.adjective for entry in entries))


def entry_of(name: str, lexicon: Lexicon) -> Entry:
    """The entry of a name, also of one of several words written as one."""
    found = lexicon.entries.get(name)
    return found if found is not None else lexicon.entries[lexicon.joined[name]]


def _names_within(word: str, lexicon: Lexicon, reach: int) -> dict[str, int]:
    """Names at most `reach` errors away, with their distance."""
    found: dict[str, int] = {}
    for length in range(len(word) - reach, len(word) + reach + 1):
        choices = lexicon.by_length.get(length)
        if choices:
            for name, distance, _ in process.extract(word, choices, scorer=OSA.distance, score_cutoff=reach, limit=None):
                found[name] = int(distance)
    return found


def _one_error(word: str, nearest: list[str], lexicon: Lexicon) -> Near | None:
    entry = together([entry_of(name, lexicon) for name in nearest], lexicon)
    return entry and Near(replace(entry, main=False), sure=_is_sure(word, nearest))


def _is_sure(word: str, nearest: list[str]) -> bool:
    """Short words bear little: "iarn" is Iran by its letters, "cubx" and "rugby" are nothing."""
    if len(word) < _ONE_ERROR_FROM:
        return any(sorted(word) == sorted(name) for name in nearest)
    if any(sorted(word) == sorted(name) for name in nearest):
        return True
    return len(word) >= _FIRST_LETTER_FROM or any(word[0] == name[0] for name in nearest)


def _two_errors(word: str, distances: dict[str, int], lexicon: Lexicon) -> Near | None:
    entries = [entry_of(name, lexicon) for name in distances]
    entry = together(entries, lexicon)
    if entry is None:
        return None
    main = any(entry_of(name, lexicon).main and name[0] == word[0] for name in distances)
    clear = len(entry.codes) == 1 and main and not _has_rival_within(word, entry, 3, lexicon)
    return Near(replace(entry, main=False), sure=clear)


def _has_rival_within(word: str, entry: Entry, reach: int, lexicon: Lexicon) -> bool:
    rivals = lexicon.rivals.get(entry.codes[0])
    if not rivals:
        return False
    near = _names_within(word, lexicon, reach)
    return any(code in rivals for name in near for code in entry_of(name, lexicon).codes)
