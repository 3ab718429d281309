"""Who is said to have vetoed a text, or not to have, alone or with others: "Washington did not veto it, only London did".

Only what the clauses of other statements do not tell: a denial, who stood alone, who joined whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.question import Asserted, MemberMention
from bot.understand.lists import LIST
from bot.understand.patterns import any_of, any_word, later
from bot.understand.shape import Shape
from store.facts import Position

_PERMANENT = frozenset({"CHN", "FRA", "GBR", "RUS", "SUN", "USA"})
_CAST = r"(?:us(?:ed?|ing)|cast(?:ing)?|exercis(?:e|ed|ing)|wield(?:ed|ing)?|invok(?:e|ed|ing)) (?:its|their|the|a) (?:\w+ )?veto"
_VETOED = rf"(?:veto(?:ed|es|ing|s)?|{_CAST})\b"
_ALSO_ONE = rf"(?:{any_word('also then both really actually even ever again indeed all each')} )"
_ALSO = f"{_ALSO_ONE}*"
_NOT = any_of("(?:did|does|do|has|have|had) not", "(?:did|does|do|has|have|had) ?n't", "didnt", "never")
_ALONE = r"(?:alone|the (?:only|sole|lone) (?:\w+ ){0,3}?)"
_TO_VETO = rf"(?:in|to|that|who|which)(?: have)? {_VETOED}"
_ENDS = r"(?=[.,;:?!)\"]|$|so\b)"

_JOINED = later(rf"(?P<who>{LIST})(?:also )?joined (?P<more>{LIST})(?:in |when it |when they )?{_VETOED}")
_STOOD_ALONE = later(rf"(?P<who>{LIST})(?:was|were|stood|acted) ?(?P<denied>not|n't)? ?(?:really )?{_ALONE} ?{_TO_VETO}")
_STOOD_ALONE_ASKED = later(rf"\b(?:was|were) (?P<who>{LIST})(?P<denied>not )?(?:really )?{_ALONE} ?{_TO_VETO}")
_ONLY_THEY = later(rf"(?P<denied>\bnot )?\b(?:only|just) (?P<who>{LIST})(?:that |who )?(?:did {_ENDS}|{_ALSO}{_VETOED})")
_NEITHER = later(rf"\bneither (?P<who>{LIST})nor (?P<more>{LIST}){_ALSO}{_VETOED}")
_NOR = later(rf"\b(?:neither|nor) did (?P<who>{LIST})")
# "did not both veto" denies one of them
_DID_NOT = later(rf"(?P<who>{LIST}){_NOT} (?:(?!both|all|each){_ALSO_ONE})*(?:{_VETOED}|{_ENDS})")
_DID_ALONE = later(rf"(?P<who>{LIST})alone {_ALSO}{_VETOED}")
_BY_THEM = later(rf"(?P<denied>\bnot )?\bvetoed (?:only |just |also |both )?by (?:only |just |both )?(?P<who>{LIST})")
_PASSIVE = later(r"\b(?:was|were|been|wasn't|weren't) (?:[^\s,;:?!]+ ){0,12}?vetoed\b")
_DENIED = later(r"n't\b|\bn't|\bnot\b|\bnever\b")
_DID = later(rf"(?P<who>{LIST}){_ALSO}(?:{_VETOED}|did {_ENDS})")


def veto_parts_in(shape: Shape) -> tuple[tuple[Asserted, ...], bool]:
    """A part for each clause, in text order, and whether anything is denied, somebody said to stand alone or to have joined."""
    if "veto" not in shape.line:
        return (), False
    found: list[tuple[int, int, Asserted]] = []
    told = False
    for start, end, part, says_more in _clauses(shape):
        if part.members and not any(start < taken_end and taken_start < end for taken_start, taken_end, _ in found):
            found.append((start, end, part))
            told = told or says_more
    return tuple(part for _, _, part in sorted(found, key=lambda clause: clause[0])), told


def said_of_the_text(shape: Shape) -> bool | None:
    """Whether a text is said to have been vetoed, by whomever (False: not to have been); None where nothing is said of it so."""
    if (match := _PASSIVE.search(shape.line)) is not None:
        return _DENIED.search(match.group()) is None
    return True if _BY_THEM.search(shape.line) else None


def have_no_veto(members: Iterable[MemberMention]) -> bool:
    """Whether none of these states has one to cast."""
    return not any(_PERMANENT.intersection(m.codes) for m in members)


def _clauses(shape: Shape) -> Iterator[tuple[int, int, Asserted, bool]]:
    """Where each stands, what it says, and whether that is more than who vetoed; those that say more first."""
    line = shape.line
    for pattern in (_STOOD_ALONE, _STOOD_ALONE_ASKED, _ONLY_THEY):
        for match in pattern.finditer(line):
            yield *match.span(), _part(shape, match, alone=not match["denied"]), True
    for match in _DID_ALONE.finditer(line):
        yield *match.span(), _part(shape, match, alone=True), True
    for pattern in (_NEITHER, _NOR, _DID_NOT):
        for match in pattern.finditer(line):
            yield *match.span(), _part(shape, match, negated=True), True
    for match in _JOINED.finditer(line):
        yield *match.span(), _part(shape, match), True
    for match in _BY_THEM.finditer(line):
        only = re.search(r"\b(?:only|just)\b", match.group()) is not None and not match["denied"]
        yield *match.span(), _part(shape, match, negated=bool(match["denied"]), alone=only or None), only or bool(match["denied"])
    for match in _DID.finditer(line):
        yield *match.span(), _part(shape, match), False


def _part(shape: Shape, match: re.Match[str], *, negated: bool = False, alone: bool | None = None) -> Asserted:
    spans = [match.span(group) for group in ("who", "more") if group in match.re.groupindex]
    members = tuple(m for span in spans for m in shape.mentions_in(*span) if isinstance(m, MemberMention))
    return Asserted(members, (), Position.NO, negated=negated, veto=True, alone=alone)
