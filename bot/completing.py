"""A few letters typed -> the member states or the votes that may be meant, best first: for fields that complete as one types.

Pure but for the record; every list is made in a few milliseconds, so that a front end can ask at every letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.lookup.record import Record
from bot.understand.knowledge import Knowledge
from bot.understand.lexicon import Entry
from store.facts import RollCall, is_plain
from store.name_keys import name_key
from store.vote_names import VoteNames
from store.vote_store import VoteStore
from store.words import fold, stem, words

LONGEST_LABEL = 75
"""Characters of an option in Slack, the shortest of the platforms: https://docs.slack.dev/reference/block-kit/composition-objects/option-object"""

_LONGEST_TYPED = 100
_MOST_ENDINGS = 40
_SHORTEST_BEGUN = 3  # fewer letters begin words of nearly every title
_OF_A_SERIES = 3
_SYMBOL = re.compile(r"(?:[aestr]/|res|es-|s-)?[\w/().#-]*\d[\w/().#-]*", re.IGNORECASE)
_SPARE = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class Completion:
    """`label` is shown, and has at most 75 characters; a question that holds `value` means just this."""

    label: str
    value: str


class _Name(NamedTuple):
    folded: str
    squeezed: str
    entry: Entry


class Completer:
    """Of one state of the store."""

    def __init__(self, knowledge: Knowledge, vote_names: VoteNames, record: Record, store: VoteStore) -> None:
        self._knowledge = knowledge
        self._vote_names = vote_names
        self._record = record
        self._store = store
        lexicon = knowledge.lexicon
        self._names = [_Name(n, n.replace(" ", ""), e) for n, e in lexicon.entries.items() if e.codes or e.group]
        self._codes = {code.casefold(): entry for code, entry in lexicon.capitals.items() if entry.codes or entry.group}
        self._nicknames = [(name, key) for key, entry in vote_names.entries.items() for name in _told(entry.label, entry.names)]

    def read_ahead(self) -> None:
        """What the first completions would wait for: the votes of every nickname, and the spellings of all symbols."""
        for _, key in self._nicknames:
            self._of(key)
        _ = self._symbols

    def members(self, typed: str, limit: int) -> tuple[Completion, ...]:
        """States and groups: by name, old name, code, begun or misspelt; all present members where nothing is typed."""
        sought = name_key(typed[:_LONGEST_TYPED])
        if not sought:
            present = (state for state in self._knowledge.members.values() if state.ended is None)
            shorts = sorted((state.short for state in present), key=fold)
            return tuple(Completion(short, short) for short in shorts[:limit])
        found: dict[str, tuple[tuple[object, ...], Completion]] = {}
        for rank, name, entry in self._ranked_names(sought):
            for completion, is_former in self._of_entry(entry, name):
                weight = (rank, not entry.main, is_former, fold(completion.label))
                if completion.value not in found or weight < found[completion.value][0]:
                    found[completion.value] = (weight, completion)
        best = sorted(found.values(), key=lambda weighed: weighed[0])
        return tuple(completion for _, completion in best[:limit])

    def resolutions(self, typed: str, limit: int) -> tuple[Completion, ...]:
        """Votes: by symbol, nickname or words of the title, begun or misspelt; the newest where nothing is typed."""
        typed = typed[:_LONGEST_TYPED].strip()
        found: dict[str, Completion] = {}
        for roll_call in self._roll_calls(typed):
            found.setdefault(roll_call.symbol, Completion(_label(roll_call), roll_call.symbol))
            if len(found) == limit:
                break
        return tuple(found.values())

    def _ranked_names(self, sought: str) -> Iterator[tuple[int, str, Entry]]:
        if sought in self._codes:
            yield 0, "", self._codes[sought]
        squeezed = sought.replace(" ", "")
        found = False
        for name in self._names:
            if name.folded.startswith(sought) or name.squeezed.startswith(squeezed):
                found = True
                yield (0 if name.folded == sought else 1), name.folded, name.entry
            elif f" {sought}" in name.folded:
                found = True
                yield 2, name.folded, name.entry
        if not found and len(squeezed) > 2:
            misspelt = list(self._misspelt(squeezed))
            fewest = min((errors for errors, _ in misspelt), default=0)
            yield from ((3, name.folded, name.entry) for errors, name in misspelt if errors == fewest)

    def _misspelt(self, squeezed: str) -> Iterator[tuple[int, _Name]]:
        """Names whose beginning is an error or two away: what was typed may be a beginning itself."""
        most = 1 if len(squeezed) < 6 else 2
        for longer in (0, 1, -1):
            beginnings = [name.squeezed[: len(squeezed) + longer] for name in self._names]
            for _, errors, at in process.extract(squeezed, beginnings, scorer=OSA.distance, score_cutoff=most, limit=None):
                yield int(errors), self._names[at]

    def _of_entry(self, entry: Entry, name: str) -> Iterator[tuple[Completion, bool]]:
        if entry.group:
            group = self._store.members.groups[entry.group]
            yield Completion(_cut(f"{group.name} (group)"), group.name), False
        for code in entry.codes:
            state = self._knowledge.members[code]
            until = f" (until {state.ended.year})" if state.ended else ""
            told = "" if until or len(name) < 4 or _is_like(name, state.short) else f" ({name.title()})"
            yield Completion(_cut(f"{state.short}{until or told}"), state.short), state.ended is not None

    def _roll_calls(self, typed: str) -> Iterator[RollCall]:
        if not typed:
            yield from (r for r in self._record.catalogue.newest_first if is_plain(r))
            return
        if _SYMBOL.fullmatch(_SPARE.sub("", typed)) and (found := self._by_symbol(typed)):
            yield from found
            return
        sought = words(typed)
        if len("".join(sought)) >= _SHORTEST_BEGUN:
            yield from self._by_nickname(sought)
            yield from self._by_title(sought)
        else:
            yield from (r for r in self._record.catalogue.newest_first if is_plain(r))

    def _by_symbol(self, typed: str) -> list[RollCall]:
        sought = _SPARE.sub("", typed).upper()
        ranked = ((_place_of(sought, *forms), order, r) for order, (r, forms) in enumerate(self._symbols))
        return [r for *_, r in sorted((one for one in ranked if one[0] < _NO_PLACE), key=lambda one: one[:2])]

    @cached_property
    def _symbols(self) -> list[tuple[RollCall, tuple[str, str]]]:
        newest_first = self._record.catalogue.newest_first
        return [(r, (_SPARE.sub("", r.symbol).upper(), _SPARE.sub("", r.key))) for r in newest_first]

    def _by_nickname(self, sought: Sequence[str]) -> Iterator[RollCall]:
        if not sought:
            return
        named = [(len(name), key) for name, key in self._nicknames if _holds_all(sought, name)]
        nearest = min((length for length, _ in named), default=0)
        # The name itself, or the least that goes beyond it, before names that only hold the words; then the newest first.
        ranked = ((length > nearest, -r.date.toordinal(), r.id, r) for length, key in named for r in self._of(key))
        yield from (r for *_, r in sorted(ranked, key=lambda one: one[:3]))

    def _of(self, key: str) -> Sequence[RollCall]:
        return self._record.named_votes(key)[:_OF_A_SERIES]

    def _by_title(self, sought: Sequence[str]) -> Iterator[RollCall]:
        groups = [self._stems(word, is_last=at == len(sought) - 1) for at, word in enumerate(sought)]
        groups = [group for group in groups if group]
        if groups:
            matches = self._store.search(groups, limit=100)
            most = max((match.matched for match in matches), default=0)
            yield from (self._record.catalogue.by_id[match.roll_call_id] for match in matches if match.matched == most)

    def _stems(self, word: str, *, is_last: bool) -> frozenset[str]:
        """What a word may stand for in the record: itself, where it is the last what it may begin, else what it is a slip of."""
        spelling = self._store.spelling()
        if word in spelling and not is_last:
            return frozenset({stem(word)})
        if is_last and len(word) < _SHORTEST_BEGUN:
            return frozenset()
        begun = [known for known in spelling if known.startswith(word)] if is_last else []
        if begun:
            begun.sort(key=lambda known: (known != word, -spelling[known]))
            return frozenset(stem(known) for known in begun[:_MOST_ENDINGS])
        if len(word) < 4:
            return frozenset()
        most = 1 if len(word) < 7 else 2
        near = process.extract(word, spelling.keys(), scorer=OSA.distance, score_cutoff=most, limit=_MOST_ENDINGS)
        return frozenset(stem(known) for known, *_ in near)


def _told(label: str, names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words(name)) for name in (label, *names))


def _holds_all(sought: Sequence[str], name: Sequence[str]) -> bool:
    """Every word sought begins one of the name's."""
    return all(any(word.startswith(begun) for word in name) for begun in sought)


_NO_PLACE = 4


def _place_of(sought: str, *forms: str) -> int:
    """How well a symbol fits, 0 best: it is that, ends with that as a part, begins so, has a part that does."""
    later = f"/{sought}"
    if sought in forms:
        return 0
    if any(form.endswith(later) for form in forms):
        return 1
    if any(form.startswith(sought) for form in forms):
        return 2
    return 3 if any(later in form for form in forms) else _NO_PLACE


def _label(roll_call: RollCall) -> str:
    return _cut(f"{roll_call.symbol} · {roll_call.date.isoformat()} · {roll_call.title}")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1].rstrip()}…"


def _is_like(name: str, short: str) -> bool:
    return fold(short).startswith(name[:3]) or name in fold(short)


