"""Whether a message is a piece of running text, pasted to be checked, and no question."""

from __future__ import annotations

import re

_ENDS = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[\"'(]?[^\W_a-z])|\n+")
_ASKS = re.compile(
    r"\W*(?:(?:hi|hello|hey|please|pls|so|and|ok)\W+)*(?:how|who|what|which|did|do|does|was|were|is|are|has|have|can|could"
    r"|list|show|tell|give|find|count|compare|i need|need|name)\b",
    re.IGNORECASE,
)
_WORDS_OF_A_SENTENCE = 4
_SHORT_PIECE = 30  # words of two sentences that ask nothing
_LONG_PIECE = 80  # words of a text in which a few questions may stand


def is_article(text: str) -> bool:
    """Several sentences that tell something, far more than are asked."""
    words = len(text.split())
    if words < _SHORT_PIECE:
        return False
    sentences = [s for s in _ENDS.split(text) if len(s.split()) >= _WORDS_OF_A_SENTENCE]
    asked = sum("?" in s for s in sentences)
    told = len(sentences) - asked
    if words >= _LONG_PIECE:
        return told > 2 * (asked + 1)
    return told > 1 and not asked and _ASKS.match(text) is None
