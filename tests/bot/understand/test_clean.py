"""What platforms and pastes add is gone before a question is read, and offsets hold afterwards."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.clean import LONGEST, clean, fold_in_place, words
from store.words import fold


@pytest.mark.parametrize(
    ("message", "question"),
    [
        # Mentions, as Slack and Discord deliver them.
        ("<@U0123ABC> how did Hungary vote?", "how did Hungary vote?"),
        ("<@U0123ABC|votedesk>: how did Hungary vote?", "how did Hungary vote?"),
        ("<@!998877> how did Hungary vote?", "how did Hungary vote?"),
        ("<@&998877>, how did Hungary vote?", "how did Hungary vote?"),
        ("<!here> in <#C024BE7LR|gaza-desk>: who abstained?", "in : who abstained?"),
        ("<!subteam^S1|@desk> who abstained?", "who abstained?"),
        ("the vote of <!date^1740355200^{date}|24 February 2025>", "the vote of 24 February 2025"),
        ("@VoteDesk how did Hungary vote?", "how did Hungary vote?"),
        ("votedesk: how did Hungary vote?", "how did Hungary vote?"),
        ("Vote Desk, how did Hungary vote?", "how did Hungary vote?"),
        ("Hey @VoteDesk how did Hungary vote?", "Hey how did Hungary vote?"),
        ("@channel who abstained", "who abstained"),
        ("what is VoteDesk", "what is VoteDesk"),
        ("who abstained :thinking_face: :wave:", "who abstained"),
        ("<:rotating:12345> who abstained <a:wave:99>", "who abstained"),
        ("how did :flag-hu: vote", "how did 🇭🇺 vote"),
        # Links to documents become what they point to; others say nothing.
        ("https://undocs.org/A/RES/79/7", "A/RES/79/7"),
        ("who abstained on https://undocs.org/en/A/RES/79/7?", "who abstained on A/RES/79/7 ?"),
        ("https://docs.un.org/en/A/RES/ES-11/7", "A/RES/ES-11/7"),
        ("https://docs.un.org/S/RES/2774(2025)", "S/RES/2774(2025)"),
        ("https://undocs.org/S/RES/2774%20(2025).", "S/RES/2774 (2025) ."),
        ("(https://docs.un.org/en/S/RES/2774(2025))", "( S/RES/2774(2025) )"),
        ("undocs.org/A/RES/79/7", "A/RES/79/7"),
        ("https://undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F79%2F7&Language=E", "A/RES/79/7"),
        ("https://undocs.org/A/HRC/59/L.1/Rev.1", "A/HRC/59/L.1/Rev.1"),
        ("<https://docs.un.org/en/S/RES/2774(2025)|the resolution> result", "S/RES/2774(2025) result"),
        ("[the text](https://docs.un.org/en/S/RES/2774(2025)) result", "S/RES/2774(2025) result"),
        ("https://digitallibrary.un.org/record/4078949?ln=en", "record 4078949"),
        ("https://searchlibrary.ohchr.org/record/25344", "record 25344"),
        ("https://www.securitycouncilreport.org/atf/cf/x/s_res_2803.pdf", "s/RES/2803"),
        ("https://main.un.org/securitycouncil/en/s/res/2774-(2025)", "s/RES/2774(2025)"),
        ("https://main.un.org/securitycouncil/en/content/resolution-2774", "S/RES/2774"),
        ("see https://example.org/a?b=c who abstained", "see who abstained"),
        ("<https://example.org/x|the Cuba embargo> vote", "the Cuba embargo vote"),
        # Characters.
        ("“Zionism is racism” — who’s against?", '"Zionism is racism" — who\'s against?'),
        ("‘path to peace’", "'path to peace'"),
        ("how\u200b did\u00a0Hungary\u2009vote\ufeff", "how did Hungary vote"),
        ("how\x00did\x07Hungary vote", "how did Hungary vote"),
        ("how did \ue000 vote", "how did vote"),
        ("93\u201118\u201165", "93-18-65"),
        ("２７７４？", "2774?"),
        ("٢٧٧٤", "2774"),
        ("Tu\u0308rkiye", "Türkiye"),
        ("❤️ Cuba", "❤ Cuba"),
        ("  who   abstained \t ", "who abstained"),
        ("who abstained?\r\n\r\n\nand who voted no?", "who abstained?\nand who voted no?"),
        ("A &amp; B &lt;1&gt;", "A & B <1>"),
        # Mark-up.
        ("*how* did **Hungary** _vote_ on `2774` ~~then~~", "how did Hungary vote on '2774' then"),
        ("> 93 to 18", "93 to 18"),
        ("||Hungary||", "Hungary"),
        ("vote_note", "vote_note"),
        ("", ""),
        ("🇭🇺", "🇭🇺"),
    ],
)
def test_a_message_is_reduced_to_its_question(message: str, question: str) -> None:
    assert clean(message) == question


def test_a_long_text_is_cut() -> None:
    assert len(clean("vote " * 5_000)) == LONGEST - 1  # cut at a blank, which goes too


def test_a_flag_written_with_format_characters_survives() -> None:
    scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert clean(scotland) == scotland


@given(st.text(max_size=300))
def test_any_text_is_cleaned_to_composed_visible_characters(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) <= LONGEST
    assert cleaned == unicodedata.normalize("NFC", cleaned) == cleaned.strip()
    assert not [c for c in cleaned if c != "\n" and unicodedata.category(c) in ("Cc", "Co", "Cs")]


@given(st.text(max_size=100))
def test_words_cut_what_they_claim(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert word.folded == fold(word.text)


def test_words_are_parted_at_points_hyphens_and_apostrophes() -> None:
    assert [w.folded for w in words("Türkiye's vote: ES-11/7, U.S.?")] == ["turkiye", "s", "vote", "es", "11", "7", "u", "s"]


def test_marks_come_one_by_one_where_asked_for() -> None:
    assert [w.text for w in words("ES-11/7?!", keep_punctuation=True)] == ["ES", "-", "11", "/", "7", "?", "!"]


@given(st.text(max_size=100))
def test_folding_in_place_keeps_every_offset(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)


def test_folding_in_place_removes_case_and_accents() -> None:
    assert fold_in_place("Août, MÄRZ, año, Straße") == "aout, marz, ano, straße"


def test_a_word_longer_than_any_language_s_is_cut_and_the_rest_stays() -> None:
    assert clean(f"how did {'ß' * 3000} and Hungary vote?") == f"how did {'ß' * 120} and Hungary vote?"
