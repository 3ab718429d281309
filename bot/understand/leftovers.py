"""Words of a statement that carry weight and that its reading has no place for: with any of them, no verdict is safe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.question import Assertion, MemberMention, TallyMention
from bot.understand.shape import Shape
from bot.understand.statement_words import Weight, weights_in
from store.facts import Position

_Held = Callable[[Assertion], bool]


def _never(_: Assertion) -> bool:
    return False


def _negates(assertion: Assertion) -> bool:
    of_times = any(p.days is not None for p in assertion.parts)  # "yes in 2024 and no in 2025"
    denied = any(p.negated or p.alone is False for p in assertion.parts)
    return of_times or denied or assertion.contrary or assertion.nobody


def _excepts(assertion: Assertion) -> bool:
    return assertion.all_but or assertion.besides or assertion.only or _without(assertion)


def _without(assertion: Assertion) -> bool:
    return any(g.without for p in assertion.parts for g in p.groups)


def _is_of_one_alone(assertion: Assertion) -> bool:
    return assertion.only or any(p.alone is not None for p in assertion.parts)


_HELD_BY: dict[str, _Held] = {
    "!": _negates,
    "L": _negates,
    "d": _negates,
    "U": _negates,
    "r": _negates,
    "q": _negates,
    "n": lambda a: a.nobody or _negates(a),
    "f": _never,
    "~": lambda a: bool(a.counts),
    "P": lambda a: bool(a.counts) or not a.only,
    "m": lambda a: any(p.share is not None for p in a.parts),
    "h": lambda a: any(p.share is not None for p in a.parts),
    "o": _is_of_one_alone,
    "l": _is_of_one_alone,
    "E": lambda a: a.only or a.besides,
    "x": _excepts,
    "S": lambda a: any(p.either for p in a.parts),
    "J": lambda a: a.unanimous,
    "O": lambda a: a.outcome is not None or bool(a.parts),
}
"""For a letter of `statement_words`, whether an assertion has a place for it."""


def left_over(shape: Shape, assertion: Assertion) -> tuple[str, ...]:
    """The weighty words that the assertion does not hold, as written; none where its claims were read in full."""
    if assertion.claims:
        return ()
    weights = list(weights_in(shape))
    tallies = [m for m in shape.mentions.values() if isinstance(m, TallyMention)]
    return tuple(dict.fromkeys(w.words for w in weights if not _is_held(w, weights, assertion, tallies)))


def _is_held(weight: Weight, weights: Sequence[Weight], assertion: Assertion, tallies: Sequence[TallyMention]) -> bool:
    if weight.letter in "nNL#" and any(weight.words == t.words for t in tallies):
        # A count that stands for a group's or is itself denied is no tally: "not one member", "the founding six".
        at = weights.index(weight)
        return at == 0 or weights[at - 1].letter not in "nfmhLa"
    if weight.letter == "D":
        return weight.words.startswith("did") or not any(w.letter in "AN" for w in weights)
    if weight.letter == "#":
        named = sum(len(p.members) for p in assertion.parts)
        return bool(assertion.counts) or weight.number in (1, 2, named)
    if weight.letter in "AN":
        return weight.position in _positions(assertion, tallies)
    if weight.letter in "sS" and not _all_named(weight, assertion):
        return any(w.words == "split" for w in weights)
    held = _HELD_BY.get(weight.letter)
    return held is None or held(assertion)


def _positions(assertion: Assertion, tallies: Iterable[TallyMention]) -> set[Position | None]:
    found = {assertion.position, *(p.position for p in assertion.parts), *(c.position for c in assertion.counts)}
    for count in assertion.counts:
        found.add(count.than)
    for tally in tallies:
        sides = {Position.YES: tally.yes, Position.NO: tally.no, Position.ABSTAIN: tally.abstain}
        found.update(side for side, count in sides.items() if count is not None)
    return found


def _all_named(weight: Weight, assertion: Assertion) -> bool:
    """Whether something is said of each of these states."""
    named = {m.start for part in assertion.parts for m in part.members}
    return all(m.start in named for m in weight.states if isinstance(m, MemberMention))
