"""Which roll calls a sentence speaks of: found once for each sentence, from its own words and from what the text said before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.check.by_name import ByName
from bot.check.by_words import MOST_READINGS, ByWords
from bot.check.evidence import Evidence
from bot.check.referent import Referent, Scene, Why
from bot.check.results import ENOUGH_COUNTS, as_many, counted_so, is_far_off, too_many_for_council, with_body
from bot.check.times import body_then, days_meant, looks_back
from bot.check.weighing import ENOUGH, Weighing
from bot.lookup.by_symbol import by_symbol
from bot.lookup.pool import in_days
from bot.lookup.record import Record
from bot.question import DayRange, Intent, Question, SymbolMention
from store.facts import Body, Outcome, RollCall, is_plain

_MOST_ABOUT = 4  # states that a text is about, which its topic is remembered by


_LETTERED = re.compile(r"(?<=\d)[A-Z]{1,2}$")


class Referents:
    """Finds them for one text. `today` is the day from which "last week" counts."""

    def __init__(self, record: Record, today: dt.date) -> None:
        self._record = record
        self._today = today
        self._weigh = Weighing(record)
        self._by_words = ByWords(record, self._weigh, today)
        self._by_name = ByName(record, self._weigh, self._by_words, today)

    def find(self, evidence: Evidence, scene: Scene) -> Referent | None:
        """What is meant now, kept in the scene; None where the text has named no vote yet."""
        if evidence.anchored or evidence.names_vote:
            scene.foreign = evidence.foreign and not evidence.anchored and not evidence.symbols
        elif evidence.foreign:
            scene.foreign = True
        elif evidence.days and scene.is_firm:
            scene.foreign = False
        if scene.foreign:
            if scene.referent is None:
                scene.days = evidence.days or scene.days  # "a year later, in the General Assembly" counts from there
            return None
        scene.about = tuple(dict.fromkeys((*scene.about, *(t for t in evidence.terms if t.about is not None))))[:_MOST_ABOUT]
        evidence = with_body(evidence)
        days = days_meant(evidence, scene, self._today)
        evidence = replace(evidence, body=body_then(evidence.body, days or scene.days))
        found = _firm(self._find(evidence, days, scene), evidence, days)
        symbol_here = found is not None and found.exact and evidence.symbols
        if found is not None and found.calls and not symbol_here and all(is_far_off(r, evidence.result) for r in found.calls):
            # Another vote is spoken of, which was not made out: what follows is about that.
            found = Referent(why=Why.OTHER_TALLY, body=found.body, days=days, near=found.calls)
        if found is not None and evidence.veto and evidence.draft and not found.firm_of_council:
            found = self._vetoed(evidence, days) or Referent(why=Why.DRAFT, body=Body.SC, days=days)
        found = self._beside_its_letters(found, evidence)
        if evidence.body is not None:
            scene.body = evidence.body
        if found is not None:
            if not evidence.passing and not self._only_looks_back(evidence, found, scene):
                self._keep(found, evidence, days, scene)
                scene.aside = None
            elif found.calls:
                scene.aside = found
        else:
            scene.days = days or scene.days
            scene.names, scene.terms = evidence.names or scene.names, evidence.terms or scene.terms
        return found

    def _only_looks_back(self, evidence: Evidence, found: Referent, scene: Scene) -> bool:
        """Whether another vote is spoken of in passing; not one named by its symbol where nothing was said of the first."""
        if scene.referent is None or (found.exact and scene.referent not in scene.told):
            return False
        return looks_back(evidence, found, scene)

    def _vetoed(self, evidence: Evidence, days: tuple[DayRange, ...]) -> Referent | None:
        """The one vetoed draft of those days that the words fit; None where the store has none, or several."""
        pool = self._weigh.pool(days, Body.SC, evidence)
        terms = (*evidence.terms, *(t for n in evidence.names for t in n.terms))
        scored = self._weigh.masses(terms, pool)
        fitting = [r for r in pool if scored.get(r.id, 0.0) >= ENOUGH]
        return Referent(tuple(fitting), body=Body.SC, days=days, firm=True) if len(fitting) == 1 else None

    def led_on(self, evidence: Evidence, scene: Scene) -> Referent | None:
        """The vote that a sentence without a claim leads to by what it opens with; None where it tells no other."""
        if scene.foreign or scene.referent is None or not scene.referent.calls or evidence.foreign:
            return None
        found = self._by_words.on_its_matter(evidence, scene)
        if found is None or not found.calls:
            return None
        self._keep(found, evidence, (), scene)
        scene.aside = None
        return found

    def _beside_its_letters(self, found: Referent | None, evidence: Evidence) -> Referent | None:
        """Of a text in several lettered parts of one day (A/RES/40/165A to K) words of the topic hardly tell which is meant."""
        if found is None or len(found.calls) != 1 or found.exact or any(evidence.result):
            return found
        [call] = found.calls
        if not _LETTERED.search(call.symbol):
            return found
        stem = _LETTERED.sub("", call.symbol)
        parts = (r for r in self._record.catalogue.on(call.date, call.date, call.body) if _LETTERED.sub("", r.symbol) == stem)
        return replace(found, rivals=tuple(dict.fromkeys((*found.rivals, *(r for r in parts if r != call and is_plain(r))))))

    def by_counts(self, evidence: Evidence, scene: Scene) -> Referent | None:
        """What tells a vote of the United Nations in a text that names no body."""
        return self._by_words.by_counts(evidence, scene)

    def voted_then(self, body: Body, days: Sequence[DayRange]) -> bool:
        """Whether the body has a recorded vote of those days."""
        return any(self._record.catalogue.on(d.first, d.last, body) for d in days)

    def counted_then(self, body: Body, days: Sequence[DayRange], result: Sequence[int | None]) -> int:
        """How many of the body's votes of those days ended with these figures."""
        return len({r for d in days for r in self._record.catalogue.on(d.first, d.last, body) if counted_so(r, result)})

    def vetoed_then(self, days: Sequence[DayRange]) -> bool:
        """Whether a draft of the Security Council was vetoed on those days."""
        then = (r for d in days for r in self._record.catalogue.on(d.first, d.last, Body.SC))
        return any(r.outcome is Outcome.VETOED for r in then)

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

    def _find(self, evidence: Evidence, days: tuple[DayRange, ...], scene: Scene) -> Referent | None:
        if evidence.symbols:
            found = self._by_symbol(evidence, days, scene)
            if found is not None:
                return found
        if evidence.outside is not None:
            return self._outside(evidence, days, scene)
        body = body_then(evidence.body or scene.body or scene.default_body, days or scene.days)
        if body is Body.SC and too_many_for_council(evidence):
            body = Body.GA
        if body in (Body.HRC, Body.CHR) and self._record.reaches(body) is None:
            return Referent(why=Why.BODY, body=body, days=days)
        if evidence.names:
            found = self._by_name.find(evidence, days, scene, body)
            if found is not None:
                return found
        return self._by_words.find(evidence, days, scene, body)

    def of_symbol(self, symbol: SymbolMention, evidence: Evidence, scene: Scene) -> Referent | None:
        """What one of the symbols of a sentence stands for."""
        return self._by_symbol(replace(evidence, symbols=(symbol,)), days_meant(evidence, scene, self._today), scene)

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
            found = self._weigh.narrowed(found, evidence)
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


def is_named(evidence: Evidence, found: Referent | None) -> bool:
    """Whether the words themselves say which vote is meant, or that it is one that no record holds."""
    if found is not None and found.calls and any(as_many(r, evidence.result) >= ENOUGH_COUNTS for r in found.calls):
        return True
    if found is not None and found.why is Why.DRAFT:
        return True
    return speaks_of_votes(evidence)


def speaks_of_votes(evidence: Evidence) -> bool:
    """Whether there is more than words of a topic."""
    told = evidence.names_vote or evidence.days or evidence.shift or evidence.outside or evidence.body or evidence.perhaps
    return bool(told or evidence.back or evidence.other or evidence.foreign or evidence.anchored)


def _firm(found: Referent | None, evidence: Evidence, days: Sequence[DayRange]) -> Referent | None:
    """With the mark of one that cannot well be another: by symbol, nickname, day, or numbers."""
    if found is None or not found.calls or found.why is not None or found.guess:
        return found
    of_one_day = bool(days) and all(d.precision == "day" and d.first == d.last for d in days) and found.sure
    by_number = len(found.calls) == 1 and as_many(found.calls[0], evidence.result) >= ENOUGH_COUNTS
    named = bool(evidence.names) and found.sure and not found.undated
    return replace(found, firm=found.firm or found.exact or named or of_one_day or by_number)
