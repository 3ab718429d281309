"""Which position the words speak of."""

from __future__ import annotations

import pytest

from bot.understand.positions import names_position, position_in
from store.facts import Position
from tests.bot.understand.question_tables import lines, shape_in

SPOKEN_OF = """
who voted against it => no
who was against? => no
which countries were against the text => no
who opposed the resolution => no
who voted no => no
who said no => no
list the noes => no
the lone no => no
Hungary: no => no
who voted it down => no
who didn't back it => no
who refused to support the text => no
who rejected the resolution => no
the nays => no
which small states were against => no
who voted for it => yes
who voted yes => yes
who voted in favor => yes
who supported it => yes
who backed the text => yes
who said yes => yes
who approved => yes
who endorsed it => yes
how many yes votes => yes
who abstained => abstain
who abstaned => abstain
who sat it out => abstain
how many abstentions => abstain
who was on the fence => abstain
who didn't vote => non_voting
who did not take part => non_voting
which states never voted => non_voting
who was absent => non_voting
no-shows? => non_voting
who was non-voting => non_voting
who stayed away => non_voting
who skipped it => non_voting
who didn't vote against it => no
who never voted against it => no
did Hungary reject ES-11/7 => no
who did not vote yes => yes
who didn't vote with the US => -
how did Hungary vote => -
what was the tally => -
notable votes => -
"""


@lines(SPOKEN_OF)
def test_the_words_speak_of_a_position(text: str, expected: str) -> None:
    line = shape_in(text).line
    assert (position_in(line) or "-") == expected
    assert names_position(line) == (expected != "-")


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("who abstained and who voted against ?", Position.ABSTAIN),
        ("who voted against and who abstained ?", Position.NO),
        # "did not vote" is told apart before all others: it is no position of the others with a negation.
        ("who voted against and who did not vote ?", Position.NON_VOTING),
    ],
)
def test_of_several_the_first_counts_but_for_not_voting(line: str, first: Position) -> None:
    assert position_in(line) is first
