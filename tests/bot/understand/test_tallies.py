"""Counts of votes are read in every form that newsrooms use, and other numbers are not taken for counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.symbols import read_symbols
from bot.understand.tallies import read_tallies


def counts(text: str) -> list[tuple[int | None, int | None, int | None]]:
    taken = [(s.start, s.end) for s in read_symbols(text)]
    return [(t.yes, t.no, t.abstain) for t in read_tallies(text, taken)]


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        # Scores.
        ("93-18-65", (93, 18, 65)),
        ("93–18–65", (93, 18, 65)),
        ("93—18—65", (93, 18, 65)),
        ("93 - 18 - 65", (93, 18, 65)),
        ("93:18:65", (93, 18, 65)),
        ("93/18/65", (93, 18, 65)),
        ("93-18-65-17", (93, 18, 65)),
        ("resolution on Ukraine of 24 February 2025 (93-18-65). Correct?", (93, 18, 65)),
        ("10-0-5, security council, 24 feb 2025", (10, 0, 5)),
        ("which vote was 187-2-1", (187, 2, 1)),
        ("51-7-70 ???", (51, 7, 70)),
        ("28-12-7 at the human rights council", (28, 12, 7)),
        ("141-5", (141, 5, None)),
        ("15-0", (15, 0, None)),
        ("15–0", (15, 0, None)),
        ("adopted 187-2 with Ukraine abstaining?", (187, 2, None)),
        ("leaving the tally at 14-0.", (14, 0, None)),
        ("passed 151-1 that day", (151, 1, None)),
        # In a sentence.
        ("141 to 5", (141, 5, None)),
        ("141 votes to 5 with 35 abstentions", (141, 5, 35)),
        ("by 93 votes to 18, with 65 countries abstaining", (93, 18, 65)),
        ("33 to 13 with 10 abstentions", (33, 13, 10)),
        ("A clipping from 1947 just says 33 to 13 with 10 abstentions", (33, 13, 10)),
        ("Did the UN vote 186 to 2 that food is a right", (186, 2, None)),
        ("72 to 35 with 32 abstentions", (72, 35, 32)),
        ("the vote was 128 to 9", (128, 9, None)),
        ("141 against 5", (141, 5, None)),
        ("141 vs 5", (141, 5, None)),
        ("lost by 17 votes to 19", (17, 19, None)),
        ("54 in favour, 5 against, 118 abstentions", (54, 5, 118)),
        ("14 yes 11 no 105 abstentions", (14, 11, 105)),
        ("188 yes 2 no 3 abstentions", (188, 2, 3)),
        ("93 in favor / 18 against", (93, 18, None)),
        ("93 for, 18 against, 65 abstained", (93, 18, 65)),
        ("84 votes for, 19 against and 68 abstentions", (84, 19, 68)),
        ("18 against, 93 in favour", (93, 18, None)),
        ("93 countries in favour, 58 against.", (93, 58, None)),
        ("130 states back a moratorium on executions, 32 oppose it and 22 abstain", (130, 32, 22)),
        ("19 members voted against holding a debate on Xinjiang and 17 for it, with eleven abstaining", (17, 19, 11)),
        ("110 in favour, none against, 3 abstentions", (110, 0, 3)),
        ("24 in favour, 0 against", (24, 0, None)),
        ("yes: 93, no: 18, abstentions: 65", (93, 18, 65)),
        ("yes 93 no 18 abstain 65", (93, 18, 65)),
        ("For: 93; against: 18; abstain: 65", (93, 18, 65)),
        ("Y93 N18 A65", (93, 18, 65)),
        ("93Y-18N-65A", (93, 18, 65)),
        # One count only.
        ("34 abstentions, ok to print?", (None, None, 34)),
        ("with 105 abstaining", (None, None, 105)),
        ("with just 14 votes in favour?", (14, None, None)),
        ("did it get through with only 54 yes?", (54, None, None)),
        ("6 countries voted against", (None, 6, None)),
        ("drew three noes", (None, 3, None)),
        ("got nine votes", (9, None, None)),
        ("adopted with 149 votes", (149, None, None)),
        # Numbers in words.
        ("ninety-three to eighteen", (93, 18, None)),
        ("by one hundred and forty-one votes to five", (141, 5, None)),
        ("by nine votes to none, with Yugoslavia abstaining", (9, 0, None)),
        ("by 165 votes to seven, with twelve abstentions", (165, 7, 12)),
        ("eleven disagreed and 58 abstained", (None, 11, 58)),
        # Other languages.
        ("par 93 voix contre 18 et 65 abstentions", (93, 18, 65)),
        ("100 voix pour, 11 contre et 58 abstentions", (100, 11, 58)),
        ("93 votos a favor, 18 en contra y 65 abstenciones", (93, 18, 65)),
        ("93 Ja-Stimmen, 18 Nein-Stimmen, 65 Enthaltungen", (93, 18, 65)),
        ("mit 93 gegen 18 Stimmen bei 65 Enthaltungen", (93, 18, 65)),
        ("zwölf Stimmen dafür, zwei dagegen, eine Enthaltung", (12, 2, 1)),
        ("93 votos a favor, 18 contra e 65 abstenções", (93, 18, 65)),
        ("93 voti a favore, 18 contrari e 65 astensioni", (93, 18, 65)),
        ("65 Enthaltungen", (None, None, 65)),
        ("65 abstenciones", (None, None, 65)),
    ],
)
def test_a_tally_is_read(text: str, tally: tuple[int | None, int | None, int | None]) -> None:
    assert counts(text) == [tally]


@pytest.mark.parametrize(
    "text",
    [
        # Dates and times.
        "2025-02-24",
        "24-02-2025",
        "24/02/2025",
        "24/2/25",
        "24.02.2025",
        "12:30:45",
        "at 14:05",
        "at 11:30",
        "5 to 10 December 2023",
        "10-5 December",
        "December 12-10",
        # Years and ranges.
        "2018-2025",
        "1979 to 1989",
        "from 1961 until 1971",
        "1980-87",
        "from 10 to 5",
        "pages 141 to 5",
        "articles 10-2",
        "9-11",
        "2 to 3 weeks",
        "30 to 20 percent",
        # Symbols and names.
        "ES-11/7",
        "A/RES/79/7",
        "S/RES/2774(2025)",
        "es 10/21",
        "COVID-19",
        "24-7 coverage",
        "a 50-50 call",
        "+1 212 963-1234",
        "1,234 to 567",
        # Counts that are none.
        "who voted no",
        "the only country to vote against",
        "did those two abstain",
        "Which eight abstained on the Universal Declaration?",
        "which three countries voted against it",
        "did all five permanent members vote yes",
        "no votes against Israel",
        "how many no votes",
        "most No votes, top 3 no votes",
        "one against the other",
        "more than 140 in favour",
        "at least 20 abstentions",
        "how many abstained",
        "wie haben sie abgestimmt",
        "18 votes for the goalkeeper",
        "65,000 people have crossed from Sudan into Chad",
        "",
    ],
)
def test_other_numbers_are_no_tally(text: str) -> None:
    assert counts(text) == []


def test_several_tallies_come_in_text_order() -> None:
    assert counts("It fell from 187 votes to two to 165-7-12, and 88 in favour and 55 against.") == [
        (187, 2, None),
        (165, 7, 12),
        (88, 55, None),
    ]


def test_a_mention_takes_the_whole_expression() -> None:
    [tally] = read_tallies("carried by 141 votes to 5, with 35 abstentions, they say")
    assert tally.words == "141 votes to 5, with 35 abstentions"


def test_a_taken_span_is_left_alone() -> None:
    assert read_tallies("93-18-65", [(0, 8)]) == ()


@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_cut_what_they_claim(text: str) -> None:
    last = 0
    for tally in read_tallies(text):
        assert text[tally.start : tally.end] == tally.words
        assert tally.start >= last
        last = tally.end
        assert (tally.yes, tally.no, tally.abstain) != (None, None, None)


_PIECES = st.sampled_from(
    [
        "93",
        "18",
        "0",
        " ",
        "-",
        "to",
        "votes",
        "abstentions",
        "against",
        "in favour",
        ",",
        "and",
        "none",
        "yes",
        "no",
        "seven",
        "\n",
    ]
)


@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_pieces_of_tallies_in_any_order_are_read_without_harm(text: str) -> None:
    for tally in read_tallies(text):
        assert text[tally.start : tally.end] == tally.words


@given(
    st.integers(20, 193),
    st.integers(0, 19),
    st.integers(0, 99),
    st.sampled_from(
        [
            "{}-{}-{}",
            "{}–{}–{}",
            "{} votes to {}, with {} abstentions",
            "{} in favour, {} against, {} abstentions",
            "{} yes {} no {} abstained",
            "yes {}, no {}, abstain {}",
            "{} votos a favor, {} en contra y {} abstenciones",
            "{} voix pour, {} contre et {} abstentions",
            "{} Stimmen dafür, {} dagegen, {} Enthaltungen",
        ]
    ),
)
def test_every_tally_reads_back_in_every_form(yes: int, no: int, abstain: int, form: str) -> None:
    assert counts(form.format(yes, no, abstain)) == [(yes, no, abstain)]
