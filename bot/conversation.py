"""What earlier questions of a thread leave behind: the last question as read, and the roll calls that answered it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.question import MemberMention, Question


@dataclass(frozen=True, slots=True)
class Conversation:
    """A thread so far. `roll_call_keys` are those of the last answer, most relevant first; `members` those it was about.

    `mentions`: every state asked about since the vote spoken of changed, for "did those two vote the same way".
    """

    question: Question | None = None
    roll_call_keys: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    mentions: tuple[MemberMention, ...] = ()


EMPTY = Conversation()


def write_conversation(conversation: Conversation) -> str:
    """The thread as JSON, so that another process can go on with it; what is as in a new thread is left out."""
    written: bytes = _form().dump_json(conversation, exclude_defaults=True)
    return written.decode()


def read_conversation(text: str) -> Conversation:
    """The thread again. One that another version of the program wrote in a form of its own begins anew."""
    from pydantic import ValidationError

    try:
        read: Conversation = _form().validate_json(text)
    except ValidationError:
        return EMPTY
    return read


@cache
def _form() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Conversation)
