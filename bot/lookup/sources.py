"""Where each fact of an answer can be checked, and how far its dataset reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer import Answer, Status
from bot.lookup.record import Record
from bot.reply import SourceOut
from store.facts import Coverage, RollCall
from store.importers.datasets import STARTER

_MOST_RECORDS = 12


def sources_of(found: Answer, record: Record) -> tuple[SourceOut, ...]:
    """One source a roll call (its record's page), then the documents that it names; for counts, the datasets as a whole."""
    if found.roll_calls or found.status is not Status.ANSWERED:
        return sources_of_roll_calls(found.roll_calls, record)
    return tuple(dict.fromkeys(_of_dataset(c) for c in record.coverage() if found.body in (None, c.body)))


def sources_of_roll_calls(calls: Sequence[RollCall], record: Record) -> tuple[SourceOut, ...]:
    """The pages of their records, then the documents that they name."""
    held = {(c.dataset, c.body): c for c in record.coverage()}
    sources = (s for r in calls[:_MOST_RECORDS] for s in _of_roll_call(r, held.get((r.dataset, r.body))))
    return tuple(dict.fromkeys(sources))


def _of_roll_call(call: RollCall, held: Coverage | None) -> Iterator[SourceOut]:
    until = held.until if held else None
    documents = call.links if call.dataset == STARTER.key or not call.url else ()
    if call.url and call.url not in {url for _, url in documents}:
        title = f"{held.title if held else call.dataset}: {call.symbol}"
        yield SourceOut(title=title, url=call.url, dataset=call.dataset, until=until)
    for title, url in documents:
        yield SourceOut(title=title, url=url, dataset=call.dataset, until=until)


def _of_dataset(held: Coverage) -> SourceOut:
    """The citation that its publisher asks for; the address has a field of its own."""
    title = held.citation.removesuffix(f", {held.url}")
    return SourceOut(title=title, url=held.url, dataset=held.dataset, until=held.until)
