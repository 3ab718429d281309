"""What a button, a menu or a modal does -> an id that Discord keeps and sends back, also after a restart; and back again.

It carries the question itself, or the key under which the store keeps the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from adapters.discord.limits import CUSTOM_ID


class Action(StrEnum):
    """The first letters of a custom id; they are never given another meaning, since old messages keep their buttons."""

    ASK = "q"  # the question follows
    CHOOSE = "c"  # a menu: the value picked is the question
    GO_ON = "f"  # the same, for questions that may be asked next
    PAGE = "p"
    PLACE = "n"  # says which page this is, and does nothing
    LIST = "l"
    SHARE = "h"
    WRONG = "w"
    ASK_ABOUT = "a"


_OF_AN_ANSWER = {Action.CHOOSE, Action.GO_ON, Action.PAGE, Action.PLACE, Action.LIST, Action.SHARE, Action.WRONG}


@dataclass(frozen=True, slots=True)
class Pressed:
    """`answer_id`: of the answer under which it stands, "" where the id carries a question instead.

    Of a page, what the message looks like: `asked`: it repeats the question; `shared_by`: it says who shared it (a user's id, or
    ""); `may_share`: it can be taken to the channel.
    """

    action: Action
    answer_id: str = ""
    page: int = 0
    question: str = ""
    asked: bool = False
    may_share: bool = False
    shared_by: str = ""


def write_id(pressed: Pressed) -> str:
    """At most 100 characters; ValueError for a question that is too long."""
    if pressed.action is Action.ASK:
        written = f"{pressed.action}:{pressed.question}"
    elif pressed.action is Action.PAGE:
        look = "q" * pressed.asked + "s" * pressed.may_share
        written = f"{pressed.action}:{pressed.answer_id}:{pressed.page}:{look}:{pressed.shared_by}"
    else:
        written = f"{pressed.action}:{pressed.answer_id}"
    if len(written) > CUSTOM_ID:
        raise ValueError(f"a custom id of {len(written)} characters")
    return written


def read_id(custom_id: str) -> Pressed | None:
    """None for an id that was not written here."""
    letter, colon, rest = custom_id.partition(":")
    if not colon or letter not in list(Action):
        return None
    action = Action(letter)
    if action is Action.ASK:
        return Pressed(action, question=rest)
    if action is not Action.PAGE:
        return Pressed(action, rest)
    answer_id, page, look, shared_by = (*rest.split(":"), "", "", "", "")[:4]
    if not (page.isascii() and page.isdigit()):
        return None
    return Pressed(action, answer_id, int(page), asked="q" in look, may_share="s" in look, shared_by=shared_by)


def fits_a_button(question: str) -> bool:
    """Whether a button can carry the question."""
    return len(question) + len(f"{Action.ASK}:") <= CUSTOM_ID


def answer_among(custom_ids: Iterator[str]) -> str | None:
    """The answer that a message shows, from the ids of its buttons."""
    for pressed in map(read_id, custom_ids):
        if pressed is not None and pressed.action in _OF_AN_ANSWER and pressed.answer_id:
            return pressed.answer_id
    return None
