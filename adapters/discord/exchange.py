"""One interaction from its arrival to its answer (wire, imports discord): at once or deferred in time, and never a traceback."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Coroutine
from typing import Any, Literal

import discord
from discord import Interaction

from adapters.chat.wording import FAILED
from adapters.discord.front import notice
from adapters.discord.panel import Message
from adapters.discord.place import Place, thread_of
from adapters.discord.texts import language_of
from adapters.discord.widgets import arguments

log = logging.getLogger("votedesk.discord")

FIRST_SIGN = 0.2
"""Seconds after which a reader sees that the bot is at work; Discord itself waits for three."""

_TOO_LATE = {10062, 10015, 50027}  # the interaction, its webhook or its token is no longer valid
_ALREADY_ANSWERED = 40060
_BAD_REQUEST = 400
THREADS = {discord.ChannelType.public_thread, discord.ChannelType.private_thread, discord.ChannelType.news_thread}


class Exchange:
    """`as_embed`: how answers are built where Discord does not say otherwise; set to True once it refuses components v2."""

    def __init__(self, interaction: Interaction[Any], *, as_embed: bool = False) -> None:
        self.interaction = interaction
        self.as_embed = as_embed
        self._deferred: Literal["message", "update"] | None = None

    async def answer(self, work: Coroutine[Any, Any, Message | None], *, private: bool, update: bool = False) -> None:
        """Sends what the work gives. `update`: in place of the message that the pressed button stands under.

        `private`: how it is deferred, should it take longer than Discord or the reader wait.
        """
        message = await self.result_of(work, private=private, update=update)
        if message is not None:
            await self.show(message, update=update and not message.private)

    async def show(self, message: Message, *, update: bool) -> None:
        """Sends one message, or puts it in place of the one that the pressed button stands under."""
        await self._guarded(self._send(message, update=update))

    async def show_form(self, modal: discord.ui.Modal) -> None:
        """Opens a form; only possible as the first answer."""
        await self._guarded(self._open(modal))

    async def result_of(self, work: Coroutine[Any, Any, Message | None], *, private: bool, update: bool) -> Message | None:
        """What the work gives, with a deferral if it takes long; None where nobody waits for it."""
        task = asyncio.ensure_future(work)
        done, _ = await asyncio.wait({task}, timeout=FIRST_SIGN)
        if not done and not await self._guarded(self._defer(private=private, update=update)):
            task.cancel()
            return None
        try:
            return await task
        except Exception as error:
            # The rim: the reader gets a sentence, the log the kind of failure. Its text may hold the question.
            log.error("An interaction failed unexpectedly (%s).", type(error).__name__)
            log.debug("unexpected failure", exc_info=error)
            return notice(FAILED, language_of(str(self.interaction.locale)))

    async def follow_up(self, message: Message) -> bool:
        """Another message after the answer; False where it could not be sent."""
        return await self._guarded(self._follow_up(message))

    async def _defer(self, *, private: bool, update: bool) -> None:
        await self.interaction.response.defer(ephemeral=private, thinking=not update)
        self._deferred = "update" if update else "message"

    async def _send(self, message: Message, *, update: bool) -> None:
        try:
            await self._deliver(message, update=update)
        except discord.HTTPException as error:
            if not is_refused_layout(error) or message.panel is None or self.as_embed:
                raise
            log.warning("Discord refused a layout (%s); the answer goes out as an embed.", error.code)
            self.as_embed = True
            await self._deliver(message, update=update)

    async def _deliver(self, message: Message, *, update: bool) -> None:
        response, given = self.interaction.response, arguments(message, as_embed=self.as_embed)
        if self._deferred == "message" or (self._deferred == "update" and update):
            await self.interaction.edit_original_response(**_edited(given))
        elif response.is_done():
            await self._follow_up(message)
        elif update:
            await response.edit_message(**_edited(given))
        else:
            await response.send_message(ephemeral=message.private, **given)

    async def _open(self, modal: discord.ui.Modal) -> None:
        await self.interaction.response.send_modal(modal)

    async def _follow_up(self, message: Message) -> None:
        await self.interaction.followup.send(ephemeral=message.private, **arguments(message, as_embed=self.as_embed))

    async def _guarded(self, sending: Coroutine[Any, Any, None]) -> bool:
        try:
            await sending
        except discord.HTTPException as error:
            if error.code == _ALREADY_ANSWERED:
                log.info("Another process has answered this interaction.")
            elif error.code in _TOO_LATE:
                late = time.time() - self.interaction.created_at.timestamp()
                log.warning("An interaction had expired before it could be answered, %.1f s after it was made.", late)
            else:
                log.error("Discord refused an answer (status %d, code %d).", error.status, error.code)
                log.debug("refused", exc_info=error)
            return False
        return True


def is_refused_layout(error: discord.HTTPException) -> bool:
    """Whether the message itself was refused, and not who sent it or when."""
    return error.status == _BAD_REQUEST and error.code not in {_ALREADY_ANSWERED, *_TOO_LATE}


def place_of(interaction: Interaction[Any]) -> Place:
    """Where an interaction comes from."""
    channel: Any = interaction.channel
    kind = getattr(channel, "type", None)
    asker, channel_id = str(interaction.user.id), str(interaction.channel_id or interaction.user.id)
    is_direct = interaction.guild_id is None and interaction.context.dm_channel
    return Place(
        server=None if interaction.guild_id is None else str(interaction.guild_id),
        channel=str((getattr(channel, "parent_id", None) if kind in THREADS else None) or channel_id),
        thread=thread_of(channel_id, asker, shared=is_direct or kind in THREADS),
        asker=asker,
        locale=str(interaction.locale),
        is_direct=is_direct,
        is_thread=kind in THREADS,
    )


def _edited(given: dict[str, Any]) -> dict[str, Any]:
    """An edit takes files as attachments."""
    return {("attachments" if name == "file" else name): ([value] if name == "file" else value) for name, value in given.items()}
