"""Buttons under an answer: another question, sharing, the full list, the file, what readers think of it."""

from __future__ import annotations

import asyncio
import logging

from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.answering import Unanswered
from adapters.chat.desk import Answered, Asked
from adapters.chat.feedback import Feedback, Opinion, now, program_version, write_feedback
from adapters.chat.full_list import FullList, full_list
from adapters.chat.rules import Rule
from adapters.chat.wording import (
    ANSWER_GONE,
    FEEDBACK_LOST,
    LOOKING,
    NO_ANSWERS_HERE,
    THANKS_HELPFUL,
    slow_down,
)
from adapters.slack import blocks, limits, modals
from adapters.slack.home import BOX
from adapters.slack.incoming import Payload, Pressed, read_press, workspace_of
from adapters.slack.listeners.desk import FRESH_IN_PRIVATE, SlackDesk, is_direct, rendered, sentence
from adapters.slack.mrkdwn import escape
from adapters.slack.render import Message, Offers, pages, quoted, render, say
from adapters.slack.sending import Rendered, post, respond, upload, whisper
from adapters.slack.work import sign_of_work
from bot.card import Card, Table
from bot.plain import plain

log = logging.getLogger("votedesk.slack")

_CHOSEN = "Asked by button:"
_SHARED = "Shared by the person who asked:"
_MOST_PAGES = 3
"""Messages that a full list may take before it becomes a file. A button's address takes five: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"""


class Buttons:
    """Each answers where the button is: to its user only, in its thread, or in its modal."""

    def __init__(self, desk: SlackDesk) -> None:
        self._desk = desk

    async def ask(self, body: Payload, client: AsyncWebClient) -> None:
        """A choice, a suggestion, a recent question, or the box of App Home: the button carries the question."""
        pressed = read_press(body)
        if pressed.view is not None:
            await self._ask_in_view(pressed, client)
            return
        async with sign_of_work(lambda: self._tell(pressed, client, sentence(LOOKING)), self._desk.sign_after):
            thread = _thread_key(pressed)
            fresh_for = FRESH_IN_PRIVATE if pressed.hidden else None
            made, openly = await self._answer(pressed, thread, fresh_for)
        if made is None:
            return
        if not pressed.hidden and openly and await post(client, pressed.channel, _reply_in(pressed), made) is not None:
            return
        await self._tell(pressed, client, made)

    async def share(self, body: Payload, client: AsyncWebClient) -> None:
        """Posts a private answer for everybody, where the channel's rule allows it."""
        pressed = read_press(body)
        if await self._desk.admit(pressed.workspace, pressed.id, pressed.user, counts=False) is None:
            return
        if await self._desk.rule(pressed.workspace, pressed.channel) is not Rule.OPEN:
            await self._tell(pressed, client, sentence(NO_ANSWERS_HERE))
            return
        answered = await self._desk.chat.again(pressed.workspace, pressed.value)
        if isinstance(answered, Unanswered):
            await self._tell(pressed, client, sentence(answered.sentence))
            return
        made = rendered(answered, share=False, question=answered.question, how=_SHARED)
        stamp = await post(client, pressed.channel, pressed.thread, made)
        if stamp is None:
            # Where the bot is no member, only the button's own address lets it post.
            await respond(client, pressed.response_url, made, in_channel=True, thread=pressed.thread)
            return
        thread = f"{pressed.channel}:{pressed.thread or stamp}"
        await self._desk.chat.go_on(Asked(pressed.workspace, pressed.user, answered.question, thread), answered)

    async def full_list(self, body: Payload, client: AsyncWebClient) -> None:
        """All of an answer: as replies, or as a file where they would be too many."""
        pressed = read_press(body)
        answered = await self._again(pressed, client)
        if answered is None:
            return
        made = pages(answered.card)
        file = full_list(answered.reply, answered.card)
        if pressed.view is not None:
            # A modal holds as much as several messages.
            made = (Message(made[0].text, tuple(block for page in made for block in page.blocks)),)
        too_many = len(made) > _MOST_PAGES or len(made[0].blocks) > limits.BLOCKS_IN_VIEW
        if file is not None and (too_many or _hides_rows(answered.card)):
            await self._send_file(pressed, client, answered, file)
            return
        for page in made:
            await self._show(pressed, client, _always(page))

    async def file(self, body: Payload, client: AsyncWebClient) -> None:
        """The votes that an answer rests on, as CSV."""
        pressed = read_press(body)
        answered = await self._again(pressed, client)
        file = None if answered is None else full_list(answered.reply, answered.card)
        if answered is not None and file is not None:
            await self._send_file(pressed, client, answered, file)

    async def judge(self, body: Payload, client: AsyncWebClient) -> None:
        """"Helpful" is kept; "Something is wrong" asks what."""
        pressed = read_press(body)
        opinion, _, answer_id = pressed.value.partition(":")
        if opinion == "wrong":
            await client.views_open(trigger_id=pressed.trigger, view=modals.wrong_form(answer_id, pressed.channel))
            return
        if await self._desk.admit(pressed.workspace, pressed.id, pressed.user, counts=False) is None:
            return
        kept = await self._keep(client, pressed.workspace, pressed.user, answer_id, "helpful", "")
        await self._tell(pressed, client, sentence(THANKS_HELPFUL if kept is None else kept))

    async def remark(self, body: Payload, client: AsyncWebClient) -> None:
        """What somebody found wrong, sent from the modal, which shows thanks already."""
        view = body["view"]
        workspace, user = workspace_of(body), body["user"]["id"]
        if await self._desk.admit(workspace, f"view:{view['id']}", user, counts=False) is None:
            return
        answer_id, _, _ = str(view["private_metadata"]).partition(" ")
        remark = str(view["state"]["values"]["remark"]["remark"].get("value") or "").strip()
        trouble = await self._keep(client, workspace, user, answer_id, "wrong", remark)
        if trouble is not None:
            await client.views_update(view_id=view["id"], view=modals.waiting(trouble))

    async def _ask_in_view(self, pressed: Pressed, client: AsyncWebClient) -> None:
        """In App Home a modal opens with the answer; in a modal it takes the place of what is there."""
        view = pressed.view
        if view == "home":
            opened = await client.views_open(trigger_id=pressed.trigger, view=modals.waiting(LOOKING))
            view = str(opened["view"]["id"])
        else:
            await client.views_update(view_id=view, view=modals.waiting(LOOKING))
        made, _ = await self._answer(pressed, f"view:{pressed.user}", FRESH_IN_PRIVATE)
        if made is not None:
            await client.views_update(view_id=view, view=modals.answer(made(False)))

    async def _answer(self, pressed: Pressed, thread: str, fresh_for: float | None) -> tuple[Rendered | None, bool]:
        """What to say, and whether everybody may see it."""
        wait = await self._desk.admit(pressed.workspace, pressed.id, pressed.user)
        if wait is None:
            return None, False
        if wait:
            return sentence(slow_down(wait)), False
        rule = await self._desk.rule(pressed.workspace, pressed.channel) if pressed.view is None else Rule.PRIVATE
        if rule is Rule.OFF:
            return sentence(NO_ANSWERS_HERE), False
        answered = await self._desk.chat.ask(Asked(pressed.workspace, pressed.user, pressed.value, thread, fresh_for))
        if answered is None:
            return None, False
        share = pressed.hidden and rule is Rule.OPEN and not is_direct(pressed.channel)
        how = "" if pressed.hidden or pressed.view else _CHOSEN
        return rendered(answered, share=share, question=pressed.value, how=how), rule is Rule.OPEN

    async def _again(self, pressed: Pressed, client: AsyncWebClient) -> Answered | None:
        if await self._desk.admit(pressed.workspace, pressed.id, pressed.user, counts=False) is None:
            return None
        answered = await self._desk.chat.again(pressed.workspace, pressed.value)
        if isinstance(answered, Unanswered):
            await self._show(pressed, client, sentence(answered.sentence))
            return None
        return answered

    async def _show(self, pressed: Pressed, client: AsyncWebClient, made: Rendered) -> None:
        """Where the button is."""
        if pressed.view is not None:
            await client.views_update(view_id=pressed.view, view=modals.answer(made(False)))
        elif pressed.hidden or await post(client, pressed.channel, _reply_in(pressed), made) is None:
            await self._tell(pressed, client, made)

    async def _tell(self, pressed: Pressed, client: AsyncWebClient, made: Rendered) -> None:
        """To the button's user only."""
        if pressed.view is not None:
            await client.views_update(view_id=pressed.view, view=modals.answer(made(False)))
        elif pressed.response_url:
            await respond(client, pressed.response_url, made)
        else:
            await whisper(client, pressed.channel, pressed.user, _reply_in(pressed), made)

    async def _send_file(self, pressed: Pressed, client: AsyncWebClient, answered: Answered, file: FullList) -> None:
        comment = say(f"{file.rows:,} rows for: {' '.join(answered.question.split())[:300]}").text
        openly = not pressed.hidden and pressed.view is None
        if openly and await upload(client, pressed.channel, _reply_in(pressed), file, comment):
            return
        # Nobody else may see the list of a private answer: it goes to the user's direct messages.
        direct = await client.chat_postMessage(channel=pressed.user, text=comment, parse="none")
        if await upload(client, str(direct["channel"]), str(direct["ts"]), file, comment):
            if not openly and not is_direct(pressed.channel):
                await self._tell(pressed, client, sentence("The file is in your direct messages from me."))
        else:
            await self._tell(pressed, client, sentence("Slack did not take the file. Please try again in a moment."))

    async def _keep(
        self, client: AsyncWebClient, workspace: str, user: str, answer_id: str, opinion: Opinion, remark: str
    ) -> str | None:
        """Keeps an opinion in the file and, where there is one, in the channel; a sentence if neither worked."""
        answered = await self._desk.chat.again(workspace, answer_id)
        if isinstance(answered, Unanswered):
            return ANSWER_GONE
        data = "; ".join(f"{part.title} ({part.body}) to {part.until}" for part in await self._desk.chat.coverage())
        feedback = Feedback(
            opinion=opinion,
            remark=remark,
            question=answered.question,
            reply=plain(answered.card),
            workspace=workspace,
            asker=user,
            data=data,
            program=program_version(),
            at=now(),
        )
        written = await self._write(feedback)
        channel = self._desk.settings.slack_feedback_channel
        posted = channel is not None and await post(client, channel, None, _told(feedback, answered)) is not None
        return None if written or posted else FEEDBACK_LOST

    async def _write(self, feedback: Feedback) -> bool:
        try:
            await asyncio.to_thread(write_feedback, feedback, self._desk.settings.feedback_log)
        except OSError as error:
            log.error("The feedback file cannot be written: %s.", error.strerror)
            return False
        return True


def _told(feedback: Feedback, answered: Answered) -> Rendered:
    """An opinion for the channel that the owner named: the note, then the question and the whole answer."""
    title = "Something is wrong with this answer" if feedback.opinion == "wrong" else "An answer was helpful"

    def make(rich: bool) -> Message:
        answer = quoted(render(answered.card, Offers(), rich=rich), feedback.question, "Question:")
        head = (
            blocks.header(title),
            *blocks.sections(feedback.remark),
            *blocks.contexts([escape(f"{feedback.program} · {feedback.data} · {feedback.at} · user {feedback.asker}")]),
        )
        return Message(say(f"{title}: {feedback.remark}").text, (*head, *answer.blocks))

    return make


def _always(message: Message) -> Rendered:
    return lambda _: message


def _hides_rows(card: Card) -> bool:
    return any(isinstance(block, Table) and block.hidden_rows for block in card.blocks)


def _reply_in(pressed: Pressed) -> str | None:
    """The thread of the button's message; a direct message that is in no thread goes on below."""
    if is_direct(pressed.channel):
        return pressed.thread
    return pressed.thread or pressed.message


def _thread_key(pressed: Pressed) -> str:
    if pressed.hidden:
        return f"{pressed.channel}:{pressed.user}"
    reply_in = _reply_in(pressed)
    return f"{pressed.channel}:{reply_in}" if reply_in else pressed.channel


ASK_ACTIONS = rf"^(?:ask_(?:choice|next|recent|example)_\d+|{BOX})$"
"""Action ids of what asks."""
