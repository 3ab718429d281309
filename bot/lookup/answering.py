"""A question -> the answer: which votes are meant, then the lookup that fits what was asked."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer, Reason, Status
from bot.lookup import wording
from bot.lookup.comparison import agreement, ranking
from bot.lookup.finding import select
from bot.lookup.history import count, timeline
from bot.lookup.listing import choose, choose_group, choose_member, coverage, held_by, help_text, search
from bot.lookup.members_asked import has_no_list, with_seat_holders, with_strays
from bot.lookup.membership import membership
from bot.lookup.notes import assumptions_of, notes_on
from bot.lookup.one_vote import outcome, roll_call
from bot.lookup.positions import compared, positions
from bot.lookup.record import Record
from bot.lookup.selection import Found, How, Selection
from bot.lookup.verify import verify
from bot.lookup.vetoes import vetoes
from bot.question import Flag, Intent, Question
from store.facts import Body


_OVER_MANY = frozenset({Intent.AGREEMENT, Intent.RANKING, Intent.COUNT})
_OUTSIDE_IN_TITLES = {"ecosoc": "economic and social council", "committee": "committee", "court": "court"}


def answer(question: Question, record: Record) -> Answer:
    """Always an answer, also where the record has none; never an exception for what a reader may type."""
    early = _without_selection(question, record)
    if early is not None:
        return early
    selection = select(question, record)
    question = with_seat_holders(question, selection.roll_calls)
    if question.non_members and not (question.members or question.groups):
        one = question.non_members[0]
        lead = wording.NOT_THEIRS[one.kind].format(name=one.name) + (f" {one.note}" if one.note else "")
        return Answer(Status.NOT_FOUND, question.intent, lead, reason=Reason.NO_VOTE_OF_ITS_OWN)
    if question.intent in _OVER_MANY:
        found = {Intent.AGREEMENT: agreement, Intent.RANKING: ranking, Intent.COUNT: count}[question.intent](
            question, selection, record
        )
        if found is not None and selection.found not in (Found.LATER, Found.NO_SUCH_SYMBOL):
            return _finished(found, question, selection, record)
    if selection.found is Found.CHOOSE:
        return _chosen(question, selection, record)
    if selection.found is not Found.MEANT or not selection.roll_calls:
        if Flag.WHY in question.flags:
            return Answer(Status.NOT_FOUND, question.intent, wording.REASONS_NOT_RECORDED, reason=Reason.NO_REASONS)
        return _not_found(question, selection, record)
    question = with_strays(question, selection.roll_calls, record)
    return _finished(_looked_up(question, selection, record), question, selection, record)


def _without_selection(question: Question, record: Record) -> Answer | None:
    if question.intent is Intent.COVERAGE:
        return coverage(question, record)
    if question.outside is not None and not _is_in_title(question, record):
        return Answer(Status.NOT_FOUND, question.intent, wording.REASONS[question.outside], reason=Reason.NOT_IN_RECORD)
    if question.body in (Body.HRC, Body.CHR) and record.reaches(question.body) is None:
        lead = f"Votes of the {wording.BODIES[question.body]} are not in this store, which holds: {held_by(record)}."
        return Answer(Status.NOT_FOUND, question.intent, lead, reason=Reason.NOT_IN_RECORD)
    if question.impossible and not question.days:
        lead = wording.no_such_date(question.impossible)
        return Answer(Status.NOT_FOUND, question.intent, lead, reason=Reason.NOT_IN_RECORD)
    if question.intent in _OVER_MANY and not record.holds_official(question.body or Body.GA):
        return Answer(Status.NOT_FOUND, question.intent, wording.SELECTION_ONLY, reason=Reason.NOT_IN_RECORD)
    if question.intent is Intent.MEMBERSHIP and (found := membership(question, record)) is not None:
        return found
    if question.intent in (Intent.VETO, Intent.COUNT, Intent.RANKING) and _about_vetoes(question):
        return vetoes(question, record)
    if any(len(m.codes) > 1 and not m.by_day for m in question.members):
        return choose_member(question, record)
    if not (question.members or question.strays) and any(has_no_list(g, record) for g in question.groups):
        return choose_group(question, record)
    if question.intent is Intent.ABOUT and not _names_anything(question):
        return help_text(record)
    return None


def _is_in_title(question: Question, record: Record) -> bool:
    """Whether the body outside the record is only the matter of a text within it ("Report of the Economic and Social Council")."""
    phrase = _OUTSIDE_IN_TITLES.get(question.outside or "")
    if phrase is None:
        return False
    selection = select(replace(question, outside=None), record)
    return selection.found is Found.MEANT and all(phrase in r.title.lower() for r in selection.roll_calls)


def _about_vetoes(question: Question) -> bool:
    """Vetoes as such, how many or whose: not one vetoed text."""
    return Flag.VETOES in question.flags and not (
        question.symbols or question.names or question.same or (question.topic and question.intent is Intent.VETO)
    )


def _names_anything(question: Question) -> bool:
    return bool(
        question.symbols
        or question.tallies
        or question.days
        or question.names
        or question.topic
        or question.members
        or question.groups
        or question.same
    )


def _looked_up(question: Question, selection: Selection, record: Record) -> Answer:
    states = bool(question.members or question.groups)
    match question.intent:
        case Intent.VERIFY:
            return verify(question, selection, record) or choose(question, selection, record)
        case Intent.OUTCOME:
            return outcome(question, selection, record)
        case Intent.SEARCH:
            return search(question, selection, record)
        case Intent.TIMELINE if states:
            return timeline(question, selection, record)
        case Intent.COMPARE if states:
            return compared(question, selection, record)
        case Intent.POSITION | Intent.AGREEMENT | Intent.RANKING | Intent.COUNT if states:
            return positions(replace(question, intent=Intent.POSITION), selection, record)
        case Intent.ABOUT | Intent.TIMELINE | Intent.COMPARE | Intent.COUNT | Intent.POSITION if len(selection.roll_calls) > 3:
            return search(question, selection, record)
        case _:
            return roll_call(question, selection, record)


def _chosen(question: Question, selection: Selection, record: Record) -> Answer:
    """A verdict that is the same for every reading needs no choice."""
    if question.intent is Intent.VERIFY and not selection.missing and len(selection.roll_calls) <= 4:
        found = verify(question, selection, record)
        if found is not None and found.verdict is not None:
            return _finished(found, question, selection, record)
    chosen = choose(question, selection, record)
    return replace(chosen, assumptions=assumptions_of(question, replace(selection, how=())))


def _finished(found: Answer, question: Question, selection: Selection, record: Record) -> Answer:
    if found.status is not Status.ANSWERED:
        return found
    if any(kind is How.LATEST_DAY for kind, _ in selection.how):
        found = replace(found, suggestions=_days_before(question, selection, record))
    notes = notes_on(question, () if found.listed else found.roll_calls, found.votes, record)
    return replace(
        found,
        notes=(*((wording.REASONS_NOT_RECORDED,) if Flag.WHY in question.flags else ()), *notes, *found.notes),
        assumptions=(*found.assumptions, *assumptions_of(question, selection)),
        members=found.members or tuple(m.codes[0] for m in question.members),
    )


def _days_before(question: Question, selection: Selection, record: Record) -> tuple[str, ...]:
    """The same question on the voting days before (docs/contract.md, rule 2)."""
    last = selection.roll_calls[0].date
    asked = (
        wording.listing([*(m.words for m in question.members), *(g.words for g in question.groups)])
        if question.members or question.groups
        else ""
    )
    days = record.catalogue.voting_days(selection.roll_calls[0].body, last, 4)
    return tuple(
        f"how did {asked} vote on {wording.day(d)}?" if asked else f"what were the votes on {wording.day(d)}?"
        for d in days
        if d != last
    )[:3]


def _not_found(question: Question, selection: Selection, record: Record) -> Answer:
    held = held_by(record)
    times = wording.listing([d.words for d in question.days]) if question.days else "that time"
    words = f" on {wording.listing([f'“{t.word}”' for t in question.topic])}" if question.topic else ""
    reason = Reason.NOT_IN_RECORD
    match selection.found:
        case Found.NO_SUCH_SYMBOL:
            lead = wording.no_such_symbol(selection.missing, held)
        case Found.LATER:
            body = question.body or (selection.near[0].body if selection.near else Body.GA)
            bounds = record.reaches(body)
            lead = wording.later_than_data(body, bounds[1]) if bounds else wording.nothing_near((), held)
            reason = Reason.LATER_THAN_DATA
        case Found.NOT_THEN:
            lead = wording.not_then(words, times, selection.near)
        case Found.NO_VOTE_NAMED:
            return help_text(record)
        case _:
            lead = wording.nothing_near(selection.missing or [t.word for t in question.topic], held)
    unread = tuple(f"“{v}” is not a date; give a year or a date." for v in question.vague)
    suggestions = tuple(dict.fromkeys(f"what was the vote on {r.symbol}?" for r in selection.near[:3]))
    return Answer(
        Status.NOT_FOUND,
        question.intent,
        lead,
        members=tuple(m.codes[0] for m in question.members),
        notes=unread,
        suggestions=suggestions,
        reason=reason,
    )
