"""Questions over the wire, on both roads: command, mention, thread, direct message, assistant pane, shortcut."""

from __future__ import annotations

import pytest

from adapters.chat.wording import LOOKING, QUESTIONS_TO_START
from tests.adapters.slack.conftest import Run
from tests.support.fake_slack import BOT_USER, FakeSlack
from tests.support.slack_checks import strings
from tests.support.slack_payloads import direct, event, mention, message, slash, stamp

FIRST = "how did Hungary vote on A/RES/ES-11/7?"


def test_a_slash_command_is_answered_privately_with_an_offer_to_share(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        acknowledged = await slack.deliver("slash_commands", slash(slack, FIRST))
        assert (acknowledged.status, acknowledged.body) == (200, "")
        answer = await slack.until("respond")
        assert answer.body["response_type"] == "ephemeral"
        assert answer.body["text"].startswith("Hungary voted no on")
        assert "Hungary voted no on" in next(strings(answer.blocks))
        assert "Share in channel" in list(strings(answer.blocks))
        assert slack.of("chat.postMessage") == []

    serve(test, road)
