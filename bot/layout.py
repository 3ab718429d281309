"""Answer -> Card: what comes first, what is cut. Knows nothing of platforms."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, MemberVote, Status
from bot.card import Block, Bullets, Card, CardChoice, CardSource, Note, Table
from bot.reply import SourceOut
from store.facts import Mode, Position, RollCall

_MOST_ROWS = 40
SIGNS = {
    Position.YES: "✓ yes",
    Position.NO: "✗ no",
    Position.ABSTAIN: "○ abstained",
    Position.NON_VOTING: "– non-voting",
    Position.NOT_MEMBER: "no seat",
    Position.UNKNOWN: "? not recorded",
}
_ORDER = (Position.NO, Position.ABSTAIN, Position.NON_VOTING, Position.YES, Position.UNKNOWN)
_ROLL_TITLES = {
    Position.YES: "In favour",
    Position.NO: "Against",
    Position.ABSTAIN: "Abstaining",
    Position.NON_VOTING: "Non-voting",
    Position.UNKNOWN: "Position not known",
}
_WHOLE_ROLL = 12  # more members than this in one roll call are listed by position


def lay_out(answer: Answer, sources: Sequence[SourceOut]) -> Card:
    """The lead first, then the table, the cautions and what was assumed; sources last."""
    blocks: list[Block] = []
    if answer.status is Status.ANSWERED:
        blocks.extend(_facts(answer))
    blocks.extend(Note(text) for text in answer.notes)
    blocks.extend(Note(text, assumed=True) for text in answer.assumptions)
    return Card(
        lead=answer.lead,
        blocks=tuple(blocks),
        sources=tuple(CardSource(s.title, s.url, f"data to {s.until.isoformat()}" if s.until else None) for s in sources),
        choices=tuple(CardChoice(c.label, c.question) for c in answer.choices),
        suggestions=answer.suggestions,
    )


def _facts(answer: Answer) -> list[Block]:
    if answer.coverage:
        return [_coverage(answer)]
    if answer.ranking:
        rows = tuple(
            (str(place), one.name, f"{one.value:.1%}" if answer.ranking_unit == "share" else f"{one.value:.0f}")
            for place, one in enumerate(answer.ranking, 1)
        )
        return [Table(("", "Member state", answer.ranking_unit), rows)]
    if answer.listed or not answer.votes:
        return [_roll_calls(answer.roll_calls)] if answer.roll_calls else []
    per_call = len(answer.votes) / max(1, len(answer.roll_calls))
    if per_call > _WHOLE_ROLL:
        return [
            block
            for call in answer.roll_calls[:3]
            for block in _whole_roll(call, [v for v in answer.votes if v.roll_call.id == call.id])
        ]
    return [_positions(answer.votes)]


def _positions(votes: Sequence[MemberVote]) -> Table:
    rows = tuple(
        (
            v.roll_call.date.isoformat(),
            v.roll_call.symbol,
            v.name,
            SIGNS[v.position] + (" (veto)" if v.veto else ""),
            _tally(v.roll_call),
        )
        for v in votes
    )
    return Table(
        ("Date", "Symbol", "Member state", "Vote", "Tally"), rows[:_MOST_ROWS], hidden_rows=max(0, len(rows) - _MOST_ROWS)
    )


def _whole_roll(call: RollCall, votes: Sequence[MemberVote]) -> list[Block]:
    rows = []
    for position in _ORDER:
        names = [v.name for v in votes if v.position is position]
        if names:
            rows.append((_ROLL_TITLES[position], str(len(names)), ", ".join(names)))
    return [Table(("Position", "", "Member states"), tuple(rows), title=f"{call.symbol}: {call.title}")]


def _roll_calls(calls: Sequence[RollCall]) -> Table:
    rows = tuple((c.date.isoformat(), c.symbol, c.title, c.outcome.value, _tally(c)) for c in calls)
    return Table(("Date", "Symbol", "Title", "Outcome", "Tally"), rows[:_MOST_ROWS], hidden_rows=max(0, len(rows) - _MOST_ROWS))


def _tally(call: RollCall) -> str:
    if call.mode is Mode.WITHOUT_VOTE:
        return "without a vote"
    if call.mode is Mode.NON_RECORDED and call.tally.yes is None:
        return "not recorded"
    return "-".join("?" if n is None else str(n) for n in (call.tally.yes, call.tally.no, call.tally.abstain))


def _coverage(answer: Answer) -> Block:
    if answer.status is Status.HELP:
        return Bullets(answer.suggestions)
    rows = tuple(
        (c.body.value, c.title, c.first.isoformat(), c.until.isoformat(), f"{c.roll_calls:,}", f"{c.votes:,}")
        for c in answer.coverage
    )
    return Table(("Body", "Source", "From", "To", "Roll calls", "Votes"), rows)
