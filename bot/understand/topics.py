"""What is left of a question once states, days, symbols and grammar are taken out -> search terms and nicknames of votes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.question import MemberMention, Term, VoteName
from bot.understand.clean import Word
from bot.understand.stopwords import LIGHT_WORDS, STOPWORDS
from store.words import stem
from store.words import words as record_words

Span = tuple[int, int]

_LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Nicknames of votes by the stems of their words, small words left out."""

    in_order: Mapping[tuple[str, ...], str]
    in_any_order: Mapping[tuple[str, ...], str]
    longest: int

    @classmethod
    def of(cls, phrases: Mapping[tuple[str, ...], str]) -> NameIndex:
        """Index phrases (folded words) -> entry key."""
        in_order: dict[tuple[str, ...], str] = {}
        in_any_order: dict[tuple[str, ...], str] = {}
        for phrase, key in phrases.items():
            if _SENTENCE & set(phrase):
                continue
            stems = tuple(stem(w) for w in phrase if w not in _SMALL)
            in_order.setdefault(stems, key)
            if not _VOTING & set(phrase):
                in_any_order.setdefault(tuple(sorted(stems)), key)
        in_order.pop((), None)
        in_any_order.pop((), None)
        return cls(in_order, in_any_order, min(_LONGEST_NAME, max(map(len, in_order), default=0)))


_SMALL = frozenset("a an the of on in to for at by from with and or about s out as its their un ga unga".split())
_PARTING = frozenset({"on", "about", "and", "with", "over", "by"})
_VOTING = frozenset({"vote", "votes", "voting"})
_SENTENCE = frozenset({"voted"})  # a name that holds this tells who did what, and would swallow the question


def names_in(
    words: Sequence[Word], taken: Sequence[Span], states: Sequence[Span], text: str, index: NameIndex
) -> tuple[VoteName, ...]:
    """Nicknames of votes in the text, the longest first where they overlap. Small words between do not matter, and neither does
    the order ("embargo on Cuba"), but no comma, date or symbol may part them, nor an "on" behind a state ("Chile on human rights")."""
    found: list[VoteName] = []
    for run in _runs(words, taken, states, text):
        stems = [stem(w.folded) for w in run]
        at = 0
        while at < len(run):
            key, length = _name_at(run, stems, at, index)
            if key is not None:
                start, end = run[at].start, run[at + length - 1].end
                found.append(VoteName(key, text[start:end], start, end))
            at += max(1, length)
    return tuple(found)


def _name_at(run: Sequence[Word], stems: Sequence[str], at: int, index: NameIndex) -> tuple[str | None, int]:
    for length in range(min(index.longest, len(run) - at), 0, -1):
        key = index.in_order.get(tuple(stems[at : at + length]))
        if key is None and not any(w.folded in _VOTING for w in run[at : at + length]):
            key = index.in_any_order.get(tuple(sorted(stems[at : at + length])))
        if key is not None:
            return key, length
    return None, 0


def _runs(words: Sequence[Word], taken: Sequence[Span], states: Sequence[Span], text: str) -> list[list[Word]]:
    """Stretches of words that nothing parts, without the small ones."""
    runs: list[list[Word]] = [[]]
    ends = {end for _, end in states}
    last = 0
    for word in words:
        if word.folded in _PARTING and last in ends:
            runs.append([])
        if any(a < word.end and word.start < b for a, b in taken) or any(
            c in ",;:.?!()" for c in text[last : word.start].strip("'\" ")
        ):
            runs.append([])
        last = word.end
        if word.folded not in _SMALL and not any(a < word.end and word.start < b for a, b in taken):
            runs[-1].append(word)
    return [run for run in runs if run]


def terms_in(
    words: Sequence[Word],
    taken: Sequence[Span],
    subjects: Sequence[MemberMention],
    subject_stems: Mapping[str, tuple[tuple[str, ...], ...]],
    thesaurus: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]],
) -> tuple[Term, ...]:
    """The topic, in text order. `subject_stems` gives, for a state's code, the stems under which the record speaks of it."""
    about = {m.start: m for m in subjects}
    covered = [(m.start, m.end) for m in subjects]
    terms: list[Term] = []
    at = 0
    free = [w for w in words if not any(a < w.end and w.start < b for a, b in taken)]
    while at < len(free):
        word = free[at]
        mention = about.get(word.start)
        if mention is not None:
            terms.append(_subject_term(mention, subject_stems, thesaurus))
            at += 1
            continue
        if any(a < word.end and word.start < b for a, b in covered):
            at += 1
            continue
        length, alternatives = _phrase(free, at, thesaurus)
        if length:
            # A phrase stands for its own words too, all of them together.
            own = tuple(stem(w.folded) for w in free[at : at + length] if w.folded not in _SMALL)
            terms.append(
                Term(
                    " ".join(w.text for w in free[at : at + length]), (own, *alternatives), word.start, free[at + length - 1].end
                )
            )
            at += length
            continue
        if word.folded not in STOPWORDS and len(word.folded) > (2 if word.folded.isdigit() else 1):
            terms.append(Term(word.text, ((stem(word.folded),),), word.start, word.end, light=word.folded in LIGHT_WORDS))
        at += 1
    return tuple(terms)


def _subject_term(
    mention: MemberMention,
    subject_stems: Mapping[str, tuple[tuple[str, ...], ...]],
    thesaurus: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]],
) -> Term:
    alternatives = [a for code in mention.codes for a in subject_stems.get(code, ())]
    own = tuple(stem(w) for w in record_words(mention.corrected or mention.words) if w not in _SMALL)
    return Term(
        mention.words,
        tuple(dict.fromkeys((own, *alternatives, *thesaurus.get(own, ())))),
        mention.start,
        mention.end,
        mention.codes[0],
        light=mention.adjective,
    )


def _phrase(
    free: Sequence[Word], at: int, thesaurus: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]
) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """The longest thesaurus phrase that begins here: how many words it takes, and what may stand for it."""
    for length in range(min(5, len(free) - at), 0, -1):
        if any(free[at + i].start - free[at + i - 1].end > 2 for i in range(1, length)):
            continue
        found = thesaurus.get(tuple(stem(w.folded) for w in free[at : at + length]))
        if found and not all(w.folded in STOPWORDS for w in free[at : at + length]):
            return length, found
    return 0, ()
