"""Texts on one matter that were put to the vote on one day: the ones that newsrooms take for each other."""

from __future__ import annotations

from bot.lookup.record import Record
from bot.lookup.series import in_one_series, title_signature
from store.facts import Body, RollCall, is_plain

_FEW = 4  # texts of one agenda item on one day; with more, the item is a wide field and no matter
_RARE = 150  # roll calls that have a telling word in their titles, at most
_LONGEST_AGENDA = 120  # characters; longer agenda texts are several items joined, which two texts share by chance


def siblings(roll_call: RollCall, record: Record) -> list[RollCall]:
    """Those of the same body first, then of another; whole texts before their amendments."""
    same_day = [r for r in record.catalogue.on(roll_call.date, roll_call.date, None) if r.id != roll_call.id]
    crowded = sum(is_plain(r) and r.agenda == roll_call.agenda for r in same_day) > _FEW
    related = [r for r in same_day if _on_one_matter(roll_call, r) and not (crowded and _is_apart(roll_call, r, record))]
    return sorted(related, key=lambda r: (r.body is not roll_call.body, not is_plain(r)))


def _is_apart(a: RollCall, b: RollCall, record: Record) -> bool:
    """Whether two texts of one crowded agenda item ("human rights questions") share no telling word of their titles."""
    if a.parent or b.parent:
        return False
    shared = title_signature(a.title) & title_signature(b.title)
    return not any(len(found.title) < _RARE for found in record.postings(shared).values())


def _on_one_matter(a: RollCall, b: RollCall) -> bool:
    if a.parent and a.parent in (b.symbol, b.parent):
        return True
    if b.parent:
        return b.parent == a.symbol
    if set(a.subjects) & set(b.subjects) and (a.agenda == b.agenda or a.body is not b.body):
        return True
    if in_one_series(a, b):
        return True
    # The rights bodies' agenda items hold everything ("Universal periodic review"), so they say nothing of the matter.
    shared = a.agenda is not None and a.agenda == b.agenda and len(a.agenda) < _LONGEST_AGENDA
    return shared and a.body not in (Body.HRC, Body.CHR)
