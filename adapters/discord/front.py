"""What Discord's users do -> what they get to see, as plain messages. Knows the chat desk and no wire.

Every method answers an event once (None for a second delivery), keeps to the server's rules and speaks its language.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from adapters.chat.answering import Unanswered
from adapters.chat.desk import Answered, Asked, ChatDesk
from adapters.chat.full_list import full_list
from adapters.chat.rules import Rule
from adapters.chat.wording import NO_ANSWERS_HERE, QUESTIONS_TO_START
from adapters.discord.escaping import escape
from adapters.discord.help import help_card
from adapters.discord.limits import CHOICE, COMPLETIONS, MESSAGE_CONTENT
from adapters.discord.options import Options, ask_options
from adapters.discord.panel import File, Message
from adapters.discord.place import Place
from adapters.discord.render import Shown, render
from adapters.discord.servers import Server, Servers
from adapters.discord.texts import language_of, say
from store.chat_state import Event
from store.words import fold

_LONG_LIST = 5
_HELP = "help"
_COVERAGE = "what do you cover?"

Ask = Callable[[Asked], Awaitable[Answered | Unanswered | None]]
Reading = Callable[[], Awaitable[str | Unanswered]]
"""A text that may have to be fetched first; or why it cannot be had."""

FRESH = 3_600.0
"""Seconds for which a channel or a direct message is one conversation; in a thread it is for as long as the thread is kept."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How the answer should come.

    `private`: only to the asker; None: as the server has set it. `asked`: with the question above, where it would not be seen.
    """

    private: bool | None = None
    asked: bool = True


class Front:
    """One for each process."""

    def __init__(self, chat: ChatDesk, servers: Servers, clock: Callable[[], float] = time.time) -> None:
        self.chat = chat
        self.servers = servers
        self._clock = clock

    def is_private(self, place: Place, wish: Wish) -> bool:
        """Whether an answer there will be private, as far as is known without asking the store; private in doubt."""
        server = self.servers.known(place)
        return server is None or self._is_private(place, wish, server)

    async def answer(
        self, event: str, place: Place, text: str, wish: Wish, *, after: str | None = None, in_passing: bool = False
    ) -> Message | None:
        """Answers a question. `after`: the answer that it follows up; `in_passing`: said without naming the bot."""
        asked = replace(self._asked(place, text), after=after, in_passing=in_passing)
        return await self.respond(event, place, wish, asked, self.chat.ask)

    async def check(self, event: str, place: Place, read: Reading, wish: Wish) -> Message | None:
        """Checks what a text claims; it is read once it is known that this process is to answer."""

        async def check(asked: Asked) -> Answered | Unanswered:
            text = await read()
            return text if isinstance(text, Unanswered) else await self.chat.check(replace(asked, text=text))

        return await self.respond(event, place, wish, self._asked(place, ""), check)

    async def ask_options(self, event: str, place: Place, options: Options, wish: Wish) -> Message | None:
        """Answers what the options of a command mean."""

        async def ask(asked: Asked) -> Answered | Unanswered | None:
            language = self.servers.language(place, self.servers.known(place))
            return await ask_options(self.chat, asked, options, language)

        # The question is made here, and in English; the reader's language is Discord's.
        asked = replace(self._asked(place, options.question), language=language_of(place.locale))
        return await self.respond(event, place, wish, asked, ask)

    async def help(self, event: str, place: Place) -> Message | None:
        """What can be asked, and how far the record reaches."""

        async def ask(asked: Asked) -> Answered | Unanswered | None:
            answered = await self.chat.ask(asked)
            coverage = await self.chat.glance(_COVERAGE, asked.language)
            if not isinstance(answered, Answered):
                return answered
            if isinstance(coverage, Unanswered):
                return coverage
            language = self.servers.language(place, self.servers.known(place))
            return replace(answered, card=help_card(answered.card, coverage.card, language))

        asked = Asked(place.workspace, place.asker, _HELP, language=language_of(place.locale))
        return await self.respond(event, place, Wish(private=True, asked=False), asked, ask)

    async def questions(self, place: Place, typed: str) -> tuple[str, ...]:
        """What this reader asked before, then examples, where they hold what was typed; nothing while the store is down."""
        known = (*await self.chat.recent(place.workspace, place.asker), *QUESTIONS_TO_START)
        fitting = (one for one in dict.fromkeys(known) if fold(typed) in fold(one) and len(one) <= CHOICE)
        return tuple(fitting)[:COMPLETIONS]

    async def respond(self, event: str, place: Place, wish: Wish, asked: Asked, ask: Ask) -> Message | None:
        """What `ask` gives, unless the event was taken before, the channel is closed or the asker asks too much."""
        admission, server = await asyncio.gather(
            self.chat.admit(Event(place.workspace, event, place.asker)), self.servers.read(place)
        )
        if not admission.taken:
            return None
        language = self.servers.language(place, server)
        if self.servers.rule(place, server) is Rule.OFF:
            return notice(NO_ANSWERS_HERE, language)
        if admission.wait:
            return self._wait(admission.wait, language)
        answered = await ask(replace(asked, language=server.language or asked.language))
        if answered is None:
            return None
        if isinstance(answered, Unanswered):
            return notice(answered.sentence, language)
        is_private = self._is_private(place, wish, server)
        shown = self.shown(answered, language)
        may_share = is_private and self._may_share(place, server)
        return Message(render(answered.card, replace(shown, asked=wish.asked, may_share=may_share)), private=is_private)

    async def is_taken(self, event: str, place: Place) -> bool:
        """Whether this event is this process's to answer, where it is no question."""
        return (await self.chat.admit(Event(place.workspace, event, place.asker, counts=False))).taken

    async def turn(self, event: str, place: Place, answer_id: str, look: Callable[[Shown], Shown]) -> Message | None:
        """An answer once more, on another page."""
        return await self.again(place, answer_id, look) if await self.is_taken(event, place) else None

    async def again(self, place: Place, answer_id: str, look: Callable[[Shown], Shown]) -> Message:
        """An answer once more, looking otherwise."""
        server = await self.servers.read(place)
        language = self.servers.language(place, server)
        answered = await self.chat.again(place.workspace, answer_id)
        if isinstance(answered, Unanswered):
            return notice(answered.sentence, language)
        return Message(render(answered.card, look(self.shown(answered, language))))

    async def full_list(self, event: str, place: Place, answer_id: str) -> Message | None:
        """Everything that an answer rests on, as a file for whoever wants it."""
        if not await self.is_taken(event, place):
            return None
        language = self.servers.language(place, await self.servers.read(place))
        answered = await self.chat.again(place.workspace, answer_id)
        if isinstance(answered, Unanswered):
            return notice(answered.sentence, language)
        file = await asyncio.to_thread(full_list, answered.reply, answered.card)
        if file is None:
            return notice("There is no list behind this answer.", language)
        text = escape(say("{rows} lines, everything that this answer rests on.", language, rows=f"{file.rows:,}"))
        return Message(text=text, file=File(file.name, file.content), private=True)

    async def share(self, event: str, place: Place, answer_id: str) -> Message | None:
        """The answer for everybody, the first time; then, or where it may not be, a private notice why not."""
        if not await self.is_taken(event, place):
            return None
        server = await self.servers.read(place)
        language = self.servers.language(place, server)
        if not self._may_share(place, server):
            return notice("In this channel answers stay with whoever asked.", language)
        if not await self.is_taken(f"share:{answer_id}:{place.channel}", place):
            return notice("This answer has been shared already.", language)
        answered = await self.chat.again(place.workspace, answer_id)
        if isinstance(answered, Unanswered):
            return notice(answered.sentence, language)
        return Message(render(answered.card, replace(self.shown(answered, language), shared_by=place.asker)))

    def shown(self, answered: Answered, language: str) -> Shown:
        """The answer's own part of how it is shown."""
        reply = answered.reply
        rows = max(len(reply.votes), len(reply.ranking), len(reply.roll_calls)) if reply else 0
        return Shown(
            answered.id,
            answered.question,
            language,
            nothing_found=reply is not None and reply.status == "not_found",
            has_list=rows >= _LONG_LIST,
        )

    def _asked(self, place: Place, text: str) -> Asked:
        return Asked(place.workspace, place.asker, text, place.thread, fresh_for=None if place.is_thread else FRESH)

    def _is_private(self, place: Place, wish: Wish, server: Server) -> bool:
        if place.is_direct:
            return False
        if self.servers.rule(place, server) is not Rule.OPEN:
            return True
        return server.private_first if wish.private is None else wish.private

    def _may_share(self, place: Place, server: Server) -> bool:
        return not place.is_direct and self.servers.rule(place, server) is Rule.OPEN

    def _wait(self, wait: float, language: str) -> Message:
        # Discord shows the moment in the reader's own words, counting down: "in 34 seconds".
        when = f"<t:{int(self._clock() + wait) + 1}:R>"
        sentence = say("That is a lot of questions at once. You can ask again {when}.", language, when=when)
        return Message(text=sentence, private=True)


def notice(sentence: str, language: str) -> Message:
    """One sentence to whoever did something, and to nobody else."""
    return Message(text=escape(say(sentence, language))[:MESSAGE_CONTENT], private=True)
