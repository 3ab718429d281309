"""What a question takes from the thread, and that it says so. " / " parts the questions of a thread."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.question import Flag, Intent, Question
from store.facts import Position
from tests.bot.understand.question_tables import LAST_VOTE, codes, lines, read

# The intent, the states asked about, and what was carried over.
CARRIED = """
how did Hungary vote on ES-11/7? / and Slovakia? => position SVK vote
how did Hungary vote on ES-11/7? / and the EU? => position eu vote
how did Hungary vote on ES-11/7? / what about Malta => position MLT vote
how did Hungary vote on ES-11/7? / what of Warsaw? => position POL vote
how did Hungary vote on ES-11/7? / their Slovak neighbours? => position SVK vote
how did Hungary vote on ES-11/7? / the Polish delegation? => position POL vote
how did Hungary vote on ES-11/7? / who abstained? => roll_call - vote
how did Hungary vote on ES-11/7? / who else? => roll_call - vote
how did Hungary vote on ES-11/7? / was it adopted? => outcome - vote
how did Hungary vote on ES-11/7? / what was the tally => roll_call - vote
how did Hungary vote on ES-11/7? / and on A/RES/79/7? => position HUN members
how did Hungary vote on ES-11/7? / and on torture? => position HUN members
how did Hungary vote on ES-11/7? / who voted against A/RES/79/7? => roll_call - -
how did Hungary vote on ES-11/7? / the other one? => position HUN vote
how did Hungary vote on the Cuba embargo in 2022? / and in 2023? => position HUN members,topic
how did Hungary vote on the Cuba embargo in 2022? / the year before? => position HUN members,topic
how did Hungary vote on the Cuba embargo in 2022? / how far does your data reach => coverage - -
who voted against ES-11/7? / and Slovakia? => position SVK vote
who voted against ES-11/7? / who abstained? => roll_call - vote
who voted against ES-11/7? / did Slovakia? => position SVK vote
what was the vote on ES-11/7? / and Hungary? => position HUN vote
was ES-11/7 adopted? / and Hungary? => position HUN vote
did Hungary abstain on ES-11/7? / and Slovakia? => position SVK vote
did Hungary abstain on ES-11/7? / did Slovakia too? => verify SVK vote
did Hungary abstain on ES-11/7? / didn't Slovakia vote no? => verify SVK vote
how did Hungary vote on ES-11/7? / and Slovakia? / did those two vote the same way? => compare HUN,SVK members,vote
how often did France vote with Germany since 2014? / and Italy? => agreement FRA,ITA period
who votes most like France in 2023? / and Germany? => ranking DEU period
"""


def _written(question: Question) -> str:
    states = codes((*question.members, *question.groups)).replace(" ", ",")
    return f"{question.intent} {states} {','.join(question.carried) or '-'}"


@lines(CARRIED)
def test_what_a_question_leaves_out_comes_from_the_thread(text: str, expected: str) -> None:
    assert _written(read(text)) == expected


@lines(CARRIED)
def test_without_a_thread_nothing_is_carried_over(text: str, expected: str) -> None:
    question = read(text.rpartition(" / ")[2])
    assert (question.carried, question.same, question.like) == ((), (), ())


@pytest.mark.parametrize(
    "last",
    ["and Slovakia?", "who abstained?", "was it adopted?", "what was the tally", "the other one?", "did Slovakia vote no?"],
)
def test_the_last_vote_itself_is_meant(last: str) -> None:
    question = read(f"how did Hungary vote on ES-11/7? / {last}")
    assert question.same == (LAST_VOTE,)
    assert question.like == ()


@pytest.mark.parametrize("last", ["and in 2023?", "the year before?", "the year after?", "in December?"])
def test_the_same_matter_at_another_time_is_meant(last: str) -> None:
    question = read(f"how did Hungary vote on the Cuba embargo in October 2022? / {last}")
    assert question.like == (LAST_VOTE,)
    assert question.same == ()


@pytest.mark.parametrize(
    "last", ["how did Slovakia vote on A/RES/79/7?", "who opposed the partition plan?", "the 93-18-65 vote?"]
)
def test_a_question_that_names_a_vote_is_on_that_vote(last: str) -> None:
    question = read(f"how did Hungary vote on ES-11/7? / {last}")
    assert (question.same, question.like) == ((), ())


def test_a_neighbouring_year_says_which() -> None:
    before = read("Hungary on the Cuba embargo in 2022 / the year before?")
    after = read("Hungary on the Cuba embargo in 2022 / and the following year?")
    assert Flag.BEFORE in before.flags
    assert Flag.AFTER in after.flags
    assert before.days == after.days == ()


@pytest.mark.parametrize(
    ("last", "years"), [("two years later?", 2), ("and 3 years earlier", -3), ("ten years after that?", 10), ("twelve years before?", -12)]
)
def test_so_many_years_on_is_the_same_matter_then(last: str, years: int) -> None:
    question = read(f"how did Hungary vote on the Cuba embargo in October 2022? / {last}")
    assert (question.like, question.years_on, question.topic) == ((LAST_VOTE,), years, ())


def test_another_year_is_on_the_nickname_spoken_of() -> None:
    question = read("how did Hungary vote on the Cuba embargo in 2022? / and in 2023?")
    assert [name.key for name in question.names] == ["cuba-embargo"]
    assert [d.first.year for d in question.days] == [2023]


def test_another_year_is_on_the_topic_and_body_spoken_of() -> None:
    question = read("how did Hungary vote on torture in the General Assembly in 2021? / and in 2023?")
    assert [t.word for t in question.topic] == ["torture"]
    assert question.body == "GA"


def test_a_month_is_that_of_the_year_spoken_of() -> None:
    (days,) = read("how did Hungary vote on Gaza in October 2023? / in December?").days
    assert (days.first, days.last) == (dt.date(2023, 12, 1), dt.date(2023, 12, 31))
    assert not days.fitting_year


def test_a_leap_day_fits_into_any_year() -> None:
    (days,) = read("how did Hungary vote on torture in 2023? / on 29 February?").days
    assert days.first.year == 2023


def test_since_then_begins_with_the_days_spoken_of() -> None:
    question = read("how did Hungary vote on the Cuba embargo in 2014? / and every vote since then?")
    assert question.intent is Intent.TIMELINE
    assert [name.key for name in question.names] == ["cuba-embargo"]
    (days,) = question.days
    assert (days.first.year, days.open_end) == (2014, True)


def test_did_it_too_asks_for_the_position_asserted_before() -> None:
    question = read("did Hungary abstain on ES-11/7? / did Slovakia too?")
    assert question.position is Position.ABSTAIN
    assert question.assertion is not None
    (part,) = question.assertion.parts
    assert (codes(part.members), part.position) == ("SVK", Position.ABSTAIN)


def test_a_bare_list_asks_for_the_position_asked_before() -> None:
    assert read("who voted against ES-11/7? / and in 2023?").position is Position.NO


def test_was_that_the_first_time_is_asked_of_the_last_vote_alone() -> None:
    question = read("did Hungary abstain on ES-11/7? / was that the first time?")
    assert question.same == (LAST_VOTE,)
    assert question.assertion is not None
    assert question.assertion.first_time


def test_agreement_carries_its_period() -> None:
    question = read("how often did France vote with Germany since 2014? / and Italy?")
    assert [d.first.year for d in question.days] == [2014]
    assert question.topic == ()
