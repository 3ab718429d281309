"""The curated words that say little of what a vote was on: store/data/stopwords.txt, question_words.txt and light_words.txt."""

from __future__ import annotations

from importlib.resources import files


def _words_of(file: str) -> frozenset[str]:
    lines = (files("store") / "data" / file).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


COMMON_STOPWORDS = _words_of("stopwords.txt")
"""Those that a misspelt word may well stand for."""

STOPWORDS = COMMON_STOPWORDS | _words_of("question_words.txt")
"""Folded words that are never looked for in the record: grammar, courtesy, and the vocabulary of asking about votes itself."""

LIGHT_WORDS = _words_of("light_words.txt")
"""Folded words that help to find a vote, and whose absence from its title does not rule it out."""
