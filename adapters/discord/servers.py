"""What servers have set for themselves, kept in the store and remembered here for a few seconds."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from adapters.chat.rules import Rule, rule_for
from adapters.chat.shared_state import SharedState
from adapters.discord.place import Place
from adapters.discord.texts import LANGUAGES, language_of
from store.errors import StoreError

REMEMBERED = 10.0
"""Seconds until the store is asked again, so that a change made through another process is soon seen."""

_MOST_REMEMBERED = 5_000
LANGUAGE = "language"
PRIVATE_FIRST = "private_first"


@dataclass(frozen=True, slots=True)
class Server:
    """`rules` by channel, "*" for all others; `language` None: each reader's own; `private_first`: of commands."""

    rules: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None
    private_first: bool = False


NOTHING_SET = Server()


class Servers:
    """Of all servers. `configured`: rules from the settings, which a server's own come before."""

    def __init__(
        self, state: SharedState, configured: Mapping[str, Rule], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._state = state
        self._configured = configured
        self._clock = clock
        self._known: OrderedDict[str, tuple[float, Server]] = OrderedDict()

    def known(self, place: Place) -> Server | None:
        """What is remembered, however old; None where nothing is."""
        if place.server is None:
            return NOTHING_SET
        remembered = self._known.get(place.workspace)
        return remembered[1] if remembered else None

    async def read(self, place: Place) -> Server:
        """What holds there. While the store is down, what held last."""
        remembered = self._known.get(place.workspace)
        if place.server is None:
            return NOTHING_SET
        if remembered and self._clock() - remembered[0] < REMEMBERED:
            return remembered[1]
        try:
            return await self._read(place.workspace)
        except StoreError:
            return remembered[1] if remembered else NOTHING_SET

    async def set_rule(self, place: Place, channel: str, rule: Rule | None) -> None:
        """Raises `StoreError`."""
        await self._state.set_rule(place.workspace, channel, rule)
        await self._read(place.workspace)

    async def set(self, place: Place, name: str, value: str | None) -> None:
        """Sets `LANGUAGE` or `PRIVATE_FIRST`; None takes it away. Raises `StoreError`."""
        await self._state.set_setting(place.workspace, name, value)
        await self._read(place.workspace)

    def rule(self, place: Place, server: Server) -> Rule:
        """How the bot may answer there; outside servers there are no rules."""
        return Rule.OPEN if place.server is None else rule_for(place.channel, server.rules, self._configured)

    def language(self, place: Place, server: Server | None) -> str:
        """The server's own, else the reader's."""
        return (server.language if server else None) or language_of(place.locale)

    def forget(self, workspace: str) -> None:
        """What is remembered of a server that let the bot go."""
        self._known.pop(workspace, None)

    async def _read(self, workspace: str) -> Server:
        own = await self._state.settings(workspace)
        language = own.get(LANGUAGE)
        server = Server(
            await self._state.rules(workspace), language if language in LANGUAGES else None, own.get(PRIVATE_FIRST) == "1"
        )
        self._known[workspace] = (self._clock(), server)
        self._known.move_to_end(workspace)
        if len(self._known) > _MOST_REMEMBERED:
            self._known.popitem(last=False)
        return server
