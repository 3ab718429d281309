"""What is left over is the topic: search terms, states that it is on, and nicknames of votes."""

from __future__ import annotations

from bot.question import Question
from tests.bot.understand.question_tables import lines, read

TERMS = """
how did Hungary vote on torture => torture
who voted against nuclear weapons in 2023 => nuclear weapons
Hungary on the rights of peasants => rights, peasants
Chile on human rights in Cuba => human rights, Cuba
who abstained on Myanmar => Myanmar
votes on embrago => embrago
how did Hungary vote => -
what was the tally? => -
who voted yes, and who sided with Russia => -
which countries said no on 24 February 2025 => -
hi, please tell me who abstained, thanks => -
the 12 resolutions => -
the year 2024 => -
"""


@lines(TERMS)
def test_words_that_are_no_grammar_are_the_topic(text: str, expected: str) -> None:
    assert (", ".join(t.word for t in read(text).topic) or "-") == expected


def test_a_state_of_the_topic_is_looked_for_under_its_names_and_code() -> None:
    (term,) = (t for t in read("Chile on human rights in Myanmar").topic if t.about)
    assert term.about == "MMR"
    assert {("myanmar",), ("burma",)} <= set(term.alternatives)


def test_a_phrase_stands_for_its_own_words_first_and_then_for_its_synonyms() -> None:
    (term,) = read("who voted against the death penalty").topic
    own, *others = term.alternatives
    assert own == ("death", "penalti")
    assert any("moratorium" in other for other in others)


def test_a_misspelling_is_looked_for_as_the_word_meant() -> None:
    (term,) = read("votes on torutre").topic
    assert (term.word, term.alternatives) == ("torutre", (("tortur",),))


def test_adjectives_and_light_words_rule_nothing_out() -> None:
    question = read("who voted on the Russian aggression in 2022")
    assert [(t.word, t.light) for t in question.topic] == [("Russian", True), ("aggression", True)]
    assert not question.has_topic


NICKNAMES = """
who voted for the partition plan => partition-plan
the Cuba embargo => cuba-embargo
embargo on Cuba => cuba-embargo
the embargo against Cuba => cuba-embargo
how did Mexico vote on Zionism is racism => zionism-is-racism
the cuba embrago => cuba-embargo
"""


def _keys(question: Question) -> str:
    return " ".join(name.key for name in question.names) or "-"


def test_nicknames_of_votes_are_known_in_any_order() -> None:
    one, two, three = (_keys(read(f"who opposed the {name}")) for name in ("Cuba embargo", "embargo on Cuba", "embargo against Cuba"))
    assert one == two == three != "-"


def test_a_misspelt_nickname_is_the_same_nickname() -> None:
    assert _keys(read("who opposed the cuba embrago")) == _keys(read("who opposed the Cuba embargo"))


def test_a_nickname_is_not_also_a_topic() -> None:
    question = read("who opposed the Cuba embargo")
    assert question.topic == ()
    assert [t.word for t in question.names[0].terms] == ["Cuba", "embargo"]


PARTED = """
Cuba on the embargo => -
Cuba, embargo => -
the embargo. Cuba? => -
"""


@lines(PARTED)
def test_no_comma_and_no_on_behind_a_state_may_part_a_nickname(text: str, expected: str) -> None:
    assert _keys(read(text)) == expected
