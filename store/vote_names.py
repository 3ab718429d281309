"""Curated names of votes and synonyms of topics: store/data/vote_names.json and thesaurus.json -> values to look up.

vote_names.json is a list of entries, one a line: `key`, `label` (for readers), `kind`, `names` (as people type them, folded), and
  vote     `symbols` (one decision, or the parts of one), `date` (ISO 8601)
  series   one text put to the vote again and again: `body`, `title` and `not_title` (regular expressions for titles as
           `plain_title` gives them), `symbols` and `not_symbols` (texts that belong though named otherwise, and the reverse),
           `first` and `last` (days, inclusive)
  cluster  one name for several votes, of which the reader chooses: `symbols`, and `parts` (keys of series that belong to it)
  elsewhere  a decision of states that no body of the record took: `date`, `taken_by`, `tally` (yes, no, abstentions; none where
           there was no vote), `source`; `also`: the key of the entry whose names may mean it
Symbols are spelled as in the record. A name belongs to one entry, and is never the bare name of a state or of a wide topic.

thesaurus.json is a list of groups: {"say", "record"} says that the record has the second for the first, {"same"} that each of
the phrases may stand for every other. The words of all phrases are folded.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, cast

from store.errors import StoreError
from store.facts import Body, Kind, RollCall, Tally
from store.words import fold

Phrase = tuple[str, ...]
NameKind = Literal["vote", "series", "cluster", "elsewhere"]

_KINDS = frozenset({"vote", "series", "cluster", "elsewhere"})
_DATED = frozenset({"vote", "elsewhere"})
_WHOLE_TEXTS = frozenset({Kind.RESOLUTION, Kind.DECISION})
_COUNCIL_OPENING = re.compile(r"^security council resolution \d+ \(\d+\)?\W*(?:on )?|^\W*on ")
# Endings as the catalogue writes them, misspellings included: " : resolution / adopted by the General Assemly".
_ENDING = re.compile(r"resol\w*\s*/")


@dataclass(frozen=True, slots=True)
class Rule:
    """Which roll calls of one body are the same text through the years; patterns are tried on `plain_title`."""

    body: Body
    title: tuple[str, ...]
    not_title: tuple[str, ...]
    symbols: frozenset[str]
    not_symbols: frozenset[str]
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Who decided, if no body of the record did, and how. `tally`: None where there was no vote. `also`: another entry's key."""

    taken_by: str
    tally: Tally | None
    source: str
    also: str | None


@dataclass(frozen=True, slots=True)
class VoteName:
    """A vote, series or cluster that people have names for. `series`: one rule, of a cluster one for each part, else None."""

    key: str
    label: str
    kind: NameKind
    names: tuple[str, ...]
    symbols: tuple[str, ...]
    date: dt.date | None
    series: tuple[Rule, ...] | None
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class VoteNames:
    """`entries` by key; `phrases`: the words of a name -> the key of the one entry that bears it."""

    entries: Mapping[str, VoteName]
    phrases: Mapping[Phrase, str]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """`phrases`: words of a topic -> phrases that may stand for them in the record, best first."""

    phrases: Mapping[Phrase, tuple[Phrase, ...]]


class CuratedDataError(StoreError):
    """A curated file that contradicts itself; it can only come from an edit of that file."""


@cache
def load_vote_names() -> VoteNames:
    """The names of votes that come with the program. Raises `CuratedDataError`, naming the entry at fault."""
    return read_vote_names(json.loads(_text("vote_names.json")))


@cache
def load_thesaurus() -> Thesaurus:
    """The synonyms that come with the program. Raises `CuratedDataError`, naming the group at fault."""
    return read_thesaurus(json.loads(_text("thesaurus.json")))


def read_vote_names(rows: Sequence[Mapping[str, Any]]) -> VoteNames:
    """Entries as the file holds them -> `VoteNames`."""
    rules = {row["key"]: _rule(row) for row in rows if row["kind"] == "series"}
    entries: dict[str, VoteName] = {}
    phrases: dict[Phrase, str] = {}
    for row in rows:
        entry = _entry(row, rules)
        if entry.key in entries:
            raise CuratedDataError(f"vote_names.json: the key {entry.key} is there twice")
        entries[entry.key] = entry
        for name in entry.names:
            phrase = tuple(name.split())
            if phrases.setdefault(phrase, entry.key) != entry.key:
                raise CuratedDataError(f'vote_names.json: "{name}" names both {phrases[phrase]} and {entry.key}')
    return VoteNames(MappingProxyType(entries), MappingProxyType(phrases))


def read_thesaurus(groups: Sequence[Mapping[str, Sequence[str]]]) -> Thesaurus:
    """Groups as the file holds them -> `Thesaurus`. A phrase that several groups know has the alternatives of all."""
    found: dict[Phrase, dict[Phrase, None]] = {}
    for group in groups:
        match group:
            case {"say": say, "record": record} if len(group) == 2:
                pairs = [(_phrase(s), _phrase(r)) for s in say for r in record]
            case {"same": same} if len(group) == 1:
                pairs = [(_phrase(a), _phrase(b)) for a in same for b in same]
            case _:
                raise CuratedDataError(f'thesaurus.json: a group has "say" and "record", or "same": {sorted(group)}')
        for said, meant in pairs:
            if said != meant:
                found.setdefault(said, {}).setdefault(meant)
    return Thesaurus(MappingProxyType({said: tuple(meant) for said, meant in found.items()}))


def series_members(entry: VoteName, roll_calls: Iterable[RollCall]) -> tuple[RollCall, ...]:
    """The roll calls that belong to a series, or to a cluster of series, oldest first. Amendments, paragraphs, drafts do not."""
    return SeriesTexts(roll_calls).members(entry)


class SeriesTexts:
    """Roll calls by their symbols and plain titles, so that a rule tries its patterns but once on a title of many years."""

    def __init__(self, roll_calls: Iterable[RollCall]) -> None:
        self._by_symbol: dict[str, list[RollCall]] = {}
        self._of_body: dict[Body, list[RollCall]] = {body: [] for body in Body}
        self._by_title: dict[Body, dict[str, list[RollCall]]] = {}
        for roll_call in roll_calls:
            self._by_symbol.setdefault(roll_call.symbol, []).append(roll_call)
            if roll_call.kind in _WHOLE_TEXTS:
                self._of_body[roll_call.body].append(roll_call)

    def members(self, entry: VoteName) -> tuple[RollCall, ...]:
        """What `series_members` gives."""
        rules = entry.series or ()
        symbols = frozenset(entry.symbols).union(*(rule.symbols for rule in rules))
        found = [r for symbol in symbols for r in self._by_symbol.get(symbol, ())]
        found.extend(r for rule in rules for r in self._titled(rule))
        return tuple(sorted(dict.fromkeys(found), key=lambda r: (r.date, r.symbol)))

    def _titled(self, rule: Rule) -> Iterator[RollCall]:
        if not rule.title:
            return
        wanted, unwanted = _any_of(rule.title), _any_of(rule.not_title) if rule.not_title else None
        for title, roll_calls in self._titles(rule.body).items():
            if wanted.search(title) and not (unwanted and unwanted.search(title)):
                yield from (r for r in roll_calls if _fits_apart_from_title(rule, r))

    def _titles(self, body: Body) -> Mapping[str, Sequence[RollCall]]:
        """Made for one body when first asked for: making the titles plain is what a first question would wait for."""
        if body not in self._by_title:
            titles = self._by_title[body] = {}
            for roll_call in self._of_body[body]:
                titles.setdefault(plain_title(roll_call.title), []).append(roll_call)
        return self._by_title[body]


def plain_title(title: str) -> str:
    """A catalogue title as the patterns see it: folded, without the opening and the ending that all titles of a body share.

    "The right to food : resolution / adopted by the General Assembly" -> "the right to food";
    "Security Council resolution 2797 (2025) [on extension of the mandate ...]" -> "extension of the mandate ...".
    """
    folded = " ".join(fold(title).split())
    if (opening := _COUNCIL_OPENING.match(folded)) is not None:
        folded = folded[opening.end() :]
    if (ending := _ENDING.search(folded)) is not None:
        folded = folded[: ending.start()].removesuffix("draft ").rstrip(" :;.")
    return folded.strip(" .:[]()")


def _fits_apart_from_title(rule: Rule, roll_call: RollCall) -> bool:
    in_time = (rule.first is None or rule.first <= roll_call.date) and (rule.last is None or roll_call.date <= rule.last)
    return in_time and roll_call.symbol not in rule.not_symbols


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns))


def _entry(row: Mapping[str, Any], rules: Mapping[str, Rule]) -> VoteName:
    key, kind = row["key"], row["kind"]
    if kind not in _KINDS or not row["names"]:
        raise CuratedDataError(f"vote_names.json: {key} needs a kind and a name")
    symbols = tuple(row.get("symbols", ()))
    series: tuple[Rule, ...] | None = None
    if kind == "series":
        series = (rules[key],)
    elif not (symbols or row.get("parts") or kind == "elsewhere"):
        raise CuratedDataError(f"vote_names.json: {key} stands for no vote")
    elif parts := row.get("parts"):
        if unknown := [p for p in parts if p not in rules]:
            raise CuratedDataError(f"vote_names.json: {key} has parts that are no series: {', '.join(unknown)}")
        series = tuple(rules[p] for p in parts)
    date = _day(row.get("date"))
    if (kind in _DATED) != (date is not None):
        raise CuratedDataError(f"vote_names.json: {key}: a date belongs to a vote, and to nothing else")
    elsewhere = _elsewhere(row) if kind == "elsewhere" else None
    return VoteName(key, row["label"], cast(NameKind, kind), tuple(row["names"]), symbols, date, series, elsewhere)


def _elsewhere(row: Mapping[str, Any]) -> Elsewhere:
    return Elsewhere(row["taken_by"], Tally(*row["tally"]) if "tally" in row else None, row["source"], row.get("also"))


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(
        body=Body(row["body"]),
        title=tuple(row.get("title", ())),
        not_title=tuple(row.get("not_title", ())),
        symbols=frozenset(row.get("symbols", ())),
        not_symbols=frozenset(row.get("not_symbols", ())),
        first=_day(row.get("first")),
        last=_day(row.get("last")),
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _phrase(text: str) -> Phrase:
    return tuple(text.split())


def _text(name: str) -> str:
    return (files("store") / "data" / name).read_text(encoding="utf-8")
