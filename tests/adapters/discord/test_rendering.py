"""A card as a message: every fact on some page, nothing over a limit, nothing that a title could call or link."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord import limits
from adapters.discord.custom_ids import Action, Pressed, read_id, write_id
from adapters.discord.escaping import escape, link, shorten
from adapters.discord.pages import pages_of
from adapters.discord.panel import Menu, Tone
from adapters.discord.render import Shown, render
from bot.card import Block, Bullets, Card, CardChoice, CardSource, Facts, Note, Paragraph, Table

ID = "x" * 22
SHOWN = Shown(ID, "how did Hungary vote?", "en")


def text_of(card: Card) -> str:
    """All pages, as a reader sees them."""
    return "\n".join(text for page in pages_of(card) for text in page.texts).replace("\\", "").replace("\u200b", "")


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)
texts = st.one_of(words, st.text("ab *_~`|<>[]()#@\\-1.:", min_size=1, max_size=3_000))
rows = st.lists(st.tuples(texts, words, words), max_size=30).map(tuple)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, texts),
    st.builds(Note, texts, st.booleans()),
    st.builds(Bullets, st.lists(texts, max_size=20).map(tuple), st.none() | words),
    st.builds(Facts, st.lists(st.tuples(words, texts), max_size=10).map(tuple), st.none() | words, st.none() | words),
    st.builds(Table, st.just(("A", "", "B")), rows, st.none() | words, st.integers(0, 999)),
)
questions = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=100)
cards = st.builds(
    Card,
    lead=texts,
    blocks=st.lists(blocks, max_size=6).map(tuple),
    sources=st.lists(st.builds(CardSource, words, st.none() | st.just("https://example.org/a(b) c"), st.none() | words), max_size=60).map(tuple),
    choices=st.lists(st.builds(CardChoice, texts, questions), max_size=12).map(tuple),
    suggestions=st.lists(texts, max_size=30).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(card=cards, page=st.integers(0, 40), language=st.sampled_from(["en", "fr", "es", "de", "pt", "it"]))
def test_any_card_fits_any_page_of_it(card: Card, page: int, language: str) -> None:
    panel = render(card, Shown(ID, card.lead, language, page, asked=True, may_share=True, has_list=True))
    assert sum(map(len, panel.texts)) <= limits.LAYOUT_TEXT - 4
    assert all(panel.texts)
    assert len("\n\n".join(panel.texts)) <= limits.EMBED_DESCRIPTION
    for row in panel.rows:
        options = row.options if isinstance(row, Menu) else ()
        assert len(options) <= limits.OPTIONS_IN_MENU
        assert all(0 < len(option.label) <= limits.OPTION_LABEL and len(option.description or "") <= 100 for option in options)
        assert isinstance(row, Menu) or len(row) <= limits.BUTTONS_IN_ROW


@settings(max_examples=40, deadline=None)
@given(card=cards)
def test_no_word_of_a_card_is_lost_between_pages(card: Card) -> None:
    shown = "".join(text_of(card).replace("**", "").split())
    for choice in card.choices:
        assert "".join(choice.label.replace("**", "").replace("\\", "").split()) in shown
    for source in card.sources:
        assert "".join(source.title.replace("**", "").replace("\\", "").split()) in shown


def test_a_page_that_begins_within_a_position_s_names_says_whose_they_are() -> None:
    names = ", ".join(f"Member State {number}" for number in range(200))
    pages = pages_of(Card("lead", (Table(("Position", "", "Member states"), (("In favour", "200", names),), "A/RES/1/1"),)))
    assert len(pages) > 1
    assert all("In favour · 200" in "\n".join(page.texts) for page in pages)
    assert all("A/RES/1/1" in "\n".join(page.texts) for page in pages)


def test_few_sources_stand_on_every_page_and_many_on_pages_of_their_own() -> None:
    body = (Bullets(tuple(f"item {number} " + "x" * 80 for number in range(60))),)
    few = pages_of(Card("lead", body, (CardSource("the record", "https://example.org/1", "data to 2025-12-18"),)))
    assert len(few) > 1
    assert all("https://example.org/1" in page.texts[-1] for page in few)
    many = pages_of(Card("lead", body, tuple(CardSource(f"record {n}", f"https://example.org/{n}", None) for n in range(60))))
    assert all("The sources begin on page" in page.texts[-1] or "https://example.org/" in page.texts[-1] for page in many)
    assert all(any(f"https://example.org/{n}>" in page.texts[-1] for page in many) for n in range(60))


@pytest.mark.parametrize(
    "text",
    ["**bold** _it_ ~~no~~ `code` ||spoiler||", "[click](https://evil.example)", "<@123> <#1> <@&2> @everyone @here", "# head", "> quote", "a\\*b"],
)
def test_what_means_something_in_markdown_is_shown_as_it_is(text: str) -> None:
    escaped = escape(text)
    for mark in "*_~`|<>[]#@":
        assert escaped.count(f"\\{mark}") == text.count(mark)


@pytest.mark.parametrize(("text", "escaped"), [("- item", "\\- item"), ("12. Article", "12\u200b. Article"), ("A/RES/79/7", "A/RES/79/7")])
def test_a_line_is_no_list_unless_it_is_meant_to_be(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_a_link_leads_where_it_says_and_nowhere_else() -> None:
    assert link("[x](y)", "https://example.org/a_(b)") == "[\\[x\\](y)](<https://example.org/a_%28b%29>)"
    assert link("title", "javascript:alert(1)") == "title"
    assert link("title", None) == "title"


def test_a_text_is_cut_between_words() -> None:
    assert shorten("one two three", 9) == "one two…"
    assert shorten("onetwothree", 5) == "onet…"
    assert shorten("short", 5) == "short"


@pytest.mark.parametrize(
    "pressed",
    [
        Pressed(Action.ASK, question="how did Hungary vote: yes or no?"),
        Pressed(Action.PAGE, ID, 12, asked=True, may_share=True),
        Pressed(Action.PAGE, ID, 0, shared_by="700000000000000001"),
        Pressed(Action.SHARE, ID),
        Pressed(Action.ASK_ABOUT),
    ],
)
def test_what_a_button_does_comes_back_from_its_id(pressed: Pressed) -> None:
    written = write_id(pressed)
    assert len(written) <= limits.CUSTOM_ID
    assert read_id(written) == pressed


@pytest.mark.parametrize("strange", ["", "x", "z:abc", "p:abc", "p:abc:one:", "p:abc:²:"])
def test_an_id_of_somebody_else_is_none_of_ours(strange: str) -> None:
    assert read_id(strange) is None


def test_a_question_too_long_for_a_button_is_refused_rather_than_cut() -> None:
    with pytest.raises(ValueError, match="a custom id of 102 characters"):
        write_id(Pressed(Action.ASK, question="x" * 100))


@pytest.mark.parametrize(
    ("card", "shown", "tone"),
    [
        (Card("lead"), SHOWN, Tone.ANSWERED),
        (Card("lead", choices=(CardChoice("one", "one?"),)), SHOWN, Tone.ASKS_BACK),
        (Card("lead"), Shown(ID, "q", "en", nothing_found=True), Tone.NOTHING_FOUND),
    ],
)
def test_the_colour_says_what_kind_of_answer_it_is(card: Card, shown: Shown, tone: Tone) -> None:
    assert render(card, shown).tone is tone


def test_few_short_choices_are_buttons_and_others_a_menu() -> None:
    few = render(Card("Which?", choices=(CardChoice("Niger", "Niger?"), CardChoice("Nigeria", "Nigeria?"))), SHOWN)
    assert [button.label for button in few.rows[0] if not isinstance(few.rows[0], Menu)] == ["Niger", "Nigeria"]
    many = render(Card("Which?", choices=tuple(CardChoice(f"choice {n}", f"question {n}?") for n in range(10))), SHOWN)
    assert isinstance(many.rows[0], Menu)
    assert [option.value for option in many.rows[0].options] == [f"question {n}?" for n in range(10)]


def test_a_choice_offered_twice_is_one_button() -> None:
    panel = render(Card("Which?", choices=(CardChoice("Niger", "Niger?"), CardChoice("Niger", "Niger?")), suggestions=("Niger?",)), SHOWN)
    assert len(panel.rows) == 2
    assert [button.label for button in panel.rows[0] if not isinstance(panel.rows[0], Menu)] == ["Niger"]
