"""What earlier questions of a thread leave behind: the last question as read, and the roll calls that answered it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.question import Question


@dataclass(frozen=True, slots=True)
class Conversation:
    """A thread so far. `roll_call_keys` are those of the last answer, most relevant first; `members` those it was about."""

    question: Question | None = None
    roll_call_keys: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


EMPTY = Conversation()
