"""What is taken back as a question goes is not asked about."""

from __future__ import annotations

import pytest

from tests.bot.understand.question_tables import codes, read


@pytest.mark.parametrize(
    ("text", "states", "years"),
    [
        ("how did France - sorry, Spain vote on ES-11/7", "ESP", []),
        ("Nigeria, not Niger, on ES-11/7", "NGA", []),
        ("Hungary on the Cuba embargo in 2019, I mean 2018", "HUN", [(2018, 2018)]),
        ("how often did Hungary and Slovakia agree in 2010-2015? let's say 2010-2019", "HUN SVK", [(2010, 2019)]),
        ("how often did Hungary and Slovakia agree in 2012 and 2019", "HUN SVK", [(2012, 2012), (2019, 2019)]),
    ],
)
def test_only_what_is_meant_in_the_end_is_asked_about(text: str, states: str, years: list[tuple[int, int]]) -> None:
    question = read(text)
    assert codes(question.members) == states
    assert [(days.first.year, days.last.year) for days in question.days] == years
