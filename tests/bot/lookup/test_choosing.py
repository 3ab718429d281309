"""A choice is a question of its own: short enough for a button, and asking it answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.reply import Reply

Ask = Callable[..., Reply]

ASKED_BACK = [
    "did Hungary vote against the Gaza ceasefire?",
    "who voted against the Crimea resolution?",
    "was the Gaza ceasefire adopted?",
    "did Russia veto it?",
    "how did Korea vote on ES-11/7?",
    "how did the West vote on ES-11/7?",
    "did the United States, Israel, Hungary, Czechia, Austria, Croatia, Guatemala and Paraguay vote against the Gaza ceasefire?",
]


@pytest.fixture(params=ASKED_BACK)
def asked_back(request: pytest.FixtureRequest, ask: Ask) -> Reply:
    reply = ask(request.param)
    assert reply.status == "choose"
    return reply


def test_there_are_at_most_ten_choices_each_of_at_most_100_characters(asked_back: Reply) -> None:
    assert 0 < len(asked_back.choices) <= 10
    assert max(len(choice.question) for choice in asked_back.choices) <= 100


def test_asking_a_choice_answers_it(asked_back: Reply, ask: Ask) -> None:
    for choice in asked_back.choices:
        picked = ask(choice.question)
        assert picked.status == "answered", choice.question
        if choice.roll_call is not None:
            assert [call.symbol for call in picked.roll_calls] == [choice.roll_call]


def test_choices_differ_and_no_fact_is_given_away_before_one_is_picked(asked_back: Reply) -> None:
    assert len({choice.question for choice in asked_back.choices}) == len(asked_back.choices)
    assert (asked_back.votes, asked_back.roll_calls, asked_back.verdict) == ((), (), None)


def test_a_question_too_long_for_a_button_asks_for_the_vote_itself(ask: Ask) -> None:
    reply = ask(ASKED_BACK[-1])
    assert all(choice.question == f"what was the vote on {choice.roll_call}?" for choice in reply.choices)


def test_a_name_of_two_states_is_asked_about_by_both_their_names(ask: Ask) -> None:
    reply = ask("how did Korea vote on ES-11/7?")
    assert [choice.question for choice in reply.choices] == [
        "how did South Korea vote on ES-11/7?",
        "how did North Korea vote on ES-11/7?",
    ]
    assert reply.text.startswith("“Korea” can mean South Korea (Republic of Korea) or North Korea (")
    assert [ask(choice.question).votes[0].member for choice in reply.choices] == ["KOR", "PRK"]


def test_a_group_without_a_list_is_asked_about_with_groups_that_have_one(ask: Ask) -> None:
    reply = ask("how did the West vote on ES-11/7?")
    assert [choice.label for choice in reply.choices] == ["European Union", "NATO", "G7", "Western European and Others Group"]
    assert reply.choices[0].question == "how did the European Union vote on ES-11/7?"


def test_a_choice_of_a_long_question_keeps_the_words_around_the_group(ask: Callable[..., Reply]) -> None:
    reply = ask(f"{'there was much talk before it, ' * 6}so how did the West vote on ES-11/7 in the end, {'and much after it, ' * 6}?")
    assert reply.status == "choose"
    assert all(len(choice.question) <= 100 for choice in reply.choices)
    assert all(choice.label.removeprefix("the ") in choice.question for choice in reply.choices)
    assert len({choice.question for choice in reply.choices}) == len(reply.choices)
