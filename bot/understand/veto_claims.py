"""Who is said to have vetoed a text, or not to have, alone or with others: "Washington did not veto it, only London did".

Only what the clauses of other statements do not tell: a denial, who stood alone, who joined whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.question import Asserted, MemberMention
from bot.understand.lists import LIST
from bot.understand.patterns import any_of, any_word, later
from bot.understand.shape import Shape
from store.facts import Position

_CAST = r"(?:us(?:e|ed|ing)|cast|casting|exercis(?:e|ed|ing)|wield(?:ed|ing)?|invok(?:e|ed|ing)) (?:its|their|a|the) (?:\w+ )?veto"
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
_DID_NOT = later(rf"(?P<who>{LIST}){_NOT} (?:(?!both|all|each){_ALSO_ONE})*(?:{_VETOED}|{_ENDS})")  # "did not both veto" denies one
_DID_ALONE = later(rf"(?P<who>{LIST})alone {_ALSO}{_VETOED}")
_DID = later(rf"(?P<who>{LIST}){_ALSO}(?:{_VETOED}|did {_ENDS})")


def veto_parts_in(shape: Shape) -> tuple[Asserted, ...]:
    """A part for each clause, in text order; none where nothing is denied, nobody is said to stand alone or to have joined."""
    if "veto" not in shape.line:
        return ()
    found: list[tuple[int, int, Asserted]] = []
    told = False
    for start, end, part, says_more in _clauses(shape):
        if part.members and not any(start < taken_end and taken_start < end for taken_start, taken_end, _ in found):
            found.append((start, end, part))
            told = told or says_more
    return tuple(part for _, _, part in sorted(found, key=lambda clause: clause[0])) if told else ()


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
    for match in _DID.finditer(line):
        yield *match.span(), _part(shape, match), False


def _part(shape: Shape, match: re.Match[str], *, negated: bool = False, alone: bool | None = None) -> Asserted:
    spans = [match.span(group) for group in ("who", "more") if group in match.re.groupindex]
    members = tuple(m for span in spans for m in shape.mentions_in(*span) if isinstance(m, MemberMention))
    return Asserted(members, (), Position.NO, negated=negated, veto=True, alone=alone)
