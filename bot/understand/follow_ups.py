"""What a question leaves out and the thread supplies: "and Slovakia?", "who abstained", "in December?", "and on Panama in 89".

What is carried over is named in `Question.carried`, so that the reply can show it.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.conversation import Conversation
from bot.question import Asserted, Assertion, DayRange, Flag, Intent, MemberMention, Question
from bot.understand.shape import STATE, Shape

_OPENS = re.compile(
    r"^(?:and|or|but|what about|how about|same|also|then|so|ok|okay|no ,|wait|sorry|i meant|who else|anyone else|the)\b"
)
_IT = re.compile(
    r"\b(?:it|that|this|they|them|those|these|he|she|its|their|then|there|the (?:vote|resolution|text|same|one|year before|year after|previous|next|other))\b"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:the )?(?:year before|previous year|prior year|year earlier|one before|previous one|time before)\b"
)
_YEAR_AFTER = re.compile(r"\b(?:the )?(?:year after|following year|next year|year later|next one|one after)\b")
_SINCE_THEN = re.compile(r"\b(?:since then|ever since|after that|from then on|since)\b")
_NEW_SUBJECT = frozenset({Intent.COVERAGE, Intent.ABOUT, Intent.MEMBERSHIP, Intent.SEARCH})


def carry_over(question: Question, shape: Shape, conversation: Conversation) -> Question:
    """The question completed from the thread. Without a thread it comes back as it is."""
    before = conversation.question
    if before is None:
        return question
    if question.intent in (Intent.AGREEMENT, Intent.RANKING) or before.intent in (Intent.AGREEMENT, Intent.RANKING):
        return _statistics(question, before, shape)
    line = shape.line
    if (
        re.search(r"\b(?:those|these|the) (?:two|three|four)\b|\bthey\b.*(?:same|differ)|\bboth\b", line)
        and len(conversation.mentions) > 1
        and not question.members
    ):
        question = replace(question, members=conversation.mentions, intent=Intent.COMPARE, carried=("members",))
    names_vote = bool(question.symbols or question.names or _own_topic(question) or question.tallies)
    named_days = bool(question.days)
    question = _with_members(question, before, line, names_vote)
    if names_vote and Flag.SIBLING not in question.flags:
        if question.days or not before.days or not _OPENS.search(line):
            return _same_intent(question, before, line)
        return _same_intent(question, before, line)
    if Flag.SIBLING in question.flags:
        return _same_intent(
            replace(question, symbols=(), names=(), topic=(), same=conversation.roll_call_keys, carried=("vote",)), before, line
        )
    if not conversation.roll_call_keys:
        return question
    if _YEAR_BEFORE.search(line) or _YEAR_AFTER.search(line):
        return _same_intent(_neighbouring_year(question, conversation, -1 if _YEAR_BEFORE.search(line) else 1), before, line)
    if question.intent is Intent.TIMELINE or (Flag.ALL_TIME in question.flags and _SINCE_THEN.search(line)):
        return replace(
            question,
            intent=Intent.TIMELINE,
            like=conversation.roll_call_keys[:1],
            names=before.names,
            topic=(),
            days=_since(question, before, conversation),
            carried=("vote",),
        )
    if named_days and not _SINCE_THEN.search(line):
        return _same_intent(_other_time(question, before, conversation), before, line)
    if question.assertion is not None and question.assertion.first_time:
        return replace(question, same=conversation.roll_call_keys[:1], carried=(*question.carried, "vote"))
    if question.intent in _NEW_SUBJECT and not (question.members or question.groups):
        return (
            question
            if question.intent is not Intent.ABOUT
            else replace(question, intent=before.intent, same=conversation.roll_call_keys, carried=("vote",))
        )
    return _same_intent(replace(question, same=conversation.roll_call_keys, carried=(*question.carried, "vote")), before, line)


def _own_topic(question: Question) -> bool:
    return any(not t.light for t in question.topic)


def _with_members(question: Question, before: Question, line: str, names_vote: bool) -> Question:
    """States asked about before stay asked about, unless others are named or the question is about the whole vote."""
    if question.members or question.groups or question.non_members:
        return question
    whole = question.intent in (Intent.ROLL_CALL, Intent.OUTCOME, Intent.SEARCH, Intent.COVERAGE, Intent.VETO) and (
        re.search(r"\b(?:who|which|whom|tally|score|result|outcome|how many|list|adopted|passed|roll)\b", line) is not None
    )
    if whole or not (before.members or before.groups):
        return question
    if names_vote and not (_OPENS.search(line) or re.search(r"\b(?:they|them|he|she|it|those two|these two)\b", line)):
        return question
    return replace(question, members=before.members, groups=before.groups, carried=(*question.carried, "members"))


def _same_intent(question: Question, before: Question, line: str) -> Question:
    """A bare "and Slovakia?" asks what was asked before; with a position word it asks for itself."""
    if question.intent not in (Intent.POSITION, Intent.ROLL_CALL, Intent.ABOUT):
        return question
    if re.search(r"\b(?:who|which|tally|result|how (?:many|did)|vot\w+|list)\b", line):
        if question.intent is Intent.ABOUT:
            return replace(question, intent=Intent.POSITION if question.members or question.groups else Intent.ROLL_CALL)
        return question
    states = len(re.findall(STATE, line))
    if states and before.intent is Intent.VERIFY and re.match(r"(?:and |so |but )*did\b.*\b(?:too|also|as well)\b", line):
        part = Asserted(question.members, question.groups, before.position)
        return replace(question, intent=Intent.VERIFY, position=before.position, assertion=Assertion(parts=(part,), position=before.position))
    if states and before.intent is Intent.VERIFY:
        return replace(question, intent=Intent.POSITION)
    if states and before.intent in (Intent.ROLL_CALL, Intent.OUTCOME, Intent.SEARCH, Intent.ABOUT):
        return replace(question, intent=Intent.POSITION)
    intent = before.intent
    if intent is Intent.VERIFY:
        intent = Intent.POSITION
    if intent is Intent.ROLL_CALL and (question.members or question.groups):
        intent = Intent.POSITION
    return replace(
        question, intent=intent, position=question.position or (before.position if intent is Intent.ROLL_CALL else None)
    )


def _other_time(question: Question, before: Question, conversation: Conversation) -> Question:
    """The vote asked about before, at another time."""
    days = tuple(_fitted(d, before) for d in question.days)
    carried = (*question.carried, "topic")
    if before.names or before.topic:
        return replace(
            question,
            days=days,
            names=before.names,
            topic=before.topic if not before.names else question.topic,
            body=question.body or before.body,
            like=conversation.roll_call_keys[:1],
            carried=carried,
        )
    return replace(question, days=days, like=conversation.roll_call_keys[:1], carried=carried)


def _fitted(days: DayRange, before: Question) -> DayRange:
    """ "In December?" after a question on October 2023 means December 2023."""
    if not days.fitting_year or not before.days:
        return days
    year = before.days[-1].last.year
    return replace(days, first=_in_year(days.first, year), last=_in_year(days.last, year), fitting_year=False)


def _in_year(day: dt.date, year: int) -> dt.date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _neighbouring_year(question: Question, conversation: Conversation, step: int) -> Question:
    return replace(
        question,
        like=conversation.roll_call_keys[:1],
        days=(),
        flags=question.flags | {Flag.BEFORE if step < 0 else Flag.AFTER},
        carried=(*question.carried, "topic"),
    )


def _since(question: Question, before: Question, conversation: Conversation) -> tuple[DayRange, ...]:
    """ "and every vote since then?" begins after the last answer's day, which `lookup` knows; here only the words count."""
    if question.days:
        return question.days
    if before.days and not before.names:
        first = before.days[0].last
        return (DayRange(first, dt.date.max, "since then", 0, 0, "years", open_end=True),)
    if before.days:
        return (DayRange(before.days[0].last, dt.date.max, "since then", 0, 0, "years", open_end=True),)
    return ()


def _statistics(question: Question, before: Question, shape: Shape) -> Question:
    """Agreement and rankings carry their states and period over."""
    if before.intent not in (Intent.AGREEMENT, Intent.RANKING) or question.intent not in (
        Intent.POSITION,
        Intent.ROLL_CALL,
        Intent.ABOUT,
        before.intent,
    ):
        return question
    members = question.members or tuple(m for m in shape.mentions.values() if isinstance(m, MemberMention))
    if before.intent is Intent.AGREEMENT and len(members) == 1 and before.members:
        members = (before.members[0], *members)
    return replace(
        question,
        intent=before.intent,
        members=members or before.members,
        groups=question.groups or before.groups,
        days=question.days or before.days,
        body=question.body or before.body,
        topic=(),
        flags=question.flags | before.flags,
        carried=("period",),
    )
