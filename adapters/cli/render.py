"""A Card -> what the terminal shows: plain lines for a pipe, Rich renderables for a screen. Pure; both show the same words."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, assert_never

from bot.card import Block, Bullets, Card, CardChoice, CardSource, Facts, Note, Paragraph, Table
from bot.translation import ENGLISH, fixed

if TYPE_CHECKING:
    from rich.console import RenderableType

COLOURS = {"✓": "green", "✗": "red", "○": "yellow", "–": "bright_black", "?": "bright_black"}
"""By the sign that `bot.layout` puts before each position word: colour is added to sign and word, and never stands for them."""


def plain_lines(card: Card) -> Iterator[str]:
    """The card as lines of text, unwrapped, so that a pipe can search and cut them."""
    yield card.lead
    for block in card.blocks:
        yield ""
        yield from _plain_block(block, card.language)
    if card.choices:
        yield ""
        for number, choice in enumerate(card.choices, start=1):
            yield f"{number}. {choice.label}"
            yield f"   {how_to_ask(choice)}"
    if card.sources:
        yield ""
        yield fixed(SOURCES, card.language)
        for source in card.sources:
            yield from _plain_source(source)
    if card.suggestions:
        yield ""
        yield fixed(SUGGESTIONS, card.language)
        for suggestion in card.suggestions:
            yield f"- {suggestion}"


def rich_parts(card: Card) -> Iterator[RenderableType]:
    """The card as Rich renderables, top to bottom; a Console wraps them to the screen's width."""
    from rich.padding import Padding
    from rich.text import Text

    yield Text(card.lead, style="bold")
    for block in card.blocks:
        yield Text()
        yield from _rich_block(block, card.language)
    if card.choices:
        yield Text()
        for number, choice in enumerate(card.choices, start=1):
            yield Text(f"{number}. {choice.label}")
            yield Padding(Text(how_to_ask(choice), style="cyan"), (0, 0, 0, 3))
    if card.sources:
        yield Text()
        yield Text(fixed(SOURCES, card.language), style="dim")
        for source in card.sources:
            yield from _rich_source(source)
    if card.suggestions:
        yield Text()
        yield Text(fixed(SUGGESTIONS, card.language), style="dim")
        for suggestion in card.suggestions:
            yield Text(f"- {suggestion}")


def how_to_ask(choice: CardChoice) -> str:
    """The command that asks a choice, quoted so that a shell takes it as it stands."""
    is_plain = not any(sign in choice.question for sign in '"$`\\!')
    return "votedesk ask " + (f'"{choice.question}"' if is_plain else shlex.quote(choice.question))


SOURCES = "Sources"
SUGGESTIONS = "You can also ask"


def _plain_block(block: Block, language: str) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield text
        case Facts(pairs, title, url):
            if title is not None:
                yield title
            width = max((len(label) for label, _ in pairs), default=0)
            for label, value in pairs:
                yield f"{label:<{width}}  {value}"
            if url is not None:
                yield url
        case Table(columns, rows, title, hidden_rows):
            if title is not None:
                yield title
            yield from _plain_table(columns, rows)
            if hidden_rows:
                yield hidden_sentence(hidden_rows, language)
        case Bullets(items, title):
            if title is not None:
                yield title
            for item in items:
                yield f"- {item}"
        case Note(text, assumed):
            yield f"{note_label(assumed, language)} {text}"
        case _:
            assert_never(block)


def _rich_block(block: Block, language: str) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    match block:
        case Paragraph(text):
            yield Text(text)
        case Facts(pairs, title, url):
            if title is not None:
                yield Text(title, style="bold")
            yield _rich_pairs(pairs)
            if url is not None:
                yield _link(url)
        case Table(columns, rows, title, hidden_rows):
            if title is not None:
                yield Text(title, style="bold")
            yield _rich_table(columns, rows)
            if hidden_rows:
                yield Text(hidden_sentence(hidden_rows, language), style="dim")
        case Bullets(items, title):
            if title is not None:
                yield Text(title, style="bold")
            for item in items:
                yield Text(f"- {item}")
        case Note(text, assumed):
            line = Text(f"{note_label(assumed, language)} ", style="dim" if assumed else "bold yellow")
            yield Padding(line.append(text, style="none"), 0)
        case _:
            assert_never(block)


def note_label(assumed: bool, language: str = ENGLISH) -> str:
    """What a note is, said in front of it."""
    return fixed("Assumed:" if assumed else "Note:", language)


def hidden_sentence(rows: int, language: str = ENGLISH) -> str:
    """How many rows a card left out, and where they are."""
    return fixed("... and {count} more; add --json for all of them.", language).format(count=rows)


def _plain_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    lines = [tuple(columns), *map(tuple, rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(columns))]
    for line in lines:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()


def _rich_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> RenderableType:
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim")
    for column in columns:
        grid.add_column(Text(column), overflow="fold")
    for row in rows:
        grid.add_row(*(Text(cell, style=_style(cell)) for cell in row))
    return grid


def _rich_pairs(pairs: Sequence[tuple[str, str]]) -> RenderableType:
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for label, value in pairs:
        grid.add_row(Text(label), Text(value, style=_style(value)))
    return grid


def _style(cell: str) -> str:
    sign, blank, _ = cell.partition(" ")
    return COLOURS.get(sign, "") if blank else ""


def _source_line(source: CardSource) -> str:
    return f"- {source.title}" + (f" ({source.reach})" if source.reach else "")


def _plain_source(source: CardSource) -> Iterator[str]:
    yield _source_line(source)
    if source.url is not None:
        yield f"  {source.url}"


def _rich_source(source: CardSource) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    yield Text(_source_line(source))
    if source.url is not None:
        yield Padding(_link(source.url), (0, 0, 0, 2))


def _link(url: str) -> RenderableType:
    from rich.text import Text

    return Text(url, style="blue underline", overflow="fold", no_wrap=False)
