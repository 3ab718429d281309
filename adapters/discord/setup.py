"""Settings -> what the Discord front end needs, checked at start with one clear sentence for each mistake. Pure."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass

from adapters.chat.rules import Rule, read_rules
from adapters.settings import ConfigurationError, Settings


@dataclass(frozen=True, slots=True)
class Setup:
    """`shard_ids` and `shard_count`: of this process, None for as many as Discord advises, all here."""

    token: str
    rules: Mapping[str, Rule]
    shard_ids: tuple[int, ...] | None
    shard_count: int | None


def read_setup(settings: Settings) -> Setup:
    """Raises `ConfigurationError`."""
    if settings.discord_token is None:
        raise ConfigurationError(
            "DISCORD_TOKEN is not set: copy the bot's token from discord.com/developers/applications, Bot, Reset Token "
            "(docs/discord.md)."
        )
    shard_ids, shard_count = read_shards(settings.discord_shards)
    try:
        rules = read_rules(settings.discord_channels)
    except ValueError as error:
        raise ConfigurationError(f"VOTEDESK_DISCORD_CHANNELS: {error}.") from error
    return Setup(settings.discord_token.get_secret_value().strip(), rules, shard_ids, shard_count)


def read_shards(text: str | None) -> tuple[tuple[int, ...] | None, int | None]:
    """"2-3/8" -> (2, 3) of 8; "0/8" -> (0,) of 8."""
    if text is None:
        return None, None
    span, _, total = text.partition("/")
    first, _, last = span.partition("-")
    ids = tuple(range(int(first), int(last or first) + 1))
    if not ids or ids[-1] >= int(total):
        raise ConfigurationError(
            f"VOTEDESK_DISCORD_SHARDS is {text!r}: of {total} shards the first is 0 and the last is {int(total) - 1}."
        )
    return ids, int(total)


def application_id(settings: Settings) -> str:
    """The application's ID, which its invite links need: as set, or from the token, whose first part it is."""
    if settings.discord_application_id is not None:
        return settings.discord_application_id
    token = read_setup(settings).token
    first = token.partition(".")[0]
    try:
        read = base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)).decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        read = ""
    if not read.isdigit():
        raise ConfigurationError("DISCORD_TOKEN is no bot's token: one has three parts with dots between.")
    return read
