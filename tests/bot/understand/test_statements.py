"""A statement is read in full, or its words that carry weight are named and no verdict is given."""

from __future__ import annotations

from bot.question import Claim, ResultClaim
from bot.understand.asserted import assertion_in
from tests.bot.understand.question_tables import lines, shape_in

# Each claim: how many ("all" where nothing is said), of whom, "not" where denied, the positions, "only", "but" with the excepted.
CLAIMS = """
Hungary voted no on ES-11/7 => all HUN no
Hungary did not back it => all HUN not yes
Hungary failed to support it => all HUN not yes
both Mali and Niger abstained => all MLI,NER abstain
neither Mali nor Niger opposed it => none MLI,NER no
either Mali or Niger opposed it => some MLI,NER no
every EU member either abstained or stayed away, none in favour => all eu abstain/non_voting; none eu yes
not one EU member backed it => none eu yes
not every EU member backed it => not_all eu yes
most EU members backed it => most eu yes
only Mali and Niger opposed it => all MLI,NER no only
Mali was the sole country that opposed it => all MLI no only
nobody but Mali opposed it => all MLI no only
Mali opposed it, with only Niger and Chad for company => all MLI,NER,TCD no only
Mali opposed it, joined by Niger => all MLI,NER no
Mali opposed it and nobody else => all MLI no only
the only abstention came from Mali => all MLI abstain only
Malta was the only EU state to vote no => all MLT no only
everyone except India backed it => all everybody yes but IND
apart from Mali everybody backed it => all everybody yes but MLI
Mali opposed it but Niger did not => all MLI no; all NER not no
unlike Niger, Mali opposed it => all NER not no; all MLI no
not Niger but Mali opposed it => all NER not no; all MLI no
Mali abstained while Niger voted against it => all MLI abstain; all NER no
not a single state opposed it but Kenya abstained => none everybody no; all KEN abstain
it got no votes against at all => none everybody no
it was adopted without any abstentions => adopted; none everybody abstain
three members abstained, Germany, France & Mexico => counted everybody abstain; all DEU,FRA,MEX abstain
Mali was one of 35 countries that voted against it => all MLI no; counted everybody no
nearly all EU states backed it => nearly_all eu yes
more than 140 countries backed it => counted everybody yes
it was opposed by Mali and Niger => all MLI,NER no
it had the backing of Mali => all MLI yes
it was not adopted unanimously => not unanimous
Germany neither supported nor opposed it => all DEU not no/yes
Mali abstained rather than voting against => all MLI abstain
"""


@lines(CLAIMS)
def test_every_claim_of_a_statement_is_read(text: str, expected: str) -> None:
    assert "; ".join(map(_written, assertion_in(shape_in(text)).claims)) == expected


LEFT_OVER = """
nearly half the EU states backed it => nearly
Germany did anything but support it => anything but
every founding six member abstained => founding six member abstained
Of the 27 EU countries just one, Hungary, voted against it => 27, just
"""


@lines(LEFT_OVER)
def test_what_no_reading_holds_is_named(text: str, expected: str) -> None:
    assert ", ".join(assertion_in(shape_in(text)).unread) == expected


def _written(claim: Claim | ResultClaim) -> str:
    if isinstance(claim, ResultClaim):
        return ("not " if claim.denied else "") + ("unanimous" if claim.unanimous else claim.outcome)
    who = ",".join([*(m.codes[0] for m in claim.members), *(g.key for g in claim.groups)]) or "everybody"
    excepted = ",".join(m.codes[0] for m in claim.excepted)
    words = [claim.quantity, who, "not" if claim.denied else "", "/".join(sorted(claim.taken)), "only" if claim.only else ""]
    return " ".join(filter(None, [*words, f"but {excepted}" if excepted else ""]))
