"""The curated member states and the statements of an imported file of names -> the member states as they are answered with.

Precedence: **the file decides which name a state bore on a day**, wherever it gives one; days that it leaves out keep the curated
name. **store/data/members.json decides on membership** of the states that it has: it follows the United Nations' own list, with
days on which a state withdrew, which are no days of a name. A state that it lacks, admitted since, is the file's.
Nothing that was recognised before is lost: a curated name that the file has otherwise is still known.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from store.facts import MemberState, NamePeriod
from store.importers.datasets import UNDL_NAMES
from store.importers.name_statement import NameStatement
from store.members import Members, recorded_form

CURATED = "members.json"
"""What stands for the curated list where what it says is told."""

_DAY = dt.timedelta(days=1)


def merge_names(curated: Members, statements: Sequence[NameStatement]) -> Members:
    """Pure. Without statements the curated states as they are."""
    if not statements:
        return curated
    by_member: dict[str, list[NameStatement]] = defaultdict(list)
    for statement in statements:
        by_member[statement.member].append(statement)
    states = dict(curated.by_code)
    usual: dict[str, str] = {}
    for code, said in by_member.items():
        before = curated.by_code.get(code)
        state = _new_state(code, said) if before is None else _renamed(before, said, curated)
        if state is not None:
            states[code] = state
            usual |= _usual(before, state, curated) if before is not None else {}
    return replace(
        curated,
        by_code=MappingProxyType(states),
        also=MappingProxyType({code: tuple(_also(curated, code, said)) for code, said in by_member.items() if code in states}),
        foreign=MappingProxyType({code: tuple(_foreign(said)) for code, said in by_member.items() if code in states}),
        translations=_translations(statements),
        usual=MappingProxyType(usual),
    )


def source_names(statements: Sequence[NameStatement]) -> list[NamePeriod]:
    """The names of one state over time as the file has them: where one ends after the next begins, it ends before it.

    Empty where two begin on one day: then the file does not say which name the state bore; and where it gives no days.
    """
    found = sorted(((first, last, s.name) for s in statements for first, last in s.spans), key=lambda span: span[0])
    starts = [first for first, _, _ in found]
    if not starts or len(set(starts)) < len(starts):
        return []
    ends = [*(start - _DAY for start in starts[1:]), None]
    return [NamePeriod(name, first, _earlier(last, end)) for (first, last, name), end in zip(found, ends, strict=True)]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the file and the curated list say differently of a state from `day` on; in `stated`, what counts comes first."""

    member: str
    day: dt.date
    field: str
    stated: tuple[tuple[str, str], ...]


def differences(curated: Members, statements: Sequence[NameStatement]) -> list[Difference]:
    """All of them, by code. A name that differs in case, accents or punctuation is the same."""
    by_member: dict[str, list[NameStatement]] = defaultdict(list)
    for statement in statements:
        by_member[statement.member].append(statement)
    found: list[Difference] = []
    for code, said in sorted(by_member.items()):
        periods, state = source_names(said), curated.by_code.get(code)
        if state is not None and periods:
            found += _other_names(state, periods)
            found += _other_days(state, periods)
    return found


def _other_names(state: MemberState, said: Sequence[NamePeriod]) -> Iterator[Difference]:
    for period in said:
        first = period.first or state.admitted
        for own in _curated(state, first, period.last or dt.date.max):
            if own.first is not None and not same_name(own.name, period.name):
                until = f" to {own.last}" if own.last not in (None, dt.date.max) else ""
                field = f"name from {own.first}{until}"
                yield Difference(state.code, own.first, field, ((UNDL_NAMES.key, period.name), (CURATED, own.name)))


def _other_days(state: MemberState, said: Sequence[NamePeriod]) -> Iterator[Difference]:
    first, last = said[0].first, said[-1].last
    if first is not None and first != state.admitted:
        stated = ((CURATED, str(state.admitted)), (UNDL_NAMES.key, str(first)))
        yield Difference(state.code, max(first, state.admitted), "first day of membership", stated)
    if last != state.ended:
        stated = ((CURATED, str(state.ended or "a member today")), (UNDL_NAMES.key, str(last or "in use today")))
        day = max(day for day in (last, state.ended) if day is not None)
        yield Difference(state.code, day, "last day of membership", stated)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings differ in no more than case, accents or punctuation."""
    return recorded_form(one) == recorded_form(other)


def _earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _new_state(code: str, said: Sequence[NameStatement]) -> MemberState | None:
    periods = source_names(said)
    if not periods or periods[0].first is None:
        return None
    return MemberState(code, periods[-1].name, periods[0].first, None, _joined(periods))


def _renamed(before: MemberState, said: Sequence[NameStatement], curated: Members) -> MemberState:
    """The curated state under the names that the file gives it; under a short name of its own where its name is a new one."""
    periods = source_names(said)
    if not periods:
        return before
    names = _joined(list(_laid_over(before, periods)))
    now = names[-1].name
    is_new = now != before.names[-1].name and curated.by_recorded_name(now) != before.code and periods[-1].last is None
    return replace(before, names=names, short=now if is_new else before.short)


def _laid_over(before: MemberState, said: Sequence[NamePeriod]) -> Iterator[NamePeriod]:
    """The file's names, and between them the curated ones, in the order of the days; none that lies outside membership."""
    at = dt.date.min
    for period in said:
        first = period.first or dt.date.min
        yield from _curated(before, at, first - _DAY if first > dt.date.min else None)
        yield NamePeriod(_spelling(before, period), period.first, period.last)
        if period.last is None:
            return
        at = period.last + _DAY
    yield from _curated(before, at, dt.date.max)


def _curated(before: MemberState, first: dt.date, last: dt.date | None) -> Iterator[NamePeriod]:
    """The curated names of these days that are days of membership."""
    first, last = max(first, before.admitted), min(last or dt.date.min, before.ended or dt.date.max)
    for period in before.names:
        start, end = max(first, period.first or dt.date.min), min(last, period.last or dt.date.max)
        if start <= end:
            yield NamePeriod(period.name, start, end)


def _spelling(before: MemberState, period: NamePeriod) -> str:
    """As it is curated, where that differs in case, accents or punctuation only."""
    return next((p.name for p in before.names if same_name(p.name, period.name)), period.name)


def _joined(periods: Sequence[NamePeriod]) -> tuple[NamePeriod, ...]:
    """One period for a name that goes on; the first since ever, each until the next, the last until today."""
    kept = [p for place, p in enumerate(periods) if place == 0 or p.name != periods[place - 1].name]
    ends = [*(p.first - _DAY for p in kept[1:] if p.first is not None), None]
    firsts = [None, *(p.first for p in kept[1:])]
    return tuple(NamePeriod(p.name, first, last) for p, first, last in zip(kept, firsts, ends, strict=True))


def _usual(before: MemberState, now: MemberState, curated: Members) -> dict[str, str]:
    """The file's form of a name -> the curated name of the same days, where both are known to be the same state's."""
    found = {}
    for period in now.names:
        name = before.name_on(max(period.first or before.admitted, before.admitted))
        if name != period.name and curated.by_recorded_name(period.name) == before.code:
            found[period.name] = name
    return found


def _also(curated: Members, code: str, said: Sequence[NameStatement]) -> dict[str, None]:
    known = curated.by_code.get(code)
    names = [period.name for period in known.names] if known else []
    return dict.fromkeys((*names, *(name for s in said for name in (s.name, *s.other))))


def _foreign(said: Sequence[NameStatement]) -> dict[str, None]:
    return dict.fromkeys(name for s in said for _, name in s.foreign)


def _translations(statements: Sequence[NameStatement]) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for statement in statements:
        for language, name in statement.foreign:
            found[language].setdefault(statement.name, name)
    return MappingProxyType({language: MappingProxyType(names) for language, names in found.items()})
