"""Everything that reading a question needs to know, as values: names of states, nicknames of votes, synonyms, the record's words.

Filled once at start; `understand` itself asks nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.understand.lexicon import Lexicon, build_lexicon
from bot.understand.topics import NameIndex
from store.members import Members
from store.vote_names import Thesaurus, VoteNames
from store.words import stem, words

Stems = tuple[str, ...]

_SMALL = frozenset("of the and republic kingdom state people s".split())


@dataclass(frozen=True, slots=True)
class Knowledge:
    """`spelling`: folded words of the record and of the nicknames, with how often each occurs (for correcting misspellings);
    `subject_stems`: for a state's code, the stems under which the record speaks of it."""

    lexicon: Lexicon
    names: NameIndex
    thesaurus: Mapping[Stems, tuple[Stems, ...]]
    subject_stems: Mapping[str, tuple[Stems, ...]]
    spelling: Mapping[str, int]
    translations: Mapping[str, str] = field(default_factory=dict)


def build_knowledge(members: Members, vote_names: VoteNames, thesaurus: Thesaurus, spelling: Mapping[str, int]) -> Knowledge:
    """Put the curated data and the record's own words together."""
    known = dict(spelling)
    for phrase in (*vote_names.phrases, *thesaurus.phrases):
        for word in phrase:
            known.setdefault(word, 1)
    return Knowledge(
        lexicon=build_lexicon(members),
        names=NameIndex.of(vote_names.phrases),
        thesaurus=_by_stems(thesaurus),
        subject_stems=_subject_stems(members),
        spelling=known,
    )


def _by_stems(thesaurus: Thesaurus) -> dict[Stems, tuple[Stems, ...]]:
    result: dict[Stems, dict[Stems, None]] = {}
    for phrase, alternatives in thesaurus.phrases.items():
        entry = result.setdefault(tuple(stem(w) for w in phrase), {})
        for alternative in alternatives:
            entry.setdefault(tuple(stem(w) for w in alternative))
    return {key: tuple(entry) for key, entry in result.items()}


def _subject_stems(members: Members) -> dict[str, tuple[Stems, ...]]:
    result: dict[str, tuple[Stems, ...]] = {}
    for code, state in members.by_code.items():
        names = [state.short, *(period.name for period in state.names)]
        stems = dict.fromkeys(
            tuple(stem(w) for w in words(name) if w not in _SMALL) or tuple(stem(w) for w in words(name)) for name in names
        )
        result[code] = tuple(stems)
    return result
