"""How much work a function does, in calls made: the same on every machine, so that no test depends on a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

QUADRATIC = 16  # the growth of work that rises with the square of a text's length; 4 is that of work in step with it


def calls(work: Callable[[], object]) -> int:
    """Calls of Python and C functions while `work` runs, once everything that it builds only once is there."""
    work()
    count = 0

    def profile(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    earlier = sys.getprofile()
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(earlier)
    return count


def growth(read: Callable[[str], object], piece: str, length: int = 1000) -> float:
    """How many times the work for `length` characters the work for four times as many is."""
    short, long = ((piece * length)[:n] for n in (length, 4 * length))
    return calls(lambda: read(long)) / calls(lambda: read(short))
