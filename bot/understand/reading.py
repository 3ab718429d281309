"""A text, the thread so far, what is known and today's date -> the question that it asks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import EMPTY, Conversation
from bot.question import Flag, GroupMention, Intent, MemberMention, NonMemberMention, Question
from bot.understand.bodies import body_in, outside_in
from bot.understand.clean import Word, clean, words
from bot.understand.dates import read_days, read_session
from bot.understand.follow_ups import carry_over
from bot.understand.intents import assertion_in, intent_of, position_in
from bot.understand.knowledge import Knowledge
from bot.understand.members import read_members
from bot.understand.roles import states_in, voters_in
from bot.understand.shape import Mention, Shape, shape_of
from bot.understand.spelling import correct
from bot.understand.symbols import read_symbols
from bot.understand.tallies import read_tallies
from bot.understand.topics import names_in, terms_in

_FLAGS: tuple[tuple[Flag, re.Pattern[str]], ...] = tuple(
    (flag, re.compile(pattern))
    for flag, pattern in (
        (Flag.ALL_TIME, r"every year|each year|per year|over the years|always|\bever\b|since then|all (?:the )?votes|each vote|every vote|history|over time|through the years|every time"),
        (Flag.TURNING_POINT, r"when did .*(?:change|switch|turn|start|stop|flip|begin)|when .* change|turning point|since when|when did it"),
        (Flag.FIRST, r"first time|when did .* first|first (?:vote|abstain|oppose|support|back)|for the first"),
        (Flag.LEAST, r"least|furthest|farthest|fewest|lowest|most different|most against|biggest opponent"),
        (Flag.ONLY_ONE, r"the only (?:no|one|country|state|member|vote)|only (?:no|vote against)|alone|sole no|lone no"),
        (Flag.UNANIMOUS, r"unanim|15 ?- ?0"),
        (Flag.STATES, r"how many (?:different )?(?:countries|states|members|nations)"),
        (Flag.SIBLING, r"the other (?:\S+ ){0,3}(?:one|text|resolution|vote|draft)|other (?:\S+ )?(?:text|resolution) (?:from|of|on) (?:the|that) same day|the other$"),
        (Flag.WHY, r"^(?:but |and |so )?why\b|\bwhy (?:did|not|was|were|didn't)|reasons? (?:for|why|did)|explanation of vote|motive"),
        (Flag.AMENDMENTS, r"amendment|paragraph vote|procedural motion|motion"),
        (Flag.PERMANENT, r"permanent member|\bp5\b|veto power"),
        (Flag.EVERYBODY, r"full list|roll ?-? ?call|everyone|all members|whole vote|full vote|complete list"),
        (Flag.EARLIEST, r"\bthe first (?:\S+ ){0,3}(?:resolution|resoluton|vote|text|call|one)\b|first (?:ukraine|gaza|suez|ceasefire|un) |very first"),
        (Flag.SECOND, r"\bsecond (?:\S+ ){0,2}(?:resolution|vote|text|one)\b"),
        (Flag.BOTH, r"\bboth\b(?! koreas)|\bresolutions\b|\bvotes\b|two (?:texts|resolutions|votes)|each\b|all (?:of )?(?:the )?(?:votes|resolutions)"),
    )
)
_SINGLE_STATE_INTENTS = frozenset({Intent.POSITION, Intent.VERIFY, Intent.TIMELINE, Intent.COUNT})
_ALL_STATES_ASKED = frozenset({Intent.AGREEMENT, Intent.RANKING, Intent.MEMBERSHIP})


def understand(text: str, conversation: Conversation, knowledge: Knowledge, today: dt.date) -> Question:
    """Read one question. Every part that is recognised keeps its offsets into the cleaned text, which is `Question.text`."""
    asked = clean(text)
    asked = correct(asked, knowledge)
    tokens = words(asked)
    symbols = read_symbols(asked)
    taken = [(s.start, s.end) for s in symbols]
    tallies = read_tallies(asked, taken)
    taken += [(t.start, t.end) for t in tallies]
    times = read_days(asked, today, taken, follow_up=conversation.question is not None)
    session = read_session(asked)
    taken += [(d.start, d.end) for d in times.ranges]
    named = names_in(_outside(tokens, taken), knowledge.names)
    named = tuple(replace(n, words=asked[n.start : n.end]) for n in named)
    taken += [(n.start, n.end) for n in named]
    states = read_members(asked, knowledge.lexicon, taken, known_words=knowledge.spelling)
    mentions: list[Mention] = [*symbols, *tallies, *times.ranges, *named, *states.members, *states.groups, *states.non_members]
    shape = shape_of(asked, mentions, knowledge.translations)

    voters = voters_in(shape)
    terms = _topic(tokens, taken, states.members, states.non_members, voters, states.groups, knowledge)
    has_vote = bool(symbols or tallies or named or terms)
    intent = intent_of(shape, has_vote, len(voters))
    if intent in _ALL_STATES_ASKED:
        voters = states_in(shape)
        terms = _topic(tokens, taken, states.members, states.non_members, voters, states.groups, knowledge)
    folded = shape_free_fold(asked)
    outside = outside_in(folded)
    question = Question(
        text=asked,
        intent=intent,
        members=tuple(m for m in voters if isinstance(m, MemberMention)),
        groups=tuple(m for m in voters if isinstance(m, GroupMention)),
        non_members=tuple(m for m in voters if isinstance(m, NonMemberMention)),
        body=body_in(folded),
        symbols=symbols,
        tallies=tallies,
        days=times.ranges,
        session=session,
        names=named,
        topic=terms,
        position=position_in(shape.line),
        assertion=assertion_in(shape) if intent is Intent.VERIFY else None,
        vague=times.vague,
        outside=outside[0] if outside else None,
        flags=frozenset(flag for flag, pattern in _FLAGS if pattern.search(folded)),
    )
    return carry_over(question, shape, conversation if conversation is not None else EMPTY)


def shape_free_fold(text: str) -> str:
    """The text folded, for tables of phrases."""
    return " ".join(w.folded if w.folded else w.text for w in words(text, keep_punctuation=True))


def _outside(tokens: Sequence[Word], taken: Sequence[tuple[int, int]]) -> list[Word]:
    return [w for w in tokens if not any(a < w.end and w.start < b for a, b in taken)]


def _topic(
    tokens: Sequence[Word],
    taken: Sequence[tuple[int, int]],
    members: Sequence[MemberMention],
    non_members: Sequence[NonMemberMention],
    voters: Sequence[Mention],
    groups: Sequence[GroupMention],
    knowledge: Knowledge,
):  # type: ignore[no-untyped-def]
    voting = {(v.start, v.end) for v in voters}
    gone = [*taken, *voting, *((g.start, g.end) for g in groups)]
    subjects = [m for m in members if (m.start, m.end) not in voting]
    return terms_in(tokens, gone, subjects, knowledge.subject_stems, knowledge.thesaurus)
