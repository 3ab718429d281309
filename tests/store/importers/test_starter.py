"""The starter record: whole, consistent, and nothing made up."""

from __future__ import annotations

import pytest

from store.facts import Body, Kind, Outcome, RemarkKind, Tally
from store.importers.fragment import Fragment
from store.importers.starter import read_starter
from store.symbols import symbol_key

STARTER = {fragment.symbol: fragment for fragment in read_starter()}


def test_it_holds_92_roll_calls_of_two_bodies() -> None:
    assert len(STARTER) == len({f.key for f in STARTER.values()}) == 92
    assert sum(f.body is Body.GA for f in STARTER.values()) == 51
    assert sum(f.outcome is Outcome.VETOED for f in STARTER.values()) == 18
    positions = "".join(f.positions for f in STARTER.values())
    assert (len(positions) - positions.count("U"), positions.count("U")) == (9062, 826)


@pytest.mark.parametrize("symbol", STARTER)
def test_stated_totals_are_those_of_the_members_listed(symbol: str) -> None:
    fragment = STARTER[symbol]
    counted = [fragment.positions.count(letter) for letter in "YNAX"]
    stated = [fragment.tally.yes, fragment.tally.no, fragment.tally.abstain, fragment.tally.non_voting]
    unknown = fragment.positions.count("U")
    assert len(fragment.members) == len(set(fragment.members)) == len(fragment.positions)
    if unknown:
        assert all(said is None or found <= said for said, found in zip(stated, counted, strict=True))
        assert sum(said or 0 for said in stated) <= len(fragment.members)
    else:
        assert stated == counted


@pytest.mark.parametrize("symbol", STARTER)
def test_who_vetoed_is_not_said_to_have_voted_otherwise(symbol: str) -> None:
    fragment = STARTER[symbol]
    assert (fragment.outcome is Outcome.VETOED) == bool(fragment.vetoed_by)
    assert all(fragment.positions[fragment.members.index(code)] in "NU" for code in fragment.vetoed_by)


@pytest.mark.parametrize("symbol", [s for s, f in STARTER.items() if f.parent])
def test_an_amendment_or_motion_names_the_text_it_belongs_to(symbol: str) -> None:
    fragment = STARTER[symbol]
    assert fragment.kind in (Kind.AMENDMENT, Kind.MOTION)
    assert fragment.parent in STARTER
    assert symbol.startswith(f"{fragment.parent}#")


def test_a_roll_known_only_in_part_says_how_much_is_missing() -> None:
    for fragment in STARTER.values():
        missing = [r.detail for r in fragment.remarks if r.kind is RemarkKind.ROLL_INCOMPLETE]
        assert missing == ([str(fragment.positions.count("U"))] if "U" in fragment.positions else [])


def test_an_entry_is_kept_whole() -> None:
    fragment: Fragment = STARTER["S/2022/155"]
    assert fragment.key == symbol_key("S/2022/155")
    assert (fragment.kind, fragment.outcome, fragment.vetoed_by) == (Kind.DRAFT, Outcome.VETOED, ("RUS",))
    assert (fragment.date.isoformat(), fragment.meeting, fragment.tally) == ("2022-02-25", "S/PV.8979", Tally(11, 1, 3, 0))
    assert fragment.nicknames == ("Ukraine invasion veto", "first Ukraine veto 2022")
    assert fragment.url == fragment.links[0][1] == "https://www.securitycouncilreport.org/un-documents/document/s-2022-155.php"
    assert len(fragment.links) >= 3
