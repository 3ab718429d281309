"""What Slack sends, as its documentation shows it: https://docs.slack.dev/reference/events, .../interaction-payloads"""

from __future__ import annotations

import itertools
from typing import Any

from tests.support.fake_slack import BOT_USER, TEAM, FakeSlack

_NUMBERS = itertools.count(1)


def stamp() -> str:
    """A new time stamp of a message."""
    return f"1700000000.{next(_NUMBERS):06d}"


def event(inner: dict[str, Any], team: str = TEAM) -> dict[str, Any]:
    """An event in its envelope."""
    return {
        "token": "verification",
        "team_id": team,
        "api_app_id": "A1",
        "event": inner,
        "type": "event_callback",
        "event_id": f"Ev{next(_NUMBERS)}",
        "event_time": 1_700_000_000,
        "authorizations": [{"enterprise_id": None, "team_id": team, "user_id": BOT_USER, "is_bot": True}],
    }


def mention(text: str, *, team: str = TEAM, **facts: Any) -> dict[str, Any]:
    """`@VoteDesk text` in a channel."""
    return event(
        {"type": "app_mention", "user": "U1", "text": f"<@{BOT_USER}> {text}", "ts": stamp(), "channel": "C1", **facts}, team
    )


def message(text: str, *, team: str = TEAM, **facts: Any) -> dict[str, Any]:
    """Something written in a channel, without a mention."""
    given = {"type": "message", "channel_type": "channel", "user": "U1", "text": text, "ts": stamp(), "channel": "C1"}
    return event({**given, **facts}, team)


def direct(text: str, **facts: Any) -> dict[str, Any]:
    """Something written to the bot alone."""
    return message(text, **{"channel": "D1", "channel_type": "im", **facts})


def slash(slack: FakeSlack, text: str, **facts: Any) -> dict[str, Any]:
    """`/vote text`"""
    return {
        "token": "verification",
        "team_id": TEAM,
        "team_domain": "newsroom",
        "channel_id": "C1",
        "channel_name": "general",
        "user_id": "U1",
        "user_name": "reporter",
        "command": "/vote",
        "text": text,
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": slack.response_url(),
        "trigger_id": f"trigger-{next(_NUMBERS)}",
        **facts,
    }


def pressed(slack: FakeSlack, button: dict[str, Any], *, hidden: bool = True, **facts: Any) -> dict[str, Any]:
    """A button of a message pressed; `hidden`: only its user sees the message."""
    at = stamp()
    container = {"type": "message", "message_ts": at, "channel_id": "C1", "is_ephemeral": hidden}
    message_facts = {} if hidden else {"message": {"type": "message", "ts": at, "user": BOT_USER}}
    return {
        "type": "block_actions",
        "team": {"id": TEAM, "domain": "newsroom"},
        "user": {"id": "U1", "username": "reporter", "team_id": TEAM},
        "api_app_id": "A1",
        "token": "verification",
        "container": container,
        "trigger_id": f"trigger-{next(_NUMBERS)}",
        "channel": {"id": "C1", "name": "general"},
        "response_url": slack.response_url(),
        "actions": [{"type": "button", "block_id": "b", "action_ts": at, **button}],
        **message_facts,
        **facts,
    }


def pressed_in_view(slack: FakeSlack, button: dict[str, Any], view: dict[str, Any]) -> dict[str, Any]:
    """A button of a modal or of App Home pressed."""
    payload = pressed(slack, button)
    for name in ("channel", "response_url", "container"):
        del payload[name]
    return {**payload, "container": {"type": "view", "view_id": view["id"]}, "view": view}


def message_shortcut(slack: FakeSlack, callback: str, text: str) -> dict[str, Any]:
    """An entry of a message's menu."""
    return {
        "type": "message_action",
        "callback_id": callback,
        "team": {"id": TEAM, "domain": "newsroom"},
        "user": {"id": "U1", "username": "reporter", "team_id": TEAM},
        "channel": {"id": "C1", "name": "general"},
        "trigger_id": f"trigger-{next(_NUMBERS)}",
        "response_url": slack.response_url(),
        "message_ts": stamp(),
        "message": {"type": "message", "user": "U2", "text": text, "ts": stamp()},
    }


def global_shortcut(callback: str) -> dict[str, Any]:
    """An entry of the menu beside the message box."""
    return {
        "type": "shortcut",
        "callback_id": callback,
        "team": {"id": TEAM, "domain": "newsroom"},
        "user": {"id": "U1", "username": "reporter", "team_id": TEAM},
        "trigger_id": f"trigger-{next(_NUMBERS)}",
    }


def suggestion(action: str, typed: str) -> dict[str, Any]:
    """Letters typed into a field that completes."""
    return {
        "type": "block_suggestion",
        "action_id": action,
        "block_id": action,
        "value": typed,
        "team": {"id": TEAM, "domain": "newsroom"},
        "user": {"id": "U1", "username": "reporter", "team_id": TEAM},
        "container": {"type": "view", "view_id": "V1"},
        "view": {"id": "V1", "type": "modal", "callback_id": "ask"},
    }


def submitted(callback: str, values: dict[str, Any], *, metadata: str = "", response_urls: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """A modal sent."""
    return {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "newsroom"},
        "user": {"id": "U1", "username": "reporter", "team_id": TEAM},
        "trigger_id": f"trigger-{next(_NUMBERS)}",
        "response_urls": response_urls or [],
        "view": {
            "id": f"V{next(_NUMBERS)}",
            "type": "modal",
            "callback_id": callback,
            "private_metadata": metadata,
            "state": {"values": values},
            "blocks": [],
            "hash": "1",
        },
    }
