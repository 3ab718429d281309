"""Whether Slack would take a payload: slack_sdk's models, the JSON Schema of Slack's own types, and limits that neither knows."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from adapters.slack import limits
from adapters.slack.blocks import size_of
from tests.support.fake_slack import Call

TYPES = Path(__file__).parent / "slack_types"
_TOKEN = re.compile(r"<[@#!][^>]*>")
_BROADCAST = re.compile(r"@(?:here|channel|everyone)\b")


@cache
def schema() -> dict[str, Any] | None:
    """Made from npm's @slack/types; None where node or the packages are missing."""
    if shutil.which("npm") is None or not (TYPES / "node_modules").is_dir():
        return None
    made = subprocess.run(["npm", "run", "--silent", "schema"], cwd=TYPES, capture_output=True, check=True, text=True)
    found: dict[str, Any] = json.loads(made.stdout)
    return found


def fits_the_types(payload: Mapping[str, Any]) -> None:
    """`payload` has `blocks`, `modal` or `home`. Skips, saying why, where the schema cannot be made."""
    found = schema()
    if found is None:
        pytest.skip("the schema of Slack's types needs node, and `npm ci` in tests/support/slack_types")
    _validator().validate(payload)


@cache
def _validator() -> Any:
    from jsonschema import Draft7Validator

    return Draft7Validator(schema() or {})


def fits(blocks: Sequence[Mapping[str, Any]], *, most: int = limits.BLOCKS_IN_MESSAGE, has_schema: bool = True) -> None:
    """Raises where Slack would refuse these blocks."""
    assert len(blocks) <= most
    for block in blocks:
        parsed = Block.parse(dict(block))
        assert parsed is not None, f"Slack knows no such block: {block['type']}"
        parsed.to_dict()
    assert sum(block["type"] == "table" for block in blocks) <= limits.TABLES_IN_MESSAGE
    for block in blocks:
        if block["type"] == "table":
            assert len(block["rows"]) <= limits.TABLE_ROWS
            assert {len(row) for row in block["rows"]} == {len(block["rows"][0])}
    ids = [element["action_id"] for block in blocks if block["type"] == "actions" for element in block["elements"]]
    assert len(ids) == len(set(ids))
    for text in strings(blocks):
        assert text, "no text may be empty"
    if has_schema and schema() is not None:
        _validator().validate({"blocks": list(blocks)})


def is_harmless(texts: Sequence[str]) -> None:
    """Raises where a text would call somebody."""
    for text in texts:
        assert not _TOKEN.search(text), text
        assert not _BROADCAST.search(text), text


def call_fits(call: Call) -> None:
    """Raises where Slack would refuse a call, or where it would call somebody."""
    view = call.body.get("view")
    if view is not None:
        View(**view).to_dict()
        fits(view["blocks"], most=limits.BLOCKS_IN_VIEW)
        assert not any(block["type"] in ("table", "context_actions") for block in view["blocks"]), "views know no such blocks"
        if schema() is not None:
            _validator().validate({view["type"]: view})
    elif call.method in ("chat.postMessage", "chat.postEphemeral", "respond"):
        fits(call.blocks)
        assert size_of(call.blocks) <= limits.BLOCKS_SIZE
        assert 0 < len(call.body["text"]) <= limits.MESSAGE_TEXT
        is_harmless([call.body["text"]])
    is_harmless(list(strings(call.blocks)))


def strings(found: Any) -> Iterator[str]:
    """Every text that is shown, at any depth; no ids, no values."""
    match found:
        case {"type": "mrkdwn" | "plain_text" | "raw_text", "text": str(text)}:
            yield text
        case dict():
            for value in found.values():
                yield from strings(value)
        case list() | tuple():
            for value in found:
                yield from strings(value)
