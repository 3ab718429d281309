"""A thread can be put down by one process and taken up by another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.conversation import EMPTY, Conversation, read_conversation, write_conversation
from bot.desk import Desk
from tests.bot.conftest import TODAY

LINES = [json.loads(line) for line in (Path(__file__).parents[1] / "questions" / "starter.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["id"])
def test_every_thread_reads_back_as_it_was_written(starter_desk: Desk, line: dict[str, object]) -> None:
    conversation = EMPTY
    for question in (*line.get("context", ()), line["question"]):  # type: ignore[misc]
        conversation = starter_desk.ask(str(question), conversation, TODAY).conversation
    assert read_conversation(write_conversation(conversation)) == conversation


def test_a_follow_up_is_understood_from_what_was_written(starter_desk: Desk) -> None:
    first = starter_desk.ask("how did Hungary vote on A/RES/ES-11/7?", EMPTY, TODAY)
    taken_up = read_conversation(write_conversation(first.conversation))
    assert starter_desk.ask("and Slovakia?", taken_up, TODAY).reply == starter_desk.ask("and Slovakia?", first.conversation, TODAY).reply


def test_a_new_thread_is_written_as_nothing() -> None:
    assert write_conversation(EMPTY) == "{}"
    assert read_conversation("{}") == EMPTY


@pytest.mark.parametrize("text", ["", "nonsense", "[]", '{"question": {"text": 1}}', '{"question": {"text": "x", "intent": "unheard of"}}'])
def test_what_another_version_wrote_in_another_form_begins_anew(text: str) -> None:
    assert read_conversation(text) == Conversation()
