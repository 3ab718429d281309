"""Card -> plain text: complete without the card."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.card import Bullets, Card, CardChoice, CardSource, Facts, Note, Paragraph, Table
from bot.layout import SIGNS
from bot.plain import plain
from bot.reply import Reply

Ask = Callable[..., Reply]


def test_every_part_of_a_card_is_in_its_text_in_order() -> None:
    card = Card(
        "Lead.",
        (
            Paragraph("Paragraph."),
            Facts((("Label", "value"),), "Facts", "https://facts"),
            Table(("A", "B"), (("a", "b"),), "Table", hidden_rows=3),
            Bullets(("item",), "Bullets"),
            Note("note"),
            Note("assumption", assumed=True),
        ),
        (CardSource("Source", "https://source", "data to 2025-01-01"),),
        (CardChoice("label", "question?"),),
    )
    assert plain(card).splitlines() == [
        "Lead.",
        "Paragraph.",
        "Facts",
        "Label: value",
        "https://facts",
        "Table",
        "a | b",
        "... and 3 more",
        "Bullets",
        "- item",
        "Note: note",
        "Assumed: assumption",
        "1. label (ask: question?)",
        "Source: Source, https://source, data to 2025-01-01",
    ]


def test_suggestions_are_offered_where_nothing_is_to_be_chosen() -> None:
    assert plain(Card("Lead.", suggestions=("one?", "two?"))) == "Lead.\nYou can also ask: one? | two?"
    assert "two?" not in plain(Card("Lead.", choices=(CardChoice("l", "one?"),), suggestions=("two?",)))


def test_rows_cut_from_the_text_are_counted_with_those_cut_before() -> None:
    text = plain(Card("Lead.", (Table(("A",), tuple((str(n),) for n in range(40)), hidden_rows=5),)))
    shown = len(text.splitlines()) - 2
    assert text.endswith(f"... and {45 - shown} more")


@pytest.mark.parametrize(
    "question",
    [
        "how did Hungary vote on ES-11/7?",
        "how did Hungary, Slovakia and Poland vote on 24 February 2025?",
        "how did the G7 vote on the Cuba embargo?",
    ],
)
def test_every_vote_is_named_with_its_position(ask: Ask, question: str) -> None:
    reply = ask(question)
    assert reply.votes
    rows = [line.split(" | ") for line in reply.text.splitlines() if " | " in line]
    for vote in reply.votes:
        assert any(vote.roll_call in row and vote.name in row and SIGNS[vote.position] in row for row in rows), vote


def test_of_a_whole_roll_every_member_is_named(ask: Ask) -> None:
    reply = ask("who voted against ES-11/7?")
    assert len(reply.votes) == 193
    assert [vote.name for vote in reply.votes if vote.name not in reply.text] == []


def test_every_note_and_every_assumption_is_in_the_text(ask: Ask) -> None:
    reply = ask("how did Russia vote on A/RES/3379(XXX)?")
    assert reply.notes
    assert [told for told in (*reply.notes, *reply.assumptions) if told not in reply.text] == []
