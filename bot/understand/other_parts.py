""" "And on the B text?", "part C?", "the second one" in a thread -> the part of the text meant, or which of several."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.conversation import Conversation
from bot.question import Question
from bot.understand.number_words import ORDINALS
from bot.understand.patterns import any_word, later

_LETTER = r"""["'(\[]?(?P<letter>[A-Z]{1,2})["')\]]?"""
_TEXT = r"(?i:part|text|section|resolution|version|half|one|draft|vote)"
_BEFORE_IT = any_word("and so but then ok also or same on in for the its of what how about text part resolution")
_OPENING = rf"(?i:(?:{_BEFORE_IT}[, ]+)*)"
_LETTERED = (
    later(rf"\b(?i:part|text|section|resolution|version|draft|letter) {_LETTER}(?![\w/.'-])"),
    later(rf"\b(?i:the|its|their|on|and) {_LETTER}[ -]{_TEXT}\b"),
    later(rf"^{_OPENING}{_LETTER}\W*$"),
)
# the same typed in small letters, where no other word can be meant: "the b text", "part b"; and not "on a text"
_IN_SMALL = (
    later(r"\b(?:part|section|text|resolution) (?P<letter>[b-hj-z])(?![\w/.'-])"),
    later(rf"\b(?:the|its|their) (?P<letter>[a-z])[ -]{_TEXT}\b"),
    later(rf"^{_OPENING}(?P<letter>[b-hj-z])\W*$"),
)
_NO_LETTER = frozenset({"US", "UK", "EU", "UN", "GA", "SC", "OK", "NO", "SO", "IT", "DO", "AN", "AS", "IS", "WE", "BE", "OF"})
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_WITH_FIGURE = later(r"\d+")
_NTH = later(
    rf"\b(?i:(?:the|its) (?P<ordinal>{_ORDINAL}|[1-9](?:st|nd|rd|th)|last|latter|former) "
    r"(?:(?:one|part|text|resolution|draft)\b|of (?:them|these|those)\b)"
    r"(?! (?:on|about|of|in|concerning|regarding|to|for|that|which)\b))"
)
LAST = -1


def other_part_meant(question: Question, conversation: Conversation) -> Question:
    """With the letter or the place that it names; as it is where it names none, or a vote of its own."""
    if not conversation.roll_call_keys or question.symbols or question.names or question.tallies or question.days:
        return question
    text = question.text
    lettered = next((m for way in (*_LETTERED, *_IN_SMALL) if (m := way.search(text))), None)
    if lettered is not None and lettered["letter"] not in _NO_LETTER:
        return _of_the_thread(replace(question, letter=lettered["letter"].upper()), lettered, conversation) or question
    nth = _NTH.search(text)
    if nth is None:
        return question
    return _of_the_thread(replace(question, place=_place(nth["ordinal"].lower())), nth, conversation) or question


def _of_the_thread(question: Question, said: re.Match[str], conversation: Conversation) -> Question | None:
    """None where words besides say what the vote is on."""
    if any(not (t.light or (said.start() <= t.start and t.end <= said.end())) for t in question.topic):
        return None
    return replace(question, topic=(), same=conversation.roll_call_keys, carried=(*question.carried, "topic"))


def _place(ordinal: str) -> int:
    if ordinal in ("last", "latter"):
        return LAST
    if ordinal == "former":
        return 1
    figure = _WITH_FIGURE.match(ordinal)
    return int(figure[0]) if figure else ORDINALS[ordinal]
