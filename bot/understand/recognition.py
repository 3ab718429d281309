"""A text -> all in it that can be recognised by itself: symbols, tallies, times, states, nicknames of votes, mended words."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.question import NonMemberMention, SymbolMention, TallyMention, VoteName
from bot.translation import ENGLISH
from bot.understand.bodies import body_in, words_naming
from bot.understand.clean import Word, fold_in_place, words
from bot.understand.dates import DaysRead, read_days
from bot.understand.knowledge import Knowledge
from bot.understand.languages import in_english, language_told
from bot.understand.members import MembersRead, read_members
from bot.understand.nicknames import names_in
from bot.understand.shape import Mention
from bot.understand.spans import Placed, Span, Spans, span_of
from bot.understand.spelling import respell
from bot.understand.symbols import read_symbols
from bot.understand.tallies import read_tallies
from bot.understand.topics import terms_in
from store.words import fold

_IN_PLACE = re.compile(r"\b(?:in|at|before) (?:the )?(?:un )?$")

_P = TypeVar("_P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A cleaned text and what stands where in it.

    `tokens` are its words as they are to be read: put into English, and respelt. `folded` is the same text in one string,
    `unnamed` that without the nicknames of votes, and `respelt` that with its misspellings mended. `language`: None where the
    text is too short to tell.
    `taken` are the spans of all but the states, which may yet be the topic. `mentions` leaves out states inside the others.
    """

    text: str
    folded: str
    unnamed: str
    respelt: str
    language: str | None
    foreign: bool
    tokens: tuple[Word, ...]
    symbols: tuple[SymbolMention, ...]
    tallies: tuple[TallyMention, ...]
    days: DaysRead
    names: tuple[VoteName, ...]
    taken: tuple[Span, ...]
    mentions: tuple[Mention, ...]


def recognise(text: str, knowledge: Knowledge, today: dt.date, *, follow_up: bool) -> Recognised:
    """Recognise in `text`, which is clean, what is clearest first; nothing later is read where something was found before."""
    symbols = read_symbols(text)
    # "resolution 1975" may be the year of a "zionism resolution": only the number is taken then.
    taken = [(s.end - 4 if s.maybe_year else s.start, s.end) for s in symbols]
    tallies = read_tallies(text, taken)
    taken += map(span_of, tallies)
    days = read_days(text, today, taken, follow_up=follow_up)
    taken += map(span_of, days.ranges)
    plain = words(text)
    language = language_told(plain)
    english = in_english(plain, language or ENGLISH)
    foreign = language not in (None, ENGLISH)
    states = read_members(text, knowledge.lexicon, taken, known_words=_Explained(knowledge.spelling.counts, plain, english))
    tokens = _respelt(text, english, states, taken, knowledge)
    # A bare number may be a word of a nickname ("revoking 3379"); a symbol may not.
    firm = [s for s in taken if s not in {span_of(m) for m in symbols if m.key is None}]
    names = _names(text, tokens, firm, states, knowledge)
    if foreign and not names:
        names = _names(text, plain, firm, states, knowledge, as_read=tokens)
    named = Spans.of(map(span_of, names))
    symbols = tuple(s for s in symbols if not named.hold(s))
    taken += map(span_of, names)
    others = Spans.of(taken)
    return Recognised(
        text=text,
        folded=" ".join(w.folded for w in english) if foreign else fold_in_place(text),
        unnamed=" ".join(w.folded for w in english if not named.hold(w)) if foreign else _without(fold_in_place(text), names),
        respelt=" ".join(w.folded for w in tokens if not named.hold(w)),
        language=language,
        foreign=foreign,
        tokens=tokens,
        symbols=symbols,
        tallies=tallies,
        days=days,
        names=names,
        taken=tuple(taken),
        mentions=(*symbols, *tallies, *days.ranges, *names, *(m for m in _all_of(states) if not others.touch(m))),
    )


def _without(folded: str, names: Sequence[VoteName]) -> str:
    """The text with blanks in the place of nicknames: "Security Council reform" names no body that votes."""
    for name in names:
        folded = folded[: name.start] + " " * (name.end - name.start) + folded[name.end :]
    return folded


class _Explained:
    """Words that are no misspelt states: the record's own, and foreign ones that were put into English."""

    def __init__(self, record: Mapping[str, int], plain: Sequence[Word], english: Sequence[Word]) -> None:
        self._record = record
        self._translated = {w.folded for w in plain} - {w.folded for w in english}

    def __contains__(self, word: object) -> bool:
        return word in self._record or word in self._translated


def _all_of(states: MembersRead) -> tuple[Mention, ...]:
    return (*states.members, *states.groups, *states.non_members)


def _respelt(
    text: str, tokens: Sequence[Word], states: MembersRead, taken: Sequence[Span], knowledge: Knowledge
) -> tuple[Word, ...]:
    """The words with misspellings mended, a state's by its own name: nicknames hold states too ("cuba embargo")."""
    mended = {m.start: fold(m.corrected) for m in states.members if m.corrected and " " not in m.corrected}
    contracted = (span_of(w) for w in tokens if text[w.end : w.end + 1] == "'")
    # What was read with some doubt may be a misspelt word of the topic as well: "gibralatr referendum".
    sure = (span_of(m) for m in states.members if m.corrected is None and (len(m.codes) == 1 or m.by_day))
    keep = Spans.of([*taken, *sure, *contracted])
    respelt = respell(tokens, knowledge.spelling, keep)
    return tuple(replace(w, folded=mended[w.start]) if w.start in mended else w for w in respelt)


def _names(
    text: str,
    tokens: Sequence[Word],
    taken: Sequence[Span],
    states: MembersRead,
    knowledge: Knowledge,
    as_read: Sequence[Word] | None = None,
) -> tuple[VoteName, ...]:
    """Nicknames among the tokens, but for those inside the name of a state, each with its words (`as_read`) as a topic."""
    with_a_vote = [span_of(m) for m in _all_of(states) if not isinstance(m, NonMemberMention)]
    inside = Spans.of(with_a_vote)
    found = _names_beside_body(tokens, taken, [span_of(m) for m in _all_of(states)], text, knowledge)
    return tuple(_with_terms(n, as_read or tokens, states, knowledge) for n in found if not inside.hold(n))


def _names_beside_body(
    tokens: Sequence[Word], taken: Sequence[Span], states: Sequence[Span], text: str, knowledge: Knowledge
) -> tuple[VoteName, ...]:
    """Nicknames that hold the words for the body whole ("sri lanka human rights council"), or none of them.

    "Chile at the Human Rights Commission" is not the nickname "human rights in Chile", and "with Russia in the Human Rights
    Council" names the place of votes, not a vote on Russia there.
    """
    folded = fold_in_place(text)
    body = words_naming(body_in(folded), tokens)
    places = [(start, end) for start, end in body if _IN_PLACE.search(folded[:start])]
    found = names_in(tokens, Spans.of(taken), states, text, knowledge.names)
    cut = [n for n in found if any(_cuts(n, span) for span in body) or any(n.start < s < n.end for s, _ in places)]
    if not cut:
        return found
    whole = [n for n in found if n not in cut]
    again = names_in(tokens, Spans.of([*taken, *body, *map(span_of, whole)]), states, text, knowledge.names)
    return tuple(sorted((*whole, *again), key=lambda n: n.start))


def _cuts(name: VoteName, span: Span) -> bool:
    start, end = span
    return name.start < end and start < name.end and not (name.start <= start and end <= name.end)


def _within(name: VoteName, in_order: Sequence[_P]) -> list[_P]:
    """Those of the words, or mentions, that lie within the name; `in_order` of the text."""
    first = bisect_left(in_order, name.start, key=lambda p: p.start)
    last = bisect_left(in_order, name.end, lo=first, key=lambda p: p.start)
    return [p for p in in_order[first:last] if p.end <= name.end]


def _with_terms(name: VoteName, tokens: Sequence[Word], states: MembersRead, knowledge: Knowledge) -> VoteName:
    words_of_name, subjects = _within(name, tokens), _within(name, states.members)
    return replace(name, terms=terms_in(words_of_name, Spans.of(()), subjects, knowledge.synonyms))
