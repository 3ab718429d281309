"""The curated words that say little of what a vote was on: store/data/stopwords.txt, question_words.txt and light_words.txt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.understand.clean import Word
from bot.understand.spans import Span
from store.members import load_words

COMMON_STOPWORDS = load_words("stopwords.txt")
"""Those that a misspelt word may well stand for."""

STOPWORDS = COMMON_STOPWORDS | load_words("question_words.txt")
"""Folded words that are never looked for in the record: grammar, courtesy, and the vocabulary of asking about votes itself."""

LIGHT_WORDS = load_words("light_words.txt")
"""Folded words that help to find a vote, and whose absence from its title does not rule it out."""

COMMON_WORDS = load_words("common_words.txt")
"""The commonest words of English, folded, that are in none of the other lists: see `idle_words`."""

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""Phrases of folded words, in the order in which they are looked for, by their first word."""


def by_first_word(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    """File them."""
    filed: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        filed.setdefault(phrase[0], []).append(phrase)
    return filed


_TURNS = by_first_word(
    tuple(turn.split())
    for turn in (
        *(f"{verb} {whose} veto" for verb in ("use", "used", "uses", "using") for whose in ("a", "its", "the", "their", "his")),
        *("part ways", "parted ways", "parting ways"),
        *(f"{sat} on the fence" for sat in ("sat", "sit", "sits", "sitting", "stayed")),
        "on the fence",
        *(f"{sat} {it} out" for sat in ("sat", "sit", "sits", "sitting") for it in ("it", "this", "that", "them", "these")),
        *(f"{sat} {it} one out" for sat in ("sat", "sit", "sitting") for it in ("this", "that")),
        *(f"{side} side" for side in ("yes", "no", "losing", "winning")),
        *("calendar year", "calendar years", "on air", "on deadline", "ring a bell", "rings a bell", "ring any bells"),
        *("on earth", "on god s earth", "in god s name", "for the record", "for the love of god"),
        *("to be honest", "to be frank", "to be fair", "be honest", "in all honesty"),
        *("in all seriousness", "by the way", "no joke"),
        *("how close was it", "how close was that", "how close", "was it close", "was that close", "close call", "close vote"),
        *("as a whole", "all together", "taken together"),
        *(f"{who} desk" for who in ("data", "news", "copy", "foreign", "sports", "picture", "night", "web", "world", "politics")),
        *("sub here", "subs here", "copy says", "viral tweet", "viral post"),
        *("out of curiosity", "add up", "tot up", "tally up", "sum up"),
    )
)
"""Words that say nothing of the matter beside each other: "used the veto", though "use" may be the matter ("use of force")."""


def turns_of_phrase_in(tokens: Sequence[Word]) -> list[Span]:
    """Where the tokens are about voting, though each by itself might tell what was voted on."""
    return phrases_in(tokens, _TURNS)


def phrases_in(tokens: Sequence[Word], phrases: Phrases) -> list[Span]:
    """Where one of the phrases stands, the earliest first."""
    found, at = [], 0
    while at < len(tokens):
        here = phrases.get(tokens[at].folded, ())
        phrase = next((p for p in here if tuple(w.folded for w in tokens[at : at + len(p)]) == p), ())
        if phrase:
            found.append((tokens[at].start, tokens[at + len(phrase) - 1].end))
        at += len(phrase) or 1
    return found
