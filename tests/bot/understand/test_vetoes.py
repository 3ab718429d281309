"""Whether a veto is spoken of, where the word is a verb, and who is said to have cast it."""

from __future__ import annotations

import pytest

from bot.question import Flag, Intent
from tests.bot.understand.question_tables import lines, read

SPOKEN_OF = """
did Russia veto the Gaza text => yes
the Crimea veto: who abstained => yes
¿vetó Rusia el texto sobre Ucrania? => yes
a Rússia vetou o texto? => yes
la France a-t-elle mis son veto? => yes
Hat Russland sein Veto eingelegt? => yes
La Russia ha posto il veto? => yes
who exercised its right of veto on Goa => yes
how did India vote on the veto initiative => no
which states with veto power abstained on S/RES/2728 => no
how did Chile vote on limiting the use of the veto => no
did the US abstain instead of vetoing the Gaza text => no
how did Russia vote on the Gaza text => no
"""


@lines(SPOKEN_OF)
def test_a_veto_cast_is_told_from_the_veto_as_a_matter(text: str, expected: str) -> None:
    assert (Flag.VETO in read(text).flags) is (expected == "yes")


@pytest.mark.parametrize(
    "text",
    [
        "did Russia veto the Gaza text in October 2023",
        "did China veto Gaza texts",
        "Russia vetoed the Ukraine draft",
        "Britain vetoing the Gaza text",
        "who used its veto on Gaza",
    ],
)
def test_a_verb_is_no_part_of_a_nickname(text: str) -> None:
    assert not [name.words for name in read(text).names if "veto" in name.words]


def test_a_noun_is() -> None:
    assert [name.words for name in read("Crimea veto: who abstained?").names] == ["Crimea veto"]


VETOERS = """
did Russia veto the Gaza text => RUS
how did China vote on the text that Russia vetoed in 2022 => RUS
the drafts that Russia and China vetoed => RUS CHN
the Syria draft vetoed by Russia => RUS
Russia's second veto on Syria => RUS
Russia veto Gaza October 2023 => RUS
the US draft on Gaza that was vetoed => -
was the draft on Sudan vetoed in November 2024 => -
Venezuela veto 2019 => -
did Germany veto the Syria draft => DEU
"""


@lines(VETOERS)
def test_who_is_said_to_have_cast_it(text: str, expected: str) -> None:
    assert " ".join(m.codes[0] for m in read(text).vetoers) == expected.replace("-", "")


def test_did_somebody_veto_wants_a_verdict() -> None:
    assert read("did Russia veto the Gaza text in October 2023").intent is Intent.VERIFY
