"""A text, the thread so far, what is known and today's date -> the question that it asks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.conversation import Conversation
from bot.question import (
    ANY_EMERGENCY_SESSION,
    Assertion,
    Claim,
    Comparison,
    CountAsserted,
    Flag,
    GroupMention,
    Intent,
    MemberMention,
    NonMemberMention,
    Question,
    TallyMention,
    Term,
)
from bot.translation import ENGLISH
from bot.understand.articles import is_article
from bot.understand.asserted import assertion_in, likeness_in
from bot.understand.assertions import may_assert
from bot.understand.bodies import body_in, outside_in, words_naming
from bot.understand.clean import clean, words
from bot.understand.counts import conditions_in, counts_in, fewest_shared_in
from bot.understand.dates import read_session
from bot.understand.flags import flags_in
from bot.understand.follow_ups import carry_over
from bot.understand.idle_words import with_common_marked
from bot.understand.intents import intent_of
from bot.understand.knowledge import Knowledge
from bot.understand.languages import language_of
from bot.understand.matters import parted_verbs
from bot.understand.number_words import ORDINALS, number_in_words
from bot.understand.positions import moved_in, position_in, turn_in
from bot.understand.recognition import Recognised, recognise
from bot.understand.roles import (
    Voters,
    adjective_of_vote_in,
    authors_in,
    company_in,
    compared_in,
    groups_within,
    sided_with_in,
    states_in,
    strays_in,
    unknown_voters_in,
    voters_in,
    without_company,
)
from bot.understand.said_of_it import with_states_named
from bot.understand.shape import DAYS, GROUP, STATE, Mention, Shape, shape_of
from bot.understand.sides import Side, side_in
from bot.understand.spans import Span, Spans, span_of
from bot.understand.stopwords import turns_of_phrase_in
from bot.understand.taken_back import denied_in, taken_back_in
from bot.understand.topics import terms_in
from bot.understand.veto_claims import have_no_veto
from bot.understand.vetoes import veto_flag, vetoers_in
from bot.understand.vetoing_words import asks_who_sank_it, words_of_vetoing
from store.facts import Body, Outcome, Position

_ABOUT_WHOLE_VOTES = frozenset({Intent.ROLL_CALL, Intent.OUTCOME, Intent.SEARCH})
_OF_ALL_STATES_NAMED = frozenset({Intent.AGREEMENT, Intent.RANKING, Intent.MEMBERSHIP})
_OF_SEVERAL_VOTES = frozenset({Intent.COUNT, Intent.SEARCH})
_BESIDE_A_SIDE = frozenset({Intent.COMPARE, Intent.TIMELINE, Intent.POSITION})
_MOST_CORRECTIONS = 3  # of one question: each is read anew
_LONG = 500  # days: more than a session, so that one vote cannot be meant
_EMERGENCY = re.compile(r"\bemergency (?:special )?session")

_STATE_VOTES_THEN = re.compile(
    rf"{STATE} votes {DAYS} (?:[?.] ?)*$"
    rf"|(?:(?:show|list|give|me|us) )*(?:all|every) (?:(?:of|the) )*{STATE} votes? (?:{DAYS} |please |pls )?(?:[?.!] ?)*$"
    rf"|(?:the )?{STATE} votes , all(?: of them)? (?:please |pls )?(?:[?.!] ?)*$"
)

_SELDOM = re.compile(r"\b(?:least|fewest|rarely|seldom)\b")
_OF_SOME = re.compile(r"\b(?:other|others|else|besides|beside|apart|aside|except|excluding|along|of the|among|more|extra)\b")

_M = TypeVar("_M", MemberMention, GroupMention, NonMemberMention)


def understand(text: str, conversation: Conversation, knowledge: Knowledge, today: dt.date) -> Question:
    """Read one question. Every part that is recognised keeps its offsets into the cleaned text, which is `Question.text`."""
    cleaned = with_states_named(clean(text), conversation, knowledge)
    if is_article(cleaned):
        return Question(cleaned, Intent.ABOUT, language=language_of(words(cleaned)), flags=frozenset({Flag.ARTICLE}))
    follow_up = conversation.question is not None
    found = recognise(cleaned, knowledge, today, follow_up=follow_up)
    shape = _shape(found)
    for _ in range(_MOST_CORRECTIONS):
        if (taken_back := taken_back_in(shape)) is None:
            break
        start, end = taken_back
        found = recognise(found.text[:start] + found.text[end:], knowledge, today, follow_up=follow_up)
        shape = _shape(found)
    if denied := denied_in(shape):
        found = replace(
            found,
            mentions=tuple(m for m in found.mentions if m not in denied),
            taken=(*found.taken, *map(span_of, denied)),
            days=replace(found.days, ranges=tuple(d for d in found.days.ranges if d not in denied)),
        )
        shape = _shape(found)
    shape, side = side_in(shape)
    asked = _asked(found, shape, side, knowledge)
    question = replace(_question(found, shape, asked, knowledge), language=_language(found, conversation))
    return _beside_its_side(carry_over(question, shape, conversation))


def _beside_its_side(question: Question) -> Question:
    """ "And did it vote against Ukraine?": the state of the thread, and the one whose side is spoken of."""
    side = question.opposed or question.sided_with
    if not side or question.intent not in _BESIDE_A_SIDE or set(side) & set(question.members):
        return question
    return replace(question, members=(*question.members, *side))


def _language(found: Recognised, conversation: Conversation) -> str:
    """That of the text; where it is too short to tell, that of the thread."""
    if found.language is None and conversation.question is not None:
        return conversation.question.language
    return found.language or ENGLISH


def _shape(found: Recognised) -> Shape:
    return shape_of(found.text, found.mentions, found.tokens, foreign=found.foreign)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is wanted, of which states, and on what matter. `by_grammar`: the states that grammar and place make voters."""

    intent: Intent
    states: tuple[Mention, ...]
    topic: tuple[Term, ...]
    by_grammar: Voters
    assertion: Assertion | None
    side: Side


def _asked(found: Recognised, shape: Shape, side: Side, knowledge: Knowledge) -> _Asked:
    voters = _members_then(voters_in(shape), found, knowledge)
    if not voters.mentions:
        voters = adjective_of_vote_in(shape)
    voters = replace(voters, mentions=tuple(m for m in voters.mentions if m not in side.states))
    topic = _topic(found, shape, (*voters.mentions, *side.states), knowledge)
    intent = intent_of(
        shape,
        has_vote=_names_vote(found, topic, voters),
        voters=len(voters.mentions),
        sure=voters.sure,
        long_range=any((d.last - d.first).days > _LONG for d in found.days.ranges),
    )
    if intent is Intent.ROLL_CALL and _states_a_tally(found, shape, topic):
        intent = Intent.VERIFY
    if intent is not Intent.VERIFY and asks_who_sank_it(found.folded):
        intent, voters = Intent.VETO, Voters((), False)
    states = _states_asked(intent, voters, found, shape, topic)
    side = replace(side, taken=side.taken_on(bool(found.names or any(not t.light for t in topic))))
    if side.of_who and intent in (Intent.VERIFY, Intent.COMPARE, Intent.SEARCH, Intent.POSITION):
        # did any EU state vote against Ukraine, did all of them back it: those who did
        intent, states = Intent.ROLL_CALL, tuple(m for m in states if isinstance(m, GroupMention)) or groups_within(shape)
    elif (side.against or side.denied) and intent is Intent.VERIFY:
        intent = Intent.COMPARE
    if voters.mentions and side.taken is not None:
        intent, states = Intent.TIMELINE, voters.mentions
    if side.states and not voters.mentions and intent not in _OF_ALL_STATES_NAMED:
        states = tuple(m for m in states if m not in side.states)
    elif voters.mentions and intent in _BESIDE_A_SIDE:
        states = (*(m for m in states if m not in side.states), *side.states)
    # Who is on the other side than a state is laid out and not judged: an abstention is neither side.
    assertion = _assertion(intent, states, shape) if not (side.against or side.denied) else None
    whole = assertion is not None and not voters.sure and _is_on_the_whole(assertion, found.tallies)
    if assertion is not None and whole and not _says_matter(found, topic):
        # "Cyprus 1965: did it get through with more abstentions than yes votes?" is on Cyprus.
        states, assertion = (), replace(assertion, parts=(), position=None)
    if assertion is not None and found.unknown:
        assertion = replace(assertion, unread=(*assertion.unread, *found.unknown))
    if assertion is not None and _is_of_vetoes(assertion):
        # "Nepal's membership: vetoed by Moscow": a state without a veto is then the matter.
        states = tuple(m for m in states if m in _said_to_have_voted(assertion) or not _has_no_veto(m))
    claimed = (*states, *_said_to_have_voted(assertion))
    if set(claimed) != set(voters.mentions):
        topic = _topic(found, shape, (*claimed, *side.states), knowledge)
    return _Asked(intent, states, topic, voters, assertion, side)


def _states_a_tally(found: Recognised, shape: Shape, topic: tuple[Term, ...]) -> bool:
    """ "International Tea Day 2019: 127 for, 3 against, 40 abstentions?": of a vote that is named, so that they can be wrong."""
    counted = any(t.yes is not None and t.no is not None for t in found.tallies)
    named = bool(found.names or any(not s.maybe_year for s in found.symbols)) or any(not t.light for t in topic)
    return counted and named and shape.line.rstrip().endswith("?") and may_assert(shape.line)


def _is_on_the_whole(assertion: Assertion, tallies: Sequence[TallyMention]) -> bool:
    """Whether only the result is spoken of, and of no state what it did; a count's position says nothing of a state."""
    counted = {count.position for count in assertion.counts}
    result = assertion.outcome or counted or assertion.unanimous or tallies
    acted = any(p.veto or p.negated or not (p.position is None or p.position in counted) for p in assertion.parts)
    return bool(result) and not (acted or assertion.claims or assertion.only or assertion.all_but)


def _says_matter(found: Recognised, topic: tuple[Term, ...]) -> bool:
    return bool(found.names) or any(not t.light for t in topic)


def _is_of_vetoes(assertion: Assertion) -> bool:
    of_the_text = assertion.outcome == Outcome.VETOED and not assertion.parts
    return not assertion.claims and (of_the_text or any(part.veto for part in assertion.parts))


def _has_no_veto(mention: Mention) -> bool:
    return isinstance(mention, MemberMention) and have_no_veto([mention])


def _named(claim: Claim) -> tuple[MemberMention | GroupMention, ...]:
    return (*claim.members, *claim.groups, *claim.excepted, *claim.among)


def _said_to_have_voted(assertion: Assertion | None) -> tuple[MemberMention | GroupMention, ...]:
    if assertion is not None and assertion.claims:
        of_states = [c for c in assertion.claims if isinstance(c, Claim)]
        return tuple(dict.fromkeys(mention for claim in of_states for mention in _named(claim)))
    parts = assertion.parts if assertion is not None else ()
    members = (m for part in parts for m in part.members)
    among = assertion.among if assertion is not None else ()
    return (*members, *(g for part in parts for g in part.groups), *among)


def _members_then(voters: Voters, found: Recognised, knowledge: Knowledge) -> Voters:
    """Without those that only their place makes voters and that were no members yet: "Aden 1965 - Australia" is on Aden."""
    last = max((d.last for d in found.days.ranges), default=None)
    if voters.sure or last is None:
        return voters
    then = tuple(m for m in voters.mentions if not isinstance(m, MemberMention) or _was_admitted(m, last, knowledge))
    return Voters(then or voters.mentions, voters.sure)


def _was_admitted(mention: MemberMention, day: dt.date, knowledge: Knowledge) -> bool:
    states = [knowledge.members[code] for code in mention.codes]
    return any(state.admitted <= day or state.predecessors for state in states)


def _came_later(asked: _Asked, found: Recognised, knowledge: Knowledge) -> bool:
    """Whether only its place makes a voter of a state that was no member yet: "East Timor 1979" is on East Timor."""
    last = max((d.last for d in found.days.ranges), default=None)
    if asked.by_grammar.sure or last is None or len(asked.states) != 1 or asked.topic or found.names:
        return False
    [state] = asked.states
    return isinstance(state, MemberMention) and not _was_admitted(state, last, knowledge)


def _names_vote(found: Recognised, topic: tuple[Term, ...], voters: Voters) -> bool:
    """Whether a vote is named. A number that may be a year ("China in UNSC 2024") names one where no state is asked about."""
    numbered = any(not s.maybe_year or not voters.mentions for s in found.symbols)
    return numbered or bool(found.tallies or found.names or topic)


def _states_asked(
    intent: Intent, voters: Voters, found: Recognised, shape: Shape, topic: tuple[Term, ...]
) -> tuple[Mention, ...]:
    """The voters, but where the intent says otherwise."""
    if intent in _OF_ALL_STATES_NAMED:
        return states_in(shape)
    states = voters.mentions
    if intent is Intent.COMPARE:
        return tuple(sorted({*states, *compared_in(shape)}, key=lambda m: m.start))
    exact = any(not s.maybe_year for s in found.symbols)
    if intent in _ABOUT_WHOLE_VOTES and not voters.sure and not (exact or found.tallies or found.names or topic):
        # "Grenada 1983, who voted no": the only thing that says which vote is meant is the state.
        states = ()
    if intent is Intent.ROLL_CALL and not states:
        return groups_within(shape)
    return states


def _topic(found: Recognised, shape: Shape, voters: tuple[Mention, ...], knowledge: Knowledge) -> tuple[Term, ...]:
    """What is left over, with the states that are not asked about as its subjects."""
    asked = {m.start for m in voters}
    body = words_naming(_body(found), found.tokens)
    turns = [*turns_of_phrase_in(found.tokens), *_turn_of_course(shape)]
    if _speaks_of_veto(found):
        turns.extend(words_of_vetoing(found.tokens))
    taken = Spans.of([*found.taken, *body, *turns, *map(span_of, company_in(shape)), *map(span_of, voters)])
    subjects = [m for m in found.mentions if isinstance(m, MemberMention) and m.start not in asked]
    counted = {count.number for count in counts_in(shape.line)}
    meant = dict(parted_verbs(shape))
    tokens = [replace(w, folded=meant[w.start]) if w.start in meant else w for w in found.tokens]
    terms = terms_in(tokens, taken, subjects, knowledge.synonyms)
    terms = with_common_marked(terms, found.text, tokens, taken, knowledge.synonyms, knowledge.spelling.counts)
    authors = Spans.of(span_of(m) for m in authors_in(shape) if m.start not in asked)
    terms = tuple(replace(t, light=True) if authors.touch(t) else t for t in terms)
    told = tuple(t for t in terms if not _is_of_a_count(_number(t.word), counted))
    # "The tenth emergency session": the number is the session's.
    of_session = {*ORDINALS, "es"}
    return tuple(t for t in told if t.word.lower() not in of_session) if read_session(found.text) else told


def _is_of_a_count(number: int | None, counted: set[int | None]) -> bool:
    """Also the "twenty" and the "one" of "which twenty-one voted against"."""
    parts = {part for count in counted if count is not None for part in (count, count - count % 10, count % 10)}
    return number is not None and number in parts


def _speaks_of_veto(found: Recognised) -> bool:
    return bool(veto_flag(found.text, found.folded)) or asks_who_sank_it(found.folded)


def _turn_of_course(shape: Shape) -> list[Span]:
    """Where "slide from yes to abstaining" stands, which says nothing of the matter."""
    turn = turn_in(shape.line)
    return [] if turn is None else [(shape.offsets[turn.start], shape.offsets[turn.end - 1] + 1)]


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else number_in_words(word.lower())


def _as_matter(found: Recognised, asked: _Asked, shape: Shape, knowledge: Knowledge) -> tuple[Term, ...]:
    if asked.intent not in (Intent.TIMELINE, Intent.POSITION):
        return ()
    if not _STATE_VOTES_THEN.match(shape.line) and not _came_later(asked, found, knowledge):
        return ()
    terms = terms_in(found.tokens, Spans.of(found.taken), _only(MemberMention, asked.states), knowledge.synonyms)
    return tuple(t for t in terms if t.about is not None)


def _question(found: Recognised, shape: Shape, asked: _Asked, knowledge: Knowledge) -> Question:
    """The question as the text alone puts it."""
    body = _body(found)
    return Question(
        text=found.text,
        intent=asked.intent,
        members=_only(MemberMention, asked.states),
        groups=_only(GroupMention, asked.states),
        non_members=_only(NonMemberMention, asked.states),
        body=body,
        symbols=found.symbols,
        tallies=found.tallies,
        days=found.days.ranges,
        session=_session(found) if body in (None, Body.GA) else None,
        names=found.names,
        topic=asked.topic,
        position=position_in(without_company(shape.line)),
        assertion=asked.assertion,
        vague=found.days.vague,
        impossible=found.days.impossible,
        strays=tuple(m for m in strays_in(shape, asked.by_grammar) if m not in (*asked.states, *asked.side.states)),
        outside=outside_in(found.unnamed),
        sided_with=_sided_with(asked, shape),
        opposed=_only(MemberMention, asked.side.states) if asked.side.against else (),
        side_taken=asked.side.taken,
        as_matter=_as_matter(found, asked, shape, knowledge),
        nobody_known=unknown_voters_in(shape) if not asked.states else None,
        conditions=conditions_in(shape.line) if asked.intent in _OF_SEVERAL_VOTES and not asked.states else (),
        stated=_stated(shape.line, found.tallies) if asked.intent is Intent.ROLL_CALL and not asked.states else (),
        moved=moved_in(shape.line),
        turn=(turn.before, turn.after) if (turn := turn_in(shape.line)) is not None else None,
        vetoers=vetoers_in(shape),
        fewest_shared=fewest_shared_in(found.folded) if asked.intent is Intent.RANKING else None,
        flags=_flags(found, asked.intent, asked.side),
    )


def _flags(found: Recognised, intent: Intent, side: Side) -> frozenset[Flag]:
    """ "Who didn't back Israel" says nothing of who was not in favour of the text."""
    flags = flags_in(found.folded) | ({Flag.VETO} if _speaks_of_veto(found) else frozenset())
    if side.against and intent is Intent.RANKING:
        # Who opposes Israel the most votes least like it, and who does so least votes most like it.
        flags = flags - {Flag.LEAST} if _SELDOM.search(found.folded) else flags | {Flag.LEAST}
    return flags - {Flag.NOT_IT} if side.states else flags


def _sided_with(asked: _Asked, shape: Shape) -> tuple[MemberMention, ...]:
    if asked.side.against or (asked.side.denied and asked.side.of_who):
        return ()
    of_who = sided_with_in(shape) if asked.intent is Intent.ROLL_CALL else ()
    return _only(MemberMention, of_who or asked.side.states)


def _stated(line: str, tallies: Sequence[TallyMention]) -> tuple[CountAsserted, ...]:
    """ "Which eight voted against", "who were the 35 against": how many did, where all of them are meant."""
    if re.search(GROUP, line) or _OF_SOME.search(line):
        return ()
    counts = [c for c in counts_in(line) if c.comparison is Comparison.EXACTLY and c.than is None]
    for tally in tallies:
        sides = ((Position.YES, tally.yes), (Position.NO, tally.no), (Position.ABSTAIN, tally.abstain))
        given = [CountAsserted(position, Comparison.EXACTLY, number) for position, number in sides if number is not None]
        counts.extend(given if len(given) == 1 else ())
    return tuple(dict.fromkeys(counts))


def _assertion(intent: Intent, states: tuple[Mention, ...], shape: Shape) -> Assertion | None:
    if intent is Intent.COMPARE:
        return likeness_in(shape, _only(MemberMention, states), _only(GroupMention, states))
    return assertion_in(shape) if intent is Intent.VERIFY else None


def _session(found: Recognised) -> str | None:
    """A session of the Assembly; the other bodies' votes are not kept by sessions."""
    return read_session(found.text) or (ANY_EMERGENCY_SESSION if _EMERGENCY.search(found.folded) else None)


def _body(found: Recognised) -> Body | None:
    """The body named outside nicknames; a seat on the Human Rights Council is not a vote of it, whole text considered."""
    body = body_in(found.respelt) or body_in(found.unnamed)
    return body_in(found.folded) if body in (Body.HRC, Body.CHR) else body


def _only(kind: type[_M], mentions: Iterable[Mention]) -> tuple[_M, ...]:
    return tuple(m for m in mentions if isinstance(m, kind))
