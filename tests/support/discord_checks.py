"""Whether Discord would take a payload: the JSON Schema made from its own OpenAPI description, and limits that it does not state."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from adapters.discord import limits
from tests.support.fake_discord import LAYOUT, Call, FakeDiscord

SPEC = Path(__file__).parent / "discord_spec"
_NOBODY = {"parse": []}
_BUTTON, _SELECT, _TEXT = 2, 3, 10


@cache
def schemas() -> dict[str, Any] | None:
    """By kind of payload; None where node or the packages are missing."""
    if shutil.which("npm") is None or not (SPEC / "node_modules").is_dir():
        return None
    made = subprocess.run(["npm", "run", "--silent", "schema"], cwd=SPEC, capture_output=True, check=True, text=True)
    found: dict[str, Any] = json.loads(made.stdout)
    return found


def needs_schemas() -> None:
    """Skips, saying why, where they cannot be made."""
    if schemas() is None:
        pytest.skip("the schema of Discord's payloads needs node, and `npm ci` in tests/support/discord_spec")


def all_fit(fake: FakeDiscord) -> None:
    """Raises where Discord would refuse anything that was sent, or where it would notify somebody."""
    for call in fake.calls:
        call_fits(call)


def call_fits(call: Call) -> None:
    """Raises where Discord would refuse one call."""
    kind = _kind(call)
    if kind is None:
        return
    for payload in call.payload if kind == "command" else [call.payload]:
        if schemas() is not None:
            _validate(kind, payload)
        if kind == "callback":
            message_fits(payload.get("data") or {}, is_message=payload["type"] in (4, 7))
        elif kind != "command":
            message_fits(payload, is_message=True)


def message_fits(message: dict[str, Any], *, is_message: bool) -> None:
    """The limits that hold over all of a message."""
    assert len(message.get("content") or "") <= limits.MESSAGE_CONTENT
    embeds = message.get("embeds") or []
    assert sum(len(embed.get("description") or "") + len(embed.get("title") or "") for embed in embeds) <= limits.EMBEDS_TEXT
    nested = list(_components(message))
    assert len(nested) <= limits.LAYOUT_COMPONENTS
    assert sum(len(one["content"]) for one in nested if one["type"] == _TEXT) <= limits.LAYOUT_TEXT
    ids = [one["custom_id"] for one in nested if "custom_id" in one]
    assert len(ids) == len(set(ids)), "two components have one id"
    for one in nested:
        if one["type"] == _SELECT:
            values = [option["value"] for option in one["options"]]
            assert len(values) == len(set(values)), "two options have one value"
    if any(one["type"] not in (1, _BUTTON, _SELECT) for one in nested) and is_message:
        assert (message.get("flags") or 0) & LAYOUT
        assert not message.get("content")
        assert not embeds
    if is_message:
        mentions = message.get("allowed_mentions") or {}
        assert mentions.get("parse") == []
        assert not mentions.get("users")
        assert not mentions.get("roles")
        assert not mentions.get("replied_user")


def _components(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in message.get("components") or []:
        yield one
        yield from _components(one)
        if isinstance(one.get("component"), dict):
            yield one["component"]


def _kind(call: Call) -> str | None:
    parts = call.path.split("/")
    if parts[-1] == "callback":
        return "callback"
    if parts[0] == "channels" and parts[-1] == "messages":
        return "message"
    if parts[0] == "webhooks":
        return "webhookUpdate" if call.method == "PATCH" else "webhook"
    return "command" if parts[-1] == "commands" else None


def _validate(kind: str, payload: Any) -> None:
    errors = sorted(_validator(kind).iter_errors(_with_ids_as_texts(payload)), key=lambda error: len(error.path))
    assert not errors, f"{kind}: {[_deepest(error) for error in errors]}\n{json.dumps(payload)[:2000]}"


def _deepest(error: Any) -> str:
    """What is wrong in the variant that was meant: the one whose type fits."""
    while error.context:
        by_variant: dict[Any, list[Any]] = {}
        for one in error.context:
            by_variant.setdefault(one.schema_path[0], []).append(one)
        meant = [errors for errors in by_variant.values() if not any(one.path and one.path[-1] == "type" for one in errors)]
        error = (meant or list(by_variant.values()))[0][0]
    return f"{list(error.absolute_path)}: {error.message[:300]}"


@cache
def _validator(kind: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator((schemas() or {})[kind])


def _with_ids_as_texts(value: Any) -> Any:
    """Discord takes ids as numbers or texts, and discord.py adds what Discord passes over; its description knows neither."""
    if isinstance(value, dict):
        added = _ADDED_TO_EMBEDS if "description" in value and "flags" in value else _ADDED
        kept = {name: one for name, one in value.items() if name not in added}
        return {name: _with_ids_as_texts(one) if name not in _IDS else str(one) for name, one in kept.items()}
    if isinstance(value, list):
        return [{**_with_ids_as_texts(one), "id": str(one["id"])} if _is_file(one) else _with_ids_as_texts(one) for one in value]
    return value


def _is_file(value: Any) -> bool:
    return isinstance(value, dict) and "filename" in value


_IDS = {"message_id", "channel_id", "guild_id"}
_ADDED = {"nsfw", "tts"}
_ADDED_TO_EMBEDS = {"flags", "type"}
