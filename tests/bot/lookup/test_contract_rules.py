"""The nine rules of docs/contract.md, each by its number: question in, reply out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.reply import Reply
from store.facts import Position

Ask = Callable[..., Reply]


def positions(reply: Reply) -> dict[tuple[str, str], str]:
    return {(vote.roll_call, vote.member): vote.position.value for vote in reply.votes}


def symbols(reply: Reply) -> list[str]:
    return [call.symbol for call in reply.roll_calls]


def test_rule_1_several_readings_with_different_answers_are_a_choice(ask: Ask) -> None:
    reply = ask("did Hungary vote against the Gaza ceasefire?")
    assert reply.status == "choose"
    assert reply.verdict is None
    assert len(reply.choices) > 1


def test_rule_1_a_verdict_that_differs_between_two_texts_of_a_day_is_not_given(ask_official: Ask) -> None:
    reply = ask_official("did Hungary vote for the resolutions on 12 December 2024?")
    assert reply.verdict is None
    assert {*symbols(reply), *(choice.roll_call for choice in reply.choices)} >= {"A/RES/79/201", "A/RES/79/202"}


def test_rule_2_without_a_vote_named_the_latest_day_is_taken_and_said_so(ask: Ask) -> None:
    reply = ask("how did Hungary vote?")
    assert positions(reply) == {("A/RES/80/223", "HUN"): "yes"}
    assert any("latest voting day" in told and "18 December 2025" in told for told in reply.assumptions)
    assert reply.suggestions == tuple(f"how did Hungary vote on {day} December 2025?" for day in (15, 12, 10))
    assert {ask(question).status for question in reply.suggestions} == {"answered"}


def test_rule_2_in_a_thread_the_last_roll_calls_are_taken(ask: Ask) -> None:
    reply = ask("and Slovakia?", "how did Hungary vote on ES-11/7?")
    assert positions(reply) == {("A/RES/ES-11/7", "SVK"): "yes"}
    assert reply.assumptions == ("The vote is the one spoken of before.",)


def test_rule_3_a_topic_of_several_roll_calls_gives_them_newest_first_and_at_most_twelve(ask: Ask) -> None:
    reply = ask("how did Hungary vote on Ukraine?")
    dates = [call.date for call in reply.roll_calls]
    assert 1 < len(dates) <= 12
    assert dates == sorted(dates, reverse=True)
    assert reply.roll_calls[0].symbol in reply.text.splitlines()[0]


def test_rule_3_a_date_narrows_to_that_day_and_each_text_of_it_is_labelled(ask: Ask) -> None:
    reply = ask("how did Hungary vote on the resolutions on 24 February 2025?")
    assert positions(reply) == {("A/RES/ES-11/7", "HUN"): "no", ("A/RES/ES-11/8", "HUN"): "abstain"}
    lead = reply.text.splitlines()[0]
    assert "Hungary voted no on “Advancing" in lead
    assert "Hungary abstained on “The path to peace”" in lead


def test_rule_4_a_yearly_series_means_its_latest_vote(ask: Ask) -> None:
    reply = ask("the Cuba embargo: Ukraine?")
    assert positions(reply) == {("A/RES/80/4", "UKR"): "no"}
    assert reply.assumptions[0].startswith("The latest vote of the series")


@pytest.mark.parametrize(
    "question", ["Hungary on the Cuba embargo since 1992", "has Hungary always voted yes on the Cuba embargo?"]
)
def test_rule_4_a_question_about_time_is_a_timeline(ask: Ask, question: str) -> None:
    reply = ask(question)
    assert reply.intent == "timeline"
    assert symbols(reply) == ["A/RES/80/4", "A/RES/79/7", "A/RES/78/7", "A/RES/71/5", "A/RES/47/19"]
    assert reply.text.startswith("Hungary: abstained 1992; yes 2016–2024; no 2025.")


def test_rule_5_the_body_is_the_assembly_unless_something_says_otherwise(ask: Ask) -> None:
    assert {call.body.value for call in ask("votes on Ukraine").roll_calls} == {"GA"}
    assert {call.body.value for call in ask("votes in the Security Council on Ukraine").roll_calls} == {"SC"}


def test_rule_5_a_veto_means_the_council(ask: Ask) -> None:
    reply = ask("who vetoed the Gaza ceasefire in 2024?")
    assert {call.symbol for call in reply.roll_calls} == {"S/2024/173", "S/2024/239", "S/2024/835"}
    assert all(call.outcome == "vetoed" for call in reply.roll_calls)


@pytest.mark.parametrize(
    ("question", "verdict", "symbol"),
    [
        ("did France veto the Emirates' draft on Gaza in December 2023?", False, "S/2023/970"),
        ("did the US veto the Emirates' draft on Gaza in December 2023?", True, "S/2023/970"),
        ("nobody vetoed the Brazilian draft on Gaza in October 2023, right?", False, "S/2023/773"),
    ],
)
def test_rule_5_who_is_said_to_have_vetoed_is_looked_up_in_the_council(
    ask: Ask, question: str, verdict: bool, symbol: str
) -> None:
    reply = ask(question)
    assert (reply.verdict, [c.symbol for c in reply.roll_calls]) == (verdict, [symbol])


def test_rule_5_a_no_in_the_assembly_is_no_answer_to_whether_a_draft_was_vetoed(ask: Ask) -> None:
    reply = ask("did China veto the human rights in Iran resolution of 2022?")
    assert (reply.status, reply.verdict) == ("not_found", None)
    assert "the store does not know every veto" in reply.text


def test_rule_6_agreement_is_the_share_of_votes_that_both_cast(ask_official: Ask) -> None:
    reply = ask_official("how often did Hungary vote with the United States?")
    # Both cast a vote on 76/101, 77/101, 78/101, 79/201, 79/202 and 79/303, and agreed on the last alone.
    assert reply.value == pytest.approx(1 / 6)
    assert "6 roll calls in which both voted" in reply.text


def test_rule_6_non_voting_is_no_agreement(ask_official: Ask) -> None:
    reply = ask_official("how did the United States and Norway vote on A/RES/78/102?")
    assert positions(reply)["A/RES/78/102", "USA"] == "non_voting"
    assert "the same way" not in reply.text


def test_rule_7_before_its_admission_a_state_is_no_member_and_its_predecessor_is_named(ask: Ask) -> None:
    reply = ask("how did Russia vote on A/RES/3379(XXX)?")
    assert positions(reply) == {("A/RES/3379(XXX)", "RUS"): "not_member", ("A/RES/3379(XXX)", "SUN"): "yes"}
    assert (
        "Russia was not a member of the United Nations then: it was admitted on 24 December 1991. Before that: the USSR."
        in reply.notes
    )


def test_rule_7_after_its_end_a_state_is_no_member_and_its_successors_are_named(ask: Ask) -> None:
    reply = ask("how did Czechoslovakia vote on ES-11/7?")
    assert positions(reply) == {("A/RES/ES-11/7", "CSK"): "not_member"}
    assert any("Czechia" in note and "Slovakia" in note and "only until 31 December 1992" in note for note in reply.notes)


def test_rule_7_a_former_state_finds_its_own_votes(ask: Ask) -> None:
    assert positions(ask("how did the Soviet Union vote on A/RES/3379(XXX)?")) == {("A/RES/3379(XXX)", "SUN"): "yes"}


@pytest.mark.parametrize(
    "question", ["how did Hungary vote on A/RES/79/301?", "was A/RES/79/301 adopted?", "who voted against A/RES/79/301?"]
)
def test_rule_8_adopted_without_a_vote_is_an_answer(ask_official: Ask, question: str) -> None:
    reply = ask_official(question)
    assert reply.status == "answered"
    assert "without a vote: no positions were recorded" in reply.text
    assert {vote.position for vote in reply.votes} <= {Position.UNKNOWN}


def test_rule_8_a_roll_that_the_source_lists_without_a_vote_is_not_taken_for_non_voting(ask_official: Ask) -> None:
    reply = ask_official("how did France vote on S/RES/2701(2024)?")
    assert positions(reply) == {("S/RES/2701(2024)", "FRA"): "unknown"}
    assert "no positions were recorded" in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "how did Hungary vote on A/RES/99/999?",
        "how did Hungary vote on goulash?",
        "how did Hungary vote on the Cuba embargo in 1995?",
        "how did Hungary vote on Gaza in 2031?",
    ],
)
def test_rule_9_outside_the_store_nothing_near_is_answered_with(ask: Ask, question: str) -> None:
    reply = ask(question)
    assert reply.status == "not_found"
    assert reply.votes == ()
    assert reply.roll_calls == ()


def test_rule_9_says_what_the_store_covers(ask: Ask) -> None:
    assert "General Assembly 29 November 1947 to 18 December 2025" in ask("how did Hungary vote on A/RES/99/999?").text
