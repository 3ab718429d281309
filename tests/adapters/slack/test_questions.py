"""Questions over the wire, on both roads: command, mention, thread, direct message, assistant pane, shortcut."""

from __future__ import annotations

import pytest

from adapters.chat.wording import LOOKING, NO_ANSWERS_HERE, NOTHING_TO_CHECK, QUESTIONS_TO_START
from adapters.slack.manifest import CHECK_SHORTCUT
from bot.desk import Desk
from tests.adapters.slack.conftest import Run
from tests.support.fake_slack import BOT_USER, Call, FakeSlack
from tests.support.slack_checks import strings
from tests.support.slack_payloads import direct, event, mention, message, message_shortcut, pressed, slash, stamp

FIRST = "how did Hungary vote on A/RES/ES-11/7?"


def shown(call: Call) -> str:
    """All that a reader sees of a message."""
    return "\n".join(strings(call.blocks))


def test_a_slash_command_is_answered_privately_with_an_offer_to_share(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        acknowledged = await slack.deliver("slash_commands", slash(slack, FIRST))
        assert (acknowledged.status, acknowledged.body) == (200, "")
        answer = await slack.until("respond")
        assert answer.body["response_type"] == "ephemeral"
        assert answer.body["text"].startswith("Hungary voted no on")
        assert "Hungary voted no on" in next(strings(answer.blocks))
        assert "Share in channel" in shown(answer)
        assert slack.of("chat.postMessage", "chat.postEphemeral") == []

    serve(test, road)


def test_a_private_question_is_understood_from_the_one_before_it(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        for number, text in enumerate((FIRST, "and Slovakia?"), 1):
            await slack.deliver("slash_commands", slash(slack, text))
            answer = await slack.until("respond", number)
        assert answer.body["text"].startswith("Slovakia voted yes on")
        assert "A/RES/ES-11/7" in answer.body["text"]
        await slack.deliver("slash_commands", slash(slack, "and Slovakia?", user_id="U2"))
        assert "A/RES/ES-11/7" not in (await slack.until("respond", 3)).body["text"]

    serve(test)


def test_long_after_it_a_private_question_stands_alone(serve: Run) -> None:
    now = [1_768_000_000.0]

    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, FIRST))
        await slack.until("respond")
        now[0] += 3600
        await slack.deliver("slash_commands", slash(slack, "and Slovakia?"))
        assert "A/RES/ES-11/7" not in (await slack.until("respond", 2)).body["text"]

    serve(test, clock=lambda: now[0])


@pytest.mark.parametrize("text", ["", "help", " Help "])
def test_help_says_what_can_be_asked_and_how(serve: Run, text: str) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, text))
        answer = await slack.until("respond")
        assert "Check vote claims" in shown(answer)
        assert "how did Hungary vote" in shown(answer)

    serve(test)


def test_a_question_with_several_readings_offers_them_as_buttons(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, "how did Korea vote on A/RES/ES-11/7?"))
        answer = await slack.until("respond")
        buttons = [element for block in answer.blocks if block["type"] == "actions" for element in block["elements"]]
        values = [button["value"] for button in buttons if button["action_id"].startswith("ask_choice_")]
        assert len(values) == 2
        assert all("Korea" in value and len(value) <= 100 for value in values)

    serve(test)


def test_a_mention_is_answered_in_its_thread_and_follow_ups_there_need_none(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        asked = mention(FIRST)
        thread = asked["event"]["ts"]
        await slack.deliver("events_api", asked)
        first = await slack.until("chat.postMessage")
        assert (first.body["channel"], first.body["thread_ts"]) == ("C1", thread)
        assert first.body["text"].startswith("Hungary voted no on")
        await slack.deliver("events_api", message("and Slovakia?", thread_ts=thread))
        second = await slack.until("chat.postMessage", 2)
        assert second.body["thread_ts"] == thread
        assert second.body["text"].startswith("Slovakia voted yes on")

    serve(test, road)


def test_a_mention_that_also_arrives_as_a_message_is_answered_once(serve: Run) -> None:
    """In a channel that the app reads, Slack sends both."""

    async def test(slack: FakeSlack) -> None:
        both = mention(FIRST)
        as_message = event({**both["event"], "type": "message", "channel_type": "channel"})
        await slack.deliver("events_api", as_message)
        await slack.deliver("events_api", both)
        await slack.until("chat.postMessage")

    assert [call.method for call in serve(test)].count("chat.postMessage") == 1


@pytest.mark.parametrize(
    "text", ["thanks, great!", "I'll write that up", "can we use this?", "<@U7> how did Slovakia vote?", "ok", "lol"]
)
def test_what_people_say_to_each_other_in_such_a_thread_is_left_alone(serve: Run, text: str) -> None:
    async def test(slack: FakeSlack) -> None:
        asked = mention(FIRST)
        await slack.deliver("events_api", asked)
        await slack.until("chat.postMessage")
        await slack.deliver("events_api", message(text, thread_ts=asked["event"]["ts"]))
        await slack.deliver("events_api", message("and Slovakia?", thread_ts=asked["event"]["ts"]))
        assert (await slack.until("chat.postMessage", 2)).body["text"].startswith("Slovakia")
        assert slack.of("chat.postEphemeral") == []

    serve(test)


def test_a_thread_in_which_the_bot_was_not_asked_is_left_alone(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("events_api", message("how did Slovakia vote?", thread_ts=stamp()))
        await slack.deliver("events_api", message("how did Slovakia vote?"))
        await slack.deliver("events_api", mention(FIRST))
        assert (await slack.until("chat.postMessage")).body["text"].startswith("Hungary")

    serve(test)


def test_a_direct_message_is_a_conversation(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("events_api", direct(FIRST))
        first = await slack.until("chat.postMessage")
        assert "thread_ts" not in first.body
        await slack.deliver("events_api", direct("and Slovakia?"))
        assert (await slack.until("chat.postMessage", 2)).body["text"].startswith("Slovakia voted yes on")

    serve(test, road)


def test_a_group_message_is_answered_when_the_bot_is_named(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("events_api", message(f"<@{BOT_USER}> {FIRST}", channel="G1", channel_type="mpim"))
        assert (await slack.until("chat.postMessage")).body["channel"] == "G1"

    serve(test)


def test_the_assistant_pane_suggests_shows_a_status_and_names_its_thread(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        thread = stamp()
        pane = {"user_id": "U1", "context": {}, "channel_id": "D1", "thread_ts": thread}
        await slack.deliver("events_api", event({"type": "assistant_thread_started", "assistant_thread": pane}))
        prompts = (await slack.until("assistant.threads.setSuggestedPrompts")).body["prompts"]
        assert [prompt["message"] for prompt in prompts] == list(QUESTIONS_TO_START)
        await slack.deliver("events_api", direct(FIRST, thread_ts=thread))
        answer = await slack.until("chat.postMessage")
        assert answer.body["thread_ts"] == thread
        order = [call.method for call in slack.calls]
        assert order.index("assistant.threads.setStatus") < order.index("chat.postMessage")
        assert slack.of("assistant.threads.setTitle")[0].body["title"] == FIRST
        await slack.deliver("events_api", direct("and Slovakia?", thread_ts=thread))
        assert (await slack.until("chat.postMessage", 2)).body["text"].startswith("Slovakia voted yes on")
        assert len(slack.of("assistant.threads.setTitle")) == 1

    serve(test, road)


def test_a_thread_of_direct_messages_outside_the_pane_is_answered_as_well(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        for method in ("assistant.threads.setStatus", "assistant.threads.setTitle"):
            slack.fail(method, "channel_type_not_supported")
        await slack.deliver("events_api", direct(FIRST, thread_ts=stamp()))
        assert (await slack.until("chat.postMessage")).body["text"].startswith("Hungary")

    serve(test)


def test_a_sign_of_work_is_shown_while_the_record_is_slow(serve: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Acknowledged first, then a sign, then the answer: the store holds its tongue until the sign is there."""
    import threading

    release = threading.Event()
    ask = Desk.ask

    async def test(slack: FakeSlack) -> None:
        monkeypatch.setattr(Desk, "ask", lambda *given: release.wait(30) and ask(*given))
        assert (await slack.deliver("slash_commands", slash(slack, FIRST))).status == 200
        assert (await slack.until("respond")).body["text"] == LOOKING
        assert (await slack.deliver("events_api", mention(FIRST))).status == 200
        assert (await slack.until("chat.postEphemeral")).body["text"] == LOOKING
        release.set()
        assert (await slack.until("respond", 2)).body["text"].startswith("Hungary voted no on")
        assert (await slack.until("chat.postMessage")).body["text"].startswith("Hungary voted no on")

    serve(test, sign_after=0)


def test_checking_a_message_is_answered_privately(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        text = "A/RES/ES-11/7 was adopted by 93 votes to 18 with 65 abstentions. Hungary abstained."
        await slack.deliver("interactive", message_shortcut(slack, CHECK_SHORTCUT, text))
        answer = await slack.until("respond")
        assert answer.body["response_type"] == "ephemeral"
        assert answer.body["text"].startswith("2 claims on votes: 1 supported, 1 contradicted.")
        assert "✗ contradicted" in shown(answer)
        assert "Hungary" in shown(answer)

    serve(test, road)


def test_a_text_is_checked_by_command_too(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, "check Hungary abstained on A/RES/ES-11/7."))
        assert (await slack.until("respond")).body["text"].startswith("1 claim on a vote: 1 contradicted.")
        await slack.deliver("slash_commands", slash(slack, "check"))
        assert (await slack.until("respond", 2)).body["text"] == NOTHING_TO_CHECK
        await slack.deliver("events_api", direct("check: Hungary voted against A/RES/ES-11/7."))
        assert (await slack.until("chat.postMessage")).body["text"].startswith("1 claim on a vote: 1 supported.")

    serve(test)


def test_a_check_is_shared_like_an_answer(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, "check Hungary abstained on A/RES/ES-11/7."))
        checked = await slack.until("respond")
        buttons = [element for block in checked.blocks if block["type"] == "actions" for element in block["elements"]]
        share = next(button for button in buttons if button["action_id"] == "share")
        await slack.deliver("interactive", pressed(slack, {"action_id": "share", "value": share["value"]}))
        assert (await slack.until("chat.postMessage")).body["text"] == checked.body["text"]

    serve(test)


def test_where_the_rule_is_private_only_who_asked_sees_the_answer(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        asked = mention(FIRST)
        await slack.deliver("events_api", asked)
        answer = await slack.until("chat.postEphemeral")
        assert (answer.body["user"], answer.body["thread_ts"]) == ("U1", asked["event"]["ts"])
        assert answer.body["text"].startswith("Hungary")
        await slack.deliver("slash_commands", slash(slack, FIRST))
        assert "Share in channel" not in shown(await slack.until("respond"))
        assert slack.of("chat.postMessage") == []

    serve(test, slack_channels="*=private")


def test_where_the_rule_is_off_it_says_so_to_who_asked_and_nothing_else(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("events_api", mention(FIRST))
        assert (await slack.until("chat.postEphemeral")).body["text"] == NO_ANSWERS_HERE
        await slack.deliver("slash_commands", slash(slack, FIRST))
        assert (await slack.until("respond")).body["text"] == NO_ANSWERS_HERE
        await slack.deliver("events_api", direct(FIRST))
        assert (await slack.until("chat.postMessage")).body["channel"] == "D1"
        assert len(slack.of("chat.postMessage")) == 1

    serve(test, slack_channels="C1=off")


def test_over_the_limit_a_reader_is_told_when_to_ask_again(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        for number in range(1, 4):
            await slack.deliver("slash_commands", slash(slack, FIRST))
            answer = await slack.until("respond", number)
        assert answer.body["text"] == "That is a lot of questions at once. You can ask again in 60 seconds."

    serve(test, chat_questions_per_minute=2)


@pytest.mark.parametrize(
    "text",
    [
        "<!channel> how did Hungary vote?",
        "&lt;!channel&gt; @here @everyone Hungary?",
        "<https://evil.example|A/RES/79/7> Hungary <@U7>",
        "*bold* _under_ ~gone~ `code` > quoted Hungary on the @channel question?",
        "how did <#C9|general> and <!subteam^S1|@desk> vote on the <!here> embargo?",
    ],
)
def test_nothing_in_a_question_calls_anybody(serve: Run, text: str) -> None:
    """Every message of every test is held to that (`serve`); these try to."""

    async def test(slack: FakeSlack) -> None:
        await slack.deliver("events_api", mention(text))
        answer = await slack.until("chat.postMessage")
        assert answer.body["parse"] == "none"
        await slack.deliver("slash_commands", slash(slack, text))
        await slack.until("respond")

    serve(test)


def test_what_people_say_to_each_other_uses_up_nobody_s_limit(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        asked = mention(FIRST)
        await slack.deliver("events_api", asked)
        await slack.until("chat.postMessage")
        for _ in range(5):
            await slack.deliver("events_api", message("thanks!", thread_ts=asked["event"]["ts"]))
        await slack.deliver("events_api", message("and Slovakia?", thread_ts=asked["event"]["ts"]))
        assert (await slack.until("chat.postMessage", 2)).body["text"].startswith("Slovakia")
        await slack.deliver("events_api", message("and Austria?", thread_ts=asked["event"]["ts"]))
        assert "ask again in" in (await slack.until("chat.postEphemeral")).body["text"]

    serve(test, chat_questions_per_minute=2)
