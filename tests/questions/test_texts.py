"""Texts as newsrooms print them, each claim with the verdict that the record gives: on the starter record, and on the full one.

A claim judged the wrong way round fails by the name of its text, as does a claim found where nothing is claimed. Silence is only
a miss: at least 90 in 100 claims must have the right verdict. Of a report, the claim that covers a quote best is its verdict.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from bot.desk import Desk
from bot.report import CheckReport, ClaimOut
from tests.questions.test_questions import full_desk, starter_desk

__all__ = ["full_desk", "starter_desk"]

TEXTS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "texts.jsonl").read_text(encoding="utf-8").splitlines()
]
LEAST_RIGHT = 0.9
OPPOSITE = {("supported", "contradicted"), ("contradicted", "supported")}


def report_on(text: dict[str, Any], desk: Desk) -> CheckReport:
    return desk.check(text["text"], dt.date.fromisoformat(text["today"]) if "today" in text else None)


def shared(claim: ClaimOut, start: int, end: int) -> int:
    return max(0, min(claim.end, end) - max(claim.start, start))


def verdict_on(quote: str, text: str, report: CheckReport) -> str | None:
    """That of the claim which shares most with the quote, and of several the one that fits it closest."""
    start = text.index(quote)
    end = start + len(quote)
    near = [c for c in report.claims if shared(c, start, end) * 4 >= min(len(quote), c.end - c.start)]
    return max(near, key=lambda c: (shared(c, start, end), -(c.end - c.start))).verdict if near else None


def judged(needs: str, desk: Desk) -> list[tuple[str, str, str | None]]:
    """Text and quote, the verdict expected, the verdict given: of every claim of these texts."""
    found = []
    for text in (t for t in TEXTS if t["needs"] == needs):
        report = report_on(text, desk)
        found += [
            (f"{text['id']}: {c['quote']}", c["verdict"], verdict_on(c["quote"], text["text"], report)) for c in text["claims"]
        ]
    return found


@pytest.mark.parametrize("text", [t for t in TEXTS if not t["claims"]], ids=lambda text: text["id"])
def test_a_text_on_other_votes_claims_nothing(text: dict[str, Any], starter_desk: Desk) -> None:
    assert report_on(text, starter_desk).claims == ()


@pytest.mark.parametrize("text", [t for t in TEXTS if not t["claims"]], ids=lambda text: text["id"])
def test_nor_does_it_on_the_full_record(text: dict[str, Any], full_desk: Desk) -> None:
    assert report_on(text, full_desk).claims == ()


@pytest.mark.parametrize("needs", ["starter", "full"])
def test_no_claim_is_judged_the_wrong_way_round(needs: str, request: pytest.FixtureRequest) -> None:
    found = judged(needs, request.getfixturevalue(f"{needs}_desk"))
    assert [one for one in found if one[1:] in OPPOSITE] == []


@pytest.mark.parametrize("needs", ["starter", "full"])
def test_nearly_every_claim_is_judged_right(needs: str, request: pytest.FixtureRequest) -> None:
    found = judged(needs, request.getfixturevalue(f"{needs}_desk"))
    wrong = [one for one in found if one[1] != one[2]]
    assert len(wrong) <= len(found) * (1 - LEAST_RIGHT), wrong


def test_every_text_has_a_name_of_its_own_and_its_claims_a_record_that_shows_them() -> None:
    assert len({text["id"] for text in TEXTS}) == len(TEXTS)
    assert [t["id"] for t in TEXTS if t["claims"] and not t.get("source", "").startswith("https://")] == []
    assert [c["quote"] for t in TEXTS for c in t["claims"] if t["text"].count(c["quote"]) != 1] == []
