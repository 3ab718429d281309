"""Forms and App Home: asking by a form that completes as one types, the rules of a channel, what the home shows."""

from __future__ import annotations

import asyncio
import logging

from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.answering import Unanswered
from adapters.chat.desk import Asked
from adapters.chat.rules import Rule
from adapters.chat.wording import NO_ANSWERS_HERE, STORE_DOWN, slow_down
from adapters.slack import limits, modals
from adapters.slack.blocks import Json
from adapters.slack.home import home
from adapters.slack.incoming import Command, Payload, workspace_of
from adapters.slack.listeners.desk import SlackDesk, rendered, sentence
from adapters.slack.sending import respond
from store.chat_state import EVERYWHERE
from store.errors import StoreError

log = logging.getLogger("votedesk.slack")

COMPLETE_WITHIN = 2.0
"""Seconds for a list to complete a field: Slack waits for three."""

_POSTED = "Asked:"


class Views:
    """Modals and App Home."""

    def __init__(self, desk: SlackDesk) -> None:
        self._desk = desk

    async def open_form(self, body: Payload, client: AsyncWebClient) -> None:
        """The global shortcut "Ask about a vote". Slack lets it be opened for three seconds."""
        await client.views_open(trigger_id=body["trigger_id"], view=modals.ask_form())

    async def complete(self, body: Payload) -> list[Json]:
        """Options for what was typed so far; none while the store is slow or down."""
        typed, chat = str(body.get("value") or ""), self._desk.chat
        seek = chat.complete_members if body.get("action_id") == modals.MEMBER else chat.complete_resolutions
        try:
            return modals.options(await asyncio.wait_for(seek(typed, limits.OPTIONS), COMPLETE_WITHIN))
        except TimeoutError:
            return []

    async def submitted(self, body: Payload, client: AsyncWebClient) -> None:
        """The form to ask, sent; its modal shows that the answer is on its way."""
        view, workspace, user = body["view"], workspace_of(body), body["user"]["id"]
        question = modals.question_of(view["state"]["values"])
        wait = await self._desk.admit(workspace, f"view:{view['id']}", user)
        if wait is None:
            return
        thread = f"view:{user}"
        answered = Unanswered(slow_down(wait)) if wait else await self._desk.chat.ask(Asked(workspace, user, question, thread, 0))
        if answered is None:
            return
        made = rendered(answered, share=False)
        await client.views_update(view_id=view["id"], view=modals.answer(made(False)))
        for wanted in body.get("response_urls") or ():
            rule = await self._desk.rule(workspace, wanted["channel_id"])
            if rule is not Rule.OPEN:
                await respond(client, wanted["response_url"], sentence(NO_ANSWERS_HERE))
            elif not isinstance(answered, Unanswered):
                posted = rendered(answered, share=False, question=question, how=_POSTED)
                await respond(client, wanted["response_url"], posted, in_channel=True)

    async def home_opened(self, body: Payload, client: AsyncWebClient) -> None:
        """App Home, made anew each time it is opened."""
        event = body["event"]
        if event.get("tab", "home") != "home":
            return
        recent, coverage = await asyncio.gather(
            self._desk.chat.recent(workspace_of(body), event["user"]), self._desk.chat.coverage()
        )
        await client.views_publish(user_id=event["user"], view=home(recent, coverage))

    async def open_rules(self, command: Command, client: AsyncWebClient) -> None:
        """The form for the rules of a channel, with those of the workspace's own filled in."""
        try:
            own = await self._desk.chat.state.rules(command.workspace)
        except StoreError:
            await respond(client, command.response_url, sentence(STORE_DOWN))
            return
        here, everywhere = (Rule(own[name]) if name in own else None for name in (command.channel, EVERYWHERE))
        await client.views_open(trigger_id=command.trigger, view=modals.rules_form(command.channel, here, everywhere))

    async def rules_saved(self, body: Payload, client: AsyncWebClient) -> None:
        """The rules, sent. Nothing chosen takes the workspace's own rule away."""
        view, workspace = body["view"], workspace_of(body)
        channel, values = view["private_metadata"], view["state"]["values"]
        try:
            for name, field in ((channel, "here"), (EVERYWHERE, "everywhere")):
                chosen = values[field][field].get("selected_option") or {}
                await self._desk.chat.state.set_rule(workspace, name, chosen.get("value"))
        except StoreError as error:
            log.error("Rules could not be kept: %s", error)
            await client.views_update(view_id=view["id"], view=modals.waiting("The rules could not be kept: please try again."))
