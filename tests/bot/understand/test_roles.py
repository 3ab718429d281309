"""Which of the states named are asked about, and which are the matter."""

from __future__ import annotations

import pytest

from bot.understand.positions import position_in
from bot.understand.roles import company_in, groups_within, states_in, strays_in, voters_in, without_company
from bot.understand.shape import NON_MEMBER
from tests.bot.understand.question_tables import as_letters, codes, lines, shape_in
from tests.effort import QUADRATIC, growth

VOTERS = """
how did Hungary vote on ES-11/7 => HUN
how did Hungary and Slovakia vote => HUN SVK
how did Hungary, Slovakia and Malta vote on ES-11/7 => HUN SVK MLT
how did the EU except Hungary vote => eu-HUN
didn't Israel abstain? => ISR
did the US, the UK and France veto it => USA GBR FRA
was Hungary the only no? => HUN
were the US and Israel alone? => USA ISR
what did Brazil do on A/RES/79/7 => BRA
Hungary's vote on the Cuba embargo => HUN
Hungary's own vote on ES-11/7 => HUN
the vote of Hungary => HUN
votes by Chile and Peru => CHL PER
Hungary voted no => HUN
why only Hungary opposed it => HUN
Hungary vs. Slovakia on ES-11/7 => HUN SVK
France vs Germany => FRA DEU
Chile on human rights in Cuba => CHL
Chile on Cuba => CHL
so Hungary on ES-11/7? => HUN
Hungary and ES-11/7 => HUN
Hungary and the Cuba embargo => HUN
and Slovakia? => SVK
what about Slovakia? => SVK
Slovakia too? => SVK
Slovakia please => SVK
ES-11/7 Hungary => HUN
Cuba embargo - Ukraine? => UKR
Cuba July 2016 UNSC, Egypt's vote => EGY
Cuba 1985: France => FRA
France, UK + US | Cuba 1961 => FRA GBR USA
Hungary in 2014 => HUN
Hungary 2014 => HUN
how did France/Germany vote on Iraq => FRA DEU
Niger (not Nigeria) on ES-11/7 => NER
US on the Gaza ceasefire => USA
how did Moscow vote => RUS/SUN
how did Kosovo vote => Kosovo
who voted against the Cuba embargo => -
the resolution on Iran => -
who abstained on Myanmar => -
Myanmar resolution June 2021 => -
the invasion of Grenada, who voted no => -
suspending Russia from the Human Rights Council => -
which countries sided with Russia => -
how many voted for sanctions against Libya => -
"""


@lines(VOTERS)
def test_grammar_says_who_is_asked_about(text: str, expected: str) -> None:
    assert codes(voters_in(shape_in(text)).mentions) == expected


def test_two_states_side_by_side_are_a_voter_and_the_matter() -> None:
    assert codes(voters_in(shape_in("Hungary Ukraine 2025")).mentions) == "HUN"


def test_three_states_side_by_side_are_a_list() -> None:
    assert codes(voters_in(shape_in("Hungary Slovakia Malta 2025")).mentions) == "HUN SVK MLT"


def test_grammar_is_surer_than_place() -> None:
    assert voters_in(shape_in("how did Hungary vote on Iran")).sure
    assert not voters_in(shape_in("Iran sanctions Hungary")).sure


def test_somebody_without_a_vote_is_asked_about_only_where_grammar_says_so() -> None:
    assert codes(voters_in(shape_in("did Kosovo vote")).mentions) == "Kosovo"
    shape = shape_in("and Kosovo in 2008")
    assert any(NON_MEMBER[1] <= c <= NON_MEMBER[3] for c in shape.line), as_letters(shape.line)
    assert codes(voters_in(shape).mentions) == "-"


COMPANY = """
who sided with Russia => RUS
which states voted with the US on Gaza => USA
did Brazil side with Washington in 2022? => USA
who backed the US? => USA
how did Russia vote => -
"""


@lines(COMPANY)
def test_those_sided_with_are_neither_voters_nor_the_matter(text: str, expected: str) -> None:
    assert codes(company_in(shape_in(text))) == expected


def test_siding_with_somebody_is_no_position() -> None:
    line = shape_in("who backed the US?").line
    assert position_in(line) is not None
    assert position_in(without_company(line)) is None


STRAYS = """
how did Hungary vote on ES-11/7, Slovakia? => SVK
how did Hungary vote on Cuba => -
how did Hungary vote on the Russian invasion => -
"""


@lines(STRAYS)
def test_a_state_that_is_neither_voter_nor_matter_is_a_stray(text: str, expected: str) -> None:
    shape = shape_in(text)
    assert codes(strays_in(shape, voters_in(shape))) == expected


def test_a_who_may_be_asked_of_a_group() -> None:
    assert codes(groups_within(shape_in("who broke ranks in the EU"))) == "eu"
    assert codes(groups_within(shape_in("who among the G7 and within NATO abstained"))) == "g7 nato"


def test_comparisons_are_of_every_state_named() -> None:
    assert codes(states_in(shape_in("how often did Chile vote with Cuba and the EU since 2014"))) == "CHL CUB eu"


@pytest.mark.parametrize("piece", ["UK, ", "UK and ", "UK ", "UK/", "did the ", "the all ", "UK ( ", "did UK vs "])
def test_the_work_of_a_long_list_grows_with_its_length(piece: str) -> None:
    assert growth(lambda text: voters_in(shape_in(text)), piece) < 0.6 * QUADRATIC
