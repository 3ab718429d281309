"""Buttons, menus and forms (wire, imports discord): a custom id says all, so one of before a restart works as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import Interaction

from adapters.chat.wording import FEEDBACK_LOST, THANKS
from adapters.discord.commands import exchange
from adapters.discord.custom_ids import Action, Pressed, answer_among, read_id, write_id
from adapters.discord.escaping import shorten
from adapters.discord.exchange import place_of
from adapters.discord.feedback import feedback_on, keep_feedback
from adapters.discord.front import Wish, notice
from adapters.discord.limits import MODAL_LABEL, MODAL_TITLE, OPTION_DESCRIPTION
from adapters.discord.panel import Message
from adapters.discord.place import Place
from adapters.discord.render import Shown
from adapters.discord.texts import say
from adapters.discord.widgets import modal_of

if TYPE_CHECKING:
    from adapters.discord.app import VoteClient

FIELD = "text"

Labels = tuple[str, str | None]
"""What to fill in, and what becomes of it."""


async def on_component(client: VoteClient, interaction: Interaction[Any]) -> None:
    """Does what a button or a menu says; what was not made here is left alone."""
    data: Any = interaction.data
    pressed = read_id(data["custom_id"])
    if pressed is None:
        return
    place = place_of(interaction)
    match pressed.action:
        case Action.ASK:
            await _ask(client, interaction, place, pressed.question)
        case Action.CHOOSE | Action.GO_ON:
            await _ask(client, interaction, place, data["values"][0])
        case Action.PAGE:
            await _turn(client, interaction, place, pressed)
        case Action.LIST:
            work = client.front.full_list(str(interaction.id), place, pressed.answer_id)
            await exchange(interaction).answer(work, private=True)
        case Action.SHARE:
            await _share(client, interaction, place, pressed.answer_id)
        case Action.WRONG:
            await _remark_form(client, interaction, place, pressed.answer_id)
        case Action.PLACE | Action.ASK_ABOUT:
            pass  # the one cannot be pressed, the other is a form


async def on_form(client: VoteClient, interaction: Interaction[Any]) -> None:
    """Takes what a form was filled with."""
    data: Any = interaction.data
    pressed = read_id(data["custom_id"])
    if pressed is None:
        return
    place, text = place_of(interaction), _filled(data["components"])
    if pressed.action is Action.WRONG:
        await exchange(interaction).answer(_keep(client, str(interaction.id), place, pressed.answer_id, text), private=True)
    elif pressed.action is Action.ASK_ABOUT:
        work = client.front.answer(str(interaction.id), place, text, Wish(private=True))
        await exchange(interaction).answer(work, private=True)


async def open_form(interaction: Interaction[Any], title: str, pressed: Pressed, labels: Labels, text: str) -> None:
    """A form of one field with a text to begin with."""
    label, hint = labels
    short_hint = None if hint is None else shorten(hint, OPTION_DESCRIPTION)
    modal = modal_of(shorten(title, MODAL_TITLE), write_id(pressed), shorten(label, MODAL_LABEL), short_hint, FIELD, text)
    await exchange(interaction).show_form(modal)


def answer_shown_by(message: discord.Message | None) -> str | None:
    """The id of the answer that one of the bot's messages shows."""
    return None if message is None else answer_among(_custom_ids(message.components))


async def _ask(client: VoteClient, interaction: Interaction[Any], place: Place, question: str) -> None:
    """As visible as the answer under which it was asked."""
    wish = Wish(private=True if _is_private(interaction) else None)
    after = answer_shown_by(interaction.message)
    work = client.front.answer(str(interaction.id), place, question, wish, after=after)
    await exchange(interaction).answer(work, private=client.front.is_private(place, wish))


async def _turn(client: VoteClient, interaction: Interaction[Any], place: Place, pressed: Pressed) -> None:
    def look(shown: Shown) -> Shown:
        return replace(
            shown, page=pressed.page, asked=pressed.asked, may_share=pressed.may_share, shared_by=pressed.shared_by
        )

    work = client.front.turn(str(interaction.id), place, pressed.answer_id, look)
    await exchange(interaction, of_message=True).answer(work, private=True, update=True)


async def _share(client: VoteClient, interaction: Interaction[Any], place: Place, answer_id: str) -> None:
    """First a sign to whoever pressed it, then the answer to everybody."""
    sending = exchange(interaction, of_message=True)
    message = await sending.result_of(client.front.share(str(interaction.id), place, answer_id), private=True, update=True)
    if message is None:
        return
    if message.private:
        await sending.show(message, update=False)
        return
    own = await client.front.again(place, answer_id, lambda shown: replace(shown, asked=True))
    await sending.show(own, update=not own.private)
    if not await sending.follow_up(message):
        language = client.front.servers.language(place, client.front.servers.known(place))
        await sending.follow_up(notice("I cannot write in this channel: you or I lack the permission.", language))


async def _remark_form(client: VoteClient, interaction: Interaction[Any], place: Place, answer_id: str) -> None:
    language = client.front.servers.language(place, client.front.servers.known(place))
    label = say("What is wrong, and what would be right?", language)
    hint = say("It goes to whoever runs VoteDesk, with the question and the answer.", language)
    title = say("Something is wrong", language)
    await open_form(interaction, title, Pressed(Action.WRONG, answer_id), (label, hint), "")


async def _keep(client: VoteClient, event: str, place: Place, answer_id: str, remark: str) -> Message | None:
    if not await client.front.is_taken(event, place):
        return None
    feedback = await feedback_on(client.front.chat, place, answer_id, remark)
    in_file, in_channel = await keep_feedback(feedback, client.settings.feedback_log), await client.tell_owner(feedback)
    language = client.front.servers.language(place, client.front.servers.known(place))
    return notice(THANKS if in_file or in_channel else FEEDBACK_LOST, language)


def _is_private(interaction: Interaction[Any]) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral


def _custom_ids(components: Any) -> Iterator[str]:
    for component in components:
        custom_id = getattr(component, "custom_id", None)
        if custom_id is not None:
            yield custom_id
        yield from _custom_ids(getattr(component, "children", ()))


def _filled(components: Any) -> str:
    """The one field's text, whichever way Discord nests it."""
    for component in components:
        inner = [component["component"]] if "component" in component else component.get("components", [])
        if component.get("custom_id") == FIELD:
            return str(component.get("value") or "")
        if inner and (found := _filled(inner)):
            return found
    return ""
