"""Links shown with their result, where the owner turned that on; and what an address asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from adapters.slack.unfurl import question_about
from tests.adapters.slack.conftest import Run
from tests.support.fake_slack import FakeSlack
from tests.support.slack_checks import fits, is_harmless, strings
from tests.support.slack_payloads import event, slash, stamp

RECORD = "https://digitallibrary.un.org/record/4076672"


def shared(*urls: str, **facts: Any) -> dict[str, Any]:
    links = [{"url": url, "domain": url.split("/")[2]} for url in urls]
    return event({"type": "link_shared", "channel": "C1", "user": "U1", "message_ts": stamp(), "links": links, **facts})


def test_a_link_to_a_document_is_shown_with_its_result(serve: Run, road: str) -> None:
    url = "https://undocs.org/A/RES/ES-11/7"

    async def test(slack: FakeSlack) -> None:
        payload = shared(url, "https://www.un.org/en/about-us")
        await slack.deliver("events_api", payload)
        await slack.deliver("events_api", payload, retry=1)
        unfurled = (await slack.until("chat.unfurl")).body["unfurls"]
        assert list(unfurled) == [url]
        fits(unfurled[url]["blocks"])
        shown = list(strings(unfurled[url]["blocks"]))
        is_harmless(shown)
        assert "was adopted" in shown[0]
        assert "93" in shown[0]

    assert [call.method for call in serve(test, road, slack_unfurl=True)].count("chat.unfurl") == 1


@pytest.mark.parametrize("changed", [{}, {"slack_unfurl": True, "slack_channels": "C1=private"}, {"slack_unfurl": True, "slack_channels": "*=off"}])
def test_links_are_left_alone_unless_the_owner_wants_it_and_the_channel_is_open(serve: Run, changed: dict[str, Any]) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("events_api", shared("https://undocs.org/A/RES/ES-11/7"))

    assert "chat.unfurl" not in [call.method for call in serve(test, **changed)]


def test_a_document_that_is_not_in_the_record_is_left_alone(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("events_api", shared("https://undocs.org/A/RES/99/999"))

    assert "chat.unfurl" not in [call.method for call in serve(test, slack_unfurl=True)]


@pytest.mark.parametrize(
    ("url", "question"),
    [
        ("https://undocs.org/A/RES/79/7", "was A/RES/79/7 adopted?"),
        ("https://docs.un.org/en/S/RES/2774(2025)", "was S/RES/2774(2025) adopted?"),
        (RECORD, "was record 4076672 adopted?"),
        ("https://www.un.org/en/about-us", None),
        ("https://example.org/A/RES", None),
        ("https://undocs.org/", None),
    ],
)
def test_what_a_link_asks(url: str, question: str | None) -> None:
    assert question_about(url) == question


def test_in_one_workspace_by_token_uninstalling_deletes_what_was_kept_too(serve: Run, store_file: Path) -> None:
    import sqlite3
    from contextlib import closing

    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, "how did Hungary vote?"))
        await slack.until("respond")
        await slack.deliver("events_api", event({"type": "app_uninstalled"}))

    serve(test)
    with closing(sqlite3.connect(store_file)) as connection:
        assert connection.execute("SELECT count(*) FROM chat_answer").fetchone() == (0,)
