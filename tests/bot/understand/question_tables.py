"""What the tables of this folder share: the curated knowledge, how a line is read, and how a reading is written down.

A line of a table is "text => reading"; a thread's earlier questions stand before the last, parted by " / ". Without a store:
the record's own words are the few of `WORDS_OF_THE_RECORD`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from bot.conversation import EMPTY, Conversation
from bot.question import GroupMention, MemberMention, NonMemberMention, Question
from bot.understand.clean import clean
from bot.understand.knowledge import build_knowledge
from bot.understand.reading import understand
from bot.understand.recognition import recognise
from bot.understand.shape import DAYS, GROUP, MEMBER, NAME, NON_MEMBER, SYMBOL, TALLY, Mention, Shape, shape_of
from store.members import load_members
from store.vote_names import load_thesaurus, load_vote_names

TODAY = dt.date(2026, 1, 10)
WORDS_OF_THE_RECORD = {
    "aggression": 120, "assembly": 900, "crisis": 60, "disarmament": 700, "economic": 800, "embargo": 40, "environment": 90,
    "humanitarian": 150, "israeli": 300, "middle": 200, "migration": 40, "nuclear": 600, "occupied": 250, "peace": 500,
    "peacekeeping": 300, "penalty": 10, "resolution": 2000, "rights": 1500, "sanctions": 80, "space": 150, "terrorism": 90,
    "torture": 20, "truce": 5, "weapons": 500,
}  # fmt: skip
KNOWLEDGE = build_knowledge(load_members(), load_vote_names(), load_thesaurus(), WORDS_OF_THE_RECORD)
LAST_VOTE = "a/res/79/7"
"""The key of the roll call that answered the question before, in every thread."""

_LETTERS = (("M", MEMBER), ("G", GROUP), ("X", NON_MEMBER), ("N", NAME), ("S", SYMBOL), ("D", DAYS), ("T", TALLY))


def lines(table: str) -> pytest.MarkDecorator:
    """A test for every line of a table, with the text and what is expected of it."""
    rows = [line.partition(" => ") for line in table.strip().splitlines()]
    return pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, _, expected in rows])


def read(text: str) -> Question:
    """The last of the questions that " / " parts, as it is read in their thread."""
    *earlier, last = text.split(" / ")
    conversation = EMPTY
    for asked in earlier:
        conversation = answered(understand(asked, conversation, KNOWLEDGE, TODAY), conversation)
    return understand(last, conversation, KNOWLEDGE, TODAY)


def answered(question: Question, before: Conversation) -> Conversation:
    """The thread once `LAST_VOTE` has answered the question."""
    mentions = (*(before.mentions if "vote" in question.carried else ()), *question.members)
    return Conversation(question, (LAST_VOTE,), (), tuple(dict.fromkeys(mentions)))


def shape_in(text: str) -> Shape:
    """The text laid out."""
    found = recognise(clean(text), KNOWLEDGE, TODAY, follow_up=False)
    return shape_of(found.text, found.mentions, found.tokens, foreign=found.foreign)


def as_letters(line: str) -> str:
    """The line of a shape with a letter for each mention: M member, G group, X no member, N name, S symbol, D days, T tally."""
    return "".join(next((letter for letter, kind in _LETTERS if kind[1] <= c <= kind[3]), c) for c in line).strip()


def codes(mentions: Iterable[Mention]) -> str:
    """States by their codes ("RUS/SUN": whichever was a member then), groups by their keys, others by their names."""
    return " ".join(map(_code, mentions)) or "-"


def _code(mention: Mention) -> str:
    match mention:
        case MemberMention():
            return "/".join(mention.codes)
        case GroupMention():
            return mention.key + "".join(f"-{code}" for code in mention.without)
        case NonMemberMention():
            return mention.name
        case _:
            raise AssertionError(mention)
