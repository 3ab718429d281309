"""Whether the numbers that a text gives are those of a roll call. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.check.evidence import Evidence
from store.facts import Body, RollCall

ENOUGH_COUNTS = 2  # numbers that must fit
LEAST_CAST = 12  # votes that a tally must hold to identify a roll call
MANY_CAST = 100  # votes of a full tally that few roll calls have
_COUNCIL_VOTES = 15
_SIDES = 3
_FAR = 20  # votes by which one that is merely told wrongly is hardly off
_NEAR = 3  # votes by which a number may be off and still be meant of the same side


def is_told_fully(call: RollCall, result: Sequence[int | None]) -> bool:
    """Whether three numbers are those of the roll call, and so many that few others have them."""
    three = [n for n in result[:3] if n is not None]
    return len(three) == 3 and sum(three) >= MANY_CAST and counted_so(call, result)


def as_many(call: RollCall, result: Sequence[int | None]) -> int:
    """How many of the numbers are those of the roll call; none where these are so small that many votes have them."""
    tally = call.tally
    stated = (tally.yes, tally.no, tally.abstain, tally.non_voting)
    same = [said for said, is_ in zip(result, stated, strict=True) if said is not None and said == is_]
    return len(same) if sum(same) >= LEAST_CAST else 0


def has_swapped(call: RollCall, result: Sequence[int | None]) -> bool:
    """Whether all three numbers are those of the roll call, some on the wrong side: "24 in favour, 14 against, 9 abstentions"."""
    said, tally = [n for n in result[:3] if n is not None], call.tally
    recorded = [n for n in (tally.yes, tally.no, tally.abstain) if n is not None]
    return len(said) == len(recorded) == _SIDES and sum(said) >= LEAST_CAST and sorted(said) == sorted(recorded)


def is_far_off(call: RollCall, result: Sequence[int | None]) -> bool:
    """Whether several numbers are given and none is near one of the roll call's: they are rather those of another vote."""
    tally = call.tally
    counts = [n for n in result[:3] if n is not None]
    recorded = [n for n in (tally.yes, tally.no, tally.abstain, tally.non_voting) if n is not None]
    if len(counts) < ENOUGH_COUNTS or call.body is not Body.GA:
        return False
    return not any(abs(said - is_) <= _NEAR for said in counts for is_ in recorded)


def is_rather_of_another(calls: Sequence[RollCall], pool: Sequence[RollCall], result: Sequence[int | None]) -> bool:
    """Whether the one number given is far from each of these votes and exactly that of another: "in December 2024 it had 174"."""
    if sum(n is not None for n in result) != 1 or any(r.body is not Body.GA or _is_about(r, result) for r in calls):
        return False
    return any(as_many(r, result) for r in pool)


def _is_about(call: RollCall, result: Sequence[int | None]) -> bool:
    stated = (call.tally.yes, call.tally.no, call.tally.abstain, call.tally.non_voting)
    return any(n is not None and (is_ is None or abs(n - is_) <= _FAR) for n, is_ in zip(result, stated, strict=True))


def with_body(evidence: Evidence) -> Evidence:
    """A Council that is only spoken of voted, unless more votes are counted than it has."""
    too_many = too_many_for_council(evidence)
    if evidence.body is Body.SC and too_many:
        return replace(evidence, body=None)
    if evidence.body is not None or evidence.perhaps is None or too_many:
        return evidence
    return replace(evidence, body=evidence.perhaps)


def too_many_for_council(evidence: Evidence) -> bool:
    """Whether more votes are counted than the Council has members."""
    return any(n is not None and n > _COUNCIL_VOTES for n in evidence.result)


def counted_so(call: RollCall, result: Sequence[int | None]) -> bool:
    """Whether all numbers given are those of the roll call."""
    tally = call.tally
    stated = (tally.yes, tally.no, tally.abstain, tally.non_voting)
    return all(said is None or said == is_ for said, is_ in zip(result, stated, strict=True))
