"""What is left of a question once states, days, symbols and grammar are taken out -> search terms and nicknames of votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.question import MemberMention, Term, VoteName
from bot.understand.clean import Word
from bot.understand.stopwords import LIGHT_WORDS, STOPWORDS
from store.words import fold, stem

Span = tuple[int, int]

_LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Nicknames of votes by the sorted stems of their words: "embargo on Cuba" finds "cuba embargo"."""

    by_stems: Mapping[tuple[str, ...], str]
    longest: int

    @classmethod
    def of(cls, phrases: Mapping[tuple[str, ...], str]) -> NameIndex:
        """Index phrases (folded words) -> entry key."""
        by_stems: dict[tuple[str, ...], str] = {}
        for phrase, key in phrases.items():
            by_stems.setdefault(_signature(phrase), key)
        by_stems.pop((), None)
        return cls(by_stems, min(_LONGEST_NAME, max(map(len, by_stems), default=0)))


def _signature(words: Iterable[str]) -> tuple[str, ...]:
    kept = [w for w in words if w not in _SMALL]
    return tuple(sorted(stem(w) for w in kept))


_SMALL = frozenset("a an the of on in to for at by from with and or about s 's off out as its their un ga unga".split())


def names_in(words: Sequence[Word], index: NameIndex) -> tuple[VoteName, ...]:
    """Nicknames of votes in the text, the longest first where they overlap; words of grammar between do not matter."""
    solid = [w for w in words if w.folded not in _SMALL]
    stems = [stem(w.folded) for w in solid]
    found: list[VoteName] = []
    at = 0
    while at < len(solid):
        for length in range(min(index.longest, len(solid) - at), 0, -1):
            key = index.by_stems.get(tuple(sorted(stems[at : at + length])))
            if key is not None:
                start, end = solid[at].start, solid[at + length - 1].end
                found.append(VoteName(key, "", start, end))
                at += length
                break
        else:
            at += 1
    return tuple(found)


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
            terms.append(_subject_term(mention, subject_stems))
            at += 1
            continue
        if any(a < word.end and word.start < b for a, b in covered):
            at += 1
            continue
        length, alternatives = _phrase(free, at, thesaurus)
        if length:
            # A phrase stands for its own words too, all of them together.
            own = tuple(stem(w.folded) for w in free[at : at + length] if w.folded not in _SMALL)
            terms.append(Term(" ".join(w.text for w in free[at : at + length]), (own, *alternatives), word.start, free[at + length - 1].end))
            at += length
            continue
        if word.folded not in STOPWORDS and (len(word.folded) > 1 or word.folded.isdigit()):
            terms.append(Term(word.text, ((stem(word.folded),),), word.start, word.end, light=word.folded in LIGHT_WORDS))
        at += 1
    return tuple(terms)


def _subject_term(mention: MemberMention, subject_stems: Mapping[str, tuple[tuple[str, ...], ...]]) -> Term:
    alternatives = dict.fromkeys(a for code in mention.codes for a in subject_stems.get(code, ()))
    own = tuple(stem(fold(w)) for w in mention.words.split() if fold(w) not in _SMALL)
    return Term(mention.words, tuple(dict.fromkeys((own, *alternatives))), mention.start, mention.end, mention.codes[0])


def _phrase(
    free: Sequence[Word], at: int, thesaurus: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]
) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """The longest thesaurus phrase that begins here: how many words it takes, and what may stand for it."""
    for length in range(min(5, len(free) - at), 0, -1):
        if any(free[at + i].start - free[at + i - 1].end > 2 for i in range(1, length)):
            continue
        found = thesaurus.get(tuple(stem(w.folded) for w in free[at : at + length]))
        if found:
            return length, found
    return 0, ()
