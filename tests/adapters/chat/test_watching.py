"""What a chat process tells of itself: counters and log lines, in which nobody's question can be read."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from adapters.chat.answering import Unanswered
from adapters.chat.desk import Asked, ChatDesk
from adapters.logs import _Json, _mark, _Text, request
from tests.adapters.chat.conftest import Run

QUESTION = "how did Hungary vote on ES-11/7?"


def sample(chat: ChatDesk, name: str) -> dict[str, str]:
    """The lines of one counter, by their labels."""
    lines = chat.metrics.text(()).decode().splitlines()
    return dict(line.removeprefix(name).rsplit(" ", 1) for line in lines if line.startswith((f"{name}{{", f"{name} ")))


def test_every_answer_is_counted_by_intent_and_status(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        for text in (QUESTION, QUESTION, "how did Atlantis vote?"):
            await chat.ask(Asked("w", "u", text))
        assert sample(chat, "votedesk_questions_total")['{intent="position",kind="ask",status="answered"}'] == "2.0"
        assert sum(float(count) for count in sample(chat, "votedesk_questions_total").values()) == 3
        assert sample(chat, "votedesk_waiting") == {"": "0.0"}
        assert sample(chat, "votedesk_answer_seconds_count")['{kind="ask"}'] == "3.0"

    with_chat(test)


def test_an_apology_is_counted_as_one(with_chat: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(chat: ChatDesk) -> None:
        async def apologises(_: Any) -> Unanswered:
            return Unanswered("The record cannot be read just now.")

        monkeypatch.setattr(chat.answering, "use", apologises)
        await chat.ask(Asked("w", "u", QUESTION))
        assert sample(chat, "votedesk_unanswered_total") == {'{kind="ask"}': "1.0"}
        assert sample(chat, "votedesk_waiting") == {"": "0.0"}

    with_chat(test)


def test_the_age_of_the_data_is_told(with_chat: Run) -> None:
    async def test(chat: ChatDesk) -> None:
        text = chat.metrics.text(await chat.coverage()).decode()
        assert 'votedesk_data_until_timestamp_seconds{body="SC",dataset="starter"} 1.7' in text

    with_chat(test)


def test_neither_counters_nor_log_lines_hold_a_question(with_chat: Run, caplog: pytest.LogCaptureFixture) -> None:
    async def test(chat: ChatDesk) -> None:
        with caplog.at_level(logging.INFO, "votedesk"):
            await chat.ask(Asked("w", "u", QUESTION))
        lines = [_Json().format(record) for record in caplog.records]
        told = "\n".join([*lines, chat.metrics.text(()).decode()])
        assert "Hungary" not in told
        assert any(json.loads(line)["intent"] == "position" for line in lines)

    with_chat(test)


def test_lines_of_one_request_carry_its_mark() -> None:
    record = logging.makeLogRecord({"name": "votedesk", "levelname": "INFO", "msg": "answered", "intent": "position"})
    with request() as mark:
        _mark(record)
    assert _Text("%(levelname)s %(name)s: %(message)s").format(record) == f"INFO votedesk: answered intent=position request={mark}"
    told = json.loads(_Json().format(record))
    assert (told["message"], told["intent"], told["request"], told["level"]) == ("answered", "position", mark, "info")


def test_outside_a_request_there_is_no_mark() -> None:
    record = logging.makeLogRecord({"name": "votedesk", "levelname": "ERROR", "msg": "The store cannot be used"})
    _mark(record)
    assert _Text("%(levelname)s %(name)s: %(message)s").format(record) == "ERROR votedesk: The store cannot be used"
