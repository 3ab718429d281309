"""Which roll calls a question means: one, several, a choice for the reader, or none. Decided here, once, for every intent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.lookup.matching import Fit, fits
from bot.lookup.pool import in_days, pool
from bot.lookup.record import Record
from bot.lookup.series import in_one_series, series_of, split_into_series
from bot.question import DayRange, Flag, Intent, Question, VoteName
from store.facts import Body, Mode, RollCall, is_plain

MOST_SHOWN = 12
MOST_CHOICES = 10

_SURE = 0.72  # share of a topic's weight that a roll call must match to be taken for what was meant
_MONTH = 31  # days
_NEAR = 0.45  # ... to be offered as a choice
_SAME_CLASS = 0.06  # fits that differ by less are equally good
_BODY_LEAD = 0.08  # how much better another body must fit than the Assembly, which is meant unless something says otherwise

_YEARLY = 4  # a text voted on fewer times is no yearly series: a position is given on all

SINGLE = frozenset({Intent.ROLL_CALL, Intent.OUTCOME, Intent.VERIFY, Intent.VETO})
"""Intents about one decision: several that fit equally well are a choice for the reader, unless they are one series."""


class Found(StrEnum):
    """How the search ended."""

    MEANT = "meant"
    CHOOSE = "choose"
    NONE = "none"
    NOT_THEN = "not_then"  # the topic is in the record, but not at that time
    LATER = "later"  # the time is later than the data reach
    NO_VOTE_NAMED = "no_vote_named"
    NO_SUCH_SYMBOL = "no_such_symbol"


@dataclass(frozen=True, slots=True)
class Selection:
    """`roll_calls`: what is meant, most relevant first; with `CHOOSE`, the readings. `near`: what else there is, for suggestions.

    `how` says in data how it was found, for the assumptions: ("latest_of_series", title), ("latest_day", day), ...
    """

    found: Found
    roll_calls: tuple[RollCall, ...] = ()
    near: tuple[RollCall, ...] = ()
    how: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()


def select(question: Question, record: Record) -> Selection:
    """Find what is meant; the order of the attempts is the order of how exact the words are."""
    question = _years_not_numbers(question, record)
    for attempt in (_by_symbol, _by_tally, _by_thread, _by_name, _by_topic, _by_days):
        selection = attempt(question, record)
        if selection is not None:
            return selection
    return Selection(Found.NO_VOTE_NAMED)


# Symbols and numbers


def _years_not_numbers(question: Question, record: Record) -> Question:
    """ "killer robots resolution 2023" means the year, "Iran sanctions resolution 1929" the number: the topic tells."""
    kept, days = [], list(question.days)
    for mention in question.symbols:
        if (
            not mention.maybe_year
            or mention.number is None
            or not (question.topic or question.names)
            or _fits_number(mention.number, question, record)
        ):
            kept.append(mention)
        else:
            year = mention.number
            days.append(DayRange(dt.date(year, 1, 1), dt.date(year, 12, 31), str(year), mention.start, mention.end, "year"))
    return replace(question, symbols=tuple(kept), days=tuple(days))


def _fits_number(number: int, question: Question, record: Record) -> bool:
    numbered = record.catalogue.by_number(number)
    if any(r in numbered for name in question.names for r in record.named_votes(name.key)):
        return True
    best = _fits(question, record, [r.id for r in numbered]) if numbered and question.topic else []
    return bool(best) and best[0].coverage >= _NEAR


def _by_symbol(question: Question, record: Record) -> Selection | None:
    if not question.symbols:
        return None
    found: list[RollCall] = []
    wrong: list[str] = []
    for mention in question.symbols:
        matches: tuple[RollCall, ...] = ()
        if mention.record is not None:
            matches = record.of_library_record(mention.record)
        elif mention.ending is not None:
            matches = tuple(r for r in record.catalogue.newest_first if r.key.endswith(f"/{mention.ending}"))
        elif mention.key is not None:
            matches = record.catalogue.by_key(mention.key)
        elif mention.number is not None:
            matches = record.catalogue.by_number(mention.number)
        if mention.key is None or "#" not in mention.key:
            matches = tuple(r for r in matches if is_plain(r) or Flag.AMENDMENTS in question.flags)
        if mention.body is not None:
            matches = tuple(r for r in matches if r.body is mention.body)
        if mention.year is not None:
            matches = tuple(r for r in matches if r.date.year == mention.year)
        if question.body is not None and len({r.body for r in matches}) > 1:
            matches = tuple(r for r in matches if r.body is question.body)
        if not matches and mention.certain:
            wrong.append(mention.words)
        found.extend(m for m in matches if m not in found)
    if Flag.AMENDMENTS in question.flags and len(found) == 1 and (parts := record.catalogue.children(found[0].key)):
        return Selection(Found.MEANT, tuple(parts))
    if wrong and not found:
        return Selection(Found.NO_SUCH_SYMBOL, missing=tuple(wrong))
    if not found:
        return None
    narrowed = in_days(found, question.days) or found
    named = {r.id for name in question.names for r in record.named_votes(name.key)}
    narrowed = [r for r in narrowed if r.id in named] or narrowed
    if len(question.symbols) == 1 and len(narrowed) > 1 and question.topic:
        narrowed = _agreeing_with_topic(narrowed, question, record)
    if len(narrowed) == 1 or len(question.symbols) > 1:
        return Selection(Found.MEANT, tuple(narrowed), missing=tuple(wrong))
    recorded = [r for r in narrowed if r.mode is Mode.RECORDED]
    if len({r.body for r in narrowed}) == 1 and len({r.key for r in narrowed}) == 1:
        return Selection(Found.MEANT, tuple(narrowed))
    if len(recorded) == 1 and len({r.body for r in narrowed}) == 1 and question.intent is not Intent.ABOUT:
        return Selection(Found.MEANT, tuple(recorded), near=tuple(r for r in narrowed if r not in recorded))
    if question.intent is Intent.POSITION and len({r.body for r in narrowed}) == 1:
        return Selection(Found.MEANT, tuple(narrowed[:MOST_SHOWN]))
    return Selection(Found.CHOOSE, tuple(narrowed))


def _agreeing_with_topic(found: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    scored = _fits(question, record, [r.id for r in found])
    if not scored or scored[0].coverage <= 0.3:
        return list(found)
    best = {f.roll_call_id for f in scored if f.coverage >= scored[0].coverage - _SAME_CLASS}
    return [r for r in found if r.id in best]


# Tallies


def _by_tally(question: Question, record: Record) -> Selection | None:
    if question.same or question.names and question.intent is Intent.VERIFY:
        return None
    given = [t for t in question.tallies if t.yes is not None and t.no is not None]
    if not given or (question.topic and question.intent is Intent.VERIFY and not question.days):
        return None
    tally = given[0]
    assert tally.yes is not None and tally.no is not None
    found = in_days(record.catalogue.by_tally(tally.yes, tally.no, tally.abstain, question.body), question.days)
    if question.names:
        named = {r.id for name in question.names for r in record.named_votes(name.key)}
        found = [r for r in found if r.id in named]
    if any(not t.light for t in question.topic):
        # A tally that fits a vote on another matter is a wrong tally, not that vote.
        about = {f.roll_call_id for f in _fits(question, record, [r.id for r in found]) if f.coverage >= _NEAR}
        if found and not about and question.intent is not Intent.VERIFY and tally.abstain is not None:
            return Selection(
                Found.CHOOSE, tuple(found), how=(("by_tally", tally.words),), missing=tuple(t.word for t in question.topic)
            )
        found = [r for r in found if r.id in about]
    if not found:
        return None if question.topic or question.names else Selection(Found.NONE, missing=(tally.words,))
    if len(found) == 1:
        return Selection(Found.MEANT, tuple(found), how=(("by_tally", tally.words),))
    return Selection(Found.CHOOSE, tuple(found), how=(("by_tally", tally.words),))


# What the thread was about


def _by_thread(question: Question, record: Record) -> Selection | None:
    if question.same:
        found = tuple(r for key in question.same for r in record.catalogue.by_key(key)[:1])
        if Flag.SIBLING in question.flags and found:
            others = tuple(s for s in siblings(found[0], record) if s not in found and is_plain(s))
            return Selection(Found.MEANT, others[:1] or found[1:2]) if others or found[1:] else Selection(Found.NONE)
        return Selection(Found.MEANT, found) if found else None
    models = [r for key in question.like for r in record.catalogue.by_key(key)[:1]]
    if not models:
        return None
    series = _series_of(models[0], question, record)
    if Flag.BEFORE in question.flags or Flag.AFTER in question.flags:
        earlier = [r for r in series if r.date < models[0].date][:1]
        later = [r for r in series if r.date > models[0].date][-1:]
        neighbours = tuple(earlier if Flag.BEFORE in question.flags else later)
        return Selection(Found.MEANT, neighbours) if neighbours else Selection(Found.NOT_THEN, near=tuple(series[:5]))
    found_then = in_days(series, question.days)
    if found_then:
        return _one_per_range(found_then, question)
    if question.topic or question.names:
        return None
    return Selection(Found.NOT_THEN, near=tuple(series[:5]), missing=(models[0].title,))


def _series_of(model: RollCall, question: Question, record: Record) -> list[RollCall]:
    """The other sessions' votes on the same text, newest first: by the nickname's own list where one was used, else by title."""
    for name in question.names:
        if record.name_kind(name.key) == "series" and model in record.named_votes(name.key):
            return list(record.named_votes(name.key))
    return series_of(model, record)


# Nicknames and yearly series


def _by_name(question: Question, record: Record) -> Selection | None:
    """Nicknames; one whose votes lie outside the days asked for is read as a topic there, and never answered for another time."""
    if not question.names:
        return None
    found: list[RollCall] = []
    near: list[RollCall] = []
    how: list[tuple[str, str]] = []
    absent: list[str] = []
    choose = False
    for name in question.names:
        candidates = [r for r in record.named_votes(name.key) if question.body in (None, r.body)]
        if not record.named_votes(name.key):
            absent.append(name.words)
            continue
        then = in_days(candidates, question.days)
        if not then:
            near.extend(candidates[:5])
            continue
        if _is_bare_word(name, question, record):
            bare = replace(question, names=(), topic=name.terms, intent=Intent.POSITION)
            others = _by_topic(bare, record)
            then.extend(
                r for r in (others.roll_calls if others is not None and others.found is Found.MEANT else ()) if r not in then
            )
            choose = choose or (len(then) > 1 and question.intent in SINGLE)
        kind = record.name_kind(name.key)
        if question.intent is Intent.SEARCH:
            then.extend(r for r in _titled_alike(name, question, record) if r not in then)
        if question.topic and len(then) > 1 and kind == "cluster":
            then = _agreeing_with_topic(then, question, record)
        if kind == "series" and not _wants_all(question) and (len(candidates) >= _YEARLY or question.intent in SINGLE):
            if len(then) > 1 and not question.days:
                how.append(("latest_of_series", then[0].title))
            then = _latest_of_each(then, question)
        elif kind == "cluster" and len(then) > 1 and question.intent in SINGLE and not _wants_all(question):
            choose = True
        found.extend(r for r in then if r not in found)
    if absent and not found:
        return Selection(Found.NONE, missing=tuple(absent))
    if len(question.days) > 1 or not found:
        found.extend(r for r in _read_as_topic(question, record, found) if r not in found)
        choose = choose or (question.intent in SINGLE and len(question.days) <= 1)
    if not found:
        if (close := _close_by(question, [r for name in question.names for r in record.named_votes(name.key)])) is not None:
            return close
        later = _then_or_later(question, record, near)
        return (
            Selection(later, near=tuple(near), missing=tuple(n.words for n in question.names)) if near and question.days else None
        )
    if question.intent in SINGLE and question.body is None and any(r.body is Body.GA for r in found):
        found = [r for r in found if r.body is Body.GA]
    if choose and len(found) > 1:
        return _pick_among(question, found, tuple(how))
    return Selection(Found.MEANT, tuple(found), how=tuple(how))


def _titled_alike(name: VoteName, question: Question, record: Record) -> list[RollCall]:
    """Beside a nickname's own votes, those whose title says the same: a list asked for is a whole list."""
    found = _by_topic(replace(question, names=(), topic=(*name.terms, *question.topic)), record)
    return list(found.roll_calls) if found is not None and found.found is Found.MEANT and not found.missing else []


def _is_bare_word(name: VoteName, question: Question, record: Record) -> bool:
    """ "the Jerusalem resolution in late 2017": a nickname of one word besides a time is a topic, which several votes may have."""
    solid = [t for t in name.terms if not t.light]
    return bool(question.days) and len(solid) == 1 and len(solid[0].alternatives[0]) == 1 and record.name_kind(name.key) == "vote"


def _read_as_topic(question: Question, record: Record, known: Sequence[RollCall]) -> list[RollCall]:
    """For the days that the nicknames' votes leave empty, the roll calls that the nicknames' words describe."""
    terms = tuple(t for name in question.names for t in name.terms)
    empty = [d for d in question.days if not any(d.holds(r.date) for r in known)]
    if not empty or not terms:
        return []
    anew = replace(question, names=(), topic=terms, days=tuple(empty))
    selection = _by_topic(anew, record)
    return (
        list(selection.roll_calls)
        if selection is not None and (selection.found is Found.MEANT or question.intent in SINGLE)
        else []
    )


def _latest_of_each(roll_calls: Sequence[RollCall], question: Question) -> list[RollCall]:
    """The latest vote of a series; where several days are given, the latest of each; same-day texts together."""
    if not question.days:
        newest = max(r.date for r in roll_calls)
        return [r for r in roll_calls if r.date == newest]
    chosen: list[RollCall] = []
    for days in question.days:
        inside = [r for r in roll_calls if days.holds(r.date)]
        if inside:
            newest = max(r.date for r in inside)
            chosen.extend(r for r in inside if r.date == newest and r not in chosen)
    return chosen


# Topics


def _by_topic(question: Question, record: Record) -> Selection | None:
    if not question.topic:
        return None
    candidates = pool(question, record)
    if question.days and not candidates:
        return Selection(_then_or_later(question, record, ()), missing=tuple(t.word for t in question.topic))
    scored = _fits(question, record, [r.id for r in candidates])
    if not scored:
        return _elsewhere_in_time(question, record)
    by_id = record.catalogue.by_id
    best = _best_body(scored, by_id, question)
    top = best[0]
    if top.coverage < _SURE:
        if question.days:
            later = _elsewhere_in_time(question, record, at_least=max(_SURE, top.coverage + 0.15))
            if later is not None and later.found is not Found.NONE:
                return later
        offered = [by_id[f.roll_call_id] for f in best if f.coverage >= max(_NEAR, top.coverage - 0.1)][:MOST_CHOICES]
        if not offered or top.coverage < _NEAR:
            return Selection(Found.NONE, near=tuple(by_id[f.roll_call_id] for f in best[:3]), missing=top.missing)
        return Selection(Found.CHOOSE, tuple(offered), missing=top.missing)
    equal = [
        by_id[f.roll_call_id] for f in best if f.quality >= top.quality - _SAME_CLASS and f.coverage >= top.coverage - _SAME_CLASS
    ]
    equal.sort(key=lambda r: r.date, reverse=True)
    if question.intent in (Intent.SEARCH, Intent.COUNT, Intent.TIMELINE, Intent.RANKING, Intent.AGREEMENT):
        wide = [by_id[f.roll_call_id] for f in best if f.coverage >= top.coverage - 0.01]
        if question.intent is Intent.SEARCH:
            return Selection(Found.MEANT, tuple(wide), missing=top.missing)
        return Selection(Found.MEANT, tuple(sorted(equal, key=lambda r: r.date, reverse=True)), missing=top.missing)
    return _pick_among(question, equal, missing=top.missing)


def _fits(question: Question, record: Record, within: Sequence[int] | None) -> list[Fit]:
    stems = {s for term in question.topic for alternative in term.alternatives for s in alternative}
    return fits(question.topic, record.postings(stems), len(record.catalogue.by_id), within)


def _best_body(scored: Sequence[Fit], by_id: dict[int, RollCall], question: Question) -> list[Fit]:
    """The fits of one body: the Assembly's, unless another fits clearly better (docs/contract.md, rule 5)."""
    if question.body is not None:
        return list(scored)
    assembly = [f for f in scored if by_id[f.roll_call_id].body is Body.GA]
    if not assembly:
        return list(scored)
    if scored[0].coverage - max(f.coverage for f in assembly[:200]) > _BODY_LEAD:
        return [f for f in scored if by_id[f.roll_call_id].body is not Body.GA]
    return assembly


def _elsewhere_in_time(question: Question, record: Record, at_least: float = _SURE) -> Selection | None:
    if not question.days:
        return Selection(Found.NONE, missing=tuple(t.word for t in question.topic))
    anywhere = replace(question, days=())
    scored = _fits(anywhere, record, [r.id for r in pool(anywhere, record)])
    by_id = record.catalogue.by_id
    near = [by_id[f.roll_call_id] for f in scored if f.coverage >= at_least][:40]
    near.sort(key=lambda r: min(abs((r.date - d.first).days) for d in question.days))
    if not near:
        return Selection(Found.NONE, missing=tuple(t.word for t in question.topic))
    if (close := _close_by(question, near)) is not None:
        return close
    return Selection(_then_or_later(question, record, near), near=tuple(near[:5]))


def _close_by(question: Question, near: Sequence[RollCall]) -> Selection | None:
    """A day or month that is off by a little: the vote close by is offered, not taken."""
    if not question.days or any((d.last - d.first).days > _MONTH for d in question.days):
        return None
    close = [r for r in near if min(_days_off(r.date, d) for d in question.days) <= _MONTH]
    return Selection(Found.CHOOSE, tuple(close[:MOST_CHOICES])) if close else None


def _days_off(day: dt.date, days: DayRange) -> int:
    return min(abs((day - days.first).days), abs((day - days.last).days))


def _then_or_later(question: Question, record: Record, near: Sequence[RollCall]) -> Found:
    body = question.body or (near[0].body if near else Body.GA)
    bounds = record.catalogue.bounds(body)
    if bounds is not None and question.days and all(d.first > bounds[1] and not d.fitting_year for d in question.days):
        return Found.LATER
    return Found.NOT_THEN


def _pick_among(
    question: Question, equal: Sequence[RollCall], how: tuple[tuple[str, str], ...] = (), missing: tuple[str, ...] = ()
) -> Selection:
    """From roll calls that fit equally well to what is meant. Where a roll exists, texts without one are not what is asked about."""
    calls = [r for r in equal if r.mode is Mode.RECORDED] or list(equal)
    if len(calls) > 1 and len({r.date for r in calls}) > 1:
        if Flag.EARLIEST in question.flags:
            calls = calls[-1:]
        elif Flag.SECOND in question.flags and len(calls) > 1:
            calls = calls[-2:-1]
    if len(calls) == 1:
        return Selection(Found.MEANT, tuple(calls), how=how, missing=missing)
    if len(question.days) > 1:
        return _one_per_range(calls, question)
    if question.intent in SINGLE and Flag.BOTH not in question.flags:
        series = split_into_series(calls)
        if len(series) == 1 and len({r.date for r in calls}) > 1:
            newest = [r for r in calls if r.date == calls[0].date]
            if len(newest) == 1:
                return Selection(
                    Found.MEANT,
                    tuple(newest),
                    near=tuple(calls[1:]),
                    how=(*how, ("latest_of_series", newest[0].title)),
                    missing=missing,
                )
        return Selection(Found.CHOOSE, tuple(calls), how=how, missing=missing)
    return Selection(Found.MEANT, tuple(calls[:MOST_SHOWN]), near=tuple(calls[MOST_SHOWN:]), how=how, missing=missing)


def _one_per_range(calls: Sequence[RollCall], question: Question) -> Selection:
    """Several times are named ("2021 vs 2022"): what matches in each."""
    chosen: list[RollCall] = []
    for days in question.days:
        chosen.extend(r for r in calls if days.holds(r.date) and r not in chosen)
    if len(question.days) == 1 and any(d.fitting_year for d in question.days):
        chosen = chosen[:1]
    return Selection(Found.MEANT, tuple(chosen[:MOST_SHOWN]), near=tuple(chosen[MOST_SHOWN:]))


# Days alone


def _by_days(question: Question, record: Record) -> Selection | None:
    """A date without a topic means that day's votes; nothing at all means the latest voting day (rule 2)."""
    body = question.body or Body.GA
    if question.days:
        found = pool(question, record)
        if question.body is None:
            found = [r for r in found if r.body is body] or found
        if not found:
            return Selection(_then_or_later(question, record, ()))
        if question.intent in SINGLE and len(found) > 1:
            return Selection(Found.CHOOSE, tuple(found))
        return Selection(Found.MEANT, tuple(found))
    if question.intent in (Intent.POSITION, Intent.COMPARE, Intent.ROLL_CALL, Intent.OUTCOME):
        days = record.catalogue.voting_days(body, None, 1)
        if not days:
            return Selection(Found.NONE)
        found = [r for r in record.catalogue.on(days[0], days[0], body) if is_plain(r)]
        if question.intent in SINGLE and len(found) > 1:
            return Selection(Found.CHOOSE, tuple(found), how=(("latest_day", days[0].isoformat()),))
        return Selection(Found.MEANT, tuple(found), how=(("latest_day", days[0].isoformat()),))
    return None


# Shared


def siblings(roll_call: RollCall, record: Record) -> list[RollCall]:
    """Other texts on the same matter put to the same body, or another, on the same day, whole texts before their amendments."""
    same_day = [r for r in record.catalogue.on(roll_call.date, roll_call.date, None) if r.id != roll_call.id]
    related = [r for r in same_day if _on_one_matter(roll_call, r)]
    related.sort(key=lambda r: (r.body is not roll_call.body, not is_plain(r)))
    return related


def _on_one_matter(a: RollCall, b: RollCall) -> bool:
    if a.parent and (a.parent == b.symbol or a.parent == b.parent):
        return True
    if b.parent:
        return b.parent == a.symbol
    if a.subjects and set(a.subjects) & set(b.subjects) and (a.agenda == b.agenda or a.body is not b.body):
        return True
    return bool(a.agenda and a.agenda == b.agenda and len(a.agenda) < 120) or in_one_series(a, b)


def _wants_all(question: Question) -> bool:
    spans_years = question.intent is Intent.COMPARE and len(question.days) == 1 and question.days[0].precision == "years"
    return (
        spans_years
        or question.intent in (Intent.TIMELINE, Intent.COUNT, Intent.SEARCH)
        or Flag.ALL_TIME in question.flags
        or Flag.FIRST in question.flags
    )
