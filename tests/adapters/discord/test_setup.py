"""Settings, invite links and messages that are questions: the parts that need no connection."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest

from adapters.chat import wording
from adapters.chat.rules import Rule
from adapters.discord import app, commands, menus, messages, server_settings
from adapters.discord.app import intents_for
from adapters.discord.help import COMMANDS, ELSEWHERE
from adapters.discord.incoming import Heard, Written, read_message
from adapters.discord.invite import PERMISSIONS, server_link, user_link
from adapters.discord.setup import application_id, read_setup, read_shards
from adapters.discord.texts import LANGUAGES, language_of, say, translations
from adapters.settings import ConfigurationError, Settings
from tests.support.fake_discord import BOT, TOKEN


def settings(**given: Any) -> Settings:
    return Settings.model_validate({"discord_token": TOKEN, **given})


@pytest.mark.parametrize(("text", "shards"), [(None, (None, None)), ("0/1", ((0,), 1)), ("2-3/8", ((2, 3), 8))])
def test_shards_are_a_range_of_a_total(text: str | None, shards: tuple[object, object]) -> None:
    assert read_shards(text) == shards


@pytest.mark.parametrize("text", ["8/8", "0-8/8", "3-2/8"])
def test_shards_beyond_the_total_are_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="of 8 shards the first is 0 and the last is 7"):
        read_shards(text)


def test_channels_that_are_no_rules_are_refused() -> None:
    assert read_setup(settings(discord_channels="*=private 1=open")).rules == {"*": Rule.PRIVATE, "1": Rule.OPEN}
    with pytest.raises(ConfigurationError, match="VOTEDESK_DISCORD_CHANNELS: 'loud' is no rule"):
        read_setup(settings(discord_channels="loud"))


def test_the_application_is_known_from_the_token() -> None:
    assert application_id(settings()) == BOT["id"]
    assert application_id(settings(discord_application_id="42424242")) == "42424242"


@pytest.mark.parametrize("token", ["nonsense", "?.x.y", "aGVsbG8.x.y"])
def test_a_token_that_is_none_is_told(token: str) -> None:
    with pytest.raises(ConfigurationError, match="DISCORD_TOKEN is no bot's token"):
        application_id(settings(discord_token=token))


def test_the_invite_asks_for_the_fewest_permissions() -> None:
    asked = parse_qs(urlparse(server_link("1")).query)
    assert asked["scope"] == ["bot applications.commands"]
    assert int(asked["permissions"][0]) == sum(PERMISSIONS.values())
    administrator, manage_messages = 1 << 3, 1 << 13
    assert not int(asked["permissions"][0]) & (administrator | manage_messages)
    assert parse_qs(urlparse(user_link("1")).query)["integration_type"] == ["1"]


def test_the_page_names_every_permission_intent_and_command() -> None:
    page = (Path(__file__).parents[3] / "docs" / "discord.md").read_text("utf-8")
    intents = [name.upper() for name, wanted in intents_for(settings(discord_message_content=True)) if wanted]
    for name in (*PERMISSIONS, *(name.replace("DM_MESSAGES", "DIRECT_MESSAGES") for name in intents), "/vote settings"):
        assert name in page
    assert all(f"`/vote {command}`" in page for command in (*COMMANDS, "help"))
    assert intents == ["GUILDS", "GUILD_MESSAGES", "DM_MESSAGES", "MESSAGE_CONTENT"]


NAMED = Written(f"<@{BOT['id']}> how did Hungary vote?", mentions=True)


@pytest.mark.parametrize(
    ("written", "listens", "was_asked", "heard"),
    [
        (NAMED, False, False, Heard("how did Hungary vote?")),
        (Written(f"<@!{BOT['id']}>, and Slovakia?", mentions=True), False, False, Heard("and Slovakia?")),
        (Written(NAMED.text, mentions=True, by_machine=True), True, True, None),
        (Written("how did Hungary vote?", is_direct=True), False, False, Heard("how did Hungary vote?")),
        (Written("how did Hungary vote?"), True, False, None),
        (Written("and Slovakia?", answers_bot=True), True, False, Heard("and Slovakia?")),
        (Written("", answers_bot=True), False, False, None),
        (Written("and Slovakia?", thread_title="t"), True, True, Heard("and Slovakia?", in_passing=True)),
        (Written("and Slovakia?", thread_title="t"), False, True, None),
        (Written("and Slovakia?", thread_title="t"), True, False, None),
        (Written(f"<@{BOT['id']}>", mentions=True, thread_title="how did Hungary vote?"), False, False, Heard("how did Hungary vote?")),
    ],
)
def test_a_message_is_a_question_where_it_is_meant_for_the_bot(
    written: Written, listens: bool, was_asked: bool, heard: Heard | None
) -> None:
    assert read_message(written, BOT["id"], listens=listens, was_asked_here=was_asked) == heard


def test_every_text_is_there_in_every_language_with_the_same_facts() -> None:
    for english, others in translations().items():
        assert set(others) == set(LANGUAGES) - {"en"}, english
        for language, text in others.items():
            assert _facts(text) == _facts(english), (language, text)


def _facts(text: str) -> set[str]:
    return {part.partition("}")[0] for part in text.split("{")[1:]}


def test_every_sentence_that_discord_may_show_is_translated() -> None:
    shown = [
        *(wording.STORE_DOWN, wording.TOO_SLOW, wording.FAILED, wording.NOTHING_ASKED, wording.NOTHING_TO_CHECK),
        *(wording.TOO_LONG, wording.NO_TEXT_FILE, wording.UNREADABLE_FILE),
        *(wording.ANSWER_GONE, wording.NO_ANSWERS_HERE, wording.THANKS, wording.FEEDBACK_LOST),
        *(messages.RESTARTING, messages.ONLY_TO_ASKER, menus.CHECK_CLAIMS, menus.ASK_ABOUT_THIS),
        *(*server_settings.MEANINGS.values(), *COMMANDS, *COMMANDS.values(), ELSEWHERE),
    ]
    assert [text for text in shown if text not in translations()] == []
    assert app.RESTARTING == messages.RESTARTING
    assert commands.LANGUAGES is LANGUAGES


@pytest.mark.parametrize(("locale", "language"), [("fr", "fr"), ("es-419", "es"), ("pt-BR", "pt"), ("en-GB", "en"), ("ja", "en"), (None, "en")])
def test_discord_s_locales_are_ours_or_english(locale: str | None, language: str) -> None:
    assert language_of(locale) == language


def test_a_text_without_a_translation_is_said_in_english() -> None:
    assert say("Not in the table: {what}", "fr", what="x") == "Not in the table: x"
