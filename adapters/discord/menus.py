"""The two entries of a message's menu (wire, imports discord): the message in, an answer for whoever asked out."""

from __future__ import annotations

from typing import Any

import discord
from discord import Interaction, app_commands

from adapters.discord.commands import ANYWHERE, SERVERS_AND_USERS, exchange
from adapters.discord.components import open_form
from adapters.discord.custom_ids import Action, Pressed
from adapters.discord.exchange import place_of
from adapters.discord.files import reading
from adapters.discord.front import Wish
from adapters.discord.limits import MODAL_TEXT
from adapters.discord.texts import say

CHECK_CLAIMS = "Check vote claims"
ASK_ABOUT_THIS = "Ask about this"

_LONGEST_QUESTION = 300
"""A message longer than this is hardly one question: its reader says what to ask."""

_PRIVATE = Wish(private=True)


def message_menus() -> tuple[app_commands.ContextMenu, ...]:
    """For every message, anywhere."""
    entries = ((CHECK_CLAIMS, check_claims), (ASK_ABOUT_THIS, ask_about_this))
    return tuple(
        app_commands.ContextMenu(
            name=name, callback=callback, allowed_contexts=ANYWHERE, allowed_installs=SERVERS_AND_USERS
        )
        for name, callback in entries
    )


async def check_claims(interaction: Interaction[Any], message: discord.Message) -> None:
    """Holds what the message claims against the record."""
    place, front = place_of(interaction), interaction.client.front
    text = reading(text_of(message), _files_of(message))
    work = front.check(str(interaction.id), place, text, _PRIVATE)
    await exchange(interaction).answer(work, private=True)


async def ask_about_this(interaction: Interaction[Any], message: discord.Message) -> None:
    """Takes a short message for the question; of a long one or a picture the reader says what to ask."""
    place, front, text = place_of(interaction), interaction.client.front, text_of(message)
    if text and len(text) <= _LONGEST_QUESTION:
        await exchange(interaction).answer(front.answer(str(interaction.id), place, text, _PRIVATE), private=True)
        return
    language = front.servers.language(place, front.servers.known(place))
    title, label = say(ASK_ABOUT_THIS, language), say("Your question", language)
    await open_form(interaction, title, Pressed(Action.ASK_ABOUT), (label, None), text[:MODAL_TEXT])


def _files_of(message: discord.Message) -> list[discord.Attachment]:
    return [*message.attachments, *(file for forwarded in message.message_snapshots for file in forwarded.attachments)]


def text_of(message: discord.Message) -> str:
    """What a message says: its text, what it forwards, and the previews of what it links to."""
    parts = [message.content, *(snapshot.content for snapshot in message.message_snapshots)]
    for embed in message.embeds:
        parts.extend(text for text in (embed.title, embed.description) if text)
    return "\n".join(part.strip() for part in parts if part.strip())
