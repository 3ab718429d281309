"""Single Block Kit blocks as dictionaries, each within its own limits: https://docs.slack.dev/reference/block-kit/blocks"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from adapters.slack import limits
from adapters.slack.mrkdwn import cut, escape, plain

Json = dict[str, Any]


def sections(text: str) -> Iterator[Json]:
    """Literal text as one section, or as many as it takes."""
    return (section(escape(part)) for part in parts_of(text, limits.SECTION_TEXT))


def section(mrkdwn: str) -> Json:
    """Mark-up that is ready and fits."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": mrkdwn, "verbatim": True}}


def context(mrkdwn: str) -> Json:
    """Small print: mark-up that is ready and fits."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": mrkdwn, "verbatim": True}]}


def contexts(lines: Sequence[str]) -> Iterator[Json]:
    """Lines of ready mark-up as small print, as many to a block as fit."""
    held = ""
    for line in lines:
        if held and len(held) + 1 + len(line) > limits.CONTEXT_TEXT:
            yield context(held)
            held = ""
        held = f"{held}\n{line}" if held else line
    if held:
        yield context(held)


def header(text: str) -> Json:
    """A heading."""
    return {"type": "header", "text": plain_text(text, limits.HEADER_TEXT)}


def button(action: str, text: str, value: str, *, style: str | None = None) -> Json:
    """A button; `value` comes back when it is pressed."""
    if len(value) > limits.BUTTON_VALUE:
        raise ValueError(f"a button's value has at most {limits.BUTTON_VALUE} characters")
    made = {"type": "button", "action_id": action, "text": plain_text(text, limits.BUTTON_TEXT), "value": value}
    return made if style is None else {**made, "style": style}


def actions(buttons: Sequence[Json]) -> Iterator[Json]:
    """Rows of buttons."""
    for at in range(0, len(buttons), limits.ACTIONS):
        yield {"type": "actions", "elements": list(buttons[at : at + limits.ACTIONS])}


def table(rows: Sequence[Sequence[str]], wrapped: Sequence[bool]) -> Json:
    """A table with its head as the first row; `wrapped` says which columns may run over several lines."""
    return {
        "type": "table",
        "rows": [[{"type": "raw_text", "text": plain(cell) or " "} for cell in row[: limits.TABLE_COLUMNS]] for row in rows],
        "column_settings": [{"is_wrapped": wraps} for wraps in wrapped[: limits.TABLE_COLUMNS]],
    }


def plain_text(text: str, longest: int) -> Json:
    """Text without mark-up, cut to what fits."""
    return {"type": "plain_text", "text": cut(plain(text), longest) or " ", "emoji": False}


def parts_of(text: str, longest: int) -> Iterator[str]:
    """A text in parts of which each fits once it is escaped; broken between lines or words, with nothing left out."""
    rest = text.strip()
    while rest:
        size = longest
        while len(escape(rest[:size])) > longest:
            size = size * 3 // 4
        if size < len(rest):
            size = next((at for sign in ("\n", " ") if (at := rest.rfind(sign, size // 2, size)) > 0), size)
        yield rest[:size].rstrip()
        rest = rest[size:].lstrip()


def size_of(blocks: Sequence[Json]) -> int:
    """Characters as they go over the wire."""
    return len(json.dumps(list(blocks), separators=(",", ":")))
