"""Cards as Slack messages: whatever the card holds, Slack takes the message, nobody is called, and nothing is lost."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.slack import limits
from adapters.slack.blocks import size_of
from adapters.slack.mrkdwn import cut, escape, link
from adapters.slack.render import Message, Offers, pages, quoted, render, say
from bot.card import Bullets, Card, CardChoice, CardSource, Facts, Note, Paragraph, Table
from tests.support.slack_checks import fits, fits_the_types, is_harmless, strings

ID = "x" * 22
OFFERS = Offers(ID, share=True, file=True)
TRICKS = ("<!channel>", "@here", "<@U1>", "<https://evil.example|A/RES/79/7>", "*bold*", "&lt;!here&gt;", "a|b", "https://un.org/x?a=1&b=2", "```", "\n")

words = st.lists(st.sampled_from((*TRICKS, "Hungary", "voted", "no", "Türkiye", "国", "x" * 60)), min_size=1, max_size=40).map(" ".join)
short = words.map(lambda text: text[:90])
rows = st.integers(1, 6).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.lists(words | st.just(""), min_size=n, max_size=n).map(tuple), max_size=120)))
tables = rows.map(lambda made: Table(tuple("c" * (at + 1) for at in range(made[0])), tuple(made[1]), "Title <!here>", 3))
block = st.one_of(
    words.map(Paragraph),
    st.builds(Note, words, st.booleans()),
    st.builds(Facts, st.lists(st.tuples(short, words), max_size=8).map(tuple), st.none() | short, st.none() | st.just("https://un.org/a|b")),
    st.builds(Bullets, st.lists(words, max_size=20).map(tuple), st.none() | short),
    tables,
)
cards = st.builds(
    Card,
    lead=words,
    blocks=st.lists(block, max_size=8).map(tuple),
    sources=st.lists(st.builds(CardSource, words, st.none() | st.just("https://digitallibrary.un.org/record/1"), st.none() | short), max_size=12).map(tuple),
    choices=st.lists(st.builds(CardChoice, words, short), max_size=10).map(tuple),
    suggestions=st.lists(short, max_size=12).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cards, st.booleans())
def test_any_card_fits_and_calls_nobody(card: Card, rich: bool) -> None:
    for message in (render(card, OFFERS, rich=rich), *pages(card)):
        fits(message.blocks, has_schema=False)
        assert size_of(message.blocks) <= limits.BLOCKS_SIZE
        assert 0 < len(message.text) <= limits.MESSAGE_TEXT
        is_harmless([*(re.sub(r"<https?://[^>]*>", "", text) for text in strings(message.blocks)), message.text])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cards)
def test_the_pages_hold_every_word_of_the_card(card: Card) -> None:
    told = bare(shown("\n".join(text for page in pages(card) for text in strings(page.blocks))))
    for text in (card.lead, *(b.text for b in card.blocks if isinstance(b, Paragraph | Note)), *(s.title for s in card.sources if len(s.title) < 500)):
        assert [word for word in bare(text).split() if word not in told] == []


def shown(mrkdwn: str) -> str:
    """As Slack shows mark-up."""
    return html.unescape(re.sub(r"<(https?://[^|>]+)\|([^>]*)>", r"\2", mrkdwn))


def bare(text: str) -> str:
    """Without the signs that mark up, or that stand for them."""
    return re.sub(r"[*\u2217~\u223c`\u02cb_\u02cd\u2060|/]", "", text)


def test_what_a_message_leaves_out_is_offered_as_the_full_list() -> None:
    card = Card("lead", tuple(Paragraph("word " * 500) for _ in range(30)))
    message = render(card, OFFERS)
    assert not message.whole
    assert "full_list" in {element.get("action_id") for block in message.blocks for element in block.get("elements", ())}
    assert render(Card("lead"), OFFERS).whole


def test_cautions_stay_when_a_table_must_shrink() -> None:
    table = Table(("a", "b"), tuple(("x" * 200, "y" * 200) for _ in range(90)))
    message = render(Card("lead", (table, Note("The totals disagree."))), OFFERS)
    assert "The totals disagree." in "\n".join(strings(message.blocks))
    assert any(block["type"] == "table" for block in message.blocks)


def test_only_the_first_table_is_a_table_block() -> None:
    table = Table(("a",), (("one",), ("two",)))
    kinds = [block["type"] for block in render(Card("lead", (table, table)), OFFERS).blocks]
    assert kinds.count("table") == 1


def test_plain_rendering_has_no_block_that_slack_may_refuse() -> None:
    kinds = {block["type"] for block in render(Card("lead", (Table(("a",), (("one",),)),)), OFFERS, rich=False).blocks}
    assert kinds <= {"section", "context", "actions"}


def test_long_choices_are_numbered_so_that_each_can_be_read_whole() -> None:
    label = "A very long reading of the question " * 4
    message = render(Card("Which?", choices=(CardChoice(label, "q1"), CardChoice("short", "q2"))), OFFERS)
    told = list(strings(message.blocks))
    assert any(f"1. {label.strip()}" in text for text in told)
    assert any(text.startswith("1. A very long") and text.endswith("…") for text in told)


def test_one_reach_is_told_once_and_several_with_their_sources() -> None:
    one = CardSource("A", None, "data to 2025-12-18"), CardSource("B", None, "data to 2025-12-18")
    told = "\n".join(strings(render(Card("lead", sources=one), OFFERS).blocks))
    assert told.count("data to 2025-12-18") == 1
    two = CardSource("A", None, "data to 2025-12-18"), CardSource("B", None, "data to 2025-11-08")
    told = "\n".join(strings(render(Card("lead", sources=two), OFFERS).blocks))
    assert "A (data to 2025-12-18)" in told
    assert "B (data to 2025-11-08)" in told


def test_labels_are_in_the_language_of_the_card() -> None:
    card = Card("Antwort", (Note("Vorsicht"),), (CardSource("A", None, None),), language="de")
    told = "\n".join(strings(render(card, OFFERS).blocks))
    assert "Hinweis:" in told
    assert "Quelle: A" in told
    assert "Ganze Liste" not in told
    assert "CSV-Datei" in told


def test_every_kind_of_block_is_one_of_slack_s_own_types() -> None:
    card = Card(
        "lead",
        (Paragraph("p"), Facts((("a", "b"),), "t", "https://un.org"), Table(("a", ""), (("x", ""),), "t", 2), Bullets(("b",), "t"), Note("n"), Note("m", True)),
        (CardSource("s", "https://un.org/x", "data to 2025-12-18"),),
        (CardChoice("c", "q"),),
        ("next?",),
    )
    for message in (render(card, OFFERS), render(card, OFFERS, rich=False), quoted(say("Sorry."), "q", "Asked:"), *pages(card)):
        fits_the_types({"blocks": list(message.blocks)})


def test_a_sentence_is_a_message() -> None:
    assert say("Sorry <!here>.") == Message("Sorry &lt;!here&gt;.", ({"type": "section", "text": {"type": "mrkdwn", "text": "Sorry &lt;!here&gt;.", "verbatim": True}},))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<!channel>", "&lt;!channel&gt;"),
        ("@here @Channel @everyone", "@\u2060here @\u2060Channel @\u2060everyone"),
        ("see https://un.org/a?b=1&c=2.", "see <https://un.org/a?b=1&amp;c=2|https://un.org/a?b=1&amp;c=2>."),
        ("*a* ~b~ `c` _d_ e_f", "\u2217a\u2217 \u223cb\u223c \u02cbc\u02cb \u02cdd\u02cd e_f"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_text_is_shown_as_it_stands(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_a_link_cannot_be_broken_out_of() -> None:
    assert link("https://un.org/a|b>c", "x|y <!here>") == "<https://un.org/a%7Cb%3Ec|x/y &lt;!here&gt;>"
    assert link("javascript:alert(1)", "x") == "x (javascript:alert(1))"


def test_text_is_cut_between_words() -> None:
    assert cut("one two three", 9) == "one two…"
    assert len(cut("x" * 50, 10)) == 10
