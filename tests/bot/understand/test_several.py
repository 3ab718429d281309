"""A message with several questions is several questions; everything else is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.several import MOST, split

SEVERAL = [
    ("How did Hungary vote on ES-11/7? And who abstained?", ("How did Hungary vote on ES-11/7?", "And who abstained?")),
    (
        "how did Poland vote on ES-11/7?\nand Slovakia on ES-11/8?",
        ("how did Poland vote on ES-11/7?", "and Slovakia on ES-11/8?"),
    ),
    (
        "- how did Hungary vote on 79/7\n- who voted against ES-10/27",
        ("- how did Hungary vote on 79/7", "who voted against ES-10/27"),
    ),
    ("How did Hungary vote on ES-11/7??? Who abstained?", ("How did Hungary vote on ES-11/7???", "Who abstained?")),
    (
        "was Germany in the council in 2003 and how did it vote on 1483?",
        ("was Germany in the council in 2003", "and how did it vote on 1483?"),
    ),
    ("how did Spain vote on ES-11/7, and who abstained?", ("how did Spain vote on ES-11/7", "and who abstained?")),
    ("1. who abstained on ES-11/1?\n2. was ES-11/2 adopted?", ("1. who abstained on ES-11/1?", "was ES-11/2 adopted?")),
]
ONE = [
    "how did Hungary vote?",
    "Depleted uranium, 2024. The French?",
    "Did India abstain on ES-11/4? true?",
    "138-9-41, that was the 2012 Palestine vote, right?",
    "Who flipped between 2024 and 2025? I need Hungary and Ukraine",
    "which of the two did Serbia break with the EU? show all three",
    "how did France vote and how did Spain vote on ES-11/7",
    "who voted for Kenya and who for Djibouti",
    "did the council adopt the plan? score?",
    "",
]


@pytest.mark.parametrize(("message", "questions"), SEVERAL)
def test_questions_of_one_message_are_told_apart(message: str, questions: tuple[str, ...]) -> None:
    assert split(message) == questions


@pytest.mark.parametrize("message", ONE)
def test_one_question_stays_one(message: str) -> None:
    assert split(message) == (message,)


def test_a_long_list_is_no_list_of_questions() -> None:
    message = "\n".join(f"how did Hungary vote on A/RES/79/{n}?" for n in range(MOST + 1))
    assert split(message) == (message,)


@given(st.text())
def test_any_text_splits_and_loses_no_word(message: str) -> None:
    parts = split(message)
    assert 1 <= len(parts) <= MOST
    assert [w for part in parts for w in part.split() if w.isalnum()] == [w for w in message.split() if w.isalnum()]
