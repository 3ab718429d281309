"""Nicknames of votes and of yearly series ("the Cuba embargo") -> the roll calls that they stand for.

A nickname whose votes lie outside the days asked for is read as a topic there, and never answered for another time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.lookup.by_topic import by_topic, is_worded_so
from bot.lookup.members_asked import seated_of
from bot.lookup.other_times import close_by, days_off, not_then_or_later
from bot.lookup.picking import latest_of_each, pick_among
from bot.lookup.pool import in_days, in_session, pool, recorded, votes_named
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, MOST_SHOWN, Found, How, Selection, is_about_one, wants_all
from bot.lookup.series import title_signature
from bot.lookup.title_wording import title_phrase, worded_so, worded_so_first
from bot.lookup.topic_fit import best_on_topic, fits_of
from bot.question import Intent, Question, Term, VoteName
from store.facts import Body, RollCall
from store.words import stem, words

_A_FEW_DAYS = dt.timedelta(days=10)  # the record dates some texts by another meeting than the newspapers do
_YEARLY = 4  # a text voted on fewer times is no yearly series: a position is given on all
_RIGHTS = (("human",), ("right",))
_OF_SESSIONS = frozenset(map(stem, ("human", "rights", "special", "session", "council", "commission", "emergency")))
_MOST_NEAR = 5
_SHORTEST_PHRASE = 2  # words that tell a text by themselves


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one nickname stands for in the days asked for. `near`: its votes, where those days have none. `absent`: the store
    holds none at any time. `unclear`: one decision is asked about, and these are several."""

    roll_calls: tuple[RollCall, ...] = ()
    near: tuple[RollCall, ...] = ()
    how: tuple[tuple[How, str], ...] = ()
    absent: bool = False
    unclear: bool = False


def by_name(question: Question, record: Record) -> Selection | None:
    """None where no nickname is used, or where its words are better read as a topic. The Assembly's votes, or the Council's, go
    before those of the bodies for human rights, unless such a body is asked about (docs/contract.md, rule 5)."""
    selection = _by_name(question, record)
    if selection is None or question.body is not None:
        return selection
    return replace(selection, roll_calls=tuple(sorted(selection.roll_calls, key=lambda r: r.body in (Body.HRC, Body.CHR))))


def _by_name(question: Question, record: Record) -> Selection | None:
    if not question.names:
        return None
    question = replace(question, names=tuple({name.key: name for name in reversed(question.names)}.values())[::-1])
    readings = [_read(name, question, record) for name in question.names]
    found = list(dict.fromkeys(r for reading in readings for r in reading.roll_calls))
    if len(readings) > 1:
        # "space weapons: no first placement": what both names stand for first.
        found.sort(key=lambda r: -sum(r in reading.roll_calls for reading in readings))
    unclear = any(reading.unclear for reading in readings)
    absent = tuple(n.words for n, reading in zip(question.names, readings, strict=True) if reading.absent)
    if absent and not found:
        return Selection(Found.NONE, missing=absent)
    if len(question.days) > 1 or not found:
        found.extend(r for r in _read_as_topic(question, found, record) if r not in found)
        unclear = unclear or (is_about_one(question) and len(question.days) <= 1)
    if not found and not question.days:
        return _as_topic(question, record)
    if not found and question.topic and (described := _described_wholly(question, record)):
        return described
    if not found:
        # Without this a nickname of another body's vote would leave "all votes of those days".
        near = [r for reading in readings for r in reading.near]
        return _at_other_times(question, near, record) or _as_topic(question, record)
    if is_about_one(question) and question.body is None:
        found = [r for r in found if r.body is Body.GA] or found
    return _chosen_among(found, unclear, tuple(h for reading in readings for h in reading.how), question, record)


def _chosen_among(
    found: list[RollCall], unclear: bool, how: tuple[tuple[How, str], ...], question: Question, record: Record
) -> Selection:
    """Which of the nicknames' votes are meant, with those that the words beside describe. `unclear`: it may be any of them."""
    if elsewhere := _of_assembly(question, found, record):
        if is_about_one(question):
            return Selection(Found.CHOOSE, (*elsewhere, *found)[:MOST_CHOICES])
        found = [*elsewhere, *found]
    if unclear and len(found) > 1:
        unread = _left_unread(question, found, record) if question.intent is not Intent.VERIFY else ()
        return pick_among(question, found, how, unread)
    if question.intent is Intent.SEARCH and _lacks_state(question, found, record):
        found.extend(r for r in _of_other_states(question, record) if r not in found)
    unread = _left_unread(question, found, record)
    if (unread or _lacks_state(question, found, record)) and (titled := _described_wholly(question, record)):
        return titled
    if others := _in_its_words(found, question, record):
        if is_about_one(question):
            return Selection(Found.CHOOSE, (*others, *found)[:MOST_CHOICES])
        found = [*others, *found]
    elif question.days:
        found = worded_so_first(_with_rolls_first(found), question)
    if is_about_one(question) and _is_mostly_unread(question, unread):
        # "Slave trade reparations" is no "reparations vote".
        return Selection(Found.NONE, missing=(*(name.words for name in question.names), *unread))
    if how and any(word[0].isdigit() for word in unread):
        # "CTBT 20th anniversary" is no other year's text of the series.
        return Selection(Found.CHOOSE, tuple(found[:MOST_CHOICES]), missing=unread)
    return Selection(Found.MEANT, tuple(found), how=how, missing=unread)


def _of_assembly(question: Question, found: Sequence[RollCall], record: Record) -> tuple[RollCall, ...]:
    """ "Bhutan on the force in Lebanon, 1985": the Assembly's votes so described, where those asked about had no seat in the
    Council whose votes the nickname stands for."""
    of_council = question.body is None and all(r.body is Body.SC for r in found)
    several = any(record.name_kind(name.key) != "vote" for name in question.names)
    if not (of_council and several and question.days and question.members) or any(seated_of(question, r, record) for r in found):
        return ()
    terms = tuple(t for name in question.names for t in name.terms)
    other = by_topic(replace(question, names=(), topic=(*terms, *question.topic), body=Body.GA, intent=Intent.POSITION), record)
    return other.roll_calls if other is not None and other.found is Found.MEANT and not other.missing else ()


def _with_rolls_first(found: Sequence[RollCall]) -> list[RollCall]:
    """A vote whose roll was not recorded does not head an answer while another's was."""
    with_roll = recorded(found)
    return [*with_roll, *(r for r in found if r not in with_roll)]


def _described_wholly(question: Question, record: Record) -> Selection | None:
    """A vote that has all the words, where the nickname's votes lack some: "nuclear disarmament with a view to elimination"."""
    terms = (*(t for name in question.names for t in name.terms), *question.topic)
    selection = by_topic(replace(question, names=(), topic=terms), record)
    if selection is None or selection.found is not Found.MEANT or selection.missing:
        return None
    # Words that only stand for the nickname's would let those beside it choose: "demanded an end to the occupation" is no
    # "Demand for ceasefire".
    own = replace(question, topic=tuple(t for name in question.names for t in name.terms))
    worded = tuple(r for r in selection.roll_calls if is_worded_so(r, own))
    return replace(selection, roll_calls=worded) if worded else None


def _is_mostly_unread(question: Question, unread: Sequence[str]) -> bool:
    """Whether the words that none of the votes has are more than the nickname's own."""
    telling = [t.word for t in question.topic if t.word in unread and not t.light]
    own = sum(len(t.alternatives[0]) for name in question.names for t in name.terms if not t.light)
    return not question.days and len(telling) > own > 0


def _left_unread(question: Question, found: Sequence[RollCall], record: Record) -> tuple[str, ...]:
    """Words beside the nickname that none of its votes holds: they may be a misspelt state ("hungry"), so that is said.

    States and groups by their own names are looked for among the voters as well.
    """
    if not question.topic:
        return ()
    fits = fits_of(question, record, found)
    named = {mention.words for mention in question.strays}
    if question.intent is Intent.SEARCH:  # a list has no voters
        unread = [t.word for t in question.topic if not t.light]
    else:
        unread = [t.word for t in question.topic if not (t.light or t.about or t.word in named)]
    return tuple(word for word in unread if all(word in fit.missing for fit in fits))


def _lacks_state(question: Question, found: Sequence[RollCall], record: Record) -> bool:
    """Whether none of the nickname's votes is on a state named beside it: "Liberia peace process" is not the Middle East's."""
    places = tuple(t for t in question.topic if t.about is not None)
    if all(record.name_kind(name.key) == "vote" for name in question.names):
        # Beside the name of one decision, a state that no preposition makes the matter is a voter.
        places = tuple(t for t in places if t.start not in {m.start for m in question.strays})
    fits = fits_of(replace(question, topic=places), record, found) if places else []
    return bool(places) and all(fit.missing for fit in fits)


def _of_other_states(question: Question, record: Record) -> tuple[RollCall, ...]:
    """ "Votes on human rights in Turkmenistan or Uzbekistan": the nickname's matter in the states named beside it."""
    matter = tuple(t for name in question.names for t in name.terms if t.about is None)
    places = tuple(t for t in question.topic if t.about is not None)
    selections = (by_topic(replace(question, names=(), topic=(*matter, place)), record) for place in places)
    return tuple(r for s in selections if s is not None and s.found is Found.MEANT and not s.missing for r in s.roll_calls)


def _in_its_words(found: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    """Votes of the time asked for, beside the nickname's, whose titles have clearly more of the question's words in a row."""
    better = worded_so(pool(question, record), question) if question.days else []
    return [] if any(r in found for r in better) else better


def _read(name: VoteName, question: Question, record: Record) -> _Reading:
    known = record.named_votes(name.key)
    candidates = [r for r in known if question.body in (None, r.body)]
    candidates = in_session(candidates, question.session) or candidates
    then = in_days(candidates, question.days) or _numbered_so(candidates, question)
    if not then:
        near = sorted(candidates, key=lambda r: min((days_off(r.date, d) for d in question.days), default=0))
        return _Reading(near=tuple(near[:_MOST_NEAR]), absent=not known)
    exact = _titled_so(name, question, record)
    alike = [r for r in _nearly_titled_so(exact, question, record) if r not in exact]
    if exact and is_about_one(question):
        return _Reading((*exact, *alike), unclear=len(exact) > 1)
    then = [*exact, *(r for r in then if r not in exact)]
    then.extend(r for r in alike if r not in then)
    then.extend(r for r in _described_alike(name, question, record) if r not in then)
    then.extend(_in_years_without(name, then, question, record))
    if others := _worded_as_named(name, then, question, record):
        return _Reading((*others, *then), unclear=is_about_one(question))
    several = len(then) > 1 and is_about_one(question)
    kind = record.name_kind(name.key)
    if kind == "cluster" and len(then) > 1 and question.topic:
        then = best_on_topic(then, question, record)
    if kind == "series" and not wants_all(question) and (len(candidates) >= _YEARLY or is_about_one(question)):
        if question.days:
            return _Reading(tuple(then[:MOST_SHOWN]), unclear=len(then) > len(question.days) and is_about_one(question))
        if len(candidates) < _YEARLY:
            return _Reading(tuple(then), unclear=len(then) > 1)
        how = ((How.LATEST_OF_SERIES, then[0].title),) if len(then) > 1 else ()
        return _Reading(tuple(latest_of_each(then, question)), how=how)
    if kind == "cluster":
        return _Reading(tuple(then), unclear=len(then) > 1 and is_about_one(question) and not wants_all(question))
    return _Reading(tuple(then), unclear=several and _is_bare_word(name, question, record))


def _numbered_so(candidates: Sequence[RollCall], question: Question) -> list[RollCall]:
    """ "The Libya no-fly zone 1973": where no vote of the name is of that year, the year is the resolution's number."""
    if any(d.precision != "year" for d in question.days):
        return []
    numbers = {d.words for d in question.days}
    return [r for r in candidates if any(re.match(rf"[AS]/RES/{re.escape(number)}\(", r.symbol) for number in numbers)]


def _titled_so(name: VoteName, question: Question, record: Record) -> list[RollCall]:
    """At a time that is named, the texts whose whole title is what the nickname says ("Question of Palestine, December 1992")."""
    if not question.days or record.name_kind(name.key) == "vote":
        return []
    # With the words left over first: "British Virgin Islands" is not what "Virgin Islands" is a name of.
    for asked in dict.fromkeys((f"{_as_meant(question.topic)} {name.words}", name.words)):
        signature = title_signature(asked)
        if found := [r for r in pool(question, record) if title_signature(r.title) == signature]:
            return found
    return []


def _nearly_titled_so(exact: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    """ "The Syrian Golan resolution in December 2025": "The occupied Syrian Golan" of that time as well. Who does not know the
    titles cannot mean the one or the other."""
    if not exact or not (is_about_one(question) or question.intent is Intent.POSITION):
        return []
    phrases = {title_phrase(r.title).removeprefix(" the ") for r in exact}
    phrases = {f" {phrase.lstrip()}" for phrase in phrases if phrase.count(" ") >= _SHORTEST_PHRASE}
    signatures = {title_signature(r.title) for r in exact}
    near = [r for r in recorded(pool(question, record)) if r.body is exact[0].body]
    named = [r for r in near if any(phrase in title_phrase(r.title) for phrase in phrases)]
    return [r for r in named if any(len(title_signature(r.title) - s) <= 1 for s in signatures)]


def _worded_as_named(name: VoteName, own: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    """Other texts of the time asked for that have the nickname's very words in their titles, where none of its own has them."""
    said = words(name.words)
    if not question.days or len(said) < _SHORTEST_PHRASE or record.name_kind(name.key) == "vote":
        return []
    phrase = f" {' '.join(said)} "
    if any(phrase in title_phrase(r.title) for r in own):
        return []
    return [r for r in pool(question, record) if phrase in title_phrase(r.title)]


def _in_years_without(
    name: VoteName, own: Sequence[RollCall], question: Question, record: Record
) -> list[RollCall]:
    """ "The US on the law of the sea, 1982-1990": in the years of such a course that the series has no vote in, the same body's
    texts with its words ("Third United Nations Conference on the Law of the Sea")."""
    said = {stem for term in name.terms for stem in term.alternatives[0]}
    course = question.intent is Intent.TIMELINE and any(d.precision == "years" for d in question.days)
    if not course or len(said) < _SHORTEST_PHRASE or record.name_kind(name.key) != "series":
        return []
    voted, bodies = {r.date.year for r in own}, {r.body for r in own}
    bodies = {Body.GA} if Body.GA in bodies else bodies
    rest = (r for r in recorded(pool(question, record)) if r.date.year not in voted and r.body in bodies)
    return [r for r in rest if said <= title_signature(r.title)]


def _as_meant(terms: Sequence[Term]) -> str:
    """The words of terms without their misspellings."""
    return " ".join(stem for term in terms for stem in term.alternatives[0])


def _described_alike(name: VoteName, question: Question, record: Record) -> list[RollCall]:
    """Votes beside a nickname's own that its words describe as well."""
    bare = replace(question, names=(), topic=name.terms)
    found: list[RollCall] = []
    if _is_bare_word(name, question, record):
        others = by_topic(replace(bare, intent=Intent.POSITION), record)
        if others is not None and others.found is Found.MEANT:
            found.extend(r for r in others.roll_calls if is_worded_so(r, bare))
    if question.intent is Intent.SEARCH:  # a list asked for is a whole list
        titled = by_topic(replace(bare, topic=(*name.terms, *question.topic)), record)
        if titled is not None and titled.found is Found.MEANT and not titled.missing:
            found.extend(titled.roll_calls)
    return list(dict.fromkeys(found))


def _is_bare_word(name: VoteName, question: Question, record: Record) -> bool:
    """ "the Jerusalem resolution in late 2017": a nickname of one word beside a time is a topic, which several votes may have."""
    solid = [t for t in name.terms if not t.light]
    return bool(question.days) and len(solid) == 1 and len(solid[0].alternatives[0]) == 1 and record.name_kind(name.key) == "vote"


def _read_as_topic(question: Question, known: Sequence[RollCall], record: Record) -> tuple[RollCall, ...]:
    """For the days that the nicknames' votes leave empty, the roll calls that the nicknames' words describe."""
    # "Human rights in North Korea" of a year without a vote on them is no vote on North Korea's weapons.
    terms = tuple(replace(t, light=_is_light(t, n)) for n in question.names for t in n.terms)
    empty = tuple(d for d in question.days if not any(d.holds(r.date) for r in known))
    if not empty or not terms:
        return ()
    selection = by_topic(replace(question, names=(), topic=terms, days=empty), record)
    if selection is None or not (selection.found is Found.MEANT or is_about_one(question)):
        return ()
    return selection.roll_calls


def _is_light(term: Term, name: VoteName) -> bool:
    """In "Human Rights Council special session on Iran" the body's own words say nothing of the matter."""
    own = term.alternatives[0]
    of_a_session = "special session" in name.words.lower() and _OF_SESSIONS.issuperset(own)
    return own not in _RIGHTS and (term.light or of_a_session)


def _as_topic(question: Question, record: Record) -> Selection:
    """A nickname of another body's votes is a topic of this one; never the votes of the latest day."""
    terms = (*(t for name in question.names for t in name.terms), *question.topic)
    missing = tuple(n.words for n in question.names)
    return by_topic(replace(question, names=(), topic=terms), record) or Selection(Found.NONE, missing=missing)


def _barely_off(question: Question, close: Sequence[RollCall]) -> RollCall | None:
    """The only vote of that name close by, where a month is asked for that it misses by a few days."""
    month = question.days[0]
    if len(close) != 1 or len(question.days) > 1 or month.precision != "month":
        return None
    return close[0] if month.first - _A_FEW_DAYS <= close[0].date <= month.last + _A_FEW_DAYS else None


def _at_other_times(question: Question, near: Sequence[RollCall], record: Record) -> Selection | None:
    close = close_by(question, [r for r in votes_named(question, record) if question.body in (None, r.body)])
    if close is not None and (nearest := _barely_off(question, close.roll_calls)) is not None:
        how = ((How.NEAREST_OF_NAME, question.days[0].words),)
        return Selection(Found.MEANT, (nearest,), how=how)
    if close is not None or not near or not question.days:
        return close
    missing = tuple(n.words for n in question.names)
    return Selection(not_then_or_later(question, record, near), near=tuple(near), missing=missing)
