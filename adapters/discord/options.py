"""The options of a command -> a question in words. What was typed and not chosen counts as well: begun, misspelt, a nickname.

    Options("country", ("hung",), "cuba embargo") -> "how did Hungary vote on cuba embargo?"
    Options("country", ("nig",), "ES-11/7")       -> Niger or Nigeria? asked back
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from adapters.chat.answering import Unanswered
from adapters.chat.desk import Answered, Asked, ChatDesk
from adapters.discord.limits import OPTION_VALUE
from adapters.discord.texts import say
from bot.card import Card, CardChoice
from bot.completing import Completion
from bot.desk import Desk
from store.words import fold

_MOST_OFFERED = 10


@dataclass(frozen=True, slots=True)
class Options:
    """`names`: one for "country", two for "compare", none for "rollcall". `topic`: a symbol, a nickname or words of a title."""

    command: Literal["country", "compare", "rollcall"]
    names: tuple[str, ...]
    topic: str | None = None

    @property
    def question(self) -> str:
        """In words that the core reads one way."""
        topic = _clean(self.topic or "")
        names = [_clean(name) for name in self.names]
        match self.command:
            case "country":
                return f"how did {names[0]} vote on {topic}?" if topic else f"how did {names[0]} vote?"
            case "compare":
                pair = " and ".join(names)
                return f"compare {pair} on {topic}" if topic else f"how often do {pair} vote alike?"
            case "rollcall":
                return f"who voted how on {topic}?"
            case _:
                assert_never(self.command)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What was typed may mean several things: each as options of its own."""

    typed: str
    readings: tuple[tuple[Completion, Options], ...]


async def ask_options(chat: ChatDesk, asked: Asked, options: Options, language: str) -> Answered | Unanswered | None:
    """The answer to what the options mean, or which of several is meant."""
    settled = await chat.answering.use(lambda desk: settle(desk, options))
    if isinstance(settled, Unanswered):
        return settled
    meant = options if isinstance(settled, Doubt) else settled
    answered = await chat.ask(replace(asked, text=meant.question))
    if isinstance(settled, Doubt) and isinstance(answered, Answered):
        return replace(answered, card=_asking_back(settled, language))
    return answered


def settle(desk: Desk, options: Options) -> Options | Doubt:
    """The options with each name and topic as the core understands it."""
    for at, typed in enumerate(options.names):
        readings = _members(desk, typed)
        settled = [replace(options, names=(*options.names[:at], one.value, *options.names[at + 1 :])) for one in readings]
        if len(readings) > 1:
            return Doubt(typed, tuple(zip(readings, settled, strict=True)))
        if settled:
            options = settled[0]
    if options.topic:
        readings = _topics(desk, options)
        settled = [replace(options, topic=one.value) for one in readings]
        if len(readings) > 1:
            return Doubt(options.topic, tuple(zip(readings, settled, strict=True)))
        if settled:
            return settled[0]
    return options


def _members(desk: Desk, typed: str) -> Sequence[Completion]:
    """What stands for the text where the core does not know it as it is."""
    found = desk.complete_members(typed, _MOST_OFFERED)
    if any(fold(one.value) == fold(typed) for one in found) or not typed.strip():
        return ()
    return () if desk.ask(f"how did {_clean(typed)} vote?").reply.members else found


def _topics(desk: Desk, options: Options) -> Sequence[Completion]:
    typed = options.topic or ""
    found = desk.complete_resolutions(typed, _MOST_OFFERED)
    if any(fold(one.value) == fold(typed) for one in found):
        return ()
    return found if desk.ask(options.question).reply.status == "not_found" else ()


def _asking_back(doubt: Doubt, language: str) -> Card:
    choices = (CardChoice(completion.label, options.question) for completion, options in doubt.readings)
    return Card(
        lead=say("Which one do you mean by “{typed}”?", language, typed=doubt.typed),
        choices=tuple(choice for choice in choices if len(choice.question) <= OPTION_VALUE),
    )


def _clean(text: str) -> str:
    return " ".join(text.split()).rstrip("?!. ")
