"""Who is said to have vetoed a text, or not to have, alone or with others: "Washington did not veto it, only London did".

Only what the clauses of other statements do not tell: a denial, who stood alone, who joined whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.question import Asserted, Assertion, MemberMention
from bot.understand.leftovers import left_over
from bot.understand.lists import LIST
from bot.understand.patterns import any_of, any_word, later
from bot.understand.positions import position_in
from bot.understand.shape import STATE, Shape
from bot.understand.statements import claims_in
from bot.understand.vetoes import PERMANENT
from store.facts import Outcome, Position

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
_PASSIVE = later(
    r"\b(?:was|were|been|wasn't|weren't) (?!(?:it|that|this) (?:only |just )?" + STATE + r")"
    r"(?:(?!(?:that|who|which) )[^\s,;:?!]+ ){0,12}?vetoed\b"
)
_DENIED = later(r"n't\b|\bn't|\bnot\b|\bnever\b")
_DID = later(rf"(?P<who>{LIST}){_ALSO}(?:{_VETOED}|did {_ENDS})")


def vetoes_asserted(shape: Shape, parts_else: Sequence[Asserted], *, contrary: bool) -> Assertion | None:
    """What is said of who vetoed, where it is all that is said of any state; None for other statements, and where what its
    clauses say by themselves (`parts_else`) is the same."""
    parts, says_more = _veto_parts(shape)
    of_the_text = _said_of_the_text(shape)
    if not (parts or of_the_text is not None) or claims_in(shape):
        return None
    named = {m for part in parts for m in part.members}
    others = [part for part in parts_else if part.position is not None and not named.issuperset(part.members)]
    # "Japan's admission: did Moscow veto it": with no vote spoken of, such a state is the matter.
    of_matter = position_in(shape.line) is None and all(have_no_veto(p.members) and not p.groups for p in others)
    if not (of_matter if others or of_the_text is not None else says_more):
        return None
    by_others = parts and (not of_the_text or any(p.negated for p in parts))
    assertion = Assertion(
        parts=parts,
        outcome=None if by_others else Outcome.VETOED,
        nobody=not parts and of_the_text is False,
        contrary=contrary,
    )
    return replace(assertion, unread=without_matter(left_over(shape, assertion), assertion, shape))


def without_matter(unread: Sequence[str], assertion: Assertion, shape: Shape) -> tuple[str, ...]:
    """Where only a veto is spoken of, a state without one is what the text was on ("did Moscow veto Japan")."""
    of_vetoes = assertion.outcome == Outcome.VETOED or any(part.veto for part in assertion.parts)
    if not of_vetoes or position_in(shape.line) is not None:
        return tuple(unread)
    named = {m for part in assertion.parts for m in part.members}
    states = (m for m in shape.mentions.values() if isinstance(m, MemberMention) and m not in named)
    matter = [m.words for m in states if have_no_veto([m])]
    return tuple(words for words in unread if not any(state in words for state in matter))


def have_no_veto(members: Iterable[MemberMention]) -> bool:
    """Whether none of these states has one to cast."""
    return not any(PERMANENT.intersection(m.codes) for m in members)


def _veto_parts(shape: Shape) -> tuple[tuple[Asserted, ...], bool]:
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


def _said_of_the_text(shape: Shape) -> bool | None:
    """Whether a text is said to have been vetoed, by whomever (False: not to have been); None where nothing is said of it so."""
    if (match := _PASSIVE.search(shape.line)) is not None and not _is_by_a_state(match, shape):
        return _DENIED.search(match.group()) is None
    return True if _BY_THEM.search(shape.line) else None


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
    passive = _PASSIVE.search(line)
    for match in _DID.finditer(line):
        if passive is not None and passive.start() < match.start() < passive.end() and not _is_by_a_state(passive, shape):
            continue  # "was the draft on Grenada vetoed"
        yield *match.span(), _part(shape, match), False


def _is_by_a_state(passive: re.Match[str], shape: Shape) -> bool:
    """Whether the verb is a permanent member's ("was the text that Russia vetoed put again"), and not said of the text."""
    before = _DID.search(passive.group())
    if before is None:
        return False
    start = passive.start()
    mentions = shape.mentions_in(start + before.start("who"), start + before.end("who"))
    return not have_no_veto(m for m in mentions if isinstance(m, MemberMention))


def _part(shape: Shape, match: re.Match[str], *, negated: bool = False, alone: bool | None = None) -> Asserted:
    spans = [match.span(group) for group in ("who", "more") if group in match.re.groupindex]
    members = tuple(m for span in spans for m in shape.mentions_in(*span) if isinstance(m, MemberMention))
    return Asserted(members, (), Position.NO, negated=negated, veto=True, alone=alone)
