"""The states that a question means on the day of a vote: groups as they were then, capitals by the state they stood for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answer import MemberVote
from bot.lookup.record import Record
from bot.question import GroupMention, Intent, MemberMention, Question
from store.facts import Body, Mode, Position, RollCall
from store.words import fold

_LAST_DAY = dt.timedelta(days=1)  # on the day of the decision itself the roll still lists the old holder
_COUNCIL_GROUPS = frozenset({"e10", "elected", "council"})
PERMANENT = ("CHN", "FRA", "RUS", "SUN", "GBR", "USA")


def codes_on(mention: MemberMention, day: dt.date, record: Record) -> str:
    """The one code that the words mean on that day. Words that fit several states are settled before."""
    if mention.by_day:
        for code in mention.codes:
            if record.members.was_member(code, day):
                return code
    return mention.codes[0]


def group_on(mention: GroupMention, roll_call: RollCall, record: Record) -> tuple[str, ...]:
    """The group's members on the day of the vote, less those excepted."""
    if mention.key in _COUNCIL_GROUPS:
        seated = sorted(record.seated(Body.SC, roll_call.date))
        found: Sequence[str] = [c for c in seated if mention.key == "council" or c not in PERMANENT]
    else:
        found = record.members.groups[mention.key].members_on(roll_call.date)
    return tuple(sorted((c for c in found if c not in mention.without), key=lambda c: record.name(c, roll_call.date)))


def has_no_list(mention: GroupMention, record: Record) -> bool:
    """Whether the words name a group that nobody keeps a list of ("the West"); the Council's members are known from its votes."""
    group = record.members.groups.get(mention.key)
    return mention.key not in _COUNCIL_GROUPS and group is not None and not group.spans


def asked_on(question: Question, roll_call: RollCall, record: Record) -> tuple[str, ...]:
    """Every state asked about, in the order asked, as codes on the day of the vote."""
    codes = [codes_on(m, roll_call.date, record) for m in question.members]
    for group in question.groups:
        codes.extend(group_on(group, roll_call, record))
    return tuple(dict.fromkeys(codes))


def with_seat_holders(question: Question, roll_calls: Sequence[RollCall]) -> Question:
    """ "Taiwan" asked about a vote of the years in which it held China's seat means that seat."""
    held = [
        n
        for n in question.non_members
        if n.until is not None and roll_calls and all(r.date <= n.until + _LAST_DAY for r in roll_calls)
    ]
    found = tuple(MemberMention(n.codes, n.words, n.start, n.end) for n in held)
    return replace(question, members=(*question.members, *found)) if held else question


def with_strays(question: Question, roll_calls: Sequence[RollCall], record: Record) -> Question:
    """The question with every state that it names and the votes found are not about: none is dropped without a word."""
    if question.intent not in (Intent.POSITION, Intent.COMPARE, Intent.TIMELINE) or not (question.members or question.groups):
        return question
    members = [m for m in question.strays if isinstance(m, MemberMention) and not _is_matter(m, question, roll_calls, record)]
    groups = [
        g for g in question.strays if isinstance(g, GroupMention) and g not in question.groups and not has_no_list(g, record)
    ]
    added = tuple(m for m in members if m not in question.members)
    return replace(question, members=(*question.members, *added), groups=(*question.groups, *groups))


def _is_matter(mention: MemberMention, question: Question, roll_calls: Sequence[RollCall], record: Record) -> bool:
    """Whether one of the roll calls speaks of that state."""
    term = next((t for t in question.topic if t.start == mention.start), None)
    if term is None:
        return True
    postings = record.postings({s for a in term.alternatives for s in a})
    ids = {r.id for r in roll_calls}
    return any(
        ids & frozenset.intersection(*(postings[s].title | postings[s].elsewhere for s in a)) for a in term.alternatives if a
    )


def votes_of(codes: Iterable[str], roll_call: RollCall, record: Record) -> list[MemberVote]:
    """Their positions in one roll call, in the order given. Nothing is made up: what no source states is unknown."""
    codes = tuple(codes)
    recorded = record.votes([roll_call], codes).get(roll_call.id, {}) if codes else {}
    seated = record.seated(roll_call.body, roll_call.date)
    return [_vote(code, roll_call, recorded.get(code), code in seated, record) for code in codes]


def whole_roll(roll_call: RollCall, record: Record) -> list[MemberVote]:
    """Every member's position, by name."""
    recorded = record.votes([roll_call]).get(roll_call.id, {})
    votes = [_vote(code, roll_call, position, True, record) for code, position in recorded.items()]
    return sorted(votes, key=lambda v: v.name)


def with_predecessors(question: Question, roll_call: RollCall, votes: Sequence[MemberVote], record: Record) -> list[MemberVote]:
    """The votes, and behind a state that had no seat yet, those of the states that had its place then.

    Asked for Russia in 1980, the Soviet Union's vote is shown beside "no seat"; a former state asked for by its own name stays alone.
    """
    former = {c for m in question.members if m.as_former for c in m.codes}
    extended: list[MemberVote] = []
    for vote in votes:
        extended.append(vote)
        if vote.member in former or vote.member not in record.members.by_code:
            continue
        if vote.position is not Position.NOT_MEMBER and not _is_one_of_two(vote, question, record):
            continue
        before = [c for c in _all_predecessors(vote.member, record) if record.members.was_member(c, roll_call.date)]
        known = {v.member for v in (*votes, *extended)}
        extended.extend(
            v for v in votes_of((c for c in before if c not in known), roll_call, record) if v.position is not Position.NOT_MEMBER
        )
    return extended


def _is_one_of_two(vote: MemberVote, question: Question, record: Record) -> bool:
    """Whether another state bore the same plain name that day: "Yemen" in 1980 was two members, of which each had a vote."""
    words = {fold(m.words) for m in question.members if vote.member in m.codes}
    others = record.members.by_code[vote.member].predecessors
    plain = fold(record.short(vote.member)) in words
    return plain and any(record.members.was_member(c, vote.roll_call.date) for c in others if c in record.members.by_code)


def _all_predecessors(code: str, record: Record) -> tuple[str, ...]:
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
    return MemberVote(
        roll_call, code, record.name(code, roll_call.date), position, code in roll_call.vetoed_by and position is Position.NO
    )
