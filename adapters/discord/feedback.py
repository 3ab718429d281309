"""A reader's note on an answer -> the owner's file, and the words for the owner's channel."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from adapters.chat.answering import Unanswered
from adapters.chat.desk import ChatDesk
from adapters.chat.feedback import Feedback, now, program_version, write_feedback
from adapters.discord.escaping import escape, shorten
from adapters.discord.limits import MESSAGE_CONTENT
from adapters.discord.place import Place
from bot.plain import plain

log = logging.getLogger("votedesk.discord")


async def feedback_on(chat: ChatDesk, place: Place, answer_id: str, remark: str) -> Feedback:
    """With the question and the reply as they are now; without them where they are no longer kept."""
    answered = await chat.again(place.workspace, answer_id)
    question, reply = ("", answered.sentence) if isinstance(answered, Unanswered) else (answered.question, plain(answered.card))
    data = "; ".join(f"{part.title} to {part.until}" for part in await chat.coverage())
    return Feedback("wrong", remark, question, reply, place.workspace, place.asker, data, program_version(), now())


async def keep_feedback(feedback: Feedback, file: Path) -> bool:
    """Whether it is in the file now."""
    try:
        await asyncio.to_thread(write_feedback, feedback, file)
    except OSError as error:
        log.error("A note of a reader could not be written to %s: %s", file, error.strerror)
        return False
    return True


def told(feedback: Feedback) -> str:
    """For the owner's channel, within the length of a message."""
    parts = (("Something is wrong", feedback.remark, 700), ("Question", feedback.question, 300), ("Reply", feedback.reply, 600))
    lines = [f"**{label}:** {escape(shorten(text, length))}" for label, text, length in parts]
    return "\n".join((*lines, f"-# {escape(feedback.program)}; {escape(shorten(feedback.data, 150))}"))[:MESSAGE_CONTENT]
