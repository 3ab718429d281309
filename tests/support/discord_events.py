"""What Discord's gateway tells when somebody does something, as Discord tells it: commands, buttons, menus, forms, messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.support.fake_discord import BOT, FakeDiscord

SERVER, CHANNEL, FORUM, POST, DIRECT = "500000000000000001", "500000000000000002", "500000000000000003", "500000000000000004", "9"
MANAGE_SERVER = 1 << 5
TEXT, DM, GROUP_DM, FORUM_CHANNEL, THREAD = 0, 1, 3, 15, 11
SUBCOMMAND, STRING, BOOLEAN, CHANNEL_OPTION, ATTACHMENT = 1, 3, 5, 7, 11


@dataclass(frozen=True)
class Reader:
    """Somebody in Discord."""

    id: str = "700000000000000001"
    locale: str = "en-US"
    permissions: int = 0
    bot: bool = False

    @property
    def user(self) -> dict[str, Any]:
        """As Discord describes a user."""
        return {"id": self.id, "username": f"reader{self.id[-1]}", "discriminator": "0", "avatar": None, "bot": self.bot}


@dataclass(frozen=True)
class Where:
    """A channel. `added_to`: how the bot came there: with the server ("0") or with the user ("1")."""

    server: str | None = SERVER
    channel: str = CHANNEL
    kind: int = TEXT
    parent: str | None = None
    added_to: str = "0"
    name: str = "desk"


IN_CHANNEL = Where()
IN_POST = Where(channel=POST, kind=THREAD, parent=FORUM, name="how did Hungary vote on A/RES/ES-11/7?")
IN_DIRECT = Where(server=None, channel=DIRECT, kind=DM)
ELSEWHERE = Where(server="500000000000000099", channel="500000000000000098", added_to="1")


def server(id_: str = SERVER, locale: str = "en-US") -> dict[str, Any]:
    """A server with a text channel, a forum and a post in it."""
    channels = [_channel(CHANNEL, TEXT), _channel(FORUM, FORUM_CHANNEL)]
    everyone = {"id": id_, "name": "@everyone", "permissions": "0", "position": 0, "color": 0, "hoist": False, "managed": False}
    return {
        "id": id_,
        "name": "Newsroom",
        "owner_id": "1",
        "preferred_locale": locale,
        "channels": channels,
        "threads": [_thread()],
        "roles": [{**everyone, "mentionable": False}],
        **{name: [] for name in ("members", "emojis", "stickers", "features", "voice_states", "presences", "stage_instances")},
        "guild_scheduled_events": [],
        "member_count": 2,
        **dict.fromkeys(("verification_level", "default_message_notifications", "explicit_content_filter", "mfa_level"), 0),
        **dict.fromkeys(("premium_tier", "nsfw_level", "system_channel_flags", "afk_timeout"), 0),
    }


def _channel(id_: str, kind: int) -> dict[str, Any]:
    return {"id": id_, "type": kind, "name": "desk", "position": 0, "permission_overwrites": [], "nsfw": False, "flags": 0}


def _thread() -> dict[str, Any]:
    archive = {"archived": False, "auto_archive_duration": 60, "archive_timestamp": "2026-01-01T00:00:00+00:00", "locked": False}
    counts = {"member_count": 1, "message_count": 1, "rate_limit_per_user": 0}
    return {"id": POST, "type": THREAD, "guild_id": SERVER, "parent_id": FORUM, "owner_id": "1", "name": IN_POST.name, "thread_metadata": archive, **counts}


def command(fake: FakeDiscord, path: str, options: dict[str, Any], reader: Reader, where: Where) -> dict[str, Any]:
    """`path`: "ask" for `/vote ask`. A file is given as `FakeDiscord.hold` describes it."""
    files = {value["id"]: value for value in options.values() if isinstance(value, dict)}
    options = {name: value["id"] if isinstance(value, dict) else value for name, value in options.items()}
    chosen = [{"name": name, "type": _option_type(name, value), "value": value} for name, value in options.items()]
    data: dict[str, Any] = {"id": "1", "name": "vote", "type": 1, "options": [{"name": path, "type": SUBCOMMAND, "options": chosen}]}
    if "channel" in options:
        data["resolved"] = {"channels": {options["channel"]: {"id": options["channel"], "name": "desk", "type": TEXT, "permissions": "0"}}}
    if files:
        data["resolved"] = {"attachments": files}
    return _interaction(fake, 2, data, reader, where)


def typing(fake: FakeDiscord, path: str, options: dict[str, str], focused: str, reader: Reader, where: Where) -> dict[str, Any]:
    """Letters typed into the option `focused`."""
    chosen = [{"name": name, "type": STRING, "value": value, "focused": name == focused} for name, value in options.items()]
    data = {"id": "1", "name": "vote", "type": 1, "options": [{"name": path, "type": SUBCOMMAND, "options": chosen}]}
    return _interaction(fake, 4, data, reader, where)


def menu(fake: FakeDiscord, name: str, message: dict[str, Any], reader: Reader, where: Where) -> dict[str, Any]:
    """An entry of a message's menu."""
    data = {"id": "2", "name": name, "type": 3, "target_id": message["id"], "resolved": {"messages": {message["id"]: message}}}
    return _interaction(fake, 2, data, reader, where)


def press(
    fake: FakeDiscord, message: dict[str, Any], custom_id: str, reader: Reader, where: Where, values: Sequence[str] = ()
) -> dict[str, Any]:
    """A button, or with `values` a menu, under a message. A message outlives the process that wrote it."""
    data: dict[str, Any] = {"custom_id": custom_id, "component_type": 3 if values else 2}
    if values:
        data["values"] = list(values)
    told = _interaction(fake, 3, data, reader, where)
    fake.originals[told["token"]] = message["id"]
    return {**told, "message": message}


def form(fake: FakeDiscord, custom_id: str, text: str, reader: Reader, where: Where) -> dict[str, Any]:
    """A form of one field, filled in."""
    field = {"type": 4, "custom_id": "text", "id": 2, "value": text}
    data = {"custom_id": custom_id, "components": [{"type": 18, "id": 1, "component": field}]}
    return _interaction(fake, 5, data, reader, where)


def written(
    fake: FakeDiscord, text: str, reader: Reader, where: Where, *, names_bot: bool = True, reply_to: dict[str, Any] | None = None
) -> dict[str, Any]:
    """A message that somebody wrote, as the bot may read it."""
    message: dict[str, Any] = {
        **_plain_message(text),
        "id": fake.next_id(),
        "channel_id": where.channel,
        "author": reader.user,
        "mentions": [BOT] if names_bot and where.server else [],
    }
    if where.server is not None:
        message["guild_id"] = where.server
        message["member"] = {"roles": [], "joined_at": "2025-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}
    if reply_to is not None:
        message["type"] = 19
        message["message_reference"] = {"message_id": reply_to["id"], "channel_id": where.channel}
        message["referenced_message"] = reply_to
    return message


def _plain_message(text: str) -> dict[str, Any]:
    lists: dict[str, Any] = {name: [] for name in ("embeds", "attachments", "components", "mention_roles")}
    times = {"timestamp": "2026-01-10T12:00:00+00:00", "edited_timestamp": None}
    return {"type": 0, "content": text, "pinned": False, "tts": False, "mention_everyone": False, "flags": 0, **lists, **times}


def _option_type(name: str, value: Any) -> int:
    if isinstance(value, bool):
        return BOOLEAN
    return {"channel": CHANNEL_OPTION, "file": ATTACHMENT}.get(name, STRING)


def _interaction(fake: FakeDiscord, kind: int, data: dict[str, Any], reader: Reader, where: Where) -> dict[str, Any]:
    id_ = fake.next_id()
    channel: dict[str, Any] = {**_channel(where.channel, where.kind), "name": where.name, "permissions": "0"}
    if where.parent is not None:
        channel |= {**_thread(), "id": where.channel}
    told: dict[str, Any] = {
        "id": id_,
        "application_id": BOT["id"],
        "type": kind,
        "data": data,
        "token": f"token-{id_}",
        "version": 1,
        "locale": reader.locale,
        "channel_id": where.channel,
        "channel": channel,
        "app_permissions": "0",
        "entitlements": [],
        "authorizing_integration_owners": {where.added_to: where.server or reader.id},
        "context": 0 if where.server else (1 if where.kind == DM else 2),
        "attachment_size_limit": 1 << 20,
    }
    if where.server is None:
        return {**told, "user": reader.user}
    member = {"user": reader.user, "roles": [], "joined_at": "2025-01-01T00:00:00+00:00", "permissions": str(reader.permissions)}
    here = {"id": where.server, "locale": "en-US", "features": []}
    return {**told, "guild_id": where.server, "guild": here, "guild_locale": "en-US", "member": {**member, "deaf": False, "mute": False, "flags": 0}}
