"""Why a question cannot be answered, and what there is instead. Each kind says which it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.lookup.wording.phrases import BODIES, day, during, listing, number, quoted, sentence, state, states
from bot.question import NonMemberMention
from store.facts import Body, RollCall

_HOLDS = "VoteDesk's record holds votes of the General Assembly and of the Security Council"
OUTSIDE = {
    "committee": (
        f"That was a committee's vote. {_HOLDS}, taken in plenary, not those of their committees; "
        "the committee's own figures are in its report."
    ),
    "secret_ballot": "Elections at the United Nations are held by secret ballot: no record says how a member voted.",
    "court": f"Judges' votes are not votes of member states. {_HOLDS}.",
    "ecosoc": f"Votes of the Economic and Social Council (ECOSOC) are not in the record. {_HOLDS}.",
    "league": "The League of Nations is not in VoteDesk's record, which begins with the United Nations in 1946.",
    "unesco": f"Votes of that organization are not in the record. {_HOLDS}.",
    "parliament": f"That is not a vote of the United Nations. {_HOLDS}.",
    "eu_council": f"That is not a vote of the United Nations. {_HOLDS}.",
}
"""By the kind of vote that `Question.outside` names."""

SELECTION_ONLY = (
    "The small starter record that comes with VoteDesk is a selection, so nothing is counted, ranked or compared over time. "
    "For the full record download the official voting files from the UN Digital Library and run: votedesk import FILE..."
)
NO_REASONS = "The record holds how members voted, not why. Explanations of vote are in the meeting record."
_WITHOUT_VOTE_OF_ITS_OWN = {
    "observer": (
        "is an observer at the United Nations and not a member: it cannot vote in the General Assembly or the Security Council, "
        "so there is no vote of its own"
    ),
    "not_a_member": "is not a member of the United Nations and casts no vote there",
    "part_of_member": "is not a member of the United Nations; it has no vote of its own",
    "unknown": "is not a member of the United Nations",
}
_SAID_ALREADY = ("is an observer and has no vote.", "An observer without a vote.", "not a member of the United Nations.")
"""Endings of notes that add nothing to the sentence before them."""


def no_vote_of_its_own(mention: NonMemberMention) -> str:
    """Somebody without a vote; whose vote stands for it is in the mention's note."""
    told = sentence(f"{state(mention.name)} {_WITHOUT_VOTE_OF_ITS_OWN[mention.kind]}.")
    return f"{told} {mention.note}" if mention.note and not mention.note.endswith(_SAID_ALREADY) else told


def body_not_held(body: Body, held: str) -> str:
    """A body of which the store has no votes."""
    return f"Votes of the {BODIES[body]} are not in this store, which holds: {held}."


def nothing_near(words: Sequence[str], held: str) -> str:
    """No roll call fits the topic."""
    about = f" on {quoted(words)}" if words else ""
    return f"No recorded vote{about} was found. The store holds: {held}."


def no_such_symbol(symbols: Sequence[str], held: str) -> str:
    """A symbol that the store does not hold."""
    one = len(symbols) == 1
    may = "It may have been adopted without a vote, be later than the data, or not exist."
    if not one:
        may = "They may have been adopted without a vote, be later than the data, or not exist."
    return f"{listing(symbols)} {'is' if one else 'are'} not in the store. {may} The store holds recorded votes: {held}."


def never_both(names: Sequence[str], calls: Sequence[RollCall]) -> str:
    """States that are to be compared, and never voted in the same roll call."""
    where = (
        f"{number(len(calls), 'roll call', 'roll calls')} of the {BODIES[calls[0].body]} {during(calls)}" if calls else "record"
    )
    return f"In the {where}, {states(names)} never both cast a vote, so there is no agreement to measure."


def no_such_date(words: Sequence[str]) -> str:
    """A date that no calendar has."""
    return f"{quoted(words)} {'is not a date. Check it' if len(words) == 1 else 'are not dates. Check them'} and ask again."


def not_a_date(words: str) -> str:
    """A time without dates, in a question that could not be answered."""
    return f"“{words}” is not a date; give a year or a date."


def later_than_data(body: Body, until: dt.date) -> str:
    """The question asks for later than the data reach."""
    return (
        f"The record reaches to {day(until)} for the {BODIES[body]}; what you ask about is later than that. "
        "A newer file from the UN Digital Library would bring it."
    )


def not_then(topic: Sequence[str], times: Sequence[str], near: Sequence[RollCall]) -> str:
    """The topic is in the record, at other times."""
    about = f" on {quoted(topic)}" if topic else ""
    nearest = f" The nearest: {'; '.join(f'{r.symbol} of {day(r.date)}' for r in near[:3])}." if near else ""
    return f"No recorded vote{about} was found for {listing(times) if times else 'that time'}.{nearest}"
