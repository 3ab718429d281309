"""Which roll calls a sentence speaks of: found once for each sentence, from its own words and from what the text said before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.check.context import Evidence, in_year, moved
from bot.check.referent import Referent, Scene, Why
from bot.lookup.by_symbol import by_symbol
from bot.lookup.matching import masses
from bot.lookup.pool import in_days
from bot.lookup.record import Record
from bot.lookup.series import series_of
from bot.lookup.siblings import siblings
from bot.question import DayRange, Intent, MemberMention, Question, SymbolMention, Term
from store.facts import Body, Outcome, Position, RollCall, is_plain

MOST_READINGS = 12
_ENOUGH = 3.0  # what the words of a topic must weigh together in a title: a word in one of twenty roll calls weighs three
_TELLING = 8.0  # and to tell it alone
_AS_GOOD = 0.66  # share of the best one's weight with which another text fits the words as well
_WIDE = 27  # days: over more than a month several texts on a matter are likely, and more of them are weighed
_AS_GOOD_OVER_TIME = 0.4
_MOST_ABOUT = 4  # states that a text is about, which its topic is remembered by
_LEAST_CAST = 12  # votes that a tally must hold to identify a roll call
_MANY_CAST = 100  # votes of a full tally that few roll calls have
_ENOUGH_COUNTS = 2  # numbers that must fit
_BETTER, _BETTER_STILL = 1.15, 0.95  # by how much another title must fit better than a nickname's vote; and those beside it
_BEFORE_NAME, _BEHIND_NAME = 40, 120  # characters around a nickname in which the words of a longer title stand
_CLEARLY_ELSEWHERE = 1.35  # how much better another text must fit than the one spoken of, to be meant instead


class Referents:
    """Finds them for one text. `today` is the day from which "last week" counts."""

    def __init__(self, record: Record, today: dt.date) -> None:
        self._record = record
        self._today = today
        self._weights: dict[tuple[tuple[str, ...], ...], dict[int, float]] = {}

    def find(self, evidence: Evidence, scene: Scene) -> Referent | None:
        """What is meant now, kept in the scene; None where the text has named no vote yet."""
        if evidence.anchored or evidence.names_vote:
            scene.foreign = evidence.foreign and not evidence.anchored and not evidence.symbols
        elif evidence.foreign:
            scene.foreign = True
        elif evidence.days and scene.is_firm:
            scene.foreign = False
        if scene.foreign:
            return None
        scene.about = tuple(dict.fromkeys((*scene.about, *(t for t in evidence.terms if t.about is not None))))[:_MOST_ABOUT]
        evidence = _with_body(evidence)
        days = self._days(evidence, scene)
        found = _firm(self._find(evidence, days, scene), evidence, days)
        if found is not None and evidence.veto and evidence.draft and not found.firm_of_council:
            found = Referent(why=Why.DRAFT, body=Body.SC, days=days)
        if evidence.body is not None:
            scene.body = evidence.body
        if found is not None:
            if not evidence.passing and not (scene.referent is not None and _looks_back(evidence, found, scene)):
                self._keep(found, evidence, days, scene)
                scene.aside = None
            elif found.calls:
                scene.aside = found
        else:
            scene.days = days or scene.days
            scene.names, scene.terms = evidence.names or scene.names, evidence.terms or scene.terms
        return found

    def _keep(self, found: Referent, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene) -> None:
        if evidence.names or (evidence.terms and found is not scene.referent):
            scene.names = evidence.names or scene.names
            scene.terms = evidence.terms or scene.terms
        scene.referent = found
        if found.calls:
            first, last = min(r.date for r in found.calls), max(r.date for r in found.calls)
            scene.days = days or (DayRange(first, last, "", 0, 0),)
            if first == last:
                scene.days = (DayRange(first, last, "", 0, 0),)
            scene.year = last.year
            scene.body = evidence.body or found.calls[0].body
        elif days:
            scene.days, scene.year = days, days[0].last.year

    def _days(self, evidence: Evidence, scene: Scene) -> tuple[DayRange, ...]:
        if evidence.days:
            year = scene.likely_year
            days = [
                in_year(d, year)
                if d.fitting_year and not d.relative and year and year != self._today.year
                else replace(d, fitting_year=False)
                for d in evidence.days
            ]
            days = [_of_its_month(d, scene) for d in days]
            narrow = [
                d
                for d in days
                if not any(
                    o is not d and d.first <= o.first and o.last <= d.last and (o.last - o.first) < (d.last - d.first)
                    for o in days
                )
            ]
            return tuple(narrow)
        if evidence.shift is not None:
            told = scene.aside if scene.aside is not None and evidence.shift[0] > 0 else scene.referent
            anchor = told.calls if told is not None else ()
            if anchor:
                return moved((), min(r.date for r in anchor), max(r.date for r in anchor), evidence.shift)
            if scene.days:
                return moved((), scene.days[0].first, scene.days[-1].last, evidence.shift)
        return ()

    def _find(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene) -> Referent | None:
        if evidence.symbols:
            found = self._by_symbol(evidence, days, scene)
            if found is not None:
                return found
        if evidence.outside is not None:
            return self._outside(evidence, days, scene)
        body = evidence.body or scene.body or scene.default_body
        if body is Body.SC and _too_many_for_council(evidence):
            body = Body.GA
        if body in (Body.HRC, Body.CHR) and self._record.reaches(body) is None:
            return Referent(why=Why.BODY, body=body, days=days)
        if evidence.names:
            found = self._by_name(evidence, days, scene, body)
            if found is not None:
                return found
        return self._by_words(evidence, days, scene, body)

    def _by_symbol(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene) -> Referent | None:
        calls: list[RollCall] = []
        missing: list[SymbolMention] = []
        for symbol in evidence.symbols:
            body = symbol.body or evidence.body
            question = Question(
                "", Intent.VERIFY, symbols=(symbol,), body=body, days=days, topic=evidence.terms, names=evidence.names
            )
            selection = by_symbol(question, self._record)
            found = self._likeliest(list(selection.roll_calls) if selection else [], body, evidence, days or scene.days, scene)
            calls.extend(r for r in found if r not in calls)
            if not found and symbol.certain:
                missing.append(symbol)
        if calls:
            return Referent(tuple(calls[:MOST_READINGS]), body=calls[0].body, days=days, exact=True)
        return Referent(why=Why.SYMBOL, body=evidence.body, days=days) if missing else None

    def _likeliest(
        self, found: list[RollCall], body: Body | None, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene
    ) -> list[RollCall]:
        """Of the texts of two bodies with one number, those of that time, of the body spoken of, and with that result."""
        if len({r.body for r in found}) > 1 and body is None:
            likely = scene.body or scene.default_body
            found = in_days(found, days) or found
            found = [r for r in found if r.body is likely] or found
            found = self._narrowed(found, evidence)
        return found

    def _outside(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene) -> Referent | None:
        if evidence.outside not in set(Why):
            return None
        if evidence.outside == Why.AMENDMENT:
            parts = self._amendments(evidence, days or scene.days, scene)
            if parts:
                return Referent(parts, body=evidence.body, days=days, why=Why.AMENDMENT)
        near = scene.referent.calls if scene.referent else ()
        return Referent(why=Why(evidence.outside or ""), body=evidence.body or scene.body, days=days, near=near)

    def _amendments(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene) -> tuple[RollCall, ...]:
        body = evidence.body or scene.body
        parts = [r for d in days for r in self._record.catalogue.on(d.first, d.last, body) if not is_plain(r)]
        return tuple(parts[:MOST_READINGS])

    def _by_name(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene, body: Body | None) -> Referent | None:
        named = list(dict.fromkeys(r for name in evidence.names for r in self._record.named_votes(name.key)))
        so = [r for r in named if _as_many(r, evidence.result) >= _ENOUGH_COUNTS and _counted_so(r, evidence.result)]
        if len(so) == 1 and not in_days(named, days):
            return Referent(tuple(so), body=so[0].body, firm=True)
        when = days or (scene.days if evidence.same_day else ())
        here = in_days(named, when) if when else self._latest(named, scene)
        if evidence.body is not None:
            here = [r for r in here if r.body is evidence.body]
        elif len({r.body for r in here}) > 1:
            here = [r for r in here if r.body is (body or Body.GA)] or here
        if here and not when and scene.days and not in_days(here, scene.days) and len(named) > 1:
            # A nickname of another time than the text's: rather words for what the text speaks of.
            terms = tuple(t for n in evidence.names for t in n.terms)
            found = self._by_words(replace(evidence, names=(), terms=(*terms, *evidence.terms)), days, scene, body)
            if (
                found is not None
                and found.calls
                and not any(_counted_so(r, evidence.result) for r in here if any(evidence.result))
            ):
                return found
            return Referent(tuple(here[:MOST_READINGS]), body=here[0].body, sure=False, series=tuple(named), guess=True)
        if here:
            fitting = self._narrowed(self._or_better(here, evidence, when), evidence)
            undated = not when and not scene.days and len(named) > 1
            series = tuple(named)
            return Referent(tuple(fitting[:MOST_READINGS]), body=here[0].body, days=days, series=series, undated=undated)
        if when:
            terms = tuple(t for n in evidence.names for t in n.terms)
            found = self._by_words(replace(evidence, names=(), terms=(*terms, *evidence.terms)), days, scene, body)
            if found is not None and found.calls and found.sure:
                return found
            near = sorted(named, key=lambda r: abs((r.date - when[0].first).days))
            return Referent(why=self._why_not_then(when, body), body=body, days=days, near=tuple(near[:3]))
        return None

    def _or_better(self, named: Sequence[RollCall], evidence: Evidence, days: tuple[DayRange, ...]) -> list[RollCall]:
        """The votes of a nickname, unless all the words together fit the title of another of those days better, or fit it
        well and its result is the one given: "follow-up to the High-Level Meeting on Nuclear Disarmament"."""
        bodies = {r.body for r in named}
        pool = [r for r in self._pool(days, None, evidence) if r.body in bodies]
        beside = (
            t for t in evidence.terms if any(n.start - _BEFORE_NAME < t.start < n.end + _BEHIND_NAME for n in evidence.names)
        )
        scored = self._masses((*(t for n in evidence.names for t in n.terms), *beside), pool)
        here = max((scored.get(r.id, 0.0) for r in named), default=0.0)
        best = max(scored.values(), default=0.0)
        if best > here * _BETTER:
            return [r for r in pool if scored.get(r.id, 0.0) >= best * _BETTER_STILL]
        if _as_many(named[0], evidence.result) or not any(evidence.result):
            return list(named)
        fully = [r for r in pool if _is_told_fully(r, evidence.result)]
        if len(fully) == 1 and all(r.date != fully[0].date for r in named):
            return fully
        so = [r for r in pool if _as_many(r, evidence.result) >= _ENOUGH_COUNTS and _counted_so(r, evidence.result)]
        return [r for r in so if scored.get(r.id, 0.0) >= here * _AS_GOOD] or list(named)

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

    def _narrowed(self, calls: Sequence[RollCall], evidence: Evidence) -> list[RollCall]:
        """Those that the tallies given beside fit, where they fit any."""
        if any(n is not None for n in evidence.result):
            calls = [r for r in calls if _counted_so(r, evidence.result)] or list(calls)
        if evidence.sponsor is not None and len(calls) > 1:
            calls = self._backed_by(evidence.sponsor, calls) or list(calls)
        return list(calls)

    def _backed_by(self, sponsor: MemberMention, calls: Sequence[RollCall]) -> list[RollCall]:
        """A text is its sponsor's only if the sponsor voted for it."""
        codes = set(sponsor.codes)
        cast = self._record.votes(calls, codes)
        return [r for r in calls if Position.YES in cast.get(r.id, {}).values()]

    def _by_words(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene, body: Body | None) -> Referent | None:
        focus = scene.referent
        when = days or scene.days
        if not when:
            return self._by_tally_alone(evidence, body) or focus
        told = None if days or (focus is not None and focus.firm) else self._by_tally_alone(evidence, body)
        told = told or self._of_series_by_tally(evidence, focus)
        if told is not None:
            return told
        pool = self._pool(when, body or Body.GA, evidence)
        so = [r for r in pool if _as_many(r, evidence.result) >= _ENOUGH_COUNTS and _counted_so(r, evidence.result)]
        if days and len(so) == 1 and self._fits_as_well(so[0], evidence.terms, pool):
            return Referent(tuple(so), body=so[0].body, days=days, firm=True)
        numbered = _by_bare_number(evidence.terms, pool) if days else None
        if numbered is not None:
            return Referent((numbered,), body=body, days=days, exact=True)
        if not pool and days:
            others = self._pool(when, None if evidence.body is None else evidence.perhaps or None, evidence)
            counted = any(n is not None for n in evidence.result) and any(_counted_so(r, evidence.result) for r in others)
            pool = others if evidence.body is None or counted or evidence.perhaps is not None else []
        if not pool:
            if not days and (not evidence.body or focus is None or focus.body is evidence.body):
                return focus
            return Referent(why=self._why_not_then(when, body), body=body, days=days)
        scored = self._masses(evidence.terms, pool)
        best = max(scored.values(), default=0.0)
        if not days and (evidence.body is None or evidence.body is scene.body) and focus is not None:
            return self._other_of_that_day(evidence, pool, scored, best, focus, scene)
        of_its_own = best
        again = [] if evidence.names or not days else self._of_the_story(pool, scene)
        if best < _TELLING and again and (best < _ENOUGH or self._goes_on(evidence, pool, again)):
            fitting = self._narrowed(again, evidence)
            return Referent(tuple(fitting), body=body, days=days, firm=len(fitting) == 1)
        if best < _ENOUGH and not evidence.names and (scene.terms or scene.names or scene.about) and days:
            carried = (*evidence.terms, *scene.terms, *(t for n in scene.names for t in n.terms), *scene.about)
            scored = self._masses(carried, pool)
            best = max(scored.values(), default=0.0)
        as_good = _AS_GOOD_OVER_TIME if any((d.last - d.first).days > _WIDE for d in when) else _AS_GOOD
        fitting = [r for r in pool if scored.get(r.id, 0.0) >= best * as_good] if best >= _ENOUGH else pool
        fitting = self._narrowed(fitting, evidence)
        sure = best >= _ENOUGH or len(fitting) == 1
        if best < _ENOUGH and len(fitting) > MOST_READINGS:
            return Referent(why=self._why_not_then(when, body), body=body, days=days)
        firm = best >= _ENOUGH and len(fitting) == 1 and bool(days)
        rivals = _rivals(pool, fitting, when) if of_its_own < _TELLING and not any(evidence.result) else ()
        return Referent(tuple(fitting[:MOST_READINGS]), body=body, days=days, sure=sure, firm=firm, rivals=rivals)

    def _of_series_by_tally(self, evidence: Evidence, focus: Referent | None) -> Referent | None:
        """ "By 3 August it was 133 to 12": the vote of the series that ended so, of a time that the words leave open."""
        if focus is None or not focus.calls or not (evidence.over_years or focus.undated):
            return None
        series = focus.series or series_of(focus.calls[0], self._record)
        so = [r for r in series if _as_many(r, evidence.result) >= _ENOUGH_COUNTS and _counted_so(r, evidence.result)]
        return Referent(tuple(so), body=so[0].body, firm=True) if len(so) == 1 else None

    def _fits_as_well(self, call: RollCall, terms: Sequence[Term], pool: Sequence[RollCall]) -> bool:
        """Whether no other title fits the words clearly better."""
        scored = self._masses(terms, pool)
        best = max(scored.values(), default=0.0)
        return best < _ENOUGH or scored.get(call.id, 0.0) >= best * _AS_GOOD

    def _goes_on(self, evidence: Evidence, pool: Sequence[RollCall], again: Sequence[RollCall]) -> bool:
        """Whether the series of the story is meant: its result is told, or only names of states speak against it."""
        if any(_as_many(r, evidence.result) >= _ENOUGH_COUNTS for r in again):
            return True
        scored = self._masses([t for t in evidence.terms if t.about is None], pool)
        return max(scored.values(), default=0.0) < _ENOUGH

    def _of_the_story(self, pool: Sequence[RollCall], scene: Scene) -> list[RollCall]:
        """Those that carry on the series of the vote spoken of, or have its nickname; both, where that can be."""
        focus = scene.referent
        if focus is not None and focus.calls and all(r in pool for r in focus.calls):
            return list(focus.calls)
        of_series = {r.id for c in focus.calls[:1] for r in series_of(c, self._record)} if focus else set()
        of_name = {r.id for n in scene.names for r in self._record.named_votes(n.key)}
        for wanted in (of_series & of_name, of_series if scene.is_firm else of_name, of_series | of_name):
            if found := [r for r in pool if r.id in wanted]:
                return found
        return []

    def _other_of_that_day(
        self, evidence: Evidence, pool: Sequence[RollCall], scored: dict[int, float], best: float, focus: Referent, scene: Scene
    ) -> Referent:
        """Without a time of its own a sentence goes on with the vote spoken of, unless its words fit another of that day."""
        here = max((scored.get(r.id, 0.0) for r in focus.calls), default=0.0)
        if (evidence.other or here < _ENOUGH) and not any(_counted_so(r, evidence.result) for r in focus.calls):
            so = [r for r in pool if _as_many(r, evidence.result) >= _ENOUGH_COUNTS and _counted_so(r, evidence.result)]
            if len(so) == 1:
                return Referent(tuple(so), body=so[0].body, days=scene.days)
        if evidence.other and best < _ENOUGH and len(focus.calls) == 1:
            others = [r for r in siblings(focus.calls[0], self._record) if is_plain(r) and r.body is focus.calls[0].body]
            if others:
                return Referent(tuple(others[:MOST_READINGS]), body=others[0].body, days=scene.days)
        full = evidence.result[0] is not None and evidence.result[1] is not None
        if best >= _ENOUGH and best > here * _CLEARLY_ELSEWHERE + 1.0 and (here == 0 or full or best >= 2 * _ENOUGH):
            fitting = [r for r in pool if scored.get(r.id, 0.0) >= best * _AS_GOOD]
            fitting = self._narrowed(fitting, evidence)[:MOST_READINGS]
            firm = len(fitting) == 1 and best >= _TELLING
            return Referent(tuple(fitting), body=fitting[0].body, days=scene.days, firm=firm)
        if len(focus.calls) > 1:
            fitting = self._narrowed(focus.calls, evidence)
            told = len(fitting) == 1 and sum(n is not None for n in evidence.result) >= _ENOUGH_COUNTS
            return replace(focus, calls=tuple(fitting), firm=told or focus.firm)
        return focus

    def _by_tally_alone(self, evidence: Evidence, body: Body | None) -> Referent | None:
        yes, no, abstain, _ = evidence.result
        if yes is None or no is None or yes + no < _LEAST_CAST:
            return None
        found = [r for r in self._record.catalogue.by_tally(yes, no, abstain, body) if is_plain(r)]
        scored = self._masses(evidence.terms, found)
        fitting = [r for r in found if scored.get(r.id, 0.0) >= _ENOUGH]
        if len(fitting) == 1:
            return Referent(tuple(fitting), body=body)
        if len(found) == 1 and abstain is not None and (evidence.anchored or yes + no + abstain >= _MANY_CAST):
            return Referent(tuple(found), body=body)
        return None

    def by_counts(self, evidence: Evidence, scene: Scene) -> Referent | None:
        """The one roll call of the days named that ended as the sentence says: what tells a vote of the United Nations
        in a text that names no body."""
        days = self._days(evidence, scene) or scene.days
        found = [r for r in self._pool(days, None, evidence) if _as_many(r, evidence.result) >= _ENOUGH_COUNTS]
        return Referent(tuple(found)) if len(found) == 1 else None

    def _pool(self, days: Iterable[DayRange], body: Body | None, evidence: Evidence) -> list[RollCall]:
        found = [r for d in days for r in self._record.catalogue.on(d.first, d.last, body) if is_plain(r)]
        if _too_many_for_council(evidence):
            found = [r for r in found if r.body is not Body.SC]
        if evidence.emergency:
            found = [r for r in found if r.session is not None and r.session.startswith("ES-")] or found
        if evidence.veto and evidence.draft:
            found = [r for r in found if r.outcome is Outcome.VETOED]
        return list(dict.fromkeys(found))

    def _masses(self, terms: Sequence[Term], pool: Sequence[RollCall]) -> dict[int, float]:
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

    def _why_not_then(self, days: Sequence[DayRange], body: Body | None) -> Why:
        bounds = self._record.reaches(body or Body.GA)
        return Why.LATER if bounds and all(d.first > bounds[1] for d in days) else Why.NOT_THEN


def _of_its_month(days: DayRange, scene: Scene) -> DayRange:
    """ "On the 6th": the next such day from the vote spoken of."""
    last = scene.aside or scene.referent
    told = last.calls[0].date if last is not None and last.calls else None
    if told is None or not _DAY_ALONE.fullmatch(days.words):
        return days
    number = days.first.day
    month = told.replace(day=1) if number >= told.day else (told.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    try:
        day = month.replace(day=number)
    except ValueError:
        return days
    return replace(days, first=day, last=day)


_BESIDE_THE_STORY = (Why.COMMITTEE, Why.AMENDMENT)
_DAY_ALONE = re.compile(r"(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)


def _by_bare_number(terms: Sequence[Term], pool: Sequence[RollCall]) -> RollCall | None:
    """ "A month later, on 1203": a resolution of that time, by its number alone."""
    numbers = {word for t in terms for words in t.alternatives for word in words if word.isdigit()}
    numbered = [r for r in pool if r.body is Body.SC and numbers & set(_NUMBER_OF_SYMBOL.findall(r.symbol))]
    return numbered[0] if len(numbered) == 1 else None


_NUMBER_OF_SYMBOL = re.compile(r"S/RES/(\d+)")


def _rivals(pool: Sequence[RollCall], fitting: Sequence[RollCall], days: Sequence[DayRange]) -> tuple[RollCall, ...]:
    """The few others of that day, which words that tell little may mean as well."""
    of_one_day = all(d.precision == "day" and d.first == d.last for d in days)
    others = [r for r in pool if r not in fitting] if of_one_day else []
    return tuple(others) if len(others) <= _FEW_OTHERS else ()


_FEW_OTHERS = 3


def _looks_back(evidence: Evidence, found: Referent, scene: Scene) -> bool:
    """Whether another time is spoken of in passing, before that of the vote that the text goes on with."""
    if scene.is_firm and scene.referent is not None:
        if not found.calls:
            return evidence.had or found.why in _BESIDE_THE_STORY
        first = min(r.date for r in scene.referent.calls)
        if all(r.date < first for r in found.calls):
            return True
    return evidence.shift is not None and evidence.shift[0] < 0 and not evidence.days


def _is_told_fully(call: RollCall, result: Sequence[int | None]) -> bool:
    """Whether three numbers are those of the roll call, and so many that few others have them."""
    three = [n for n in result[:3] if n is not None]
    return len(three) == 3 and sum(three) >= _MANY_CAST and _counted_so(call, result)


def is_named(evidence: Evidence, found: Referent | None) -> bool:
    """Whether the words themselves say which vote is meant, or that it is one that no record holds."""
    if found is not None and found.calls and any(_as_many(r, evidence.result) >= _ENOUGH_COUNTS for r in found.calls):
        return True
    if found is not None and found.why is Why.DRAFT:
        return True
    return bool(evidence.back or evidence.names_vote or evidence.days or evidence.shift or evidence.outside or evidence.body)


def _firm(found: Referent | None, evidence: Evidence, days: Sequence[DayRange]) -> Referent | None:
    """With the mark of one that cannot well be another: by symbol, nickname, day, or numbers."""
    if found is None or not found.calls or found.why is not None or found.guess:
        return found
    of_one_day = bool(days) and all(d.precision == "day" and d.first == d.last for d in days) and found.sure
    by_number = len(found.calls) == 1 and _as_many(found.calls[0], evidence.result) >= _ENOUGH_COUNTS
    named = bool(evidence.names) and found.sure and not found.undated
    return replace(found, firm=found.firm or found.exact or named or of_one_day or by_number)


def _as_many(call: RollCall, result: Sequence[int | None]) -> int:
    """How many of the numbers are those of the roll call; none where these are so small that many votes have them."""
    tally = call.tally
    stated = (tally.yes, tally.no, tally.abstain, tally.non_voting)
    same = [said for said, is_ in zip(result, stated, strict=True) if said is not None and said == is_]
    return len(same) if sum(same) >= _LEAST_CAST else 0


def _with_body(evidence: Evidence) -> Evidence:
    """A Council that is only spoken of voted, unless more votes are counted than it has."""
    too_many = _too_many_for_council(evidence)
    if evidence.body is Body.SC and too_many:
        return replace(evidence, body=None)
    if evidence.body is not None or evidence.perhaps is None or too_many:
        return evidence
    return replace(evidence, body=evidence.perhaps)


_COUNCIL_VOTES = 15


def _too_many_for_council(evidence: Evidence) -> bool:
    return any(n is not None and n > _COUNCIL_VOTES for n in evidence.result)


def _counted_so(call: RollCall, result: Sequence[int | None]) -> bool:
    tally = call.tally
    stated = (tally.yes, tally.no, tally.abstain, tally.non_voting)
    return all(said is None or said == is_ for said, is_ in zip(result, stated, strict=True))
