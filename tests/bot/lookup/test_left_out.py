"""Words that a vote is found without: the reply says so; what carries weight is never left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.reply import Reply

Ask = Callable[..., Reply]


@pytest.mark.parametrize(
    ("question", "symbol", "without"),
    [
        ("my favourite breakfast: protection of whales, December 2021, Hungary", "A/RES/76/101", "“favourite” and “breakfast”"),
        ("teleprompter: protection of whales, December 2021, Hungary", "A/RES/76/101", "“teleprompter”"),
        (
            "nice breakfast reading, who was against whales? I mean 'protection of whales in the high seas' of 2021",
            "A/RES/76/101",
            "“breakfast”",
        ),
    ],
)
def test_a_vote_that_all_other_words_find_is_taken_and_the_reply_says_without_what(
    question: str, symbol: str, without: str, ask_official: Ask
) -> None:
    reply = ask_official(question)
    assert (reply.status, reply.roll_calls[0].symbol if reply.roll_calls else reply.text) == ("answered", symbol)
    assert any(told.startswith("Read without") and without in told for told in reply.assumptions)


@pytest.mark.parametrize(
    "question",
    [
        "how did Hungary vote on the breakfast resolution, December 2021",
        "breakfast, Hungary, December 2021",
        "Hungary on whales and Atlantis, 2021",
    ],
)
def test_a_word_in_the_matters_place_or_a_name_is_never_left_out(question: str, ask_official: Ask) -> None:
    assert ask_official(question).status != "answered"


def test_what_is_measured_over_many_votes_does_without_idle_words(ask_official: Ask) -> None:
    reply = ask_official("how frequently, darling, did Hungary vote with Slovakia in the GA between 2019 and 2023")
    assert (reply.status, reply.intent) == ("answered", "agreement")
    assert any("Read without “darling”" in told for told in reply.assumptions)


def test_a_matter_that_is_measured_on_stays_one(ask_official: Ask) -> None:
    assert ask_official("how often did Hungary vote with Slovakia on cheese in the GA").status == "not_found"


def test_who_says_it_is_no_part_of_a_statement(ask_official: Ask) -> None:
    reply = ask_official("my darling professor claims Hungary voted no on the protection of whales in December 2023")
    assert (reply.status, reply.verdict) == ("answered", True)


def test_the_only_vote_of_a_day_with_several_words_is_taken(ask_official: Ask) -> None:
    reply = ask_official("Norway on the harbour pilots breakfast, 16 December 2024")
    assert (reply.status, reply.roll_calls[0].symbol) == ("answered", "A/RES/79/301")
    assert any("Read without “breakfast”" in told for told in reply.assumptions)


def test_a_vote_of_the_day_that_has_one_word_is_offered(ask_official: Ask) -> None:
    reply = ask_official("Neptune and Atlantis, harbour pilots, 16 December 2024, Norway?")
    assert reply.status == "choose"


def test_votes_titled_so_are_those_with_that_whole_title(ask_official: Ask) -> None:
    reply = ask_official("which Assembly votes were titled 'Protection of whales in the high seas'?")
    assert len(reply.roll_calls) == 5
    assert {r.title for r in reply.roll_calls} == {"Protection of whales in the high seas"}


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("hungary/slovakia same-vote rate at the GA, 2019-2023", "agreement"),
        ("how regularly did Hungary vote alongside Slovakia in the GA between 2019 and 2023", "agreement"),
        ("Hungarian 'no' votes in the GA, calendar year 2023: number?", "count"),
        ("how often was Hungary on the no side in general assembly votes in 2023", "count"),
        ("whose GA votes in 2023 resembled Hungary's the most", "ranking"),
    ],
)
def test_ways_of_asking_for_a_number(question: str, intent: str, ask_official: Ask) -> None:
    reply = ask_official(question)
    assert (reply.status, reply.intent) == ("answered", intent), reply.text
