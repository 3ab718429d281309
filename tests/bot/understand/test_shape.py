"""A question with everything recognised in it becomes one line, in which each recognised part is one character."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bot.understand.question_tables import as_letters, lines, shape_in

# M member, G group, X no member, N name of a vote, S symbol, D days, T tally.
LAID_OUT = """
how did Hungary vote on ES-11/7? => how did M vote on S ?
who voted against the Cuba embargo in 2023 => who voted against the N in D
93-18-65, what was that? => T , what was that ?
which EU states abstained on A/RES/79/7 => which G abstained on S
how did Kosovo vote => how did X vote
Didn't Israel abstain? => didn't M abstain ?
France's vote, please => M ' s vote , please
USA/UK on Iraq => M / M on M
Hungary... and Slovakia?! => M . . . and M ? !
has the EU ever split on Gaza? => has the G ever split on gaza ?
how did Hungary vote on the resoluton => how did M vote on the resolution
"""


@lines(LAID_OUT)
def test_each_part_that_is_recognised_is_one_character_of_the_line(text: str, expected: str) -> None:
    assert as_letters(shape_in(text).line) == expected


# A foreign question is laid out in English words and English order, so that one set of tables reads all languages.
IN_ENGLISH = """
Comment la France a-t-elle voté sur A/RES/79/7 ? => how did M vote on S ?
Wie stimmte Ungarn über A/RES/79/7 ab? => how did M vote about S ?
¿Cómo votó México sobre A/RES/79/7? => how did M vote on S ?
"""


@lines(IN_ENGLISH)
def test_a_question_in_another_language_has_the_line_of_the_english_one(text: str, expected: str) -> None:
    line = as_letters(shape_in(text).line)
    assert line.replace(" the ", " ").split() == expected.split()


def test_every_character_of_the_line_knows_where_its_piece_begins() -> None:
    shape = shape_in("how did Hungary vote on ES-11/7?")
    assert shape.offsets[shape.line.index("vote")] == 16
    assert shape.offsets[shape.line.index("?")] == len("how did Hungary vote on ES-11/7")
    assert len(shape.offsets) == len(shape.line)


def test_mentions_are_given_back_in_text_order() -> None:
    shape = shape_in("Hungary, the EU and Kosovo on ES-11/7")
    assert [shape.line[at] for at, _ in shape.placed_mentions()] == list(shape.mentions)
    assert [m.words for _, m in shape.placed_mentions()] == ["Hungary", "EU", "Kosovo", "ES-11/7"]
    assert [m.words for m in shape.mentions_in(0, shape.line.index("and"))] == ["Hungary", "EU"]


PIECES = st.sampled_from(
    [
        "Hungary",
        "the",
        "EU",
        "2014",
        "how",
        "did",
        "vote",
        ",",
        "?",
        "'s",
        "93-18-65",
        "A/RES/79/7",
        "Kosovo",
        "\n",
        "(",
        "Cuba embargo",
    ]
)


@given(st.lists(PIECES, max_size=20).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_no_mention_is_lost_or_doubled(text: str) -> None:
    shape = shape_in(text)
    assert [c for c in shape.line if c in shape.mentions] == list(shape.mentions)
    assert list(shape.offsets) == sorted(shape.offsets)
    starts = [mention.start for _, mention in shape.placed_mentions()]
    assert starts == sorted(set(starts))
