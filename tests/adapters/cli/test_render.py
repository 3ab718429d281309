"""A card on a terminal and in a pipe: the same words, in the card's order, positions as words with a sign."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from adapters.cli.render import COLOURS, how_to_ask, plain_lines, rich_parts
from bot.card import Bullets, Card, CardChoice, CardSource, Facts, Note, Paragraph, Table
from bot.layout import SIGNS
from store.facts import Position

CARD = Card(
    lead="Hungary voted no on A/RES/80/223 on 18 December 2025.",
    blocks=(
        Facts((("Result", "adopted 79-16-73"), ("Body", "General Assembly")), title="A/RES/80/223", url="https://example.org/r/1"),
        Table(("Member", "Vote"), (("Hungary", "✗ no"), ("Türkiye", "○ abstained"), ("Benin", "– non-voting")), hidden_rows=190),
        Bullets(("one", "two"), title="Also on that day"),
        Paragraph("Non-voting is not abstaining."),
        Note("The name has changed."),
        Note("the latest vote", assumed=True),
    ),
    sources=(CardSource("UN Digital Library, record 1", "https://example.org/r/1", "votes until 18 December 2025"),),
    choices=(CardChoice("The Assembly's text", "how did Hungary vote on A/RES/ES-11/7?"),),
    suggestions=("and Slovakia?",),
)

words = st.text(st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_categories=("Cc", "Zs")), min_size=1, max_size=12)
phrases = st.lists(words, min_size=1, max_size=6).map(" ".join)
tables = st.integers(1, 4).flatmap(
    lambda width: st.builds(
        Table,
        st.tuples(*[phrases] * width),
        st.lists(st.tuples(*[phrases | st.sampled_from([f"{sign} word" for sign in COLOURS])] * width), max_size=5).map(tuple),
        st.none() | phrases,
        st.integers(0, 200),
    )
)
blocks = st.one_of(
    st.builds(Paragraph, phrases),
    st.builds(Facts, st.lists(st.tuples(phrases, phrases), max_size=4).map(tuple), st.none() | phrases, st.none() | words),
    tables,
    st.builds(Bullets, st.lists(phrases, max_size=4).map(tuple), st.none() | phrases),
    st.builds(Note, phrases, st.booleans()),
)
cards = st.builds(
    Card,
    phrases,
    st.lists(blocks, max_size=5).map(tuple),
    st.lists(st.builds(CardSource, phrases, st.none() | words, st.none() | phrases), max_size=2).map(tuple),
    st.lists(st.builds(CardChoice, phrases, phrases), max_size=3).map(tuple),
    st.lists(phrases, max_size=3).map(tuple),
)


def on_screen(card: Card, width: int = 100, **options: object) -> str:
    """What a terminal of that width shows."""
    console = Console(file=io.StringIO(), width=width, highlight=False, force_terminal=True, **options)  # type: ignore[arg-type]
    for part in rich_parts(card):
        console.print(part)
    shown = console.file
    assert isinstance(shown, io.StringIO)
    return shown.getvalue()


def without_colour(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_the_answer_comes_first_then_blocks_choices_sources_suggestions() -> None:
    text = "\n".join(plain_lines(CARD))
    order = ["Hungary voted no", "adopted 79-16-73", "Member", "Also on that day", "Note:", "1. ", "Sources", "and Slovakia?"]
    places = [text.index(part) for part in order]
    assert text.startswith(CARD.lead)
    assert places == sorted(places)


def test_positions_are_words_with_a_sign_beside_them() -> None:
    text = "\n".join(plain_lines(CARD))
    assert "Hungary  ✗ no" in text
    assert "Türkiye  ○ abstained" in text
    assert "Benin    – non-voting" in text


def test_every_position_that_the_layout_writes_has_a_colour() -> None:
    cast = (Position.YES, Position.NO, Position.ABSTAIN, Position.NON_VOTING, Position.UNKNOWN)
    assert {SIGNS[position].partition(" ")[0] for position in cast} == set(COLOURS)


def test_a_table_in_a_pipe_is_aligned() -> None:
    lines = list(plain_lines(Card("lead", (Table(("Member", "Vote"), (("Guinea-Bissau", "✓ yes"), ("Chad", "✗ no"))),))))
    assert lines[2:] == ["Member         Vote", "Guinea-Bissau  ✓ yes", "Chad           ✗ no"]


def test_what_was_cut_is_said() -> None:
    assert "... and 190 more; add --json for all of them." in plain_lines(CARD)


def test_a_choice_says_how_to_ask_it() -> None:
    assert list(plain_lines(Card("Which?", choices=CARD.choices)))[2:] == [
        "1. The Assembly's text",
        '   votedesk ask "how did Hungary vote on A/RES/ES-11/7?"',
    ]


@pytest.mark.parametrize("question", ['the "wall" vote', "$HOME", "a `b`", "what!?", "back\\slash"])
def test_a_choice_can_be_pasted_into_a_shell(question: str) -> None:
    import shlex

    assert shlex.split(how_to_ask(CardChoice("label", question))) == ["votedesk", "ask", question]


def test_links_stand_in_full_on_a_terminal() -> None:
    assert "https://example.org/r/1" in without_colour(on_screen(CARD))


def test_colour_is_only_added_where_the_terminal_takes_it() -> None:
    assert "\x1b[" in on_screen(CARD, color_system="standard")
    assert "\x1b[3" not in on_screen(CARD, no_color=True)


@pytest.mark.parametrize("width", [40, 80, 160])
def test_a_terminal_gets_no_line_wider_than_itself(width: int) -> None:
    assert all(len(line.rstrip()) <= width for line in without_colour(on_screen(CARD, width)).splitlines())


@given(cards)
@settings(max_examples=60, deadline=None)
def test_terminal_and_pipe_show_the_same_words(card: Card) -> None:
    rules = str.maketrans("", "", "─━ \n")
    shown = without_colour(on_screen(card, width=2000))
    assert shown.translate(rules) == "\n".join(plain_lines(card)).translate(rules)
