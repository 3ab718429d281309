"""A message that somebody wrote -> a question to answer, or None: own messages, other bots, what is not meant for the bot."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A message as Discord delivered it. `text` is empty where the bot may not read it (no mention, no message content intent).

    `by_machine`: by a bot, a webhook or Discord itself. `mentions`: the bot by name; `answers_bot`: a reply to one of its
    messages; `thread_title`: of the thread or forum post it stands in; `quoted`: the text of the message it replies to.
    """

    text: str
    by_machine: bool = False
    mentions: bool = False
    answers_bot: bool = False
    is_direct: bool = False
    thread_title: str | None = None
    quoted: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A question. `in_passing`: said without naming the bot, so that it may be meant for somebody else."""

    text: str
    in_passing: bool = False


def read_message(written: Written, bot_id: str, *, listens: bool, was_asked_here: bool) -> Heard | None:
    """`listens`: the owner lets the bot read messages that do not mention it; `was_asked_here`: in this thread."""
    if written.by_machine:
        return None
    text = without_mention(written.text, bot_id)
    if written.mentions or written.is_direct:
        # Who mentions the bot and says nothing else points at what is said already.
        return Heard(text or (written.quoted or written.thread_title or "" if written.mentions else ""))
    if not text or not listens:
        return None
    if written.answers_bot:
        return Heard(text)
    return Heard(text, in_passing=True) if was_asked_here and written.thread_title is not None else None


def without_mention(text: str, bot_id: str) -> str:
    """The text without the bot's name in it."""
    return " ".join(re.sub(rf"<@!?{re.escape(bot_id)}>[,:]?", " ", text).split(" ")).strip()
