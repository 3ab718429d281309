"""The votes of other years that carry on the text spoken of, also where its title has changed a little."""

from __future__ import annotations

from collections.abc import Sequence

from bot.check.referent import Referent
from bot.check.results import counted_so
from bot.lookup.record import Record
from bot.lookup.series import series_of, title_signature
from store.facts import RollCall, is_plain

_FEW = 3  # texts spoken of together
_RARE = 150  # roll calls that have a telling word in their titles, at most


class BySeries:
    """Of the vote spoken of."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def carried_on(self, focus: Referent | None, pool: Sequence[RollCall]) -> list[RollCall]:
        """Those of the pool: of the same text, else the only one whose title says more or less of the same."""
        before = focus.calls or focus.near if focus is not None else ()
        if not before:
            return []
        ids = {r.id for told in before[:_FEW] for r in series_of(told, self._record)}
        if same := [r for r in pool if r.id in ids]:
            return same
        alike = [r for r in pool if self._is_alike(before[0], r)]
        return alike if len(alike) == 1 else []

    def of_year(
        self, year: int, focus: Referent | None, result: Sequence[int | None], pool: Sequence[RollCall]
    ) -> Referent | None:
        """ "By 1979 the yes votes were down to 62": the only one of that year; a guess, unless it ended so."""
        found = [r for r in self.carried_on(focus, pool) if r.date.year == year]
        if len(found) != 1:
            return None
        so = any(n is not None for n in result) and counted_so(found[0], result)
        return Referent(tuple(found), body=found[0].body, guess=not so, firm=so)

    def _is_alike(self, call: RollCall, other: RollCall) -> bool:
        """ "Question of Timor" and "Question of East Timor": all words of one are in the other, and a rare one among them."""
        if call.body is not other.body or not is_plain(other):
            return False
        mine, its = title_signature(call.title), title_signature(other.title)
        shared = mine & its
        if shared not in (mine, its) or abs(len(mine) - len(its)) > 1:
            return False
        return any(len(found.title) < _RARE for found in self._record.postings(shared).values())
