"""Who is said to have vetoed, or not to have, alone or with others; and other words for a veto."""

from __future__ import annotations

import pytest

from bot.question import Flag, Intent
from store.facts import Outcome
from tests.bot.understand.question_tables import lines, read

SAID = """
China was not alone in vetoing the Myanmar text, right? => CHN with others
was Russia the only one to veto the MH17 tribunal? => RUS alone
only France vetoed the Gaza text, correct? => FRA alone
the Gaza text was vetoed only by Russia, right? => RUS alone
China alone vetoed the Gaza text => CHN alone
the UK did not veto the Gaza text, right? => not GBR
neither Britain nor France vetoed the Gaza text => not GBR FRA
Washington did not veto the Gaza text, only London did, right? => not USA; GBR alone
France joined Britain in vetoing the Gaza text, true? => FRA GBR
Japan's admission: did Moscow veto it? => RUS
Nepal's admission in 1949: vetoed by the Soviet Union, yes or no => SUN
"""


@lines(SAID)
def test_what_is_said_of_who_vetoed(text: str, expected: str) -> None:
    said = read(text).assertion
    assert said is not None
    told = []
    for part in said.parts:
        assert part.veto
        who = " ".join(m.codes[0] for m in part.members)
        told.append(("not " if part.negated else "") + who + {True: " alone", False: " with others", None: ""}[part.alone])
    assert "; ".join(told) == expected
    assert said.unread == ()


@pytest.mark.parametrize(("text", "denied"), [("was the Gaza text vetoed?", False), ("the Gaza text was not vetoed, right?", True)])
def test_a_text_may_be_said_to_have_been_vetoed_by_whomever(text: str, denied: bool) -> None:
    said = read(text).assertion
    assert said is not None
    assert (said.parts, said.outcome, said.nobody) == ((), Outcome.VETOED, denied)


def test_that_two_did_not_both_veto_denies_neither_by_itself() -> None:
    said = read("Russia and China did not both veto the Gaza text, right?").assertion
    assert said is None or said.unread or not any(part.negated and part.veto for part in said.parts)


SANK = """
which P5 state blocked the Gaza text => yes
who torpedoed the Gaza text in the Security Council => yes
which permanent member killed the Gaza text => yes
who blocked the Gaza text => no
who blocked the Gaza text in the General Assembly => no
who blocked the Gaza text in the Human Rights Council => no
"""


@lines(SANK)
def test_who_sank_a_draft_of_the_council_is_who_vetoed_it(text: str, expected: str) -> None:
    question = read(text)
    assert (question.intent is Intent.VETO and Flag.VETO in question.flags) is (expected == "yes")
