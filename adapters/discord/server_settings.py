"""`/vote settings`: what a server's managers see and change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from adapters.chat.rules import Rule
from adapters.discord.escaping import escape
from adapters.discord.front import notice
from adapters.discord.limits import MESSAGE_CONTENT
from adapters.discord.panel import Message
from adapters.discord.place import Place
from adapters.discord.servers import LANGUAGE, PRIVATE_FIRST, Server, Servers
from adapters.discord.texts import LANGUAGES, say
from store.chat_state import EVERYWHERE
from store.errors import StoreError

AS_SERVER = "as-server"
READERS_OWN = "own"

MEANINGS = {
    Rule.OPEN: "Where everybody can see it",
    Rule.PRIVATE: "Only to whoever asks, without sharing",
    Rule.OFF: "Not at all",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What a manager chose; None where nothing was. `channel`: its id, None for the whole server."""

    channel: str | None = None
    answers: str | None = None
    private_first: bool | None = None
    language: str | None = None


class SettingsPanel:
    """Of all servers."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers

    async def change(self, place: Place, change: Change, *, is_manager: bool, is_member: bool) -> Message:
        """Changes what was chosen, then shows what holds. `is_member`: the bot was added to the server, not only to a user."""
        language = self._servers.language(place, await self._servers.read(place))
        if place.server is None or not is_member:
            return notice("Settings belong to a server to which VoteDesk was added.", language)
        if not is_manager:
            return notice("Only members who may manage this server can see or change its settings.", language)
        try:
            await self._apply(place, change)
        except StoreError:
            return notice(
                "The settings could not be kept, since the store cannot be written just now. Please try again in a few minutes.",
                language,
            )
        server = await self._servers.read(place)
        return Message(text=_summary(server, self._servers.language(place, server)), private=True)

    async def _apply(self, place: Place, change: Change) -> None:
        if change.answers is not None:
            rule = None if change.answers == AS_SERVER else Rule(change.answers)
            await self._servers.set_rule(place, change.channel or EVERYWHERE, rule)
        if change.private_first is not None:
            await self._servers.set(place, PRIVATE_FIRST, "1" if change.private_first else None)
        if change.language is not None:
            await self._servers.set(place, LANGUAGE, None if change.language == READERS_OWN else change.language)


def _summary(server: Server, language: str) -> str:
    lines = list(_rule_lines(server, language))
    state = say("yes" if server.private_first else "no", language)
    spoken = LANGUAGES[server.language] if server.language else say("Each reader's own", language)
    after = (
        say("Commands answer only to whoever asks at first: {state}", language, state=state),
        say("Language: {spoken}", language, spoken=spoken),
        f"-# {say('Change them with the options of this command.', language)}",
    )
    room = MESSAGE_CONTENT - sum(len(line) + 1 for line in after)
    while sum(len(line) + 1 for line in lines) > room:
        lines = [*lines[:-2], "..."]
    return "\n".join((*lines, *after))


def _rule_lines(server: Server, language: str) -> Iterator[str]:
    rules = {channel: Rule(rule) for channel, rule in server.rules.items() if rule in list(Rule)}
    for channel, rule in sorted(rules.items(), key=lambda one: one[0] == EVERYWHERE):
        if channel != EVERYWHERE:
            yield _rule_line(f"<#{channel}>", rule, language)
    yield _rule_line(escape(say("all other channels", language)), rules.get(EVERYWHERE, Rule.OPEN), language)


def _rule_line(channel: str, rule: Rule, language: str) -> str:
    return say("Answers in {channel}: {rule}", language, channel=channel, rule=say(MEANINGS[rule], language))
