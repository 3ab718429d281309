"""The curated member states, groups and their names -> values. The files are store/data/members.json, groups.json, names.json.

Dates of admission are those of https://www.un.org/en/about-us/member-states; where the library's record runs ahead of a
change of name, the state's own date is kept, and the record's spelling is still recognised.
"""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, cast

from store.facts import Group, GroupSpan, MemberState, NamePeriod


@dataclass(frozen=True, slots=True)
class Members:
    """Every member state since 1945, and the groups that people ask about. Read only.

    `notes` holds what a careful desk says about a membership, under the code ("CHN": who held the seat until 1971).
    From an imported file of names come, under the code, `also`, further English names, and `foreign`, those in other languages;
    and under a name of the day `translations`, by language, and `usual`, the curated name where it is but another form of it.
    """

    by_code: Mapping[str, MemberState]
    groups: Mapping[str, Group]
    notes: Mapping[str, str]
    recorded: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    foreign: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)

    def state(self, code: str) -> MemberState:
        """The state under this code; KeyError for a code that was never a member's."""
        return self.by_code[code]

    def name_on(self, code: str, day: dt.date) -> str:
        """The official short name on that day ("Upper Volta")."""
        return self.by_code[code].name_on(day)

    def was_member(self, code: str, day: dt.date) -> bool:
        """Whether it was a member of the United Nations on that day."""
        return self.by_code[code].was_member(day)

    def members_on(self, day: dt.date) -> tuple[str, ...]:
        """Codes of all members of the United Nations on that day, in alphabetical order of the codes."""
        return tuple(code for code, state in self.by_code.items() if state.was_member(day))

    def by_recorded_name(self, name: str) -> str | None:
        """The code that a name in an official file stands for, whatever its case, accents or punctuation; None if unknown.

        `by_recorded_name("TÜRKÝYE") == "TUR"`, `by_recorded_name("LAO PEOPLE's DEMOCRATIC REPUBLIC") == "LAO"`.
        """
        return self.recorded.get(recorded_form(name))


@cache
def load_members() -> Members:
    """The data that ship with the package, checked. ValueError names the entry that does not hold together."""
    entries = _read("members.json")["members"]
    states = {entry["code"]: _state(entry) for entry in entries}
    _check(states)
    groups = {entry["key"]: _group(entry, states) for entry in _read("groups.json")["groups"]}
    return Members(
        by_code=MappingProxyType(states),
        groups=MappingProxyType(groups),
        notes=MappingProxyType({entry["code"]: entry["note"] for entry in entries if "note" in entry}),
        recorded=MappingProxyType(_recorded_names(entries, states)),
    )


@cache
def load_names() -> Mapping[str, Any]:
    """store/data/names.json as it is: what people call the states, by kind of name. `bot.understand.lexicon` reads it."""
    return MappingProxyType(_read("names.json"))


@cache
def load_foreign_names() -> Mapping[str, tuple[str, ...]]:
    """Names of the member states in other languages, from Unicode CLDR, under the code."""
    return MappingProxyType({key: tuple(names) for key, names in _read("foreign_names.json").items() if key != "_"})


@cache
def load_plain_words() -> frozenset[str]:
    """English words and surnames that look like a misspelt name of a state and are none ("austere", "cameron")."""
    return load_words("plain_words.txt")


def load_words(file: str) -> frozenset[str]:
    """The words of a list in store/data, without its comments."""
    lines = resources.files("store").joinpath("data", file).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def recorded_form(name: str) -> str:
    """A name without case, diacritics and punctuation, words in order: how names in files are compared."""
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return " ".join("".join(c if c.isalnum() else " " for c in bare.replace("'", "")).split())


def _read(file: str) -> dict[str, Any]:
    text = resources.files("store").joinpath("data", file).read_text(encoding="utf-8")
    return cast(dict[str, Any], json.loads(text))


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _state(entry: Mapping[str, Any]) -> MemberState:
    return MemberState(
        code=entry["code"],
        short=entry["short"],
        admitted=dt.date.fromisoformat(entry["admitted"]),
        ended=_day(entry.get("ended")),
        names=tuple(NamePeriod(name, _day(first), _day(last)) for name, first, last in entry["names"]),
        predecessors=tuple(entry.get("predecessors", ())),
        successors=tuple(entry.get("successors", ())),
        gaps=tuple((dt.date.fromisoformat(a), dt.date.fromisoformat(b)) for a, b in entry.get("gaps", ())),
    )


def _group(entry: Mapping[str, Any], states: Mapping[str, MemberState]) -> Group:
    spans = tuple(GroupSpan(code, _day(first), _day(last)) for code, first, last in entry["spans"])
    for span in spans:
        if span.code not in states:
            raise ValueError(f"groups.json, {entry['key']}: {span.code} is no member state's code")
        if span.first and span.last and span.first > span.last:
            raise ValueError(f"groups.json, {entry['key']}: {span.code} leaves before it joins")
    names = tuple(entry["names"])
    return Group(entry["key"], entry["name"], names, spans, entry["source"], entry.get("note"))


def _check(states: Mapping[str, MemberState]) -> None:
    """Names follow each other without gap or overlap; every code named exists."""
    for code, state in states.items():
        for before, after in zip(state.names, state.names[1:], strict=False):
            if before.last is None or after.first != before.last + dt.timedelta(days=1):
                raise ValueError(f"members.json, {code}: {after.name} does not follow {before.name} by a day")
        if not state.names or state.names[-1].last is not None:
            raise ValueError(f"members.json, {code}: the last name needs no last day")
        for other in (*state.predecessors, *state.successors):
            if other not in states:
                raise ValueError(f"members.json, {code}: {other} is no member state's code")


def _recorded_names(entries: list[dict[str, Any]], states: Mapping[str, MemberState]) -> dict[str, str]:
    """Every form under which an official file may list a state -> its code."""
    forms: dict[str, str] = {}
    for entry in entries:
        code = entry["code"]
        state = states[code]
        for name in (*(period.name for period in state.names), state.short, *entry.get("recorded", ())):
            taken = forms.setdefault(recorded_form(name), code)
            if taken != code:
                raise ValueError(f"members.json: {name} stands for {taken} and for {code}")
    return forms
