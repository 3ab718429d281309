"""Settings -> how Slack is to be served: over which road, for which workspaces. What is missing is told in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from adapters.chat.rules import Rule, read_rules
from adapters.settings import ConfigurationError, Settings

Road = Literal["socket", "http"]


@dataclass(frozen=True, slots=True)
class OAuth:
    """What an installation by many workspaces takes."""

    client_id: str
    client_secret: str
    keys: str


@dataclass(frozen=True, slots=True)
class Setup:
    """`token` for one workspace, else `oauth` for many; `app_token` for Socket Mode, else `signing_secret` for HTTP."""

    road: Road
    token: str | None
    oauth: OAuth | None
    app_token: str | None
    signing_secret: str | None
    rules: Mapping[str, Rule]
    owners: frozenset[str]


def read_setup(settings: Settings) -> Setup:
    """Raises `ConfigurationError` where something is missing, or where two ways are set up at once."""
    token, app_token, secret, client_secret, keys = (
        None if given is None else given.get_secret_value()
        for given in (
            settings.slack_bot_token,
            settings.slack_app_token,
            settings.slack_signing_secret,
            settings.slack_client_secret,
            settings.token_keys,
        )
    )
    oauth = _oauth(settings.slack_client_id, client_secret, keys) if token is None else None
    _check_tokens(token, app_token)
    if app_token is None and secret is None:
        raise ConfigurationError(
            "Set SLACK_APP_TOKEN (xapp-..., for Socket Mode, no public address needed) or SLACK_SIGNING_SECRET (for HTTP); "
            "docs/slack.md says where they are."
        )
    if oauth is not None and secret is None:
        raise ConfigurationError("Set SLACK_SIGNING_SECRET too: many workspaces install over HTTP, which it protects.")
    try:
        rules = read_rules(settings.slack_channels)
    except ValueError as error:
        raise ConfigurationError(f"VOTEDESK_SLACK_CHANNELS: {error}.") from error
    return Setup(
        road="socket" if app_token else "http",
        token=token,
        oauth=oauth,
        app_token=app_token,
        signing_secret=secret,
        rules=rules,
        owners=frozenset(settings.slack_owners.replace(",", " ").split()),
    )


def _oauth(client_id: str | None, client_secret: str | None, keys: str | None) -> OAuth:
    if client_id is None or client_secret is None:
        raise ConfigurationError(
            "Set SLACK_BOT_TOKEN (xoxb-...) for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many; "
            "docs/slack.md says where they are."
        )
    if keys is None:
        raise ConfigurationError("Set VOTEDESK_TOKEN_KEYS, which encrypts workspaces' tokens: `votedesk slack key` prints a key.")
    return OAuth(client_id, client_secret, keys)


def _check_tokens(token: str | None, app_token: str | None) -> None:
    """The two tokens look alike, and are easily taken for each other."""
    if token is not None and not token.startswith("xoxb-"):
        raise ConfigurationError("SLACK_BOT_TOKEN is no bot token: it begins with xoxb-, and stands under “OAuth & Permissions”.")
    if app_token is not None and not app_token.startswith("xapp-"):
        raise ConfigurationError("SLACK_APP_TOKEN is no app token: it begins with xapp-, and is made under “Basic Information”.")
