"""A card -> its text in Discord's markdown, cut into pages that fit a message. Every fact stands on one of them.

The lead opens the first page and, shortened, every other; sources stand on every page where they are few, else on the last pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from adapters.discord.escaping import escape, link, shorten
from adapters.discord.texts import say
from bot.card import Block, Bullets, Card, CardSource, Facts, Note, Paragraph, Table
from bot.translation import fixed

PAGE_TEXT = 2_400
"""Characters of a page besides its sources: what still reads well on a phone, far below Discord's limit."""

SOURCES_TEXT = 1_000
"""Characters of sources that every page repeats."""

_LONGEST_LINE = 1_000
_LEAD_AGAIN = 200
_LONG_CELL = 80  # a cell longer than this gets a line of its own
_HEADLINE = 600  # a lead longer than this is not set in bold


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of one page, in order."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """`again`: what to repeat on top where a page begins with this line."""

    text: str
    again: str = ""


def pages_of(card: Card) -> tuple[Page, ...]:
    """At least one page, worded in the card's language."""
    language = card.language
    sources = list(_source_lines(card.sources, language))
    *before, lead = _packed([_Line(part) for part in _parts(_lead(card.lead))], PAGE_TEXT)
    first, *after = _packed(list(_body_lines(card, language)), PAGE_TEXT - _LEAD_AGAIN, PAGE_TEXT - len(lead)) or [""]
    bodies = [*((part, "") for part in before), (lead, first), *(("", body) for body in after)]
    if sum(len(line) + 1 for line in sources) <= SOURCES_TEXT:
        return tuple(_page(card, at, lead, body, "\n".join(sources)) for at, (lead, body) in enumerate(bodies))
    where = f"-# {say('The sources begin on page {page}.', language, page=len(bodies) + 1)}"
    last = _packed([_Line(line) for line in sources], PAGE_TEXT)
    return (
        *(_page(card, at, lead, body, where) for at, (lead, body) in enumerate(bodies)),
        *(_page(card, at, "", text, "") for at, text in enumerate(last, len(bodies))),
    )


def _page(card: Card, at: int, lead: str, body: str, sources: str) -> Page:
    again = f"-# {escape(shorten(card.lead, _LEAD_AGAIN // 2))}" if at and not lead else ""
    return Page(tuple(text for text in (again, lead, body, sources) if text))


def _lead(lead: str) -> str:
    escaped = escape(lead)
    return f"**{escaped}**" if len(escaped) <= _HEADLINE and "\n" not in escaped else escaped


def _body_lines(card: Card, language: str) -> Iterator[_Line]:
    for at, block in enumerate(card.blocks):
        if at:
            yield _Line("")
        for line in _block(block, language):
            yield from (_Line(part, line.again) for part in _parts(line.text))
    if card.choices:
        if card.blocks:
            yield _Line("")
        for number, choice in enumerate(card.choices, 1):
            yield from map(_Line, _parts(f"{number}\\. {escape(choice.label)}"))
    if card.suggestions:
        yield _Line("")
        yield _Line(f"-# {escape(fixed('You can also ask', language))}:")
        for suggestion in card.suggestions:
            yield from map(_Line, _parts(f"-# · {escape(suggestion)}"))


def _block(block: Block, language: str) -> Iterator[_Line]:
    match block:
        case Paragraph(text):
            yield from (_Line(line) for line in escape(text).splitlines())
        case Facts(pairs, title, url):
            if title is not None:
                yield _Line(f"**{link(title, url) if url else escape(title)}**")
            for label, value in pairs:
                yield _Line(f"**{escape(label)}:** {escape(value)}")
            if url is not None and title is None:
                yield _Line(link(url, url))
        case Table():
            yield from _table(block, language)
        case Bullets(items, title):
            if title is not None:
                yield _Line(f"**{escape(title)}**")
            for item in items:
                yield _Line(f"- {escape(item)}")
        case Note(text, assumed):
            yield _Line(f"**{fixed('Assumed:' if assumed else 'Note:', language)}** {escape(text)}")
        case _:
            assert_never(block)


def _table(table: Table, language: str) -> Iterator[_Line]:
    """A line a row: Discord has no tables, and columns set in a code block break on a phone."""
    head = "-# " + " · ".join(escape(column) for column in table.columns if column)
    title = f"**{escape(table.title)}**" if table.title else ""
    again = "\n".join(line for line in (f"{title} ({say('continued', language)})" if title else "", head) if line)
    if title:
        yield _Line(title)
    yield _Line(head)
    is_long = any(row and len(row[-1]) > _LONG_CELL for row in table.rows)
    for row in table.rows:
        cells = [escape(cell) for cell in row if cell]
        if is_long and len(cells) > 1:
            yield from _long_row(" · ".join(cells[:-1]), cells[-1], again, language)
        else:
            yield _Line(" · ".join(cells), again)
    if table.hidden_rows:
        yield _Line(f"-# {escape(say('... and {rows} more; the full list has them all.', language, rows=table.hidden_rows))}")


def _long_row(label: str, cell: str, again: str, language: str) -> Iterator[_Line]:
    """A page that begins within the row says whose row it is: a name without its position would be read under another one."""
    first, *others = _parts(f"**{label}:** {cell}")
    yield _Line(first, again)
    yield from (_Line(part, f"{again}\n**{label} ({say('continued', language)}):**") for part in others)


def _source_lines(sources: Sequence[CardSource], language: str) -> Iterator[str]:
    for source in sources:
        reach = f" ({escape(source.reach)})" if source.reach else ""
        told = f"{link(source.title, source.url)}{reach}"
        yield f"-# {fixed('Source: {source}', language).format(source=told)}"


def _parts(line: str) -> Iterator[str]:
    """A line cut between words into lines of a bounded length; marks that were open are closed and opened again."""
    while len(line) > _LONGEST_LINE:
        at = line.rfind(" ", _LONGEST_LINE // 2, _LONGEST_LINE)
        if at < 0:
            at = _LONGEST_LINE
            while line[at - 1] == "\\":
                at -= 1
        head, line = line[:at], line[at:].lstrip(" ")
        if _is_bold_open(head):
            head, line = f"{head}**", f"**{line}"
        yield head
    yield line


def _is_bold_open(text: str) -> bool:
    return text.replace("\\\\", "").replace("\\*", "").count("**") % 2 == 1


def _packed(lines: Sequence[_Line], limit: int, first_limit: int | None = None) -> list[str]:
    """Lines joined into texts of at most `limit` characters; the first has at most `first_limit`, and may be empty for that."""
    pages: list[str] = []
    current: list[str] = []
    room = limit if first_limit is None else first_limit
    for line in lines:
        length = sum(len(text) + 1 for text in current) + len(line.text)
        if length > room and (current or (first_limit is not None and not pages)):
            pages.append("\n".join(current).strip("\n"))
            current, room = [line.again] if line.again else [], limit
        current.append(line.text)
    pages.append("\n".join(current).strip("\n"))
    return pages if first_limit is not None else [page for page in pages if page] or [""]
