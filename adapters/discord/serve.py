"""`votedesk serve discord`: the connection to Discord (wire, imports discord), and a stop that finishes what has begun."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable

import discord
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from adapters.chat.desk import ChatDesk, Common
from adapters.chat.stopping import CannotServe, Says
from adapters.chat.watching import Watching, listen
from adapters.discord.app import VoteClient
from adapters.discord.invite import server_link
from adapters.discord.setup import read_setup
from adapters.settings import ConfigurationError, Settings

log = logging.getLogger("votedesk.discord")

PATIENCE = 25.0
"""Seconds that a stop waits for what is under way; what runs containers usually kills after thirty."""

READY_WITHIN = 2.0
"""Seconds without a further server after which the list of servers counts as complete."""

_WRONG_TOKEN = 4004
_SHARDS = {4010: "is not a range that Discord accepts", 4011: "must be set: the bot is in too many servers for one connection"}


@contextlib.asynccontextmanager
async def serving(
    settings: Settings,
    say: Says,
    *,
    ready_within: float = READY_WITHIN,
    clock: Callable[[], float] = time.time,
    watched: bool = False,
    common: Common | None = None,
) -> AsyncIterator[asyncio.Task[None]]:
    """Serves as long as the block runs, and ends what has begun after it.

    `watched`: with `/healthz`, `/readyz` and `/metrics` on the host and port of the settings. `common`: what it shares with
    another front end of the process.
    Gives the task that holds the connection; it ends by itself only by failing, with `ConfigurationError` or `CannotServe`.
    """
    setup = read_setup(settings)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it would warn of libraries that only voice needs
    async with contextlib.AsyncExitStack() as closing:
        chat = ChatDesk(settings, setup.rules, clock, common)
        await chat.start()
        closing.push_async_callback(chat.stop)
        Route.BASE = settings.discord_api_url.rstrip("/")
        client = VoteClient(
            chat,
            settings,
            dict(setup.rules),
            shard_ids=list(setup.shard_ids) if setup.shard_ids is not None else None,
            shard_count=setup.shard_count,
            guild_ready_timeout=ready_within,
        )
        connection = asyncio.create_task(_connected(client, setup.token, sharded=setup.shard_count is not None))
        closing.push_async_callback(_stop, client, connection)
        ready = asyncio.create_task(client.until_ready())
        try:
            await asyncio.wait({connection, ready}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ready.cancel()
        if connection.done():
            await connection
        health = ""
        if watched:
            port = await _watch(chat, client, settings, closing)
            health = f" Health: http://{settings.host}:{port}/healthz."
        say(f"{_greeting(client)}{health} Stop with Ctrl-C.")
        yield connection


async def _watch(chat: ChatDesk, client: VoteClient, settings: Settings, closing: contextlib.AsyncExitStack) -> int:
    async def connected() -> bool:
        return client.is_ready() and not client.is_closed()

    pages = web.Application()
    Watching(chat, "discord", connected).add_to(pages)
    return await listen(pages, settings, closing)


async def _connected(client: VoteClient, token: str, *, sharded: bool) -> None:
    """Logs in and stays connected; whatever ends that for good comes as a sentence."""
    try:
        await client.login(token)
        if sharded:
            # Given shards, discord.py takes the address that it knows; Discord's own answer is the one that holds.
            _, address, _ = await client.http.get_bot_gateway()
            DiscordWebSocket.DEFAULT_GATEWAY = URL(address)
        await client.connect()
    except discord.LoginFailure as error:
        raise ConfigurationError(
            "Discord does not accept DISCORD_TOKEN: copy it again from discord.com/developers/applications, Bot, Reset Token."
        ) from error
    except discord.PrivilegedIntentsRequired as error:
        raise ConfigurationError(
            "Discord does not give the message content: turn on Message Content Intent at discord.com/developers/applications, "
            "Bot, or set VOTEDESK_DISCORD_MESSAGE_CONTENT to 0."
        ) from error
    except discord.ConnectionClosed as error:
        if error.code == _WRONG_TOKEN:
            raise ConfigurationError("Discord no longer accepts DISCORD_TOKEN: it was reset; copy the new one.") from error
        if error.code in _SHARDS:
            raise ConfigurationError(f"VOTEDESK_DISCORD_SHARDS {_SHARDS[error.code]}.") from error
        raise CannotServe(f"Discord closed the connection for good (code {error.code}).") from error
    except discord.HTTPException as error:
        raise CannotServe(f"Discord cannot be used just now (status {error.status}): try again later.") from error
    except (discord.GatewayNotFound, OSError) as error:
        raise CannotServe("Discord cannot be reached: check the network, or VOTEDESK_DISCORD_API_URL.") from error


async def _stop(client: VoteClient, connection: asyncio.Task[None]) -> None:
    if not await client.finish(PATIENCE):
        log.error("Stopped with answers still under way after %.0f s.", PATIENCE)
    await client.close()
    connection.cancel()
    # Why it ended, if by itself, whoever awaits the task has been told.
    await asyncio.gather(connection, return_exceptions=True)


def _greeting(client: VoteClient) -> str:
    servers = f"{len(client.guilds)} server{'s' * (len(client.guilds) != 1)}"
    return (
        f"VoteDesk is connected to Discord as {client.user}, in {servers}. "
        f"Add it to a server: {server_link(str(client.application_id))}"
    )
