"""The states that a question means on the day of a vote: groups as they were then, capitals by the state they stood for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.lookup.record import Record
from bot.question import GroupMention, Intent, MemberMention, Question
from store.facts import Body, RollCall
from store.vote_store import PERMANENT

_LAST_DAY = dt.timedelta(days=1)  # on the day of the decision itself the roll still lists the old holder
_PAIR = 2
_LARGE = 15  # more than the Council has seats
_COUNCIL_GROUPS = frozenset({"e10", "elected", "council"})
_WITH_STRAYS = frozenset({Intent.POSITION, Intent.COMPARE, Intent.TIMELINE, Intent.ROLL_CALL})


def code_on(mention: MemberMention, day: dt.date, record: Record) -> str:
    """The one code that the words mean on that day. Words that fit several states are settled before."""
    if mention.by_day:
        for code in mention.codes:
            if record.members.was_member(code, day):
                return code
    return mention.codes[0]


def group_on(mention: GroupMention, roll_call: RollCall, record: Record) -> tuple[str, ...]:
    """The group's members on the day of the vote, by name, less those excepted."""
    if mention.key in _COUNCIL_GROUPS:
        seated = sorted(record.seated(Body.SC, roll_call.date))
        found: Sequence[str] = [c for c in seated if mention.key == "council" or c not in PERMANENT]
    else:
        group = record.members.groups[mention.key]
        # Of a pair both are shown where it was none yet: "the two Yemens" in 1947.
        pair = tuple(span.code for span in group.spans) if len(group.spans) == _PAIR else ()
        found = group.members_on(roll_call.date) or pair
        if roll_call.body is not Body.GA and len(found) > _LARGE:
            # "The African members" of a smaller body are those with a seat.
            here = record.seated(roll_call.body, roll_call.date)
            found = [c for c in found if c in here] or found
    return tuple(sorted((c for c in found if c not in mention.without), key=lambda c: record.name(c, roll_call.date)))


def asked_on(question: Question, roll_call: RollCall, record: Record) -> tuple[str, ...]:
    """Every state asked about, in the order asked, as codes on the day of the vote."""
    codes = [code_on(m, roll_call.date, record) for m in question.members]
    for group in question.groups:
        codes.extend(group_on(group, roll_call, record))
    return tuple(dict.fromkeys(codes))


def seated_of(question: Question, roll_call: RollCall, record: Record) -> bool:
    """Whether any state asked about had a seat in the body of the roll call on its day."""
    seated = record.seated(roll_call.body, roll_call.date)
    return any(code_on(m, roll_call.date, record) in seated for m in question.members)


_ONE_SEAT = {"RUS", "SUN"}
"""The seat passed from the one to the other: the day of the vote tells which is meant ("russias vote")."""


def is_doubtful(mention: MemberMention) -> bool:
    """Whether the words fit several states, and the reader must say which."""
    return len(mention.codes) > 1 and not mention.by_day and set(mention.codes) != _ONE_SEAT


def has_no_list(mention: GroupMention, record: Record) -> bool:
    """Whether the words name a group that nobody keeps a list of ("the West"); the Council's members are known from its votes."""
    group = record.members.groups.get(mention.key)
    return mention.key not in _COUNCIL_GROUPS and group is not None and not group.spans


def words_asked(question: Question) -> tuple[str, ...]:
    """The words that name the states and groups asked about."""
    return tuple(dict.fromkeys([*(m.words for m in question.members), *(g.words for g in question.groups)]))


def with_seat_holders(question: Question, roll_calls: Sequence[RollCall]) -> Question:
    """ "Taiwan" asked about a vote of the years in which it held China's seat means that seat."""
    if not roll_calls:
        return question
    latest = max(r.date for r in roll_calls)
    held = [n for n in question.non_members if n.until is not None and latest <= n.until + _LAST_DAY]
    found = tuple(MemberMention(n.codes, n.words, n.start, n.end) for n in held)
    return replace(question, members=(*question.members, *found)) if held else question


def with_strays(question: Question, roll_calls: Sequence[RollCall], record: Record) -> Question:
    """The question with every state that it names and the votes found are not about: none is dropped without a word."""
    if question.intent not in _WITH_STRAYS:
        return question
    members = [m for m in question.strays if isinstance(m, MemberMention) and not _is_matter(m, question, roll_calls, record)]
    groups = [g for g in question.strays if isinstance(g, GroupMention) and not has_no_list(g, record)]
    return replace(
        question,
        members=(*question.members, *(m for m in members if m not in question.members)),
        groups=(*question.groups, *(g for g in groups if g not in question.groups)),
    )


def _is_matter(mention: MemberMention, question: Question, roll_calls: Sequence[RollCall], record: Record) -> bool:
    """Whether one of the roll calls speaks of that state."""
    term = next((t for t in question.topic if t.start == mention.start), None)
    if term is None:
        return True
    postings = record.postings({s for a in term.alternatives for s in a})
    holding = [[postings[s].title | postings[s].elsewhere for s in a] for a in term.alternatives if a]
    ids = {r.id for r in roll_calls}
    return any(ids & frozenset.intersection(*each) for each in holding)
