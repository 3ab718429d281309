"""The client (wire, imports discord): receives what happens in Discord, hands it on, and stops without dropping anything."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any

import discord
from discord import Interaction, app_commands

from adapters.chat.desk import ChatDesk
from adapters.chat.feedback import Feedback
from adapters.chat.rules import Rule
from adapters.chat.wording import FAILED
from adapters.discord import components, messages
from adapters.discord.commands import VoteCommands, exchange
from adapters.discord.feedback import told
from adapters.discord.front import Front, notice
from adapters.discord.menus import message_menus
from adapters.discord.messages import RESTARTING
from adapters.discord.server_settings import SettingsPanel
from adapters.discord.servers import Servers
from adapters.discord.syncing import sync_commands
from adapters.discord.texts import ENGLISH, language_of
from adapters.discord.translator import CommandTranslator
from adapters.settings import Settings
from store.errors import StoreError

log = logging.getLogger("votedesk.discord")


class VoteTree(app_commands.CommandTree["VoteClient"]):
    """Lets no command begin while the client stops, and tells a failure in a sentence."""

    async def interaction_check(self, interaction: Interaction[VoteClient], /) -> bool:
        """Whether the command may begin."""
        client = interaction.client
        if interaction.type is discord.InteractionType.autocomplete:
            return not client.stopping
        if client.stopping:
            await client.refuse(interaction)
            return False
        client.begin()
        return True

    async def on_error(self, interaction: Interaction[VoteClient], error: app_commands.AppCommandError, /) -> None:
        """The rim: the reader gets a sentence, the log the kind of failure."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        log.error("A command failed unexpectedly (%s).", type(cause).__name__)
        log.debug("unexpected failure", exc_info=cause)
        if interaction.type is not discord.InteractionType.autocomplete:
            await exchange(interaction).show(notice(FAILED, language_of(str(interaction.locale))), update=False)


class VoteClient(discord.AutoShardedClient):
    """One for each process; `shard_ids` and `shard_count` where the owner runs several."""

    def __init__(self, chat: ChatDesk, settings: Settings, rules: dict[str, Rule], **options: Any) -> None:
        super().__init__(
            intents=intents_for(settings),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            **options,
        )
        self.settings = settings
        self.front = Front(chat, Servers(chat.state, rules))
        self.settings_panel = SettingsPanel(self.front.servers)
        self.as_embed = settings.discord_layout == "embeds"
        self.stopping = False
        self.tree = VoteTree(self)
        self.tree.add_command(VoteCommands())
        for menu in message_menus():
            self.tree.add_command(menu)
        self._begun: set[asyncio.Task[Any]] = set()
        self._ready = asyncio.Event()

    async def setup_hook(self) -> None:
        """After the login, before the first event. With several processes, that of the first shard sends the commands."""
        await self.tree.set_translator(CommandTranslator())
        if not self.shard_ids or 0 in self.shard_ids:
            assert self.application_id is not None  # known since the login
            if await sync_commands(self.tree, self.application_id, self.front.chat.state):
                log.info("The commands changed and were sent to Discord.")

    async def on_ready(self) -> None:
        """All shards of this process are connected."""
        self._ready.set()

    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """Buttons, menus and forms; commands go through the tree."""
        handlers = {
            discord.InteractionType.component: components.on_component,
            discord.InteractionType.modal_submit: components.on_form,
        }
        handler = handlers.get(interaction.type)
        if handler is None:
            return
        if self.stopping:
            await self.refuse(interaction)
            return
        self.begin()
        try:
            await handler(self, interaction)
        except Exception as error:
            # The rim, as `VoteTree.on_error` is for commands.
            log.error("A button or a form failed unexpectedly (%s).", type(error).__name__)
            log.debug("unexpected failure", exc_info=error)
            await exchange(interaction).show(notice(FAILED, language_of(str(interaction.locale))), update=False)

    async def on_message(self, message: discord.Message) -> None:
        """Mentions, replies, direct messages."""
        self.begin()
        try:
            await messages.on_message(self, message)
        except Exception as error:
            log.error("A message could not be answered (%s).", type(error).__name__)
            log.debug("unexpected failure", exc_info=error)
            await messages.reply(self, message, notice(FAILED, ENGLISH))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Nothing is kept of a server that let the bot go."""
        self.begin()
        workspace = f"discord:{guild.id}"
        try:
            await self.front.chat.state.forget(workspace)
        except StoreError as error:
            log.error("What is kept of a server that removed the bot could not be deleted: %s", error)
        self.front.servers.forget(workspace)

    async def on_error(self, event_method: str, /, *_: Any, **__: Any) -> None:
        """The rim of all events."""
        log.error("An event failed unexpectedly (%s).", event_method)
        log.debug("unexpected failure", exc_info=sys.exc_info())

    def begin(self) -> None:
        """Counts the running task among those that a stop waits for."""
        task = asyncio.current_task()
        if task is not None:
            self._begun.add(task)
            task.add_done_callback(self._begun.discard)

    async def refuse(self, interaction: Interaction[Any]) -> None:
        """While it stops: a sentence rather than silence."""
        await exchange(interaction).show(notice(RESTARTING, language_of(str(interaction.locale))), update=False)

    async def until_ready(self) -> None:
        """Until all shards of this process are connected."""
        await self._ready.wait()

    async def finish(self, patience: float) -> bool:
        """Takes on nothing new, and waits for what has begun; False where some of it takes longer than so many seconds."""
        self.stopping = True
        begun = self._begun - {asyncio.current_task()}
        if begun:
            _, late = await asyncio.wait(begun, timeout=patience)
            return not late
        return True

    async def tell_owner(self, feedback: Feedback) -> bool:
        """A reader's note into the owner's channel, where there is one."""
        channel = self.settings.discord_feedback_channel
        if channel is None:
            return False
        try:
            await self.get_partial_messageable(int(channel)).send(told(feedback))
        except discord.HTTPException as error:
            log.error("A reader's note could not be sent to the channel %s (status %d).", channel, error.status)
            return False
        return True


def intents_for(settings: Settings) -> discord.Intents:
    """The fewest: servers and messages; what messages say only where they mention the bot, unless the owner wants more."""
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    intents.message_content = settings.discord_message_content
    return intents
