"""Everything that reading a question needs to know, as values: names of states, nicknames of votes, synonyms, the record's words.

Filled once at start; `understand` itself asks nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.understand.lexicon import Lexicon, build_lexicon
from bot.understand.nicknames import NameIndex, Stems
from bot.understand.spelling import Spelling
from bot.understand.topics import Synonyms
from store.facts import MemberState
from store.members import Members
from store.vote_names import Thesaurus, VoteNames
from store.words import stem, words

_SMALL = frozenset({"of", "the", "and", "republic", "kingdom", "state", "people", "s"})


@dataclass(frozen=True, slots=True)
class Knowledge:
    """`spelling`: the words of the record and of the curated names; `synonyms`: what may stand for a phrase or for a state;
    `members`: every member state by its code."""

    lexicon: Lexicon
    names: NameIndex
    synonyms: Synonyms
    spelling: Spelling
    members: Mapping[str, MemberState]


_CURATED = 3  # a word of the curated names counts as one that the record has more than once, and never as a slip


def build_knowledge(members: Members, vote_names: VoteNames, thesaurus: Thesaurus, spelling: Mapping[str, int]) -> Knowledge:
    """Put the curated data and the record's own words together. `spelling`: how often the record uses each folded word."""
    known = dict(spelling)
    for phrase in (*vote_names.phrases, *thesaurus.phrases):
        for word in phrase:
            known[word] = max(known.get(word, 0), _CURATED)
    return Knowledge(
        lexicon=build_lexicon(members),
        names=NameIndex.of(vote_names.phrases),
        synonyms=Synonyms.of(_by_stems(thesaurus), {code: _stems_of(state) for code, state in members.by_code.items()}),
        spelling=Spelling.of(known),
        members=members.by_code,
    )


def _by_stems(thesaurus: Thesaurus) -> dict[Stems, tuple[Stems, ...]]:
    """Phrases that differ only in their endings become one, with what stands for any of them."""
    result: dict[Stems, dict[Stems, None]] = {}
    for phrase, alternatives in thesaurus.phrases.items():
        entry = result.setdefault(tuple(stem(w) for w in phrase), {})
        entry.update(dict.fromkeys(tuple(stem(w) for w in alternative) for alternative in alternatives))
    return {key: tuple(entry) for key, entry in result.items()}


def _stems_of(state: MemberState) -> tuple[Stems, ...]:
    """The stems of each name that the state bore, without words that many names share unless there are no others."""
    found: dict[Stems, None] = {}
    for name in (state.short, *(period.name for period in state.names)):
        all_words = words(name)
        telling = [w for w in all_words if w not in _SMALL]
        if telling in ([], ["united"]):  # of "United Kingdom" is left what "United Nations" has too
            telling = all_words
        found[tuple(stem(w) for w in telling)] = None
    return tuple(found)
