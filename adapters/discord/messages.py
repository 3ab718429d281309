"""Mentions, replies, threads and direct messages (wire, imports discord): a message in, an answer in its place out."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

import discord

from adapters.chat.asides import text_to_check
from adapters.chat.rules import Rule
from adapters.discord.components import answer_shown_by
from adapters.discord.exchange import FIRST_SIGN, THREADS, is_refused_layout
from adapters.discord.files import reading
from adapters.discord.front import Wish, notice
from adapters.discord.incoming import Heard, Written, read_message
from adapters.discord.menus import text_of
from adapters.discord.panel import Message
from adapters.discord.place import Place, thread_of
from adapters.discord.widgets import arguments

if TYPE_CHECKING:
    from adapters.discord.app import VoteClient

log = logging.getLogger("votedesk.discord")

RESTARTING = "VoteDesk is just being restarted. Please ask again in a minute."
ONLY_TO_ASKER = (
    "In this channel I answer only to whoever asks. Use the command /vote ask here: only you will see the answer."
)
_WISH = Wish(private=False, asked=False)


async def on_message(client: VoteClient, message: discord.Message) -> None:
    """Answers what was meant for the bot, once."""
    if client.user is None or message.author.bot:
        return None
    place = place_of_message(message)
    listens = client.settings.discord_message_content
    was_asked = listens and place.is_thread and await client.front.chat.was_asked_in(place.workspace, place.thread)
    heard = read_message(written(message, client.user), str(client.user.id), listens=listens, was_asked_here=was_asked)
    if heard is None:
        return None
    after = answer_shown_by(_replied_to(message, client.user))
    if client.stopping:
        return await reply(client, message, notice(RESTARTING, client.front.servers.language(place, None)))
    server = await client.front.servers.read(place)
    if client.front.servers.rule(place, server) is Rule.PRIVATE:
        return await _answer_privately(client, message, place, heard)
    task = asyncio.ensure_future(_answer_to(client, message, place, heard, _WISH, after))
    if not heard.in_passing:
        await _show_work(message, task)
    answer = await task
    if answer is not None and not (heard.in_passing and answer.private):
        await reply(client, message, answer)
    return None


def written(message: discord.Message, bot: discord.ClientUser) -> Written:
    """What decides whether a message is a question to the bot."""
    quoted = message.reference.resolved if message.reference else None
    is_thread = message.channel.type in THREADS
    return Written(
        text=message.content,
        by_machine=message.author.bot or message.webhook_id is not None or message.is_system(),
        mentions=bot in message.mentions,
        answers_bot=_replied_to(message, bot) is not None,
        is_direct=message.guild is None,
        thread_title=getattr(message.channel, "name", None) if is_thread else None,
        quoted=text_of(quoted) if isinstance(quoted, discord.Message) and quoted.author != bot else None,
    )


def place_of_message(message: discord.Message) -> Place:
    """Where a message stands."""
    channel, asker = str(message.channel.id), str(message.author.id)
    is_thread = message.channel.type in THREADS
    parent = getattr(message.channel, "parent_id", None) if is_thread else None
    return Place(
        server=None if message.guild is None else str(message.guild.id),
        channel=str(parent or channel),
        thread=thread_of(channel, asker, shared=is_thread or message.guild is None),
        asker=asker,
        locale=None if message.guild is None else str(message.guild.preferred_locale),
        is_direct=message.guild is None,
        is_thread=is_thread,
    )


def _replied_to(message: discord.Message, bot: discord.ClientUser) -> discord.Message | None:
    resolved = message.reference.resolved if message.reference else None
    return resolved if isinstance(resolved, discord.Message) and resolved.author == bot else None


def _answer_to(
    client: VoteClient, message: discord.Message, place: Place, heard: Heard, wish: Wish, after: str | None = None
) -> Coroutine[Any, Any, Message | None]:
    """A text to check, with the files that came with it, or a question."""
    event = f"m{message.id}"
    to_check = None if heard.in_passing else text_to_check(heard.text)
    if to_check is not None:
        return client.front.check(event, place, reading(to_check, message.attachments), wish)
    return client.front.answer(event, place, heard.text, wish, after=after, in_passing=heard.in_passing)


async def _answer_privately(client: VoteClient, message: discord.Message, place: Place, heard: Heard) -> None:
    """In a channel where only whoever asks may see the answer: by direct message, where the reader takes those."""
    if not await client.front.is_taken(f"m{message.id}", place):
        return
    language = client.front.servers.language(place, client.front.servers.known(place))
    try:
        direct = await message.author.create_dm()
        channel = str(direct.id)
        there = Place(None, channel, channel, place.asker, place.locale, is_direct=True)
        answer = await _answer_to(client, message, there, heard, Wish(private=False))
        if answer is not None:
            await _send(client, direct, answer)
    except discord.Forbidden:
        await reply(client, message, notice(ONLY_TO_ASKER, language))


async def _show_work(message: discord.Message, task: asyncio.Task[Message | None]) -> None:
    """"VoteDesk is typing" where the answer takes a moment."""
    done, _ = await asyncio.wait({task}, timeout=FIRST_SIGN)
    if not done:
        with contextlib.suppress(discord.HTTPException):
            await message.channel.typing()


async def reply(client: VoteClient, message: discord.Message, answer: Message) -> None:
    try:
        await _send(client, message.channel, answer, message.to_reference(fail_if_not_exists=False))
    except discord.HTTPException as error:
        log.warning("An answer could not be sent to a channel (status %d, code %d).", error.status, error.code)


async def _send(
    client: VoteClient, channel: discord.abc.Messageable, answer: Message, reference: discord.MessageReference | None = None
) -> None:
    as_embed = client.as_embed
    given: dict[str, Any] = {} if reference is None else {"reference": reference, "mention_author": False}
    try:
        await channel.send(**arguments(answer, as_embed=as_embed), **given)
    except discord.HTTPException as error:
        if not is_refused_layout(error) or as_embed or answer.panel is None:
            raise
        log.warning("Discord refused a layout (%s); the answer goes out as an embed.", error.code)
        await channel.send(**arguments(answer, as_embed=True), **given)
