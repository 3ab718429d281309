"""Which roll calls belong to one series: the same text, put to the vote again, session after session."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.lookup.record import Record
from store.facts import RollCall, is_plain
from store.words import stem, words

_NUMBERS = re.compile(
    r"\d+|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth|fortieth|fiftieth"
    r"|sixtieth|seventieth)\b"
)
_GRAMMAR = ("the", "of", "and", "in", "on", "to", "for", "a", "an", "by", "its", "with", "from", "at")
_IN_MOST_TITLES = ("report", "session", "united", "nation", "situation", "question")
_SMALL = frozenset((*_GRAMMAR, *_IN_MOST_TITLES))
_ALIKE = 0.75  # share of the words of both titles that they have in common


@lru_cache(maxsize=32768)
def title_signature(title: str) -> frozenset[str]:
    """The stems of a title without numbers and grammar: equal for "... 2018" and "... 2019"."""
    return frozenset(s for s in (stem(w) for w in words(_NUMBERS.sub(" ", title.lower()))) if s not in _SMALL)


def in_one_series(first: RollCall, second: RollCall) -> bool:
    """Whether two roll calls are the same text of different sessions, judged by body and title."""
    if first.body is not second.body:
        return False
    a, b = title_signature(first.title), title_signature(second.title)
    return bool(a) and len(a & b) >= _ALIKE * len(a | b)


def series_of(model: RollCall, record: Record) -> list[RollCall]:
    """Every vote on the same text, this one included, newest first."""
    signature = title_signature(model.title)
    postings = record.postings(signature)
    rarest_first = sorted(signature, key=lambda s: (len(postings[s].title), s))
    # A title that lacks all of these words shares too few with this one: that spares looking at ten thousand.
    needed = rarest_first[: int(len(signature) * (1 - _ALIKE)) + 1]
    near = frozenset().union(*(postings[s].title for s in needed)) | {model.id}
    by_id = record.catalogue.by_id
    found = [r for number in near if (r := by_id.get(number)) is not None and is_plain(r) and in_one_series(model, r)]
    return sorted(found, key=lambda r: record.catalogue.place[r.id])


def split_into_series(roll_calls: Iterable[RollCall]) -> list[list[RollCall]]:
    """Groups of one series each, in the order in which their first member came."""
    groups: list[tuple[frozenset[str], list[RollCall]]] = []
    for roll_call in roll_calls:
        signature = title_signature(roll_call.title)
        for known, group in groups:
            if group[0].body is roll_call.body and (
                known == signature or len(known & signature) >= _ALIKE * len(known | signature)
            ):
                group.append(roll_call)
                break
        else:
            groups.append((signature, [roll_call]))
    return [group for _, group in groups]
