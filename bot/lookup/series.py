"""Which roll calls belong to one series: the same text, put to the vote again, session after session."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.facts import RollCall
from store.words import stem, words

_NUMBERS = re.compile(r"\d+|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth)\b")
_SMALL = frozenset("the of and in on to for a an by its with from at report session united nation situation question".split())
_ALIKE = 0.75  # share of the words of both titles that they have in common


def title_signature(title: str) -> frozenset[str]:
    """The stems of a title without numbers and grammar: equal for "... 2018" and "... 2019"."""
    return frozenset(s for s in (stem(w) for w in words(_NUMBERS.sub(" ", title.lower()))) if s not in _SMALL)


def in_one_series(first: RollCall, second: RollCall) -> bool:
    """Whether two roll calls are the same text of different sessions, judged by body and title."""
    if first.body is not second.body:
        return False
    a, b = title_signature(first.title), title_signature(second.title)
    return bool(a) and len(a & b) >= _ALIKE * len(a | b)


def split_into_series(roll_calls: Iterable[RollCall]) -> list[list[RollCall]]:
    """Groups of one series each, in the order in which their first member came."""
    groups: list[tuple[frozenset[str], list[RollCall]]] = []
    for roll_call in roll_calls:
        signature = title_signature(roll_call.title)
        for known, group in groups:
            if group[0].body is roll_call.body and (known == signature or len(known & signature) >= _ALIKE * len(known | signature)):
                group.append(roll_call)
                break
        else:
            groups.append((signature, [roll_call]))
    return [group for _, group in groups]
