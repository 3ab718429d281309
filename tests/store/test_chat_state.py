"""State that replicas share: taken once, kept, forgotten; on SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from store.chat_state import ChatState, Event, KeptAnswer, Limit
from store.database import StoreBusy, StoreMissing

LIMIT = Limit(questions=3, seconds=60)
NOW = 1_700_000_000.0


@pytest.fixture
def state(store_url: str) -> Iterator[ChatState]:
    state = ChatState.open(store_url)
    yield state
    state.close()


def event(id_: str, **facts: Any) -> Event:
    return Event(**{"workspace": "slack:T1", "id": id_, "asker": "U1", **facts})


def kept(id_: str, **facts: Any) -> KeptAnswer:
    given = {"workspace": "slack:T1", "asker": "U1", "thread": "C1:1", "kind": "ask", "question": "how did Hungary vote?"}
    return KeptAnswer(**{**given, "id": id_, "conversation": "{}", "today": dt.date(2025, 12, 20), "at": NOW, **facts})


def test_an_event_is_taken_once(state: ChatState) -> None:
    assert [state.admit(event("Ev1"), LIMIT, NOW).taken for _ in range(3)] == [True, False, False]


def test_an_event_is_taken_by_one_of_two_replicas(state: ChatState, store_url: str) -> None:
    other = ChatState.open(store_url)
    assert [state.admit(event("Ev1"), LIMIT, NOW).taken, other.admit(event("Ev1"), LIMIT, NOW).taken] == [True, False]
    other.close()


def test_the_same_id_in_another_workspace_is_another_event(state: ChatState) -> None:
    assert state.admit(event("Ev1"), LIMIT, NOW).taken
    assert state.admit(event("Ev1", workspace="slack:T2"), LIMIT, NOW).taken


def test_over_the_limit_it_says_how_long_to_wait_and_lets_in_after_that(state: ChatState) -> None:
    for at in range(3):
        assert state.admit(event(f"Ev{at}"), LIMIT, NOW + at).wait == 0
    refused = state.admit(event("Ev3"), LIMIT, NOW + 10)
    assert refused.wait == pytest.approx(50)
    assert state.admit(event("Ev4"), LIMIT, NOW + 10 + refused.wait + 0.1).wait == 0


def test_the_limit_is_each_asker_s_own_and_counts_questions_only(state: ChatState) -> None:
    for at in range(3):
        state.admit(event(f"Ev{at}"), LIMIT, NOW)
    assert state.admit(event("Ev8", asker="U2"), LIMIT, NOW).wait == 0
    assert state.admit(event("Ev9", counts=False), LIMIT, NOW).wait == 0


def test_a_thread_keeps_its_newest_conversation(state: ChatState) -> None:
    assert state.conversation("slack:T1", "C1:1") is None
    state.keep((kept("a"), '{"members":["HUN"]}'))
    state.keep((kept("b", at=NOW + 1), '{"members":["SVK"]}'))
    state.keep((kept("late", at=NOW - 1), '{"members":["POL"]}'))
    assert state.conversation("slack:T1", "C1:1") == '{"members":["SVK"]}'
    assert state.conversation("slack:T2", "C1:1") is None


def test_an_answer_is_found_by_its_id_in_its_own_workspace_only(state: ChatState) -> None:
    answer = kept("a", thread=None)
    state.keep((answer, "{}"))
    assert state.answer("slack:T1", "a") == answer
    assert state.answer("slack:T2", "a") is None


def test_recent_questions_are_the_newest_each_once_and_no_checks(state: ChatState) -> None:
    for at, question in enumerate(["one?", "two?", "ONE?", "three?"]):
        state.keep((kept(str(at), question=question, at=NOW + at), "{}"))
    state.keep((kept("c", kind="check", at=NOW + 9), "{}"))
    state.keep((kept("o", asker="U2", question="other?", at=NOW + 9), "{}"))
    assert [answer.question for answer in state.recent("slack:T1", "U1", 5)] == ["three?", "ONE?", "two?"]


def test_a_rule_is_set_changed_and_taken_away(state: ChatState) -> None:
    state.set_rule("slack:T1", "C1", "private")
    state.set_rule("slack:T1", "C1", "off")
    state.set_rule("slack:T1", "*", "open")
    assert state.rules("slack:T1") == {"C1": "off", "*": "open"}
    state.set_rule("slack:T1", "C1", None)
    assert state.rules("slack:T1") == {"*": "open"}


def test_a_setting_is_set_changed_and_taken_away(state: ChatState) -> None:
    for value in ("fr", "de"):
        state.set_setting("discord:1", "language", value)
    state.set_setting("discord:2", "language", "es")
    assert state.settings("discord:1") == {"language": "de"}
    state.set_setting("discord:1", "language", None)
    assert state.settings("discord:1") == {}


def test_a_workspace_is_forgotten_whole_and_no_other(state: ChatState) -> None:
    for workspace in ("slack:T1", "slack:T2"):
        state.admit(event("Ev1", workspace=workspace), LIMIT, NOW)
        state.keep((kept(workspace, workspace=workspace), "{}"))
        state.set_rule(workspace, "*", "off")
        state.set_setting(workspace, "language", "fr")
    state.forget("slack:T1")
    assert state.recent("slack:T1", "U1", 5) == ()
    assert state.conversation("slack:T1", "C1:1") is None
    assert state.rules("slack:T1") == {}
    assert state.settings("slack:T1") == {}
    assert state.admit(event("Ev1"), LIMIT, NOW).taken
    assert len(state.recent("slack:T2", "U1", 5)) == 1


def test_sweeping_deletes_what_is_older_than_the_days_to_keep(state: ChatState) -> None:
    state.keep((kept("old", thread="C1:old", at=NOW - 31 * 86_400), "{}"))
    state.keep((kept("new"), "{}"))
    state.admit(event("Ev1"), LIMIT, NOW - 2 * 86_400)
    state.sweep(NOW, days=30)
    assert state.answer("slack:T1", "old") is None
    assert state.conversation("slack:T1", "C1:old") is None
    assert state.answer("slack:T1", "new") is not None
    assert state.admit(event("Ev1"), LIMIT, NOW).taken


def test_while_an_import_writes_it_says_so_within_a_second_or_so_and_still_reads(sqlite_url: str) -> None:
    state = ChatState.open(sqlite_url)
    state.keep((kept("a"), "{}"))
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            state.keep((kept("b"), "{}"))
        assert state.answer("slack:T1", "a") is not None
        other.execute("ROLLBACK")
    state.keep((kept("b"), "{}"))
    assert state.answer("slack:T1", "b") is not None
    state.close()


def test_a_store_that_is_away_is_told_and_used_again_once_it_is_back(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    state = ChatState.open(sqlite_url)
    state.set_rule("slack:T1", "*", "off")
    state.close()
    away = file.rename(file.with_suffix(".away"))
    with pytest.raises(StoreMissing):
        state.rules("slack:T1")
    away.rename(file)
    assert state.rules("slack:T1") == {"*": "off"}
    state.close()
