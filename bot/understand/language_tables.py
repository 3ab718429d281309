"""The curated words of five languages (store/data/languages.json) -> marks, phrases, roots and compounds to read by."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("fr", "es", "de", "pt", "it")

Reading = tuple[tuple[str, str], ...]
"""English words, each with its part in the sentence (see `bot.understand.english_order.Item`)."""

_MOST_WORDS_OF_A_PHRASE = 8


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs of several words, "n'a-t-elle pas voté": before the auxiliary, the auxiliaries, between, and the participles."""

    before: frozenset[str]
    auxiliaries: frozenset[str]
    between: frozenset[str]
    participles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """One language: phrases of folded words, phrases of roots, and for the first word of each the longest that begins so."""

    phrases: Mapping[str, Reading]
    longest: Mapping[str, int]
    roots: Mapping[str, Reading]
    longest_roots: Mapping[str, int]
    root_of: Callable[[str], str]
    verbs: Verbs | None
    splits_compounds: bool


SHORTEST_COMPOUND = 7
_SHORTEST_TELLING = 12
_SHORTEST_ROOT = 4
_GERMAN_ENDING = re.compile(r"(?:ern|en|er|es|em|e|n|s)$")
_ROMANCE_ENDINGS = {
    "fr": (re.compile(r"e*[sx]?$"),),
    "es": (re.compile(r"s$"), re.compile(r"[aeo]$")),
    "pt": (re.compile(r"s$"), re.compile(r"[aeo]$")),
    "it": (re.compile(r"[aeio]$"),),
}
_PORTUGUESE_PLURALS = (("oes", "ao"), ("aes", "ao"), ("ais", "al"), ("eis", "el"))


@cache
def _written() -> Any:
    return json.loads((files("store") / "data" / "languages.json").read_text(encoding="utf-8"))


@cache
def marks_of_languages() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For a folded word the languages that it speaks for, strongly (2) or weakly (1)."""
    found: dict[str, list[tuple[str, int]]] = {}
    for language, words in _written()["marks"].items():
        for weight, kind in ((2, "strong"), (1, "weak")):
            for word in words[kind].split():
                found.setdefault(word, []).append((language, weight))
    return {word: tuple(marks) for word, marks in found.items()}


@cache
def names_of_states() -> Mapping[str, tuple[str, ...]]:
    """Names of states of one word that English spells otherwise, and whose they are."""
    english_too = {word for row in _written()["states"] for word in row[0].split()}
    english_too.update(_written()["marks"]["en"]["weak"].split())
    found: dict[str, list[str]] = {}
    for _, *others in _written()["states"]:
        for language, names in zip(LANGUAGES, others, strict=True):
            for name in names.split("|"):
                if " " not in name and name not in english_too:
                    found.setdefault(name, []).append(language)
    return {name: tuple(languages) for name, languages in found.items()}


@cache
def table_of(language: str) -> Table:
    written, column = _written(), LANGUAGES.index(language) + 1
    root_of = _root_of(language)
    phrases: dict[str, Reading] = {}
    roots: dict[str, Reading] = {}
    for english, alternatives in written["grammar"][language].items():
        reading = _reading(english)
        for phrase in alternatives.split("|"):
            phrases.setdefault(phrase, reading)
    for rows, part in (("states", "n"), ("topics", "")):
        for row in written[rows]:
            reading = tuple((word, part) for word in row[0].split())
            for phrase in row[column].split("|"):
                phrases.setdefault(phrase, reading)
                roots.setdefault(" ".join(map(root_of, phrase.split())), reading)
    verbs = written["verbs"].get(language)
    return Table(
        phrases=phrases,
        longest=_longest(phrases),
        roots=roots,
        longest_roots=_longest(roots),
        root_of=root_of,
        verbs=Verbs(
            frozenset(verbs["before"].split("|")),
            frozenset(verbs["auxiliaries"].split("|")),
            frozenset(verbs["between"].split("|")),
            {phrase: english for english, found in verbs["participles"].items() for phrase in found.split("|")},
        )
        if verbs
        else None,
        splits_compounds=language == "de",
    )


def _reading(english: str) -> Reading:
    """ "how/q voted/v" -> (("how", "q"), ("voted", "v"))."""
    pairs = (word.partition("/") for word in english.split())
    return tuple((word, part) for word, _, part in pairs)


def _longest(phrases: Mapping[str, Reading]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, length = phrase.partition(" ")[0], phrase.count(" ") + 1
        if length > longest.get(first, 1):
            longest[first] = min(length, _MOST_WORDS_OF_A_PHRASE)
    return longest


def _root_of(language: str) -> Callable[[str], str]:
    """The function that takes the ending off a folded word of that language, so that cases, genders and numbers meet."""
    if language == "de":
        return lru_cache(maxsize=4096)(lambda word: _shortened(word, _GERMAN_ENDING))
    endings = _ROMANCE_ENDINGS[language]
    plurals = _PORTUGUESE_PLURALS if language == "pt" else ()

    @lru_cache(maxsize=4096)
    def root(word: str) -> str:
        for plural, singular in plurals:
            if word.endswith(plural) and len(word) > len(plural) + 1:
                word = word.removesuffix(plural) + singular
        for ending in endings:
            word = _shortened(word, ending)
        return word

    return root


def _shortened(word: str, ending: re.Pattern[str]) -> str:
    short = ending.sub("", word, count=1)
    return short if len(short) >= _SHORTEST_ROOT else word


def without_digraphs(word: str, table: Table) -> str:
    """ "Oesterreich" -> "osterreich", where that is a known word."""
    if "e" not in word or word in table.phrases:
        return word
    plain = _DIGRAPH.sub(r"\1", word)
    return plain if plain != word and (plain in table.phrases or table.root_of(plain) in table.roots) else word


_DIGRAPH = re.compile(r"([aou])e")


@lru_cache(maxsize=2048)
def compound_reading(word: str) -> Reading | None:
    """The readings of the parts of a German compound, in their order: "gazaabstimmung" -> gaza, vote."""
    for cut in range(len(word) - 3, 2, -1):
        left = _part_reading(word[:cut], last=False)
        if left is None:
            continue
        rest = word[cut:]
        right = _part_reading(rest, last=True) or (compound_reading(rest) if len(rest) >= SHORTEST_COMPOUND else None)
        if right is not None:
            return left + right
    return None


def is_compound(word: str) -> bool:
    """Whether a word is a long German compound of known words, as no English word is: "streumunitionsresolution"."""
    return len(word) >= _SHORTEST_TELLING and word.isalpha() and word.isascii() and compound_reading(word) is not None


def _part_reading(word: str, *, last: bool) -> Reading | None:
    table = table_of("de")
    forms = (word,) if last else (word, *(word.removesuffix(link) for link in ("s", "n", "en", "es") if word.endswith(link)))
    for form in forms:
        reading = table.phrases.get(form) if len(form) >= _SHORTEST_ROOT else None
        if reading is None and len(form) >= _SHORTEST_ROOT:
            reading = table.roots.get(table.root_of(form))
        if reading and all(part in ("", "n", "s") for _, part in reading):
            return tuple((word, "" if part == "s" else part) for word, part in reading)
    return None
