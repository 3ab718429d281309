"""The connection: login, commands sent, drops, refusals, shards, and what is wrong told in a sentence."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Any

import aiohttp
import pytest

from adapters.chat.stopping import CannotServe
from adapters.discord.serve import serving
from adapters.settings import ConfigurationError, Settings
from tests.adapters.discord.conftest import Newsroom, Run, newsroom, text_of
from tests.support import discord_events as events
from tests.support.discord_events import IN_CHANNEL, Reader
from tests.support.fake_discord import FakeDiscord

FIRST = "how did Hungary vote on A/RES/ES-11/7?"


def starting(settings: Settings, **changes: Any) -> None:
    """Starts the bot and stops it again."""

    async def whole() -> None:
        async with FakeDiscord(guilds=(events.server(),)) as fake:
            there = settings.model_copy(update={"discord_api_url": fake.api, **changes})
            async with serving(there, lambda _: None, ready_within=0.05):
                pass

    asyncio.run(whole())


def test_commands_are_sent_when_they_changed_and_only_then(settings: Settings) -> None:
    async def test() -> None:
        async with FakeDiscord(guilds=(events.server(),)) as fake:
            for _ in range(2):
                async with newsroom(settings, fake):
                    pass
            assert len(fake.calls_to(r"applications/\d+/commands", "PUT")) == 1
            assert [command["name"] for command in fake.commands] == ["vote", "Check vote claims", "Ask about this"]

    asyncio.run(test())


def test_commands_work_everywhere_and_for_servers_and_users(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        for command in room.fake.commands:
            assert sorted(command["integration_types"]) == [0, 1]
            assert sorted(command["contexts"]) == [0, 1, 2]

    in_newsroom(test)


def test_names_and_descriptions_are_told_in_all_languages(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        languages = {"fr", "de", "it", "es-ES", "es-419", "pt-BR"}
        vote, *menus = room.fake.commands
        waiting = [vote, *menus]
        while waiting:
            one = waiting.pop()
            assert set(one["name_localizations"]) == languages, one["name"]
            if one.get("description"):
                assert set(one["description_localizations"]) == languages, one["description"]
            waiting.extend(one.get("options", []))
        for group in (vote["options"], *(command["options"] for command in vote["options"])):
            for language in languages:
                names = [one["name_localizations"][language] for one in group]
                assert len(names) == len(set(names))

    in_newsroom(test)


def test_after_a_drop_it_resumes_and_answers(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.fake.drop()
        await room.fake.until(lambda: room.fake.resumed)
        assert "Hungary voted no" in text_of(await room.answer(await room.slash("ask", question=FIRST)))

    in_newsroom(test)


def test_asked_to_reconnect_it_does(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.fake.ask_to_reconnect()
        await room.fake.until(lambda: room.fake.resumed)
        assert "Hungary voted no" in text_of(await room.answer(await room.slash("ask", question=FIRST)))

    in_newsroom(test)


def test_a_rate_limit_is_waited_out(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        limited = {"message": "You are being rate limited.", "retry_after": 0.01, "global": False}
        path = f"channels/{IN_CHANNEL.channel}/messages"
        room.fake.fail("POST", path, 429, limited, Via="1.1 loopback")
        await room.write(f"<@123456789012345678> {FIRST}")
        answers = await room.said(count=2)
        assert "Hungary voted no" in text_of(answers[-1])

    in_newsroom(test)


def test_an_error_on_discord_s_side_is_tried_again(in_newsroom: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(room: Newsroom) -> None:
        monkeypatch.setattr("discord.http.asyncio.sleep", _at_once)
        path = f"channels/{IN_CHANNEL.channel}/messages"
        for status in (500, 502, 504):
            room.fake.fail("POST", path, status, {"message": "oops", "code": 0})
        await room.write(f"<@123456789012345678> {FIRST}")
        answers = await room.said(count=4)
        assert "Hungary voted no" in text_of(answers[-1])

    in_newsroom(test)


_SLEEP = asyncio.sleep


async def _at_once(_: float, *__: object) -> None:
    await _SLEEP(0)


def test_health_readiness_and_metrics_are_served_beside_it(settings: Settings) -> None:
    said: list[str] = []

    async def test() -> None:
        async with FakeDiscord(guilds=(events.server(),)) as fake, aiohttp.ClientSession() as reader:
            there = settings.model_copy(update={"discord_api_url": fake.api, "port": 0})
            async with serving(there, said.append, ready_within=0.05, watched=True):
                health = re.search(r"http://\S+/healthz", said[-1])
                assert health is not None
                async with reader.get(health[0]) as answer:
                    assert (answer.status, await answer.json()) == (200, {"record": "ok", "discord": "ok"})
                async with reader.get(health[0].replace("healthz", "readyz")) as answer:
                    assert (answer.status, await answer.json()) == (200, {"record": "ok"})
                async with reader.get(health[0].replace("healthz", "metrics")) as answer:
                    assert "votedesk_waiting 0.0" in await answer.text()

    asyncio.run(test())


def test_a_wrong_token_is_told(settings: Settings) -> None:
    with pytest.raises(ConfigurationError, match="Discord does not accept DISCORD_TOKEN: copy it again"):
        starting(settings, discord_token=Settings.model_validate({"discord_token": "wrong.token.here"}).discord_token)


def test_a_token_reset_later_is_told(settings: Settings) -> None:
    async def test() -> None:
        async with FakeDiscord(guilds=(events.server(),)) as fake:
            there = settings.model_copy(update={"discord_api_url": fake.api})
            async with serving(there, lambda _: None, ready_within=0.05) as connection:
                await fake.drop(code=4004)
                await connection

    with pytest.raises(ConfigurationError, match="no longer accepts DISCORD_TOKEN"):
        asyncio.run(test())


def test_a_missing_intent_is_told(settings: Settings) -> None:
    with pytest.raises(ConfigurationError, match=r"turn on Message Content Intent .* or set VOTEDESK_DISCORD_MESSAGE_CONTENT to 0"):
        starting(settings, discord_message_content=True)


def test_a_missing_token_is_told(settings: Settings) -> None:
    with pytest.raises(ConfigurationError, match="DISCORD_TOKEN is not set"):
        starting(settings, discord_token=None)


def test_a_discord_that_cannot_be_reached_is_told(settings: Settings, unused_address: str) -> None:
    there = settings.model_copy(update={"discord_api_url": unused_address})

    async def test() -> None:
        async with serving(there, lambda _: None):
            pass

    with pytest.raises(CannotServe, match="Discord cannot be reached"):
        asyncio.run(test())


@pytest.fixture
def unused_address() -> str:
    """Nobody listens on port 0."""
    return "http://127.0.0.1:0/api/v10"


def test_several_processes_share_the_shards(settings: Settings) -> None:
    async def test() -> None:
        async with FakeDiscord(guilds=(events.server(),), shards=4) as fake:
            there = settings.model_copy(update={"discord_shards": "2-3/4"})
            async with newsroom(there, fake):
                assert [identity["shard"] for identity in fake.identified] == [[2, 4], [3, 4]]
                assert fake.calls_to(r"applications/\d+/commands", "PUT") == []

    asyncio.run(test())


def test_without_a_range_it_takes_all_shards_that_discord_advises(settings: Settings) -> None:
    async def test() -> None:
        async with FakeDiscord(guilds=(events.server(),), shards=2) as fake, newsroom(settings, fake):
            assert [identity["shard"] for identity in fake.identified] == [[0, 2], [1, 2]]

    asyncio.run(test())


def test_tokens_and_questions_stay_out_of_the_logs(in_newsroom: Run, settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    async def test(room: Newsroom) -> None:
        await room.answer(await room.slash("ask", question=FIRST))

    in_newsroom(test)
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() not in caplog.text
    assert "Hungary" not in caplog.text


def test_what_is_kept_of_a_server_goes_when_it_removes_the_bot(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.answer(await room.slash("settings", answers="off", reader=Reader(permissions=events.MANAGE_SERVER)))
        await room.fake.dispatch("GUILD_DELETE", {"id": IN_CHANNEL.server})
        # Nothing tells when it has gone: asked again and again, at last it answers.
        for number in range(100):
            reader = Reader(id=str(700_000_000_000_000_100 + number))
            answer = await room.answer(await room.slash("ask", question=FIRST, reader=reader))
            if "Hungary voted no" in text_of(answer):
                return
        raise AssertionError(text_of(answer))

    in_newsroom(test)
