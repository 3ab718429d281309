"""The whole pipeline on one page: a text in, a reply out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.answer import Answer, Status
from bot.card import Card
from bot.conversation import EMPTY, Conversation
from bot.layout import lay_out
from bot.lookup.answering import answer
from bot.lookup.explaining import explain
from bot.lookup.record import Record
from bot.lookup.sources import sources_of
from bot.plain import plain
from bot.question import Question
from bot.reply import ChoiceOut, RankedOut, Reply, RollCallOut, SourceOut, TallyOut, VoteOut
from bot.understand.knowledge import Knowledge, build_knowledge
from bot.understand.reading import understand
from store.facts import RollCall
from store.vote_names import load_thesaurus, load_vote_names
from store.vote_store import VoteStore


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: the published reply, the card that platforms render, and the thread with this question in it."""

    reply: Reply
    card: Card
    conversation: Conversation


class Desk:
    """Answers questions from one store. Safe to share between threads once open."""

    def __init__(self, record: Record, knowledge: Knowledge, store: VoteStore) -> None:
        self._record = record
        self._knowledge = knowledge
        self._store = store

    @classmethod
    def open(cls, store: VoteStore) -> Desk:
        """Read the curated names and the record's own words once."""
        vote_names = load_vote_names()
        knowledge = build_knowledge(store.members, vote_names, load_thesaurus(), store.spelling())
        return cls(Record(store, vote_names), knowledge, store)

    def ask(self, text: str, conversation: Conversation = EMPTY, today: dt.date | None = None) -> Turn:
        """Answer one question of a thread. `today` stands in for the clock."""
        self._store.refresh()
        question = understand(text, conversation, self._knowledge, today or dt.datetime.now(dt.UTC).date())
        found = answer(question, self._record)
        sources = sources_of(found, self._record)
        card = lay_out(found, sources)
        return Turn(_reply(text, found, card, sources), card, _remembered(question, found, conversation))

    def explain(self, text: str, conversation: Conversation = EMPTY, today: dt.date | None = None) -> tuple[str, ...]:
        """How `ask` reads the question, and what it weighs: one line a finding."""
        self._store.refresh()
        question = understand(text, conversation, self._knowledge, today or dt.datetime.now(dt.UTC).date())
        return explain(question, self._record)


def _reply(asked: str, found: Answer, card: Card, sources: tuple[SourceOut, ...]) -> Reply:
    return Reply(
        status=found.status.value,
        intent=found.intent.value,
        question=asked,
        text=plain(card),
        verdict=found.verdict,
        value=found.value,
        members=found.members,
        roll_calls=tuple(_roll_call(r) for r in found.roll_calls),
        votes=tuple(
            VoteOut(roll_call=v.roll_call.symbol, member=v.member, name=v.name, position=v.position, veto=v.veto)
            for v in found.votes
        ),
        ranking=tuple(RankedOut(member=r.member, name=r.name, value=r.value) for r in found.ranking),
        choices=tuple(
            ChoiceOut(label=c.label, question=c.question, roll_call=c.roll_call.symbol if c.roll_call else None)
            for c in found.choices
        ),
        assumptions=found.assumptions,
        notes=found.notes,
        sources=sources,
        suggestions=found.suggestions,
    )


def _roll_call(call: RollCall) -> RollCallOut:
    tally = TallyOut(yes=call.tally.yes, no=call.tally.no, abstain=call.tally.abstain, non_voting=call.tally.non_voting)
    return RollCallOut(
        symbol=call.symbol,
        draft=call.draft,
        body=call.body,
        date=call.date,
        title=call.title,
        kind=call.kind,
        outcome=call.outcome,
        mode=call.mode,
        tally=tally,
        url=call.url,
    )


def _remembered(question: Question, found: Answer, before: Conversation) -> Conversation:
    """A reply that found nothing leaves the thread as it was, so that a slip does not lose it; in a new thread the question itself
    is kept, so that "and Turkey?" asks it again."""
    calls = [c.roll_call for c in found.choices if c.roll_call] if found.status is Status.CHOOSE else found.roll_calls
    if found.status is not Status.ANSWERED and not (found.status is Status.CHOOSE and calls):
        return before if before.question is not None else Conversation(question, mentions=question.members)
    keys = tuple(r.key for r in calls[:12])
    earlier = before.mentions if "vote" in question.carried else ()
    return Conversation(question, keys, found.members, tuple(dict.fromkeys((*earlier, *question.members))))
