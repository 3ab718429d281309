"""A time and a few words beside a veto -> the one vetoed draft that they leave.

A list of vetoes names agenda items ("Middle East situation, including the Palestinian question"), and seldom the matter as people
do ("settlements"). A month with one vetoed draft that holds a word of the matter says which is meant; the rest is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.lookup.pool import in_days
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.lookup.topic_fit import matter_of
from bot.question import MemberMention, Question, Term
from store.facts import Body, Outcome, RollCall, is_plain
from store.vote_store import PERMANENT
from store.words import stems

_SAYS_LITTLE = frozenset(
    stems("letter letters dated from the president of security council secretary general representative permanent united nations")
    + stems("draft resolution situation question concerning including matter complaint peace international maintenance")
)
"""Words of agenda items that tell none of them from another."""
_OWN_DRAFT = re.compile(r"(?:-\w+)? (?:\w+ ){0,2}(?:draft|text|resolution|proposal)\b", re.IGNORECASE)
_WHOLE_NAME = 2  # words of a nickname that tell a draft without the month


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of the matter: what may stand for it, as stems; `state`: whether it names a state that has no veto."""

    text: str
    alternatives: tuple[tuple[str, ...], ...]
    state: bool
    light: bool


@dataclass(frozen=True, slots=True)
class _Held:
    """The words that a draft holds, and those that it does not. `named`: whether a nickname of it is said in full."""

    call: RollCall
    words: tuple[_Word, ...]
    lacking: tuple[_Word, ...]
    named: bool


def one_vetoed(question: Question, then: Sequence[RollCall], record: Record) -> Selection | None:
    """The one of these vetoed drafts that holds a word of the matter; None where none does, or more than one, or where a draft
    that was not vetoed may be meant as well. `then`: all that were vetoed in the days asked for."""
    if not question.days:
        return None
    asked = tuple(_words_of(question, record))
    found = [held for call in then if (held := _held(call, asked, record)).words]
    near = all(d.precision in ("day", "month") for d in question.days)
    if len(found) != 1 or not (near or found[0].named):
        return None
    [held] = found
    lacking = [w for w in held.lacking if not w.light]
    if any(w.state for w in lacking) or _may_be_another(held, question, record):
        return None
    return Selection(Found.MEANT, (held.call,), missing=tuple(dict.fromkeys(w.text for w in lacking)))


def vetoer_as_sponsor(question: Question) -> Term | None:
    """ "Did Russia veto the Russian draft on Syria": no list says whose draft it was, and hardly one vetoes its own."""
    cast_by = {code for m in question.vetoers for code in m.codes}
    places = {m.start for m in question.vetoers}
    own = (t for t in matter_of(question) if t.about in cast_by and t.start not in places)
    return next((t for t in own if _OWN_DRAFT.match(question.text, t.end)), None)


def _words_of(question: Question, record: Record) -> Iterator[_Word]:
    """The matter in words, with the states named anywhere that have no veto: of a veto they are no voters."""
    terms = matter_of(question)
    for term in terms:
        if term.about not in PERMANENT:
            yield _Word(term.word, _alternatives(term, record), term.about is not None, term.light)
    of_terms = {t.start for t in terms}
    for mention in dict.fromkeys(m for m in (*question.members, *question.strays) if isinstance(m, MemberMention)):
        if mention.start not in of_terms and not set(PERMANENT).intersection(mention.codes):
            names = tuple(tuple(stems(n)) for code in mention.codes for n in _names(code, record))
            yield _Word(mention.words, (tuple(stems(mention.words)), *names), True, False)


def _alternatives(term: Term, record: Record) -> tuple[tuple[str, ...], ...]:
    names = () if term.about is None else tuple(tuple(stems(n)) for n in _names(term.about, record))
    return (*term.alternatives, *names)


def _names(code: str, record: Record) -> tuple[str, ...]:
    state = record.members.by_code.get(code)
    return () if state is None else (state.short, *(n.name for n in state.names))


def _held(call: RollCall, asked: Sequence[_Word], record: Record) -> _Held:
    said = {s for word in asked for alternative in word.alternatives for s in alternative}
    names = [name for name in record.names_of_vetoed().get(call.id, ()) if name <= said]
    own = set(stems(" ".join((call.title, call.agenda or "", *call.subjects))))
    there = own.union(*names)
    words = tuple(w for w in asked if any(there.issuperset(a) for a in w.alternatives if a))
    telling = tuple(w for w in words if not w.light and any(not _SAYS_LITTLE.issuperset(a) for a in w.alternatives if a))
    lacking = tuple(w for w in asked if w not in words)
    return _Held(call, telling, lacking, any(len(name) >= _WHOLE_NAME for name in names))


def _may_be_another(held: _Held, question: Question, record: Record) -> bool:
    """Whether a text of the Council of those days that nobody vetoed holds as much of the matter, and a word that this lacks."""
    of_council = (r for r in record.catalogue.newest_first if r.body is Body.SC and is_plain(r))
    others = (r for r in of_council if r.outcome is not Outcome.VETOED)
    asked = (*held.words, *held.lacking)
    for call in in_days(others, question.days):
        other = _held(call, asked, record)
        if len(other.words) >= len(held.words) and any(w in held.lacking for w in other.words):
            return True
    return False
