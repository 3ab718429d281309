"""Roll calls of a time and body, and how well the words, numbers and sponsor of a text fit each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.check.evidence import Evidence
from bot.check.referent import Why
from bot.check.results import counted_so, has_swapped, too_many_for_council
from bot.lookup.matching import masses
from bot.lookup.record import Record
from bot.question import DayRange, MemberMention, Term
from store.facts import Body, Outcome, Position, RollCall, is_plain

ENOUGH = 3.0  # what the words of a topic must weigh together in a title: a word in one of twenty roll calls weighs three
TELLING = 8.0  # and to tell it alone
AS_GOOD = 0.66  # share of the best one's weight with which another text fits the words as well


class Weighing:
    """Each term of a text is weighed once over all titles."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._weights: dict[tuple[tuple[str, ...], ...], dict[int, float]] = {}

    def narrowed(self, calls: Sequence[RollCall], evidence: Evidence) -> list[RollCall]:
        """Those that the tallies given beside fit, where they fit any."""
        if any(n is not None for n in evidence.result):
            if too_many_for_council(evidence):
                calls = [r for r in calls if r.body is not Body.SC] or list(calls)
            fitting = [r for r in calls if counted_so(r, evidence.result)]
            calls = fitting or [r for r in calls if has_swapped(r, evidence.result)] or list(calls)
        if evidence.sponsor is not None and len(calls) > 1:
            calls = self.backed_by(evidence.sponsor, calls) or list(calls)
        return list(calls)

    def backed_by(self, sponsor: MemberMention, calls: Sequence[RollCall]) -> list[RollCall]:
        """A text is its sponsor's only if the sponsor voted for it."""
        codes = set(sponsor.codes)
        cast = self._record.votes(calls, codes)
        return [r for r in calls if Position.YES in cast.get(r.id, {}).values()]

    def fits_as_well(self, call: RollCall, terms: Sequence[Term], pool: Sequence[RollCall]) -> bool:
        """Whether no other title fits the words clearly better."""
        scored = self.masses(terms, pool)
        best = max(scored.values(), default=0.0)
        return best < ENOUGH or scored.get(call.id, 0.0) >= best * AS_GOOD

    def pool(self, days: Iterable[DayRange], body: Body | None, evidence: Evidence) -> list[RollCall]:
        """Whole texts of those days, of the body, session and outcome spoken of; of every body where none is given."""
        found = [r for d in days for r in self._record.catalogue.on(d.first, d.last, body) if is_plain(r)]
        if too_many_for_council(evidence):
            found = [r for r in found if r.body is not Body.SC]
        if evidence.emergency:
            found = [r for r in found if r.session is not None and r.session.startswith("ES-")] or found
        if evidence.veto and evidence.draft:
            found = [r for r in found if r.outcome is Outcome.VETOED]
        return list(dict.fromkeys(found))

    def masses(self, terms: Sequence[Term], pool: Sequence[RollCall]) -> dict[int, float]:
        """Roll call id -> what the words weigh together in its title."""
        ids = frozenset(r.id for r in pool)
        weigh: dict[int, float] = {}
        for term in terms:
            if term.alternatives not in self._weights:
                stems = {s for a in term.alternatives for s in a}
                self._weights[term.alternatives] = masses(term, self._record.postings(stems), len(self._record.catalogue))
            weights = self._weights[term.alternatives]
            for number in ids & weights.keys() if len(weights) > len(ids) else (n for n in weights if n in ids):
                weigh[number] = weigh.get(number, 0.0) + weights[number]
        return weigh

    def best(self, terms: Sequence[Term], pool: Sequence[RollCall]) -> float:
        """The weight of the best of them."""
        return max(self.masses(terms, pool).values(), default=0.0)

    def why_not_then(self, days: Sequence[DayRange], body: Body | None) -> Why:
        """Whether nothing was voted on then, or the data do not reach so far."""
        bounds = self._record.reaches(body or Body.GA)
        return Why.LATER if bounds and all(d.first > bounds[1] for d in days) else Why.NOT_THEN
