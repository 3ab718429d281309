"""A roll call's symbol for readers: where several votes share it, with what tells this one from the others."""

from __future__ import annotations

import datetime as dt

from bot.customs import long_date
from bot.translation import said, say, spoken
from store.facts import Apart, ApartBy, RollCall


@said
def symbol_of(call: RollCall) -> str:
    """ "S/RES/2334(2016)"; "S/PV.57 (Portugal)", "S/PV.49 (vote 2 of 3)"."""
    return call.symbol if call.apart is None else f"{call.symbol} ({_told(call.apart)})"


def symbol_beside(call: RollCall, title: str) -> str:
    """The same without brackets, for a sentence that has the day and this title: what these tell is not told again."""
    apart = call.apart
    if apart is None or apart.by is ApartBy.DAY or apart.text in title:
        return call.symbol
    return f"{call.symbol}, {_told(apart)}"


def _told(apart: Apart) -> str:
    match apart.by:
        case ApartBy.TITLE:
            return apart.text
        case ApartBy.DRAFT:
            return say("draft {symbol}", symbol=apart.text)
        case ApartBy.DAY:
            return long_date(dt.date.fromisoformat(apart.text), spoken())
        case ApartBy.RECORD:
            return say("record {number}", number=apart.text)
        case ApartBy.PLACE:
            place, _, count = apart.text.partition("/")
            return say("vote {place} of {count}", place=place, count=count)
