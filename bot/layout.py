"""An answer, or a check report -> Card: what comes first, what is cut. Knows nothing of platforms."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, MemberVote, Status
from bot.card import Block, Card, CardChoice, CardSource, Facts, Note, Table
from bot.customs import by_name, grouped, name_in, percent
from bot.namesakes import symbol_of
from bot.reply import SourceOut
from bot.report import CheckReport, ClaimOut, Judgement, SummaryOut
from bot.translation import fixed, said, say, wanted
from store.facts import Mode, Outcome, Position, RollCall, dashed

SIGNS = {
    Position.YES: "✓ yes",
    Position.NO: "✗ no",
    Position.ABSTAIN: "○ abstained",
    Position.NON_VOTING: "– non-voting",
    Position.NOT_MEMBER: "no seat",
    Position.UNKNOWN: "? not recorded",
}
_ROLL_TITLES = {
    Position.NO: "Against",
    Position.ABSTAIN: "Abstaining",
    Position.NON_VOTING: "Non-voting",
    Position.YES: "In favour",
    Position.UNKNOWN: "Position not known",
}
"""In the order of a roll: the few before the many."""
_OUTCOMES = {Outcome.ADOPTED: "adopted", Outcome.REJECTED: "rejected", Outcome.VETOED: "vetoed"}

_MOST_ROWS = 40
_MOST_ROLLS = 3
_WHOLE_ROLL = 12  # more members than this in one roll call are listed by position


VERDICTS: dict[Judgement, str] = {
    "supported": "✓ supported",
    "contradicted": "✗ contradicted",
    "ambiguous": "≈ ambiguous",
    "unverifiable": "? unverifiable",
}
"""Each with its sign: no front end tells a verdict by colour alone."""

_MOST_CLAIMS = 12
_LONGEST_QUOTE = 200


def lay_out_report(report: CheckReport) -> Card:
    """A check report for a chat: what is wrong first, each claim with its verdict, the finding, and the record's page."""
    worst_first = sorted(report.claims, key=lambda c: (_WORST_FIRST.index(c.verdict), c.start))
    hidden = len(worst_first) - _MOST_CLAIMS
    blocks: list[Block] = [_claim(c) for c in worst_first[:_MOST_CLAIMS]]
    if hidden > 0:
        blocks.append(Note(f"{hidden} more of the {report.checked} claims are not shown; votedesk check shows all of them."))
    sources = (_source(s) for c in worst_first[:_MOST_CLAIMS] for s in c.sources)
    return Card(lead=summary_line(report.summary), blocks=tuple(blocks), sources=tuple(dict.fromkeys(sources)))


_WORST_FIRST: tuple[Judgement, ...] = ("contradicted", "ambiguous", "unverifiable", "supported")


def summary_line(summary: SummaryOut) -> str:
    """ "5 claims on votes: 3 supported, 1 contradicted, 1 unverifiable."."""
    counts = summary.model_dump()
    claims = sum(counts.values())
    if not claims:
        return "No claim about a vote at the United Nations was found in the text."
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS if counts[verdict])
    return f"{claims} {'claim on a vote' if claims == 1 else 'claims on votes'}: {told}."


def _claim(claim: ClaimOut) -> Facts:
    quote = " ".join(claim.quote.split())
    short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    url = next((s.url for s in claim.sources if s.url), None)
    return Facts((("The record", claim.finding),), title=f"{VERDICTS[claim.verdict]}: “{short}”", url=url)


def lay_out(answer: Answer, sources: Sequence[SourceOut]) -> Card:
    """The lead first, then the table, the cautions and what was assumed; sources last. Worded in the language wanted."""
    return Card(
        lead=answer.lead,
        blocks=(
            *(_facts(answer) if answer.status is Status.ANSWERED else ()),
            *(Note(text) for text in answer.notes),
            *(Note(text, assumed=True) for text in answer.assumptions),
        ),
        sources=tuple(dict.fromkeys(_source(s) for s in sources)),
        choices=tuple(CardChoice(c.label, c.question) for c in answer.choices),
        suggestions=answer.suggestions,
        language=wanted(),
    )


def _source(source: SourceOut) -> CardSource:
    return CardSource(source.title, source.url, _reach(source.until.isoformat()) if source.until else None)


@said
def _reach(until: str) -> str:
    return say("data to {day}", day=until)


def _facts(answer: Answer) -> list[Block]:
    if answer.coverage:
        return [_coverage(answer)]
    if answer.ranking:
        return [_ranking(answer)]
    if answer.listed or not answer.votes:
        return [_roll_calls(answer.roll_calls)] if answer.roll_calls else []
    if len(answer.votes) > _WHOLE_ROLL * max(1, len(answer.roll_calls)):
        return [_whole_roll(call, answer.votes) for call in answer.roll_calls[:_MOST_ROLLS]]
    return [_positions(answer.votes)]


def _coverage(answer: Answer) -> Table:
    rows = (
        (c.body.value, c.title, c.first.isoformat(), c.until.isoformat(), _number(c.roll_calls), _number(c.votes))
        for c in answer.coverage
    )
    return Table(_headings("Body", "Source", "From", "To", "Roll calls", "Votes"), tuple(rows))


def _headings(*words: str) -> tuple[str, ...]:
    return tuple(map(fixed, words))


def _number(count: int) -> str:
    return grouped(count, wanted())


def _name(name: str) -> str:
    return name_in(name, wanted())


def _ranking(answer: Answer) -> Table:
    is_share = answer.ranking_unit == "share"
    values = (percent(one.value, wanted()) if is_share else format(one.value, ".0f") for one in answer.ranking)
    names = (_name(one.name) for one in answer.ranking)
    rows = ((str(place), *row) for place, row in enumerate(zip(names, values, strict=True), 1))
    return Table(_headings("", "Member state", answer.ranking_unit), tuple(rows))


def _positions(votes: Sequence[MemberVote]) -> Table:
    rows = [_position(vote) for vote in votes[:_MOST_ROWS]]
    columns = _headings("Date", "Symbol", "Member state", "Vote", "Tally")
    return Table(columns, tuple(rows), hidden_rows=len(votes) - len(rows))


def _position(vote: MemberVote) -> tuple[str, ...]:
    call = vote.roll_call
    return (call.date.isoformat(), symbol_of(call), _name(vote.name), _sign(vote), _tally(call))


def _sign(vote: MemberVote) -> str:
    return fixed(SIGNS[vote.position]) + (fixed(" (veto)") if vote.veto else "")


def _whole_roll(call: RollCall, votes: Sequence[MemberVote]) -> Table:
    here = [v for v in votes if v.roll_call.id == call.id]
    rows = []
    for position, heading in _ROLL_TITLES.items():
        names = by_name((v.name for v in here if v.position is position), wanted())
        if names:
            rows.append((fixed(heading), str(len(names)), ", ".join(names)))
    return Table(_headings("Position", "", "Member states"), tuple(rows), title=f"{symbol_of(call)}: {call.title}")


def _roll_calls(calls: Sequence[RollCall]) -> Table:
    rows = [(c.date.isoformat(), symbol_of(c), c.title, fixed(_OUTCOMES[c.outcome]), _tally(c)) for c in calls[:_MOST_ROWS]]
    columns = _headings("Date", "Symbol", "Title", "Outcome", "Tally")
    return Table(columns, tuple(rows), hidden_rows=len(calls) - len(rows))


def _tally(call: RollCall) -> str:
    if call.mode is Mode.WITHOUT_VOTE:
        return fixed("without a vote")
    if call.mode is Mode.NON_RECORDED and call.tally.yes is None:
        return fixed("not recorded")
    return dashed(call.tally.yes, call.tally.no, call.tally.abstain)
