"""Members and their curated names -> one table of every name that a reader may use, folded, with what it stands for.

Built once at start; nothing here reads a question. `bot.understand.members` does, with this.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from store.members import Members, load_foreign_names, load_names, load_plain_words
from store.name_keys import name_key

_SPOKEN_IN_SMALL_LETTERS = frozenset({"eu", "g7", "g8", "g20", "p5", "e10", "e3", "v4", "gcc", "oic", "sco", "cis"})
_ONE_OF = ((" states", " state"), (" countries", " country"), (" nations", " nation"), (" members", " member"))
_SHORTEST_RESPELT = 4
_BY_DAY, _FORMER = "day", "former"
_NOT_LATIN = re.compile(r"[^\x00-\u024f]")
_CYRILLIC_ENDING = re.compile(r"[аеёиоуыэюяйь]{1,2}$")


@dataclass(frozen=True, slots=True)
class NonMember:
    """Somebody without a vote. `codes` are member states that it is part of or was; `until` their last day as its own seat."""

    name: str
    kind: str
    note: str
    codes: tuple[str, ...] = ()
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: states, a group, or somebody without a vote; none of these for a phrase that holds no voter.

    `by_day`, `as_former` and `adjective` are those of `bot.question.MemberMention`. `main`: an English name of the state itself.
    """

    codes: tuple[str, ...] = ()
    by_day: bool = False
    as_former: bool = False
    adjective: bool = False
    main: bool = False
    group: str | None = None
    non_member: NonMember | None = None

    @property
    def names_somebody(self) -> bool:
        """False for a fixed phrase in which a name is no voter ("Paris Agreement")."""
        return bool(self.codes or self.group or self.non_member)

    @property
    def target(self) -> object:
        """Equal for names that stand for the same."""
        return self.group or self.non_member or (self.codes, self.by_day)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every name, as `store.name_keys` folds it, and the tables that finding misspelt ones takes. Never changed once built.

    `longest`: for a first word, the number of words of the longest name. `joined`: names of several words written as one
    ("newzealand"). `holding`: for each of a name's longest words, the names; `holding_by_length`: those words by their length.
    `by_length`: names of n letters, blanks left out; `main_by_start`: the states' own English ones, under first letter and
    length ("h7"). `capitals`: what is read in capitals only; of these `clear_codes` mean nothing else, and
    `abbreviations` nothing else in a text that has small letters too. `ordinary`: names that are also words;
    `only_in_their_language`: foreign ones that are English words ("Island").
    `plain_words`: never a misspelt name. `rivals`: states whose names are easily taken for each other's.
    """

    entries: Mapping[str, Entry]
    longest: Mapping[str, int]
    joined: Mapping[str, str]
    holding: Mapping[str, tuple[tuple[str, ...], ...]]
    holding_by_length: Mapping[int, tuple[str, ...]]
    by_length: Mapping[int, tuple[str, ...]]
    main_by_start: Mapping[str, tuple[str, ...]]
    capitals: Mapping[str, Entry]
    clear_codes: frozenset[str]
    abbreviations: frozenset[str]
    flags: Mapping[str, Entry]
    small_codes: Mapping[str, Entry]
    cyrillic: Mapping[str, Entry]
    ordinary: frozenset[str]
    only_in_their_language: frozenset[str]
    plain_words: frozenset[str]
    rivals: Mapping[str, frozenset[str]]
    short: Mapping[str, str]


def build_lexicon(members: Members) -> Lexicon:
    """Put every name into the tables. Where two readings claim one name, the first of `_all_names` has it."""
    names = load_names()
    entries: dict[str, Entry] = {}
    capitals: dict[str, Entry] = {}
    for text, entry in _all_names(members, names):
        key = text.lower() if text.isascii() and text.replace(" ", "").isalnum() else name_key(text)
        if _in_capitals_only(text, key, entry):
            capitals.setdefault(text, entry)
        elif key and (not key.startswith("the ") or key[4:] not in entries):
            entries.setdefault(key, entry)
    by_code = {code: _of_state(members, code) for code in members.by_code}
    for text, codes in names["capitals_only"].items():
        capitals[text] = replace(by_code[codes[0]], codes=tuple(codes))
    iso = {two: by_code[code] for two, code in names["iso2"].items()}
    flags = {**iso, "EU": entries["eu"], **{letters: entries[name] for letters, name in _FLAGS_OF_OTHERS.items()}}
    for code, entry in by_code.items():
        capitals.setdefault(code, _GERMANY_CODE if code == "GER" else entry)
    for code, entry in iso.items():
        capitals.setdefault(code, entry)
    words = frozenset(names["codes_that_are_words"])
    return Lexicon(
        entries=entries,
        capitals=capitals,
        clear_codes=frozenset(names["clear_codes"]),
        abbreviations=frozenset(names["capitals_only"]),
        flags=flags,
        # The code of a state that is new to this program may be any word.
        small_codes={code.lower(): capitals[code] for code in names["states"] if code not in words},
        cyrillic=_cyrillic_stems(entries),
        ordinary=frozenset(names["ordinary"]),
        only_in_their_language=frozenset(names["only_in_their_language"]),
        plain_words=load_plain_words(),
        rivals=_rivals(names["confusable"]),
        short={code: state.short for code, state in members.by_code.items()},
        **_tables(entries),
    )


_FLAGS_OF_OTHERS = {
    "PS": "palestine",
    "VA": "vatican",
    "XK": "kosovo",
    "TW": "taiwan",
    "HK": "hong kong",
    "MO": "macau",
    "PR": "puerto rico",
    "gbeng": "england",
    "gbsct": "scotland",
    "gbwls": "wales",
}
# Sports and news write GER for Germany of any time.
_GERMANY_CODE = Entry(codes=("DEU", "GER"), by_day=True)


def _of_state(members: Members, code: str, *, adjective: bool = False, main: bool = False) -> Entry:
    return Entry((code,), as_former=members.by_code[code].ended is not None, adjective=adjective, main=main)


def _all_names(members: Members, names: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Every name with its reading, the surest reading of a name first."""
    for phrase in names["fixed_phrases"]:
        yield phrase, Entry()
    for shared in names["shared"]:
        entry = Entry(
            tuple(shared["codes"]),
            by_day=shared["reading"] == _BY_DAY,
            as_former=shared["reading"] == _FORMER,
            adjective=shared.get("adjective", False),
        )
        yield from ((word, entry) for word in shared["words"])
    for code, state in members.by_code.items():
        entry = _of_state(members, code, main=True)
        yield state.short, entry
        yield from ((period.name, entry) for period in state.names)
        yield from ((name, entry) for name in names["states"].get(code, {}).get("names", ()))
        yield from ((name, entry) for name in members.also.get(code, ()))
    yield from _others_without_a_vote(names["non_members"], _since_admitted(members, names))
    for group in members.groups.values():
        entry = Entry(group=group.key)
        yield from ((name, entry) for name in group.names)
        # "not one African state", "no Nordic country"
        yield from (
            (name.removesuffix(many) + one, entry) for name in group.names for many, one in _ONE_OF if name.endswith(many)
        )
    yield from _words_about_states(members, names["states"])


def _words_about_states(members: Members, states: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, Entry]]:
    for code, kinds in states.items():
        entry = _of_state(members, code)
        about = _of_state(members, code, adjective=True)
        for kind in ("people", "seats", "foreign"):
            yield from ((word, entry) for word in kinds.get(kind, ()))
        yield from ((word, about) for word in kinds.get("adjectives", ()))
    foreign = load_foreign_names()
    for code in members.by_code:
        entry = _of_state(members, code)
        yield from ((word, entry) for word in (*foreign.get(code, ()), *members.foreign.get(code, ())))
    for code, kinds in states.items():
        about = _of_state(members, code, adjective=True)
        yield from ((word, about) for word in kinds.get("foreign_adjectives", ()))


def _since_admitted(members: Members, names: Mapping[str, Any]) -> dict[str, str]:
    """Names of states that are members and have none of the curated names, and their codes."""
    new = [state for code, state in members.by_code.items() if code not in names["states"]]
    return {name_key(name): state.code for state in new for name in (state.short, *members.also.get(state.code, ()))}


def _others_without_a_vote(rows: Iterable[Mapping[str, Any]], admitted: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """`admitted`: names of those that have become member states since they were listed, and the codes."""
    for row in rows:
        if row["name"] and (code := admitted.get(name_key(row["name"]))):
            for kind in ("words", "adjectives"):
                yield from ((word, Entry((code,), adjective=kind == "adjectives")) for word in row.get(kind, ()))
            continue
        until = dt.date.fromisoformat(row["until"]) if "until" in row else None
        one = NonMember(row["name"], row["kind"], row["note"], tuple(row.get("codes", ())), until)
        for kind in ("words", "adjectives"):
            for word in row.get(kind, ()):
                # Rows that list many places of one kind have no name of their own.
                this = one if one.name else replace(one, name=word)
                yield word, Entry(adjective=kind == "adjectives", non_member=this)


def _in_capitals_only(text: str, key: str, entry: Entry) -> bool:
    abbreviation = len(text) <= 3 and text.isalpha() and text.isupper()
    return entry.group is not None and abbreviation and key not in _SPOKEN_IN_SMALL_LETTERS


def _tables(entries: Mapping[str, Entry]) -> dict[str, Any]:
    longest: dict[str, int] = {}
    joined: dict[str, str] = {}
    holding: dict[str, list[tuple[str, ...]]] = {}
    by_length: dict[int, dict[str, None]] = {}
    main_by_start: dict[str, dict[str, None]] = {}
    for name, entry in entries.items():
        squeezed = name
        if " " in name:
            parts = tuple(name.split(" "))
            longest[parts[0]] = max(longest.get(parts[0], 1), len(parts))
            if not entry.names_somebody or parts[0] == "the":
                continue
            squeezed = name.replace(" ", "")
            joined.setdefault(squeezed, name)
            for word in _telling_words(parts):
                holding.setdefault(word, []).append(parts)
        if len(squeezed) >= _SHORTEST_RESPELT and squeezed.isalpha() and not _NOT_LATIN.search(squeezed):
            by_length.setdefault(len(squeezed), {})[squeezed] = None
            if entry.main:
                main_by_start.setdefault(f"{squeezed[0]}{len(squeezed)}", {})[squeezed] = None
    holding_by_length: dict[int, list[str]] = {}
    for word in holding:
        holding_by_length.setdefault(len(word), []).append(word)
    return {
        "longest": longest,
        "joined": joined,
        "holding": {word: tuple(names) for word, names in holding.items()},
        "holding_by_length": {length: tuple(words) for length, words in holding_by_length.items()},
        "by_length": {length: tuple(names) for length, names in by_length.items()},
        "main_by_start": {start: tuple(names) for start, names in main_by_start.items()},
    }


def _telling_words(parts: tuple[str, ...]) -> list[str]:
    """The two longest words of a name, and a third if it is long: with an error in one, another still leads to the name."""
    ordered = sorted(set(parts), key=len)
    return ordered[-2:] + [word for word in ordered[-3:-2] if len(word) > _SHORTEST_RESPELT]


def _cyrillic_stems(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Russian names without their ending, so that every case of them is found: "венгр" for "Венгрию"."""
    russian = ((name, entry) for name, entry in entries.items() if "а" <= name[0] <= "я" and " " not in name)
    return {stem: entry for name, entry in russian if len(stem := _CYRILLIC_ENDING.sub("", name)) >= 3}


def _rivals(sets: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    rivals: dict[str, set[str]] = {}
    for confusable in sets:
        codes = set(confusable)
        for code in codes:
            rivals.setdefault(code, set()).update(codes - {code})
    return {code: frozenset(others) for code, others in rivals.items()}
