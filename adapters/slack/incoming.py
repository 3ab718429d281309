"""What Slack sends -> what was asked, where, by whom; or None for what is nobody's question: own messages, bots, edits, joins.

Pure. `id` is equal for every delivery of one thing, and for the two events that one mention in a channel causes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Payload = Mapping[str, Any]
Surface = Literal["channel", "direct"]

_SPOKEN = frozenset({None, "file_share", "thread_broadcast", "me_message"})
"""Subtypes of messages that people write: https://docs.slack.dev/reference/events/message. All others tell of something."""

_USER = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
_LINK = re.compile(r"<((?:https?://|mailto:)[^<>|\s]+)(?:\|([^<>]*))?>")
_OTHER_TOKEN = re.compile(r"<[@#!][^<>|]*(?:\|([^<>]*))?>")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message to the bot. `thread` names the conversation; `reply_in` is the thread to answer in, None for the channel itself.

    `in_passing`: written in a thread of the bot's without naming it.
    """

    id: str
    workspace: str
    user: str
    channel: str
    surface: Surface
    text: str
    thread: str
    reply_in: str | None
    in_passing: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command: `verb` is "ask", "check", "help" or "settings"; `text` what comes after it."""

    id: str
    workspace: str
    user: str
    channel: str
    verb: Literal["ask", "check", "help", "settings"]
    text: str
    response_url: str
    trigger: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, or a message shortcut. `view`: the modal that it is in, "home" for App Home; `message`: the time stamp of its
    message; `thread`: that of the thread; `hidden`: only its user sees the message."""

    id: str
    workspace: str
    user: str
    channel: str
    value: str
    trigger: str
    response_url: str
    view: str | None
    message: str | None
    thread: str | None
    hidden: bool


def workspace_of(body: Payload) -> str:
    """"slack:T012AB3C4"; for an app that a whole enterprise installed, the enterprise."""
    team = body.get("team_id") or _id(body.get("team")) or body.get("enterprise_id") or _id(body.get("enterprise"))
    return f"slack:{team}"


def read_message(body: Payload, bot_user: str | None) -> Incoming | None:
    """The events `message` and `app_mention`."""
    event = body["event"]
    if not _is_spoken(event, bot_user):
        return None
    channel, stamp, thread = event["channel"], event["ts"], event.get("thread_ts")
    direct = event.get("channel_type") == "im" or str(channel).startswith("D")
    named = event["type"] == "app_mention" or f"<@{bot_user}>" in event.get("text", "")
    if not direct and not named and (thread is None or _is_for_somebody_else(event, bot_user)):
        return None
    return Incoming(
        id=f"message:{channel}:{stamp}",
        workspace=workspace_of(body),
        user=event["user"],
        channel=channel,
        surface="direct" if direct else "channel",
        text=readable(event.get("text", "")),
        thread=f"{channel}:{thread or stamp}" if thread or not direct else str(channel),
        reply_in=thread if direct else thread or stamp,
        in_passing=not direct and not named,
    )


def read_command(body: Payload) -> Command:
    """`/vote ...`, whatever name the owner gave it."""
    text = readable(str(body.get("text", ""))).strip()
    first, _, rest = text.partition(" ")
    verb: Literal["ask", "check", "help", "settings"] = "ask"
    match first.casefold().rstrip(":"):
        case "check":
            verb, text = "check", rest.strip()
        case "" | "help" | "?" if not rest.strip():
            verb, text = "help", ""
        case "settings" if not rest.strip():
            verb, text = "settings", ""
    return Command(
        id=f"trigger:{body['trigger_id']}",
        workspace=workspace_of(body),
        user=body["user_id"],
        channel=body["channel_id"],
        verb=verb,
        text=text,
        response_url=body["response_url"],
        trigger=body["trigger_id"],
    )


def read_press(body: Payload) -> Pressed:
    """The interactions `block_actions`, `message_action` and `shortcut`."""
    container = body.get("container") or {}
    action = (body.get("actions") or [{}])[0]
    view = body.get("view") or {}
    message = body.get("message") or {}
    return Pressed(
        id=f"trigger:{body['trigger_id']}",
        workspace=workspace_of(body),
        user=body["user"]["id"],
        channel=_id(body.get("channel")) or container.get("channel_id") or "",
        value=str(action.get("value") or ""),
        trigger=body["trigger_id"],
        response_url=body.get("response_url") or "",
        view="home" if view.get("type") == "home" else view.get("id"),
        message=message.get("ts") or container.get("message_ts"),
        thread=message.get("thread_ts") or container.get("thread_ts"),
        hidden=bool(container.get("is_ephemeral")),
    )


def readable(text: str) -> str:
    """Slack's own mark-up as a reader sees it: links as label and address, no mentions, no entities."""
    text = _LINK.sub(lambda m: m[1] if not m[2] or m[2] in m[1] else f"{m[2]} {m[1]}", text)
    return html.unescape(_OTHER_TOKEN.sub(lambda m: m[1] or "", text)).strip()


def _is_spoken(event: Payload, bot_user: str | None) -> bool:
    """Whether a person wrote it, just now."""
    own = event.get("user") in (None, "USLACKBOT", bot_user)
    made = event.get("bot_id") or event.get("bot_profile") or event.get("hidden")
    changed = event.get("edited") or event.get("subtype") not in _SPOKEN
    return not (own or made or changed)


def _is_for_somebody_else(event: Payload, bot_user: str | None) -> bool:
    named = _USER.findall(event.get("text", ""))
    return bool(named) and bot_user not in named


def _id(holder: Any) -> str | None:
    return holder.get("id") if isinstance(holder, Mapping) else holder
