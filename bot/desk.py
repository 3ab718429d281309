"""The whole pipeline on one page: a question in, a reply out; a text in, a check report out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.answer import Answer, Choice, MemberVote, Status
from bot.card import Card
from bot.completing import Completer, Completion
from bot.conversation import EMPTY, Conversation
from bot.customs import naming
from bot.joining import join_cards, join_replies
from bot.layout import lay_out
from bot.lookup.answering import answer
from bot.lookup.explaining import explain
from bot.lookup.freshness import STALE_DAYS, freshness
from bot.lookup.record import Record
from bot.lookup.sources import sources_of
from bot.plain import plain
from bot.question import Flag, Question
from bot.reply import ChoiceOut, RankedOut, Reply, RollCallOut, SourceOut, VoteOut
from bot.report import CheckedPiece, CheckReport
from bot.translation import speaking
from bot.understand.clean import clean
from bot.understand.knowledge import Knowledge, build_knowledge
from bot.understand.reading import understand
from bot.understand.several import split
from store.catalogue import name_of
from store.facts import Coverage
from store.vote_names import load_thesaurus, load_vote_names
from store.vote_store import VoteStore

_FIRST_ASKED = (  # one of each kind that reads tables of its own
    "how did Germany vote on the Gaza ceasefire?",
    "only Israel and the US voted against the Cuba embargo, right?",
    "is it true that A/RES/67/19 was adopted 138-9-41?",
    "who vetoed the Syria draft in 2012?",
    "how often do France and the UK vote the same way?",
    "which EU states broke ranks on the Goldstone report in November 2009?",
    "when did India last abstain on Ukraine?",
    "comment la France a-t-elle voté sur l'Ukraine en mars 2022 ?",
)
_MOST_REMEMBERED = 12  # roll calls of a thread that "and Slovakia?" may mean


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: the published reply, the card that platforms render, and the thread with this question in it."""

    reply: Reply
    card: Card
    conversation: Conversation


class Desk:
    """Answers questions from one store. Safe to share between threads once open."""

    def __init__(self, record: Record, knowledge: Knowledge, store: VoteStore, stale_days: int = STALE_DAYS) -> None:
        self._record = record
        self._knowledge = knowledge
        self._store = store
        self._stale_days = stale_days
        self._completer: Completer | None = None

    @classmethod
    def open(cls, store: VoteStore, stale_days: int = STALE_DAYS) -> Desk:
        """Read the curated names and the record's own words once. `stale_days`: from this age on, answers say how old it is."""
        return cls(Record(store, load_vote_names()), _knowledge_of(store), store, stale_days)

    def ask(
        self, text: str, conversation: Conversation = EMPTY, today: dt.date | None = None, language: str | None = None
    ) -> Turn:
        """Answer a message of a thread, which may hold several questions.

        `today` stands in for the clock. `language`: of the reply, one of `bot.translation.LANGUAGES`; without it that of the
        question, or of the thread where the question is too short to tell.
        """
        questions = split(clean(text))
        if len(questions) == 1:
            return self._ask_one(text, conversation, today, language)
        turns: list[Turn] = []
        for question in questions:
            turns.append(self._ask_one(question, turns[-1].conversation if turns else conversation, today, language))
        card = join_cards(questions, [turn.card for turn in turns])
        reply = join_replies(text, plain(card), [turn.reply for turn in turns])
        return Turn(reply, card, turns[-1].conversation)

    def _ask_one(self, text: str, conversation: Conversation, today: dt.date | None, language: str | None) -> Turn:
        turn, generation = self._answered(text, conversation, today, language)
        if self._current() == generation:
            return turn
        # An import came in between: facts of two records must not meet in one reply.
        return self._answered(text, conversation, today, language)[0]

    def _answered(self, text: str, conversation: Conversation, today: dt.date | None, language: str | None) -> tuple[Turn, int]:
        """One try, and the generation of the record that it began with."""
        generation = self._current()
        question = self._read(text, conversation, today)
        with speaking(language or question.language), naming(self._store.members):
            found = answer(question, self._record)
            aged = freshness(question, found, self._record, today or _today(), self._stale_days)
            found = replace(found, notes=(*found.notes, *aged))
            sources = sources_of(found, self._record)
            card = lay_out(found, sources)
        return Turn(_reply(text, found, card, sources), card, _remembered(question, found, conversation)), generation

    def check(self, text: str, today: dt.date | None = None) -> CheckReport:
        """Hold every claim on a vote that a text makes against the record. `today` stands in for the clock."""
        from bot.check.checking import check  # its tables take as long to load as a question to answer

        generation = self._current()
        report = check(text, self._knowledge, self._record, _today(), today)
        if self._current() == generation:
            return report
        return check(text, self._knowledge, self._record, _today(), today)

    def check_pieces(self, text: Iterable[str], today: dt.date | None = None) -> Iterator[CheckedPiece]:
        """The same for a text of any length, given in parts, piece by piece as it is read: nothing of it is kept.

        Where `generation` has risen by the end, an import came in between, and the pieces are of two records.
        """
        from bot.check.checking import check_pieces

        self._current()
        return check_pieces(text, self._knowledge, self._record, _today(), today)

    def complete_members(self, typed: str, limit: int = 25) -> tuple[Completion, ...]:
        """The member states and groups that somebody who typed this may mean, best first."""
        return self._completing().members(typed, limit)

    def complete_resolutions(self, typed: str, limit: int = 25) -> tuple[Completion, ...]:
        """The votes that somebody who typed this may mean, best first."""
        return self._completing().resolutions(typed, limit)

    def generation(self) -> int:
        """Rises with every import: what was asked before rests on an older record."""
        return self._current()

    def read_ahead(self) -> None:
        """What the first questions and completions would wait for: some seconds with the whole record."""
        for question in _FIRST_ASKED:
            self.ask(question)
        self._completing().read_ahead()

    def coverage(self) -> tuple[Coverage, ...]:
        """What each dataset contributes to each body."""
        self._current()
        return self._store.coverage()

    def explain(self, text: str, conversation: Conversation = EMPTY, today: dt.date | None = None) -> tuple[str, ...]:
        """How `ask` reads the question, and what it weighs: one line a finding."""
        self._current()
        return explain(self._read(text, conversation, today), self._record)

    def _completing(self) -> Completer:
        self._current()
        completer = self._completer
        if completer is None:
            completer = self._completer = Completer(self._knowledge, load_vote_names(), self._record, self._store)
        return completer

    def _current(self) -> int:
        """The record's generation, after taking in what was imported since the last look."""
        if self._store.refresh():
            self._knowledge = _knowledge_of(self._store)
            self._completer = None
        return self._store.generation

    def _read(self, text: str, conversation: Conversation, today: dt.date | None) -> Question:
        return understand(text, conversation, self._knowledge, today or _today())


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _knowledge_of(store: VoteStore) -> Knowledge:
    return build_knowledge(store.members, load_vote_names(), load_thesaurus(), store.spelling())


def _reply(asked: str, found: Answer, card: Card, sources: tuple[SourceOut, ...]) -> Reply:
    return Reply(
        status=found.status.value,
        intent=found.intent.value,
        question=asked,
        text=plain(card),
        verdict=found.verdict,
        value=found.value,
        members=found.members,
        roll_calls=tuple(RollCallOut.model_validate(call).numbered(call.id) for call in found.roll_calls),
        votes=tuple(_vote(vote) for vote in found.votes),
        ranking=tuple(RankedOut.model_validate(place) for place in found.ranking),
        choices=tuple(_choice(choice) for choice in found.choices),
        assumptions=found.assumptions,
        notes=found.notes,
        sources=sources,
        suggestions=found.suggestions,
    )


def _vote(vote: MemberVote) -> VoteOut:
    told = VoteOut(roll_call=vote.roll_call.symbol, member=vote.member, name=vote.name, position=vote.position, veto=vote.veto)
    return told.numbered(vote.roll_call.id)


def _choice(choice: Choice) -> ChoiceOut:
    symbol = choice.roll_call.symbol if choice.roll_call else None
    return ChoiceOut(label=choice.label, question=choice.question, roll_call=symbol)


def _remembered(question: Question, found: Answer, before: Conversation) -> Conversation:
    """A reply that found nothing leaves the thread as it was, so that a slip does not lose it.

    In a new thread the question itself is kept, so that "and Turkey?" asks it again.
    """
    if Flag.ARTICLE in question.flags:
        return before
    calls = found.roll_calls
    if found.status is Status.CHOOSE:
        calls = tuple(c.roll_call for c in found.choices if c.roll_call)
    if found.status is not Status.ANSWERED and not (found.status is Status.CHOOSE and calls):
        return before if before.question is not None else Conversation(question, mentions=question.members)
    keys = tuple(name_of(r) for r in calls[:_MOST_REMEMBERED])
    earlier = before.mentions if "vote" in question.carried else ()
    return Conversation(question, keys, found.members, tuple(dict.fromkeys((*earlier, *question.members))))
