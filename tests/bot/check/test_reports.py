"""What holds of every report: quotes are cut from the text as given, whatever it is; long texts are read piece by piece."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.check.pieces import LONGEST_PIECE, pieces_of
from bot.desk import Desk
from bot.report import CheckReport
from tests.bot.check.conftest import Check
from tests.effort import QUADRATIC, growth

SENTENCES = (
    "On 24 February 2025 the General Assembly adopted A/RES/ES-11/7 by 93 votes to 18, with 65 abstentions. ",
    "Hungary — unlike Slovakia — voted “no”.\r\n",
    "<p>T&uuml;rkiye and <b>Côte d'Ivoire</b> voted for it;</p> ",
    "🇭🇺 abstained, alongside Russia and 16 other countries. ",
    "Only the U.S. and Israel vetoed resolution 2774 (2025)! ",
    "In committee, four weeks earlier, it had been 131 to 36. ",
    "So did Cuba. Both texts passed, the two being Iran and Syria. ",
    "It was the first time that Paraguay opposed the Cuba embargo, the fewest yes votes since 1999. ",
)
TEXTS = st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=20)), max_size=6).map("".join)


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_quote_is_cut_from_the_text_and_every_total_adds_up(starter_desk: Desk, text: str) -> None:
    report = starter_desk.check(text, dt.date(2026, 1, 10))
    assert all(text[claim.start : claim.end] == claim.quote != "" for claim in report.claims)
    assert [claim.start for claim in report.claims] == sorted(claim.start for claim in report.claims)
    assert report.checked == len(report.claims) == sum(report.summary.model_dump().values())
    assert all(claim.finding and claim.claim for claim in report.claims)


def test_the_same_claims_are_found_in_windows_line_ends_and_behind_emoji(check: Check) -> None:
    text = "".join(SENTENCES[:2])
    plain = [(c.quote, c.verdict) for c in check(text).claims]
    moved = "🙂🙂\r\n\r\n" + text.replace("\n", "\r\n")
    assert [(c.quote, c.verdict) for c in check(moved).claims] == plain
    assert plain


def test_a_text_without_votes_has_an_empty_report(check: Check) -> None:
    assert check("") == CheckReport()
    assert check("The weather was fine.") == CheckReport()


def test_pieces_cover_a_text_without_gap_and_are_cut_between_paragraphs() -> None:
    text = "A paragraph of some length.\n\n" * 6000
    pieces = list(pieces_of([text]))
    assert "".join(pieces) == text
    assert all(len(piece) <= LONGEST_PIECE for piece in pieces)
    assert all(piece.endswith("\n\n") for piece in pieces)


@pytest.mark.parametrize("kind", ["words ", "A line.\r\n", "A paragraph.\r\n\r\n", "<p>One.</p>", "unbroken"])
@pytest.mark.parametrize("length", [1, 7, 49_999, 50_001, 65_536])
def test_how_a_text_is_parted_when_given_makes_no_difference_to_its_pieces(kind: str, length: int) -> None:
    text = kind * 15_000
    parts = [text[at : at + length] for at in range(0, len(text), length)] if length > 1 else list(text[:60_000])
    text = "".join(parts)
    pieces = list(pieces_of(parts))
    assert pieces == list(pieces_of([text]))
    assert "".join(pieces) == text
    assert not any(piece.endswith("\r") for piece in pieces)


def test_a_text_without_a_character_is_one_piece() -> None:
    assert list(pieces_of([])) == list(pieces_of(["", ""])) == [""]


def test_a_text_given_in_parts_has_the_claims_of_the_whole(starter_desk: Desk) -> None:
    filler = "Nothing was decided on that morning.\n\n" * 1600
    text = filler.join(["".join(SENTENCES), "Hungary voted no. ", "Slovakia as well. ", "Only Israel and Mali abstained."])
    day = dt.date(2026, 1, 10)
    pieces = list(starter_desk.check_pieces((text[at : at + 999] for at in range(0, len(text), 999)), day))
    assert len(pieces) > 3
    assert [claim for piece in pieces for claim in piece.claims] == list(starter_desk.check(text, day).claims)
    assert all(text[piece.start :].startswith(piece.text) for piece in pieces)


def test_a_claim_behind_the_first_piece_is_about_the_vote_named_in_it(check: Check) -> None:
    filler = "Nothing was decided on that morning.\n\n" * 1600
    report = check(f"The General Assembly adopted A/RES/ES-11/7 on 24 February 2025.\n\n{filler}Hungary voted no.")
    assert [(c.quote, c.verdict) for c in report.claims] == [("Hungary voted no", "supported")]


def test_work_grows_with_the_length_of_a_text(starter_desk: Desk) -> None:
    piece = "The General Assembly adopted A/RES/ES-11/7. Hungary, Russia and 16 others voted no; China abstained. "
    assert growth(lambda text: starter_desk.check(text, dt.date(2026, 1, 10)), piece, 2000) < QUADRATIC / 2
