"""The sentence that an editor pastes: the fact, its source, and the slip that it may be, by name."""

from __future__ import annotations

import pytest

from tests.bot.check.conftest import Check

NO_VETO = "There was no veto"
MIXED_UP = "another text of the same day"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Assembly adopted ES-11/7. China voted against it.", "China abstained on"),
        ("The Assembly adopted ES-11/7. China voted against it.", "An abstention is told here as opposition."),
        ("The Assembly adopted ES-11/8. The US voted against it.", MIXED_UP),
        ("The Assembly adopted ES-11/8 by 93 votes to 18.", MIXED_UP),
        ("Britain vetoed resolution 2774 in the Security Council.", NO_VETO),
        ("The Assembly adopted A/RES/80/4. Only Israel and the United States voted no.", "The list is 5 states short."),
        ("The Assembly adopted A/RES/80/4 by 165 votes to 12.", "12 is the number of abstentions, told here as votes against."),
        ("The Assembly adopted A/RES/79/179 by 131 votes to 36.", "It may be the figure of the committee"),
        ("The Assembly adopted ES-11/7. Kosovo voted for it.", "Kosovo is not a member of the United Nations"),
        ("The Assembly adopted ES-11/7. The Bahamas voted against it.", "The Bahamas"),
    ],
)
def test_a_contradicted_claim_is_answered_with_the_fact_and_the_slip(text: str, told: str, check: Check) -> None:
    (claim,) = [c for c in check(text).claims if c.verdict == "contradicted"]
    assert told in claim.finding


def test_an_unverifiable_claim_says_what_would_settle_it(check: Check) -> None:
    (claim,) = check("In the Third Committee on 14 November 2024 Argentina voted against the UN text.").claims
    assert claim.verdict == "unverifiable"
    assert "committee" in claim.finding
    assert "report" in claim.finding


def test_a_claim_is_restated_with_its_vote(check: Check) -> None:
    (claim,) = check("The Assembly adopted ES-11/7. Budapest voted no.").claims
    assert claim.claim == "Hungary voted against: A/RES/ES-11/7, General Assembly, 24 February 2025."


def test_a_claim_carries_the_votes_and_the_sources_that_it_rests_on(check: Check) -> None:
    (claim,) = check("The Assembly adopted ES-11/7. Hungary voted no.").claims
    assert [(v.roll_call, v.member, v.position) for v in claim.votes] == [("A/RES/ES-11/7", "HUN", "no")]
    assert claim.members == ("HUN",)
    assert claim.sources
    assert claim.sources[0].url is not None
