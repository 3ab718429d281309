"""Why a question cannot be answered, and what there is instead. Each kind says which it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.lookup.wording.phrases import body, day, during, listing, number, parted, quoted, reach, score, sentence, state, states
from bot.question import NonMemberMention
from bot.translation import fixed, said, say
from store.facts import Body, RollCall
from store.vote_names import VoteName

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
    "unesco": f"Votes of UNESCO, the WHO, the IMF and other organizations of their own are not in the record. {_HOLDS}.",
    "iaea": f"Votes in the International Atomic Energy Agency (IAEA) are not in the record. {_HOLDS}.",
    "parliament": f"That is not a vote of the United Nations. {_HOLDS}.",
    "eu_council": f"That is not a vote of the United Nations. {_HOLDS}.",
}
"""By the kind of vote that `Question.outside` names."""

SELECTION_ONLY = (
    "The small starter record that comes with VoteDesk is a selection, so nothing is counted, ranked or compared over time. "
    "For the full record download the official voting files from the UN Digital Library and run: votedesk import FILE..."
)
NO_REASONS = "The record holds how members voted, not why. Explanations of vote are in the meeting record."
WITHOUT_VOTE = (
    "The record holds texts of the General Assembly that were put to a vote. "
    "A text adopted without a vote (by consensus) is not in it."
)
_WITHOUT_VOTE_OF_ITS_OWN = {
    "observer": (
        "{state} is an observer at the United Nations and not a member: "
        "it cannot vote in the General Assembly or the Security Council, "
        "so there is no vote of its own."
    ),
    "not_a_member": "{state} is not a member of the United Nations and casts no vote there.",
    "part_of_member": "{state} is not a member of the United Nations; it has no vote of its own.",
    "unknown": "{state} is not a member of the United Nations.",
}
_SAID_ALREADY = ("is an observer and has no vote.", "An observer without a vote.", "not a member of the United Nations.")
"""Endings of notes that add nothing to the sentence before them."""


@said
def taken_elsewhere(decision: VoteName) -> str:
    """ "“Kyoto Protocol”: adopted on 11 December 1997 by the parties to the climate convention (COP3) in Kyoto, ..."."""
    by = decision.elsewhere
    assert by is not None
    assert decision.date is not None
    label, when, who = say(decision.label), day(decision.date), say(by.taken_by)
    if by.tally is None:
        told = say("“{label}”: adopted on {day} by {by}, without a vote.", label=label, day=when, by=who)
    else:
        how = "“{label}”: adopted on {day} by {by}, {score} (for, against, abstaining)."
        told = say(how, label=label, day=when, by=who, score=score(by.tally))
    why = say("No body in VoteDesk's record took that decision, so it does not hold who voted how.")
    return f"{told} {why} {say('Source: {source}', source=by.source)}"


Held = Mapping[Body, tuple[dt.date, dt.date]]
"""The first and the last day of each body's votes in the store."""


def no_vote_of_its_own(mention: NonMemberMention) -> str:
    """Somebody without a vote; whose vote stands for it is in the mention's note."""
    told = _no_vote(mention)
    return f"{told} {fixed(mention.note)}" if mention.note and not mention.note.endswith(_SAID_ALREADY) else told


@said
def _no_vote(mention: NonMemberMention) -> str:
    return sentence(say(_WITHOUT_VOTE_OF_ITS_OWN[mention.kind], state=state(mention.name)))


@said
def no_such_state(words: str) -> str:
    """Words in a voter's place that name no member state, no group and nobody known to be without a vote."""
    told = (
        "“{words}” is not the name of a member state or a group that VoteDesk knows, so it has no vote here. Check the spelling."
    )
    return say(told, words=words)


@said
def body_not_held(of: Body, held: Held) -> str:
    """A body of which the store has no votes."""
    return say("Votes of the {body} are not in this store, which holds: {held}.", body=body(of), held=reach(held))


@said
def nothing_near(words: Sequence[str], held: Held) -> str:
    """No roll call fits the topic."""
    if not words:
        return say("No recorded vote was found. The store holds: {held}.", held=reach(held))
    told = "No recorded vote on {words} was found. The store holds: {held}."
    return say(told, words=quoted(words), held=reach(held))


@said
def no_such_symbol(symbols: Sequence[str], held: Held) -> str:
    """A symbol that the store does not hold."""
    told = (
        "{symbols} is not in the store. It may have been adopted without a vote, be later than the data, or not exist. "
        "The store holds recorded votes: {held}."
    )
    if len(symbols) != 1:
        told = (
            "{symbols} are not in the store. They may have been adopted without a vote, be later than the data, or not exist. "
            "The store holds recorded votes: {held}."
        )
    return say(told, symbols=listing(symbols), held=reach(held))


@said
def never_both(names: Sequence[str], calls: Sequence[RollCall]) -> str:
    """States that are to be compared, and never voted in the same roll call."""
    told = "In {calls} of the {body} {during}, {states} never both cast a vote, so there is no agreement to measure."
    count = number(len(calls), "roll call", "roll calls")
    return say(told, states=states(names), calls=count, body=body(calls[0].body), during=during(calls))


@said
def no_such_date(words: Sequence[str]) -> str:
    """A date that no calendar has."""
    if len(words) == 1:
        return say("{words} is not a date. Check it and ask again.", words=quoted(words))
    return say("{words} are not dates. Check them and ask again.", words=quoted(words))


@said
def not_a_date(words: str) -> str:
    """A time without dates, in a question that could not be answered."""
    return say("“{words}” is not a date; give a year or a date.", words=words)


@said
def later_than_data(of: Body, until: dt.date) -> str:
    """The question asks for later than the data reach."""
    told = (
        "The record reaches to {day} for the {body}; what you ask about is later than that. "
        "A newer file from the UN Digital Library would bring it."
    )
    return say(told, day=day(until), body=body(of))


@said
def not_then(topic: Sequence[str], times: Sequence[str], near: Sequence[RollCall]) -> str:
    """The topic is in the record, at other times."""
    told = "No recorded vote on {words} was found for {times}." if topic else "No recorded vote was found for {times}."
    told = say(told, words=quoted(topic), times=listing(times) if times else say("that time"))
    if not near:
        return told
    nearest = parted(say("{symbol} of {day}", symbol=r.symbol, day=day(r.date)) for r in near[:3])
    return f"{told} {say('The nearest: {votes}.', votes=nearest)}"
