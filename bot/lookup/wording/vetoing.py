"""Sentences on vetoes: how many, by which definition, until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.answer import Ranked
from bot.lookup.wording.phrases import day, during, listing, number, quoted, sentence, state, states
from bot.translation import said, say
from store.facts import RollCall

VETOES = "vetoes"
ALONE = "Only those drafts are counted that nobody else vetoed."
TOGETHER = "Only those drafts are counted that several permanent members vetoed together."
COUNCIL_ALONE = "Only in the Security Council is there a veto: the no of a permanent member that sinks a draft there."


def counted(drafts: Sequence[RollCall], by_member: Sequence[Ranked], asked: Sequence[str], soviet: int) -> str:
    """How many drafts were vetoed, and by whom. `soviet`: by the Soviet Union, where only its successor is meant."""
    if not drafts:
        return _none(asked)
    told = _vetoed(drafts, asked)
    if soviet:
        return f"{told} {_of_the_seat(soviet, soviet + len(drafts))}"
    return f"{told} {_of_each(by_member)}" if len(by_member) > 1 else told


@said
def _none(asked: Sequence[str]) -> str:
    if not asked:
        return say("Nobody vetoed a draft resolution in that time, as far as the store knows.")
    return sentence(say("{states} vetoed no draft resolution in that time, as far as the store knows.", states=states(asked)))


@said
def _vetoed(drafts: Sequence[RollCall], asked: Sequence[str]) -> str:
    told = "{states} vetoed {drafts} {during}." if asked else "Permanent members vetoed {drafts} {during}."
    count = number(len(drafts), "draft resolution", "draft resolutions")
    return sentence(say(told, states=states(asked), drafts=count, during=during(drafts)))


@said
def _of_the_seat(soviet: int, together: int) -> str:
    told = "The Soviet Union, which held the seat before, vetoed {count}: {together} for the seat."
    return say(told, count=soviet, together=together)


@said
def _of_each(by_member: Sequence[Ranked]) -> str:
    each = listing([f"{state(one.name)} {one.value:.0f}" for one in by_member])
    return sentence(f"{each}.")


@said
def on_topic(found: int, drafts: Sequence[RollCall], words: Sequence[str], asked: Sequence[str]) -> str:
    """Vetoed drafts that hold the words asked about; others may be on the same matter under another item."""
    told = number(found, "draft resolution vetoed", "draft resolutions vetoed")
    if asked:
        told = say("{drafts} by {states}", drafts=told, states=states(asked))
    if drafts:
        told = f"{told} {during(drafts)}"
    whole = (
        "{drafts} has {words} in title, agenda or subject; a draft on the same matter under another agenda item is not found so."
        if found == 1
        else "{drafts} have {words} in title, agenda or subject; a draft on the same matter under another agenda item is not "
        "found so."
    )
    return say(whole, drafts=told, words=quoted(words))


@said
def definition(drafts: int, cast: int, amendments: int) -> str:
    """What was counted, and what the same list gives by the other common count."""
    apart = ""
    if amendments:
        one, many = "vetoed amendment is counted in neither.", "vetoed amendments are counted in neither."
        apart = f" {number(amendments, one, many)}"
    return say(
        "Counted here: draft resolutions that had the votes and that the no of a permanent member sank, each once "
        "({drafts}). Counted by each permanent member's no, since several may veto one draft: {cast} vetoes cast.{apart} "
        "A permanent member's no on a draft that lacked the votes anyway, or on a question of procedure, is no veto.",
        drafts=drafts,
        cast=cast,
        apart=apart,
    )


@said
def not_permanent(asked: Sequence[str]) -> str:
    """Of states that have no veto to cast."""
    one = "{states} is no permanent member of the Security Council and has no veto."
    many = "{states} are no permanent members of the Security Council and have no veto."
    return sentence(say(one if len(asked) == 1 else many, states=states(asked)))


@said
def reaches(until: dt.date, later: int) -> str:
    """Where the list of the Data Hub ends, and what stands after it."""
    if not later:
        told = "The UN Peace & Security Data Hub's list in this store ends on {day}; later vetoes are missing."
    elif later == 1:
        told = (
            "The UN Peace & Security Data Hub's list in this store ends on {day}; the {count} later one is from other sources in "
            "the store, which may not be all."
        )
    else:
        told = (
            "The UN Peace & Security Data Hub's list in this store ends on {day}; the {count} later ones are from other sources "
            "in the store, which may not be all."
        )
    return say(told, day=day(until), count=later)
