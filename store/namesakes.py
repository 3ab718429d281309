"""Roll calls that share a symbol (the drafts of one meeting, an amendment voted on twice) -> what tells each from the others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from store.facts import Apart, ApartBy, RollCall
from store.symbols import symbol_key

_LONGEST_PART = 60
_RECORD = re.compile(r"/record/(\d+)$")


def told_apart(roll_calls: Sequence[RollCall]) -> list[RollCall]:
    """The same roll calls, in their order; those that share symbol and body with others carry what tells them apart."""
    often = Counter((r.key, r.body) for r in roll_calls)
    if len(often) == len(roll_calls):
        return list(roll_calls)
    shared: defaultdict[tuple[str, str], list[RollCall]] = defaultdict(list)
    for roll_call in roll_calls:
        if often[roll_call.key, roll_call.body] > 1:
            shared[roll_call.key, roll_call.body].append(roll_call)
    marked = {r.id: replace(r, apart=apart) for group in shared.values() for r, apart in zip(group, _apart(group), strict=True)}
    return [marked.get(r.id, r) for r in roll_calls]


def _apart(group: Sequence[RollCall]) -> Iterable[Apart]:
    """The first way in which all of them differ; where there is none, the place of each in the order of the days."""
    for by, tell in _WAYS:
        told = tell(group)
        if all(told) and len(set(told)) == len(group):
            return [Apart(by, text) for text in told]
    ordered = sorted(group, key=lambda r: (r.date, r.id))
    return [Apart(ApartBy.PLACE, f"{ordered.index(r) + 1}/{len(group)}") for r in group]


def _titles(group: Sequence[RollCall]) -> list[str]:
    """What is left of each title without the words that all of them begin and end with: "Portugal", "Ireland"."""
    words = [r.title.split() for r in group]
    start = _in_common(words)
    end = _in_common([list(reversed(w[start:])) for w in words])
    parts = [" ".join(w[start : len(w) - end]).strip(" ,;:.") for w in words]
    return parts if all(len(part) <= _LONGEST_PART for part in parts) else [""] * len(group)


def _in_common(lists: Sequence[Sequence[str]]) -> int:
    shortest = min(map(len, lists))
    return next((n for n in range(shortest) if len({words[n] for words in lists}) > 1), shortest)


def _drafts(group: Sequence[RollCall]) -> list[str]:
    return [r.draft if r.draft and symbol_key(r.draft) != r.key else "" for r in group]


def _days(group: Sequence[RollCall]) -> list[str]:
    return [r.date.isoformat() for r in group]


def _records(group: Sequence[RollCall]) -> list[str]:
    return [found[1] if r.url and (found := _RECORD.search(r.url)) else "" for r in group]


_WAYS: tuple[tuple[ApartBy, Callable[[Sequence[RollCall]], list[str]]], ...] = (
    (ApartBy.TITLE, _titles),
    (ApartBy.DRAFT, _drafts),
    (ApartBy.DAY, _days),
    (ApartBy.RECORD, _records),
)
