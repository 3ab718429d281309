"""One message as plain values, before it becomes Discord's own objects: text in markdown, buttons, a menu, a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """The colour beside a message. The words say the same: colour never stands alone."""

    ANSWERED = 0x009EDB  # the blue of the United Nations
    ASKS_BACK = 0xE3A008
    NOTHING_FOUND = 0x8A8F98


@dataclass(frozen=True, slots=True)
class Button:
    """`emphasis`: the one that is meant to be pressed first."""

    label: str
    custom_id: str
    emphasis: bool = False
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a menu; `value` is what comes back."""

    label: str
    value: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A select of which one option is picked."""

    custom_id: str
    placeholder: str
    options: tuple[Option, ...]


Row = tuple[Button, ...] | Menu


@dataclass(frozen=True, slots=True)
class Panel:
    """A message: `texts` are set apart by lines, `rows` stand below."""

    texts: tuple[str, ...]
    rows: tuple[Row, ...]
    tone: Tone


@dataclass(frozen=True, slots=True)
class File:
    """A file to send along."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: a panel, or plain text with perhaps a file. `private`: only whoever asked sees it, where that is possible."""

    panel: Panel | None = None
    text: str | None = None
    file: File | None = None
    private: bool = False
