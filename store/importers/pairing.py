"""Recognised files -> what is to be read: a table that comes in two files becomes one source.

The second file may be named in the same import, or lie in the same folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from store.errors import SourceError
from store.importers.layouts import WHAT_IS_MISSING, Layout
from store.importers.opening import SourceFile, recognise, seems

_ENDINGS = frozenset({".csv", ".gz", ".xz", ".zip", ".txt"})


def pair(sources: Sequence[SourceFile]) -> list[SourceFile]:
    """Each source once; one that needs another file has it. `SourceError` names the file that is missing."""
    halves = [source for source in sources if source.layout.joined_to]
    paired = {source.path: _joined(source, _other(source, halves)) for source in halves}
    ordered = [paired.get(source.path, source) for source in sources]
    return list({(source.path, source.checksum): source for source in ordered}.values())


def _joined(one: SourceFile, other: SourceFile) -> SourceFile:
    leading, second = (one, other) if one.layout.leads else (other, one)
    return replace(leading, partner=second)


def _other(source: SourceFile, given: Iterable[SourceFile]) -> SourceFile:
    wanted = source.layout.joined_to or ""
    candidates = [g for g in given if g.layout.key == wanted]
    beside = [g for g in candidates if g.path.parent == source.path.parent]
    if len(beside) == 1 or len(candidates) == 1:
        return (beside if len(beside) == 1 else candidates)[0]
    found = [] if candidates else _in_folder(source.path, wanted)
    if len(found) == 1:
        return recognise(found[0])
    what = WHAT_IS_MISSING[wanted]
    several = f"there are {len(candidates or found)} of them" if candidates or found else "it is not in the same folder"
    problem = f"this is one table of two; {what} belongs to it, and {several}"
    raise SourceError(problem, file=source.path.name, remedy="name both files of one harvest in one import")


def _in_folder(path: Path, wanted: str) -> list[Path]:
    neighbours = (p for p in sorted(path.parent.iterdir()) if p != path and p.suffix.lower() in _ENDINGS)
    return [p for p in neighbours if _is(seems(p), wanted)]


def _is(layout: Layout | None, wanted: str) -> bool:
    return layout is not None and layout.key == wanted
