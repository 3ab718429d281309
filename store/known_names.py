"""What every curated name stands for, for whoever brings further names: the importer of the library's names of member states."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain

from store.members import Members, load_foreign_names, load_members, load_names, load_plain_words, load_words
from store.name_keys import name_key
from store.vote_names import load_thesaurus

_OF_MANY_NAMES = frozenset(
    {"republic", "kingdom", "union", "federation", "confederation", "commonwealth", "state", "states", "island", "islands"}
    | {"democratic", "socialist", "people", "peoples", "united", "federal", "arab", "islamic", "country", "nation", "nations"}
    | {"government", "member", "members", "territory", "empire", "sultanate", "emirate", "principality", "duchy", "realm"}
    | {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new", "old", "great", "upper"}
    | {"lower", "former", "royal", "free", "autonomous", "revolutionary", "bolivarian", "plurinational", "the", "of", "and"}
)
"""Words of many names: alone and among each other they name nobody ("South" in a list with "Korea, South")."""

_SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")
_WORD_LISTS = ("stopwords.txt", "question_words.txt", "light_words.txt")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a name stands for: member states; somebody without a vote, who may become a member; or a group or a fixed phrase."""

    codes: frozenset[str] = frozenset()
    without_vote: str | None = None
    phrase: str | None = None


class KnownNames:
    """Every curated name, under its key, and the ordinary words that a name must not be."""

    def __init__(self, members: Members) -> None:
        self._members = members
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._english: dict[str, set[str]] = defaultdict(set)
        self._without_vote: dict[str, str] = {}
        names = load_names()
        for name, code in _names_of_states(members):
            self._codes[name_key(name)].add(code)
            self._english[name_key(name)].add(code)
        for name, code in _other_words_for_states():
            self._codes[name_key(name)].add(code)
        for row in names["shared"]:
            for name in row["words"]:
                self._codes[name_key(name)].update(row["codes"])
        for row in names["non_members"]:
            for name in chain(row.get("words", ()), row.get("adjectives", ())):
                self._without_vote[name_key(name)] = f"{row['name'] or name}, which has no vote"
        self._phrases = {name_key(phrase): "a fixed phrase" for phrase in names["fixed_phrases"]}
        self._phrases |= {name_key(name): f"the group {group.name}" for group in members.groups.values() for name in group.names}
        in_thesaurus = {phrase[0] for phrase in load_thesaurus().phrases if len(phrase) == 1}
        self._words = frozenset(chain(load_plain_words(), in_thesaurus, _of_titles(), *(map(load_words, _WORD_LISTS))))

    def says_nobody(self, key: str) -> bool:
        """Whether the name with this key is an ordinary word, or made of nothing but words of many names."""
        return key in self._words or _OF_MANY_NAMES.issuperset(key.split())

    def english(self, name: str) -> Standing:
        """The states that an English name is a name of, as official files write it or as people say it."""
        recorded = self._members.by_recorded_name(name)
        codes = {recorded} if recorded is not None else self._english.get(name_key(name), ())
        return Standing(frozenset(codes))

    def all(self, key: str) -> Standing:
        """Everything that the name with this key stands for, in any language."""
        return Standing(frozenset(self._codes.get(key, ())), self._without_vote.get(key), self._phrases.get(key))

    def any(self, name: str) -> bool:
        """Whether the name is one at all."""
        return self.all(name_key(name)) != Standing()


@cache
def load_known_names() -> KnownNames:
    """Those that ship with the package."""
    return KnownNames(load_members())


def _of_titles() -> Iterator[str]:
    """Words that the titles of the starter record have in small letters; names have none."""
    text = resources.files("store").joinpath("data", "starter.json").read_text(encoding="utf-8")
    for entry in json.loads(text)["roll_calls"]:
        yield from _SMALL_WORD.findall(entry["title"])


def _names_of_states(members: Members) -> Iterator[tuple[str, str]]:
    for code, state in members.by_code.items():
        yield state.short, code
        yield from ((period.name, code) for period in state.names)
        yield from ((name, code) for name in load_names()["states"][code].get("names", ()))


def _other_words_for_states() -> Iterator[tuple[str, str]]:
    for code, kinds in load_names()["states"].items():
        yield from ((word, code) for kind, words in kinds.items() if kind != "names" for word in words)
    for code, names in load_foreign_names().items():
        yield from ((name, code) for name in names)
