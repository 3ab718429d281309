"""The contract of all chat adapters, in Slack: the same Card, the same facts, the same sources as in the terminal."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.slack.serve import serving
from bot.desk import Desk
from store.vote_store import VoteStore
from tests.adapters.slack.conftest import NOW, settings_for
from tests.support.adapter_contract import QUESTIONS, AskedLine, Shown, card_of, holds_the_card
from tests.support.fake_slack import Call, FakeSlack
from tests.support.slack_checks import call_fits, strings
from tests.support.slack_payloads import mention, pressed, stamp

_LINK = re.compile(r"<(https?://[^|>]+)\|([^>]*)>")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, starter_file: Path) -> dict[str, Shown]:
    """All questions, asked in threads of one app."""
    folder = tmp_path_factory.mktemp("contract")
    file = folder / "store.sqlite3"
    file.write_bytes(starter_file.read_bytes())

    async def whole() -> dict[str, Shown]:
        async with FakeSlack() as slack:
            settings = settings_for(slack, file, chat_questions_per_minute=1_000)
            async with serving(settings, say=lambda _: None, sign_after=30, clock=lambda: NOW) as port:
                slack.app_port = port
                found = {asked.id: await ask(slack, asked) for asked in QUESTIONS}
        for call in slack.calls:
            call_fits(call)
        return found

    return asyncio.run(whole())


async def ask(slack: FakeSlack, asked: AskedLine) -> Shown:
    thread = stamp()
    for question in (*asked.context, asked.question):
        before = len(slack.of("chat.postMessage"))
        await slack.deliver("events_api", mention(question, thread_ts=thread))
        answer = await slack.until("chat.postMessage", before + 1)
    elements = [element for block in answer.blocks for element in block.get("elements", ()) if "action_id" in element]
    rest: list[str] = []
    full = next((element for element in elements if element["action_id"] == "full_list"), None)
    if full is not None:
        press = pressed(slack, {"action_id": "full_list", "value": full["value"]}, hidden=False)
        press["message"]["thread_ts"] = thread
        await slack.deliver("interactive", press)
        rest = readable(await slack.until("chat.postMessage", before + 2))
    texts = readable(answer)
    return Shown(
        texts=texts,
        notification=html.unescape(answer.body["text"]),
        links=frozenset(html.unescape(url) for text in strings(answer.blocks) for url, _ in _LINK.findall(text)),
        questions=[element["value"] for element in elements if element["action_id"].startswith("ask_choice_")],
        rest=rest,
    )


def readable(call: Call) -> list[str]:
    """The texts as Slack shows them."""
    return [html.unescape(_LINK.sub(r"\2", text)) for text in strings(call.blocks)]


@pytest.fixture(scope="module")
def desk(starter_file: Path) -> Iterator[Desk]:
    with VoteStore.open(f"sqlite:///{starter_file}") as store:
        yield Desk.open(store)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.id)
def test_the_same_facts_sources_and_choices_as_in_the_terminal(shown: dict[str, Shown], desk: Desk, asked: AskedLine) -> None:
    holds_the_card(card_of(desk, asked), shown[asked.id])
