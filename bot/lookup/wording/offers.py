"""What the reader may ask next: choices, suggestions, examples; and what the store holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.customs import grouped, name_in
from bot.lookup.wording.phrases import day, listing, quoted, reach, result, state, title
from bot.namesakes import symbol_of
from bot.translation import ENGLISH, said, say, spoken
from store.facts import Body, Position, RollCall

HELP = "Ask about a vote at the United Nations, for example: how did Hungary vote on ES-11/7?"
TEXT_TO_CHECK = (
    "This reads as a text to check, not as a question: votedesk check FILE, or /vote check in a chat, holds every claim in it "
    "on a vote against the record."
)
EXAMPLES = (
    "how did Hungary vote on ES-11/7?",
    "who voted against the Cuba embargo in 2025?",
    "didn't Israel abstain on 27 October 2023?",
    "which votes were there on the death penalty?",
)

_DID = {
    Position.YES: "did {who} vote for {what}?",
    Position.NO: "did {who} vote against {what}?",
    Position.ABSTAIN: "did {who} abstain on {what}?",
    Position.NON_VOTING: "did {who} not vote on {what}?",
    Position.NOT_MEMBER: "did {who} have no seat for {what}?",
    Position.UNKNOWN: "did {who} vote on {what}?",
}
_WHO_DID = {
    Position.YES: "who voted in favour of {what}?",
    Position.NO: "who voted against {what}?",
    Position.ABSTAIN: "who abstained on {what}?",
    Position.NON_VOTING: "who cast no vote on {what}?",
    Position.NOT_MEMBER: "who had no seat for the vote on {what}?",
    Position.UNKNOWN: "who have no position on record for {what}?",
}


@said
def label(call: RollCall) -> str:
    """A roll call as one line of a choice."""
    told = "{symbol}, {day}: {title}, {result}"
    return say(told, symbol=symbol_of(call), day=day(call.date), title=title(call.title), result=result(call))


@said
def which_vote(count: int, shown: int) -> str:
    """Over a choice of roll calls."""
    if count > shown:
        told = "{count} votes fit this question; the first {shown} are below. A date, a symbol or another word narrows it."
        return say(told, count=count, shown=shown)
    if count > 1:
        return say("{count} votes fit this question. Which one do you mean?", count=count)
    return say("Is this the vote you mean?")


@said
def which_near(missing: Sequence[str], count: int, shown: int) -> str:
    """Over a choice of roll calls that all lack words of the question."""
    words = quoted(missing)
    if count > shown:
        told = (
            "No recorded vote with {words} was found. Without it, {count} come near; the first {shown} are below. "
            "Which one do you mean?"
        )
        return say(told, words=words, count=count, shown=shown)
    if count > 1:
        told = "No recorded vote with {words} was found. Without it, {count} come near. Which one do you mean?"
        return say(told, words=words, count=count)
    return say("No recorded vote with {words} was found. Without it, one comes near. Is this the vote you mean?", words=words)


@said
def which_state(words: str, labels: Sequence[str]) -> str:
    """Over a choice of states that share a name."""
    return say("“{words}” can mean {states}. Which state do you mean?", words=words, states=listing(labels, last="or"))


@said
def which_group(words: str) -> str:
    """Over a choice of groups, where the words name none that has a list."""
    return say("“{words}” has no list of members. Which of these do you mean, or which states?", words=words)


@said
def against_whom(words: str, who: str, whom: str) -> str:
    """Over a choice of what it means to vote against a state."""
    told = (
        "“{words}” names a state, not a text. Do you mean how often {who} and {whom} voted the same way, "
        "or how {who} voted on texts about {whom}?"
    )
    return say(told, words=words, who=state(who), whom=state(whom))


@said
def beside(one: str, other: str) -> str:
    """The first of its choices."""
    return say("{one} beside {other}: how often they voted the same way", one=state(one), other=state(other))


@said
def votes_about(one: str, other: str) -> str:
    """The second."""
    return say("{one}: its votes on texts about {other}", one=state(one), other=state(other))


@said
def ask_beside(who: str, whom: str) -> str:
    """The first choice as a question."""
    return say("how often do {who} and {whom} vote the same way?", who=state(who), whom=state(whom))


@said
def ask_votes_about(who: str, whom: str) -> str:
    """The second choice as a question."""
    return say("how did {who} vote on {whom} over the years?", who=state(who), whom=state(whom))


@said
def no_text(words: str) -> str:
    """Over a choice of what it means that others, whom nobody names, voted for or against a state."""
    return say("“{words}” names a state, not a text. Which do you mean?", words=words)


@said
def ask_votes_on(whom: str) -> str:
    """Its first choice."""
    return say("which votes were there on {whom}?", whom=state(whom))


@said
def ask_company(whom: str) -> str:
    """Its second choice: who voted the same way most."""
    return say("who votes most like {whom}?", whom=state(whom))


def ask_then(question: str, when: str) -> str:
    """The same question of the time that the asker named."""
    return f"{when}: {question}" if when else question


@said
def state_label(name: str, official: str) -> str:
    """ "South Korea (Republic of Korea)"."""
    if spoken() != ENGLISH:
        return name_in(name, spoken())
    return name if name == official else f"{name} ({official})"


@said
def state_asked(name: str) -> str:
    """A state's name as a word of a question."""
    return name_in(name, spoken())


@said
def group_asked(name: str) -> str:
    """A group's name as words of a question: "the European Union"."""
    return state(name)


@said
def ask_position(who: Sequence[str], what: str) -> str:
    """ "how did Hungary vote on A/RES/79/7?". The words are those of the asker; no language but English joins them to a verb."""
    return say("how did {who} vote on {what}?", many=len(who) > 1, who=_together(who), what=what)


@said
def ask_whether(who: Sequence[str], position: Position, symbol: str) -> str:
    """ "did Hungary vote against A/RES/79/7?"."""
    return say(_DID[position], many=len(who) > 1, who=_together(who), what=symbol)


@said
def ask_who(position: Position, symbol: str) -> str:
    """ "who voted against A/RES/79/7?"."""
    return say(_WHO_DID[position], what=symbol)


def ask_of(question: str, symbol: str) -> str:
    """The same question of one vote, in the asker's words: "A/RES/79/7: was Israel the only no?"."""
    return f"{symbol}: {question}"


@said
def ask_adopted(symbol: str) -> str:
    """ "was A/RES/79/7 adopted?"."""
    return say("was {what} adopted?", what=symbol)


@said
def ask_vote(symbol: str) -> str:
    """ "what was the vote on A/RES/79/7?"."""
    return say("what was the vote on {what}?", what=symbol)


@said
def ask_day(who: Sequence[str], on: dt.date) -> str:
    """The votes of one day, of somebody or at all."""
    if who:
        return say("how did {who} vote on {day}?", many=len(who) > 1, who=listing(who), day=day(on))
    return say("what were the votes on {day}?", day=day(on))


def _together(words: Sequence[str]) -> str:
    return f" {say('and')} ".join(words)


@said
def store_holds(total: int, bounds: Mapping[Body, tuple[dt.date, dt.date]]) -> str:
    """The answer to "how far do your data reach?"."""
    if not bounds:
        return say("The store holds no votes yet.")
    return say("The store holds {count} roll calls: {reach}.", count=grouped(total, spoken()), reach=reach(bounds))


@said
def part_of(letter: str, symbol: str) -> str:
    """What "and on the C text?" asks for, after another part of that text."""
    return say("part {letter} of {symbol}", letter=letter, symbol=symbol)
