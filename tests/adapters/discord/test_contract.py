"""The contract of all chat adapters, in Discord: the same Card, the same facts, the same sources as in Slack and the terminal."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.discord.serve import serving
from adapters.settings import Settings
from bot.desk import Desk
from store.vote_store import VoteStore
from tests.adapters.discord.conftest import Newsroom, components, labels_of, options_of
from tests.support import discord_events as events
from tests.support.adapter_contract import QUESTIONS, TODAY, AskedLine, Shown, card_of, holds_the_card
from tests.support.discord_checks import all_fit
from tests.support.discord_events import Reader, Where
from tests.support.fake_discord import TOKEN, FakeDiscord

NOW = dt.datetime.combine(TODAY, dt.time(12), dt.UTC).timestamp()
_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(<(https?://[^>]+)>\)")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, starter_file: Path) -> dict[str, Shown]:
    """All questions, asked as commands in threads of one server."""
    folder = tmp_path_factory.mktemp("contract")
    file = folder / "store.sqlite3"
    file.write_bytes(starter_file.read_bytes())
    settings = Settings.model_validate(
        {"database_url": f"sqlite:///{file}", "data_dir": folder, "discord_token": TOKEN, "chat_questions_per_minute": 1_000}
    )

    async def whole() -> dict[str, Shown]:
        async with FakeDiscord(guilds=(events.server(),)) as fake:
            there = settings.model_copy(update={"discord_api_url": fake.api})
            async with serving(there, lambda _: None, ready_within=0.05, clock=lambda: NOW):
                room = Newsroom(fake)
                found = {asked.id: await ask(room, asked, number) for number, asked in enumerate(QUESTIONS)}
            all_fit(fake)
        return found

    return asyncio.run(whole())


async def ask(room: Newsroom, asked: AskedLine, number: int) -> Shown:
    where = Where(channel=str(600_000_000_000_000_000 + number), kind=events.THREAD, parent=events.CHANNEL)
    reader = Reader(id=str(700_000_000_000_000_000 + number))
    for question in (*asked.context, asked.question):
        answer = await room.answer(await room.slash("ask", question=question, reader=reader, where=where))
    texts = texts_below_the_question(answer)
    asking = [*(one["custom_id"][2:] for one in components(answer) if one.get("custom_id", "").startswith("q:")), *options_of(answer)]
    while "Next" in labels_of(answer) and not next(one for one in components(answer) if one.get("label") == "Next").get("disabled"):
        await room.first(await room.press(answer, "Next", reader=reader, where=where))
        texts.extend(texts_below_the_question(answer))
    rest = []
    if "Full list (CSV)" in labels_of(answer):
        call = await room.first(await room.press(answer, "Full list (CSV)", reader=reader, where=where))
        rest = [content.decode("utf-8-sig") for content in call.files.values()]
    links = frozenset(address for text in texts for _, address in _LINK.findall(text))
    said = [_LINK.sub(r"\1", text) for text in texts]
    return Shown(texts=said, notification=said[0], links=links, questions=asking, rest=rest)


def texts_below_the_question(message: dict[str, Any]) -> list[str]:
    """The texts but the first, which repeats the question."""
    question, *texts = [one["content"] for one in components(message) if one.get("type") == 10]
    assert question.startswith("-# Asked: ")
    return texts


@pytest.fixture(scope="module")
def desk(starter_file: Path) -> Iterator[Desk]:
    with VoteStore.open(f"sqlite:///{starter_file}") as store:
        yield Desk.open(store)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.id)
def test_the_same_facts_sources_and_choices_as_in_the_terminal(shown: dict[str, Shown], desk: Desk, asked: AskedLine) -> None:
    holds_the_card(card_of(desk, asked), shown[asked.id])
