"""Where each fact of an answer can be checked, and how far its dataset reaches."""

from __future__ import annotations

from bot.answer import Answer
from bot.lookup.record import Record
from bot.reply import SourceOut
from store.importers.datasets import STARTER

_MOST_RECORDS = 12


def sources_of(found: Answer, record: Record) -> tuple[SourceOut, ...]:
    """One source a roll call (its record's page), then the documents that it names; for counts, the dataset as a whole."""
    coverage = {(c.dataset, c.body): c for c in record.coverage()}
    result: list[SourceOut] = []
    for call in found.roll_calls[:_MOST_RECORDS]:
        held = coverage.get((call.dataset, call.body))
        until = held.until if held else None
        named = call.links if call.dataset == STARTER.key or not call.url else ()
        if call.url and call.url not in {url for _, url in named}:
            title = f"{held.title if held else call.dataset}: {call.symbol}"
            result.append(SourceOut(title=title, url=call.url, dataset=call.dataset, until=until))
        result.extend(SourceOut(title=title, url=url, dataset=call.dataset, until=until) for title, url in named)
    if not found.roll_calls and found.status.value == "answered":
        held_here = [c for c in coverage.values() if found.body is None or c.body is found.body]
        result.extend(SourceOut(title=c.citation, url=c.url, dataset=c.dataset, until=c.until) for c in held_here)
    return tuple(dict.fromkeys(result))
