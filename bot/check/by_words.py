"""The votes that words of a topic, a time and numbers mean, in a text that has spoken of others before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.check.by_matter import ByMatter
from bot.check.by_series import BySeries
from bot.check.evidence import Evidence
from bot.check.referent import Referent, Scene, Why
from bot.check.results import (
    ENOUGH_COUNTS,
    LEAST_CAST,
    MANY_CAST,
    as_many,
    counted_so,
    has_swapped,
    is_far_off,
    is_rather_of_another,
)
from bot.check.times import days_meant
from bot.check.weighing import AS_GOOD, ENOUGH, TELLING, Weighing
from bot.lookup.record import Record
from bot.lookup.series import series_of
from bot.lookup.siblings import siblings
from bot.question import DayRange, Term
from store.facts import Body, RollCall, is_plain

MOST_READINGS = 12
_A_MONTH = 31  # days: over more of them a text on the matter may well be another's
_WIDE = 27  # days: over more than a month several texts on a matter are likely, and more of them are weighed
_AS_GOOD_OVER_TIME = 0.4
_CLEARLY_ELSEWHERE = 1.35  # how much better another text must fit than the one spoken of, to be meant instead
_ONE_WORD_MORE = 1.5  # what a word weighs that the title of the one spoken of lacks
_ALL_BUT_AS_GOOD = 0.9  # share of the best one's weight, where the words say what the text is on
_NUMBER_OF_SYMBOL = re.compile(r"S/RES/(\d+)")
_FEW_OTHERS = 3


class ByWords:
    """A sentence without a time goes on with the vote spoken of; one with a time finds the story's vote of that time."""

    def __init__(self, record: Record, weigh: Weighing, today: dt.date) -> None:
        self._record = record
        self._weigh = weigh
        self._by_matter = ByMatter(weigh)
        self._by_series = BySeries(record)
        self._today = today

    def find(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene, body: Body | None) -> Referent | None:
        """`days`: those that the words name; without any, those of the scene."""
        focus = scene.referent
        if not (days or scene.days):
            return self._by_tally_alone(evidence, body) or focus
        told = None if days or (focus is not None and focus.firm) else self._by_tally_alone(evidence, body)
        told = told or self._of_series_by_tally(evidence, focus)
        if told is not None:
            return told
        if evidence.up_to is not None and not days and (then := self._by_that_year(evidence.up_to, evidence, focus)) is not None:
            return then
        pool = self._pool(evidence, days, scene, body)
        if days and (told := self._told_alone(evidence, days, pool, scene)) is not None:
            return told
        if days and (told := self._of_another_time(evidence, pool, body)) is not None:
            return told
        if not pool:
            if not days and (not evidence.body or focus is None or focus.body is evidence.body):
                return focus
            return Referent(why=self._weigh.why_not_then(days or scene.days, body), body=body, days=days)
        if not days and (evidence.body is None or evidence.body is scene.body) and focus is not None:
            other = self._other_of_that_day(evidence, pool, focus, scene)
            return other if other.calls != focus.calls else self._by_matter.find(evidence, pool, focus, scene) or other
        return self._of_that_time(evidence, days, pool, scene, body)

    def _pool(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene, body: Body | None) -> list[RollCall]:
        when = days or scene.days
        pool = self._weigh.pool(when, body or Body.GA, evidence)
        if pool or not days:
            return pool
        others = self._weigh.pool(when, None if evidence.body is None else evidence.perhaps or None, evidence)
        counted = any(n is not None for n in evidence.result) and any(counted_so(r, evidence.result) for r in others)
        return others if evidence.body is None or counted or evidence.perhaps is not None else []

    def _told_alone(
        self, evidence: Evidence, days: tuple[DayRange, ...], pool: Sequence[RollCall], scene: Scene
    ) -> Referent | None:
        """The one of that time that ended with these figures, unless its title fits the words worse, and with those said before,
        too; or that has the number."""
        so = [r for r in pool if as_many(r, evidence.result) >= ENOUGH_COUNTS and counted_so(r, evidence.result)]
        fully = all(n is not None for n in evidence.result[:3])
        fits, before = self._weigh.fits_as_well, (*scene.terms, *(t for n in scene.names for t in n.terms))
        as_well = len(so) == 1 and (fits(so[0], evidence.terms, pool) or fits(so[0], (*evidence.terms, *before), pool))
        if len(so) == 1 and (fully or as_well):
            return Referent(tuple(so), body=so[0].body, days=days, firm=True)
        numbered = _by_bare_number(evidence.terms, pool)
        return None if numbered is None else Referent((numbered,), body=numbered.body, days=days, exact=True)

    def _of_that_time(
        self, evidence: Evidence, days: tuple[DayRange, ...], pool: Sequence[RollCall], scene: Scene, body: Body | None
    ) -> Referent:
        """The vote of the story's series at that time, else what the words fit, else what they fit with those said before."""
        best = self._weigh.best(evidence.terms, pool)
        of_its_own = best
        again = [] if evidence.names or not days else self._of_the_story(pool, scene)
        if best < TELLING and again and (best < ENOUGH or self._goes_on(evidence, pool, again)):
            if best < ENOUGH and is_rather_of_another(again, pool, evidence.result):
                return Referent(why=Why.OTHER_TALLY, body=body, days=days, near=tuple(again))
            fitting = self._weigh.narrowed(again, evidence)
            return Referent(tuple(fitting), body=body, days=days, firm=len(fitting) == 1)
        terms: Sequence[Term] = evidence.terms
        if best < ENOUGH and not evidence.names and days:
            terms = (*terms, *scene.terms, *(t for n in scene.names for t in n.terms), *scene.about)
            best = self._weigh.best(terms, pool)
        when = days or scene.days
        fitting = self._weigh.narrowed(self._fitting(terms, pool, when) if best >= ENOUGH else pool, evidence)
        if best < ENOUGH and len(fitting) > MOST_READINGS:
            return Referent(why=self._weigh.why_not_then(when, body), body=body, days=days)
        one = len(fitting) == 1
        rivals = _rivals(pool, fitting, when) if of_its_own < TELLING and not any(evidence.result) else ()
        so = [r for r in pool if as_many(r, evidence.result) >= ENOUGH_COUNTS and counted_so(r, evidence.result)]
        rivals = (*rivals, *so) if len(so) == 1 and so[0] not in fitting else rivals
        found = tuple(fitting[:MOST_READINGS])
        of_a_month = bool(days) and all((d.last - d.first).days <= _A_MONTH for d in days)
        sure, firm = best >= ENOUGH or one, best >= ENOUGH and one and (of_a_month or (bool(days) and best >= TELLING))
        return Referent(found, body=body, days=days, sure=sure, firm=firm, rivals=rivals)

    def _fitting(self, terms: Sequence[Term], pool: Sequence[RollCall], days: Sequence[DayRange]) -> list[RollCall]:
        """Those whose titles fit the words best, or nearly so."""
        scored = self._weigh.masses(terms, pool)
        as_good = _AS_GOOD_OVER_TIME if any((d.last - d.first).days > _WIDE for d in days) else AS_GOOD
        least = max(scored.values(), default=0.0) * as_good
        return [r for r in pool if scored.get(r.id, 0.0) >= least]

    def _of_series_by_tally(self, evidence: Evidence, focus: Referent | None) -> Referent | None:
        """ "By 3 August it was 133 to 12": the vote of the series that ended so, of a time that the words leave open."""
        if focus is None or not focus.calls or not (evidence.up_to is not None or focus.undated):
            return None
        series = focus.series or series_of(focus.calls[0], self._record)
        so = [r for r in series if as_many(r, evidence.result) >= ENOUGH_COUNTS and counted_so(r, evidence.result)]
        return Referent(tuple(so), body=so[0].body, firm=True) if len(so) == 1 else None

    def on_its_matter(self, evidence: Evidence, scene: Scene) -> Referent | None:
        """Another vote of the day spoken of, told by what the sentence opens with."""
        pool = self._weigh.pool(scene.days, scene.body, evidence)
        return self._by_matter.find(evidence, pool, scene.referent, scene) if pool and scene.referent is not None else None

    def _by_that_year(self, year: int, evidence: Evidence, focus: Referent | None) -> Referent | None:
        then = DayRange(dt.date(year, 1, 1), dt.date(year, 12, 31), "", 0, 0)
        pool = self._weigh.pool([then], focus.body if focus is not None else None, evidence)
        return self._by_series.of_year(year, focus, evidence.result, pool)

    def _goes_on(self, evidence: Evidence, pool: Sequence[RollCall], again: Sequence[RollCall]) -> bool:
        """Whether the series of the story is meant: its result is told, or only names of states speak against it."""
        if any(as_many(r, evidence.result) >= ENOUGH_COUNTS for r in again):
            return True
        scored = self._weigh.masses([t for t in evidence.terms if t.about is None], pool)
        best = max(scored.values(), default=0.0)
        return best < ENOUGH or max(scored.get(r.id, 0.0) for r in again) >= best * AS_GOOD

    def _of_the_story(self, pool: Sequence[RollCall], scene: Scene) -> list[RollCall]:
        """Those that carry on the series of the vote spoken of, or have its nickname; both, where that can be."""
        focus = scene.referent
        if focus is not None and focus.calls and all(r in pool for r in focus.calls):
            return list(focus.calls)
        of_series = {r.id for r in self._by_series.carried_on(focus, pool)}
        of_name = {r.id for n in scene.names for r in self._record.named_votes(n.key)}
        for wanted in (of_series & of_name, of_series if scene.is_firm else of_name, of_series | of_name):
            if found := [r for r in pool if r.id in wanted]:
                return found
        return []

    def _other_of_that_day(self, evidence: Evidence, pool: Sequence[RollCall], focus: Referent, scene: Scene) -> Referent:
        """Without a time of its own a sentence goes on with the vote spoken of, unless its words fit another of that day."""
        scored = self._weigh.masses(evidence.terms, pool)
        best = max(scored.values(), default=0.0)
        here = max((scored.get(r.id, 0.0) for r in focus.calls), default=0.0)
        elsewhere = all(is_far_off(r, evidence.result) for r in focus.calls)
        may_be_another = here < ENOUGH and (not focus.exact or best >= ENOUGH)
        may_be_another = may_be_another or evidence.names_text or evidence.same_day
        if (evidence.other or may_be_another or elsewhere) and not any(counted_so(r, evidence.result) for r in focus.calls):
            so = [r for r in pool if as_many(r, evidence.result) >= ENOUGH_COUNTS and counted_so(r, evidence.result)]
            if len(so) == 1:
                return Referent(tuple(so), body=so[0].body, days=scene.days)
        if evidence.other and best < ENOUGH and len(focus.calls) == 1:
            others = [r for r in siblings(focus.calls[0], self._record) if is_plain(r) and r.body is focus.calls[0].body]
            if others:
                return Referent(tuple(others[:MOST_READINGS]), body=others[0].body, days=scene.days)
        if evidence.names_text and best >= ENOUGH and (len(focus.calls) > 1 or best >= here + _ONE_WORD_MORE):
            named = [r for r in pool if scored.get(r.id, 0.0) >= best * _ALL_BUT_AS_GOOD]
            named = self._weigh.narrowed(named, evidence)
            if len(named) < len(focus.calls) or best > here:
                return Referent(tuple(named[:MOST_READINGS]), body=named[0].body, days=scene.days, firm=len(named) == 1)
        full = evidence.result[0] is not None and evidence.result[1] is not None
        enough = ENOUGH if full or evidence.other or evidence.names_text or not focus.firm else 2 * ENOUGH
        by_a_word = focus.exact and len(evidence.terms) == 1 and not (full or evidence.other or evidence.names_text)
        clearly = best > here * _CLEARLY_ELSEWHERE + 1.0 and (here == 0 or full or best >= 2 * ENOUGH)
        if best >= enough and clearly and not by_a_word:
            fitting = [r for r in pool if scored.get(r.id, 0.0) >= best * AS_GOOD]
            fitting = self._weigh.narrowed(fitting, evidence)[:MOST_READINGS]
            firm = len(fitting) == 1 and best >= TELLING
            return Referent(tuple(fitting), body=fitting[0].body, days=scene.days, firm=firm)
        if len(focus.calls) > 1:
            fitting = self._weigh.narrowed(focus.calls, evidence)
            told = len(fitting) == 1 and sum(n is not None for n in evidence.result) >= ENOUGH_COUNTS
            return replace(focus, calls=tuple(fitting), firm=told or focus.firm)
        return focus

    def _by_tally_alone(self, evidence: Evidence, body: Body | None) -> Referent | None:
        yes, no, abstain, _ = evidence.result
        if yes is None or no is None or yes + no < LEAST_CAST:
            return None
        found = [r for r in self._record.catalogue.by_tally(yes, no, abstain, body) if is_plain(r)]
        scored = self._weigh.masses(evidence.terms, found)
        fitting = [r for r in found if scored.get(r.id, 0.0) >= ENOUGH]
        if len(fitting) == 1:
            return Referent(tuple(fitting), body=body)
        if len(found) == 1 and abstain is not None and (evidence.anchored or yes + no + abstain >= MANY_CAST):
            return Referent(tuple(found), body=body)
        return None

    def _of_another_time(self, evidence: Evidence, pool: Sequence[RollCall], body: Body | None) -> Referent | None:
        """The one on the matter that ended with these figures, on whatever day, where none of the time named did or is on it."""
        if any(as_many(r, evidence.result) for r in pool):
            return None
        told = self._by_tally_alone(evidence, body)
        if told is None or self._weigh.best(evidence.terms, pool) > self._weigh.best(evidence.terms, told.calls):
            return None
        return replace(told, firm=True)

    def by_counts(self, evidence: Evidence, scene: Scene) -> Referent | None:
        """The one roll call of the days named that ended as the sentence says: what tells a vote of the United Nations
        in a text that names no body."""
        days = days_meant(evidence, scene, self._today) or scene.days
        pool = self._weigh.pool(days, None, evidence)
        found = [r for r in pool if as_many(r, evidence.result) >= ENOUGH_COUNTS or has_swapped(r, evidence.result)]
        return Referent(tuple(found)) if len(found) == 1 else None


def _by_bare_number(terms: Sequence[Term], pool: Sequence[RollCall]) -> RollCall | None:
    """ "A month later, on 1203": a resolution of that time, by its number alone."""
    numbers = {word for t in terms for words in t.alternatives for word in words if word.isdigit()}
    numbered = [r for r in pool if r.body is Body.SC and numbers & set(_NUMBER_OF_SYMBOL.findall(r.symbol))]
    return numbered[0] if len(numbered) == 1 else None


def _rivals(pool: Sequence[RollCall], fitting: Sequence[RollCall], days: Sequence[DayRange]) -> tuple[RollCall, ...]:
    """The few others of that day, which words that tell little may mean as well."""
    of_one_day = all(d.precision == "day" and d.first == d.last for d in days)
    others = [r for r in pool if r not in fitting] if of_one_day else []
    return tuple(others) if len(others) <= _FEW_OTHERS else ()
