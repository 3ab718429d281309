"""A slow store, a store that is down, an interaction delivered twice or too late, and a stop in the middle of an answer."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from adapters.chat.turns import Turns
from adapters.discord.exchange import FIRST_SIGN
from adapters.discord.limits import ANSWER_WITHIN
from adapters.settings import Settings
from tests.adapters.discord.conftest import READER, Newsroom, Run, is_private, newsroom, text_of
from tests.support import discord_events as events
from tests.support.discord_events import CHANNEL, IN_CHANNEL, Reader
from tests.support.fake_discord import FakeDiscord

FIRST = "how did Hungary vote on A/RES/ES-11/7?"
ROLL = "who voted how on A/RES/ES-11/7?"
DEFERRED, DEFERRED_UPDATE = 5, 6


class SlowDesk:
    """Every question waits until it is released."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.release = threading.Event()
        ask = Turns.ask

        def slowly(*given: Any, **named: Any) -> Any:
            self.release.wait(30)
            return ask(*given, **named)

        monkeypatch.setattr(Turns, "ask", slowly)


def test_a_slow_answer_is_deferred_first(in_newsroom: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(room: Newsroom) -> None:
        slow = SlowDesk(monkeypatch)
        asked = await room.slash("ask", question=FIRST)
        assert (await room.first(asked)).payload["type"] == DEFERRED
        slow.release.set()
        answer = await room.answer(asked)
        await room.fake.until(lambda: "Hungary voted no" in text_of(answer))
        assert len(room.fake.callbacks(asked)) == 1

    in_newsroom(test)


def test_a_slow_private_answer_is_deferred_in_private(in_newsroom: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(room: Newsroom) -> None:
        slow = SlowDesk(monkeypatch)
        asked = await room.slash("ask", question=FIRST, private=True)
        assert (await room.first(asked)).payload["data"]["flags"] == 64
        slow.release.set()
        assert is_private(await room.answer(asked))

    in_newsroom(test)


def test_a_slow_page_file_share_and_remark_are_deferred_each_in_its_way(in_newsroom: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=ROLL, private=True))
        form = (await room.first(await room.press(answer, "Something is wrong"))).payload["data"]["custom_id"]
        slow = SlowDesk(monkeypatch)
        turned = await room.press(answer, "Next")
        listed = await room.press(answer, "Full list (CSV)")
        remarked = await room.fill(form, "wrong")
        assert (await room.first(turned)).payload["type"] == DEFERRED_UPDATE
        assert (await room.first(listed)).payload["type"] == DEFERRED
        assert (await room.first(remarked)).payload["type"] == DEFERRED
        slow.release.set()
        await room.fake.until(lambda: "Page 2 of 2" in str(answer))
        assert (await room.answer(listed))["content"].startswith("193 lines")
        assert (await room.answer(remarked))["content"].startswith("Thank you")

    in_newsroom(test)


def test_a_slow_share_updates_the_private_answer_and_then_tells_everybody(in_newsroom: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=FIRST, private=True))
        slow = SlowDesk(monkeypatch)
        shared = await room.press(answer, "Share in the channel")
        assert (await room.first(shared)).payload["type"] == DEFERRED_UPDATE
        slow.release.set()
        told = await room.followed_up(shared)
        assert not is_private(told)
        assert "Share in the channel" not in str(answer)

    in_newsroom(test)


def test_while_a_mention_is_looked_up_the_bot_is_seen_typing(in_newsroom: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(room: Newsroom) -> None:
        slow = SlowDesk(monkeypatch)
        await room.write(f"<@123456789012345678> {FIRST}")
        await room.fake.until(lambda: room.fake.calls_to(f"channels/{CHANNEL}/typing"))
        slow.release.set()
        (answer,) = await room.said()
        assert "Hungary voted no" in text_of(answer)

    in_newsroom(test)


def test_a_store_that_is_down_is_one_polite_sentence_and_is_used_again_without_a_restart(in_newsroom: Run, store_file: Path) -> None:
    async def test(room: Newsroom) -> None:
        away = store_file.rename(store_file.with_suffix(".away"))
        refused = await room.answer(await room.slash("ask", question=FIRST))
        assert refused["content"].startswith("I cannot reach the voting record just now")
        assert is_private(refused)
        assert await room.completions("country", "name", name="hun") == []
        away.rename(store_file)
        assert "Hungary voted no" in text_of(await room.answer(await room.slash("ask", question=FIRST)))

    in_newsroom(test)


def test_while_an_import_writes_questions_are_answered(in_newsroom: Run, store_file: Path) -> None:
    async def test(room: Newsroom) -> None:
        with closing(sqlite3.connect(store_file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            asked = await room.slash("ask", question=FIRST)
            assert (await room.first(asked)).payload["type"] == DEFERRED
            answer = await room.answer(asked)
            await room.fake.until(lambda: "Hungary voted no" in text_of(answer))
            other.execute("ROLLBACK")

    in_newsroom(test)


def test_the_first_sign_comes_well_before_discord_gives_up() -> None:
    assert FIRST_SIGN < 0.3 < ANSWER_WITHIN


def test_settings_that_cannot_be_kept_are_said_to_be(in_newsroom: Run, store_file: Path) -> None:
    async def test(room: Newsroom) -> None:
        away = store_file.rename(store_file.with_suffix(".away"))
        refused = await room.answer(await room.slash("settings", answers="off", reader=Reader(permissions=events.MANAGE_SERVER)))
        assert refused["content"].startswith("The settings could not be kept")
        away.rename(store_file)

    in_newsroom(test)


def test_an_interaction_delivered_twice_is_answered_once(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        asked = events.command(room.fake, "ask", {"question": FIRST}, READER, IN_CHANNEL)
        for _ in range(3):
            await room.send(asked)
        await room.answer(asked["id"])
        await room.settled()
        assert len(room.fake.calls_to(rf"(interactions/{asked['id']}|webhooks/\d+/token-{asked['id']}).*")) == 1

    in_newsroom(test)


def test_an_interaction_delivered_to_two_processes_is_answered_once(settings: Settings) -> None:
    async def test() -> None:
        async with FakeDiscord(guilds=(events.server(),)) as fake, newsroom(settings, fake) as room:
            first = fake._sockets[0]
            async with newsroom(settings, fake):
                asked = events.command(fake, "ask", {"question": FIRST}, READER, IN_CHANNEL)
                await room.send(asked)
                fake._sockets[0] = first
                await room.send(asked)
                await room.answer(asked["id"])
                await room.settled()
                assert len(fake.calls_to(rf"(interactions/{asked['id']}|webhooks/\d+/token-{asked['id']}).*")) == 1

    asyncio.run(test())


def test_an_interaction_whose_time_has_passed_is_a_line_in_the_log(in_newsroom: Run, caplog: pytest.LogCaptureFixture) -> None:
    async def test(room: Newsroom) -> None:
        late = events.command(room.fake, "ask", {"question": FIRST}, READER, IN_CHANNEL)
        room.fake.expired.add(late["id"])
        await room.send(late)
        await room.first(late["id"])
        await room.settled()
        assert len(room.fake.callbacks(late["id"])) == 1

    caplog.set_level(logging.WARNING)
    in_newsroom(test)
    assert "An interaction had expired before it could be answered" in caplog.text
    assert "Traceback" not in caplog.text


def test_a_stop_finishes_what_has_begun_and_tells_who_asks_meanwhile(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        async with FakeDiscord(guilds=(events.server(),)) as fake:
            room = Newsroom(fake)
            slow = SlowDesk(monkeypatch)
            slow.release.set()
            running = newsroom(settings, fake)
            await running.__aenter__()
            slow.release.clear()
            begun = await room.slash("ask", question=FIRST)
            await room.first(begun)
            stopping = asyncio.create_task(running.__aexit__(None, None, None))
            refused = await room.answer(await room.slash("ask", question=FIRST, reader=Reader(id="700000000000000009")))
            assert refused["content"].startswith("VoteDesk is just being restarted")
            assert not stopping.done()
            slow.release.set()
            await stopping
            assert "Hungary voted no" in text_of(await room.answer(begun))

    asyncio.run(test())
