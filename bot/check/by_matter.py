"""The vote of the day that is on what a sentence opens with: "Outer space came and went with one no"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.check.evidence import Evidence
from bot.check.matter import Matter
from bot.check.referent import Referent, Scene, Why
from bot.check.results import LEAST_CAST, counted_so
from bot.check.weighing import ENOUGH, Weighing
from bot.lookup.series import title_signature
from bot.question import Term
from store.facts import RollCall

_MOST = 0.65  # share of the words of a matter that a title must have
_SOME = 0.3  # share that leaves a sentence with the vote spoken of
_ALL = 0.99
_LIGHT = 0.25
_LONE_WORD = 4.0  # what a single word must weigh
_MOST_READINGS = 4


class ByMatter:
    """Asked where nothing else leads away from the vote spoken of."""

    def __init__(self, weigh: Weighing) -> None:
        self._weigh = weigh

    def find(self, evidence: Evidence, pool: Sequence[RollCall], focus: Referent, scene: Scene) -> Referent | None:
        """Another vote of the pool, or that it was not made out; None where the sentence goes on with the one spoken of."""
        for matter in evidence.matters:
            found = self._on(matter, evidence, pool, focus, scene)
            if found is not None:
                return found
        if not evidence.matters or any(self._is_of(focus, m, scene) for m in evidence.matters):
            return None
        subject = any(m.subject for m in evidence.matters)
        if subject and (numbered := _by_its_number(evidence, pool, focus)) is not None:
            return Referent((numbered,), body=numbered.body, days=scene.days)
        if any(m.fronted for m in evidence.matters) and not any(counted_so(r, evidence.result) for r in _told(evidence, focus)):
            return Referent(why=Why.NOT_THEN, body=focus.body or scene.body, days=scene.days, near=focus.calls)
        return None

    def _on(
        self, matter: Matter, evidence: Evidence, pool: Sequence[RollCall], focus: Referent, scene: Scene
    ) -> Referent | None:
        shares = self._shares(matter.terms, [*pool, *focus.calls])
        best = max(shares.values(), default=0.0)
        lone = len(matter.terms) == 1 and matter.terms[0].about is None
        least = _LONE_WORD if lone else ENOUGH
        if best < _MOST or self._weigh.best(matter.terms, pool) < least:
            return None
        fitting = [r for r in pool if shares.get(r.id, 0.0) >= best]
        mine = [r for r in focus.calls if shares.get(r.id, 0.0) >= best]
        if mine:
            if not matter.fronted or len(focus.calls) > 1:
                return None
            wide = len(title_signature(mine[0].title))
            fitting = [r for r in fitting if len(title_signature(r.title)) < wide and r not in mine]
            if not fitting or (any(evidence.result) and counted_so(mine[0], evidence.result)):
                return None
        fitting = self._weigh.narrowed(fitting, evidence)[:_MOST_READINGS]
        firm, guess = len(fitting) == 1 and best >= _ALL, best < _ALL
        return Referent(tuple(fitting), body=fitting[0].body, days=scene.days, firm=firm, guess=guess, rivals=tuple(mine))

    def _is_of(self, focus: Referent, matter: Matter, scene: Scene) -> bool:
        """Whether words of the matter are of the vote spoken of, or the text named it by them."""
        said = {a for t in (*scene.terms, *(t for n in scene.names for t in n.terms)) for a in t.alternatives}
        if any(a in said for t in matter.terms for a in t.alternatives):
            return True
        return max(self._shares(matter.terms, focus.calls).values(), default=0.0) >= (_MOST if matter.fronted else _SOME)

    def _shares(self, terms: Sequence[Term], calls: Sequence[RollCall]) -> dict[int, float]:
        """Roll call id -> the share of the words that its title has; a light word is half a word."""
        weights = [_LIGHT if t.light else 1.0 for t in terms]
        shares: dict[int, float] = {}
        for term, weight in zip(terms, weights, strict=True):
            for number in self._weigh.masses([term], calls):
                shares[number] = shares.get(number, 0.0) + weight / sum(weights)
        return shares


def _told(evidence: Evidence, focus: Referent) -> Sequence[RollCall]:
    return focus.calls if any(n is not None for n in evidence.result) else ()


def _by_its_number(evidence: Evidence, pool: Sequence[RollCall], focus: Referent) -> RollCall | None:
    """The only one with the only number told: "the declaration of Nice had 162 votes"."""
    told = [n for n in evidence.result if n is not None]
    if not told or sum(told) < LEAST_CAST or any(counted_so(r, evidence.result) for r in focus.calls):
        return None
    so = [r for r in pool if counted_so(r, evidence.result)]
    return so[0] if len(so) == 1 else None
