"""The roll calls that days leave are those that looking at each would leave, in the same order."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.pool import in_days, pool
from bot.question import DayRange, Flag, Intent, Question
from store.catalogue import Catalogue
from store.facts import Body, Kind, Mode, Outcome, RollCall, Tally


def _roll_call(number: int, day: dt.date, kind: Kind) -> RollCall:
    key = f"A/RES/74/{number}"
    return RollCall(
        number, key, key, None, Body.GA, day, "Missiles", kind, Outcome.ADOPTED, Mode.RECORDED, Tally(), None, "undl_ga"
    )


_DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2021, 12, 31))
_HELD = st.lists(st.tuples(_DAYS, st.sampled_from([Kind.RESOLUTION, Kind.PARAGRAPH])), max_size=30)
_ASKED = st.lists(st.tuples(_DAYS, _DAYS, st.booleans()), max_size=4)


@given(_HELD, _ASKED, st.booleans())
def test_days_that_overlap_leave_each_roll_call_once_and_newest_first(
    held: list[tuple[dt.date, Kind]], asked: list[tuple[dt.date, dt.date, bool]], parts: bool
) -> None:
    catalogue = Catalogue([_roll_call(number, day, kind) for number, (day, kind) in enumerate(held, 1)])
    days = tuple(DayRange(min(pair), max(pair), "", 0, 0, fitting_year=yearly) for *pair, yearly in asked)
    question = Question("", Intent.SEARCH, days=days, flags=frozenset({Flag.AMENDMENTS} if parts else ()))
    then = [r for r in catalogue.newest_first if not days or any(d.holds(r.date) for d in days)]
    assert in_days(catalogue.newest_first, days) == then
    record = SimpleNamespace(catalogue=catalogue)
    assert pool(question, record) == [r for r in then if parts or r.kind is Kind.RESOLUTION]  # type: ignore[arg-type]
