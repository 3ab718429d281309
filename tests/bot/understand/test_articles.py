"""A pasted text is told from a question, also from a long one."""

from __future__ import annotations

import pytest

from bot.conversation import EMPTY
from bot.desk import Desk
from bot.understand.articles import is_article

ARTICLE = (
    "The UN General Assembly voted 93-18 on Monday to back Ukraine. Hungary and the United States voted against the European text, "
    "while China and India abstained. Diplomats said that the vote showed a shift in Washington's position since 2022."
)


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        f"fact check this pls:\n\n{ARTICLE}",
        ARTICLE.replace("The UN General Assembly voted", "When the UN General Assembly voted"),
        f"{ARTICLE} Why did Washington turn? Nobody in the hall could tell. {ARTICLE} The next vote is due in the spring.",
    ],
)
def test_running_text_is_no_question(text: str) -> None:
    assert is_article(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hungary voted against the European text in February 2025. True?",
        f"hi! I am writing about the truce vote of 12 December 2023, and need {'really ' * 19}to know. Did Austria vote against it?",
        f"How did these vote on the embargo: {'Hungary, Poland, Czechia, Slovakia, Austria, Slovenia, ' * 6}Spain",
        f"{'How did Hungary vote on ES-11/7? And who abstained then? ' * 9}",
    ],
)
def test_questions_are_asked(text: str) -> None:
    assert not is_article(text)


def test_a_pasted_text_is_answered_with_what_checks_it(starter_desk: Desk) -> None:
    reply = starter_desk.ask(ARTICLE).reply
    assert (reply.status, reply.intent) == ("help", "about")
    assert "votedesk check" in reply.text
    assert "/vote check" in reply.text


def test_a_pasted_text_leaves_the_thread_as_it_was(starter_desk: Desk) -> None:
    first = starter_desk.ask("how did Hungary vote on ES-11/7?").conversation
    assert starter_desk.ask(ARTICLE, first).conversation == first
    assert starter_desk.ask(ARTICLE).conversation == EMPTY
