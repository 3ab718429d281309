"""Rules, limits in words, the feedback file and the full list."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from adapters.chat.asides import text_to_check
from adapters.chat.feedback import Feedback, write_feedback
from adapters.chat.full_list import full_list, has_list
from adapters.chat.passing import is_meant
from adapters.chat.rules import Rule, read_rules, rule_for
from adapters.chat.wording import slow_down
from bot.card import Card, Paragraph, Table
from bot.desk import Desk
from tests.bot.conftest import TODAY, starter_desk

__all__ = ["starter_desk"]


def test_rules_are_read_by_channel() -> None:
    assert read_rules("*=private, C1=open C2=off") == {"*": Rule.PRIVATE, "C1": Rule.OPEN, "C2": Rule.OFF}
    assert read_rules("") == {}


@pytest.mark.parametrize("text", ["C1", "C1=loud", "=open", "C1=open=off"])
def test_what_is_no_rule_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="is no rule: write CHANNEL=open"):
        read_rules(text)


def test_without_any_rule_it_answers_in_the_open() -> None:
    assert rule_for("C1", {}, {}) is Rule.OPEN


def test_a_rule_of_another_program_s_version_counts_as_none() -> None:
    assert rule_for("C1", {"C1": "whispered"}, {"*": Rule.OFF}) is Rule.OFF


@pytest.mark.parametrize(("wait", "when"), [(0.2, "1 second"), (41.2, "42 seconds"), (89, "89 seconds"), (120, "2 minutes")])
def test_a_wait_is_said_in_seconds_or_minutes(wait: float, when: str) -> None:
    assert slow_down(wait) == f"That is a lot of questions at once. You can ask again in {when}."


def test_feedback_is_a_line_each(tmp_path: Path) -> None:
    file = tmp_path / "new" / "feedback.jsonl"
    for remark in ("the veto\nis missing", "très bien"):
        write_feedback(Feedback("wrong", remark, "q", "r", "slack:T1", "U1", "GA to 2025-12-18", "votedesk 0.1.0", "2026-01-10"), file)
    assert [json.loads(line)["remark"] for line in file.read_text("utf-8").splitlines()] == ["the veto\nis missing", "très bien"]


def rows_of(desk: Desk, question: str) -> list[dict[str, str]]:
    turn = desk.ask(question, today=TODAY)
    file = full_list(turn.reply, turn.card)
    assert file is not None
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert len(rows) == file.rows
    return rows


def test_a_roll_call_is_listed_whole_with_its_record(starter_desk: Desk) -> None:
    turn = starter_desk.ask("who voted how on A/RES/ES-11/7?", today=TODAY)
    rows = rows_of(starter_desk, "who voted how on A/RES/ES-11/7?")
    assert [(row["member"], row["position"]) for row in rows] == [(vote.member, vote.position) for vote in turn.reply.votes]
    assert {row["tally"] for row in rows} == {"93-18-65"}
    assert all(row["record"].startswith("https://") for row in rows)


def test_a_search_lists_all_roll_calls(starter_desk: Desk) -> None:
    turn = starter_desk.ask("which votes were there on Ukraine?", today=TODAY)
    rows = rows_of(starter_desk, "which votes were there on Ukraine?")
    assert [row["symbol"] for row in rows] == [call.symbol for call in turn.reply.roll_calls]


def test_a_cell_that_a_spreadsheet_would_reckon_is_made_text() -> None:
    file = full_list(None, Card("lead", (Table(("a",), (("=1+1",), ("plain",))),)))
    assert file is not None
    assert file.content.decode("utf-8-sig").splitlines() == ["a", "'=1+1", "plain"]


def test_a_card_without_a_table_has_no_list() -> None:
    assert full_list(None, Card("lead", (Paragraph("text"),))) is None


@pytest.mark.parametrize("question", ["who voted how on A/RES/ES-11/7?", "which votes were there on Ukraine?", "help", "what do you cover?"])
def test_whether_there_is_a_list_is_known_without_writing_it(starter_desk: Desk, question: str) -> None:
    turn = starter_desk.ask(question, today=TODAY)
    assert has_list(turn.reply, turn.card) is (full_list(turn.reply, turn.card) is not None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("and Slovakia?", True),
        ("and Slovakia", True),
        ("who abstained?", True),
        ("in 2023", True),
        ("the other one", True),
        ("what about landmines?", True),
        ("thanks, great!", False),
        ("can we use this?", False),
        ("Great, sending to the editor now", False),
        ("ok", False),
        ("lol", False),
    ],
)
def test_what_is_said_in_passing_is_told_from_what_is_asked(starter_desk: Desk, text: str, meant: bool) -> None:
    turn = starter_desk.ask(text, today=TODAY)
    assert is_meant(text, turn.conversation.question, turn.reply) is meant


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("check: Hungary voted no.", "Hungary voted no."),
        ("Check Hungary\nvoted no.", "Hungary\nvoted no."),
        ("check: who voted no? Hungary did.", "who voted no? Hungary did."),
        ("check", ""),
        ("check whether Hungary voted no", None),
        ("checkmate", None),
        ("how did Hungary vote", None),
    ],
)
def test_what_stands_behind_check_is_a_text_to_check_unless_it_asks(message: str, text: str | None) -> None:
    assert text_to_check(message) == text
