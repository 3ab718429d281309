"""The cautions that a careful desk adds to an answer, and what was assumed to get there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answer import MemberVote
from bot.lookup.members_asked import group_on, has_no_list
from bot.lookup.record import Record
from bot.lookup.selection import Selection
from bot.lookup.siblings import siblings
from bot.lookup.wording import cautions, refusals
from bot.question import Intent, Question
from store.facts import Body, Mode, Position, RollCall, is_plain
from store.importers.datasets import STARTER

_MOST_VOTES_LOOKED_AT = 60  # a whole roll nearly always has somebody non-voting, which the lists show
_PAIR = 2  # states that are named together and are no organization ("both Koreas")
_ONE_OF_ITS_OWN = re.compile(r"members|states?$|countr|nations|\bthe\b|s$", re.IGNORECASE)  # "the Nordics" are their members
_MOST_NAMED = 30
_MOST_RENAMED = 8
_WITH_SIBLINGS, _WITH_REMARKS = 2, 4  # of the first roll calls of an answer


def notes_on(question: Question, roll_calls: Sequence[RollCall], votes: Sequence[MemberVote], record: Record) -> tuple[str, ...]:
    """In the order of how much they matter: who has no vote or seat, what non-voting is, other texts, the source's faults."""
    found = [refusals.no_vote_of_its_own(mention) for mention in question.non_members]
    found.extend((*_seats(votes, record), *_groups(question, roll_calls, record), *_former_names(votes, record)))
    if any(v.position is Position.NON_VOTING for v in votes[:_MOST_VOTES_LOOKED_AT]):
        found.append(cautions.NON_VOTING)
    for roll_call in roll_calls[:_WITH_SIBLINGS]:
        found.extend(_siblings(roll_call, roll_calls, record))
    for roll_call in roll_calls[:_WITH_REMARKS]:
        found.extend(_remarks(roll_call))
    found.extend(cautions.vague_time(words) for words in question.vague)
    if record.is_starter_only(roll_calls):
        found.append(cautions.STARTER_ONLY)
    elif any(r.dataset == STARTER.key for r in roll_calls):
        found.append(cautions.NOT_IN_OFFICIAL_FILES)
    return tuple(dict.fromkeys(found))


def notes_on_list(question: Question, roll_calls: Sequence[RollCall], record: Record) -> tuple[str, ...]:
    """A list is read over, not quoted: whom the words mean, what is no time, and that the starter record is a selection."""
    found = [*_groups(question, roll_calls, record), *(cautions.vague_time(words) for words in question.vague)]
    if not all(record.holds_official(body) for body in {r.body for r in roll_calls}):
        found.append(cautions.STARTER_ONLY)
    return tuple(dict.fromkeys(found))


def assumptions_of(question: Question, selection: Selection) -> tuple[str, ...]:
    """What was taken for granted, in words."""
    found = [cautions.assumed(how, detail, selection.roll_calls) for how, detail in selection.how]
    if selection.missing and selection.roll_calls:
        found.append(cautions.read_without(selection.missing))
    found.extend(cautions.read_as(m.words, m.corrected) for m in question.members if m.corrected)
    if question.side_taken is None and question.intent not in (Intent.RANKING, Intent.AGREEMENT):
        found.extend(cautions.against(m.words) for m in question.opposed)
    found.extend(cautions.CARRIED[what] for what in question.carried if what in cautions.CARRIED)
    return tuple(dict.fromkeys(found))


def _seats(votes: Sequence[MemberVote], record: Record) -> list[str]:
    found = [_seat(v, record) for v in votes if v.position is Position.NOT_MEMBER and v.member in record.members.by_code]
    return list(dict.fromkeys(found))


def _seat(vote: MemberVote, record: Record) -> str:
    """Why a state had no seat that day, and who had its place (docs/contract.md, rule 7)."""
    state = record.members.by_code[vote.member]
    body, day = vote.roll_call.body, vote.roll_call.date
    if body is not Body.GA and state.was_member(day):
        return cautions.not_on_body(vote.name, body, day)
    if day < state.admitted:
        before = [record.name(c, day) for c in state.predecessors if c in record.members.by_code]
        return cautions.not_yet_admitted(state.short, state.admitted, before)
    if state.ended is not None and day > state.ended:
        return cautions.no_longer_member(state.names[-1].name, state.ended, [record.short(c) for c in state.successors])
    return cautions.no_seat(state.short, day)


def _groups(question: Question, roll_calls: Sequence[RollCall], record: Record) -> list[str]:
    """What a group's list rests on, and that the EU as such has no vote."""
    found = []
    for mention in question.groups:
        group = record.members.groups.get(mention.key)
        if roll_calls and not has_no_list(mention, record) and not any(group_on(mention, call, record) for call in roll_calls):
            found.append(cautions.group_had_no_members(mention.words))
        elif not roll_calls:
            pass  # a ranking or a share, which says by its list who belongs
        elif mention.key == "eu":
            found.append(cautions.EU_HAS_NO_VOTE)
        elif group is not None and len(group.spans) > _PAIR and _ONE_OF_ITS_OWN.search(mention.words) is None:
            found.append(cautions.group_has_no_vote(group))
        if mention.key != "eu" and group is not None and group.note:
            found.append(cautions.group_rests_on(group))
    return found


def _former_names(votes: Sequence[MemberVote], record: Record) -> list[str]:
    found = []
    for vote in votes[:_MOST_NAMED]:
        state = record.members.by_code.get(vote.member)
        if state is None or state.ended is not None or vote.position is Position.NOT_MEMBER:
            continue
        if vote.name not in (state.names[-1].name, state.short):
            found.append(cautions.renamed(vote.name, state.short))
    return list(dict.fromkeys(found))[:_MOST_RENAMED]


def _siblings(roll_call: RollCall, shown: Sequence[RollCall], record: Record) -> list[str]:
    texts = [s for s in siblings(roll_call, record) if s not in shown and is_plain(s)]
    whole = record.catalogue.whole_of(roll_call)
    if whole is not None:
        return [cautions.part_of(roll_call, whole)]
    parts = [p for p in record.catalogue.parts_of(roll_call) if p not in shown]
    found = [cautions.parts_voted(roll_call, parts)] if parts else []
    return [*found, cautions.siblings(texts)] if texts else found


def _remarks(roll_call: RollCall) -> list[str]:
    found = [cautions.remark(roll_call, remark) for remark in roll_call.remarks]
    return [*found, cautions.not_recorded(roll_call)] if roll_call.mode is Mode.NON_RECORDED else found
