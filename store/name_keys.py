"""A name of a state -> the key under which names are compared: its words, folded, without points and apostrophes.

`name_key("Côte d'Ivoire") == "cote divoire"`, `name_key("U.S.") == "us"`, `name_key("T&T") == "t and t"`.
"""

from __future__ import annotations

import re

from store.words import fold

TOKEN = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4[\U000e0061-\U000e007a]+\U000e007f"  # flags of states; of England, Scotland and Wales
    r"|(?<![^\W_])(?:(?:[^\W\d_]\.){2,}[^\W\d_]?|(?:[^\W\d_]\.)+[^\W\d_])(?![^\W_])"  # U.S., U.K, E.U.
    r"|[^\W_]+(?:['’ʼ][^\W_]+)*|&"
)
"""A word of a name. "&" is one too, and means "and"."""


def name_key(text: str) -> str:
    """The words of `name_words`, with blanks between."""
    return " ".join(name_words(text))


def name_words(text: str) -> list[str]:
    """The folded words of a name: "Côte d'Ivoire" -> cote, divoire; "U.S." -> us; "T&T" -> t, and, t."""
    return [word_key(m[0]) for m in TOKEN.finditer(text)]


def word_key(word: str) -> str:
    """One word as names are kept: folded, without points and apostrophes."""
    if word == "&":
        return "and"
    folded = fold(word)
    return folded if folded.isalnum() else re.sub(r"[.'’ʼ]", "", folded)
