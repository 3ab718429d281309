"""A text, the thread so far, what is known and today's date -> the question that it asks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.conversation import Conversation
from bot.question import (
    ANY_EMERGENCY_SESSION,
    Flag,
    GroupMention,
    Intent,
    MemberMention,
    NonMemberMention,
    Question,
    Term,
    VoteName,
)
from bot.understand.bodies import body_in, outside_in
from bot.understand.clean import Word, clean, fold_in_place, words
from bot.understand.dates import read_days, read_session
from bot.understand.follow_ups import carry_over
from bot.understand.assertions import assertion_in
from bot.understand.intents import intent_of
from bot.understand.knowledge import Knowledge
from bot.understand.languages import ENGLISH, in_english, language_of
from bot.understand.members import MembersRead, read_members
from bot.understand.positions import position_in
from bot.understand.roles import company_in, groups_within, states_in, strays_in, voters_in, without_company
from bot.understand.shape import Mention, shape_of
from bot.understand.spelling import respell
from bot.understand.symbols import read_symbols
from bot.understand.tallies import read_tallies
from bot.understand.topics import Span, names_in, terms_in
from store.words import fold

_FLAGS: tuple[tuple[Flag, re.Pattern[str]], ...] = tuple(
    (flag, re.compile(pattern))
    for flag, pattern in (
        (
            Flag.ALL_TIME,
            r"every year|each year|per year|over the years|always|\bever\b|since then|all (?:the )?votes|each vote|every vote|history|over time|through the years|every time",
        ),
        (
            Flag.TURNING_POINT,
            r"when did .*(?:change|switch|turn|start|stop|flip|begin)|when .* change|turning point|since when|when did it",
        ),
        (Flag.FIRST, r"first time|when did .* first|first (?:vote|abstain|oppose|support|back)|for the first"),
        (Flag.LEAST, r"least|furthest|farthest|fewest|lowest|most different|most against|biggest opponent"),
        (Flag.ONLY_ONE, r"the only (?:no|one|country|state|member|vote)|only (?:no|vote against)|alone|sole no|lone no"),
        (Flag.UNANIMOUS, r"unanim|15 ?- ?0"),
        (Flag.STATES, r"how many (?:different )?(?:countries|states|members|nations)"),
        (
            Flag.SIBLING,
            r"the other (?:\S+ ){0,3}(?:one|text|resolution|vote|draft)|other (?:\S+ )?(?:text|resolution) (?:from|of|on) (?:the|that) same day|the other$",
        ),
        (
            Flag.DISSENT,
            r"br[oe]ak(?:s|ing)? (?:ranks|rank|with|away)|broke (?:ranks|rank|with|away)|out of line|dissent|split from|defect",
        ),
        (
            Flag.NOT_IT,
            r"(?:didn't|did not|didnt|don't|wouldn't|refused to|not) (?:back|support|vote (?:for|yes|in favou?r)|endorse|approve|join)",
        ),
        (
            Flag.VETOES,
            r"\bveto(?:es|s|ed)?\b.*(?:how many|cast|since|total|most|list|all)|(?:how many|number of|all|list|most|every|which|total) .*\bveto|used (?:its|the) veto|\bvetoes\b",
        ),
        (
            Flag.WHY,
            r"^(?:but |and |so )?why\b|\bwhy (?:did|not|was|were|didn't)|reasons? (?:for|why|did)|explanation of vote|motive",
        ),
        (Flag.AMENDMENTS, r"amendment|paragraph vote|procedural motion|motion"),
        (Flag.PERMANENT, r"permanent member|\bp5\b|veto power"),
        (Flag.EVERYBODY, r"full list|roll ?-? ?call|everyone|all members|whole vote|full vote|complete list"),
        (
            Flag.EARLIEST,
            r"\bthe first (?:\S+ ){0,3}(?:resolution|resoluton|vote|text|call|one)\b|first (?:ukraine|gaza|suez|ceasefire|un) |very first",
        ),
        (Flag.SECOND, r"\bsecond (?:\S+ ){0,2}(?:resolution|vote|text|one)\b"),
        (
            Flag.BOTH,
            r"\bboth\b(?! koreas)|\bresolutions\b|\bvotes\b|two (?:texts|resolutions|votes)|each\b|all (?:of )?(?:the )?(?:votes|resolutions)",
        ),
    )
)
_ABOUT_WHOLE_VOTES = frozenset({Intent.ROLL_CALL, Intent.OUTCOME, Intent.SEARCH})
_EMERGENCY = re.compile(r"\bemergency (?:special )?session")
_ALL_STATES_ASKED = frozenset({Intent.AGREEMENT, Intent.RANKING, Intent.MEMBERSHIP})


@dataclass(frozen=True, slots=True)
class _Known:
    """Words that explain themselves: the record's, and those that were translated."""

    record: Mapping[str, int]
    translated: set[str]

    def __contains__(self, word: object) -> bool:
        return word in self.record or word in self.translated


def understand(text: str, conversation: Conversation, knowledge: Knowledge, today: dt.date) -> Question:
    """Read one question. Every part that is recognised keeps its offsets into the cleaned text, which is `Question.text`."""
    asked = clean(text)
    symbols = read_symbols(asked)
    # "resolution 1975" may be the year of a "zionism resolution": only the number is taken then.
    taken: list[Span] = [(s.end - 4 if s.maybe_year else s.start, s.end) for s in symbols]
    tallies = read_tallies(asked, taken)
    taken += [(t.start, t.end) for t in tallies]
    times = read_days(asked, today, taken, follow_up=conversation.question is not None)
    taken += [(d.start, d.end) for d in times.ranges]
    plain = words(asked)
    language = language_of(plain)
    english = in_english(plain, language)
    # A foreign word that was put into English is no misspelt state.
    translated = {w.folded for w in plain} - {w.folded for w in english}
    states = read_members(asked, knowledge.lexicon, taken, known_words=_Known(knowledge.spelling, translated))
    tokens = _respelt(asked, english, states, taken, knowledge)
    named_states: list[Mention] = [*states.members, *states.groups, *states.non_members]
    spans = [(m.start, m.end) for m in named_states if not isinstance(m, NonMemberMention)]
    named = names_in(tokens, taken, spans, asked, knowledge.names)
    if language != ENGLISH and not named:
        named = names_in(plain, taken, spans, asked, knowledge.names)
    named = tuple(
        _with_terms(n, tokens, states, knowledge) for n in named if not any(a <= n.start and n.end <= b for a, b in spans)
    )
    taken += [(n.start, n.end) for n in named]
    mentions: list[Mention] = [*symbols, *tallies, *times.ranges, *named]
    mentions += [m for m in named_states if not _overlaps(m, taken)]
    shape = shape_of(asked, mentions, tokens, foreign=language != ENGLISH)

    found_voters = voters_in(shape)
    voters = found_voters.mentions
    taken += [(m.start, m.end) for m in company_in(shape)]
    topic = _topic(tokens, taken, mentions, voters, knowledge)
    long_range = any((d.last - d.first).days > 500 for d in times.ranges)
    intent = intent_of(shape, bool(symbols or tallies or named or topic), len(voters), found_voters.sure, long_range)
    exact = any(not s.maybe_year for s in symbols)
    if intent in _ALL_STATES_ASKED:
        voters = states_in(shape)
        topic = _topic(tokens, taken, mentions, voters, knowledge)
    elif intent in _ABOUT_WHOLE_VOTES and not found_voters.sure and not (exact or tallies or named or topic):
        # "Grenada 1983, who voted no": the only thing that says which vote is meant is the state.
        voters = ()
        topic = _topic(tokens, taken, mentions, voters, knowledge)
    if intent is Intent.ROLL_CALL and not voters and (within := groups_within(shape)):
        voters = within
        topic = _topic(tokens, taken, mentions, voters, knowledge)
    folded = fold_in_place(asked) if language == ENGLISH else " ".join(w.folded for w in english)
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
        session=read_session(asked) or (ANY_EMERGENCY_SESSION if _EMERGENCY.search(folded) else None),
        names=named,
        topic=topic,
        position=position_in(without_company(shape.line)),
        assertion=assertion_in(shape) if intent is Intent.VERIFY else None,
        vague=times.vague,
        impossible=times.impossible,
        strays=tuple(m for m in strays_in(shape, found_voters) if m not in voters and isinstance(m, MemberMention | GroupMention)),
        outside=outside[0] if outside else None,
        flags=frozenset(flag for flag, pattern in _FLAGS if pattern.search(folded)),
    )
    return carry_over(question, shape, conversation)


def _respelt(
    asked: str, tokens: Sequence[Word], states: MembersRead, taken: Sequence[Span], knowledge: Knowledge
) -> tuple[Word, ...]:
    """The words with misspellings mended, a state's by its own name: nicknames hold states too ("cuba embargo")."""
    mended = {m.start: fold(m.corrected) for m in states.members if m.corrected and " " not in m.corrected}
    inside = [(m.start, m.end) for found in (states.members, states.groups, states.non_members) for m in found]
    inside += [(w.start, w.end) for w in tokens if asked[w.end : w.end + 1] == "'"]
    respelt = respell(tokens, knowledge.spelling, [*taken, *inside])
    return tuple(replace(w, folded=mended[w.start]) if w.start in mended else w for w in respelt)


def _with_terms(name: VoteName, tokens: Sequence[Word], states: MembersRead, knowledge: Knowledge) -> VoteName:
    """The nickname with its words as a topic."""
    inside = [w for w in tokens if name.start <= w.start and w.end <= name.end]
    subjects = [m for m in states.members if name.start <= m.start and m.end <= name.end]
    return replace(name, terms=terms_in(inside, (), subjects, knowledge.subject_stems, knowledge.thesaurus))


def _overlaps(mention: Mention, taken: Sequence[Span]) -> bool:
    return any(a < mention.end and mention.start < b for a, b in taken)


def _topic(
    tokens: Sequence[Word], taken: Sequence[Span], mentions: Sequence[Mention], voters: Sequence[Mention], knowledge: Knowledge
) -> tuple[Term, ...]:
    """What is left over, with the states that are not asked about as its subjects."""
    gone = [*taken, *((v.start, v.end) for v in voters)]
    subjects = [m for m in mentions if isinstance(m, MemberMention) and m not in voters]
    return terms_in(tokens, gone, subjects, knowledge.subject_stems, knowledge.thesaurus)
