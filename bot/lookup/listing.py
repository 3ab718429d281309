"""Which votes were there, which one is meant, and what the store holds."""

from __future__ import annotations

import datetime as dt

from bot.answer import Answer, Choice, Status
from bot.lookup import wording
from bot.lookup.members_asked import has_no_list
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, Selection
from bot.question import Intent, Question
from store.facts import Body, RollCall

_LONGEST_QUESTION = 100  # a choice must fit the id of a Discord button
_MOST_LISTED = 60


def search(question: Question, selection: Selection, record: Record) -> Answer:
    """The roll calls found, best first; what was adopted without a roll is said to be so."""
    calls = selection.roll_calls[:_MOST_LISTED]
    more = len(selection.roll_calls) - len(calls)
    newest, oldest = max(r.date for r in calls), min(r.date for r in calls)
    lead = f"{len(selection.roll_calls)} {'vote' if len(selection.roll_calls) == 1 else 'votes'} found, {wording.day(oldest)} to {wording.day(newest)}."
    if more:
        lead += f" The first {len(calls)} are shown; a year or a narrower topic finds the rest."
    return Answer(Status.ANSWERED, Intent.SEARCH, lead, calls, listed=True)


def choose(question: Question, selection: Selection, record: Record) -> Answer:
    """Several roll calls fit: the reader picks, and each pick is a question of its own."""
    calls = selection.roll_calls[:MOST_CHOICES]
    choices = tuple(Choice(_label(r), _ask_again(question, r), r) for r in calls)
    many = len(selection.roll_calls)
    lead = f"{many} votes fit this question. Which one do you mean?" if many > 1 else "Is this the vote you mean?"
    if many > len(calls):
        lead = f"{many} votes fit this question; the first {len(calls)} are below. A date, a symbol or another word narrows it."
    return Answer(Status.CHOOSE, question.intent, lead, choices=choices)


def choose_member(question: Question, record: Record) -> Answer:
    """A name fits several states."""
    mention = next(m for m in question.members if len(m.codes) > 1 and not m.by_day)
    choices = []
    for code in mention.codes:
        name, official = record.short(code), record.members.by_code[code].names[-1].name
        asked = f"{question.text[: mention.start]}{name}{question.text[mention.end :]}"
        choices.append(Choice(name if name == official else f"{name} ({official})", _cut(asked)))
    lead = f"“{mention.words}” can mean {wording.listing([c.label for c in choices]).replace(' and ', ' or ')}. Which state do you mean?"
    return Answer(Status.CHOOSE, question.intent, lead, choices=tuple(choices))


def choose_group(question: Question, record: Record) -> Answer:
    """ "The West" has no list: the reader picks a group that has one."""
    mention = next(g for g in question.groups if has_no_list(g, record))
    choices = []
    for key in ("eu", "nato", "g7", "weog"):
        group = record.members.groups.get(key)
        if group is not None:
            asked = f"{question.text[: mention.start]}{group.name}{question.text[mention.end :]}"
            choices.append(Choice(group.name, _cut(asked)))
    lead = f"“{mention.words}” has no list of members. Which of these do you mean, or which states?"
    return Answer(Status.CHOOSE, question.intent, lead, choices=tuple(choices))


def coverage(question: Question, record: Record) -> Answer:
    """What the store holds and how far it reaches."""
    held = record.coverage()
    bounds: dict[Body, tuple[dt.date, dt.date]] = {}
    for part in held:
        first, until = bounds.get(part.body, (part.first, part.until))
        bounds[part.body] = (min(first, part.first), max(until, part.until))
    total = sum(part.roll_calls for part in held)
    lead = f"The store holds {total:,} roll calls: {wording.reach(bounds)}." if held else "The store holds no votes yet."
    notes = (wording.STARTER_NOTE,) if held and all(part.dataset == "starter" for part in held) else ()
    return Answer(Status.ANSWERED, Intent.COVERAGE, lead, notes=notes, coverage=held)


def help_text(record: Record) -> Answer:
    """What can be asked."""
    asked = (
        "how did Hungary vote on ES-11/7?",
        "who voted against the Cuba embargo in 2025?",
        "didn't Israel abstain on 27 October 2023?",
        "which votes were there on the death penalty?",
    )
    return Answer(Status.HELP, Intent.ABOUT, wording.EMPTY_QUESTION, suggestions=asked, coverage=record.coverage())


def held_by(record: Record) -> str:
    """How far the store reaches, in words."""
    bounds = {body: found for body in Body if (found := record.reaches(body)) is not None}
    return wording.reach(bounds) or "nothing yet"


def _label(call: RollCall) -> str:
    return f"{call.symbol}, {wording.day(call.date)}: {wording.title(call.title)}, {wording.result(call)}"


def _ask_again(question: Question, call: RollCall) -> str:
    """The same question about one roll call: who is asked about, what, and the symbol."""
    asked = " and ".join(dict.fromkeys([*(m.words for m in question.members), *(g.words for g in question.groups)]))
    symbol = call.symbol
    match question.intent:
        case Intent.VERIFY if asked and question.position is not None:
            return _cut(f"did {asked} {_VERBS[question.position]} {symbol}?")
        case Intent.OUTCOME:
            return _cut(f"was {symbol} adopted?")
        case Intent.ROLL_CALL if question.position is not None and not asked:
            return _cut(f"who {_VERBS[question.position].replace('vote ', 'voted ').replace('abstain', 'abstained')} {symbol}?")
        case _ if asked:
            return _cut(f"how did {asked} vote on {symbol}?")
        case _:
            return _cut(f"what was the vote on {symbol}?")


_VERBS = {"yes": "vote for", "no": "vote against", "abstain": "abstain on", "non_voting": "not vote on"}


def _cut(question: str) -> str:
    return question if len(question) <= _LONGEST_QUESTION else question[:_LONGEST_QUESTION].rsplit(" ", 1)[0]
