"""How did these states vote: one roll call or several, each labelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answer import Answer, MemberVote, Status
from bot.lookup.assertions import alike, part_holds
from bot.lookup.member_votes import votes_asked, whole_roll
from bot.lookup.record import Record
from bot.lookup.selection import MOST_SHOWN, Selection
from bot.lookup.wording import findings
from bot.question import Assertion, Intent, Question
from store.facts import CAST, Position, RollCall

_MOST_READ_OUT = 3


def positions(question: Question, selection: Selection, record: Record) -> Answer:
    """Newest day first; its roll calls make the lead sentence, the others are in the table."""
    calls = selection.roll_calls
    by_call = {call.id: votes_asked(question, call, record) for call in calls}
    votes = tuple(v for call in calls for v in by_call[call.id])
    lead = _counted(calls, votes, record) if len(calls) > MOST_SHOWN else _read_out(calls, by_call)
    members = tuple(dict.fromkeys(v.member for v in votes))
    return Answer(Status.ANSWERED, question.intent, lead, roll_calls=calls, votes=votes, members=members)


def compared(question: Question, selection: Selection, record: Record) -> Answer:
    """The same facts, led by whether two states voted the same way, or followed by who changed between two votes."""
    answer = positions(replace(question, intent=Intent.COMPARE), selection, record)
    if len(selection.roll_calls) == 1 and len(answer.votes) > 1:
        # Only votes cast are compared (docs/contract.md, rule 6).
        comparable = {v.position for v in answer.votes} <= CAST
        told = f"{findings.same_way(alike(answer.votes))} " if comparable else ""
        return _with_verdict(replace(answer, lead=f"{told}{answer.lead}"), question)
    if len(selection.roll_calls) == 2:
        return replace(answer, lead=f"{answer.lead} {_moves(selection.roll_calls, answer.votes, question.moved)}")
    return answer


def changed(question: Question, selection: Selection, record: Record) -> Answer:
    """Who changed between two votes, of all members; only those who changed so, where that is asked."""
    calls = selection.roll_calls
    votes = tuple(v for call in calls for v in whole_roll(call, record))
    lead = _moves(calls, votes, question.moved)
    return Answer(Status.ANSWERED, Intent.COMPARE, lead, roll_calls=calls, votes=votes)


def _with_verdict(answer: Answer, question: Question) -> Answer:
    """ "Did they vote the same way?" is answered with yes or no as well."""
    parts = question.assertion.parts if question.assertion is not None else ()
    if not parts:
        return answer
    holds = part_holds(parts[0], answer.votes, Assertion(), ())
    return replace(answer, intent=Intent.VERIFY, verdict=holds, lead=f"{findings.verdict(holds)} {answer.lead}")


def _read_out(calls: Sequence[RollCall], by_call: Mapping[int, Sequence[MemberVote]]) -> str:
    head = [r for r in calls if r.date == calls[0].date][:_MOST_READ_OUT]
    told = [findings.positions_on(r, by_call[r.id]) for r in head]
    if len(calls) > len(head):
        told.append(findings.more_in_table(len(calls) - len(head)))
    return " ".join(told)


def _counted(calls: Sequence[RollCall], votes: Sequence[MemberVote], record: Record) -> str:
    """More roll calls than can be read out: how often each position was taken."""
    taken: dict[str, Counter[Position]] = {}
    for vote in votes:
        taken.setdefault(record.short(vote.member), Counter())[vote.position] += 1
    in_order = {name: {p: counted[p] for p in Position if p in counted} for name, counted in taken.items()}
    return findings.often(calls, in_order)


def _moves(roll_calls: Sequence[RollCall], votes: Sequence[MemberVote], asked: tuple[Position, Position] | None) -> str:
    """Who changed between two roll calls, of the changes `asked` about."""
    older, newer = sorted(roll_calls, key=lambda r: r.date)
    before = {v.member: v.position for v in votes if v.roll_call.id == older.id}
    after = [v for v in votes if v.roll_call.id == newer.id and v.member in before]
    moves = [(v.name, before[v.member], v.position) for v in after if before[v.member] is not v.position]
    if asked is not None:
        return findings.changed_so(older, newer, asked, [name for name, *move in moves if tuple(move) == asked])
    return findings.changed(older, newer, moves)
