"""Code, name and vote of one member, as a file writes them -> the code and the letter that the store keeps."""

from __future__ import annotations

import datetime as dt
import re

from store.errors import SourceError
from store.members import load_members

SEAT_PASSED_TO_RUSSIA = dt.date(1991, 12, 24)
"""The Russian Federation told the Secretary-General that it continues the membership of the USSR (UN press release, 1991).

Whether the official file writes SUN or RUS for the years before is not documented, so the day decides.
"""

DOUBLE_LETTER = "AN"
"""The record of A/RES/620(VII)[A] gives Pakistan so; the announced result, 48-5-6, counts it as an abstention."""

_CODE = re.compile(r"[A-Z]{3}")
_VOTES = frozenset({"Y", "N", "A", "X", DOUBLE_LETTER})


def read_ballot(code: str, name: str, vote: str) -> tuple[str, str]:
    """(" usa", "UNITED STATES", "y ") -> ("USA", "Y"). A code that nobody knows gives way to the name's, where that is known."""
    letter = vote.strip().upper()
    if letter not in _VOTES:
        raise SourceError("this is no vote: Y, N, A or X is expected", column="ms_vote", value=vote)
    return _member_code(code, name), letter


def seat_on(code: str, day: dt.date) -> str:
    """SUN or RUS, whichever held the seat on that day; every other code as it is."""
    if code == "RUS" and day < SEAT_PASSED_TO_RUSSIA:
        return "SUN"
    if code == "SUN" and day >= SEAT_PASSED_TO_RUSSIA:
        return "RUS"
    return code


def is_known(code: str) -> bool:
    """Whether the code is that of a member state, present or former."""
    return code in load_members().by_code


def _member_code(code: str, name: str) -> str:
    written = code.strip().upper()
    if _CODE.fullmatch(written) and is_known(written):
        return written
    by_name = load_members().by_recorded_name(name)
    if by_name is not None:
        return by_name
    if not _CODE.fullmatch(written):
        raise SourceError("this is no code of a member state", column="ms_code", value=code)
    return written
