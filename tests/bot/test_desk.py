"""The whole pipeline: any text gets a reply, threads are remembered, and the published reply holds together."""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.conversation import EMPTY
from bot.desk import Desk, Turn
from bot.reply import Reply
from store.schema import migrate
from store.vote_store import VoteStore
from tests.store.conftest import statement, take

Ask = Callable[..., Reply]
AskTurn = Callable[..., Turn]

PIECES = (
    "how did Hungary vote on", "ES-11/7", "the Cuba embargo", "Gaza", "who vetoed", "against", "93-18-65", "in 2024", "since", "and Slovakia",
    "EU except", "not", "only", "was A/RES/", "resolution 2774", "Korea", "the West", "how many times", "most like", "#motion-1", "yesterday",
    "31 February", "Palestine", "USSR", "draft", "why", "'; DROP TABLE vote; --", "🙂", "\n", "<@U1>",
)  # fmt: skip
OTHER_ALPHABETS = "Как голосовала Венгрия كيف صوتت المجر 匈牙利如何投票 הונגריה ハンガリー हंगरी Ουγγαρία"

any_text = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=string.printable + "\x00\x07\x1b🙂🇭🇺“”’–", max_size=200),
    st.text(alphabet=OTHER_ALPHABETS, max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join),
)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=any_text)
@example(text="")
@example(text="how did Hungary vote " * 476)
@example(text="?" * 10_000)
@example(text="(" * 5_000 + "A/RES/" * 500)
@example(text="\ud800 Hungary")
@example(text="'; DROP TABLE vote; --")
def test_any_text_yields_a_reply_that_holds_together(starter_desk: Desk, text: str) -> None:
    turn = starter_desk.ask(text)
    reply = turn.reply
    assert reply.text.strip()
    assert reply.question == text
    assert reply.status in {"answered", "choose", "not_found", "help"}
    assert bool(reply.choices) == (reply.status == "choose")
    symbols = {call.symbol for call in reply.roll_calls}
    assert {vote.roll_call for vote in reply.votes} <= symbols
    assert all(len(choice.question) <= 100 for choice in reply.choices)
    assert turn.card.lead == reply.text.splitlines()[0]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(any_text, min_size=2, max_size=4))
def test_any_thread_goes_on(starter_desk: Desk, texts: list[str]) -> None:
    conversation = EMPTY
    for text in texts:
        turn = starter_desk.ask(text, conversation)
        conversation = turn.conversation
        assert turn.reply.text.strip()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=any_text)
def test_any_reading_can_be_explained(starter_desk: Desk, text: str) -> None:
    lines = starter_desk.explain(text)
    assert lines[0].startswith("read as: ")
    assert lines[-1].startswith("found: ")


def test_a_reply_is_json_and_comes_back_the_same(ask: Ask) -> None:
    reply = ask("how did Hungary vote on ES-11/7?")
    document = json.loads(reply.model_dump_json())
    assert document["version"] == 1
    assert Reply.model_validate(document) == reply


def test_asking_twice_gives_the_same_reply(ask: Ask) -> None:
    assert ask("who voted against ES-11/7?") == ask("who voted against ES-11/7?")


def test_a_slip_does_not_lose_the_thread(ask: Ask) -> None:
    reply = ask("and Slovakia?", "how did Hungary vote on ES-11/7?", "how did Hungary vote on A/RES/99/999?")
    assert [(vote.roll_call, vote.member) for vote in reply.votes] == [("A/RES/ES-11/7", "SVK")]


def test_a_thread_is_a_value_and_asking_leaves_it_as_it_was(turn: AskTurn, starter_desk: Desk) -> None:
    thread = turn("how did Hungary vote on ES-11/7?").conversation
    keys = thread.roll_call_keys
    starter_desk.ask("how did Hungary vote on the Cuba embargo?", thread)
    assert thread.roll_call_keys == keys


def test_an_explanation_names_what_was_read_and_what_was_taken(starter_desk: Desk) -> None:
    lines = "\n".join(starter_desk.explain("how did Hungary vote on ES-11/7?"))
    assert "“Hungary”: the state asked about, Hungary" in lines
    assert "the symbol A/RES/ES-11/7" in lines
    assert "roll calls: A/RES/ES-11/7" in lines


@pytest.mark.parametrize(
    "question", ["how did Hungary vote on Ukraine?", "votes on Gaza", "Hungary on the Cuba embargo since 1992"]
)
def test_every_roll_call_of_a_reply_is_named_in_its_text(ask: Ask, question: str) -> None:
    reply = ask(question)
    assert reply.roll_calls
    assert [call.symbol for call in reply.roll_calls if call.symbol not in reply.text] == []


def test_an_import_in_the_middle_of_an_answer_never_mixes_two_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    migrate(url)
    take(url, statement("A/RES/79/7", "HUN Y, POL N"))
    with VoteStore.open(url) as store:
        desk = Desk.open(store)
        before = desk.ask("how did Hungary vote on A/RES/79/7?").reply
        assert (before.votes[0].position, before.roll_calls[0].tally.yes) == ("yes", 1)
        votes = store.votes
        corrections = iter([statement("A/RES/79/7", "HUN N, POL N")])

        def corrected_meanwhile(*asked: Any) -> Any:
            for correction in corrections:
                take(url, correction, name="newer.csv")
            return votes(*asked)

        monkeypatch.setattr(store, "votes", corrected_meanwhile)
        after = desk.ask("how did Hungary vote on A/RES/79/7?").reply
    assert (after.votes[0].position, after.roll_calls[0].tally.yes, after.roll_calls[0].tally.no) == ("no", 0, 2)
