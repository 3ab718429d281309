"""One member of a region ("an African country", "no Arab state") -> the group that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from bot.question import GroupMention
from bot.understand.shape import Mention
from bot.understand.spans import Spans, span_of
from store.members import load_members

_MANY = re.compile(r"^(?P<region>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:states|countries|nations|members)$")


@cache
def _regions() -> tuple[dict[str, str], re.Pattern[str]]:
    """Adjective -> key of its group, from the groups' own names, and what finds them before a noun."""
    named = ((_MANY.match(name), key) for key, group in load_members().groups.items() for name in group.names)
    keys = {match["region"].lower(): key for match, key in named if match}
    words = "|".join(sorted(map(re.escape, keys), key=len, reverse=True))
    return keys, re.compile(
        rf"\b(?P<region>{words}) (?:countr(?:y|ies)|states?|members?|nations?|governments?|ones?"
        rf"|capitals?|delegations?)\b",
        re.IGNORECASE,
    )


def regions_in(text: str, others: Iterable[Mention]) -> Iterator[GroupMention]:
    """Those outside everything else that was recognised."""
    keys, pattern = _regions()
    taken = Spans.of(map(span_of, others))
    for match in pattern.finditer(text):
        start, end = match.span("region")
        if not taken.meet(start, end):
            yield GroupMention(keys[match["region"].lower()], text[start:end], start, end)
