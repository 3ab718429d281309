"""A statement is read in full, or not at all: what is claimed, of whom, and what is left over."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.conversation import Conversation
from bot.question import Assertion, Claim, Intent, ResultClaim
from bot.understand.knowledge import Knowledge
from bot.understand.reading import understand

ON = "A/RES/ES-11/7"


@pytest.fixture
def read(knowledge: Knowledge):  # type: ignore[no-untyped-def]
    def assertion(text: str) -> Assertion:
        question = understand(text, Conversation(), knowledge, dt.date(2026, 1, 10))
        assert question.intent is Intent.VERIFY
        return question.assertion or Assertion()

    return assertion
