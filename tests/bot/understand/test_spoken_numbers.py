"""Dates and numbers of resolutions in words become digits, and a number that counts something stays."""

from __future__ import annotations

import pytest

from bot.understand.clean import clean

IN_DIGITS = """
december twenty twenty one => december 2021
on february twenty fifth twenty twenty two => on 25 february 2022
in the council may thirty first two thousand => in the council 31 may 2000
october eight two thousand eight => 8 october 2008
on december eighth twenty twenty three => on 8 december 2023
the twenty fourth of february twenty-twenty-two => 24 february 2022
december twenty twenty twenty one => 20 december 2021
the second of May 1971 => 2 may 1971
in the nineteen nineties => in the 1990s
in nineteen seventy five => in 1975
two thousand and eight => 2008
back in oh three, who backed it => back in 2003, who backed it
in eighty nine how did Poland vote => in 1989 how did Poland vote
between two thousand and two thousand five => between 2000 and 2005
the nineteen sixty seven borders => the 1967 borders
resolution twenty three thirty four => resolution 2334
resolution two four two => resolution 242
resolution two thousand eight hundred and three => resolution 2803
resolution twenty two oh two => resolution 2202
six seventy eight, how did yemen vote? => 678, how did yemen vote?
es eleven one => ES-11/1
seventy seven slash two forty seven => 77/247
one forty one to five => 141 to five
le vingt-quatre février deux mille vingt-deux => le 24 février 2022
il ventisette ottobre duemilaventitré => il 27 ottobre 2023
am zweiten März zweitausendzweiundzwanzig => am 2 März 2022
veinticuatro de febrero de dos mil veintidós => 24 de febrero de 2022
mil novecientos setenta y cinco => 1975
en mille neuf cent soixante-quinze => en 1975
vinte e quatro de fevereiro de dois mil e vinte e dois => 24 de fevereiro de 2022
"""
AS_THEY_ARE = """
twenty four states abstained
one hundred forty one to five with thirty five abstentions
fifteen members seven against and one abstention
in eighty nine states
two thousand people
the eleventh emergency special session
resolutions three and four
the resolution one hundred and one states backed
first march resolution
and the december one?
mille personnes
who may first vote
"""


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("line", _lines(IN_DIGITS))
def test_dates_and_numbers_in_words_are_put_into_digits(line: str) -> None:
    said, written = line.split(" => ")
    assert clean(said).lower() == written.lower()


@pytest.mark.parametrize("said", _lines(AS_THEY_ARE))
def test_a_number_that_counts_something_stays(said: str) -> None:
    assert clean(said) == said


def test_a_year_goes_before_the_number_of_states_that_follows_it() -> None:
    """Without it nothing would be said of how many."""
    assert clean("in twenty twenty three seven states opposed it") == "in 2023 seven states opposed it"
    assert clean("in twenty twenty four states abstained") == "in 2020 four states abstained"
