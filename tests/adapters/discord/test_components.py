"""Buttons, menus, forms and the menus of messages; all of them also after a restart."""

from __future__ import annotations

import asyncio
import json

import pytest

from adapters.settings import Settings
from tests.adapters.discord.conftest import (
    READER,
    Newsroom,
    Run,
    components,
    is_private,
    labels_of,
    newsroom,
    options_of,
    plain,
    text_of,
)
from tests.support import discord_events as events
from tests.support.discord_checks import all_fit
from tests.support.discord_events import IN_CHANNEL, Reader
from tests.support.fake_discord import FakeDiscord

ROLL = "who voted how on A/RES/ES-11/7?"
FIRST = "how did Hungary vote on A/RES/ES-11/7?"
OTHER = Reader(id="700000000000000002")


def test_a_long_roll_call_is_turned_page_by_page_in_place(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=ROLL))
        assert "Page 1 of 2" in labels_of(answer)
        first = plain(text_of(answer))
        turned = await room.press(answer, "Next")
        assert (await room.first(turned)).payload["type"] == 7
        second = plain(text_of(answer))
        assert "Page 2 of 2" in labels_of(answer)
        assert "Against · 18:" in first
        assert "In favour · 93" in second
        assert ROLL in second
        assert "https://digitallibrary.un.org/record/" in second
        await room.first(await room.press(answer, "Previous"))
        assert plain(text_of(answer)) == first

    in_newsroom(test)


def test_pages_turn_after_a_restart(settings: Settings) -> None:
    async def test() -> None:
        async with FakeDiscord(guilds=(events.server(),)) as fake:
            async with newsroom(settings, fake) as room:
                answer = await room.answer(await room.slash("ask", question=ROLL))
            async with newsroom(settings, fake) as room:
                await room.first(await room.press(answer, "Next"))
                assert "In favour · 93" in text_of(answer)
                follow_up = await room.answer(await room.slash("ask", question="and Hungary?"))
                assert "Hungary voted no" in text_of(follow_up)
            all_fit(fake)

    asyncio.run(test())


def test_a_choice_is_asked_after_a_restart(settings: Settings) -> None:
    async def test() -> None:
        async with FakeDiscord(guilds=(events.server(),)) as fake:
            async with newsroom(settings, fake) as room:
                answer = await room.answer(await room.slash("ask", question="what was the vote on Ukraine?"))
            async with newsroom(settings, fake) as room:
                chosen = await room.answer(await room.pick(answer, "what was the vote on A/RES/ES-11/7?"))
                assert "93 in favour" in text_of(chosen)

    asyncio.run(test())


def test_the_whole_list_comes_as_a_file_to_whoever_wants_it(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=ROLL))
        call = await room.first(await room.press(answer, "Full list (CSV)", reader=OTHER))
        assert call.payload["data"]["flags"] & 64
        assert call.payload["data"]["content"].startswith("193 lines")
        (name, content), = call.files.items()
        assert name == "A-RES-ES-11-7.csv"
        assert b"Hungary,no" in content

    in_newsroom(test)


def test_a_private_answer_is_shared_once_under_the_name_of_who_shared_it(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=FIRST, private=True))
        pressed = await room.press(answer, "Share in the channel")
        again = await room.press(answer, "Share in the channel")
        shared = await room.followed_up(pressed)
        assert not is_private(shared)
        assert f"Shared by <@{READER.id}>" in text_of(shared)
        assert "Hungary voted no" in text_of(shared)
        assert "Share in the channel" not in labels_of(shared)
        refused = await room.answer(again)
        assert "shared already" in refused["content"]
        assert is_private(refused)
        assert "Share in the channel" not in labels_of(answer)

    in_newsroom(test)


def test_where_nobody_may_write_sharing_says_so(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=FIRST, private=True))
        room.fake.fail("POST", r"webhooks/\d+/[^/]+", 403, {"code": 50013, "message": "Missing Permissions"})
        pressed = await room.press(answer, "Share in the channel")
        path = rf"webhooks/\d+/token-{pressed}"
        await room.fake.until(lambda: len(room.fake.calls_to(path, "POST")) == 2)
        told = room.fake.calls_to(path, "POST")[1].payload
        assert told["content"].startswith("I cannot write in this channel")
        assert is_private(told)

    in_newsroom(test)


def test_a_page_turned_twice_by_one_press_is_turned_once(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=ROLL))
        button = next(one for one in components(answer) if one.get("label") == "Next")
        pressed = events.press(room.fake, answer, button["custom_id"], READER, IN_CHANNEL)
        for _ in range(2):
            await room.send(pressed)
        await room.settled()
        assert len(room.fake.callbacks(pressed["id"])) == 1

    in_newsroom(test)


def test_a_choice_under_a_private_answer_is_answered_in_private(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question="what was the vote on Ukraine?", private=True))
        chosen = await room.answer(await room.pick(answer, "what was the vote on A/RES/ES-11/7?"))
        assert is_private(chosen)

    in_newsroom(test)


def test_what_can_be_asked_next_is_a_menu(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question="how did Hungary vote?"))
        suggestion = options_of(answer)[0]
        assert suggestion.startswith("how did Hungary vote on ")
        assert "Hungary" in text_of(await room.answer(await room.pick(answer, suggestion)))

    in_newsroom(test)


def test_a_reader_s_remark_goes_to_the_owner_with_question_and_reply(in_newsroom: Run, settings: Settings) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=FIRST))
        opened = await room.first(await room.press(answer, "Something is wrong"))
        assert opened.payload["type"] == 9
        thanks = await room.answer(await room.fill(opened.payload["data"]["custom_id"], "the tally\nis off"))
        assert thanks["content"].startswith("Thank you")
        assert is_private(thanks)

    in_newsroom(test)
    kept = json.loads(settings.feedback_log.read_text("utf-8"))
    assert (kept["remark"], kept["question"]) == ("the tally\nis off", FIRST)
    assert "Hungary voted no" in kept["reply"]
    assert kept["workspace"] == f"discord:{IN_CHANNEL.server}"


def test_a_remark_goes_to_the_owner_s_channel_too(settings: Settings) -> None:
    async def test() -> None:
        there = settings.model_copy(update={"discord_feedback_channel": "12345678"})
        async with FakeDiscord(guilds=(events.server(),)) as fake, newsroom(there, fake) as room:
            answer = await room.answer(await room.slash("ask", question=FIRST))
            opened = await room.first(await room.press(answer, "Something is wrong"))
            await room.answer(await room.fill(opened.payload["data"]["custom_id"], "@everyone look"))
            (told,) = [call.payload["content"] for call in fake.calls_to("channels/12345678/messages")]
            assert "\\@everyone look" in told
            assert "how did Hungary vote on A/RES/ES-11/7?" in told
            all_fit(fake)

    asyncio.run(test())


def test_claims_of_any_message_are_checked_for_whoever_asks(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        message = events.written(room.fake, "Hungary voted against A/RES/ES-11/7.", OTHER, IN_CHANNEL, names_bot=False)
        answer = await room.answer(await room.menu("Check vote claims", message))
        assert is_private(answer)
        assert "Hungary" in text_of(answer)
        assert "Share in the channel" in labels_of(answer)

    in_newsroom(test)


def test_the_preview_of_a_linked_article_is_checked_as_well(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        message = events.written(room.fake, "https://example.org/article", OTHER, IN_CHANNEL, names_bot=False)
        message["embeds"] = [{"type": "article", "title": "UN vote", "description": "Hungary voted against A/RES/ES-11/7."}]
        answer = await room.answer(await room.menu("Check vote claims", message))
        assert "Hungary" in text_of(answer)

    in_newsroom(test)


def test_a_long_paste_that_discord_made_a_file_of_is_checked(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        message = events.written(room.fake, "is this right?", OTHER, IN_CHANNEL, names_bot=False)
        picture = room.fake.hold("chart.png", b"\x89PNG", "image/png")
        message["attachments"] = [picture, room.fake.hold("message.txt", b"Hungary voted against A/RES/ES-11/7.")]
        answer = await room.answer(await room.menu("Check vote claims", message))
        assert "Hungary voted no" in plain(text_of(answer))

    in_newsroom(test)


def test_a_message_without_text_says_what_to_do(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        message = events.written(room.fake, "", OTHER, IN_CHANNEL, names_bot=False)
        answer = await room.answer(await room.menu("Check vote claims", message))
        assert answer["content"].startswith("Give me a text to check")

    in_newsroom(test)


def test_a_short_message_is_asked_about_as_it_stands(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        message = events.written(room.fake, "so how did Hungary vote on ES-11/7", OTHER, IN_CHANNEL, names_bot=False)
        answer = await room.answer(await room.menu("Ask about this", message))
        assert "Hungary voted no" in text_of(answer)
        assert is_private(answer)

    in_newsroom(test)


def test_a_long_message_is_made_a_question_by_its_reader(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        message = events.written(room.fake, "Long story. " * 100, OTHER, IN_CHANNEL, names_bot=False)
        opened = await room.first(await room.menu("Ask about this", message))
        (field,) = [one["component"] for one in components(opened.payload["data"])]
        assert field["value"].startswith("Long story.")
        answer = await room.answer(await room.fill(opened.payload["data"]["custom_id"], FIRST))
        assert "Hungary voted no" in text_of(answer)

    in_newsroom(test)


def test_another_application_s_button_is_left_alone(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=FIRST))
        strange = await room.send(events.press(room.fake, answer, "someone-elses", READER, IN_CHANNEL))
        await room.settled()
        assert room.fake.callbacks(strange) == []

    in_newsroom(test)


def test_an_answer_that_is_no_longer_kept_is_said_to_be_gone(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        answer = await room.answer(await room.slash("ask", question=ROLL))
        before = text_of(answer)
        await room.fake.dispatch("GUILD_DELETE", {"id": IN_CHANNEL.server})
        await room.settled()
        gone = await room.answer(await room.press(answer, "Next"))
        assert gone["content"].startswith("I no longer keep that answer")
        assert is_private(gone)
        assert text_of(answer) == before

    in_newsroom(test)


def test_where_layouts_are_refused_the_answer_is_an_embed_and_turns_as_one(in_newsroom: Run) -> None:
    async def test(room: Newsroom) -> None:
        room.fake.fail("POST", r"interactions/.*", 400, {"code": 50035, "message": "Invalid Form Body", "errors": {}})
        answer = await room.answer(await room.slash("ask", question=ROLL))
        assert "93 in favour" in answer["embeds"][0]["description"]
        assert "Page 1 of 2" in labels_of(answer)
        await room.first(await room.press(answer, "Next"))
        assert "In favour · 93" in plain(answer["embeds"][0]["description"])

    in_newsroom(test)


@pytest.mark.parametrize("question", [ROLL, FIRST, "what was the vote on Ukraine?", "how did Hungary vote?"])
def test_an_owner_may_want_embeds(settings: Settings, question: str) -> None:
    async def test() -> None:
        there = settings.model_copy(update={"discord_layout": "embeds"})
        async with FakeDiscord(guilds=(events.server(),)) as fake, newsroom(there, fake) as room:
            answer = await room.answer(await room.slash("ask", question=question))
            assert answer["embeds"][0]["description"]
            assert "Something is wrong" in labels_of(answer)
            all_fit(fake)

    asyncio.run(test())
