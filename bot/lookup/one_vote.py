"""What was the vote, who voted how, was it adopted: answers about one roll call as a whole."""

from __future__ import annotations

from collections import Counter

from bot.answer import Answer, MemberVote, Status
from bot.lookup import wording
from bot.lookup.members_asked import codes_on, group_on, votes_of, whole_roll
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.question import Flag, Intent, Question
from store.facts import Body, Mode, Outcome, Position, RollCall

_COUNCIL_MAJORITY = 9
_COUNCIL_MAJORITY_BEFORE_1966 = 7


def roll_call(question: Question, selection: Selection, record: Record) -> Answer:
    """The whole roll of the first, led by what was asked: a position's names, or the outcome."""
    votes: list[MemberVote] = []
    leads: list[str] = []
    for call in selection.roll_calls[:6]:
        here = whole_roll(call, record)
        votes.extend(here)
        leads.append(_lead(question, call, _only_groups(question, call, here, record)))
        asked = votes_of([codes_on(m, call.date, record) for m in question.members], call, record)
        leads.extend(wording.one_position(v) for v in asked)
    return Answer(Status.ANSWERED, question.intent, " ".join(leads), selection.roll_calls, tuple(votes))


def outcome(question: Question, selection: Selection, record: Record) -> Answer:
    """Was it adopted, by how much, and by which rule."""
    leads, votes = [], []
    for call in selection.roll_calls[:6]:
        leads.append(f"{wording.vote_line(call)} {_rule(call)}".strip())
        votes.extend(whole_roll(call, record))
    return Answer(Status.ANSWERED, Intent.OUTCOME, " ".join(leads), selection.roll_calls, tuple(votes))


def _lead(question: Question, call: RollCall, votes: list[MemberVote]) -> str:
    if call.mode is not Mode.RECORDED:
        return wording.vote_line(call)
    if question.groups and Flag.DISSENT in question.flags:
        usual = Counter(v.position for v in votes).most_common(1)[0][0] if votes else None
        return wording.those_who(
            call, [v for v in votes if v.position is not usual], f"did not vote with most of {_named(question)} on"
        )
    if Flag.NOT_IT in question.flags:
        return wording.those_who(
            call,
            [v for v in votes if v.position is not Position.YES],
            f"{f'of {_named(question)} ' if question.groups else ''}did not vote in favour of",
        )
    if question.position is None:
        return wording.vote_line(call) if not question.groups else wording.several_positions(call, votes)
    names = [v.name for v in votes if v.position is question.position]
    counted = {Position.YES: call.tally.yes, Position.NO: call.tally.no, Position.ABSTAIN: call.tally.abstain}.get(
        question.position
    )
    return wording.who_did(call, question.position, names, counted if not question.groups else None)


def _named(question: Question) -> str:
    return wording.listing([f"the {g.words}" if g.words.isupper() else g.words for g in question.groups])


def _only_groups(question: Question, call: RollCall, votes: list[MemberVote], record: Record) -> list[MemberVote]:
    """ "Which EU states voted against": only the group's members count for the sentence."""
    if not question.groups:
        return votes
    asked = {code for group in question.groups for code in group_on(group, call, record)}
    return [v for v in votes if v.member in asked]


def _rule(call: RollCall) -> str:
    if call.body is not Body.SC or call.mode is not Mode.RECORDED or call.tally.yes is None:
        return ""
    # The Council had eleven members and a majority of seven until the Charter's amendment of 31 August 1965 took effect in 1966.
    needed = _COUNCIL_MAJORITY if call.date.year >= 1966 else _COUNCIL_MAJORITY_BEFORE_1966
    if call.outcome is Outcome.REJECTED:
        return f"It needed {needed} votes in favour and had {call.tally.yes}."
    if call.outcome is Outcome.VETOED:
        return f"It had the {needed} votes that a text needs, and a permanent member's no sank it."
    return f"It needed {needed} votes in favour and no veto."
