"""The text spoken of -> another of its lettered parts ("and the B text?"), another of that day, or one of several shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.lookup.siblings import siblings
from bot.lookup.wording import offers
from store.facts import Body, RollCall, is_plain
from store.symbols import session_number

_LETTER = re.compile(r"\d\)?(?:\[(?P<bracketed>[A-Z]{1,2})\]|(?P<bare>[A-Z]))$")
_PAIR = 2


def part_called(letter: str, spoken_of: Sequence[RollCall], record: Record) -> Selection:
    """The part with that letter; none where the text has no such part on record, with those that it has."""
    parts = [p for call in spoken_of for p in _lettered(call, record)]
    called = tuple(dict.fromkeys(p for p in parts if letter_of(p) == letter))
    if called:
        return Selection(Found.MEANT if len(called) == 1 else Found.CHOOSE, called)
    missing = offers.part_of(letter, spoken_of[0].symbol)
    return Selection(Found.NONE, near=tuple(dict.fromkeys(parts))[:5] or tuple(spoken_of[:1]), missing=(missing,))


def part_at(place: int, spoken_of: Sequence[RollCall], record: Record) -> Selection:
    """ "The second one": of those shown; of one text, of its lettered parts; else the reader says which of that day."""
    several = list(spoken_of) if len(spoken_of) > 1 else sorted(_lettered(spoken_of[0], record), key=lambda r: r.symbol)
    if len(several) > 1:
        at = place - 1 if place > 0 else place
        return Selection(Found.MEANT, (several[at],)) if at < len(several) else Selection(Found.CHOOSE, tuple(several))
    others = [s for s in siblings(spoken_of[0], record) if is_plain(s)]
    return Selection(Found.CHOOSE if others else Found.NONE, (*spoken_of, *others) if others else (), near=tuple(spoken_of))


def other_of_that_day(spoken_of: Sequence[RollCall], body: Body | None, record: Record) -> Selection:
    """ "The other one", "the other part": the text's own other part before another of that day on the matter; where there are
    several in that body, the reader says which."""
    if len(spoken_of) == _PAIR and spoken_of[0].date == spoken_of[1].date:
        return Selection(Found.MEANT, (spoken_of[1],))
    parts = [p for p in _lettered(spoken_of[0], record) if p not in spoken_of]
    found = [s for s in siblings(spoken_of[0], record) if s not in spoken_of and is_plain(s) and body in (None, s.body)]
    others = parts or [s for s in found if s.body is found[0].body] or list(spoken_of[1:2])
    if not others:
        return Selection(Found.NONE)
    return Selection(Found.MEANT if len(others) == 1 else Found.CHOOSE, tuple(others))


def letter_of(call: RollCall) -> str | None:
    """ "B" of A/RES/3390(XXX)[B] and of A/RES/34/2B."""
    found = _LETTER.search(call.key)
    return (found["bracketed"] or found["bare"]) if found else None


def _lettered(call: RollCall, record: Record) -> list[RollCall]:
    """All parts of the text that this one is a part of, itself included; none where it is whole."""
    named = session_number(call.key)
    if named is None or letter_of(call) is None:
        return []
    return [r for r in record.catalogue.by_session_number(*named) if letter_of(r) is not None and is_plain(r)]
