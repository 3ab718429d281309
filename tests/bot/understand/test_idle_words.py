"""Common words that stand where no matter stands, and those that do."""

from __future__ import annotations

import pytest

from tests.bot.understand.question_tables import lines, read

IDLE = """
my favourite: Hungary on fish stocks => favourite
how often, darling, did Hungary vote with Slovakia => darling
Hungary on cheese => -
the cheese resolution, Hungary => -
Hungary on French cheese and butter => -
for a cheese dinner: Hungary on fish stocks => cheese | dinner
Hungary on fish stocks, a "cheese" thing => -
fish imports, Cheese, Hungary => imports
teleprompter: Hungary on fish stocks => teleprompter
"""


@lines(IDLE)
def test_a_common_word_is_idle_where_nothing_makes_it_the_matter(text: str, expected: str) -> None:
    idle = [t.word for t in read(text).topic if t.idle]
    assert " | ".join(idle) == ("" if expected == "-" else expected)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("and the yr after?", "and the year after?"),
        ("nr of resolutions in 2023", "number of resolutions in 2023"),
        ("the territory incl. Jerusalem", "the territory including Jerusalem"),
        ("British 'no' votes", "British no votes"),
    ],
)
def test_short_forms_and_quoted_positions_are_read_as_the_words(text: str, meant: str) -> None:
    assert read(text).text == meant
