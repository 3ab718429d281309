"""Which votes were there."""

from __future__ import annotations

from bot.answer import Answer, Status
from bot.lookup.selection import Selection
from bot.lookup.wording import totals
from bot.question import Intent

_MOST_LISTED = 60


def search(selection: Selection) -> Answer:
    """The roll calls found, best first; the head says how many there are and over which time."""
    found = selection.roll_calls
    shown = found[:_MOST_LISTED]
    newest_first = sorted(shown, key=lambda r: r.date, reverse=True)
    lead = totals.votes_found(len(found), newest_first)
    return Answer(Status.ANSWERED, Intent.SEARCH, lead, roll_calls=shown, listed=True)
