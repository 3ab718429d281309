"""Which votes were there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, Status
from bot.lookup.counting import meets
from bot.lookup.selection import Selection
from bot.lookup.wording import cautions, totals
from bot.question import CountAsserted, Intent

_MOST_LISTED = 60


def search(selection: Selection, conditions: Sequence[CountAsserted] = ()) -> Answer:
    """The roll calls found, best first; the head says how many there are and over which time."""
    found = tuple(r for r in selection.roll_calls if meets(conditions, r))
    shown = found[:_MOST_LISTED]
    newest_first = sorted(shown, key=lambda r: r.date, reverse=True)
    if shown:
        lead = totals.votes_found(len(found), newest_first)
    else:
        lead = totals.votes_counted(0, totals.RECORDED_VOTES, selection.roll_calls)
    assumptions = (cautions.only_where(conditions),) if conditions else ()
    return Answer(Status.ANSWERED, Intent.SEARCH, lead, roll_calls=shown, listed=True, assumptions=assumptions)
