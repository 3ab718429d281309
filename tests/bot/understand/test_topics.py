"""What is left over is the topic: search terms, states that it is on, and nicknames of votes."""

from __future__ import annotations

from bot.question import Question
from tests.bot.understand.question_tables import codes, lines, read

TERMS = """
how did Hungary vote on torture => torture
Hungary on fish stocks => fish | stocks
votes on migrant workers => migrant workers
Chile on torture in Sudan => torture | Sudan
who voted for the admission of Burundi => admission | Burundi
who abstained on Burma => Burma
how did Hungary vote => -
what was the tally? => -
who voted yes, and who sided with Russia => -
which countries said no on 24 February 2025 => -
hi, please tell me who abstained, thanks => -
who had the fewest abstentions, and the most => -
the eight against A/RES/79/7 => -
votes on the use of children as soldiers => use | children | soldiers
who used the veto on famine => famine
how often have China and Russia parted ways => -
"""


@lines(TERMS)
def test_words_that_are_no_grammar_are_the_topic(text: str, expected: str) -> None:
    assert (" | ".join(t.word for t in read(text).topic) or "-") == expected


@lines(TERMS)
def test_a_term_stands_where_its_words_do(text: str, expected: str) -> None:
    question = read(text)
    assert all(question.text[t.start : t.end] == t.word for t in question.topic)


def test_a_state_of_the_topic_is_looked_for_under_every_name_that_it_bore() -> None:
    (term,) = (t for t in read("Chile on detention in Burma").topic if t.about)
    assert term.about == "MMR"
    assert term.alternatives[0] == ("burma",)
    assert ("myanmar",) in term.alternatives


def test_the_state_asked_about_is_no_topic() -> None:
    question = read("Chile on torture in Sudan")
    assert codes(question.members) == "CHL"
    assert [t.about for t in question.topic] == [None, "SDN"]


def test_a_phrase_stands_for_its_own_words_first_and_then_for_its_synonyms() -> None:
    (term,) = read("votes on capital punishment").topic
    assert term.alternatives[0] == ("capit", "punish")
    assert ("death", "penalti") in term.alternatives


def test_a_misspelling_is_looked_for_as_the_word_meant() -> None:
    (term,) = read("votes on salvery").topic
    assert term.word == "salvery"
    assert term.alternatives == read("votes on slavery").topic[0].alternatives


def test_an_adjective_rules_no_vote_out() -> None:
    russian, occupation = read("who voted on the Russian occupation in 2022").topic
    assert (russian.word, russian.light, russian.about) == ("Russian", True, "RUS")
    assert occupation.word == "occupation"


def test_a_word_said_twice_is_one_term() -> None:
    assert [t.word for t in read("votes on slavery: salvery, torture and slavery").topic] == ["slavery", "torture"]


def test_a_light_word_alone_is_no_topic() -> None:
    assert not read("who voted for the declaration").has_topic
    assert read("who voted for the declaration on slavery").has_topic


def _keys(question: Question) -> str:
    return " ".join(name.key for name in question.names) or "-"


NICKNAMES = """
who voted for the partition plan => partition-plan-for-palestine
who opposed the Cuba embargo => cuba-embargo
the embargo on Cuba, who opposed it => cuba-embargo
who opposed the cuba embrago => cuba-embargo
Mexico on Zionism is racism => zionism-is-racism
how did Peru vote on Zionism equals racism => zionism-is-racism
who abstained on torture => -
Chile on the embargo => -
Cuba, embargo => -
the embargo. Cuba? => -
"""


@lines(NICKNAMES)
def test_nicknames_of_votes_are_known_in_any_order_but_not_across_commas(text: str, expected: str) -> None:
    assert _keys(read(text)) == expected


def test_an_on_behind_a_state_parts_voter_and_nickname() -> None:
    question = read("Cuba on the US embargo")
    assert codes(question.members) == "CUB"


def test_a_nickname_is_not_also_a_topic_but_knows_its_words() -> None:
    question = read("who opposed the Cuba embargo")
    assert question.topic == ()
    assert [t.word for t in question.names[0].terms] == ["Cuba", "embargo"]
    assert question.has_topic
