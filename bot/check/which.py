"""Which of the votes that a text has told of are meant: "the first two", "the third", "both", "all three"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.check.claim import Claim
from bot.check.figures import number_of
from bot.check.referent import Referent, Scene, Why

_OBJECT = r"(?:\S+ ){0,2}?(?:texts?|votes?|resolutions?|drafts?|times?|occasions?|of them|[\ue300-\ue3ff])"
_WHICH = re.compile(rf"\b(?P<which>first|second|third|fourth|both|all)\b(?:$| {_OBJECT})")
_SEVERAL = re.compile(
    r"\b(?:(?:on|in|for|of|against|opposed|backed|supported|rejected) )?(?P<which>(?:the )?"
    r"(?:first|last|other) (?:two|three|four)"
    rf"|all (?:two|three|four|five|six))\b(?:$| {_OBJECT})"
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
BOTH = "both"


def which_in(words: str) -> str | None:
    """The words of an act that say so: "abstained on | the first two"; "all three abstained" speaks of states."""
    several = _SEVERAL.search(words.rstrip())
    if several and several.start():
        return several["which"].removeprefix("the ")
    found = _WHICH.search(words.removeprefix("both of them ").rstrip())  # who did it, and not on what
    return found["which"] if found else None


def is_of_several(which: str | None) -> bool:
    """Whether more than one is meant, of each of which the claim is to hold."""
    return which is not None and (which in (BOTH, "all") or " " in which)


def meant(claim: Claim, current: Referent | None, scene: Scene) -> Referent | None:
    """One or several of those told of before; `current` where nothing says so."""
    if claim.among is not None:
        return scene.numbers.get(claim.among, current)
    place = _ORDINALS.get(claim.which or "")
    if place is not None and 1 < len(scene.told) > place:
        return scene.told[place]
    if current is None or claim.which is None:
        return current
    if claim.which == BOTH:
        both = len(scene.told) >= 2 and (len(current.calls) < 2 or current in scene.told)
        return _each_of(scene.told[-2:], current) if both else current
    if " " in claim.which:
        return _several(claim.which, current, scene)
    return current


def _several(which: str, current: Referent, scene: Scene) -> Referent:
    """ "The first two", "all three"; without so many votes told of, nobody knows which."""
    order, _, words = which.partition(" ")
    number, told = number_of(words) or 0, scene.told
    known = len(told) == number if order == "all" else len(told) >= number
    if not known or order == "other":
        return Referent(why=Why.NOT_THEN, body=current.body, near=current.calls)
    return _each_of(told[:number] if order == "first" else told[-number:], current)


def _each_of(told: Sequence[Referent], current: Referent) -> Referent:
    unclear = any(len(one.calls) > 1 for one in told)
    return replace(current, calls=tuple(dict.fromkeys(call for one in told for call in one.calls)), guess=unclear)
