"""Symbols and numbers -> the roll calls that bear them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.lookup.members_asked import code_on
from bot.lookup.other_times import days_off
from bot.lookup.picking import pick_among
from bot.lookup.pool import in_days, pool, recorded, votes_named
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, MOST_SHOWN, Found, How, Selection
from bot.lookup.topic_fit import NEAR, SURE, best_on_topic, fits_of, matter_of
from bot.question import LAST_COMMON_SESSION, Claim, DayRange, Flag, Intent, MemberMention, Question, SymbolMention, Term
from store.facts import Body, Outcome, RollCall, is_plain

_ASSEMBLY_SERIES = ("A/RES/", "A/DEC/")
_SHORT_OF_RESOLUTION = re.compile(r"S/(?P<number>[0-9]{1,4})")
_PART = re.compile(r" ?\[?(?P<letters>[A-H](?:(?:,| and| &|/) ?[A-H])*)\b\]?(?!['’.])")  # "2467 C", "3390 A and B"
_SEATS_OF_THE_COUNCIL = frozenset({"p5", "e10", "council"})
_OF_COMMON_SESSION = re.compile(r"A/(?:RES|DEC)/(?P<session>[0-9]+)/(?P<number>[0-9]+)")
_MOST_OF_RIGHTS_COUNCIL = 150  # decisions are numbered from 101 on
_OF_POSITIONS = frozenset({Intent.POSITION, Intent.VERIFY, Intent.COMPARE})

_OF_SESSION = re.compile(r"(?P<session>A/RES/(?:ES-)?[0-9]+/)(?P<number>[0-9]+)$")
_RANGE = re.compile(r"\s*(?:[-–—]|to|through|thru|until|till|bis|a|au|al|hasta|ate)\s*", re.IGNORECASE)
_LONGEST_RANGE = 40  # numbers
_AROUND_A_YEAR = 31  # days
_MOST_NUMBERS = 4  # a list of more is one of resolutions
_TELLING_WORDS = 2  # of a topic that can tell a text from the one that it follows
_NUMBER = re.compile(r"\d+(?:/\d+)?")
_IN_FULL = re.compile(r"\bres\b|[a-z]/", re.IGNORECASE)  # a symbol in full is no word of a title


def by_symbol(question: Question, record: Record) -> Selection | None:
    """None where no symbol is named, or only a bare number that no resolution has."""
    question = _with_those_between(question, record)
    found: list[RollCall] = []
    unknown: list[str] = []
    for mention in question.symbols:
        matches = _called(mention, question, record)
        if not matches and mention.certain:
            unknown.append(mention.words)
        found.extend(r for r in matches if r not in found)
    if question.days and not in_days(found, question.days) and (titled := _in_titles_then(question, record)):
        return pick_among(question, titled)
    if not found:
        return Selection(Found.NO_SUCH_SYMBOL, missing=tuple(unknown)) if unknown else None
    if Flag.AMENDMENTS in question.flags and len(found) == 1 and (parts := record.catalogue.parts_of(found[0])):
        return Selection(Found.MEANT, parts)
    narrowed = _with_seats(_narrowed(found, question, record), question, record)
    if then := _of_that_year(question, record):
        return Selection(Found.CHOOSE, tuple(dict.fromkeys((*narrowed, *then)))[:MOST_CHOICES])
    if others := _better_described(narrowed, question, record):
        return Selection(Found.CHOOSE, (*narrowed, *others)[:MOST_CHOICES])
    if question.days and not any(_is_near(r, question.days) for r in narrowed):
        # The symbol and the day contradict each other: which of them is meant is the reader's to say.
        return Selection(Found.CHOOSE, tuple(narrowed[:MOST_CHOICES]))
    if len(question.symbols) > 1:
        return Selection(Found.MEANT, tuple(narrowed), missing=tuple(unknown))
    return _of_one_symbol(narrowed, question)


def _with_those_between(question: Question, record: Record) -> Question:
    """ "ES-11/1 to ES-11/9": the numbers between two of one session too."""
    mentions = list(question.symbols)
    for first, last in pairwise(question.symbols):
        ends = _OF_SESSION.match(first.key or ""), _OF_SESSION.match(last.key or "")
        if ends[0] is None or ends[1] is None or not _RANGE.fullmatch(question.text, first.end, last.start):
            continue
        low, high = int(ends[0]["number"]), int(ends[1]["number"])
        if ends[0]["session"] == ends[1]["session"] and low < high <= low + _LONGEST_RANGE:
            keys = (f"{ends[0]['session']}{number}" for number in range(low + 1, high))
            between = [replace(last, key=key) for key in keys if record.catalogue.by_key(key)]
            mentions[mentions.index(last) : mentions.index(last)] = between
    return replace(question, symbols=tuple(mentions))


def years_not_numbers(question: Question, record: Record) -> Question:
    """ "killer robots resolution 2023" means the year, "Iran sanctions resolution 1929" the number: the topic tells."""
    over_years = question.intent in (Intent.AGREEMENT, Intent.RANKING, Intent.COUNT, Intent.SEARCH)
    if not (question.topic or question.names or over_years):
        return question
    symbols, days = [], list(question.days)
    for mention in question.symbols:
        number = mention.number if mention.maybe_year else None
        if number is not None and (over_years or not _topic_has_number(number, question, record)):
            days.append(_year(number, mention))
        else:
            symbols.append(mention)
    return replace(question, symbols=tuple(symbols), days=tuple(days))


def numbers_in_titles(question: Question, record: Record) -> Question:
    """ "Sanctions imposed by resolution 2428, May 2025": a number that the title of another text holds is a word of it."""
    kept, terms = [], list(question.topic)
    if len(question.symbols) > _MOST_NUMBERS:
        return question
    for mention in question.symbols:
        if mention.key is None and mention.number is not None and _is_word_of_title(mention, question, record):
            terms.append(_as_term(mention))
        else:
            kept.append(mention)
    return replace(question, symbols=tuple(kept), topic=tuple(terms))


def _is_word_of_title(mention: SymbolMention, question: Question, record: Record) -> bool:
    """Whether the topic with this number in it describes a vote well, which the text of that number does not."""
    if not any(not t.light for t in question.topic):
        return False
    own = _called(mention, question, record)
    if own and in_days(own, question.days) and (fits := fits_of(question, record, own)) and fits[0].coverage >= NEAR:
        return False
    anew = replace(question, symbols=(), topic=(*question.topic, _as_term(mention)))
    best = fits_of(anew, record, (r for r in pool(anew, record) if r not in own))
    return bool(best) and best[0].coverage >= SURE and str(mention.number) not in best[0].missing


def _of_that_year(question: Question, record: Record) -> list[RollCall]:
    """ "Interim Force in Lebanon, UNSC 2004": where the number is a year as well, the votes of that year that fit the topic."""
    if len(question.symbols) != 1 or not question.symbols[0].maybe_year or not question.has_topic:
        return []
    mention = question.symbols[0]
    days = (*question.days, _year(mention.number or 0, mention))
    then = replace(question, symbols=(), names=(), topic=matter_of(question), days=days)
    fitting = [f for f in fits_of(then, record, recorded(pool(then, record))) if not f.missing and f.quality >= SURE]
    by_id = record.catalogue.by_id
    return [by_id[f.roll_call_id] for f in fitting]


def _as_term(mention: SymbolMention) -> Term:
    number = str(mention.number)
    return Term(number, ((number,),), mention.start, mention.end)


def _topic_has_number(number: int, question: Question, record: Record) -> bool:
    numbered = record.catalogue.by_number(number)
    if any(r in numbered for r in votes_named(question, record)):
        return True
    best = fits_of(question, record, numbered) if numbered and question.topic else []
    return bool(best) and best[0].coverage >= NEAR


def _year(year: int, mention: SymbolMention) -> DayRange:
    return DayRange(dt.date(year, 1, 1), dt.date(year, 12, 31), str(year), mention.start, mention.end, "year")


def _called(mention: SymbolMention, question: Question, record: Record) -> list[RollCall]:
    """The roll calls of one symbol, with the body and the year that the words around it say."""
    matches = _with_symbol(mention, question, record)
    if mention.key is None and (part := _PART.match(question.text, mention.end)):
        letters = tuple(re.findall("[A-H]", part["letters"]))
        matches = [r for r in matches if r.key.endswith(letters)] or matches
    if Flag.AMENDMENTS not in question.flags:
        # A part's own symbol names it alone ("A/HRC/32/L.73"); a number, or a text's symbol, never does.
        whole = [r for r in matches if is_plain(r)]
        matches = whole or [r for r in matches if mention.key is not None]
    if mention.body is not None:
        matches = [r for r in matches if r.body is mention.body]
    if mention.year is not None:
        matches = [r for r in matches if r.date.year == mention.year]
    if mention.key is None and mention.number is not None and question.body in (Body.HRC, Body.CHR):
        return [r for r in matches if r.body is question.body]  # those bodies number within their sessions
    body = question.body or (Body.SC if mention.key is None and _is_about_seats_of_the_council(question) else None)
    if body is not None and len({r.body for r in matches}) > 1:
        matches = [r for r in matches if r.body is body]
    return matches


def _is_about_seats_of_the_council(question: Question) -> bool:
    """ "Which P5 members abstained on 1973": those who sit there vote in the Council, whatever else has the number."""
    assertion = question.assertion
    parts = assertion.parts if assertion is not None else ()
    claims = assertion.claims if assertion is not None else ()
    said = (g for claim in claims if isinstance(claim, Claim) for g in (*claim.groups, *claim.among))
    groups = (*question.groups, *(g for part in parts for g in part.groups), *said)
    seats = any(group.key in _SEATS_OF_THE_COUNCIL for group in groups)
    vetoed = assertion is not None and (assertion.outcome == Outcome.VETOED or any(p.veto for p in parts))
    return seats or vetoed or bool({Flag.PERMANENT, Flag.VETOES} & question.flags)


def _with_symbol(mention: SymbolMention, question: Question, record: Record) -> list[RollCall]:
    if mention.record is not None:
        return list(record.of_library_record(mention.record))
    if mention.ending is not None:
        return [r for r in record.catalogue.newest_first if r.key.endswith(f"/{mention.ending}")]
    if mention.key is not None:
        if _is_of_rights_council(mention, question, record):
            return list(record.catalogue.by_key(_at_rights(mention.key)))
        if found := record.catalogue.by_key(mention.key) or record.catalogue.at_meeting(mention.key):
            return list(found)
        # "S/2803" is no draft of the record: the resolution of that number is meant.
        if short := _SHORT_OF_RESOLUTION.fullmatch(mention.key):
            return [r for r in record.catalogue.by_number(int(short["number"])) if r.body is Body.SC]
        return _at_rights_council(mention.key, question, record)
    return list(record.catalogue.by_number(mention.number)) if mention.number is not None else []


def _is_of_rights_council(mention: SymbolMention, question: Question, record: Record) -> bool:
    """ "The HRC's Ethiopia resolution (51/27)": a session and number beside that body's name is never the Assembly's.

    The Rights Council has neither held as many sessions nor numbers as high as the Assembly ("65/281 on the HRC").
    """
    number = _OF_COMMON_SESSION.fullmatch(mention.key or "")
    if number is None or mention.body is not None or question.body not in (None, Body.HRC):
        return False
    # "HRC's Sri Lanka" is a nickname, which takes the body's name with it.
    if question.body is None and {r.body for r in votes_named(question, record)} != {Body.HRC}:
        return False
    return int(number["session"]) <= LAST_COMMON_SESSION and int(number["number"]) <= _MOST_OF_RIGHTS_COUNCIL


def _at_rights(key: str) -> str:
    return f"A/HRC/{key.removeprefix('A/')}"


def _at_rights_council(key: str, question: Question, record: Record) -> list[RollCall]:
    """ "Resolution S-12/1, HRC": the Council's name may stand anywhere in the question."""
    if question.body not in (None, Body.HRC) or not key.startswith(_ASSEMBLY_SERIES):
        return []
    found = record.catalogue.by_key(_at_rights(key))
    if question.body is None:
        # The Assembly has special sessions of the same numbers; only a day can tell that the Council's is meant.
        return in_days(found, question.days) if question.days and "/S-" in key else []
    return list(found)


def _with_seats(calls: list[RollCall], question: Question, record: Record) -> list[RollCall]:
    """Of the texts of two bodies with one number, those on which the states asked about could vote."""
    voters = _said_to_vote(question) or question.members
    if len({r.body for r in calls}) < 2 or not voters:
        return calls
    return [r for r in calls if all(code_on(m, r.date, record) in _voters(r, record) for m in voters)] or calls


def _said_to_vote(question: Question) -> tuple[MemberMention, ...]:
    """The states of which a statement says how they voted: they go before those that only their place makes voters."""
    parts = question.assertion.parts if question.assertion is not None else ()
    return tuple(m for part in parts for m in part.members)


def _voters(call: RollCall, record: Record) -> frozenset[str]:
    if call.body is not Body.GA:
        return record.seated(call.body, call.date)
    return frozenset(code for code in record.members.by_code if record.members.was_member(code, call.date))


def _narrowed(found: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    """Those that the question's days, nicknames and topic agree with, as far as they agree with any."""
    narrowed = in_days(found, question.days) or list(found)
    named = votes_named(question, record)
    narrowed = [r for r in narrowed if r in named] or narrowed
    if len(question.symbols) == 1 and len(narrowed) > 1 and question.topic:
        return best_on_topic(narrowed, question, record)
    return narrowed


def _is_near(call: RollCall, days: Sequence[DayRange]) -> bool:
    """Whether it is of those days, or so close that a calendar elsewhere is another, or the year that a text was meant for."""
    return any(d.holds(call.date) or days_off(call.date, d) <= (_AROUND_A_YEAR if d.precision == "year" else 1) for d in days)


def _in_titles_then(question: Question, record: Record) -> list[RollCall]:
    """The roll calls of the days asked for whose title names the one resolution: "implementation of resolution 33/60, 1979"."""
    if len(question.symbols) != 1:
        return []
    mention = question.symbols[0]
    number = _NUMBER.search(mention.words)
    if number is None or _IN_FULL.search(mention.words):
        return []
    named = re.compile(rf"(?<![\w/]){re.escape(number[0])}(?![\w/])")
    # Most titles lack its digits, which is quicker to see.
    titled = [r for r in pool(question, record) if number[0] in r.title and named.search(r.title)]
    return best_on_topic(titled, question, record)


def _better_described(own: Sequence[RollCall], question: Question, record: Record) -> list[RollCall]:
    """Texts whose titles name the one resolution and hold all words of the topic, of which its own title lacks some.

    "Calling upon Belgium to implement resolution 143" may be what followed that resolution.
    """
    if len(question.topic) < _TELLING_WORDS or not any(fit.missing for fit in fits_of(question, record, own)):
        return []
    titled = [r for r in _in_titles_then(question, record) if r not in own]
    by_id = record.catalogue.by_id
    return [by_id[fit.roll_call_id] for fit in fits_of(question, record, titled) if not fit.missing]


def _of_one_symbol(calls: Sequence[RollCall], question: Question) -> Selection:
    """A number may stand for texts of two bodies, or for an Assembly text and its lettered parts."""
    with_roll = recorded(calls)
    if len({r.body for r in calls}) > 1:
        if len(with_roll) != 1 or question.intent not in _OF_POSITIONS:
            return Selection(Found.CHOOSE, tuple(calls))
        how = ((How.ONLY_ROLL_OF_NUMBER, with_roll[0].symbol),)
        return Selection(Found.MEANT, tuple(with_roll), near=tuple(r for r in calls if r not in with_roll), how=how)
    if len({r.key for r in calls}) == 1:
        return Selection(Found.MEANT, tuple(calls))
    if len(with_roll) == 1 and question.intent is not Intent.ABOUT:
        return Selection(Found.MEANT, tuple(with_roll), near=tuple(r for r in calls if r not in with_roll))
    if question.intent is Intent.POSITION:
        return Selection(Found.MEANT, tuple(calls[:MOST_SHOWN]))
    return Selection(Found.CHOOSE, tuple(calls))
