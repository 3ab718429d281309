"""A text -> all in it that can be recognised by itself: symbols, tallies, times, states, nicknames of votes, mended words."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.question import DayRange, NonMemberMention, SymbolMention, TallyMention, VoteName
from bot.translation import ENGLISH
from bot.understand.bodies import body_in, words_naming
from bot.understand.clean import Word, fold_in_place, words
from bot.understand.dates import DaysRead, read_days
from bot.understand.knowledge import Knowledge
from bot.understand.languages import in_english, language_told, words_unknown
from bot.understand.lexicon import Lexicon
from bot.understand.members import MembersRead, read_members
from bot.understand.nicknames import names_in, near_names_in, tells_of_act
from bot.understand.number_words import CARDINALS
from bot.understand.shape import Mention
from bot.understand.spans import Placed, Span, Spans, span_of
from bot.understand.spelling import respell
from bot.understand.stopwords import STOPWORDS
from bot.understand.symbols import read_symbols
from bot.understand.tallies import read_tallies
from bot.understand.topics import terms_in
from bot.understand.vague_times import names_a_rule
from bot.understand.vetoes import veto_verbs_in
from store.words import fold

_EU_IS_A_WORD = ("fr", "pt")  # French "had", Portuguese "I"
_SPANISH_MARK = re.compile("[¿¡]")
_YEAR = re.compile(r"\d{4}")
_IN_PLACE = re.compile(r"\b(?:in|at|before) (?:the )?(?:un )?$")
_RANGE_OF_STATES = re.compile(
    r"\bbetween \d{1,3} and \d{1,3}(?= (?:countr|states|members|nations|delegat|vot|abst|oppos|support|back))"
)
_MOST_SYMBOLS, _MOST_NAMES = 24, 8  # of one question, more than any answer shows

_P = TypeVar("_P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A cleaned text and what stands where in it.

    `tokens` are its words as they are to be read: put into English, and respelt. `folded` is the same text in one string,
    `unnamed` that without the nicknames of votes, and `respelt` that with its misspellings mended. `language`: None where the
    text is too short to tell.
    `unknown`: small words of another language that nothing is known of, so that they may change what is said.
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
    unknown: tuple[str, ...] = ()


def recognise(text: str, knowledge: Knowledge, today: dt.date, *, follow_up: bool, edited: bool = False) -> Recognised:
    """Recognise in `text`, which is clean, what is clearest first; nothing later is read where something was found before.

    `edited`: running prose in English, whose words are spelt as meant.
    """
    symbols = tuple(s for s in read_symbols(text)[:_MOST_SYMBOLS] if not edited or _is_written_out(s))
    # "resolution 1975" may be the year of a "zionism resolution": only the number is taken then.
    taken = [(s.end - 4 if s.maybe_year else s.start, s.end) for s in symbols]
    tallies = read_tallies(text, taken, edited=edited)
    taken += map(span_of, tallies)
    counts = [m.span() for m in _RANGE_OF_STATES.finditer(fold_in_place(text))]
    days = read_days(text, today, [*taken, *counts], follow_up=follow_up)
    taken += map(span_of, days.ranges)
    taken += [(at, at + len(colour)) for colour in days.vague if names_a_rule(colour) and (at := text.find(colour)) >= 0]
    plain = words(text)
    language = ENGLISH if edited else "es" if _SPANISH_MARK.search(text) else language_told(plain)
    foreign = language not in (None, ENGLISH)
    english = in_english(plain, language or ENGLISH, _groups_of_several_words(plain, knowledge.lexicon)) if foreign else plain
    translated = _translated(plain, language or ENGLISH)
    explained = _EVERY_WORD if edited else _Explained(knowledge.spelling.counts, plain, english)
    states = read_members(text, knowledge.lexicon, taken, known_words=explained, edited=edited)
    if language in _EU_IS_A_WORD:
        states = replace(states, groups=tuple(g for g in states.groups if g.words != "eu"))
    tokens = english if edited else _respelt(text, english, states, taken, knowledge)
    # A bare number may be a word of a nickname ("revoking 3379"); a symbol may not.
    firm = [s for s in taken if s not in {span_of(m) for m in symbols if m.key is None}]
    # "Did Russia veto the Gaza text" is no nickname of other vetoes on Gaza.
    firm += veto_verbs_in(text, fold_in_place(text))
    if edited:
        names = _names(text, tokens, firm, states, knowledge)
    else:
        if dated := _days_within_names(text, (tokens, plain) if foreign else (tokens,), days, firm, states, knowledge):
            days = replace(days, ranges=tuple(d for d in days.ranges if d not in dated))
            taken, firm = ([span for span in spans if span not in {span_of(d) for d in dated}] for spans in (taken, firm))
        names, tokens = _names_despite_errors(text, tokens, firm, states, knowledge, translated=translated)
    if foreign:
        names = _with_names_as_written(names, _names(text, plain, firm, states, knowledge, as_read=tokens))
    if not (names or edited or foreign):
        # By the name that the nicknames have: "the Tripoli raid", "branded Peking the aggressor".
        by_short_names = _with_short_names(tokens, states, knowledge)
        names = _names(text, by_short_names, firm, states, knowledge, as_read=tokens) if by_short_names != tokens else names
    if foreign and not names:
        names, _ = _names_despite_errors(text, plain, firm, states, knowledge, as_read=tokens, translated=translated)
    names = _of_first_names(names)
    if edited:
        names = tuple(n for n in names if not _NAMES_COMPANY.search(n.words) and not _is_done_by_a_body(n, text))
    named = Spans.of(map(span_of, names))
    symbols = tuple(s for s in symbols if not named.hold(s))
    taken += map(span_of, names)
    telling = [n for n in names if edited and _TELLS.search(n.words.lower())]
    others = Spans.of(span for span in taken if span not in set(map(span_of, telling)))
    return Recognised(
        text=text,
        folded=" ".join(w.folded for w in english) if foreign else fold_in_place(text),
        unnamed=" ".join(w.folded for w in english if not named.hold(w)) if foreign else _without(fold_in_place(text), names),
        respelt=_respelt_text("" if foreign else _without(text, names), [w for w in tokens if not named.hold(w)]),
        language=language,
        foreign=foreign,
        tokens=tokens,
        symbols=symbols,
        tallies=tallies,
        days=days,
        names=names,
        taken=tuple(taken),
        unknown=_unknown(plain, language or ENGLISH, Spans.of([*taken, *map(span_of, _all_of(states))]), knowledge),
        mentions=(
            *symbols,
            *tallies,
            *days.ranges,
            *(n for n in names if n not in telling),
            *(m for m in _all_of(states) if not others.touch(m)),
        ),
    )


_TELLS = re.compile(r"\b(?:vetoed|vetoes(?! (?:on|of|over)\b)|voted|abstain(?:s|ed)|oppos(?:es|ed))\b")
"""In running text a nickname with a verb says who voted how: "US vetoed Gaza resolution" names the vote, and is a claim on it."""
_KNOWN_FROM = 3  # roll calls that have a word of a topic
_SMALL_WORD = 3  # letters


def _unknown(plain: Sequence[Word], language: str, read: Spans, knowledge: Knowledge) -> tuple[str, ...]:
    counts = knowledge.spelling.counts
    strange = (w for w in words_unknown(plain, language) if w.text.islower() and w.text.isalpha() and not read.touch(w))
    return tuple(
        w.text
        for w in strange
        if w.folded in STOPWORDS or len(w.folded) <= _SMALL_WORD or counts.get(w.folded, 0) < _KNOWN_FROM
    )


def _translated(plain: Sequence[Word], language: str) -> frozenset[str]:
    """The words that the language's table has a reading for."""
    unknown = {w.folded for w in words_unknown(plain, language)}
    return frozenset(w.folded for w in plain if w.folded not in unknown) if language != ENGLISH else frozenset()


def _groups_of_several_words(words: Sequence[Word], lexicon: Lexicon) -> list[Span]:
    """Where groups are named in several words: "pays africains"."""
    found: list[Span] = []
    at = 0
    while at < len(words):
        reach = min(lexicon.longest.get(words[at].folded, 1), len(words) - at)
        names = ((n, lexicon.entries.get(" ".join(w.folded for w in words[at : at + n]))) for n in range(reach, 1, -1))
        length = next((n for n, entry in names if entry is not None and entry.group is not None), 1)
        if length > 1:
            found.append((words[at].start, words[at + length - 1].end))
        at += length
    return found


def _days_within_names(
    text: str,
    ways_of_reading: Iterable[Sequence[Word]],
    days: DaysRead,
    taken: Sequence[Span],
    states: MembersRead,
    knowledge: Knowledge,
) -> tuple[DayRange, ...]:
    """Days of no year that a nickname holds: "the 11 September attacks" were not voted on every 11 September."""
    yearless = {span_of(d) for d in days.ranges if d.precision == "day" and not _YEAR.search(d.words)}
    if not yearless:
        return ()
    free = [span for span in taken if span not in yearless]
    names = [n for tokens in ways_of_reading for n in _names(text, tokens, free, states, knowledge)]
    return tuple(d for d in days.ranges if span_of(d) in yearless and any(n.start <= d.start and d.end <= n.end for n in names))


def _with_names_as_written(translated: Sequence[VoteName], written: Sequence[VoteName]) -> tuple[VoteName, ...]:
    """A nickname in the question's own language goes before what its words are read as in English, unless that is longer."""
    own = [n for n in written if not any(_is_longer(other, n) for other in translated)]
    beside = Spans.of(map(span_of, own))
    return tuple(sorted((*own, *(n for n in translated if not beside.touch(n))), key=lambda n: n.start))


def _with_short_names(tokens: tuple[Word, ...], states: MembersRead, knowledge: Knowledge) -> tuple[Word, ...]:
    """The words with each state's name or capital of one word as its short name, where that has one word too."""
    shorts = {
        m.start: words(knowledge.members[m.codes[0]].short)
        for m in states.members
        if len(m.codes) == 1 and not m.adjective and " " not in m.words
    }
    one_word = {start: short[0].folded for start, short in shorts.items() if len(short) == 1}
    return tuple(replace(w, folded=one_word[w.start]) if w.start in one_word else w for w in tokens)


def _is_longer(one: VoteName, other: VoteName) -> bool:
    return one.start < other.end and other.start < one.end and one.end - one.start > other.end - other.start


def _of_first_names(names: Sequence[VoteName]) -> tuple[VoteName, ...]:
    """The mentions of the nicknames that come first; a text with more of them asks nothing."""
    first = set(list(dict.fromkeys(name.key for name in names))[:_MOST_NAMES])
    return tuple(name for name in names if name.key in first)


def _without(folded: str, names: Sequence[VoteName]) -> str:
    """The text with blanks in the place of nicknames: "Security Council reform" names no body that votes."""
    for name in names:
        folded = folded[: name.start] + " " * (name.end - name.start) + folded[name.end :]
    return folded


def _respelt_text(text: str, tokens: Sequence[Word]) -> str:
    """The words as they are to be read, with the marks that stand between them in the text (none in another language's order)."""
    pieces: list[str] = []
    last = 0
    for word in tokens:
        pieces += (text[last : word.start] or " ", word.folded)
        last = max(last, word.end)
    return "".join(pieces).strip()


class _Explained:
    """Words that are no misspelt states: the record's own, and foreign ones that were put into English."""

    def __init__(self, record: Mapping[str, int], plain: Sequence[Word], english: Sequence[Word]) -> None:
        self._record = record
        self._translated = {w.folded for w in plain} - {w.folded for w in english}

    def __contains__(self, word: object) -> bool:
        return word in self._record or word in self._translated


_NAMES_COMPANY = re.compile(r"\bwith [A-Z]")  # "a resolution with Hungary voting against" is none on Hungary
_BODY_DOES = re.compile(r"(?:human rights council|hrc) (?:creat|establish|found|set|launch)\w*(?: up)?", re.IGNORECASE)
_SAID_OF_IT = re.compile(r"\s*(?:[.,;:!?()\u2013\u2014-]|$|(?:by|in|on|at|with|after|over|despite|against|and|back)\b)")


def _is_done_by_a_body(name: VoteName, text: str) -> bool:
    """ "The Human Rights Council created its commission on Ethiopia" is not on how that Council was created."""
    return _BODY_DOES.fullmatch(name.words) is not None and _SAID_OF_IT.match(text, name.end) is None


_WRITTEN_OUT = re.compile(r"[/()]|res|dec|record", re.IGNORECASE)


def _is_written_out(mention: SymbolMention) -> bool:
    """Whether a number is more than one beside a body: "in the General Assembly 130 states" names no resolution."""
    return mention.key is not None or _WRITTEN_OUT.search(mention.words) is not None


class _Any:
    """Holds every word."""

    def __contains__(self, word: object) -> bool:
        return True


_EVERY_WORD = _Any()


def _all_of(states: MembersRead) -> tuple[Mention, ...]:
    return (*states.members, *states.groups, *states.non_members)


def _respelt(
    text: str, tokens: Sequence[Word], states: MembersRead, taken: Sequence[Span], knowledge: Knowledge
) -> tuple[Word, ...]:
    """The words with misspellings mended, a state's by its own name: nicknames hold states too ("cuba embargo")."""
    mended = {m.start: fold(m.corrected) for m in states.members if m.corrected and " " not in m.corrected + m.words}
    contracted = (span_of(w) for w in tokens if text[w.end : w.end + 1] == "'")
    # What was read with some doubt may be a misspelt word of the topic as well: "gibralatr referendum".
    sure = (span_of(m) for m in states.members if m.corrected is None and (len(m.codes) == 1 or m.by_day))
    numbers = (span_of(w) for w in tokens if w.folded in CARDINALS)  # "seventy" is no misspelt "seventh"
    acts = (span_of(w) for w in tokens if tells_of_act(w.folded))  # "repealed" is no misspelt "released"
    keep = Spans.of([*taken, *sure, *contracted, *numbers, *acts])
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


def _names_despite_errors(
    text: str,
    tokens: tuple[Word, ...],
    taken: Sequence[Span],
    states: MembersRead,
    knowledge: Knowledge,
    as_read: Sequence[Word] | None = None,
    translated: Container[str] = frozenset(),
) -> tuple[tuple[VoteName, ...], tuple[Word, ...]]:
    """Nicknames, also with one word misspelt, of which a longer one goes before one inside it.

    `translated`: words of another language that are no misspelt English ones ("dafür" is not Darfur).
    And the tokens, in which a word that may belong to several nicknames stands as it was written: it is clear to nobody.
    """
    exact = _names(text, tokens, taken, states, knowledge, as_read)
    spelling = knowledge.spelling
    clear = Spans.of(span_of(m) for m in states.members if m.corrected is None)

    def strange(word: Word) -> bool:
        own = fold(word.text)
        return own not in translated and spelling.is_unknown(own) and not clear.touch(word)

    misread = {m.start for m in states.members if m.corrected}
    telling = [_for_names(w, knowledge, of_state=w.start in misread) if strange(w) else w for w in tokens]
    around = [*taken, *words_naming(body_in(fold_in_place(text)), tokens)]
    near = near_names_in(telling, Spans.of(around), [span_of(m) for m in _all_of(states)], text, knowledge.names, strange)
    if not near:
        return exact, tokens
    unclear = {n.misspelt for n in near if n.key is None or (n.words == 1 and spelling.has_rivals(fold(text[n.start : n.end])))}
    exact = tuple(n for n in exact if not any(n.start <= at < n.end for at in unclear))
    found = [VoteName(n.key, text[n.start : n.end], n.start, n.end) for n in near if n.key and n.misspelt not in unclear]
    found = [n for n in found if not any(_covers(one, n) for one in exact)]
    longer = Spans.of(map(span_of, found))
    meant = (*(n for n in exact if not longer.touch(n)), *(_with_terms(n, as_read or tokens, states, knowledge) for n in found))
    as_written = tuple(replace(w, folded=fold(w.text), others=()) if w.start in unclear else w for w in tokens)
    return tuple(sorted(meant, key=lambda n: n.start)), as_written


def _for_names(word: Word, knowledge: Knowledge, *, of_state: bool) -> Word:
    """A misspelt word as a nickname may hold it: "russan" is rather "russian" than Russia, and "fod" not the small word "for"."""
    if of_state:
        return replace(word, folded=knowledge.spelling.nearest(fold(word.text)))
    return replace(word, folded=fold(word.text)) if word.folded in STOPWORDS else word


def _covers(one: VoteName, other: VoteName) -> bool:
    """Whether a name overlaps another and is as long."""
    return one.start < other.end and other.start < one.end and one.end - one.start >= other.end - other.start


def _within(name: VoteName, in_order: Sequence[_P]) -> list[_P]:
    """Those of the words, or mentions, that lie within the name; `in_order` of the text."""
    first = bisect_left(in_order, name.start, key=lambda p: p.start)
    last = bisect_left(in_order, name.end, lo=first, key=lambda p: p.start)
    return [p for p in in_order[first:last] if p.end <= name.end]


def _with_terms(name: VoteName, tokens: Sequence[Word], states: MembersRead, knowledge: Knowledge) -> VoteName:
    words_of_name, subjects = _within(name, tokens), _within(name, states.members)
    return replace(name, terms=terms_in(words_of_name, Spans.of(()), subjects, knowledge.synonyms))
