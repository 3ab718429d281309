"""A message with several questions -> the questions, in order: "How did Hungary vote on ES-11/7? And who abstained?" is two."""

from __future__ import annotations

import re

from bot.understand.articles import is_article

MOST = 5
"""Questions that one message may hold; more are read as one."""

_OPENS = (
    r"(?:(?:and|also|but|then|plus|ok|so)\s*,?\s+)?"
    r"(?:how|who|whom|what|which|when|where|why|did|didn't|does|do|was|were|is|are|has|have|and|"
    r"comment|qui|quand|quel\w*|cómo|como|quién\w*|quien\w*|quem|wie|wer|welche\w*|hat|haben|come|chi|quale|quali)\b"
)
# A question mark, or the end of a line, and then words that open a question of their own.
_BULLET = r"(?:[-*•]|\d+[.)])\s*"
_BETWEEN = re.compile(rf"(?:(?P<mark>(?<!\?)\?++[\"')]*)\s*|\s*\n+\s*(?:{_BULLET})?)(?=¿?{_OPENS})", re.IGNORECASE)
_SHORTEST = 2  # words: "true?" is no question of its own
# "Was Germany in the Council in 2003 and how did it vote on 1483": but in "how did France and how did Spain vote on it" the
# first part lacks what the second names.
_AND = re.compile(
    r",?\s+(?=and\s+(?:also\s+)?"
    r"(?:how\s+(?:did|has|have|do|does)|what\s+did|when\s+did|who\s+(?:voted|abstained|opposed|vetoed))\b)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\d|\b(?:on|about|over|in|for|against)\s+\w", re.IGNORECASE)
_ACT = re.compile(r"\b(?:vot|abstain|oppos|support|back|reject|veto)\w*", re.IGNORECASE)


def split(text: str) -> tuple[str, ...]:
    """The questions of a cleaned message; the message itself where it holds one, or too many to be meant as a list."""
    if is_article(text):
        return (text,)
    parts: list[str] = []
    at = 0
    for match in _BETWEEN.finditer(text):
        part = (text[at : match.start()] + (match["mark"] or "")).strip()
        if len(part.split()) >= _SHORTEST and len(text[match.end() :].split()) >= _SHORTEST:
            parts.append(part)
            at = match.end()
    parts.append(text[at:].strip())
    parts = [each for part in parts for each in _joined_by_and(part)]
    return tuple(parts) if 1 < len(parts) <= MOST else (text,)


def _joined_by_and(part: str) -> tuple[str, ...]:
    for match in _AND.finditer(part):
        before, behind = part[: match.start()], part[match.end() :]
        if _WHOLE.search(before) and _ACT.search(behind):
            return before, *_joined_by_and(behind)
    return (part,)
