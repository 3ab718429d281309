"""The numbers that a sentence gives, and what those counted did: "eleven", "no fewer than", "the abstainers"."""

from __future__ import annotations

import re

from bot.understand.number_words import CARDINAL, number_in_words
from store.facts import Position

NOUN = (
    r"(?:(?:un |member |other |of the |of its |of them )?(?:countries|country|states?|members?(?: states)?|nations?"
    r"|delegations?|governments?|capitals|"
    r"ambassadors|of them))"
)
WORDS = CARDINAL.replace("[ -]", "(?: - | )")
NUMBER = rf"(?!once\b)(?:\d{{1,3}}(?! [.,] \d)|one hundred(?: and [a-z-]+)?|{WORDS})"
_NOUN_OF = (
    (Position.NON_VOTING, re.compile(r"absentees?|non - voters|no - shows?|absences?|absent\b")),
    (Position.ABSTAIN, re.compile(r"abst\w+|fence - sitters?")),
    (
        Position.NO,
        re.compile(
            r"\b(?:noes|nos|nays|no votes?|negative votes?|dissenting votes?|no (?:camp|column)|votes? against|against"
            r"|opponents?|objectors?|naysayers?|holdouts?|dissent\w*"
            r"|opposition|opposed|opposing|no(?! -))\b"
        ),
    ),
    (
        Position.YES,
        re.compile(
            r"\b(?:yes votes?|affirmative votes?|yes (?:camp|column)|support|backing|ayes|votes? in favou?r|in favou?r"
            r"|supporters?|backers?|yes|votes? for)\b"
        ),
    ),
)


def number_of(words: str) -> int | None:
    """ "51", "eleven", "both"; None for other words."""
    words = words.strip().replace(" - ", "-")
    if words.isdigit():
        return int(words)
    return {"single": 1, "a single": 1, "sole": 1, "both": 2, "pair": 2}.get(words) or number_in_words(words)


def position_named(noun: str) -> Position | None:
    """What "the abstainers", "votes against", "noes" did."""
    return next((position for position, named in _NOUN_OF if named.search(noun)), None)
