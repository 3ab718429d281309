"""Checking a text on the starter record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from bot.desk import Desk
from bot.report import CheckReport

TODAY = dt.date(2026, 1, 10)

Check = Callable[..., CheckReport]


@pytest.fixture(scope="session")
def check(starter_desk: Desk) -> Check:
    """The report on a text, as of a day on which the starter record is fresh."""
    return lambda text, today=TODAY: starter_desk.check(text, today)


@pytest.fixture(scope="session")
def verdicts(check: Check) -> Callable[[str], dict[str, str]]:
    """Quote -> verdict."""
    return lambda text: {claim.quote: claim.verdict for claim in check(text).claims}
