"""What is left of a question once states, days, symbols and grammar are taken out -> search terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.question import MemberMention, Term
from bot.understand.clean import Word
from bot.understand.nicknames import Stems, without_small_words
from bot.understand.spans import Spans, span_of
from bot.understand.stopwords import LIGHT_WORDS, STOPWORDS
from store.words import stem
from store.words import words as record_words

_LONGEST_PHRASE = 5  # words
_MOST_TERMS = 40  # more than any title has: what comes after is an article's text
_SHORTEST_NUMBER = 3
_SHORTEST_WORD = 2


@dataclass(frozen=True, slots=True)
class Synonyms:
    """What may stand for words in the record. `phrases`: for the stems of a phrase; `states`: for a state's code, its names.

    `longest`: how many words the longest phrase holds that begins with a stem.
    """

    phrases: Mapping[Stems, tuple[Stems, ...]]
    states: Mapping[str, tuple[Stems, ...]]
    longest: Mapping[str, int]

    @classmethod
    def of(cls, phrases: Mapping[Stems, tuple[Stems, ...]], states: Mapping[str, tuple[Stems, ...]]) -> Synonyms:
        """With the longest phrases noted."""
        longest: dict[str, int] = {}
        for first, *others in phrases:
            longest[first] = max(longest.get(first, 0), 1 + len(others))
        return cls(phrases, states, longest)


def terms_in(words: Sequence[Word], taken: Spans, subjects: Sequence[MemberMention], synonyms: Synonyms) -> tuple[Term, ...]:
    """The topic, in text order, each term once. `subjects` are the states that it is about."""
    about = {m.start: m for m in subjects}
    covered = Spans.of(map(span_of, subjects))
    free = [w for w in words if not taken.touch(w)]
    terms: list[Term] = []
    at = 0
    while at < len(free):
        word, length = free[at], 1
        if word.start in about:
            terms.append(_subject_term(about[word.start], synonyms))
        elif not covered.touch(word):
            length, alternatives = _phrase_at(free, at, synonyms)
            if alternatives:
                terms.append(_phrase_term(free[at : at + length], alternatives))
            elif _tells_something(word.folded):
                terms.append(_word_term(word))
            elif others := tuple(w for w in word.others if _tells_something(w)):
                terms.append(replace(_word_term(replace(word, folded=others[0], others=others[1:])), light=True))
        at += length
    once: dict[tuple[Stems, ...], Term] = {}
    for term in terms:
        once.setdefault(term.alternatives, term)
    return tuple(once.values())[:_MOST_TERMS]


def _tells_something(word: str) -> bool:
    return word not in STOPWORDS and len(word) >= (_SHORTEST_NUMBER if word.isdigit() else _SHORTEST_WORD)


def _word_term(word: Word) -> Term:
    alternatives = dict.fromkeys((stem(one),) for one in (word.folded, *word.others))
    light = word.folded in LIGHT_WORDS or word.folded.removesuffix("s") in LIGHT_WORDS  # "thatchers"
    return Term(word.text, tuple(alternatives), word.start, word.end, light=light)


def _phrase_term(phrase: Sequence[Word], alternatives: tuple[Stems, ...]) -> Term:
    """A phrase stands for its own words too, all of them together."""
    own = tuple(stem(w) for w in without_small_words([w.folded for w in phrase]))
    return Term(" ".join(w.text for w in phrase), (own, *alternatives), phrase[0].start, phrase[-1].end)


def _subject_term(mention: MemberMention, synonyms: Synonyms) -> Term:
    """A state, by the words of the text, its names over time, and what may stand for it."""
    own = tuple(stem(w) for w in without_small_words(record_words(mention.corrected or mention.words)))
    names = [name for code in mention.codes for name in synonyms.states.get(code, ())]
    others = (other for name in (own, *names) for other in synonyms.phrases.get(name, ()))
    return Term(
        mention.words,
        tuple(dict.fromkeys((own, *names, *others))),
        mention.start,
        mention.end,
        about=mention.codes[0],
        light=mention.adjective,
    )


def _phrase_at(free: Sequence[Word], at: int, synonyms: Synonyms) -> tuple[int, tuple[Stems, ...]]:
    """The longest phrase with synonyms that begins here: how many words it takes, and what may stand for it; else one word."""
    reach = min(synonyms.longest.get(stem(free[at].folded), 0), _LONGEST_PHRASE, len(free) - at)
    for length in range(reach, 0, -1):
        phrase = free[at : at + length]
        if any(after.start - before.end > 2 for before, after in pairwise(phrase)):
            continue
        found = synonyms.phrases.get(tuple(stem(w.folded) for w in phrase))
        if found and not all(w.folded in STOPWORDS for w in phrase):
            return length, found
    return 1, ()
