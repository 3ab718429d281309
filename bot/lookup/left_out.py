"""Words that a question may do without: common ones where no matter stands (`bot.understand.idle_words`)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.question import Intent, Question

_MOST_OVER_MANY = 2  # words; a question with more that nobody knows is about something else
_TOLD = re.compile(
    r"\b(?:says?|said|claim(?:s|ed)?|swears?|insists?|reckons?|argues?|alleges?|(?:tells?|told) (?:me|us))\b", re.IGNORECASE
)
_SPEAKS_OF_VOTES = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|resolutions?|abst\w+|veto\w*|noe?s|unga|unsc|ga|council|assembly|roll ?-?calls?)\b", re.IGNORECASE
)
_OVER_MANY = frozenset({Intent.AGREEMENT, Intent.RANKING, Intent.COUNT})


def without_idle(question: Question) -> tuple[Question, tuple[str, ...]]:
    """The question without its idle words, and those words.

    Of a statement only those that say who made it: any other may bear on whether it is true.
    """
    reach = len(question.text)
    if question.intent is Intent.VERIFY:
        told = _TOLD.search(question.text)
        reach = told.end() if told else 0
    idle = tuple(t.word for t in question.topic if t.idle and t.end <= reach)
    return replace(question, topic=tuple(t for t in question.topic if not (t.idle and t.end <= reach))), idle


def says_enough(less: Question) -> bool:
    """Whether what is left can tell which vote is meant: one word, and a state that may vote, say too little."""
    telling = sum(not t.light and t.about is None for t in less.topic)
    return telling > 1 or bool(telling and (less.days or less.session))


def over_all_votes(question: Question) -> tuple[Question, tuple[str, ...]]:
    """What is measured over many votes, without the idle words that are its whole topic: "how frequently did A vote with B".

    Beside a real matter they stay, since they may belong to it; `by_topic` sees to them.
    """
    if question.intent not in _OVER_MANY or question.names or _SPEAKS_OF_VOTES.search(question.text) is None:
        return question, ()
    less, idle = without_idle(question)
    if not idle or less.has_topic or len(idle) > _MOST_OVER_MANY:
        return question, ()
    return less, idle
