"""Plain messages -> discord.py's objects (wire, imports discord). Views end at once: a custom id says all."""

from __future__ import annotations

import io
from typing import Any

import discord
from discord import ui

from adapters.discord.limits import EMBED_DESCRIPTION, MODAL_TEXT
from adapters.discord.panel import Button, Menu, Message, Option, Panel, Row


def arguments(message: Message, *, as_embed: bool) -> dict[str, Any]:
    """What discord.py's sending and editing methods take for this message."""
    if message.panel is None:
        given: dict[str, Any] = {"content": message.text}
        if message.file is not None:
            given["file"] = discord.File(io.BytesIO(message.file.content), filename=message.file.name)
        return given
    if as_embed:
        return {"embed": embed_of(message.panel), "view": buttons_of(message.panel)}
    return {"view": layout_of(message.panel)}


def layout_of(panel: Panel) -> ui.LayoutView:
    """Components v2: a container with the texts, lines between them, and the rows below."""
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=panel.tone.value)
    for at, text in enumerate(panel.texts):
        if at:
            container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(text))
    for row in panel.rows:
        container.add_item(ui.ActionRow(*_items(row)))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()
    return view


def embed_of(panel: Panel) -> discord.Embed:
    """The same texts for clients that do not show components v2."""
    return discord.Embed(description="\n\n".join(panel.texts)[:EMBED_DESCRIPTION], colour=panel.tone.value)


def buttons_of(panel: Panel) -> ui.View:
    """The rows alone, to stand below an embed."""
    view = ui.View(timeout=None)
    for at, row in enumerate(panel.rows):
        for item in _items(row):
            item.row = at
            view.add_item(item)
    view.stop()
    return view


def modal_of(title: str, custom_id: str, label: str, description: str | None, field: str, text: str = "") -> ui.Modal:
    """One field of several lines."""
    modal = ui.Modal(title=title, custom_id=custom_id, timeout=None)
    style = discord.TextStyle.paragraph
    box: ui.TextInput[ui.Modal] = ui.TextInput(custom_id=field, style=style, default=text or None, max_length=MODAL_TEXT)
    modal.add_item(ui.Label(text=label, description=description, component=box))
    modal.stop()
    return modal


def _items(row: Row) -> list[ui.Item[Any]]:
    if isinstance(row, Menu):
        return [ui.Select(custom_id=row.custom_id, placeholder=row.placeholder, options=[_option(one) for one in row.options])]
    return [_button(button) for button in row]


def _button(button: Button) -> ui.Button[Any]:
    style = discord.ButtonStyle.primary if button.emphasis else discord.ButtonStyle.secondary
    return ui.Button(label=button.label, custom_id=button.custom_id, style=style, disabled=button.disabled)


def _option(option: Option) -> discord.SelectOption:
    return discord.SelectOption(label=option.label, value=option.value, description=option.description)
