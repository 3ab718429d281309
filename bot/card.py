"""The platform-neutral reply document. `layout` makes it, every renderer turns it into its own payload.

`Block` is a closed union: a renderer matches on it and ends with `assert_never`, so a new kind is an error where it is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.translation import ENGLISH


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs, in order: the head data of a roll call."""

    pairs: tuple[tuple[str, str], ...]
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under `columns`. `hidden_rows` says how many more rows the full answer has."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str | None = None
    hidden_rows: int = 0


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list."""

    items: tuple[str, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A caution, or (`assumed`) what was assumed to get to the answer."""

    text: str
    assumed: bool = False


Block = Paragraph | Facts | Table | Bullets | Note


@dataclass(frozen=True, slots=True)
class CardSource:
    """Where a fact can be checked; `reach` says how far the dataset goes, ready to print."""

    title: str
    url: str | None
    reach: str | None


@dataclass(frozen=True, slots=True)
class CardChoice:
    """Another question that the reader may pick. `question` has at most 100 characters (the length of a Discord button's id)."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Card:
    """A whole reply: the lead sentence answers the question on its own.

    `language`: in which it is worded; a renderer words its own labels in it, `bot.translation.fixed("Sources", card.language)`.
    """

    lead: str
    blocks: tuple[Block, ...] = ()
    sources: tuple[CardSource, ...] = ()
    choices: tuple[CardChoice, ...] = ()
    suggestions: tuple[str, ...] = ()
    language: str = ENGLISH
