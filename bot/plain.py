"""Card -> plain text: the `text` of a reply, complete on its own."""

from __future__ import annotations

from typing import assert_never

from bot.card import Block, Bullets, Card, Facts, Note, Paragraph, Table
from bot.translation import said, say, speaking

_MOST_ROWS = 30


def plain(card: Card) -> str:
    """The lead, then every block in order, the sources and the choices, one thing a line."""
    with speaking(card.language):
        lines = [card.lead]
        for block in card.blocks:
            lines.extend(_lines(block))
        lines.extend(_choice(number, choice.label, choice.question) for number, choice in enumerate(card.choices, 1))
        if card.suggestions and not card.choices:
            lines.append(_suggestions(card))
        lines.extend(_source(", ".join(part for part in (s.title, s.url, s.reach) if part)) for s in card.sources)
    return "\n".join(lines)


@said
def _choice(number: int, label: str, question: str) -> str:
    return say("{number}. {label} (ask: {question})", number=number, label=label, question=question)


@said
def _suggestions(card: Card) -> str:
    return say("You can also ask: {questions}", questions=" | ".join(card.suggestions))


@said
def _source(told: str) -> str:
    return say("Source: {source}", source=told)


@said
def _note(text: str, assumed: bool) -> str:
    return say("Assumed: {text}" if assumed else "Note: {text}", text=text)


@said
def _more(hidden: int) -> str:
    return say("... and {count} more", count=hidden)


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph(text):
            return [text]
        case Facts(pairs, title, url):
            return [*([title] if title else []), *(f"{label}: {value}" for label, value in pairs), *([url] if url else [])]
        case Table():
            return _table(block)
        case Bullets(items, title):
            return [*([title] if title else []), *(f"- {item}" for item in items)]
        case Note(text, assumed):
            return [_note(text, assumed)]
        case _:
            assert_never(block)


def _table(table: Table) -> list[str]:
    lines = [table.title] if table.title else []
    lines.extend(" | ".join(cell for cell in row if cell) for row in table.rows[:_MOST_ROWS])
    hidden = table.hidden_rows + max(0, len(table.rows) - _MOST_ROWS)
    if hidden:
        lines.append(_more(hidden))
    return lines
