"""What wants to be checked, and what exactly it asserts."""

from __future__ import annotations

import pytest

from bot.question import Asserted
from bot.understand.asserted import assertion_in
from bot.understand.assertions import is_assertion
from tests.bot.understand.question_tables import codes, lines, shape_in

CHECKED = """
did Hungary abstain on ES-11/7? => yes
didn't Israel abstain? => yes
did both Hungary and Slovakia vote no? => yes
fact-chk: ES-11/7 was adopted unanimously => yes
check: France abstained on ES-11/7 => yes
Hungary voted no on ES-11/7. Legit? => yes
China abstained on ES-11/1 - accurate? => yes
did the US and Israel stand alone on ES-11/7? => yes
was South Korea with the US on ES-11/7 => yes
was it only the US and Israel who voted against ES-11/7 => yes
was France with or against the US on ES-11/7 => no
is it true that nobody voted against it? => yes
did anyone vote against the Cuba embargo? => yes
was Hungary the only no? => yes
were the US and Israel alone? => yes
Hungary was alone in voting against ES-11/7 => yes
Hungary alone opposed ES-11/7 => yes
was it 93-18-65? => yes
93-18-65, right? => yes
was it unanimous? => yes
was ES-11/7 adopted unanimously? => yes
Hungary voted no on ES-11/7 => yes
Hungary voted no, correct? => yes
I read that Serbia abstained => yes
fact check: Hungary opposed ES-11/7 => yes
somebody says Hungary sided with Russia => yes
true or false: Hungary abstained on ES-11/7 => yes
was that the first time? => yes
did Hungary vote? => yes
how did Hungary vote? => no
who voted no? => no
Hungary on ES-11/7 => no
Hungary votes on Cuba => no
how many abstained? => no
which states voted against it => no
did Hungary ever vote no? => no
has Israel always voted against it? => no
did Hungary and Slovakia vote the same way? => no
what was the tally? => no
the Cuba embargo 2023 => no
when did Hungary join => no
hi, who else abstained? => no
"""


@lines(CHECKED)
def test_a_question_wants_something_checked(text: str, expected: str) -> None:
    assert is_assertion(shape_in(text).line) == (expected == "yes")


# States, "not" where said not to, "rest" where the others of a group are meant, the position, "!" where it is said a veto.
PARTS = """
didn't Israel abstain? => ISR abstain
Israel did not abstain => ISR not abstain
Hungary never voted against it => HUN not no
Hungary did not vote => HUN non_voting
did Hungary and Slovakia vote no? => HUN SVK no
did Hungary vote no and Slovakia abstain? => HUN no | SVK abstain
Hungary abstained while Slovakia voted against it => HUN abstain | SVK no
Russia vetoed ES-11/7 => RUS no!
the EU except Hungary voted yes => eu-HUN yes
Hungary voted no, unlike Slovakia => HUN no | rest SVK not no
did Hungary vote no and the rest of the EU yes? => HUN no | rest eu yes
the US voted with Russia against it => USA no | RUS no
is it true that Hungary voted against the Cuba embargo => HUN no
did Hungary oppose the resolution on Iran? => HUN no
did Hungary reject ES-11/7? => HUN no
Hungary rejected ES-11/7 => HUN no
Hungary did not reject ES-11/7 => HUN not no
none of the Baltic states voted against it => baltics not no
was it adopted? => -
did anyone vote against it? => -
"""


@lines(PARTS)
def test_each_list_of_states_has_the_position_that_its_clause_gives_it(text: str, expected: str) -> None:
    assert (" | ".join(map(_written, assertion_in(shape_in(text)).parts)) or "-") == expected


def _written(part: Asserted) -> str:
    position = f"{part.position or '?'}{'!' if part.veto else ''}"
    return f"{'rest ' if part.rest else ''}{codes((*part.members, *part.groups))} {'not ' if part.negated else ''}{position}"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("was Israel the only no?", "only"),
        ("did nobody else vote against?", "only"),
        ("did everyone vote yes?", "everyone"),
        ("did all states abstain?", "everyone"),
        ("is it true that nobody voted against it?", "nobody"),
        ("not a single country voted no", "nobody"),
        ("was it unanimous?", "unanimous"),
        ("was that the first time?", "first_time"),
    ],
)
def test_what_is_asserted_of_the_whole_vote(text: str, field: str) -> None:
    shape = shape_in(text)
    said = {f for f in ("only", "everyone", "nobody", "unanimous", "first_time") if getattr(assertion_in(shape), f)}
    assert said == {field}


OUTCOMES = """
was ES-11/7 vetoed? => vetoed
ES-11/7 was rejected, right? => rejected
it failed, correct? => rejected
was it adopted? => adopted
it passed, right? => adopted
did Hungary abstain? => -
Hungary rejected it => -
Russia vetoed it => -
it was vetoed by Russia => vetoed
"""


@lines(OUTCOMES)
def test_an_outcome_is_asserted(text: str, expected: str) -> None:
    assert (assertion_in(shape_in(text)).outcome or "-") == expected
