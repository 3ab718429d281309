"""What a chat front end does with a question, whatever the platform: ask in its thread, keep the answer, say what went wrong.

    chat = ChatDesk(settings)
    await chat.start()
    if (await chat.admit(Event("slack:T1", "Ev1", "U1"))).taken:
        answered = await chat.ask(Asked("slack:T1", "U1", "and Slovakia?", thread="C1:1700000000.000100"))
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal
from weakref import WeakValueDictionary

from adapters.chat.answering import Answering, Unanswered
from adapters.chat.metrics import Metrics
from adapters.chat.passing import is_meant
from adapters.chat.rules import Rule, rule_for
from adapters.chat.shared_state import SharedState
from adapters.chat.turns import Turns
from adapters.chat.wording import ANSWER_GONE, NOTHING_ASKED, NOTHING_TO_CHECK, STORE_DOWN, TOO_LONG
from adapters.logs import request
from adapters.settings import Settings
from bot.card import Card
from bot.completing import Completion
from bot.conversation import EMPTY, Conversation, write_conversation
from bot.desk import Desk, Turn
from bot.layout import lay_out_report
from bot.reply import Reply
from store.chat_state import Admission, ChatState, Event, KeptAnswer, Limit
from store.errors import StoreError
from store.facts import Coverage

log = logging.getLogger("votedesk.chat")

_MINUTE = 60.0
_RECENT = 5

LONGEST_TEXT = 200_000
"""Characters that a chat reads at once, a book's chapter or two; the command line takes any length, and reads it in pieces."""

_HELP = "help"
_NEW_THREAD = write_conversation(EMPTY)

Kind = Literal["ask", "check"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its place. `thread`: where follow-ups will belong, any key of the front end's; None: nowhere.

    `fresh_for`: seconds after which what was asked there before counts no more, None: never. `in_passing`: said where the bot
    listens, without naming it: what is no question gets no answer. `after`: the id of the answer that this follows up, where it
    is another than the thread's last. `language`: of the reply, None: that of the question.
    """

    workspace: str
    asker: str
    text: str
    thread: str | None = None
    fresh_for: float | None = None
    in_passing: bool = False
    after: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A card to show. `id` finds it again (`ChatDesk.again`), 22 characters; `reply` is None for a check.

    `leaves`: what the thread holds after it.
    """

    id: str
    kind: Kind
    question: str
    card: Card
    reply: Reply | None
    leaves: Conversation = EMPTY


class _Watched:
    """One question under way."""

    def __init__(self, metrics: Metrics, kind: Kind) -> None:
        self._metrics = metrics
        self._kind = kind
        self._start = time.perf_counter()
        self._ended: Reply | Card | Unanswered | None = None
        metrics.begun()

    def ended(self, with_what: Reply | Card | Unanswered | None) -> None:
        """None: it was no question after all."""
        self._ended = with_what

    def told(self) -> None:
        """To the counters and the log."""
        seconds, ended = time.perf_counter() - self._start, self._ended
        if ended is None:
            self._metrics.passed()
            return
        if isinstance(ended, Unanswered):
            self._metrics.unanswered(self._kind, seconds)
            intent, status = "", "unanswered"
        else:
            intent, status = (ended.intent, ended.status) if isinstance(ended, Reply) else ("check", "answered")
            self._metrics.answered(self._kind, intent, status, seconds)
        log.info("answered", extra={"kind": self._kind, "intent": intent, "status": status, "seconds": round(seconds, 4)})


@dataclass(frozen=True, slots=True)
class Common:
    """What the chat front ends of one process share: the record, opened once, and the counters of the process."""

    answering: Answering
    metrics: Metrics

    @classmethod
    def of(cls, settings: Settings) -> Common:
        """For as many chat desks as there are platforms. Nothing is opened yet."""
        return cls(Answering(settings), Metrics())


class ChatDesk:
    """One for each platform of a process. Every method is for the event loop, and none of them blocks it."""

    def __init__(
        self,
        settings: Settings,
        rules: Mapping[str, Rule] | None = None,
        clock: Callable[[], float] = time.time,
        common: Common | None = None,
    ) -> None:
        self._clock = clock
        self._limit = Limit(settings.chat_questions_per_minute, _MINUTE)
        self._rules = rules or {}
        common = common or Common.of(settings)
        self.answering = common.answering
        self.state = SharedState(ChatState.open(settings.store_url), settings.chat_keep_days, clock)
        self.metrics = common.metrics
        self._recent_turns = Turns()
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    async def start(self) -> None:
        """Opens the store and reads ahead. Raises `ConfigurationError` or `StoreError` where it cannot be used at all."""
        await self.answering.warm_up()
        await self.state.start()

    async def stop(self) -> None:
        """Ends what is under way, writes what waits, closes the store where no other desk shares it."""
        await self.answering.stop()
        await self.state.stop()

    async def admit(self, event: Event) -> Admission:
        """Whether this event is this replica's to answer, and when its asker may ask again."""
        return await self.state.admit(event, self._limit)

    async def ask(self, asked: Asked) -> Answered | Unanswered | None:
        """Answers a question in its thread, and keeps it there; None where it was none, and only said in passing."""
        if not asked.text.strip():
            return Unanswered(NOTHING_ASKED)
        if len(asked.text) > LONGEST_TEXT:
            return Unanswered(TOO_LONG)
        async with self._turn(asked):
            before = await self._after(asked) or await self._conversation(asked) or _NEW_THREAD
            today = self._today()
            with self._watched("ask") as watched:
                turn = await self.answering.use(lambda desk: self._ask(desk, asked, before, today))
                watched.ended(turn if turn is None or isinstance(turn, Unanswered) else turn.reply)
            if turn is None or isinstance(turn, Unanswered):
                return turn
            kept = self._kept(asked, "ask", before, today)
            await self.state.keep(kept, write_conversation(turn.conversation))
            return Answered(kept.id, "ask", asked.text, turn.card, turn.reply, turn.conversation)

    async def check(self, asked: Asked) -> Answered | Unanswered:
        """Checks what a text claims about votes."""
        if not asked.text.strip():
            return Unanswered(NOTHING_TO_CHECK)
        if len(asked.text) > LONGEST_TEXT:
            return Unanswered(TOO_LONG)
        today = self._today()
        with self._watched("check") as watched:
            card = await self.answering.use(lambda desk: check_card(desk, asked.text, today))
            watched.ended(card)
        if isinstance(card, Unanswered):
            return card
        kept = self._kept(asked, "check", _NEW_THREAD, today)
        await self.state.keep(kept, await self._conversation(asked) or _NEW_THREAD)
        return Answered(kept.id, "check", asked.text, card, None)

    @contextmanager
    def _watched(self, kind: Kind) -> Iterator[_Watched]:
        """Counts and logs one question, without its text."""
        with request():
            watched = _Watched(self.metrics, kind)
            try:
                yield watched
            finally:
                watched.told()

    async def again(self, workspace: str, id: str) -> Answered | Unanswered:  # noqa: A002 - as in `Answered`
        """The answer that was given under this id, from the store as it is now."""
        try:
            kept = await self.state.answer(workspace, id)
        except StoreError:
            return Unanswered(STORE_DOWN)
        if kept is None:
            return Unanswered(ANSWER_GONE)
        if kept.kind == "check":
            card = await self.answering.use(lambda desk: check_card(desk, kept.question, kept.today))
            return card if isinstance(card, Unanswered) else Answered(id, "check", kept.question, card, None)
        turn = await self.answering.use(
            lambda desk: self._recent_turns.ask(desk, kept.question, kept.conversation, kept.today, kept.language)
        )
        if isinstance(turn, Unanswered):
            return turn
        return Answered(id, "ask", kept.question, turn.card, turn.reply, turn.conversation)

    async def help(self) -> Card | Unanswered:
        """What can be asked, and what the store covers."""
        turn = await self.glance(_HELP)
        return turn if isinstance(turn, Unanswered) else turn.card

    async def glance(self, text: str, language: str | None = None) -> Turn | Unanswered:
        """The answer to a question that nobody asked, and that is not kept."""
        today = self._today()
        return await self.answering.use(lambda desk: desk.ask(text, EMPTY, today, language))

    async def go_on(self, asked: Asked, answered: Answered) -> None:
        """Lets an answer be asked on in another thread, to which it was taken."""
        kept = replace(self._kept(asked, answered.kind, _NEW_THREAD, self._today()), id=answered.id)
        await self.state.keep(kept, write_conversation(answered.leaves))

    async def was_asked_in(self, workspace: str, thread: str) -> bool:
        """Whether the bot was asked in this thread before."""
        return await self.state.conversation(workspace, thread) is not None

    async def recent(self, workspace: str, asker: str) -> tuple[str, ...]:
        """The last few questions of somebody, newest first."""
        return tuple(kept.question for kept in await self.state.recent(workspace, asker, _RECENT))

    async def rule(self, workspace: str, channel: str) -> Rule:
        """How the bot may answer there. While the store is down, only the settings say."""
        try:
            own: Mapping[str, str] = await self.state.rules(workspace)
        except StoreError:
            own = {}
        return rule_for(channel, own, self._rules)

    async def complete_members(self, typed: str, limit: int) -> tuple[Completion, ...]:
        """Member states and groups; nothing while the store is down."""
        found = await self.answering.use(lambda desk: desk.complete_members(typed, limit))
        return () if isinstance(found, Unanswered) else found

    async def complete_resolutions(self, typed: str, limit: int) -> tuple[Completion, ...]:
        """Votes; nothing while the store is down."""
        found = await self.answering.use(lambda desk: desk.complete_resolutions(typed, limit))
        return () if isinstance(found, Unanswered) else found

    async def coverage(self) -> tuple[Coverage, ...]:
        """What the record covers; nothing while the store is down."""
        found = await self.answering.use(Desk.coverage)
        return () if isinstance(found, Unanswered) else found

    def _ask(self, desk: Desk, asked: Asked, before: str, today: dt.date) -> Turn | None:
        if asked.in_passing:
            alone = self._recent_turns.ask(desk, asked.text, _NEW_THREAD, today)
            if not is_meant(asked.text, alone.conversation.question, alone.reply):
                return None
        return self._recent_turns.ask(desk, asked.text, before, today, asked.language)

    def _turn(self, asked: Asked) -> asyncio.Lock:
        """Questions of one thread are answered one after the other, so that each knows those before it."""
        key = (asked.workspace, asked.thread or secrets.token_urlsafe(8))
        return self._turns.setdefault(key, asyncio.Lock())

    async def _after(self, asked: Asked) -> str | None:
        """What the answer that is followed up left behind; None where it is no longer kept."""
        if asked.after is None:
            return None
        answered = await self.again(asked.workspace, asked.after)
        return None if isinstance(answered, Unanswered) or answered.kind == "check" else write_conversation(answered.leaves)

    async def _conversation(self, asked: Asked) -> str | None:
        if asked.thread is None:
            return None
        since = 0.0 if asked.fresh_for is None else self._clock() - asked.fresh_for
        return await self.state.conversation(asked.workspace, asked.thread, since)

    def _today(self) -> dt.date:
        return dt.datetime.fromtimestamp(self._clock(), dt.UTC).date()

    def _kept(self, asked: Asked, kind: Kind, before: str, today: dt.date) -> KeptAnswer:
        id_ = secrets.token_urlsafe(16)
        at, language = self._clock(), asked.language
        return KeptAnswer(id_, asked.workspace, asked.asker, asked.thread, kind, asked.text, before, today, at, language)


def check_card(desk: Desk, text: str, today: dt.date) -> Card:
    """The check report of a text, as a card."""
    return lay_out_report(desk.check(text, today))
