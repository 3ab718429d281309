"""What the reader may ask next: choices, suggestions, examples; and what the store holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.lookup.wording.phrases import DID_TO_IT, DO_TO_IT, day, listing, reach, result, title
from store.facts import Body, Position, RollCall

HELP = "Ask about a vote at the United Nations, for example: how did Hungary vote on ES-11/7?"
EXAMPLES = (
    "how did Hungary vote on ES-11/7?",
    "who voted against the Cuba embargo in 2025?",
    "didn't Israel abstain on 27 October 2023?",
    "which votes were there on the death penalty?",
)


def label(call: RollCall) -> str:
    """A roll call as one line of a choice."""
    return f"{call.symbol}, {day(call.date)}: {title(call.title)}, {result(call)}"


def which_vote(count: int, shown: int) -> str:
    """Over a choice of roll calls."""
    if count > shown:
        return f"{count} votes fit this question; the first {shown} are below. A date, a symbol or another word narrows it."
    return f"{count} votes fit this question. Which one do you mean?" if count > 1 else "Is this the vote you mean?"


def which_state(words: str, labels: Sequence[str]) -> str:
    """Over a choice of states that share a name."""
    return f"“{words}” can mean {listing(labels, last='or')}. Which state do you mean?"


def which_group(words: str) -> str:
    """Over a choice of groups, where the words name none that has a list."""
    return f"“{words}” has no list of members. Which of these do you mean, or which states?"


def state_label(name: str, official: str) -> str:
    """ "South Korea (Republic of Korea)"."""
    return name if name == official else f"{name} ({official})"


def ask_position(who: str, what: str) -> str:
    """ "how did Hungary vote on A/RES/79/7?"."""
    return f"how did {who} vote on {what}?"


def ask_whether(who: str, position: Position, symbol: str) -> str:
    """ "did Hungary vote against A/RES/79/7?"."""
    return f"did {who} {DO_TO_IT[position]} {symbol}?"


def ask_who(position: Position, symbol: str) -> str:
    """ "who voted against A/RES/79/7?"."""
    return f"who {DID_TO_IT[position]} {symbol}?"


def ask_adopted(symbol: str) -> str:
    """ "was A/RES/79/7 adopted?"."""
    return f"was {symbol} adopted?"


def ask_vote(symbol: str) -> str:
    """ "what was the vote on A/RES/79/7?"."""
    return f"what was the vote on {symbol}?"


def ask_day(who: str | None, on: dt.date) -> str:
    """The votes of one day, of somebody or at all."""
    return ask_position(who, day(on)) if who else f"what were the votes on {day(on)}?"


def store_holds(total: int, bounds: Mapping[Body, tuple[dt.date, dt.date]]) -> str:
    """The answer to "how far do your data reach?"."""
    return f"The store holds {total:,} roll calls: {reach(bounds)}." if bounds else "The store holds no votes yet."
