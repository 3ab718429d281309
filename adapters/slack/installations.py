"""Which workspaces installed the app, with their tokens: slack_sdk's SQLAlchemy stores on VoteDesk's own database, off the loop.

Tokens are sealed on their way in (`secrets.py`). What was found is held for a minute, and longer while the store cannot be
read, so that Slack is acknowledged at once; a workspace that let the app go is forgotten at once here, elsewhere within it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy.exc import SQLAlchemyError

from adapters.slack.secrets import Sealed
from store.database import read_address
from store.schema import engine_for

log = logging.getLogger("votedesk.slack")

HELD_FOR = 60.0
"""Seconds for which a workspace's token is not looked up again."""

STATE_SECONDS = 600
"""For how long an installation may take, from the button to Slack's way back."""

_TOKENS = ("bot_token", "bot_refresh_token", "user_token", "user_refresh_token", "incoming_webhook_url")

_Workspace = tuple[str | None, str | None]


class Installations(AsyncInstallationStore):
    """The port that Bolt asks for, over slack_sdk's synchronous stores in threads: one reads, and never waits for a writer."""

    def __init__(self, reading: sa.Engine, writing: sa.Engine, client_id: str, sealed: Sealed) -> None:
        self._reading = SQLAlchemyInstallationStore(client_id, reading, logger=log)
        self._writing = SQLAlchemyInstallationStore(client_id, writing, logger=log)
        self._sealed = sealed
        self._writes = 0
        self._held: dict[_Workspace, tuple[float, Bot]] = {}
        self._looking: set[asyncio.Task[None]] = set()

    @property
    def logger(self) -> logging.Logger:
        """Where slack_sdk logs."""
        return log

    async def async_save(self, installation: Installation) -> None:
        """Keeps an installation, in place of an older one of the same user."""
        await self._write(self._writing.save, self._sealed_copy(installation))

    async def async_save_bot(self, bot: Bot) -> None:
        """Keeps a bot's token alone."""
        await self._write(self._writing.save_bot, Bot(**self._with_tokens(bot.__dict__, self._sealed.seal)))

    async def async_find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """The workspace's bot, held or looked up. Raises what the database raises, where nothing is held."""
        workspace = (enterprise_id, None if is_enterprise_install else team_id)
        held = self._held.get(workspace)
        if held is not None and time.monotonic() - held[0] < HELD_FOR:
            return held[1]
        if held is not None:
            # Slack waits for the acknowledgement, so what is known serves, and the next event finds it looked up.
            self._held[workspace] = (time.monotonic(), held[1])
            looking = asyncio.create_task(self._look_up_again(workspace, is_enterprise_install))
            self._looking.add(looking)
            looking.add_done_callback(self._looking.discard)
            return held[1]
        return await self._look_up(workspace, is_enterprise_install)

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """Who installed it, with tokens opened."""
        found = await asyncio.to_thread(
            self._reading.find_installation,
            enterprise_id=enterprise_id,
            team_id=team_id,
            user_id=user_id,
            is_enterprise_install=is_enterprise_install,
        )
        return None if found is None else self._opened_copy(found)

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Deletes the bot's token."""
        await self._write(self._writing.delete_bot, enterprise_id=enterprise_id, team_id=team_id)

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Deletes one user's installation, or all of the workspace."""
        await self._write(
            self._writing.delete_installation, enterprise_id=enterprise_id, team_id=team_id, user_id=user_id
        )

    async def async_delete_all(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Deletes all tokens of the workspace."""
        await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)
        await self.async_delete_installation(enterprise_id=enterprise_id, team_id=team_id)

    async def close(self) -> None:
        """Gives the database's connections back."""
        for each in (self._reading, self._writing):
            await asyncio.to_thread(each.engine.dispose)

    async def _write(self, write: Callable[..., None], *given: Any, **named: Any) -> None:
        try:
            await asyncio.to_thread(write, *given, **named)
        finally:
            # Only now: what was looked up meanwhile may be what is no more.
            self._held.clear()
            self._writes += 1

    async def _look_up_again(self, workspace: _Workspace, is_enterprise_install: bool | None) -> None:
        try:
            await self._look_up(workspace, is_enterprise_install)
        except SQLAlchemyError as error:
            log.warning("An installation could not be looked up again (%s).", type(error).__name__)

    async def _look_up(self, workspace: _Workspace, is_enterprise_install: bool | None) -> Bot | None:
        enterprise, team = workspace
        writes = self._writes
        found = await asyncio.to_thread(
            self._reading.find_bot, enterprise_id=enterprise, team_id=team, is_enterprise_install=is_enterprise_install
        )
        bot = None if found is None else Bot(**self._with_tokens(found.__dict__, self._sealed.open))
        if bot is not None and not bot.bot_token:
            log.error("VOTEDESK_TOKEN_KEYS does not open a workspace's token: put the old key back, or install the app again.")
            return None
        if bot is not None and writes == self._writes:
            self._held[workspace] = (time.monotonic(), bot)
        return bot

    def _sealed_copy(self, installation: Installation) -> Installation:
        return Installation(**self._with_tokens(installation.__dict__, self._sealed.seal))

    def _opened_copy(self, installation: Installation) -> Installation:
        return Installation(**self._with_tokens(installation.__dict__, self._sealed.open))

    @staticmethod
    def _with_tokens(facts: Mapping[str, Any], change: Callable[[str | None], str | None]) -> dict[str, Any]:
        changed = {name: change(str(facts[name])) for name in _TOKENS if facts.get(name) is not None}
        return {**facts, **changed}


class OAuthStates(AsyncOAuthStateStore):
    """Random values given out for installations under way, each good for one."""

    def __init__(self, engine: sa.Engine) -> None:
        self._store = SQLAlchemyOAuthStateStore(STATE_SECONDS, engine, logger=log)

    @property
    def logger(self) -> logging.Logger:
        """Where slack_sdk logs."""
        return log

    async def async_issue(self, *args: object, **kwargs: object) -> str:  # noqa: ARG002 - the port's signature
        """A new value."""
        return await asyncio.to_thread(self._store.issue)

    async def async_consume(self, state: str) -> bool:
        """Whether the value was given out, not long ago, and not used yet."""
        return await asyncio.to_thread(self._store.consume, state)


def open_installations(url: str, client_id: str, keys: str) -> tuple[Installations, OAuthStates]:
    """Both stores on one database."""
    address = read_address(url)
    writing = engine_for(address)
    return Installations(engine_for(address, begin="BEGIN"), writing, client_id, Sealed(keys)), OAuthStates(writing)
