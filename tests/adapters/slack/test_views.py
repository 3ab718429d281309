"""Forms and App Home over the wire: asking by a form, fields that complete, rules of channels, the home."""

from __future__ import annotations

import threading

import pytest

from adapters.chat.wording import NO_ANSWERS_HERE, NOTHING_ASKED, QUESTIONS_TO_START
from adapters.slack.home import BOX
from adapters.slack.manifest import ASK_SHORTCUT
from adapters.slack.modals import question_of
from bot.desk import Desk
from tests.adapters.slack.conftest import Run
from tests.support.fake_slack import FakeSlack
from tests.support.slack_checks import strings
from tests.support.slack_payloads import event, global_shortcut, mention, pressed_in_view, slash, submitted, suggestion

FIRST = "how did Hungary vote on A/RES/ES-11/7?"


def chosen(field: str, value: str) -> dict[str, object]:
    return {field: {field: {"type": "external_select", "selected_option": {"value": value, "text": {"type": "plain_text", "text": value}}}}}


def written(text: str) -> dict[str, object]:
    return {"question": {"question": {"type": "plain_text_input", "value": text}}}


def test_the_shortcut_opens_a_form_and_its_answer_takes_the_form_s_place(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("interactive", global_shortcut(ASK_SHORTCUT))
        form = (await slack.until("views.open")).body["view"]
        assert [block["element"]["action_id"] for block in form["blocks"]] == ["member", "resolution", "question", "post"]
        values = chosen("member", "Hungary") | chosen("resolution", "A/RES/ES-11/7") | written("")
        sent = submitted("ask", values)
        acknowledged = await slack.deliver("interactive", sent)
        assert acknowledged.body["response_action"] == "update"
        answer = await slack.until("views.update")
        assert answer.body["view_id"] == sent["view"]["id"]
        assert "Hungary voted no on" in next(strings(answer.blocks))

    serve(test, road)


@pytest.mark.parametrize(
    ("values", "question"),
    [
        (chosen("member", "Hungary"), "how did Hungary vote?"),
        (chosen("resolution", "A/RES/ES-11/7"), "who voted how on A/RES/ES-11/7?"),
        (chosen("member", "Hungary") | chosen("resolution", "A/RES/ES-11/7"), "how did Hungary vote on A/RES/ES-11/7?"),
        (written("who vetoed it?"), "who vetoed it?"),
        (written("was it adopted?") | chosen("resolution", "A/RES/ES-11/7"), "was it adopted? (A/RES/ES-11/7)"),
        ({}, ""),
    ],
)
def test_the_form_asks_in_words(values: dict[str, object], question: str) -> None:
    assert question_of(values) == question


def test_an_empty_form_says_what_to_fill_in(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        acknowledged = await slack.deliver("interactive", submitted("ask", written("")))
        assert acknowledged.body == {"response_action": "errors", "errors": {"question": NOTHING_ASKED}}

    serve(test, road)


@pytest.mark.parametrize(("rule", "posted"), [("open", True), ("private", False)])
def test_the_form_s_answer_is_posted_where_it_was_wished_if_the_rule_allows_it(serve: Run, rule: str, posted: bool) -> None:
    async def test(slack: FakeSlack) -> None:
        wished = [{"block_id": "post", "action_id": "post", "channel_id": "C1", "response_url": slack.response_url()}]
        await slack.deliver("interactive", submitted("ask", written(FIRST), response_urls=wished))
        answer = await slack.until("respond")
        assert (answer.body["response_type"] == "in_channel") is posted
        assert ("Hungary voted no on" in answer.body["text"]) is posted
        assert (answer.body["text"] == NO_ANSWERS_HERE) is not posted

    serve(test, slack_channels=f"C1={rule}")


@pytest.mark.parametrize(
    ("field", "typed", "first"),
    [
        ("member", "hungray", "Hungary"),
        ("member", "ivory", "Côte d'Ivoire"),
        ("resolution", "es-11/7", "A/RES/ES-11/7"),
        ("resolution", "cuba emb", "A/RES/80/4"),
    ],
)
def test_fields_complete_as_one_types(serve: Run, road: str, field: str, typed: str, first: str) -> None:
    async def test(slack: FakeSlack) -> None:
        answered = await slack.deliver("interactive", suggestion(field, typed))
        assert answered.body["options"][0]["value"] == first
        assert all(len(option["text"]["text"]) <= 75 and len(option["value"]) <= 150 for option in answered.body["options"])

    serve(test, road)


def test_a_field_stays_empty_while_the_store_is_slow(serve: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr("adapters.slack.listeners.views.COMPLETE_WITHIN", 0.01)

    async def test(slack: FakeSlack) -> None:
        complete = Desk.complete_members
        monkeypatch.setattr(Desk, "complete_members", lambda *given: release.wait(30) and complete(*given))
        answered = await slack.deliver("interactive", suggestion("member", "hun"))
        assert answered.body == {"options": []}
        release.set()

    serve(test)


def test_home_shows_what_was_asked_what_can_be_asked_and_how_far_the_record_goes(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, FIRST))
        await slack.until("respond")
        await slack.deliver("events_api", event({"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"}))
        home = await slack.until("views.publish")
        shown = list(strings(home.blocks))
        assert home.body["user_id"] == "U1"
        assert FIRST in shown
        assert set(QUESTIONS_TO_START) <= set(shown)
        assert "2025-12-18" in "\n".join(shown)
        assert any(block.get("block_id") == BOX for block in home.blocks)

    serve(test, road)


def test_home_shows_nobody_else_s_questions(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, FIRST))
        await slack.until("respond")
        await slack.deliver("events_api", event({"type": "app_home_opened", "user": "U2", "channel": "D2", "tab": "home"}))
        assert FIRST not in list(strings((await slack.until("views.publish")).blocks))

    serve(test)


def test_opening_the_messages_of_the_app_publishes_no_home(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("events_api", event({"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "messages"}))

    assert "views.publish" not in [call.method for call in serve(test)]


def test_the_box_of_home_asks(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        box = {"type": "plain_text_input", "action_id": BOX, "block_id": BOX, "value": FIRST}
        await slack.deliver("interactive", pressed_in_view(slack, box, {"type": "home", "id": "V1"}))
        answer = await slack.until("views.update")
        assert "Hungary voted no on" in "\n".join(strings(answer.blocks))

    serve(test)


def rule(field: str, value: str | None) -> dict[str, object]:
    return {field: {field: {"type": "radio_buttons", "selected_option": None if value is None else {"value": value}}}}


async def until_the_rule_is(slack: FakeSlack, expected: str | None) -> None:
    """The form is acknowledged before it is saved; opened again, it shows what holds."""
    for _ in range(100):
        opened = len(slack.of("views.open"))
        await slack.deliver("slash_commands", slash(slack, "settings"))
        element = (await slack.until("views.open", opened + 1)).blocks[0]["element"]
        if element.get("initial_option", {}).get("value") == expected:
            return
    raise AssertionError(f"the rule never became {expected}")


def test_an_owner_sets_the_rules_of_a_channel_and_takes_them_back(serve: Run, road: str) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, "settings"))
        form = (await slack.until("views.open")).body["view"]
        await slack.deliver("interactive", submitted("rules", rule("here", "off") | rule("everywhere", None), metadata=form["private_metadata"]))
        await until_the_rule_is(slack, "off")
        await slack.deliver("slash_commands", slash(slack, FIRST))
        assert (await slack.until("respond")).body["text"] == NO_ANSWERS_HERE
        await slack.deliver("interactive", submitted("rules", rule("here", None) | rule("everywhere", None), metadata="C1"))
        await until_the_rule_is(slack, None)
        await slack.deliver("slash_commands", slash(slack, FIRST))
        assert (await slack.until("respond", 2)).body["text"].startswith("Hungary")

    serve(test, road, slack_owners="U1 U9")


def test_nobody_else_sets_rules(serve: Run) -> None:
    async def test(slack: FakeSlack) -> None:
        await slack.deliver("slash_commands", slash(slack, "settings"))
        assert "Only the people" in (await slack.until("respond")).body["text"]

    assert "views.open" not in [call.method for call in serve(test, slack_owners="U9")]


def test_a_form_that_somebody_else_forges_sets_no_rules(serve: Run) -> None:
    """A view is submitted by who opened it; the app still asks who that is."""

    async def test(slack: FakeSlack) -> None:
        await slack.deliver("interactive", submitted("rules", rule("here", "off") | rule("everywhere", "off"), metadata="C1"))
        await slack.deliver("events_api", mention(FIRST))
        await slack.until("chat.postMessage")

    serve(test, slack_owners="U9")
