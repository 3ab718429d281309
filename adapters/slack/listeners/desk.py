"""What the listeners share: the chat desk, Slack's settings, and how an answer becomes a message."""

from __future__ import annotations

from dataclasses import dataclass

from adapters.chat.answering import Unanswered
from adapters.chat.desk import Answered, ChatDesk
from adapters.chat.full_list import has_list
from adapters.chat.rules import Rule
from adapters.settings import Settings
from adapters.slack.render import Message, Offers, quoted, render, say
from adapters.slack.sending import Rendered
from store.chat_state import Event

FRESH_IN_PRIVATE = 900.0
"""Seconds for which a private question is understood from the one before it in the same channel."""

FRESH_IN_DIRECT = 7_200.0
"""The same in a direct message that is no thread."""


@dataclass(frozen=True, slots=True)
class SlackDesk:
    """`sign_after`: seconds until a sign of work is shown."""

    chat: ChatDesk
    settings: Settings
    sign_after: float

    async def admit(self, workspace: str, event: str, user: str, *, counts: bool = True) -> float | None:
        """None where the event is not this replica's to answer; else the seconds that its user must wait, mostly 0."""
        admission = await self.chat.admit(Event(workspace, event, user, counts))
        return admission.wait if admission.taken else None

    async def rule(self, workspace: str, channel: str) -> Rule:
        """How the bot may answer there; always in the open in a direct message."""
        return Rule.OPEN if is_direct(channel) else await self.chat.rule(workspace, channel)


def is_direct(channel: str) -> bool:
    """Whether a channel's ID is that of a direct message."""
    return channel.startswith("D")


def rendered(answered: Answered | Unanswered, *, share: bool, question: str = "", how: str = "") -> Rendered:
    """The message for an answer, or for why there is none; with `how`, below the question."""

    def make(rich: bool) -> Message:
        if isinstance(answered, Unanswered):
            return say(answered.sentence)
        offers = Offers(answered.id or None, share=share, file=has_list(answered.reply, answered.card))
        message = render(answered.card, offers, rich=rich)
        return quoted(message, question, how) if how else message

    return make


def sentence(text: str) -> Rendered:
    """A message of one sentence."""
    return lambda _: say(text)
