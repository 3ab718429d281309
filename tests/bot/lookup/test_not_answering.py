"""Not answering has kinds, and the reply says which (design: "Not answering has kinds")."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.reply import Reply

Ask = Callable[..., Reply]

REFUSED = [
    ("how did Palestine vote on ES-11/7?", "observer", "an observer, never a vote"),
    ("how did the Vatican vote on ES-11/7?", "observer", "another observer"),
    ("how did Wales vote on ES-11/7?", "the United Kingdom votes", "a part of a member"),
    ("who was elected secretary-general?", "secret ballot", "a secret ballot"),
    ("the Third Committee vote on Iran", "committee", "a committee's vote"),
    ("ECOSOC vote on Iran", "Economic and Social Council", "another body"),
    ("votes in the Human Rights Council on Iran", "Human Rights Council", "a body that is not in this store"),
    ("how did Hungary vote on Gaza in 2031?", "later", "later than the data reach"),
    ("how did Hungary vote on A/RES/99/999?", "A/RES/99/999 is not in the store", "an unknown symbol"),
    ("how did Hungary vote on A/RES/99/999 and A/RES/99/998?", "are not in the store", "two of them"),
    ("how did Hungary vote on goulash?", "“goulash”", "an unknown topic"),
    ("how did Hungary vote on the Cuba embargo in 1995?", "for 1995. The nearest: A/RES/", "a time without that vote"),
    ("how did Hungary vote on 31 February 2025?", "“31 February 2025” is not a date", "a day that cannot be"),
    ("why did Hungary vote no on goulash?", "not why", "reasons"),
    ("how often did Hungary vote with Slovakia in 2024?", "selection", "a count over a selection"),
]


@pytest.mark.parametrize(("question", "says"), [case[:2] for case in REFUSED], ids=[case[2] for case in REFUSED])
def test_a_question_that_cannot_be_answered_gets_its_own_reason(ask: Ask, question: str, says: str) -> None:
    reply = ask(question)
    assert reply.status == "not_found"
    assert says in reply.text.splitlines()[0]
    assert reply.votes == ()


def test_every_kind_has_a_sentence_of_its_own(ask: Ask) -> None:
    leads = {ask(question).text.splitlines()[0] for question, _, _ in REFUSED}
    assert len(leads) == len(REFUSED)


def test_a_state_without_a_seat_in_the_council_is_an_answer_and_no_non_voting(ask: Ask) -> None:
    reply = ask("how did Poland vote on S/RES/2774?")
    assert reply.status == "answered"
    assert [vote.position.value for vote in reply.votes] == ["not_member"]
    assert "Poland was not on the Security Council on 24 February 2025." in reply.notes


def test_a_position_that_no_source_states_is_unknown_and_not_guessed(ask: Ask) -> None:
    reply = ask("how did France vote on S/RES/2774(2025)#amendment-europe-1?")
    assert [vote.position.value for vote in reply.votes] == ["unknown"]
    assert reply.text.startswith("No source at hand states how France voted")
    assert any("the roll is known only in part" in note for note in reply.notes)


def test_a_vote_of_which_only_the_result_was_kept_has_no_positions(ask_official: Ask) -> None:
    reply = ask_official("how did Hungary vote on A/RES/79/302?")
    assert [vote.position.value for vote in reply.votes] == ["unknown"]
    assert "the position of Hungary is not known" in reply.text
    assert any("no list of positions exists" in note for note in reply.notes)


@pytest.mark.parametrize("question", ["", "   ", "🙂", "hello", "what can I ask?"])
def test_nothing_asked_is_answered_with_what_can_be_asked(ask: Ask, question: str) -> None:
    reply = ask(question)
    assert reply.status == "help"
    assert len(reply.suggestions) >= 3


def test_every_example_of_the_help_works(ask: Ask) -> None:
    assert {ask(question).status for question in ask("").suggestions} <= {"answered", "choose"}


def test_a_vote_close_to_the_day_asked_for_is_offered_and_not_taken(ask: Ask) -> None:
    reply = ask("how did Hungary vote on the Gaza ceasefire on 10 December 2023?")
    assert reply.status == "choose"
    assert [choice.roll_call for choice in reply.choices] == ["A/RES/ES-10/22"]
    assert reply.votes == ()


def test_what_a_selection_lacks_is_said_to_be_perhaps_on_record_elsewhere(ask: Callable[..., Reply]) -> None:
    reply = ask("the nuke ban, who said no")
    assert reply.status == "not_found"
    assert any("small starter record" in note for note in reply.notes)
