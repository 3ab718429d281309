"""The app's manifest: commands, shortcuts, events and the smallest scopes, to be pasted once.

https://docs.slack.dev/reference/app-manifest
"""

from __future__ import annotations

from typing import Any

from adapters.slack.unfurl import DOMAINS

EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH = "/slack/events", "/slack/install", "/slack/oauth_redirect"

CHECK_SHORTCUT, ASK_SHORTCUT = "check_vote_claims", "ask_about_vote"

SCOPES: dict[str, str] = {
    "app_mentions:read": "to be told when somebody mentions the bot",
    "assistant:write": "to show suggested questions and a status in the assistant pane",
    "channels:history": "to hear follow-up questions in threads of public channels that it was invited to",
    "chat:write": "to answer",
    "commands": "for /vote and the shortcuts",
    "files:write": "to post full lists as CSV files",
    "groups:history": "the same follow-ups in private channels that it was invited to",
    "im:history": "to read what is written to it directly",
    "mpim:history": "the same follow-ups in group messages that it was added to",
}
"""Every scope of the bot, and what it is for."""

UNFURL_SCOPES: dict[str, str] = {
    "links:read": "to be told of links to UN documents",
    "links:write": "to show the result below them",
}
"""Only with link previews, which are off by default."""

EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "assistant_thread_context_changed",
    "assistant_thread_started",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
    "tokens_revoked",
)


def scopes(*, unfurl: bool) -> list[str]:
    """What the bot needs."""
    return [*SCOPES, *(UNFURL_SCOPES if unfurl else ())]


def manifest(*, public_url: str | None, unfurl: bool, many_workspaces: bool) -> dict[str, Any]:
    """Without a public address, for Socket Mode. With one, Slack sends requests there, and workspaces may install by OAuth."""
    events = f"{public_url.rstrip('/')}{EVENTS_PATH}" if public_url else None
    features: dict[str, Any] = {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "assistant_view": {"assistant_description": "Answers questions on recorded votes at the United Nations, with sources."},
        "bot_user": {"display_name": "VoteDesk", "always_online": True},
        "shortcuts": [
            _shortcut("Check vote claims", "message", CHECK_SHORTCUT, "Checks what this message says about UN votes"),
            _shortcut("Ask about a vote", "global", ASK_SHORTCUT, "Asks how member states voted"),
        ],
        "slash_commands": [_command(events)],
    }
    oauth: dict[str, Any] = {"scopes": {"bot": scopes(unfurl=unfurl)}}
    if unfurl:
        features["unfurl_domains"] = list(DOMAINS)
    if public_url and many_workspaces:
        oauth["redirect_urls"] = [f"{public_url.rstrip('/')}{REDIRECT_PATH}"]
    return {
        "display_information": {
            "name": "VoteDesk",
            "description": "How did they vote at the UN? From the official record, with sources.",
            "background_color": "#1f4e79",
        },
        "features": features,
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": _at(events) | {"bot_events": [*EVENTS, *(["link_shared"] if unfurl else [])]},
            "interactivity": {"is_enabled": True} | _at(events) | ({"message_menu_options_url": events} if events else {}),
            "org_deploy_enabled": many_workspaces,
            "socket_mode_enabled": events is None,
            "token_rotation_enabled": False,
        },
    }


def _command(events: str | None) -> dict[str, Any]:
    at = {"url": events} if events else {}
    return {
        "command": "/vote",
        "description": "How did they vote at the UN?",
        "usage_hint": "how did Hungary vote? | check <text> | help",
        "should_escape": False,
    } | at


def _shortcut(name: str, kind: str, callback: str, description: str) -> dict[str, str]:
    return {"name": name, "type": kind, "callback_id": callback, "description": description}


def _at(events: str | None) -> dict[str, str]:
    return {"request_url": events} if events else {}
