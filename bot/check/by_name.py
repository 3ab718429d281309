"""The votes that a nickname stands for, at the time that a text speaks of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.check.by_words import MOST_READINGS, ByWords
from bot.check.evidence import Evidence
from bot.check.matter import Matter
from bot.check.referent import Referent, Scene
from bot.check.results import ENOUGH_COUNTS, as_many, counted_so, is_told_fully
from bot.check.weighing import AS_GOOD, Weighing
from bot.lookup.pool import in_days
from bot.lookup.record import Record
from bot.question import DayRange
from store.facts import Body, RollCall

_BETTER, _BETTER_STILL = 1.15, 0.95  # by how much another title must fit better than a nickname's vote; and those beside it
_FEW = 3  # votes of a day, of which one is likely meant by a name that none of them has
_BEFORE_NAME, _BEHIND_NAME = 40, 120  # characters around a nickname in which the words of a longer title stand


class ByName:
    """Words stand in where the nickname had no vote at that time."""

    def __init__(self, record: Record, weigh: Weighing, by_words: ByWords, today: dt.date) -> None:
        self._record = record
        self._weigh = weigh
        self._by_words = by_words
        self._today = today

    def find(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene, body: Body | None) -> Referent | None:
        """None where the words of the nickname may yet find something at the story's time."""
        named = list(dict.fromkeys(r for name in evidence.names for r in self._record.named_votes(name.key)))
        so = [r for r in named if as_many(r, evidence.result) >= ENOUGH_COUNTS and counted_so(r, evidence.result)]
        if so and (not in_days(named, days) if days else not scene.days):
            return Referent(tuple(so[:MOST_READINGS]), body=so[0].body, firm=len(so) == 1)
        when = days or (scene.days if evidence.same_day else ())
        here = in_days(named, when) if when else self._latest(named, scene)
        if evidence.body is not None:
            here = [r for r in here if r.body is evidence.body]
        elif len({r.body for r in here}) > 1:
            here = [r for r in here if r.body is (body or Body.GA)] or here
        if here and not when and scene.days and not in_days(here, scene.days):
            # A nickname of another time than the text's: rather words for what the text speaks of.
            terms = tuple(t for n in evidence.names for t in n.terms)
            matters = tuple(Matter(n.terms, fronted=True) for n in evidence.names)
            worded = replace(evidence, names=(), terms=(*terms, *evidence.terms), matters=matters)
            found = self._by_words.find(worded, days, scene, body)
            if len(named) == 1:
                if _leads_elsewhere(found, scene):
                    return found
            elif (
                found is not None
                and found.calls
                and not any(counted_so(r, evidence.result) for r in here if any(evidence.result))
            ):
                return found
            else:
                return Referent(tuple(here[:MOST_READINGS]), body=here[0].body, sure=False, series=tuple(named), guess=True)
        if here and not when and (told := self._of_the_storys_days(here, evidence, scene)) is not None:
            return told
        if here:
            fitting = self._weigh.narrowed(self._or_better(here, evidence, when), evidence)
            undated = not when and not scene.days and len(named) > 1
            series = tuple(named)
            return Referent(tuple(fitting[:MOST_READINGS]), body=here[0].body, days=days, series=series, undated=undated)
        if when:
            terms = tuple(t for n in evidence.names for t in n.terms)
            found = self._by_words.find(replace(evidence, names=(), terms=(*terms, *evidence.terms)), days, scene, body)
            if found is not None and found.calls and found.sure:
                return _so_called(found, evidence)
            if found is not None and found.calls and len(found.calls) <= _FEW and all(d.precision == "day" for d in when):
                return replace(found, guess=True)
            near = sorted(named, key=lambda r: abs((r.date - when[0].first).days))
            return Referent(why=self._weigh.why_not_then(when, body), body=body, days=days, near=tuple(near[:3]))
        return None

    def _of_the_storys_days(self, named: Sequence[RollCall], evidence: Evidence, scene: Scene) -> Referent | None:
        """The vote of the days spoken of that has these figures, where that of the nickname has others and is of another time."""
        if not scene.days or in_days(named, scene.days) or not any(evidence.result):
            return None
        if any(counted_so(r, evidence.result) for r in named):
            return None
        pool = self._weigh.pool(scene.days, None, evidence)
        so = [r for r in pool if as_many(r, evidence.result) >= ENOUGH_COUNTS and counted_so(r, evidence.result)]
        if len(so) == 1:
            return Referent(tuple(so), body=so[0].body, days=scene.days)
        return Referent(tuple(named[:MOST_READINGS]), body=named[0].body, sure=False, guess=True)

    def _or_better(self, named: Sequence[RollCall], evidence: Evidence, days: tuple[DayRange, ...]) -> list[RollCall]:
        """The votes of a nickname, unless all the words together fit the title of another of those days better, or fit it
        well and its result is the one given: "follow-up to the High-Level Meeting on Nuclear Disarmament"."""
        if any(as_many(r, evidence.result) >= ENOUGH_COUNTS for r in named):
            return list(named)
        bodies = {r.body for r in named}
        pool = [r for r in self._weigh.pool(days, None, evidence) if r.body in bodies]
        beside = (
            t for t in evidence.terms if any(n.start - _BEFORE_NAME < t.start < n.end + _BEHIND_NAME for n in evidence.names)
        )
        scored = self._weigh.masses((*(t for n in evidence.names for t in n.terms), *beside), pool)
        here = max((scored.get(r.id, 0.0) for r in named), default=0.0)
        best = max(scored.values(), default=0.0)
        if best > here * _BETTER:
            return [r for r in pool if scored.get(r.id, 0.0) >= best * _BETTER_STILL]
        if as_many(named[0], evidence.result) or not any(evidence.result):
            return list(named)
        fully = [r for r in pool if is_told_fully(r, evidence.result)]
        if len(fully) == 1 and all(r.date != fully[0].date for r in named):
            return fully
        so = [r for r in pool if as_many(r, evidence.result) >= ENOUGH_COUNTS and counted_so(r, evidence.result)]
        as_good = [r for r in so if scored.get(r.id, 0.0) >= here * AS_GOOD]
        return [r for r in as_good if _is_so_called(r, evidence)] or as_good or list(named)

    def _latest(self, named: Sequence[RollCall], scene: Scene) -> list[RollCall]:
        """A nickname without a time: the vote spoken of if it is one of these, else the latest by today."""
        if scene.referent and (same := [r for r in named if r in scene.referent.calls]):
            return same
        if scene.days and (near := in_days(named, scene.days)):
            return near
        until = [r for r in named if r.date <= self._today] or list(named)
        year = scene.likely_year
        if year and (in_its_year := [r for r in until if r.date.year == year]):
            return in_its_year
        latest = max((r.date for r in until), default=None)
        return [r for r in until if r.date == latest]


def _so_called(found: Referent, evidence: Evidence) -> Referent:
    """Of several texts that the words of a nickname fit, those whose titles have it as it is written."""
    called = tuple(r for r in found.calls if _is_so_called(r, evidence))
    return replace(found, calls=called) if called else found


def _is_so_called(call: RollCall, evidence: Evidence) -> bool:
    return any(n.words.lower() in call.title.lower() for n in evidence.names)


def _leads_elsewhere(found: Referent | None, scene: Scene) -> bool:
    """Whether the words of a nickname are those of one other text of the days spoken of."""
    told = scene.referent.calls if scene.referent is not None else ()
    return found is not None and found.firm and len(found.calls) == 1 and found.calls != told
