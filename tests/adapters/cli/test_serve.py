"""`votedesk serve` and `votedesk discord`, as whole processes where it matters."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.adapters.cli.conftest import Votedesk
from tests.support.fake_discord import TOKEN, FakeDiscord
from tests.support.fake_slack import APP_TOKEN, BOT_TOKEN, FakeSlack

ROOT = Path(__file__).parents[3]


async def serving(data_dir: Path, fake: FakeDiscord, *words: str, **variables: str) -> asyncio.subprocess.Process:
    """`votedesk serve WORDS...` in a process of its own."""
    given = {"VOTEDESK_DATA_DIR": str(data_dir), "VOTEDESK_DISCORD_API_URL": fake.api, "DISCORD_TOKEN": TOKEN, **variables}
    command = (sys.executable, "-m", "adapters.cli", "serve", *words)
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT, env={**os.environ, **given}, stderr=asyncio.subprocess.PIPE)


@pytest.mark.parametrize("which", ["discord", "all"])
def test_sigterm_ends_it_with_nothing_to_complain_about(data_dir: Path, which: str) -> None:
    async def test() -> None:
        async with FakeDiscord() as fake:
            process = await serving(data_dir, fake, which)
            assert process.stderr is not None
            greeting = (await process.stderr.readline()).decode()
            assert greeting.startswith("VoteDesk is connected to Discord as VoteDesk#0000, in 0 servers.")
            process.send_signal(signal.SIGTERM)
            said = (await process.stderr.read()).decode()
            assert (await process.wait(), said) == (0, "Stopping: finishing what has begun.\n")

    asyncio.run(test())


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"DISCORD_TOKEN": "wrong.token.here"}, "Discord does not accept DISCORD_TOKEN"),
        ({"VOTEDESK_DISCORD_MESSAGE_CONTENT": "1"}, "Discord does not give the message content"),
        ({"VOTEDESK_DISCORD_SHARDS": "4/4"}, "VOTEDESK_DISCORD_SHARDS is '4/4'"),
        ({"DISCORD_TOKEN": ""}, "DISCORD_TOKEN is not set"),
    ],
)
def test_what_is_set_up_wrongly_is_one_sentence_and_status_2(data_dir: Path, variables: dict[str, str], sentence: str) -> None:
    async def test() -> None:
        async with FakeDiscord() as fake:
            process = await serving(data_dir, fake, "discord", **variables)
            _, said = await process.communicate()
            assert process.returncode == 2
            assert said.decode().startswith(f"votedesk: {sentence}")
            assert len(said.decode().splitlines()) == 1

    asyncio.run(test())


def test_with_no_chat_set_up_serving_all_says_where_to_begin(votedesk: Votedesk) -> None:
    outcome = votedesk("serve", "all")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "votedesk: No chat is set up: docs/slack.md and docs/discord.md say how.\n"


def test_the_invite_prints_both_links_and_asks_nobody(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    outcome = votedesk("discord", "invite")
    assert outcome.status == 0
    assert len(re.findall(r"https://discord\.com/oauth2/authorize\?client_id=123456789012345678&", outcome.out)) == 2
    assert TOKEN not in outcome.out


def test_the_doctor_says_whether_discord_can_be_served(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Discord" not in votedesk("doctor").out
    monkeypatch.setenv("DISCORD_TOKEN", "nonsense")
    told = votedesk("doctor")
    assert told.status == 1
    assert "DISCORD_TOKEN is no bot's token" in told.out
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    told = votedesk("doctor")
    assert told.status == 0
    assert "Discord: application 123456789012345678, all shards" in told.out


def test_both_chats_of_one_process_ask_one_desk(votedesk: Votedesk, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = []

    def serving(*_: object, common: object, **__: object) -> contextlib.AbstractAsyncContextManager[None]:
        shared.append(common)
        return contextlib.nullcontext()

    async def served(fronts: Sequence[object], _: object) -> None:
        assert len(fronts) == 2

    for name, value in (("SLACK_BOT_TOKEN", BOT_TOKEN), ("SLACK_APP_TOKEN", APP_TOKEN), ("DISCORD_TOKEN", TOKEN)):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("adapters.slack.serve.serving", serving)
    monkeypatch.setattr("adapters.discord.serve.serving", serving)
    monkeypatch.setattr("adapters.chat.stopping.serve_until_stopped", served)
    assert votedesk("serve", "all").status == 0
    assert shared[0] is shared[1] is not None


def test_one_process_serves_slack_and_discord_and_stops_both(data_dir: Path) -> None:
    async def test() -> None:
        async with FakeDiscord() as discord, FakeSlack() as slack:
            variables = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "VOTEDESK_SLACK_API_URL": slack.api_url}
            process = await serving(data_dir, discord, "all", VOTEDESK_PORT="0", **variables)
            assert process.stderr is not None
            greetings = [(await process.stderr.readline()).decode() for _ in range(2)]
            assert "connected to Slack (Socket Mode)" in greetings[0]
            assert "connected to Discord" in greetings[1]
            process.send_signal(signal.SIGTERM)
            said = (await process.stderr.read()).decode()
            assert (await process.wait(), said) == (0, "Stopping: finishing what has begun.\n")

    asyncio.run(test())
