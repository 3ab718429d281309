"""What looking for the votes comes to: the value that every way of finding gives, and that every answer starts from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.question import Flag, Intent, Question
from store.facts import RollCall

MOST_SHOWN = 12
MOST_CHOICES = 10

SINGLE = frozenset({Intent.ROLL_CALL, Intent.OUTCOME, Intent.VERIFY, Intent.VETO})
"""Intents about one decision: several that fit equally well are a choice for the reader, unless they are one series."""


class Found(StrEnum):
    """How the search ended."""

    MEANT = "meant"
    CHOOSE = "choose"
    NONE = "none"
    NOT_THEN = "not_then"  # the topic is in the record, but not at that time
    LATER = "later"  # the time is later than the data reach
    NO_VOTE_NAMED = "no_vote_named"
    NO_SUCH_SYMBOL = "no_such_symbol"
    NO_VETO = "no_veto"  # a veto is asked about, and no vetoed text on that matter is held


class How(StrEnum):
    """What was taken for granted on the way; the detail beside it is a title, a symbol, a day or the words of a tally."""

    LATEST_OF_SERIES = "latest_of_series"
    LATEST_DAY = "latest_day"
    BY_TALLY = "by_tally"
    ONLY_ROLL_OF_NUMBER = "only_roll_of_number"
    ONLY_ROLL = "only_roll"
    NEAREST_OF_NAME = "nearest_of_name"


@dataclass(frozen=True, slots=True)
class Selection:
    """`roll_calls`: what is meant, most relevant first; with `CHOOSE`, the readings. `near`: what else there is, for suggestions.

    `how` says in data how it was found, for the assumptions. `missing`: words of the question that the roll calls do not hold.
    """

    found: Found
    roll_calls: tuple[RollCall, ...] = ()
    near: tuple[RollCall, ...] = ()
    how: tuple[tuple[How, str], ...] = ()
    missing: tuple[str, ...] = ()


def is_about_one(question: Question) -> bool:
    """Whether one decision is asked about."""
    return question.intent in SINGLE


def wants_all(question: Question) -> bool:
    """Whether all votes of a series are meant, and not its latest (docs/contract.md, rule 4)."""
    spans_years = question.intent is Intent.COMPARE and len(question.days) == 1 and question.days[0].precision == "years"
    over_time = question.intent in (Intent.TIMELINE, Intent.COUNT, Intent.SEARCH)
    return spans_years or over_time or bool({Flag.ALL_TIME, Flag.FIRST} & question.flags)
