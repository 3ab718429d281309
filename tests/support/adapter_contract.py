"""What every chat adapter owes: the same Card as the terminal, with the same facts, the same sources and the same choices.

An adapter's test asks each of `QUESTIONS` over its own wire and hands what a reader would see to `holds_the_card`:

    @pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.id)
    def test_the_same_facts_as_in_the_terminal(asked): holds_the_card(card_of(desk, asked), shown)
"""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, assert_never

from bot.card import Block, Bullets, Card, Facts, Note, Paragraph, Table
from bot.conversation import EMPTY
from bot.desk import Desk

TODAY = dt.date(2026, 1, 10)
FILE = Path(__file__).parents[1] / "questions" / "starter.jsonl"


@dataclass(frozen=True)
class AskedLine:
    """A question, and those before it in its thread."""

    id: str
    question: str
    context: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What a reader sees: every text in order, every address that can be followed, every question that a button asks.

    `rest`: what "Full list" adds. `texts[0]` is what stands first; `notification` is read out where nothing else is.
    """

    texts: Sequence[str]
    notification: str
    links: frozenset[str] = frozenset()
    questions: Sequence[str] = ()
    rest: Sequence[str] = field(default=())


def _lines() -> list[AskedLine]:
    read: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    asked = [AskedLine(line["id"], line["question"], tuple(line.get("context", ()))) for line in read]
    return [*asked, *_OTHERS]


_OTHERS = (
    AskedLine("help", "what can I ask?"),
    AskedLine("coverage", "what do you cover?"),
    AskedLine("long-roll", "who voted how on A/RES/ES-11/7?"),
    AskedLine("several", "how did Hungary vote on A/RES/ES-11/7? Was S/RES/2774 adopted?"),
    AskedLine("french", "comment la France a-t-elle voté sur A/RES/ES-11/7 ?"),
    AskedLine("german", "Wie hat Ungarn bei A/RES/ES-11/7 abgestimmt?"),
)

QUESTIONS = _lines()
assert len(QUESTIONS) >= 50


def card_of(desk: Desk, asked: AskedLine) -> Card:
    """What the terminal shows."""
    conversation = EMPTY
    for question in asked.context:
        conversation = desk.ask(question, conversation, TODAY).conversation
    return desk.ask(asked.question, conversation, TODAY).card


def holds_the_card(card: Card, shown: Shown) -> None:
    """Raises where a fact, a caution, a source or a choice of the card is not shown."""
    first, everything = _plain(shown.texts[0]), _plain("\n".join((*shown.texts, *shown.rest)))
    lead = _plain(card.lead)
    assert first.startswith(lead[: len(first)]) or lead in first
    assert _plain(shown.notification).startswith(lead[:500])
    missing = [fact for fact in _facts(card) if _plain(fact) not in everything]
    assert not missing
    addresses = {source.url for source in card.sources if source.url} | {b.url for b in card.blocks if isinstance(b, Facts) and b.url}
    assert addresses <= shown.links
    assert [choice.question for choice in card.choices] == list(shown.questions)[: len(card.choices)]


def _facts(card: Card) -> Iterable[str]:
    yield card.lead
    for block in card.blocks:
        yield from _facts_of(block)
    for source in card.sources:
        yield source.title
        yield source.reach or ""
    for choice in card.choices:
        yield choice.label


def _facts_of(block: Block) -> Iterable[str]:
    match block:
        case Paragraph(text):
            yield text
        case Facts(pairs, title, _):
            yield title or ""
            for label, value in pairs:
                yield from (label, value)
        case Table(_, rows, title, _):
            yield title or ""
            # Names stand one by one, since a long list of them may be cut and go on in the full list.
            yield from (part for row in rows for cell in row for part in cell.split(", "))
        case Bullets(items, title):
            yield title or ""
            yield from items
        case Note(text, _):
            yield text
        case _:
            assert_never(block)


def _plain(text: str) -> str:
    """What a reader takes in: no mark-up, no signs that only keep a text from being mark-up, blanks alike."""
    text = unicodedata.normalize("NFKC", text).replace("\u2060", "").replace("*", "").replace("\\", "")
    return re.sub(r"\s+", " ", text).strip()
