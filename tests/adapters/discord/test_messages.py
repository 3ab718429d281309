"""Mentions, replies, threads, forum posts and direct messages."""

from __future__ import annotations

import asyncio

import pytest

from adapters.settings import Settings
from tests.adapters.discord.conftest import Newsroom, Run, labels_of, newsroom, plain, text_of
from tests.support import discord_events as events
from tests.support.discord_checks import all_fit
from tests.support.discord_events import CHANNEL, IN_CHANNEL, IN_DIRECT, IN_POST, MANAGE_SERVER, Reader
from tests.support.fake_discord import BOT, FakeDiscord

FIRST = "how did Hungary vote on A/RES/ES-11/7?"
OTHER = Reader(id="700000000000000002")
NAME = f"<@{BOT['id']}>"


def test_a_mention_is_answered_as_a_reply_that_notifies_nobody(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        message = await room.write(f"{NAME} {FIRST}")
        (answer,) = await room.said()
        assert "Hungary voted no" in text_of(answer)
        assert answer["message_reference"]["message_id"] == int(message["id"])
        assert answer["allowed_mentions"] == {"parse": [], "replied_user": False}
        assert labels_of(answer) == ["Something is wrong"]

    in_newsroom(test)


def test_a_reply_follows_up_the_answer_it_replies_to(in_newsroom: Run) -> None:
    """Also somebody else's answer, and an earlier one than the last."""

    async def test(room: Newsroom) -> None:
        await room.write(f"{NAME} {FIRST}")
        await room.said()
        await room.write(f"{NAME} how did Hungary vote on A/RES/ES-11/8?")
        await room.said(count=2)
        earlier = next(message for message in room.fake.messages.values() if "ES-11/7" in text_of(message))
        await room.write(f"{NAME} and Slovakia?", reader=OTHER, reply_to=earlier)
        *_, answer = await room.said(count=3)
        assert "Slovakia" in text_of(answer)
        assert "A/RES/ES-11/7" in text_of(answer)

    in_newsroom(test)


def test_in_a_direct_message_no_mention_is_needed_and_the_thread_goes_on(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.write(FIRST, where=IN_DIRECT)
        await room.said(IN_DIRECT)
        await room.write("and Slovakia?", where=IN_DIRECT)
        *_, answer = await room.said(IN_DIRECT, 2)
        assert "A/RES/ES-11/7" in text_of(answer)

    in_newsroom(test)


def test_in_a_forum_post_a_mention_alone_asks_its_title(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.write(NAME, where=IN_POST)
        (answer,) = await room.said(IN_POST)
        assert "Hungary voted no" in text_of(answer)
        await room.write(f"{NAME} and Slovakia?", where=IN_POST, reader=OTHER)
        *_, follow_up = await room.said(IN_POST, 2)
        assert "A/RES/ES-11/7" in text_of(follow_up)

    in_newsroom(test)


def test_a_mention_alone_under_a_message_asks_what_that_says(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        quoted = events.written(room.fake, FIRST, OTHER, IN_CHANNEL, names_bot=False)
        await room.write(NAME, reply_to=quoted)
        (answer,) = await room.said()
        assert "Hungary voted no" in text_of(answer)

    in_newsroom(test)


def test_a_mention_alone_is_answered_with_an_example(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.write(NAME)
        (answer,) = await room.said()
        assert plain(answer["content"]).startswith("Ask me how a member state voted")

    in_newsroom(test)


def test_bots_its_own_messages_and_talk_without_a_mention_get_no_answer(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.write(f"{NAME} {FIRST}", reader=Reader(bot=True))
        await room.write(f"{NAME} {FIRST}", reader=Reader(id=BOT["id"], bot=True))
        await room.write(FIRST, names_bot=False)
        hook = events.written(room.fake, f"{NAME} {FIRST}", Reader(), IN_CHANNEL)
        await room.fake.dispatch("MESSAGE_CREATE", {**hook, "webhook_id": "77"})
        joined = events.written(room.fake, NAME, Reader(), IN_CHANNEL)
        await room.fake.dispatch("MESSAGE_CREATE", {**joined, "type": 7})
        edited = events.written(room.fake, f"{NAME} {FIRST}", Reader(), IN_CHANNEL)
        await room.fake.dispatch("MESSAGE_UPDATE", edited)
        await room.settled()
        assert room.fake.calls_to(f"channels/{CHANNEL}/.*") == []

    in_newsroom(test)


def test_a_message_delivered_twice_is_answered_once(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        message = await room.write(f"{NAME} {FIRST}")
        await room.fake.dispatch("MESSAGE_CREATE", message)
        await room.said()
        await room.settled()
        assert len(room.fake.calls_to(f"channels/{CHANNEL}/messages")) == 1

    in_newsroom(test)


def test_where_answers_are_private_a_mention_is_answered_by_direct_message(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        manager = Reader(permissions=MANAGE_SERVER)
        await room.answer(await room.slash("settings", answers="private", reader=manager))
        await room.write(f"{NAME} {FIRST}", reader=OTHER)
        await room.fake.until(lambda: room.fake.calls_to(f"channels/9{OTHER.id}/messages"))
        (call,) = room.fake.calls_to(f"channels/9{OTHER.id}/messages")
        assert "Hungary voted no" in text_of(call.payload)
        assert room.fake.calls_to(f"channels/{CHANNEL}/messages") == []

    in_newsroom(test)


def test_who_takes_no_direct_messages_is_told_of_the_command(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        manager = Reader(permissions=MANAGE_SERVER)
        await room.answer(await room.slash("settings", answers="private", reader=manager))
        room.fake.fail("POST", f"channels/9{OTHER.id}/messages", 403, {"code": 50007, "message": "Cannot send messages to this user"})
        await room.write(f"{NAME} {FIRST}", reader=OTHER)
        (answer,) = await room.said()
        assert "/vote ask" in answer["content"]
        assert "Hungary" not in text_of(answer)

    in_newsroom(test)


def test_a_channel_that_is_closed_to_the_bot_is_said_to_be(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        await room.answer(await room.slash("settings", answers="off", reader=Reader(permissions=MANAGE_SERVER)))
        await room.write(f"{NAME} {FIRST}")
        (answer,) = await room.said()
        assert "does not want it to answer in this channel" in answer["content"]

    in_newsroom(test)


def test_a_failure_nobody_foresaw_is_one_sentence(in_newsroom: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(room: Newsroom) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("Hungary")

        monkeypatch.setattr("adapters.discord.front.render", fail)
        await room.write(f"{NAME} {FIRST}")
        (answer,) = await room.said()
        assert answer["content"].startswith("Something went wrong on my side")

    in_newsroom(test)


@pytest.mark.parametrize(("text", "expected"), [("and Slovakia?", "Slovakia"), ("thanks, great!", None), ("can we use this?", None)])
def test_with_message_content_a_thread_goes_on_without_a_mention(settings: Settings, text: str, expected: str | None) -> None:
    async def test() -> None:
        there = settings.model_copy(update={"discord_message_content": True})
        async with FakeDiscord(guilds=(events.server(),), may_read_messages=True) as fake, newsroom(there, fake) as room:
            await room.write(f"{NAME} {FIRST}", where=IN_POST)
            await room.said(IN_POST)
            await room.write(text, where=IN_POST, names_bot=False)
            await room.settled()
            if expected is None:
                assert len(fake.calls_to(f"channels/{IN_POST.channel}/messages")) == 1
            else:
                *_, answer = await room.said(IN_POST, 2)
                assert expected in text_of(answer)
            all_fit(fake)

    asyncio.run(test())


def test_no_privileged_intent_is_asked_for_unless_the_owner_wants_it(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        privileged = (1 << 1) | (1 << 8) | (1 << 15)
        assert room.fake.identified[0]["intents"] & privileged == 0

    in_newsroom(test)


@pytest.mark.parametrize("text", ["check: Hungary voted against A/RES/ES-11/7.", "check Hungary voted against A/RES/ES-11/7."])
def test_a_text_behind_check_is_checked(in_newsroom: Run, text: str) -> None:
    async def test(room: Newsroom) -> None:
        await room.write(text)
        assert "1 supported" in text_of((await room.said())[0])

    in_newsroom(test)


def test_a_file_sent_with_check_is_checked(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        file = room.fake.hold("message.txt", b"Hungary voted against A/RES/ES-11/7.")
        await room.write("check", files=[file])
        assert "1 supported" in text_of((await room.said())[0])

    in_newsroom(test)
