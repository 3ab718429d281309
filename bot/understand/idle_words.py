"""Common words of a question that stand where no matter stands: "my favourite", "how frequently", "for a class paper".

They are looked for like all others, since a title may have them; but a vote that all the other words find may be taken without
them, and the reply then says so. What no list of words can hold, their place tells: behind "on" or before "resolution" a word is
the matter, however common it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.question import Term
from bot.understand.clean import Word
from bot.understand.spans import Spans
from bot.understand.stopwords import COMMON_WORDS, STOPWORDS
from bot.understand.topics import Synonyms
from store.words import fold, stem

_OFTEN = 10  # roll calls that have a word which is the matter wherever it stands
_LONGEST_MATTER = 6  # words between "on" and the last of what it leads to
_BEFORE_MATTER = frozenset({"on", "about", "over", "concerning", "regarding", "re", "against", "of", "for", "to", "into"})
_GO_ON = frozenset({"a", "an", "the", "un", "its", "their", "that", "this", "and", "or"})
_OF_THE_ASKER = frozenset({"for", "to"})  # at the beginning of a clause: "for a class paper: ..."
_VOTED_ON = frozenset(
    {
        *("vote", "votes", "resolution", "resolutions", "res", "text", "texts", "draft", "drafts", "treaty", "convention"),
        *("declaration", "pact", "ban", "embargo", "sanctions", "issue", "question", "debate", "deal", "accord"),
        *("day", "week", "decade", "year"),
    }
)
_QUOTED = re.compile(r"""(?<!\w)(["'])(?=\S)(.{2,80}?)(?<=\S)\1(?!\w)""")
_LABEL = re.compile(r"(?P<words>[^\W\d]+(?: [^\W\d]+){0,2}) ?(?::| [–—-] )")
"""What a newsroom writes before its question: "sidebar: ...", "teleprompter check - ..."."""
_GAP = re.compile(r"[ \-/&']+")


def with_common_marked(
    terms: Sequence[Term], text: str, tokens: Sequence[Word], read: Spans, synonyms: Synonyms, counts: Mapping[str, int]
) -> tuple[Term, ...]:
    """The terms, with the common ones marked, and those that may be left out.

    `read`: what is no topic; `counts`: how often the record has each word.
    """
    quoted = Spans.of(m.span(2) for m in _QUOTED.finditer(text))
    places = {w.start: n for n, w in enumerate(tokens)}

    def is_idle(term: Term) -> bool:
        word = fold(term.word)
        if counts.get(word, 0) >= _OFTEN or (stem(word),) in synonyms.phrases or quoted.touch(term):
            return False
        at = places.get(term.start)
        return at is not None and not _is_in_place(at, text, tokens, read)

    label = _LABEL.match(text)
    labelled = Spans.of([label.span("words")] if label else [])

    def is_common(term: Term) -> bool:
        plain = term.about is None and not term.light
        return plain and fold(term.word) in COMMON_WORDS and _is_written_small(term, text)

    def is_label(term: Term) -> bool:
        at = places.get(term.start)
        unknown = term.about is None and at is not None and not any(counts.get(w) for w in (tokens[at].folded, fold(term.word)))
        return unknown and labelled.hold(term)

    terms = [replace(t, idle=True) if is_label(t) else t for t in terms]
    return tuple(replace(t, common=True, idle=is_idle(t)) if is_common(t) else t for t in terms)


def _is_written_small(term: Term, text: str) -> bool:
    """Whether no capital marks a name: one at the beginning of a sentence does not."""
    if term.word.islower():
        return True
    before = text[: term.start].rstrip()
    return not before or before[-1] in ".?!:\n"


def _is_in_place(at: int, text: str, tokens: Sequence[Word], read: Spans) -> bool:
    """Whether the words around make it the matter: "on whales", "the whale resolution"."""
    return _is_led_to(at, text, tokens) or _is_voted_on(at, text, tokens, read)


def _is_led_to(at: int, text: str, tokens: Sequence[Word]) -> bool:
    for back in range(at - 1, max(-1, at - 1 - _LONGEST_MATTER), -1):
        word = tokens[back].folded
        if not _GAP.fullmatch(text, tokens[back].end, tokens[back + 1].start):
            return False
        if word in _BEFORE_MATTER:
            return word not in _OF_THE_ASKER or not _begins_clause(tokens[back].start, text)
        if word in STOPWORDS and word not in _GO_ON:
            return False
    return False


def _is_voted_on(at: int, text: str, tokens: Sequence[Word], read: Spans) -> bool:
    for ahead in range(at + 1, min(len(tokens), at + 1 + _LONGEST_MATTER)):
        word = tokens[ahead].folded
        if not _GAP.fullmatch(text, tokens[ahead - 1].end, tokens[ahead].start):
            return False
        if word in _VOTED_ON:
            return True
        if word in STOPWORDS or read.touch(tokens[ahead]):
            return False
    return False


def _begins_clause(start: int, text: str) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ".,;:?!(\n-"
