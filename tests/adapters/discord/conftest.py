"""VoteDesk on a loopback Discord, with the real discord.py, over a starter store of its own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from adapters.discord.serve import serving
from adapters.settings import Settings
from store.importers.load import ensure_starter
from tests.support import discord_events as events
from tests.support.discord_checks import all_fit
from tests.support.discord_events import IN_CHANNEL, Reader, Where
from tests.support.fake_discord import TOKEN, Call, FakeDiscord

READER = Reader()


@pytest.fixture(scope="session")
def starter_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the starter record, made once. Not to be written to."""
    file = tmp_path_factory.mktemp("starter") / "votedesk.sqlite3"
    ensure_starter(f"sqlite:///{file.as_posix()}")
    return file


@pytest.fixture
def store_file(starter_file: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(starter_file, tmp_path / "store.sqlite3"))


@pytest.fixture
def settings(store_file: Path, tmp_path: Path) -> Settings:
    """Those of a bot over that copy; the address of the loopback comes in when it is known."""
    return Settings.model_validate({"database_url": f"sqlite:///{store_file}", "data_dir": tmp_path, "discord_token": TOKEN})


@dataclass
class Newsroom:
    """Readers at work in the loopback Discord. Each method gives the interaction's id, once it was sent."""

    fake: FakeDiscord

    async def slash(self, path: str, *, reader: Reader = READER, where: Where = IN_CHANNEL, **options: Any) -> str:
        """`/vote path option:value`."""
        return await self.send(events.command(self.fake, path, options, reader, where))

    async def completions(self, path: str, focused: str, *, reader: Reader = READER, **options: str) -> list[dict[str, str]]:
        """What is offered for the option `focused`."""
        id_ = await self.send(events.typing(self.fake, path, options, focused, reader, IN_CHANNEL))
        found: list[dict[str, str]] = (await self.first(id_)).payload["data"]["choices"]
        return found

    async def menu(self, name: str, message: dict[str, Any], *, reader: Reader = READER, where: Where = IN_CHANNEL) -> str:
        """An entry of the message's menu."""
        return await self.send(events.menu(self.fake, name, message, reader, where))

    async def press(
        self, message: dict[str, Any], label: str, *, reader: Reader = READER, where: Where = IN_CHANNEL
    ) -> str:
        """The button that says so."""
        button = next(one for one in components(message) if one.get("label") == label)
        return await self.send(events.press(self.fake, message, button["custom_id"], reader, where))

    async def pick(self, message: dict[str, Any], value: str, *, reader: Reader = READER, where: Where = IN_CHANNEL) -> str:
        """The option of a menu that carries this value."""
        select = next(one for one in components(message) if any(o["value"] == value for o in one.get("options", [])))
        return await self.send(events.press(self.fake, message, select["custom_id"], reader, where, [value]))

    async def fill(self, custom_id: str, text: str, *, reader: Reader = READER, where: Where = IN_CHANNEL) -> str:
        """A form, sent off."""
        return await self.send(events.form(self.fake, custom_id, text, reader, where))

    async def write(
        self,
        text: str,
        *,
        reader: Reader = READER,
        where: Where = IN_CHANNEL,
        names_bot: bool = True,
        reply_to: dict[str, Any] | None = None,
        files: Sequence[dict[str, Any]] = (),
    ) -> dict[str, Any]:
        """A message."""
        message = events.written(self.fake, text, reader, where, names_bot=names_bot, reply_to=reply_to)
        message["attachments"] = list(files)
        await self.fake.dispatch("MESSAGE_CREATE", message)
        return message

    async def send(self, interaction: dict[str, Any]) -> str:
        """Any interaction."""
        await self.fake.dispatch("INTERACTION_CREATE", interaction)
        return str(interaction["id"])

    async def first(self, id_: str) -> Call:
        """The first answer to an interaction, whatever it is."""
        await self.fake.until(lambda: self.fake.callbacks(id_))
        return self.fake.callbacks(id_)[0]

    async def answer(self, id_: str) -> dict[str, Any]:
        """The message that answers an interaction, as it stands in the end."""
        call = await self.first(id_)
        if call.payload["type"] == 5:
            await self.fake.until(lambda: self.fake.calls_to(rf"webhooks/\d+/token-{id_}/messages/@original", "PATCH"))
        await self.fake.until(lambda: f"token-{id_}" in self.fake.originals)
        return self.fake.messages[self.fake.originals[f"token-{id_}"]]

    async def followed_up(self, id_: str) -> dict[str, Any]:
        """The message sent after the first answer."""
        await self.fake.until(lambda: self.fake.calls_to(rf"webhooks/\d+/token-{id_}", "POST"))
        found: dict[str, Any] = self.fake.calls_to(rf"webhooks/\d+/token-{id_}", "POST")[0].payload
        return found

    async def said(self, where: Where = IN_CHANNEL, count: int = 1) -> list[dict[str, Any]]:
        """The first so many messages that the bot wrote to a channel."""
        path = rf"channels/{where.channel}/messages"
        await self.fake.until(lambda: len(self.fake.calls_to(path, "POST")) >= count)
        return [call.payload for call in self.fake.calls_to(path, "POST")]

    async def settled(self) -> None:
        """Everything sent so far was taken in: an answer to a later event has come."""
        await self.answer(await self.slash("help", reader=Reader(id="700000000000000777")))


@contextlib.asynccontextmanager
async def newsroom(settings: Settings, fake: FakeDiscord) -> AsyncIterator[Newsroom]:
    """The bot at work, until the block ends."""
    there = settings.model_copy(update={"discord_api_url": fake.api})
    async with serving(there, lambda _: None, ready_within=0.05):
        yield Newsroom(fake)


Test = Callable[[Newsroom], Coroutine[Any, Any, None]]
Run = Callable[[Test], None]


@pytest.fixture
def in_newsroom(settings: Settings) -> Run:
    """Runs a coroutine function with a bot that is connected before and stopped afterwards."""

    def run(test: Test) -> None:
        async def whole() -> None:
            async with FakeDiscord(guilds=(events.server(),)) as fake, newsroom(settings, fake) as room:
                await test(room)
            all_fit(fake)

        asyncio.run(whole())

    return run


def components(message: dict[str, Any]) -> list[dict[str, Any]]:
    """All of them, nested ones too."""
    found: list[dict[str, Any]] = []
    waiting: list[Any] = [message]
    while waiting:
        one = waiting.pop(0)
        found.append(one)
        waiting[:0] = one.get("components") or []
    return found[1:]


def text_of(message: dict[str, Any]) -> str:
    """Everything that a message says, without its buttons."""
    shown = [one["content"] for one in components(message) if one.get("type") == 10]
    embeds = [embed.get("description", "") for embed in message.get("embeds") or []]
    return "\n".join((message.get("content") or "", *shown, *embeds))


def labels_of(message: dict[str, Any]) -> list[str]:
    """What its buttons say."""
    return [one["label"] for one in components(message) if one.get("type") == 2]


def options_of(message: dict[str, Any]) -> list[str]:
    """What its menus offer to be asked."""
    return [option["value"] for one in components(message) for option in one.get("options", [])]


def is_private(message: dict[str, Any]) -> bool:
    """Only whoever asked sees it."""
    return bool((message.get("flags") or 0) & 64)


def plain(markdown: str) -> str:
    """The text as a reader sees it."""
    return markdown.replace("\\", "")


def ids_of(calls: Sequence[Call]) -> str:
    """For an assertion's message."""
    return json.dumps([call.path for call in calls])
