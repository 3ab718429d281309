"""All statements on one roll call -> its facts, by written precedence. A disagreement becomes a remark, never a silent choice.

Pure, and a function of the set of statements: the order in which files were imported does not show. Names of member states have
a precedence of their own: `store.importers.merge_names`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from store.facts import Mode, Position, Remark, RemarkKind, RollCall, Tally, dashed
from store.importers.datasets import DATASETS
from store.importers.fragment import LETTERS, Fragment
from store.symbols import symbol_key

T = TypeVar("T")

_MOST_BESIDE = 5
"""Votes named in a remark on a dataset that never decides: it differs in some votes of every third roll call."""

_ABOUT_THE_ROLL = frozenset({RemarkKind.TOTALS_DISAGREE, RemarkKind.ROLL_INCOMPLETE})
"""Remarks that only hold for the roll that counts."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The facts, and the statement whose roll counts; None where no source that counts has one."""

    roll_call: RollCall
    roll: Fragment | None


def gather(fragments: Iterable[Fragment]) -> list[tuple[Fragment, ...]]:
    """Statements of one symbol and body -> one tuple a roll call, best source first.

    Nearly always there is one roll call. But a symbol can stand for two votes (A/HRC/32/L.54), and then a dataset has two
    records of it: each is a roll call, and another dataset's statement belongs to the one of the same day.
    """
    groups: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=_order):
        many = DATASETS[fragment.dataset].many
        free = [group for group in groups if many or all(other.dataset != fragment.dataset for other in group)]
        same_day = [group for group in free if group[0].date == fragment.date]
        if same_day or (free and len(groups) == 1):
            (same_day or free)[0].append(fragment)
        else:
            groups.append([fragment])
    return [tuple(group) for group in groups]


def merge(roll_call_id: int, statements: Sequence[Fragment]) -> Merged:
    """The facts of one roll call from its statements, best source first (as `gather` gives them).

    The result (mode, outcome, tally, veto, votes) comes from one statement, `_decisive`; everything else from the best source
    that states it. What further sources add is kept: nicknames, links, notes.
    """
    facts = [s for s in statements if not DATASETS[s.dataset].beside] or list(statements)
    best, decisive = facts[0], _decisive(facts)
    roll = decisive if decisive.positions else None
    return Merged(
        RollCall(
            id=roll_call_id,
            key=best.key,
            symbol=best.symbol,
            draft=_first(s.draft for s in facts),
            body=best.body,
            date=best.date,
            title=best.title,
            kind=best.kind,
            outcome=decisive.outcome,
            mode=decisive.mode,
            tally=_tally(decisive, facts),
            url=_first(s.url for s in facts),
            dataset=decisive.dataset,
            session=_first(s.session for s in facts),
            meeting=_first(s.meeting for s in facts),
            agenda=_first(s.agenda for s in facts),
            subjects=_first(s.subjects for s in facts) or (),
            nicknames=_all(s.nicknames for s in facts),
            parent=_first(s.parent for s in facts),
            vetoed_by=tuple(sorted(decisive.vetoed_by)),
            links=_all(s.links for s in facts),
            remarks=_remarks(facts, decisive) + _beside(statements, facts, decisive),
        ),
        roll,
    )


def _order(statement: Fragment) -> tuple[int, str, dt.date, str]:
    return DATASETS[statement.dataset].precedence, statement.dataset, statement.date, statement.record_id


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value), None)


def _all(lists: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(value for values in lists for value in values))


def _decisive(statements: Sequence[Fragment]) -> Fragment:
    """The best source that either has the roll or says that there was no vote; without one, the best source.

    A list of outcomes says "recorded" and has no roll: then a lesser source's roll counts. It says the same of a vote whose
    roll was not kept, and again a roll found elsewhere counts, with a remark. "Without a vote" is the end of the matter.
    """
    for statement in statements:
        if statement.positions or statement.mode is Mode.WITHOUT_VOTE:
            return statement
    return statements[0]


def _tally(decisive: Fragment, statements: Sequence[Fragment]) -> Tally:
    if decisive.mode is Mode.WITHOUT_VOTE:
        return decisive.tally
    return next((s.tally for s in (decisive, *statements) if s.tally != Tally()), Tally())


def _remarks(statements: Sequence[Fragment], decisive: Fragment) -> tuple[Remark, ...]:
    own = (
        remark
        for statement in statements
        for remark in statement.remarks
        if statement is decisive or remark.kind not in _ABOUT_THE_ROLL
    )
    differences = (Remark(RemarkKind.SOURCES_DISAGREE, detail, decisive.dataset) for detail in disagreements(statements))
    # Two files of one publisher often carry the same note.
    once = {(remark.kind, remark.detail): remark for remark in reversed((*own, *differences))}
    return tuple(reversed(once.values()))


def _beside(statements: Sequence[Fragment], facts: Sequence[Fragment], decisive: Fragment) -> tuple[Remark, ...]:
    """One short remark on what a dataset that never decides says otherwise."""
    found: list[Remark] = []
    for statement in statements:
        if statement not in facts and DATASETS[statement.dataset].many:
            found.extend(statement.remarks)
        if statement in facts or not statement.positions:
            continue
        if not decisive.positions:
            counts = dashed(statement.tally.yes, statement.tally.no, statement.tally.abstain)
            detail = (
                f"{DATASETS[statement.dataset].title} lists a roll call of this vote, {counts}; the official record has none."
            )
            found.append(Remark(RemarkKind.SOURCE_NOTE, detail, statement.dataset))
        elif differing := differing_votes((decisive, statement)):
            lines = [f"{member} {_told(stated)}" for member, stated in differing]
            more = f"; and {len(lines) - _MOST_BESIDE} more" if len(lines) > _MOST_BESIDE else ""
            detail = f"votes: {'; '.join(lines[:_MOST_BESIDE])}{more}"
            found.append(Remark(RemarkKind.SOURCES_DISAGREE, detail, decisive.dataset))
    return tuple(found)


def disagreements(statements: Sequence[Fragment]) -> list[str]:
    """What sources state differently, one line a field: "date: undl_ga 1980-01-01, starter 1980-01-02"."""
    lines = [f"{field}: {_told(stated)}" for field, stated in stated_differently(statements)]
    differing = [f"{member} {_told(stated)}" for member, stated in differing_votes(statements)]
    if differing:
        lines.append("votes: " + "; ".join(differing))
    return lines


Stated = tuple[tuple[str, str], ...]
"""Dataset and value, in the order of the sources."""


def stated_differently(statements: Sequence[Fragment]) -> list[tuple[str, Stated]]:
    """The fields that sources state differently, votes apart."""
    return [(field, stated) for field, read in _COMPARED.items() if (stated := _difference(statements, read))]


def _told(stated: Stated) -> str:
    return ", ".join(f"{dataset} {value}" for dataset, value in stated)


_COMPARED: Mapping[str, Callable[[Fragment], object]] = {
    "date": lambda f: f.date.isoformat(),
    "kind": lambda f: f.kind,
    "outcome": lambda f: f.outcome,
    "mode": lambda f: f.mode,
    "meeting": lambda f: symbol_key(f.meeting) if f.meeting else None,
    "draft": lambda f: symbol_key(f.draft) if f.draft else None,
    "yes": lambda f: f.tally.yes,
    "no": lambda f: f.tally.no,
    "abstain": lambda f: f.tally.abstain,
    "non_voting": lambda f: f.tally.non_voting,
    # Only a source that has the roll can know of a veto.
    "veto": lambda f: " and ".join(sorted(f.vetoed_by)) or "none" if f.positions else None,
}


def _difference(statements: Sequence[Fragment], read: Callable[[Fragment], object]) -> Stated:
    stated = [(s.dataset, value) for s in statements if (value := read(s)) is not None]
    if len({value for _, value in stated}) < 2:
        return ()
    return tuple((dataset, str(value)) for dataset, value in stated)


def differing_votes(statements: Sequence[Fragment]) -> list[tuple[str, Stated]]:
    """The members, by code, whose positions sources state differently; a position that one of them lacks is no difference."""
    rolls = [(s.dataset, dict(zip(s.members, s.positions, strict=True))) for s in statements if s.positions]
    if len(rolls) < 2:
        return []
    found = []
    for member in sorted(set().union(*(roll for _, roll in rolls))):
        stated = [(dataset, letter) for dataset, roll in rolls if (letter := roll.get(member, "U")) != "U"]
        if len({letter for _, letter in stated}) > 1:
            found.append((member, tuple((dataset, str(_word(letter))) for dataset, letter in stated)))
    return found


def _word(letter: str) -> Position:
    return LETTERS[letter]
