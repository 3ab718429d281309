"""What a question leaves out and the thread supplies: "and Slovakia?", "who abstained", "in December?", "and on Panama in 89".

What is carried over is named in `Question.carried`, so that the reply can show it.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.conversation import Conversation
from bot.question import Asserted, Assertion, DayRange, Flag, Intent, MemberMention, Question
from bot.understand.number_words import number_in_words
from bot.understand.of_them import asks_which_of_them, said_of_them
from bot.understand.other_parts import other_part_meant
from bot.understand.patterns import any_word, compiled, in_order
from bot.understand.shape import DAYS, STATE, Shape

_OPENS = compiled(
    rf"^{any_word('and or but same also then so ok okay wait sorry the')}\b",
    r"^(?:what|how) about\b",
    r"^(?:who|anyone) else\b",
    r"^(?:the )?same (?:question )?for\b",
    r"^i (?:mean|meant)\b",
    "^no ,",
)
_PERSONS = re.compile(r"\b(?:they|them|he|she|it|those two|these two)\b")
_THOSE_TWO = compiled(
    r"\b(?:those|these|the) (?:two|three|four)\b",
    # did they vote the same way
    in_order(r"\bthey\b", "(?:same|differ)"),
    r"\bboth\b",
)
_YEAR_BEFORE = re.compile(r"\b(?:year before|previous year|prior year|year earlier|one before|previous one|time before)\b")
_YEAR_AFTER = re.compile(r"\b(?:year after|following year|next year|year later|next one|one after)\b")
_YEARS_ON = re.compile(r"\b(\w+) years (?:(later|after|afterwards|on)|earlier|before|previously|prior)\b")
_SAME_DAY = re.compile(r"\b(?:same|that) day\b")
_THE_OTHER = re.compile(rf"\bother {STATE}")
_SINCE_THEN = re.compile(r"\b(?:since|after that|from then on)\b")
_YEAR_BY_YEAR_UNTIL = re.compile(
    r"\b(?:(?:each|every) (?:single |following )?(?:year|vote|time|session)|(?:following|next|later|subsequent) years"
    r"|years (?:after|since|that followed|later)"
    r"|(?:after|since|from) (?:that|then)|onwards?)\b"
    rf".*{DAYS} [?. ]*$"
)
_UNTIL = re.compile(r"\b(?:up to|until|till|through|thru|to)\b", re.IGNORECASE)
_OF_THE_WHOLE_VOTE = re.compile(
    rf"\b(?:{any_word('who which whom tally score result outcome list adopted passed roll')}|how many)\b"
)
_ASKS_FOR_ITSELF = re.compile(r"\b(?:who|which|tally|result|how (?:many|did)|vot\w+|list)\b")
_DID_IT_TOO = re.compile(
    r"(?:and |so |but )*did\b.*\b(?:too|also|as well)\b"
    rf"|(?:and |so |but )*(?:the )?{STATE} (?:also )?did\b.*\b(?:too|also|as well|so|the same)\b"
    rf"|(?:and |so |but )*so did (?:the )?{STATE} "
)
_VOTED_LIKE_THAT = re.compile(
    r"\b(?:who|whos|which \w+|anyone|anybody)\b.*\b(?:like (?:that|them|it|him|her)|the same(?: way)?|likewise|did so)\b"
    r"|^(?:and )?(?:who|anyone|anybody) else (?:\? )?$"
)

_LIST_THEM = re.compile(
    r"^(?:(?:and|ok|okay|please|pls|can you|could you|would you|now|just) )*(?:list|name|show|show me|give me|tell me)"
    r" (?:me )?(?:them|those|these|the names|their names|the list|the countries|the states|all of them)\b"
    r"(?: all| please| pls| then)* ?[?.!]* ?$"
)
"""Who they were that were counted."""

_STATISTICS = frozenset({Intent.AGREEMENT, Intent.RANKING})
_BARE = frozenset({Intent.POSITION, Intent.ROLL_CALL, Intent.ABOUT})
"""Intents that a question has which says little: what was asked before says more."""
_OF_WHOLE_VOTES = frozenset({Intent.ROLL_CALL, Intent.OUTCOME, Intent.SEARCH, Intent.COVERAGE, Intent.VETO})
_NEW_SUBJECT = frozenset({Intent.COVERAGE, Intent.MEMBERSHIP, Intent.SEARCH})
_BECOME_POSITION = frozenset({Intent.ROLL_CALL, Intent.OUTCOME, Intent.SEARCH, Intent.ABOUT})


def carry_over(question: Question, shape: Shape, conversation: Conversation) -> Question:
    """The question completed from the thread. Without a thread it comes back as it is."""
    before = conversation.question
    if before is None:
        return question
    if question.intent in _STATISTICS or before.intent in _STATISTICS:
        return _statistics(question, before, shape)
    line = shape.line
    if _LIST_THEM.match(line) and conversation.roll_call_keys:
        wanted = replace(question, intent=Intent.ROLL_CALL, position=before.position, groups=before.groups, topic=())
        return replace(wanted, same=conversation.roll_call_keys, carried=("vote",))
    question = _with_states_for_topic(_other_of_the_name(question, conversation, line), conversation)
    if _years_on(line):  # "five years later": titles spell that number out too
        question = replace(question, topic=tuple(t for t in question.topic if number_in_words(t.word.lower()) is None))
    question = other_part_meant(question, conversation)
    of_part = question.letter is not None or question.place is not None
    names_vote = _names_vote(question, conversation)
    if names_vote and not question.days:
        question = _at_the_time_spoken_of(question, conversation.roll_call_keys[:1], line)
    question = _with_members(_with_those_two(question, conversation, line), before, line, names_vote)
    question = said_of_them(question, before, line)
    if of_part:
        return _with_intent(question, before, line)
    if Flag.SIBLING in question.flags:
        sibling = replace(question, symbols=(), names=(), topic=(), same=conversation.roll_call_keys, carried=("vote",))
        return _with_intent(sibling, before, line)
    if names_vote:
        return _with_intent(question, before, line)
    if not conversation.roll_call_keys:
        return _asked_again(question, before, line)
    if question.body is not None and question.body is not before.body and not question.days:
        return _in_other_body(question, before, conversation)
    return _on_the_vote_spoken_of(question, before, line, conversation)


def _with_states_for_topic(question: Question, conversation: Conversation) -> Question:
    """ "Israel the same?": in a thread on a vote, a state and nothing else is asked about, and is no new matter."""
    voters = tuple(m for m in question.strays if isinstance(m, MemberMention))
    rest = tuple(t for t in question.topic if t.start not in {m.start for m in voters} and not t.light)
    named = question.symbols or question.names or question.tallies or question.days or rest
    if (
        Flag.SIBLING in question.flags
        or not conversation.roll_call_keys
        or named
        or not voters
        or question.intent in _STATISTICS | _NEW_SUBJECT
    ):
        return question
    return replace(question, members=(*question.members, *voters), topic=(), strays=())


def _at_the_time_spoken_of(question: Question, last: tuple[str, ...], line: str) -> Question:
    """ "And UNRWA the same day?", "and on Palestine the year before?"."""
    if _SAME_DAY.search(line):
        return replace(question, day_of=last)
    if years := _years_on(line):
        return replace(question, day_of=last, years_on=years)
    if _YEAR_BEFORE.search(line):
        return replace(question, day_of=last, flags=question.flags | {Flag.BEFORE})
    if _YEAR_AFTER.search(line):
        return replace(question, day_of=last, flags=question.flags | {Flag.AFTER})
    return question


def _other_of_the_name(question: Question, conversation: Conversation, line: str) -> Question:
    """ "And the other Congo?": of the states that bear the name, the one that was not asked about."""
    if not _THE_OTHER.search(line):
        return question
    known = set(conversation.members)
    members = tuple(
        replace(m, codes=left) if len(m.codes) > 1 and len(left := tuple(c for c in m.codes if c not in known)) == 1 else m
        for m in question.members
    )
    return replace(question, members=members)


def _asked_again(question: Question, before: Question, line: str) -> Question:
    """After a question that found no vote, "and Turkey?" asks that question again of Turkey."""
    if question.days or question.intent in _NEW_SUBJECT:
        return question
    again = replace(
        question,
        symbols=before.symbols,
        tallies=before.tallies,
        names=before.names,
        topic=before.topic,
        days=before.days,
        session=before.session,
        body=question.body or before.body,
        carried=(*question.carried, "topic"),
    )
    return _with_intent(again, before, line)


def _in_other_body(question: Question, before: Question, conversation: Conversation) -> Question:
    """ "I mean the Council": the same matter on the same day in another body."""
    if before.names or before.topic:
        again = replace(question, topic=before.topic or before.names[0].terms, days=before.days)
    else:
        again = replace(question, same=conversation.roll_call_keys, flags=question.flags | {Flag.SIBLING})
    return replace(
        again,
        intent=before.intent,
        members=before.members,
        groups=before.groups,
        position=before.position,
        carried=("members", "topic"),
    )


def _names_vote(question: Question, conversation: Conversation) -> bool:
    """One count alone ("the only one abstaining", "who were the 35 against") is of the vote spoken of."""
    own_topic = any(not t.light for t in question.topic)
    counts = [sum(n is not None for n in (t.yes, t.no, t.abstain)) for t in question.tallies]
    own_tally = any(n > 1 for n in counts) or (bool(counts) and not conversation.roll_call_keys)
    return bool(question.symbols or question.names or own_tally or own_topic)


def _statistics(question: Question, before: Question, shape: Shape) -> Question:
    """Agreement and rankings carry their states and period over."""
    if before.intent not in _STATISTICS or question.intent not in {*_BARE, before.intent}:
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


def _with_those_two(question: Question, conversation: Conversation, line: str) -> Question:
    """ "Did those two vote the same way?" is asked of all that were asked about."""
    if question.members or len(conversation.mentions) < 2 or not _THOSE_TWO.search(line):
        return question
    return replace(question, members=conversation.mentions, intent=Intent.COMPARE, carried=("members",))


def _with_members(question: Question, before: Question, line: str, names_vote: bool) -> Question:
    """States asked about before stay asked about, unless others are named or the question is about the whole vote."""
    if question.members or question.groups or question.non_members or not (before.members or before.groups):
        return question
    if question.intent is Intent.ROLL_CALL and asks_which_of_them(line):
        question = replace(question, intent=Intent.POSITION if before.members else Intent.ROLL_CALL)
    elif question.intent in _OF_WHOLE_VOTES and _OF_THE_WHOLE_VOTE.search(line):
        return question
    if names_vote and not (_OPENS.search(line) or _PERSONS.search(line)):
        return question
    return replace(question, members=before.members, groups=before.groups, carried=(*question.carried, "members"))


def _with_intent(question: Question, before: Question, line: str) -> Question:
    """A bare "and Slovakia?" asks what was asked before; with a word for a vote or a position it asks for itself."""
    if question.intent not in _BARE:
        return question
    of_states = bool(question.members or question.groups)
    if _ASKS_FOR_ITSELF.search(line):
        if question.intent is not Intent.ABOUT:
            return question
        return replace(question, intent=Intent.POSITION if of_states else Intent.ROLL_CALL)
    names_state = re.search(STATE, line) is not None
    if names_state and before.intent is Intent.VERIFY and _DID_IT_TOO.match(line):
        return _verify_too(question, before)
    if before.intent is Intent.VERIFY or (names_state and before.intent in _BECOME_POSITION):
        return replace(question, intent=Intent.POSITION)
    if before.intent is Intent.ROLL_CALL:
        if of_states:
            return replace(question, intent=Intent.POSITION)
        return replace(question, intent=Intent.ROLL_CALL, position=question.position or before.position)
    return replace(question, intent=before.intent)


def _verify_too(question: Question, before: Question) -> Question:
    """ "And did Slovakia too?": that it did what the one asked about before is said to have done."""
    part = Asserted(question.members, question.groups, before.position)
    return replace(
        question,
        intent=Intent.VERIFY,
        position=before.position,
        assertion=Assertion(parts=(part,), position=before.position),
    )


def _on_the_vote_spoken_of(question: Question, before: Question, line: str, conversation: Conversation) -> Question:
    """A question that names no vote is on the last one, on the same matter at another time, or on something new."""
    last = conversation.roll_call_keys[:1]
    if until := _until_then(question, before, line):
        return _from_then(question, until, before, last)
    since_then = _SINCE_THEN.search(line) is not None
    times = " ".join(d.words for d in question.days if d.relative)  # "next year" is read as a time of today
    if years := _years_on(line) or _years_on(times):
        later = replace(question, like=last, days=(), years_on=years, carried=(*question.carried, "topic"))
        return _with_intent(later, before, line)
    if _YEAR_BEFORE.search(line) or _YEAR_BEFORE.search(times):
        return _with_intent(_neighbouring_year(question, last, Flag.BEFORE), before, line)
    if _YEAR_AFTER.search(line) or _YEAR_AFTER.search(times):
        return _with_intent(_neighbouring_year(question, last, Flag.AFTER), before, line)
    if question.intent is Intent.TIMELINE or (since_then and Flag.ALL_TIME in question.flags):
        return _timeline(question, before, last)
    if question.days and not since_then:
        return _with_intent(_other_time(question, before, last), before, line)
    carried = (*question.carried, "vote")
    if question.position is None and before.members and _VOTED_LIKE_THAT.search(line):
        position = before.position if before.intent is Intent.ROLL_CALL else None
        asked = replace(question, intent=Intent.ROLL_CALL, members=(), groups=(), position=position)
        return replace(asked, sided_with=before.members, same=conversation.roll_call_keys, carried=("vote",))
    if question.assertion is not None and question.assertion.first_time:
        return replace(question, same=last, carried=carried)
    if not (question.members or question.groups):
        if question.intent in _NEW_SUBJECT:
            return question
        if question.intent is Intent.ABOUT:
            return replace(question, intent=before.intent, same=conversation.roll_call_keys, carried=carried)
    return _with_intent(replace(question, same=conversation.roll_call_keys, carried=carried), before, line)


def _until_then(question: Question, before: Question, line: str) -> DayRange | None:
    """ "And each year after that, up to 1989?": the time that it runs to, where a course of states is asked for."""
    if not (question.days and (before.members or before.groups) and _YEAR_BY_YEAR_UNTIL.search(line)):
        return None
    bare = question.intent in (Intent.SEARCH, Intent.TIMELINE, *_BARE)
    return question.days[-1] if bare and _UNTIL.search(question.text) else None


def _from_then(question: Question, until: DayRange, before: Question, last: tuple[str, ...]) -> Question:
    """From the time asked about before, or where none was named from the vote spoken of, whose day `lookup` sees."""
    until = replace(until, precision="years", fitting_year=False)
    if not before.days:
        return _timeline(replace(question, days=(until,), day_of=last), before, last)
    start = max(d.last for d in before.days) + dt.timedelta(days=1)
    return _timeline(replace(question, days=(replace(until, first=start),)), before, last)


def _years_on(line: str) -> int:
    """ "Two years later" is 2, "three years before" -3; 0 where nothing of the kind is said."""
    found = _YEARS_ON.search(line)
    number = int(found[1]) if found and found[1].isdecimal() else number_in_words(found[1]) if found else None
    return 0 if found is None or number is None else number if found[2] else -number


def _neighbouring_year(question: Question, last: tuple[str, ...], flag: Flag) -> Question:
    """ "The year before?"."""
    return replace(question, like=last, days=(), flags=question.flags | {flag}, carried=(*question.carried, "topic"))


def _timeline(question: Question, before: Question, last: tuple[str, ...]) -> Question:
    """ "And every vote since then?" begins with the days asked about before, or where `lookup` sees the last vote."""
    days = question.days
    if not days and before.days and Flag.TURNING_POINT not in question.flags:
        days = (DayRange(before.days[0].last, dt.date.max, "since then", 0, 0, "years", open_end=True),)
    return replace(question, intent=Intent.TIMELINE, like=last, names=before.names, topic=(), days=days, carried=("vote",))


def _other_time(question: Question, before: Question, last: tuple[str, ...]) -> Question:
    """The matter asked about before, at another time."""
    question = replace(
        question,
        days=tuple(_fitted(d, before) for d in question.days),
        like=last,
        carried=(*question.carried, "topic"),
    )
    if not (before.names or before.topic):
        return question
    return replace(
        question,
        names=before.names,
        topic=question.topic if before.names else before.topic,
        body=question.body or before.body,
    )


def _fitted(days: DayRange, before: Question) -> DayRange:
    """ "In December?" after a question on October 2023 means December 2023."""
    if not days.fitting_year or not before.days:
        return days
    year = before.days[-1].last.year
    return replace(days, first=_in_year(days.first, year), last=_in_year(days.last, year), fitting_year=False)


def _in_year(day: dt.date, year: int) -> dt.date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)
