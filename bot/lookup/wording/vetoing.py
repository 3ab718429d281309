"""Sentences on vetoes: how many, by which definition, until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.answer import Ranked
from bot.lookup.wording.phrases import day, during, listing, number, quoted, sentence, state, states
from store.facts import RollCall

VETOES = "vetoes"


def counted(drafts: Sequence[RollCall], by_member: Sequence[Ranked], asked: Sequence[str], soviet: int) -> str:
    """How many drafts were vetoed, and by whom. `soviet`: by the Soviet Union, where only its successor is meant."""
    if not drafts:
        return sentence(
            f"{states(asked) if asked else 'nobody'} vetoed no draft resolution in that time, as far as the store knows."
        )
    who = f"{states(asked)} vetoed" if asked else "permanent members vetoed"
    told = sentence(f"{who} {number(len(drafts), 'draft resolution', 'draft resolutions')} {during(drafts)}.")
    if soviet:
        together = soviet + len(drafts)
        return f"{told} The Soviet Union, which held the seat before, vetoed {soviet}: {together} for the seat."
    if len(by_member) > 1:
        each = listing([f"{state(one.name)} {one.value:.0f}" for one in by_member])
        told += f" {sentence(each)}."
    return told


def on_topic(found: int, drafts: Sequence[RollCall], words: Sequence[str], asked: Sequence[str]) -> str:
    """Vetoed drafts that hold the words asked about; others may be on the same matter under another item."""
    by = f" vetoed by {states(asked)}" if asked else " vetoed"
    when = f" {during(drafts)}" if drafts else ""
    return (
        f"{number(found, 'draft resolution', 'draft resolutions')}{by}{when} "
        f"{'has' if found == 1 else 'have'} {quoted(words)} in title, agenda or subject; "
        "a draft on the same matter under another agenda item is not found so."
    )


def definition(drafts: int, cast: int, amendments: int) -> str:
    """What was counted, and what the same list gives by the other common count."""
    apart = f" {number(amendments, 'vetoed amendment is', 'vetoed amendments are')} counted in neither." if amendments else ""
    return (
        "Counted here: draft resolutions that had the votes and that the no of a permanent member sank, each once "
        f"({drafts}). Counted by each permanent member's no, since several may veto one draft: {cast} vetoes cast.{apart} "
        "A permanent member's no on a draft that lacked the votes anyway, or on a question of procedure, is no veto."
    )


def reaches(until: dt.date, later: int) -> str:
    """Where the list of the Data Hub ends, and what stands after it."""
    after = (
        f"; the {number(later, 'later one is', 'later ones are')} from other sources in the store, which may not be all"
        if later
        else "; later vetoes are missing"
    )
    return f"The UN Peace & Security Data Hub's list in this store ends on {day(until)}{after}."
