"""What Slack and the world do to a bot: deliver twice, forge, cut, refuse, slow down, go away. Answered once, or told."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from adapters.chat.wording import STORE_DOWN
from adapters.slack.serve import serving
from store.chat_state import ChatState
from tests.adapters.slack.conftest import Run, settings_for
from tests.support.fake_slack import APP_TOKEN, BOT_ID, BOT_TOKEN, BOT_USER, SECRET, Call, FakeSlack, signed
from tests.support.slack_payloads import direct, event, mention, message, pressed, slash, stamp

FIRST = "how did Hungary vote on A/RES/ES-11/7?"


def answers(calls: list[Call]) -> list[Call]:
    return [call for call in calls if call.method in ("chat.postMessage", "chat.postEphemeral", "respond")]


def test_an_event_delivered_three_times_is_answered_once(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        payload = mention(FIRST)
        for retry in range(3):
            assert (await slack.deliver("events_api", payload, retry=retry)).status == 200
        await slack.until("chat.postMessage")

    assert len(answers(serve(test, road))) == 1


@pytest.mark.parametrize("kind", ["slash_commands", "interactive"])
def test_a_command_and_a_button_delivered_twice_are_answered_once(serve: Run, road: str, kind: Any) -> None:
    async def test(slack: FakeSlack) -> None:
        payload = slash(slack, FIRST) if kind == "slash_commands" else pressed(slack, {"action_id": "ask_choice_1", "value": FIRST})
        await asyncio.gather(slack.deliver(kind, payload), slack.deliver(kind, payload))
        await slack.until("respond")

    assert len(answers(serve(test, road))) == 1


def test_two_replicas_on_one_database_answer_once_and_go_on_with_each_other_s_threads(store_file: Path) -> None:
    async def whole() -> list[Call]:
        async with FakeSlack() as slack:
            settings = settings_for(slack, store_file)

            async with serving(settings, say=lambda _: None) as one, serving(settings, say=lambda _: None) as other:
                asked = mention(FIRST)
                for port in (one, other, one):
                    slack.app_port = port
                    assert (await slack.deliver("events_api", asked)).status == 200
                await slack.until("chat.postMessage")
                slack.app_port = other
                await slack.deliver("events_api", message("and Slovakia?", thread_ts=asked["event"]["ts"]))
                assert (await slack.until("chat.postMessage", 2)).body["text"].startswith("Slovakia voted yes on")
            return slack.calls

    assert len(answers(asyncio.run(whole()))) == 2


def test_it_is_acknowledged_while_the_store_does_not_answer_at_all(serve: Run, road: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`deliver` returns with the acknowledgement, and the store is held until every one has come."""
    release = threading.Event()
    admit = ChatState.admit

    async def test(slack: FakeSlack) -> None:
        monkeypatch.setattr(ChatState, "admit", lambda *given: release.wait(30) and admit(*given))
        await slack.deliver("slash_commands", slash(slack, FIRST))
        await slack.deliver("events_api", mention(FIRST))
        await slack.deliver("interactive", pressed(slack, {"action_id": "ask_choice_1", "value": FIRST}))
        assert answers(slack.calls) == []
        release.set()
        await slack.until("respond", 2)
        await slack.until("chat.postMessage")

    serve(test, road)


def test_while_an_import_holds_the_database_questions_are_answered(serve: Run, store_file: Path) -> None:
    async def test(slack: FakeSlack) -> None:
        with closing(sqlite3.connect(store_file, isolation_level=None)) as importer:
            importer.execute("BEGIN IMMEDIATE")
            await slack.deliver("slash_commands", slash(slack, FIRST))
            assert (await slack.until("respond")).body["text"].startswith("Hungary voted no on")
            await slack.deliver("slash_commands", slash(slack, "and Slovakia?"))
            assert (await slack.until("respond", 2)).body["text"].startswith("Slovakia voted yes on")
            importer.execute("ROLLBACK")

    serve(test)


def test_a_store_that_is_down_is_told_in_one_polite_sentence_and_comes_back_without_a_restart(serve: Run, road: str, store_file: Path) -> None:
    async def test(slack: FakeSlack) -> None:
        away = store_file.rename(store_file.with_suffix(".away"))
        await slack.deliver("events_api", mention(FIRST))
        assert (await slack.until("chat.postMessage")).body["text"] == STORE_DOWN
        assert (await slack.get("/healthz"))[0] == 503
        away.rename(store_file)
        await slack.deliver("events_api", mention(FIRST))
        assert (await slack.until("chat.postMessage", 2)).body["text"].startswith("Hungary voted no on")
        assert (await slack.get("/healthz"))[0] == 200

    assert len(answers(serve(test, road))) == 2


def changed(subtype: str, text: str = "", **facts: Any) -> dict[str, Any]:
    return message(text, subtype=subtype, channel="D1", channel_type="im", **facts)


NOBODY_S_QUESTION = {
    "own message": lambda: direct(FIRST, user=BOT_USER, bot_id=BOT_ID),
    "own message without the mark of a bot": lambda: direct(FIRST, user=BOT_USER),
    "another bot": lambda: direct(FIRST, bot_id="B7", user="U7"),
    "another bot's mention": lambda: mention(FIRST, bot_id="B7", user="U7"),
    "a workflow": lambda: direct(FIRST, subtype="bot_message", bot_id="B8", user=None),
    "an edit": lambda: changed("message_changed", message={"type": "message", "user": "U1", "text": FIRST, "ts": stamp()}, hidden=True),
    "an edit that adds a mention": lambda: mention(FIRST, edited={"user": "U1", "ts": stamp()}),
    "a deletion": lambda: changed("message_deleted", deleted_ts=stamp(), hidden=True),
    "a join": lambda: changed("channel_join", text=f"<@{BOT_USER}> has joined the channel"),
    "a new topic": lambda: changed("channel_topic", text=FIRST),
    "Slackbot": lambda: direct(FIRST, user="USLACKBOT"),
    "an event that nobody listens to": lambda: event({"type": "reaction_added", "user": "U1", "reaction": "tada", "item": {}}),
    "a change of the pane's context": lambda: event(
        {"type": "assistant_thread_context_changed", "assistant_thread": {"user_id": "U1", "context": {}, "channel_id": "D1", "thread_ts": stamp()}}
    ),
}


@pytest.mark.parametrize("what", NOBODY_S_QUESTION)
def test_what_is_nobody_s_question_is_acknowledged_and_left_alone(serve: Run, road: str, what: str) -> None:
    async def test(slack: FakeSlack) -> None:
        assert (await slack.deliver("events_api", NOBODY_S_QUESTION[what]())).status == 200

    assert {call.method for call in serve(test, road)} <= {"auth.test", "apps.connections.open"}


@pytest.mark.parametrize(
    "headers",
    [
        lambda body: signed(body, "another secret"),
        lambda body: signed(body, at=time.time() - 600),
        lambda body: signed(body, at=time.time() + 600),
        lambda body: signed(body + " "),
        lambda body: {"x-slack-signature": "v0=0", "x-slack-request-timestamp": "soon"},
        lambda body: {"x-slack-signature": "", "x-slack-request-timestamp": ""},
    ],
    ids=["forged", "old", "from the future", "of another body", "nonsense", "none"],
)
def test_a_forged_or_old_request_is_refused_and_nothing_is_run(serve: Run, headers: Any) -> None:
    async def test(slack: FakeSlack) -> None:
        payload = direct(FIRST)
        refused = await slack.deliver("events_api", payload, **headers(json.dumps(payload)))
        assert refused.status == 401

    assert [call.method for call in serve(test)] == ["auth.test"]


def test_slack_s_question_for_the_address_is_answered(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        answered = await slack.deliver("events_api", {"type": "url_verification", "challenge": "3eZbrw1aB"})
        assert "3eZbrw1aB" in json.dumps(answered.body)

    serve(test)


def test_too_many_requests_are_waited_out(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        slack.fail("chat.postMessage", "ratelimited", status=429, **{"Retry-After": "0"})
        await slack.deliver("events_api", mention(FIRST))
        assert (await slack.until("chat.postMessage", 2)).body["text"].startswith("Hungary")
        slack.fail("respond", "ratelimited", status=429, **{"Retry-After": "0"})
        await slack.deliver("slash_commands", slash(slack, FIRST))
        again = await slack.until("respond", 2)
        assert "table" in {block["type"] for block in again.blocks}

    serve(test)


@pytest.mark.parametrize("refusals", [1, 2])
def test_where_slack_refuses_blocks_the_answer_comes_in_plainer_ones(serve: Run, refusals: int) -> None:
    async def test(slack: FakeSlack) -> None:
        slack.fail("chat.postMessage", "invalid_blocks", times=refusals)
        await slack.deliver("events_api", mention(FIRST))
        answer = await slack.until("chat.postMessage", refusals + 1)
        assert answer.body["text"].startswith("Hungary voted no on")
        assert "table" not in {block["type"] for block in answer.blocks}
        assert bool(answer.blocks) is (refusals == 1)

    serve(test)


def test_where_the_bot_may_not_post_who_asked_is_told_privately(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        slack.fail("chat.postMessage", "restricted_action")
        await slack.deliver("events_api", mention(FIRST))
        assert (await slack.until("chat.postEphemeral")).body["text"].startswith("Hungary voted no on")

    serve(test)


@pytest.mark.parametrize("error", ["token_revoked", "account_inactive", "invalid_auth"])
def test_a_token_that_was_taken_back_is_logged_once_with_what_to_do(serve: Run, caplog: pytest.LogCaptureFixture, error: str) -> None:
    async def test(slack: FakeSlack) -> None:
        slack.fail("chat.postMessage", error)
        slack.fail("chat.postEphemeral", error)
        await slack.deliver("events_api", mention(FIRST))
        await slack.until("chat.postEphemeral")

    serve(test)
    assert f"Slack no longer accepts the bot's token ({error}): install the app again." in caplog.text


def test_the_connection_is_renewed_when_slack_asks_for_it(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.until_connected()
        await slack.ask_to_reconnect()
        await slack.until_connected(2)
        await slack.deliver("events_api", mention(FIRST))
        await slack.until("chat.postMessage")

    serve(test, "socket")


def test_a_connection_that_was_cut_is_opened_again(serve: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.slack.serve._PING_SECONDS", 0.05)

    async def test(slack: FakeSlack) -> None:
        await slack.until_connected()
        await slack.cut()
        await slack.until_connected(2)
        await slack.deliver("events_api", mention(FIRST))
        await slack.until("chat.postMessage")

    serve(test, "socket")


def test_a_stop_finishes_what_has_begun(serve: Run, road: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.desk import Desk

    release = threading.Event()
    ask = Desk.ask

    async def test(slack: FakeSlack) -> None:
        monkeypatch.setattr(Desk, "ask", lambda *given: release.wait(30) and ask(*given))
        await slack.deliver("slash_commands", slash(slack, FIRST))
        asyncio.get_running_loop().call_later(0.05, release.set)

    (answer,) = answers(serve(test, road))
    assert answer.body["text"].startswith("Hungary voted no on")


def test_neither_tokens_nor_questions_are_in_the_log(serve: Run, road: str, store_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def test(slack: FakeSlack) -> None:
        slack.fail("respond", "invalid_blocks", status=400)
        slack.fail("chat.postMessage", "channel_not_found", times=2)
        await slack.deliver("slash_commands", slash(slack, "how did Xanadu vote on the zeppelins?"))
        await slack.until("respond", 2)
        await slack.deliver("events_api", mention("how did Xanadu vote on the zeppelins?"))
        await slack.until("chat.postEphemeral")
        await slack.deliver("interactive", pressed(slack, {"action_id": "share", "value": "nothing"}))
        await slack.until("respond", 3)

    caplog.set_level(logging.INFO)
    serve(test, road)
    assert "channel_not_found" in caplog.text
    for secret in (BOT_TOKEN, APP_TOKEN, SECRET, "zeppelins", "Xanadu"):
        assert secret not in caplog.text
