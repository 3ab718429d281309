"""What earlier questions of a thread leave behind: the last question as read, and the roll calls that answered it."""

from __future__ import annotations

from dataclasses import dataclass

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
