"""Buttons over the wire: choices, sharing, the full list, the file, what readers think."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from adapters.chat.wording import ANSWER_GONE, FEEDBACK_LOST, NO_ANSWERS_HERE, THANKS, THANKS_HELPFUL
from tests.adapters.slack.conftest import Run
from tests.support.fake_slack import Call, FakeSlack
from tests.support.slack_checks import strings
from tests.support.slack_payloads import mention, message, pressed, pressed_in_view, slash, stamp, submitted

FIRST = "how did Hungary vote on A/RES/ES-11/7?"
ROLL = "who voted how on A/RES/ES-11/7?"


def button_of(call: Call, action: str) -> dict[str, str]:
    """A button of a message, as Slack tells that it was pressed."""
    elements = [element for block in call.blocks for element in block.get("elements", ())]
    found = next(element for element in elements if element.get("action_id") == action)
    return {"action_id": action, "value": found["value"]}


async def privately(slack: FakeSlack, text: str) -> Call:
    before = len(slack.of("respond"))
    await slack.deliver("slash_commands", slash(slack, text))
    return await slack.until("respond", before + 1)


def test_a_choice_asks_what_it_says(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        offered = await privately(slack, "how did Korea vote on A/RES/ES-11/7?")
        choice = button_of(offered, "ask_choice_1")
        await slack.deliver("interactive", pressed(slack, choice))
        answer = await slack.until("respond", 2)
        assert answer.body["response_type"] == "ephemeral"
        assert "Korea voted" in answer.body["text"]
        assert "Share in channel" in list(strings(answer.blocks))

    serve(test, road)


def test_a_choice_in_a_thread_is_answered_in_the_thread_which_goes_on(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        asked = mention("how did Korea vote on A/RES/ES-11/7?")
        thread = asked["event"]["ts"]
        await slack.deliver("events_api", asked)
        offered = await slack.until("chat.postMessage")
        press = pressed(slack, button_of(offered, "ask_choice_1"), hidden=False)
        press["message"]["thread_ts"] = thread
        await slack.deliver("interactive", press)
        answer = await slack.until("chat.postMessage", 2)
        assert answer.body["thread_ts"] == thread
        assert "Asked by button" in next(strings(answer.blocks))
        await slack.deliver("events_api", message("and Slovakia?", thread_ts=thread))
        assert "Slovakia voted" in (await slack.until("chat.postMessage", 3)).body["text"]

    serve(test)


def test_sharing_posts_the_same_answer_below_its_question_and_its_thread_goes_on(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        answer = await privately(slack, FIRST)
        await slack.deliver("interactive", pressed(slack, button_of(answer, "share")))
        shared = await slack.until("chat.postMessage")
        assert shared.body["channel"] == "C1"
        assert shared.body["text"] == answer.body["text"]
        assert FIRST in next(strings(shared.blocks))
        assert "Share in channel" not in list(strings(shared.blocks))

    calls = serve(test, road)
    assert [call.method for call in calls].count("chat.postMessage") == 1


def test_a_follow_up_under_a_shared_answer_is_understood(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        answer = await privately(slack, FIRST)
        thread = stamp()
        await slack.deliver("interactive", pressed(slack, button_of(answer, "share"), container={"type": "message", "message_ts": stamp(), "thread_ts": thread, "channel_id": "C1", "is_ephemeral": True}))
        await slack.until("chat.postMessage")
        await slack.deliver("events_api", mention("and Slovakia?", thread_ts=thread))
        assert (await slack.until("chat.postMessage", 2)).body["text"].startswith("Slovakia voted yes on")
        assert "A/RES/ES-11/7" in slack.of("chat.postMessage")[1].body["text"]

    serve(test)


def test_where_the_bot_is_no_member_sharing_goes_by_the_button_s_own_address(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        answer = await privately(slack, FIRST)
        slack.fail("chat.postMessage", "not_in_channel")
        await slack.deliver("interactive", pressed(slack, button_of(answer, "share")))
        shared = await slack.until("respond", 2)
        assert shared.body["response_type"] == "in_channel"
        assert shared.body["text"] == answer.body["text"]

    serve(test)


def test_where_answers_are_private_nothing_is_shared_however_the_button_came_there(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, FIRST, channel_id="C2"))
        answer = await slack.until("respond")
        await slack.deliver("interactive", pressed(slack, button_of(answer, "share")))
        assert (await slack.until("respond", 2)).body["text"] == NO_ANSWERS_HERE

    calls = serve(test, slack_channels="C1=private")
    assert "chat.postMessage" not in [call.method for call in calls]


def test_an_answer_that_is_kept_no_more_is_told(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("interactive", pressed(slack, {"action_id": "share", "value": "long-ago"}))
        assert (await slack.until("respond")).body["text"] == ANSWER_GONE

    serve(test)


def test_a_long_roll_is_cut_in_the_message_and_whole_in_the_full_list(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        answer = await privately(slack, ROLL)
        assert " more" in "\n".join(strings(answer.blocks))
        assert "Zimbabwe" not in "\n".join(strings(answer.blocks))
        await slack.deliver("interactive", pressed(slack, button_of(answer, "full_list")))
        full = await slack.until("respond", 2)
        assert full.body["response_type"] == "ephemeral"
        assert "Zimbabwe" in "\n".join(strings(full.blocks))

    serve(test)


def test_in_a_thread_the_full_list_is_a_reply(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        asked = mention(ROLL)
        await slack.deliver("events_api", asked)
        answer = await slack.until("chat.postMessage")
        press = pressed(slack, button_of(answer, "full_list"), hidden=False)
        press["message"]["thread_ts"] = asked["event"]["ts"]
        await slack.deliver("interactive", press)
        full = await slack.until("chat.postMessage", 2)
        assert full.body["thread_ts"] == asked["event"]["ts"]
        assert "Zimbabwe" in "\n".join(strings(full.blocks))

    serve(test)


def test_the_file_of_a_public_answer_is_uploaded_to_its_thread(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        asked = mention(ROLL)
        await slack.deliver("events_api", asked)
        answer = await slack.until("chat.postMessage")
        press = pressed(slack, button_of(answer, "file"), hidden=False)
        press["message"]["thread_ts"] = asked["event"]["ts"]
        await slack.deliver("interactive", press)
        done = await slack.until("files.completeUploadExternal")
        assert (done.body["channel_id"], done.body["thread_ts"]) == ("C1", asked["event"]["ts"])
        content = slack.of("upload")[0].body["content"]
        assert b"HUN,Hungary,no" in content
        assert slack.of("files.getUploadURLExternal")[0].body["filename"] == "A-RES-ES-11-7.csv"

    serve(test, road)


def test_the_file_of_a_private_answer_goes_to_the_user_s_direct_messages(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        answer = await privately(slack, ROLL)
        await slack.deliver("interactive", pressed(slack, button_of(answer, "file")))
        done = await slack.until("files.completeUploadExternal")
        assert done.body["channel_id"] == "DU1"
        assert "direct messages" in (await slack.until("respond", 2)).body["text"]

    calls = serve(test)
    assert {call.body["channel"] for call in calls if call.method == "chat.postMessage"} == {"U1"}


def test_a_file_that_slack_does_not_take_is_told(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        answer = await privately(slack, ROLL)
        slack.fail("files.completeUploadExternal", "file_upload_size_restricted")
        await slack.deliver("interactive", pressed(slack, button_of(answer, "file")))
        assert "did not take the file" in (await slack.until("respond", 2)).body["text"]

    serve(test)


def test_helpful_is_kept_with_question_answer_and_versions(serve: Run, tmp_path: Path) -> None:
    async def test(slack: FakeSlack) -> None:
        answer = await privately(slack, FIRST)
        element = next(block for block in answer.blocks if block["type"] == "context_actions")["elements"][0]
        press = pressed(slack, {"type": "feedback_buttons", "action_id": "feedback", "value": element["positive_button"]["value"]})
        await slack.deliver("interactive", press)
        assert (await slack.until("respond", 2)).body["text"] == THANKS_HELPFUL

    serve(test)
    (line,) = (tmp_path / "feedback.jsonl").read_text("utf-8").splitlines()
    kept = json.loads(line)
    assert (kept["opinion"], kept["question"], kept["asker"]) == ("helpful", FIRST, "U1")
    assert kept["reply"].startswith("Hungary voted no on")
    assert "Python" in kept["program"]
    assert "2025-12-18" in kept["data"]


def wrong_of(call: Call) -> str:
    element = next(block for block in call.blocks if block["type"] == "context_actions")["elements"][0]
    return str(element["negative_button"]["value"])


def test_something_is_wrong_asks_what_and_tells_the_owner_s_channel(serve: Run, road: str, tmp_path: Path) -> None:
    async def test(slack: FakeSlack) -> None:
        answer = await privately(slack, FIRST)
        await slack.deliver("interactive", pressed(slack, {"action_id": "feedback", "value": wrong_of(answer)}))
        form = (await slack.until("views.open")).body["view"]
        values = {"remark": {"remark": {"type": "plain_text_input", "value": "It abstained, <!channel>!"}}}
        sent = await slack.deliver("interactive", submitted("wrong", values, metadata=form["private_metadata"]))
        assert sent.body["response_action"] == "update"
        assert THANKS in list(strings(sent.body["view"]["blocks"]))
        told = await slack.until("chat.postMessage")
        assert told.body["channel"] == "COWNER"
        shown = "\n".join(strings(told.blocks))
        assert "It abstained, &lt;!channel&gt;!" in shown
        assert FIRST in shown
        assert "Hungary voted no on" in shown

    serve(test, road, slack_feedback_channel="COWNER")
    assert "It abstained" in (tmp_path / "feedback.jsonl").read_text("utf-8")


def test_a_note_that_could_not_be_kept_is_told(serve: Run, tmp_path: Path) -> None:
    async def test(slack: FakeSlack) -> None:
        answer = await privately(slack, FIRST)
        values = {"remark": {"remark": {"type": "plain_text_input", "value": "wrong"}}}
        metadata = f"{wrong_of(answer).partition(':')[2]} C1"
        await slack.deliver("interactive", submitted("wrong", values, metadata=metadata))
        assert FEEDBACK_LOST in list(strings((await slack.until("views.update")).blocks))

    (tmp_path / "feedback.jsonl").mkdir()
    serve(test)


@pytest.mark.parametrize("status", [200, 400])
def test_feedback_has_plain_buttons_where_slack_refuses_its_own(serve: Run, status: int) -> None:
    async def test(slack: FakeSlack) -> None:
        slack.fail("respond", "invalid_blocks", status=status)
        await slack.deliver("slash_commands", slash(slack, FIRST))
        answer = await slack.until("respond", 2)
        assert not {"table", "context_actions"} & {block["type"] for block in answer.blocks}
        await slack.deliver("interactive", pressed(slack, button_of(answer, "feedback_helpful")))
        assert (await slack.until("respond", 3)).body["text"] == THANKS_HELPFUL

    serve(test)


@pytest.mark.parametrize("view", [{"type": "home", "id": "V1"}, {"type": "modal", "id": "V1"}])
def test_a_question_in_a_view_is_answered_in_a_modal(serve: Run, view: dict[str, str]) -> None:
    async def test(slack: FakeSlack) -> None:
        button = {"action_id": "ask_example_1", "value": FIRST}
        await slack.deliver("interactive", pressed_in_view(slack, button, view))
        updated = await slack.until("views.update", fits=lambda call: "Hungary voted" in "\n".join(strings(call.blocks)))
        if view["type"] == "home":
            assert slack.calls.index(slack.of("views.open")[0]) < slack.calls.index(updated)
        else:
            assert updated.body["view_id"] == "V1"

    serve(test)


def test_the_full_list_of_an_answer_in_a_modal_is_shown_there(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        view = {"type": "modal", "id": "V1"}
        await slack.deliver("interactive", pressed_in_view(slack, {"action_id": "ask_example_1", "value": ROLL}, view))
        answer = await slack.until("views.update", 2)
        await slack.deliver("interactive", pressed_in_view(slack, button_of(answer, "full_list"), view))
        assert "Zimbabwe" in "\n".join(strings((await slack.until("views.update", 3)).blocks))

    serve(test)


def test_a_button_that_nobody_knows_any_more_is_acknowledged(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        assert (await slack.deliver("interactive", pressed(slack, {"action_id": "of_last_year", "value": "x"}))).status == 200

    serve(test, road)
