"""What an import changed in a roll call, fact by fact, and what the file's own figures or other sources contradict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.facts import RemarkKind, RollCall, Tally, dashed
from store.importers.fragment import LETTERS
from store.importers.merge import Merged

_TOLD = ("symbol", "draft", "date", "title", "kind", "outcome", "mode", "tally", "vetoed_by", "session", "meeting", "agenda")
_TOLD_TOO = ("subjects", "nicknames", "parent", "url", "links", "dataset", "remarks")


@dataclass(frozen=True, slots=True)
class Change:
    """One fact of a roll call that an import changed; for a vote, `field` is "vote of HUN"."""

    symbol: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Caution:
    """What does not add up, or what sources state differently; answers show it too."""

    symbol: str
    kind: RemarkKind
    detail: str


def changes_between(old: RollCall, counted: tuple[tuple[str, ...], str], now: Merged) -> list[Change]:
    """Field by field, then vote by vote. `counted`: codes and letters of the votes that counted before."""
    new = now.roll_call
    changes = [
        Change(new.symbol, field, before, after)
        for field in (*_TOLD, *_TOLD_TOO)
        if (before := _shown(getattr(old, field))) != (after := _shown(getattr(new, field)))
    ]
    was = dict(zip(*counted, strict=True))
    is_now = dict(zip(now.roll.members, now.roll.positions, strict=True)) if now.roll else {}
    changes += (
        Change(new.symbol, f"vote of {member}", _word(was.get(member)), _word(is_now.get(member)))
        for member in sorted(was.keys() | is_now.keys())
        if was.get(member) != is_now.get(member)
    )
    return changes


def cautions_in(roll_calls: Iterable[RollCall], dataset: str) -> tuple[Caution, ...]:
    """Totals that do not add up in this dataset, and disagreements that it takes part in; in the order of the days."""
    return tuple(
        Caution(roll_call.symbol, remark.kind, remark.detail)
        for roll_call in sorted(roll_calls, key=lambda r: (r.date, r.key))
        for remark in roll_call.remarks
        if (remark.kind is RemarkKind.TOTALS_DISAGREE and remark.dataset == dataset)
        or (remark.kind is RemarkKind.SOURCES_DISAGREE and f"{dataset} " in remark.detail)
    )


def _word(letter: str | None) -> str:
    return LETTERS[letter].value if letter else "not listed"


def _shown(value: object) -> str:
    match value:
        case None | ():
            return "nothing"
        case Tally(yes, no, abstain, non_voting):
            return dashed(yes, no, abstain, non_voting)
        case tuple():
            return "; ".join(_shown(v) for v in value)
    return str(value)
