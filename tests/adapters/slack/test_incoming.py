"""Payloads as values: what was asked, where, by whom; equal ids for every delivery of one thing."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.slack.incoming import read_command, read_message, readable, workspace_of
from tests.support.fake_slack import BOT_USER
from tests.support.slack_payloads import direct, mention, message

PAYLOAD = {"trigger_id": "t", "team_id": "T1", "user_id": "U1", "channel_id": "C1", "response_url": "https://hooks.example/1"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (f"<@{BOT_USER}> how did Hungary vote?", "how did Hungary vote?"),
        ("A &amp; B &lt;3", "A & B <3"),
        ("see <https://undocs.org/A/RES/79/7|this> now", "see this https://undocs.org/A/RES/79/7 now"),
        ("see <https://undocs.org/A/RES/79/7>", "see https://undocs.org/A/RES/79/7"),
        ("in <#C1|general> by <!subteam^S1|@desk>", "in general by @desk"),
        ("<!here> Hungary?", "Hungary?"),
    ],
)
def test_mark_up_is_read_as_a_reader_sees_it(written: str, read: str) -> None:
    assert readable(written) == read


def test_a_mention_and_its_message_have_one_id_and_one_thread() -> None:
    as_mention = mention("Hungary?", ts="1.2")
    as_message = message(f"<@{BOT_USER}> Hungary?", ts="1.2")
    one, other = read_message(as_mention, BOT_USER), read_message(as_message, BOT_USER)
    assert one is not None
    assert other is not None
    assert (one.id, one.thread, one.reply_in) == (other.id, other.thread, other.reply_in) == ("message:C1:1.2", "C1:1.2", "1.2")


def test_a_direct_message_goes_on_in_its_channel_and_a_thread_in_its_thread() -> None:
    plain, threaded = read_message(direct("Hungary?"), BOT_USER), read_message(direct("Hungary?", thread_ts="1.2"), BOT_USER)
    assert plain is not None
    assert threaded is not None
    assert (plain.thread, plain.reply_in) == ("D1", None)
    assert (threaded.thread, threaded.reply_in) == ("D1:1.2", "1.2")


def test_a_message_with_a_file_is_a_question_too() -> None:
    found = read_message(direct("Hungary?", subtype="file_share"), BOT_USER)
    assert found is not None
    assert found.text == "Hungary?"


@pytest.mark.parametrize(
    ("text", "verb", "rest"),
    [
        ("how did Hungary vote?", "ask", "how did Hungary vote?"),
        ("check: Hungary abstained", "check", "Hungary abstained"),
        ("CHECK Hungary abstained", "check", "Hungary abstained"),
        ("check", "check", ""),
        ("", "help", ""),
        ("help", "help", ""),
        ("help me with Hungary", "ask", "help me with Hungary"),
        ("settings", "settings", ""),
        ("settings of the Council vote", "ask", "settings of the Council vote"),
    ],
)
def test_a_command_says_what_to_do_first(text: str, verb: str, rest: str) -> None:
    command = read_command(PAYLOAD | {"text": text})
    assert (command.verb, command.text) == (verb, rest)


@pytest.mark.parametrize(
    ("body", "workspace"),
    [
        ({"team_id": "T1"}, "slack:T1"),
        ({"team": {"id": "T1"}}, "slack:T1"),
        ({"team": None, "enterprise": {"id": "E1"}}, "slack:E1"),
    ],
)
def test_a_workspace_has_one_name(body: dict[str, Any], workspace: str) -> None:
    assert workspace_of(body) == workspace
