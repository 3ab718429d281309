"""Questions: slash command, mention, thread, direct message, assistant pane; and the check of somebody's message."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.answering import Unanswered
from adapters.chat.asides import text_to_check
from adapters.chat.desk import Answered, Asked
from adapters.chat.rules import Rule
from adapters.chat.wording import LOOKING, NO_ANSWERS_HERE, QUESTIONS_TO_START, slow_down
from adapters.slack import limits
from adapters.slack.home import EVERYWHERE
from adapters.slack.incoming import Command, Incoming, Payload, read_command, read_message, read_press, readable
from adapters.slack.listeners.desk import FRESH_IN_DIRECT, FRESH_IN_PRIVATE, SlackDesk, is_direct, rendered, sentence
from adapters.slack.mrkdwn import cut
from adapters.slack.render import Offers, render
from adapters.slack.sending import Rendered, post, respond, whisper
from adapters.slack.work import sign_of_work
from bot.card import Card, Paragraph

_STATUS = "is looking it up ..."  # behind the bot's name


class Questions:
    """Each answers where it was asked, or only to who asked, as the channel's rule says."""

    def __init__(self, desk: SlackDesk) -> None:
        self._desk = desk

    async def command(self, body: Payload, client: AsyncWebClient) -> None:
        """`/vote how did Hungary vote?`, `/vote check ...`, `/vote help`: answered privately."""
        await self._privately(read_command(body), client)

    async def check_message(self, body: Payload, client: AsyncWebClient) -> None:
        """The shortcut "Check vote claims" of a message: answered privately."""
        pressed = read_press(body)
        text = readable(str(body["message"].get("text") or ""))
        await self._privately(
            Command(
                id=pressed.id,
                workspace=pressed.workspace,
                user=pressed.user,
                channel=pressed.channel,
                verb="check",
                text=text,
                response_url=pressed.response_url,
                trigger=pressed.trigger,
            ),
            client,
        )

    async def message(self, body: Payload, client: AsyncWebClient, bot_user: str | None) -> None:
        """A mention, a direct message, or something said in a thread where the bot was asked."""
        message = read_message(body, bot_user)
        if message is None:
            return
        if message.in_passing and not await self._desk.chat.was_asked_in(message.workspace, message.thread):
            return
        if message.surface == "direct":
            await self._direct(message, client)
        else:
            await self._in_channel(message, client)

    async def assistant_opened(self, body: Payload, client: AsyncWebClient) -> None:
        """A new thread of the assistant pane: questions that work."""
        thread = body["event"]["assistant_thread"]
        prompts = [{"title": question, "message": question} for question in QUESTIONS_TO_START]
        await client.assistant_threads_setSuggestedPrompts(
            channel_id=thread["channel_id"], thread_ts=thread["thread_ts"], title="Ask about a vote", prompts=prompts
        )

    async def _privately(self, command: Command, client: AsyncWebClient) -> None:
        async def show(made: Rendered) -> None:
            await respond(client, command.response_url, made)

        async with sign_of_work(lambda: show(sentence(LOOKING)), self._desk.sign_after):
            made = await self._answer_command(command)
        if made is not None:
            await show(made)

    async def _answer_command(self, command: Command) -> Rendered | None:
        wait = await self._desk.admit(command.workspace, command.id, command.user, counts=command.verb != "help")
        if wait is None:
            return None
        if wait:
            return sentence(slow_down(wait))
        rule = await self._desk.rule(command.workspace, command.channel)
        if rule is Rule.OFF:
            return sentence(NO_ANSWERS_HERE)
        if command.verb == "help":
            return await self.help()
        thread = f"{command.channel}:{command.user}"
        asked = Asked(command.workspace, command.user, command.text, thread, fresh_for=FRESH_IN_PRIVATE)
        answered = await (self._desk.chat.check(asked) if command.verb == "check" else self._desk.chat.ask(asked))
        if answered is None:
            return None
        return rendered(answered, share=rule is Rule.OPEN and not is_direct(command.channel))

    async def help(self) -> Rendered:
        """What can be asked, and how in Slack."""
        card = await self._desk.chat.help()
        if isinstance(card, Unanswered):
            return sentence(card.sentence)
        told = Card(card.lead, (Paragraph(EVERYWHERE), *card.blocks), card.sources, card.choices, card.suggestions)
        return lambda rich: render(told, Offers(), rich=rich)

    async def _in_channel(self, message: Incoming, client: AsyncWebClient) -> None:
        async def tell(made: Rendered) -> None:
            await whisper(client, message.channel, message.user, message.reply_in, made)

        async with contextlib.AsyncExitStack() as while_asking:
            # What is only said in passing may not be meant for the bot, so nothing shows that it listens.
            if not message.in_passing:
                await while_asking.enter_async_context(sign_of_work(lambda: tell(sentence(LOOKING)), self._desk.sign_after))
            made, openly = await self._answer_in_channel(message)
        if made is None or (openly and await post(client, message.channel, message.reply_in, made) is not None):
            return
        await tell(made)

    async def _answer_in_channel(self, message: Incoming) -> tuple[Rendered | None, bool]:
        """What to say, and whether everybody may see it."""
        # What is said in passing counts only once it has turned out to be a question.
        wait = await self._desk.admit(message.workspace, message.id, message.user, counts=not message.in_passing)
        if wait is None:
            return None, False
        rule = await self._desk.rule(message.workspace, message.channel)
        if rule is Rule.OFF:
            return (None if message.in_passing else sentence(NO_ANSWERS_HERE)), False
        if wait:
            return sentence(slow_down(wait)), False
        answered = await self._ask(message)
        if answered is None:
            return None, False
        if message.in_passing and (wait := await self._desk.admit(message.workspace, f"{message.id}:question", message.user)):
            return sentence(slow_down(wait)), False
        return rendered(answered, share=False), rule is Rule.OPEN

    async def _direct(self, message: Incoming, client: AsyncWebClient) -> None:
        async with sign_of_work(lambda: self._show_status(message, client), 0 if message.reply_in else self._desk.sign_after):
            wait = await self._desk.admit(message.workspace, message.id, message.user)
            if wait is None:
                return
            is_first = message.reply_in is not None and not await self._desk.chat.was_asked_in(message.workspace, message.thread)
            answered = Unanswered(slow_down(wait)) if wait else await self._ask(message)
        if answered is None:
            return
        if is_first and not wait:
            await self._name_thread(message, client)
        await post(client, message.channel, message.reply_in, rendered(answered, share=False))

    async def _ask(self, message: Incoming) -> Answered | Unanswered | None:
        if message.text.strip(" ?!.").casefold() == "help":
            card = await self._desk.chat.help()
            return card if isinstance(card, Unanswered) else Answered("", "ask", message.text, card, None)
        fresh_for = FRESH_IN_DIRECT if message.surface == "direct" and message.reply_in is None else None
        asked = Asked(
            message.workspace, message.user, message.text, message.thread, fresh_for=fresh_for, in_passing=message.in_passing
        )
        if not message.in_passing and (text := text_to_check(message.text)) is not None:
            return await self._desk.chat.check(replace(asked, text=text))
        return await self._desk.chat.ask(asked)

    async def _show_status(self, message: Incoming, client: AsyncWebClient) -> None:
        if message.reply_in is None:
            await whisper(client, message.channel, message.user, None, sentence(LOOKING))
            return
        with contextlib.suppress(SlackApiError):  # a thread of a direct message that is none of the assistant pane
            await client.assistant_threads_setStatus(channel_id=message.channel, thread_ts=message.reply_in, status=_STATUS)

    async def _name_thread(self, message: Incoming, client: AsyncWebClient) -> None:
        title = cut(" ".join(message.text.split()), limits.THREAD_TITLE)
        with contextlib.suppress(SlackApiError, asyncio.TimeoutError):
            await client.assistant_threads_setTitle(channel_id=message.channel, thread_ts=message.reply_in or "", title=title)
