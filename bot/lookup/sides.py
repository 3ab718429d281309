"""When, and how often, a state voted with another or against it: "when did India last vote with Israel"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, Status
from bot.lookup.member_votes import votes_of
from bot.lookup.not_found import refuse
from bot.lookup.period import lasting_code, period
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.lookup.wording import findings, refusals, totals
from bot.question import Intent, Question, SideTaken
from store.facts import CAST, Position, RollCall

_MOST_READ_OUT = 2
_MOST_LISTED = 20
_OPPOSITE = frozenset({Position.YES, Position.NO})


def sides_taken(question: Question, selection: Selection, record: Record) -> Answer | None:
    """The last or the first roll call in which both were on one side, or on opposite ones, and how many there were.

    None where something else is asked. Only votes cast count (docs/contract.md, rule 6), and an abstention is against nobody.
    """
    whom = question.opposed or question.sided_with
    asked_of = [m for m in question.members if m not in whom]
    if question.side_taken is None or len(asked_of) != 1 or len(whom) != 1 or question.groups:
        return None
    if question.symbols or question.tallies or question.same or question.like:
        return None
    if question.has_topic and (selection.found is not Found.MEANT or len(selection.roll_calls) == 1):
        return None
    calls = period(question, selection, record)
    if not calls:
        return None
    codes = [lasting_code(m, calls, record) for m in (*asked_of, *whom)]
    names = [record.short(code) for code in codes]
    both = _both_cast(codes, calls, record)
    if not both:
        return refuse(Intent.TIMELINE, refusals.never_both(names, calls))
    found = [call for call, taken in both if _is_so(taken, bool(question.opposed))]
    newest_first = question.side_taken is not SideTaken.FIRST
    shown = (found if newest_first else found[::-1])[:_MOST_LISTED]
    votes = tuple(v for call in shown for v in votes_of(codes, call, record))
    head = [call for call in shown if call.date == shown[0].date][:_MOST_READ_OUT]
    told = [totals.sides_taken(names, bool(question.opposed), len(found), len(both), calls)]
    if head:
        told.append(totals.latest_or_earliest(latest=newest_first))
    told.extend(findings.positions_on(call, [v for v in votes if v.roll_call.id == call.id]) for call in head)
    return Answer(
        Status.ANSWERED, Intent.TIMELINE, " ".join(told), roll_calls=tuple(shown), votes=votes, members=tuple(codes),
        value=float(len(found)),
        notes=(totals.OPPOSITE_DEFINITION if question.opposed else totals.AGREEMENT_DEFINITION,),
        body=calls[0].body,
    )  # fmt: skip


def _both_cast(codes: Sequence[str], calls: Sequence[RollCall], record: Record) -> list[tuple[RollCall, list[Position]]]:
    cast = record.votes(calls, codes)
    taken = ((call, [cast.get(call.id, {}).get(code, Position.UNKNOWN) for code in codes]) for call in calls)
    return [(call, positions) for call, positions in taken if set(positions) <= set(CAST)]


def _is_so(taken: Sequence[Position], against: bool) -> bool:
    return set(taken) == _OPPOSITE if against else len(set(taken)) == 1
