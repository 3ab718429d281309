"""How did these states vote: one roll call or several, each labelled."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer, MemberVote, Status
from bot.lookup import wording
from bot.lookup.members_asked import asked_on, votes_of, with_predecessors
from bot.lookup.record import Record
from bot.lookup.selection import MOST_SHOWN, Selection
from bot.question import Intent, Question
from store.facts import Position, RollCall


def positions(question: Question, selection: Selection, record: Record) -> Answer:
    """Newest day first; its roll calls make the lead sentence, the others are in the table."""
    votes: list[MemberVote] = []
    by_call: dict[int, list[MemberVote]] = {}
    for roll_call in selection.roll_calls:
        codes = asked_on(question, roll_call, record)
        here = with_predecessors(question, roll_call, votes_of(codes, roll_call, record), record)
        by_call[roll_call.id] = here
        votes.extend(here)
    if len(selection.roll_calls) > MOST_SHOWN:
        return _many(question, selection, by_call, record)
    head = [r for r in selection.roll_calls if r.date == selection.roll_calls[0].date]
    lead = " ".join(_sentence(r, by_call[r.id]) for r in head[:3])
    if len(selection.roll_calls) > len(head[:3]):
        lead += f" {len(selection.roll_calls) - len(head[:3])} more that match are in the table."
    members = tuple(dict.fromkeys(v.member for v in votes))
    return Answer(Status.ANSWERED, question.intent, lead, selection.roll_calls, tuple(votes), members)


def _many(question: Question, selection: Selection, by_call: dict[int, list[MemberVote]], record: Record) -> Answer:
    """More roll calls than can be read out: how often each position was taken, and the newest of them."""
    votes = [v for here in by_call.values() for v in here]
    told = []
    for code in dict.fromkeys(v.member for v in votes):
        positions_of = [v.position for v in votes if v.member == code]
        parts = [f"{wording.POSITIONS[p]} {positions_of.count(p)}" for p in Position if p in positions_of]
        told.append(f"{record.short(code)}: {', '.join(parts)}")
    calls = selection.roll_calls
    first, last = wording.day(calls[-1].date), wording.day(calls[0].date)
    when = f"on {last}" if first == last else f"from {first} to {last}"
    lead = f"{len(calls)} roll calls of the {wording.BODIES[calls[0].body]} {when}. {'; '.join(told)}. A topic or a symbol narrows it."
    members = tuple(dict.fromkeys(v.member for v in votes))
    return Answer(Status.ANSWERED, question.intent, lead, calls, tuple(votes), members)


def compared(question: Question, selection: Selection, record: Record) -> Answer:
    """The same facts, led by whether they voted the same way."""
    answer = positions(replace(question, intent=Intent.COMPARE), selection, record)
    head = selection.roll_calls[0]
    here = [v for v in answer.votes if v.roll_call.id == head.id]
    if len(selection.roll_calls) == 1 and len(here) == 2:
        same = here[0].position is here[1].position
        return replace(answer, lead=f"{'The same' if same else 'Different'}: {answer.lead}")
    moved = _moved(selection.roll_calls, answer.votes)
    return replace(answer, lead=f"{answer.lead} {moved}".strip())


def _sentence(roll_call: RollCall, votes: list[MemberVote]) -> str:
    return wording.one_position(votes[0]) if len(votes) == 1 else wording.several_positions(roll_call, votes)


def _moved(roll_calls: tuple[RollCall, ...], votes: tuple[MemberVote, ...]) -> str:
    """Who changed between the first and the last of several roll calls."""
    if len(roll_calls) != 2:
        return ""
    older, newer = sorted(roll_calls, key=lambda r: r.date)
    before = {v.member: v for v in votes if v.roll_call.id == older.id}
    changed = [
        f"{v.name} ({wording.POSITIONS[before[v.member].position]} → {wording.POSITIONS[v.position]})"
        for v in votes
        if v.roll_call.id == newer.id and v.member in before and before[v.member].position is not v.position
    ]
    return f"Changed from {older.symbol} to {newer.symbol}: {wording.listing(changed)}."
