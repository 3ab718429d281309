"""Card -> Slack messages. Pure. Whatever one message cannot hold is in the full list: `pages`, or a file.

`render` makes the message that answers: lead, table, cautions, sources, choices, buttons. `pages` gives the whole card, in as
many messages as it takes. With `rich`, positions are a table block and feedback has its own; both are plain where Slack
refuses those, and in views, which do not know them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import assert_never

from adapters.slack import blocks, limits
from adapters.slack.blocks import Json
from adapters.slack.mrkdwn import cut, escape, link, notification
from bot.card import Block, Bullets, Card, CardSource, Facts, Note, Paragraph, Table
from bot.plain import plain
from bot.translation import fixed

LONGEST_CELL = 300
"""Characters of one cell before the names in it are cut, and told in the full list."""

NAMES = "Member states"
"""The column of `bot.layout` whose cells are lists of names, in English."""

SHARE, FULL_LIST, FILE = "Share in channel", "Full list", "CSV file"
HELPFUL, WRONG = "Helpful", "Something is wrong"
"""Buttons; worded in the language of the card."""

_MOST_SUGGESTIONS = 5
_LINE = 30  # characters of a cell from which on it may run over several lines
_ROOM_FOR_LABELS = 200
_ROOM_FOR_THE_END = 400  # characters of JSON for the line that says something was left out
_MORE = "There is more than fits here: press “Full list”."
_MORE_ROWS = "... and {count} more"
_MORE_NAMES = "{names} and {count} more"


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent. `text` is for notifications and screen readers; `whole`: nothing of the card was left out."""

    text: str
    blocks: tuple[Json, ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Offers:
    """What may be done with an answer: its id, and whether it may be shared, listed as a file, judged."""

    answer_id: str | None = None
    share: bool = False
    file: bool = False
    feedback: bool = True


def render(card: Card, offers: Offers, *, rich: bool = True, most_blocks: int = limits.BLOCKS_IN_MESSAGE) -> Message:
    """One message that answers. The choices and the sources are always in it; the rest as far as it fits."""
    compact, was_cut = _compact(card)
    lead, lead_left = _lead(card.lead)
    sources, sources_left = _within(list(_sources(card)), most_blocks // 4, limits.BLOCKS_SIZE // 4)
    tail = [*_choices(card), *_suggestions(card), *sources]
    # The buttons for what is left out stand at the end, so what they take is set aside first.
    ending = _ending(card, offers, full=True, rich=rich)
    room = limits.BLOCKS_SIZE - _ROOM_FOR_THE_END - blocks.size_of([*lead, *tail, *ending])
    body, body_left = _within(list(_body(compact, rich=rich)), most_blocks - 1 - len(lead) - len(tail) - len(ending), room)
    whole = not (was_cut or lead_left or sources_left or body_left)
    told = offers.answer_id is not None and (lead_left or sources_left or body_left)
    more = [blocks.context(escape(fixed(_MORE, card.language)))] if told else []
    ending = _ending(card, offers, full=not whole, rich=rich)
    return Message(text_of(card), (*lead, *body, *more, *tail, *ending), whole)


def pages(card: Card) -> tuple[Message, ...]:
    """The whole card, in plain blocks, without buttons."""
    every = [*blocks.sections(card.lead), *_body(card, rich=False), *_sources(card)]
    made: list[list[Json]] = [[]]
    for block in every:
        full = len(made[-1]) == limits.BLOCKS_IN_MESSAGE or blocks.size_of([*made[-1], block]) > limits.BLOCKS_SIZE
        if full and made[-1]:
            made.append([])
        made[-1].append(block)
    texts = (text_of(card), *(f"{notification(cut(card.lead, 200))} ({at})" for at in range(2, len(made) + 1)))
    return tuple(Message(text, tuple(page)) for text, page in zip(texts, made, strict=True))


def say(sentence: str, buttons: Sequence[Json] = ()) -> Message:
    """A plain sentence, with buttons or without."""
    return Message(notification(sentence), (*blocks.sections(sentence), *blocks.actions(buttons)))


def quoted(message: Message, question: str, how: str) -> Message:
    """The same below the question that it answers, for readers who did not see it asked."""
    asked = blocks.context(f"{escape(how)} “{escape(cut(' '.join(question.split()), 400))}”")
    return replace(message, blocks=(asked, *message.blocks))


def text_of(card: Card) -> str:
    """The answer without blocks, the lead first."""
    text = plain(card)
    while len(notification(text)) > limits.MESSAGE_TEXT:
        text = cut(text, len(text) * 3 // 4)
    return notification(text)


def _lead(lead: str) -> tuple[list[Json], bool]:
    made = list(blocks.sections(lead))
    return made[:2], len(made) > 2


def _within(made: Sequence[Json], most: int, room: int) -> tuple[list[Json], bool]:
    """The blocks that fit, in their order, and whether some did not. Cautions come before what they are about, in need."""
    held: dict[int, Json] = {}
    for at in sorted(range(len(made)), key=lambda at: (made[at]["type"] != "context", at)):
        block = _shortened(made[at], room)
        if len(held) < most and block is not None:
            held[at] = block
            room -= blocks.size_of([block])
    whole = len(held) == len(made) and all(held[at] is made[at] for at in held)
    return [held[at] for at in sorted(held)], not whole


def _shortened(block: Json, room: int) -> Json | None:
    """The block itself, or a table with as many rows as there is room for."""
    while blocks.size_of([block]) > room:
        if block["type"] != "table" or len(block["rows"]) < 4:
            return None
        block = {**block, "rows": block["rows"][: len(block["rows"]) * 3 // 4]}
    return block


def _compact(card: Card) -> tuple[Card, bool]:
    """The card with long cells cut between names, as far as a message should go; and whether that, or the card, left out any."""
    made = [_compact_table(block, card.language) if isinstance(block, Table) else block for block in card.blocks]
    hidden = any(isinstance(block, Table) and block.hidden_rows for block in card.blocks)
    return replace(card, blocks=tuple(made)), hidden or tuple(made) != card.blocks


def _compact_table(table: Table, language: str) -> Table:
    most = limits.TABLE_ROWS - 1
    rows = tuple(
        tuple(_compact_cell(cell, column, language) for cell, column in zip(row, table.columns, strict=True))
        for row in table.rows[:most]
    )
    return replace(table, rows=rows, hidden_rows=table.hidden_rows + max(0, len(table.rows) - most))


def _compact_cell(cell: str, column: str, language: str) -> str:
    if len(cell) <= LONGEST_CELL:
        return cell
    if column != fixed(NAMES, language):
        return cut(cell, LONGEST_CELL)
    names = cell.split(", ")
    kept = next(at for at in range(len(names), 0, -1) if at == 1 or len(", ".join(names[:at])) <= LONGEST_CELL - 20)
    return fixed(_MORE_NAMES, language).format(names=", ".join(names[:kept]), count=len(names) - kept)


def _body(card: Card, *, rich: bool) -> Iterator[Json]:
    tables = 0
    for is_note, run in groupby(card.blocks, lambda block: isinstance(block, Note)):
        if is_note:
            notes = [line for note in run if isinstance(note, Note) for line in _note(note, card.language)]
            yield from blocks.contexts(notes)
            continue
        for block in run:
            as_table = rich and isinstance(block, Table) and tables < limits.TABLES_IN_MESSAGE
            tables += as_table
            yield from _block(block, card.language, as_table=as_table)


def _block(block: Block, language: str, *, as_table: bool) -> Iterator[Json]:
    match block:
        case Paragraph(text):
            yield from blocks.sections(text)
        case Facts(pairs, title, url):
            yield from _listed(title, [line for label, value in pairs for line in _labelled(label, value)])
            if url is not None:
                yield blocks.context(link(url))
        case Table():
            yield from _table(block, language, as_table=as_table)
        case Bullets(items, title):
            yield from _listed(title, [line for item in items for line in _escaped(f"• {item}")])
        case Note():
            yield from blocks.contexts(_note(block, language))
        case _:
            assert_never(block)


def _table(table: Table, language: str, *, as_table: bool) -> Iterator[Json]:
    if as_table:
        yield from _listed(table.title, [])
        wrapped = [any(len(row[at]) > _LINE for row in table.rows) for at in range(len(table.columns))]
        yield blocks.table([table.columns, *table.rows], wrapped)
    else:
        rows = (" · ".join(cell for cell in row if cell) for row in table.rows)
        yield from _listed(table.title, [line for row in rows for line in _escaped(f"• {row}")])
    if table.hidden_rows:
        yield blocks.context(escape(fixed(_MORE_ROWS, language).format(count=table.hidden_rows)))


def _listed(title: str | None, lines: Sequence[str]) -> Iterator[Json]:
    """A title in bold and lines of ready mark-up, as sections."""
    held = ""
    for line in (*(f"*{part}*" for part in _escaped(title or "")), *lines):
        if held and len(held) + 1 + len(line) > limits.SECTION_TEXT:
            yield blocks.section(held)
            held = ""
        held = f"{held}\n{line}" if held else line
    if held:
        yield blocks.section(held)


def _labelled(label: str, value: str) -> Iterator[str]:
    first, *others = _escaped(value) or [""]
    yield f"*{escape(label)}* {first}"
    yield from others


def _note(note: Note, language: str) -> list[str]:
    label = fixed("Assumed:" if note.assumed else "Note:", language)
    first, *others = _escaped(note.text) or [""]
    return [f"*{label}* {first}" if note.assumed else f"⚠️ *{label}* {first}", *others]


def _escaped(text: str) -> list[str]:
    """One line of text as ready mark-up, in parts where it is too long for a block with what stands before it."""
    return [escape(part) for part in blocks.parts_of(text, limits.SECTION_TEXT - _ROOM_FOR_LABELS)]


def _choices(card: Card) -> Iterator[Json]:
    if not card.choices:
        return
    if any(len(choice.label) > limits.BUTTON_TEXT for choice in card.choices):
        labels = [f"{at}. {choice.label}" for at, choice in enumerate(card.choices, 1)]
        yield from _listed(None, [line for label in labels for line in _escaped(label)])
    else:
        labels = [choice.label for choice in card.choices]
    buttons = [
        blocks.button(f"ask_choice_{at}", label, choice.question)
        for at, (label, choice) in enumerate(zip(labels, card.choices, strict=True), 1)
    ]
    yield from blocks.actions(buttons)


def _suggestions(card: Card) -> Iterator[Json]:
    if card.choices or not card.suggestions:
        return
    yield blocks.context(escape(fixed("You can also ask", card.language)))
    shown = card.suggestions[:_MOST_SUGGESTIONS]
    yield from blocks.actions([blocks.button(f"ask_next_{at}", text, text) for at, text in enumerate(shown, 1)])


def _sources(card: Card) -> Iterator[Json]:
    """The sources as links; below, how far the data reach."""
    reaches = tuple(dict.fromkeys(source.reach for source in card.sources if source.reach))
    yield from blocks.contexts([_source(source, card.language, tell_reach=len(reaches) > 1) for source in card.sources])
    if reaches:
        yield blocks.context(f"VoteDesk · {escape(' / '.join(reaches))}")


def _source(source: CardSource, language: str, *, tell_reach: bool) -> str:
    title = cut(source.title, 500)
    shown = link(source.url, title) if source.url else escape(title)
    told = f"{shown} ({escape(source.reach)})" if tell_reach and source.reach else shown
    return fixed("Source: {source}", language).format(source=told)


def _ending(card: Card, offers: Offers, *, full: bool, rich: bool) -> list[Json]:
    """The buttons that go with every answer, in its language."""
    if offers.answer_id is None:
        return []
    word = partial(fixed, language=card.language)
    wanted = (
        (offers.share, "share", SHARE),
        (full, "full_list", FULL_LIST),
        (offers.file, "file", FILE),
    )
    buttons = [blocks.button(action, word(text), offers.answer_id) for is_wanted, action, text in wanted if is_wanted]
    return [*blocks.actions(buttons), *(_feedback(offers.answer_id, word, rich=rich) if offers.feedback else ())]


def _feedback(answer_id: str, word: Callable[[str], str], *, rich: bool) -> Iterator[Json]:
    good, bad = (word(HELPFUL), f"helpful:{answer_id}"), (word(WRONG), f"wrong:{answer_id}")
    if not rich:
        yield from blocks.actions([blocks.button("feedback_helpful", *good), blocks.button("feedback_wrong", *bad)])
        return
    element = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": {"text": blocks.plain_text(good[0], limits.BUTTON_TEXT), "value": good[1]},
        "negative_button": {"text": blocks.plain_text(bad[0], limits.BUTTON_TEXT), "value": bad[1]},
    }
    yield {"type": "context_actions", "elements": [element]}
