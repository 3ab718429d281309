"""Decisions that no body of the record took: a treaty that a conference adopted is not answered with a vote of the Assembly."""

from __future__ import annotations

import pytest

from tests.bot.conftest import Ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how did Israel vote on the Rome Statute in 1998?", "a United Nations conference in Rome, 120-7-21"),
        ("who voted no on the rome statute", "17 July 1998"),
        ("USA kyoto protocol vote", "without a vote"),
        ("how did the US vote on the TPNW in July 2017?", "122-1-1"),
        ("did 122 states vote for the nuclear ban treaty?", "122-1-1"),
        ("law of the sea convention, April 1982: Turkey?", "130-4-17"),
    ],
)
def test_who_decided_is_told(ask: Ask, question: str, told: str) -> None:
    reply = ask(question)
    assert (reply.status, reply.votes) == ("not_found", ())
    assert told in reply.text


def test_the_assembly_s_own_votes_on_the_treaty_are_meant_elsewise(ask_official: Ask) -> None:
    for question in ("nuclear ban treaty: Norway?", "how did Norway vote on the TPNW in December 2020?"):
        assert "conference" not in ask_official(question).text


def test_other_words_and_days_mean_votes_of_the_record(ask: Ask) -> None:
    for question in ("votes on the rome statute", "the rome statute and peacekeepers, 2003", "A/RES/79/7 and the kyoto protocol"):
        assert "No body in VoteDesk's record took that decision" not in ask(question).text
