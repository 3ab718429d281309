"""Which body is named, and which votes are named that no record here holds."""

from __future__ import annotations

from bot.understand.bodies import body_in, outside_in
from bot.understand.clean import fold_in_place
from tests.bot.understand.question_tables import lines

BODIES = """
how did Hungary vote in the General Assembly => GA
the UNGA vote of 2 March 2022 => GA
in the plenary => GA
à l'Assemblée générale => GA
UNSC vote on Gaza => SC
who abstained in the Security Council => SC
the council's vote => SC
in council on Monday => SC
sc resolution of May 2024 => SC
der Sicherheitsrat => SC
the Human Rights Council vote on Ukraine => HRC
at the HRC => HRC
A/HRC/RES/49/1 => HRC
the UN's top rights body on Sri Lanka => HRC
at the UNHRC in March => HRC
le Conseil des droits de l'homme => HRC
en el Consejo de Derechos Humanos => HRC
im Menschenrechtsrat => HRC
the Commission on Human Rights in 1968 => CHR
at the human rights commission => CHR
at the CHR in 2004 => CHR
E/CN.4/RES/2004/10 => CHR
by the commission in 1993 => CHR
how did Hungary vote => -
the Security Council text and the General Assembly text => -
suspending Russia from the Human Rights Council => -
the vote to kick Russia off the HRC => -
the human rights council suspension => -
the scale of assessments => -
"""


@lines(BODIES)
def test_the_words_name_a_body(text: str, expected: str) -> None:
    assert (body_in(fold_in_place(text)) or "-") == expected


# The Assembly suspends members of the Human Rights Council, so naming the Council there names no body that votes.
OUTSIDE = """
how did Hungary vote in the Third Committee => committee
the credentials committee vote => committee
the committee stage => committee
the straw poll for Secretary-General => secret_ballot
who was elected president of the General Assembly => secret_ballot
the Security Council election of 2020 => secret_ballot
elections to the Human Rights Council => secret_ballot
how did the ICJ judges vote => court
which judges dissented => court
the ECOSOC vote => ecosoc
the League of Nations vote of 1933 => league
the UNESCO vote on Palestine => unesco
the IAEA board vote on Iran => iaea
how did Congress vote on Iraq => parliament
the European Parliament => parliament
the EU summit vote => eu_council
UNESCO world heritage => -
how did Hungary vote => -
the International Criminal Court => -
an advisory opinion of the ICJ => -
"""


@lines(OUTSIDE)
def test_a_vote_that_no_record_here_holds_is_told_by_its_kind(text: str, expected: str) -> None:
    assert (outside_in(fold_in_place(text)) or "-") == expected
