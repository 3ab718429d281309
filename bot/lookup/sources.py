"""Where each fact of an answer can be checked, and how far its dataset reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer import Answer, Status
from bot.lookup.record import Record
from bot.namesakes import symbol_of
from bot.question import Intent
from bot.reply import SourceOut
from store.facts import Coverage, NamesCoverage, RollCall
from store.importers.datasets import DATASETS, STARTER

_MOST_RECORDS = 12


def sources_of(found: Answer, record: Record) -> tuple[SourceOut, ...]:
    """One source a roll call (its record's page), then the documents that it names; for counts, the datasets as a whole."""
    if found.roll_calls or found.status is not Status.ANSWERED:
        lists = {r.dataset for r in found.roll_calls} if found.listed and found.body is not None else set()
        whole = (_of_dataset(c) for c in record.coverage() if c.dataset in lists and c.body is found.body)
        return tuple(dict.fromkeys((*whole, *sources_of_roll_calls(found.roll_calls, record))))
    counted = [_of_dataset(c) for c in record.coverage() if found.body in (None, c.body) and not DATASETS[c.dataset].beside]
    names = record.names_coverage() if found.intent is Intent.MEMBERSHIP else None
    return tuple(dict.fromkeys([_of_dataset(names), *counted] if names else counted))


def sources_of_roll_calls(calls: Sequence[RollCall], record: Record, *, remarks: bool = True) -> tuple[SourceOut, ...]:
    """The pages of their records, then the documents that they name; without `remarks`, those that only a remark rests on are
    left out."""
    held = {(c.dataset, c.body): c for c in record.coverage()}
    sources = (s for r in calls[:_MOST_RECORDS] for s in _of_roll_call(r, held.get((r.dataset, r.body)), remarks=remarks))
    return tuple(dict.fromkeys(sources))


def _of_roll_call(call: RollCall, held: Coverage | None, *, remarks: bool) -> Iterator[SourceOut]:
    until = held.until if held else None
    # Several votes of one page are one source.
    symbol = call.symbol if held is not None and call.url == held.url else symbol_of(call)
    title = f"{held.title if held else call.dataset}: {symbol}"
    own = SourceOut(title=title, url=call.url, dataset=call.dataset, until=until) if call.url else None
    if call.dataset != STARTER.key and own is not None:
        yield own
        # A note of the starter record rests on the documents that it names, also where the library's record gives the votes.
        noted = remarks and any(remark.dataset == STARTER.key for remark in call.remarks)
        documents = [link for link in call.links if link[1] != call.url] if noted else []
    else:
        documents = list(call.links)
        if own is not None and own.url not in {url for _, url in documents}:
            yield own
    for document, url in documents:
        yield SourceOut(title=document, url=url, dataset=call.dataset, until=until)


def _of_dataset(held: Coverage | NamesCoverage) -> SourceOut:
    """The citation that its publisher asks for; the address has a field of its own."""
    title = held.citation.removesuffix(f", {held.url}")
    return SourceOut(title=title, url=held.url, dataset=held.dataset, until=held.until)
