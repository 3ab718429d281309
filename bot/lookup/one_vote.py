"""What was the vote, who voted how, was it adopted: answers about one roll call as a whole, or about a few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.answer import Answer, MemberVote, Status
from bot.lookup.member_votes import votes_of, whole_roll
from bot.lookup.members_asked import code_on, group_on
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.lookup.wording import findings
from bot.question import Flag, Intent, Question
from store.facts import Body, Mode, Position, RollCall

_MOST_READ_OUT = 6
_OPPOSITE = {Position.YES: Position.NO, Position.NO: Position.YES}
_COUNCIL_MAJORITY = 9
_COUNCIL_MAJORITY_BEFORE_1966 = 7


def roll_call(question: Question, selection: Selection, record: Record) -> Answer:
    """Whole rolls, each led by what was asked: a position's names, or the outcome."""
    votes: list[MemberVote] = []
    leads: list[str] = []
    for call in selection.roll_calls[:_MOST_READ_OUT]:
        roll = whole_roll(call, record)
        votes.extend(roll)
        leads.append(_lead(question, call, _only_groups(question, call, roll, record), record))
        named = (*question.members, *question.opposed, *question.sided_with)
        asked = votes_of(list(dict.fromkeys(code_on(m, call.date, record) for m in named)), call, record)
        leads.extend(findings.one_position(v) for v in asked)
    return Answer(
        Status.ANSWERED,
        question.intent,
        " ".join(leads),
        roll_calls=selection.roll_calls,
        votes=tuple(votes),
        value=_how_many(question, selection.roll_calls, votes, record),
    )


def _how_many(question: Question, calls: Sequence[RollCall], roll: list[MemberVote], record: Record) -> float | None:
    """ "How many states voted against it", "how many of the G20": their number, where one roll call is meant."""
    counted = Flag.STATES in question.flags or (question.groups and Flag.HOW_MANY in question.flags)
    if not counted or question.position is None or len(calls) != 1:
        return None
    unknown = any(v.position is Position.UNKNOWN for v in roll)
    if not question.groups and (unknown or not any(v.position is question.position for v in roll)):
        stated = _stated(calls[0], question.position)
        return None if stated is None else float(stated)
    return float(sum(v.position is question.position for v in _only_groups(question, calls[0], roll, record)))


def outcome(selection: Selection, record: Record) -> Answer:
    """Was it adopted, by how much, and by which rule."""
    calls = selection.roll_calls[:_MOST_READ_OUT]
    lead = " ".join(f"{findings.vote_line(call)} {_rule(call)}".strip() for call in calls)
    votes = tuple(v for call in calls for v in whole_roll(call, record))
    return Answer(Status.ANSWERED, Intent.OUTCOME, lead, roll_calls=selection.roll_calls, votes=votes)


def _lead(question: Question, call: RollCall, votes: Sequence[MemberVote], record: Record) -> str:
    if call.mode is not Mode.RECORDED:
        return findings.vote_line(call)
    if question.groups and Flag.DISSENT in question.flags:
        usual = Counter(v.position for v in votes).most_common(1)[0][0] if votes else None
        apart = [v for v in votes if v.position is not usual]
        return findings.those_who(call, apart, findings.APART_FROM_MOST, _group(question, record))
    if Flag.NOT_IT in question.flags:
        others = [v for v in votes if v.position is not Position.YES]
        return findings.those_who(call, others, findings.NOT_IN_FAVOUR, _group(question, record))
    if question.position is None and (led := _led_by(question, call, record)) is not None:
        return findings.who_did(call, led, [v.name for v in votes if v.position is led])
    if question.position is not None:
        names = [v.name for v in votes if v.position is question.position]
        stated = None if question.groups else _stated(call, question.position)
        unknown = any(v.position is Position.UNKNOWN for v in votes)
        if (group := _group(question, record)) is not None and not unknown:
            return findings.who_of_group_did(call, question.position, names, group)
        return findings.who_did(call, question.position, names, stated, unknown)
    return findings.several_positions(call, votes) if question.groups else findings.vote_line(call)


def _led_by(question: Question, call: RollCall, record: Record) -> Position | None:
    """ "Who voted with Turkey": Turkey's position; "against Turkey": the opposite one, which an abstention has none of.

    None where there is none, or where those named were of two minds.
    """
    leaders = {code_on(m, call.date, record) for m in question.opposed or question.sided_with}
    taken = {v.position for v in whole_roll(call, record) if v.member in leaders}
    if len(taken) != 1:
        return None
    [position] = taken
    return _OPPOSITE.get(position) if question.opposed else position


def _group(question: Question, record: Record) -> str | None:
    """The name of the one group asked about; None for several, or none."""
    if len(question.groups) != 1:
        return None
    group = record.members.groups.get(question.groups[0].key)
    return group.name if group is not None else question.groups[0].words


def _only_groups(question: Question, call: RollCall, votes: list[MemberVote], record: Record) -> list[MemberVote]:
    """ "Which EU states voted against": only the group's members count for the sentence."""
    if not question.groups:
        return votes
    asked = {code for group in question.groups for code in group_on(group, call, record)}
    return [v for v in votes if v.member in asked]


def _stated(call: RollCall, position: Position) -> int | None:
    counts = {Position.YES: call.tally.yes, Position.NO: call.tally.no, Position.ABSTAIN: call.tally.abstain}
    return counts.get(position)


def _rule(call: RollCall) -> str:
    """The Council's majority: Article 27 of the Charter, https://www.un.org/en/about-us/un-charter/chapter-5."""
    if call.body is not Body.SC or call.mode is not Mode.RECORDED or call.tally.yes is None:
        return ""
    # The Council had eleven members and a majority of seven until the Charter's amendment of 31 August 1965 took effect in 1966.
    needed = _COUNCIL_MAJORITY if call.date.year >= 1966 else _COUNCIL_MAJORITY_BEFORE_1966
    return findings.rule(call, needed)
