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
_SHORTEST_VOTER = 3
_ONE_ERROR_FROM = 5
_FIRST_LETTER_FROM = 6
_TWO_ERRORS_FROM = 6
_MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Near:
    """What a misspelt word was read as: `sure`, or too far off to be more than a suggestion. `entry` may hold several codes."""

    entry: Entry
    sure: bool


def is_plain(word: str, lexicon: Lexicon, known: Container[str]) -> bool:
    """Whether a folded word is an ordinary one, so that it is never taken for a misspelt name."""
    return word in STOPWORDS or word in lexicon.plain_words or word in known


def respell(word: str, lexicon: Lexicon) -> Near | None:
    """The reading of one folded word that is neither a name nor plain; None where nothing is near.

    "hungray" -> HUN, "nigera" -> NER or NGA (the reader is asked).
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return None
    nearest = _names_within(word, lexicon, 1)
    if nearest:
        entry = together([_entry(name, lexicon) for name in _likeliest(word, nearest, lexicon)])
        return None if entry is None else Near(entry, _is_sure(word, nearest))
    return _two_errors(word, lexicon) if len(word) >= _TWO_ERRORS_FROM else None


def respell_voter(word: str, lexicon: Lexicon) -> Near | None:
    """The reading of a folded word where only a voter fits, which may be a plain one: "hungry" -> HUN, "fji" -> FJI."""
    if len(word) < _SHORTEST_VOTER or not word.isalpha():
        return None
    nearest = _names_within(word, lexicon, 1)
    if not any(n[0] == word[0] and (_entry(n, lexicon).main or _is_long_slip(word, n)) for n in nearest):
        return None
    entry = together([_entry(name, lexicon) for name in _likeliest(word, nearest, lexicon)])
    return None if entry is None else Near(entry, sure=True)


def _likeliest(word: str, nearest: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """Of names one error away a state's own, with a letter dropped, doubled or swapped ("canaa", "polland"), goes before those
    that another first letter makes of the word ("sanaa", "holland")."""
    same = [n for n in nearest if n[0] == word[0]]
    return same if any(_entry(n, lexicon).main and _is_slip_of(word, n) for n in same) else nearest


def _is_long_slip(word: str, name: str) -> bool:
    """Of capitals and the like, which are no state's own name, only long ones: "manilla"."""
    return len(word) >= _FIRST_LETTER_FROM and _is_slip_of(word, name)


def _is_slip_of(word: str, name: str) -> bool:
    """Whether no letter stands in the word that the name has not: one is left out, doubled, or swapped with its neighbour."""
    if len(word) > len(name):
        return any(word == name[:at] + name[at - 1] + name[at:] for at in range(1, len(name) + 1))
    return len(word) < len(name) or sorted(word) == sorted(name)


def errors_for(word: str, meant: str, words_of_name: int) -> int:
    """How many errors (1 or 2) make a word of the one that a longer name has in its place ("souht" Africa); 0: it is not that."""
    reach = 2 if len(meant) >= _ONE_ERROR_FROM else 1
    if abs(len(word) - len(meant)) > reach or (len(meant) < 3 and words_of_name < 3):
        return 0
    errors = int(OSA.distance(word, meant, score_cutoff=reach))
    return 0 if errors > reach else errors


def words_like(word: str, lexicon: Lexicon) -> list[str]:
    """Words of longer names that are one error away: "souht" -> south."""
    if len(word) < _SHORTEST or not word.isalpha():
        return []
    return _close(word, [lexicon.holding_by_length.get(len(word) + longer, ()) for longer in (-1, 0, 1)], 1)


def same_but_for_blanks(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words are a name with one error that joins or parts its words: "papuasnova guine" for "papua nova guine"."""
    written, meant = "".join(words), "".join(name)
    return abs(len(written) - len(meant)) <= 1 and OSA.distance(written, meant, score_cutoff=1) <= 1


def together(entries: Sequence[Entry]) -> Entry | None:
    """One entry for several readings: the one that all share, or all states of them, to ask about; None if some are no states."""
    if len({entry.target for entry in entries}) == 1:
        return replace(min(entries, key=lambda e: e.adjective), main=False)
    widest = next((entry for entry in entries if entry.by_day), None)
    if widest is not None and all(entry.codes and set(entry.codes) <= set(widest.codes) for entry in entries):
        return replace(widest, main=False)
    if any(not entry.codes for entry in entries):
        return None
    codes = tuple(dict.fromkeys(code for entry in entries for code in entry.codes))
    return None if len(codes) > _MOST_CHOICES else Entry(codes, adjective=all(entry.adjective for entry in entries))


def _names_within(word: str, lexicon: Lexicon, reach: int) -> list[str]:
    """Names at most `reach` errors away."""
    return _close(word, [lexicon.by_length.get(len(word) + longer, ()) for longer in range(-reach, reach + 1)], reach)


def _close(word: str, lists: Sequence[Sequence[str]], reach: int) -> list[str]:
    found: list[str] = []
    for choices in lists:
        if choices:
            near = process.extract(word, choices, scorer=OSA.distance, score_cutoff=reach, limit=None)
            found.extend(name for name, _, _ in near)
    return found


def _entry(name: str, lexicon: Lexicon) -> Entry:
    """The entry of a name, also of one of several words written as one."""
    found = lexicon.entries.get(name)
    return found if found is not None else lexicon.entries[lexicon.joined[name]]


def _is_sure(word: str, nearest: Sequence[str]) -> bool:
    """Short words bear little: "iarn" has Iran's letters; "cubx" may be anything, and so may "rhina" without its first letter."""
    if any(sorted(word) == sorted(name) for name in nearest):
        return True
    if len(word) < _ONE_ERROR_FROM:
        return False
    return len(word) >= _FIRST_LETTER_FROM or any(word[0] == name[0] for name in nearest)


def _two_errors(word: str, lexicon: Lexicon) -> Near | None:
    """Of names two errors away only a state's own, with the right first letter: "buthan", "singapoor"."""
    main = _close(word, [lexicon.main_by_start.get(f"{word[0]}{len(word) + longer}", ()) for longer in range(-2, 3)], 2)
    if not main:
        return None
    entry = together([_entry(name, lexicon) for name in _names_within(word, lexicon, 2)])
    if entry is None:
        return None
    return Near(entry, sure=len(entry.codes) == 1 and not _has_rival_within(word, entry, 3, lexicon))


def _has_rival_within(word: str, entry: Entry, reach: int, lexicon: Lexicon) -> bool:
    rivals = lexicon.rivals.get(entry.codes[0])
    if not rivals:
        return False
    return any(code in rivals for name in _names_within(word, lexicon, reach) for code in _entry(name, lexicon).codes)
