"""The positions of states in a roll call. Nothing is made up: what no source states is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answer import MemberVote
from bot.lookup.members_asked import asked_on
from bot.lookup.record import Record
from bot.question import Question
from store.facts import Body, Mode, Position, RollCall
from store.words import fold


def votes_of(codes: Iterable[str], roll_call: RollCall, record: Record) -> list[MemberVote]:
    """Their positions in one roll call, in the order given."""
    codes = tuple(codes)
    recorded = record.votes([roll_call], codes).get(roll_call.id, {}) if codes else {}
    seated = record.seated(roll_call.body, roll_call.date)
    return [_vote(code, roll_call, recorded.get(code), code in seated, record) for code in codes]


def whole_roll(roll_call: RollCall, record: Record) -> list[MemberVote]:
    """Every member's position, by name."""
    recorded = record.votes([roll_call]).get(roll_call.id, {})
    votes = [_vote(code, roll_call, position, True, record) for code, position in recorded.items()]
    return sorted(votes, key=lambda v: v.name)


def votes_asked(question: Question, roll_call: RollCall, record: Record) -> list[MemberVote]:
    """Those of all states asked about, and of the predecessors of those that had no seat yet."""
    votes = votes_of(asked_on(question, roll_call, record), roll_call, record)
    return with_predecessors(question, roll_call, votes, record)


def with_predecessors(question: Question, roll_call: RollCall, votes: Sequence[MemberVote], record: Record) -> list[MemberVote]:
    """The votes, and behind a state that had no seat yet, those of the states that had its place then.

    Asked for Russia in 1980, the Soviet Union's vote is beside "no seat"; a former state asked for by its own name stays alone.
    """
    former = {c for m in question.members if m.as_former for c in m.codes}
    extended: list[MemberVote] = []
    for vote in votes:
        extended.append(vote)
        if vote.member in former or vote.member not in record.members.by_code:
            continue
        if vote.position is not Position.NOT_MEMBER and not _is_one_of_two(vote, question, record):
            continue
        known = {v.member for v in (*votes, *extended)}
        before = [c for c in _predecessors(vote.member, record) if c not in known]
        held = votes_of((c for c in before if record.members.was_member(c, roll_call.date)), roll_call, record)
        extended.extend(v for v in held if v.position is not Position.NOT_MEMBER)
    return extended


def _is_one_of_two(vote: MemberVote, question: Question, record: Record) -> bool:
    """Whether another state bore the same plain name that day: "Yemen" in 1980 was two members, of which each had a vote."""
    others = [c for c in record.members.by_code[vote.member].predecessors if c in record.members.by_code]
    plain, day = fold(record.short(vote.member)), vote.roll_call.date
    if not others or not any(vote.member in m.codes and fold(m.words) == plain for m in question.members):
        return False
    return any(record.members.was_member(c, day) and plain in fold(record.name(c, day)) for c in others)


def _predecessors(code: str, record: Record) -> tuple[str, ...]:
    """All of them, the nearest first."""
    found: list[str] = []
    queue = list(record.members.by_code[code].predecessors)
    while queue:
        one = queue.pop(0)
        if one not in found and one in record.members.by_code:
            found.append(one)
            queue.extend(record.members.by_code[one].predecessors)
    return tuple(found)


def _vote(code: str, roll_call: RollCall, position: Position | None, seated: bool, record: Record) -> MemberVote:
    if position is None:
        member = seated and (roll_call.body is not Body.GA or record.members.was_member(code, roll_call.date))
        position = Position.UNKNOWN if member else Position.NOT_MEMBER
    if roll_call.mode is not Mode.RECORDED and position is not Position.NOT_MEMBER:
        position = Position.UNKNOWN
    veto = code in roll_call.vetoed_by and position is Position.NO
    return MemberVote(roll_call, code, record.name(code, roll_call.date), position, veto)
