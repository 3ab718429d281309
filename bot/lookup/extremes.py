"""The vote with the most, or the fewest, of something: of a series, of a matter, or of all votes of a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Status
from bot.lookup.choosing import choose
from bot.lookup.finding import select
from bot.lookup.not_found import not_found
from bot.lookup.pool import pool, recorded
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.lookup.series import split_into_series
from bot.lookup.wording import cautions, totals
from bot.question import Flag, Intent, Question
from store.facts import Body, Position, RollCall, is_plain

_MOST_LISTED = 60


def extremes(question: Question, record: Record) -> tuple[Answer, Selection] | None:
    """The votes with the highest or lowest count, ties included, with what they were looked for among.

    None where a state's part in the votes is asked about, or where one text is named by itself.
    """
    if Flag.EXTREME not in question.flags or question.members or question.groups or question.symbols or question.tallies:
        return None
    asked = _of_the_series(question)
    selection = select(asked, record)
    calls = _among(asked, selection, record)
    if not calls:
        found = choose(question, selection) if selection.found is Found.CHOOSE else not_found(question, selection, record)
        return found, selection
    position = None if Flag.MARGIN in question.flags and question.position is None else question.position or Position.YES
    stated = [(value, call) for call in recorded(calls) if (value := _measure(call, position)) is not None]
    if not stated:
        return not_found(question, replace(selection, found=Found.NONE), record), selection
    fewest = Flag.FEWEST in question.flags
    best = (min if fewest else max)(value for value, _ in stated)
    first = tuple(call for value, call in stated if value == best)
    among = [call for _, call in stated]
    in_part = among[0].body in (Body.GA, Body.SC) and (fewest or position is None)
    words = (*(n.words for n in question.names), *(t.word for t in question.topic))
    answer = Answer(
        Status.ANSWERED,
        Intent.ROLL_CALL,
        totals.extreme(position, fewest, best, first, among),
        roll_calls=first[:_MOST_LISTED],
        value=float(best),
        listed=True,
        notes=(totals.FAILED_NOT_ALL_HELD,) if in_part else (),
        assumptions=(cautions.counted_by(words),) if words else (),
    )
    return answer, replace(selection, how=())


def _among(question: Question, selection: Selection, record: Record) -> Sequence[RollCall]:
    """The votes of the matter, of which one long series stands for all; without a matter all of the body and time."""
    if not (question.has_topic or question.like):
        body = question.body or Body.GA
        dated = question.days or question.session
        then = pool(question, record) if dated else filter(is_plain, record.catalogue.newest_first)
        return [r for r in then if r.body is body]
    if selection.found is not Found.MEANT:
        return ()
    if question.names or not question.topic:
        return selection.roll_calls
    longest = split_into_series(selection.roll_calls)[0]
    return longest if 2 * len(longest) > len(selection.roll_calls) else selection.roll_calls


def _of_the_series(question: Question) -> Question:
    """The same asked of all votes of the matter; of a vote spoken of before, those of its series."""
    flags = question.flags | {Flag.ALL_TIME}
    if "topic" in question.carried and not question.like:
        question = replace(question, days=())  # the time of a question before is not that of all the votes
    if question.same and not question.has_topic:
        return replace(question, intent=Intent.TIMELINE, like=question.same[:1], same=(), flags=flags)
    return replace(question, intent=Intent.TIMELINE if question.has_topic or question.like else Intent.COUNT, flags=flags)


def _measure(call: RollCall, position: Position | None) -> int | None:
    """How many took the position; without one, by how many votes one side led. None where no source states it."""
    tally = call.tally
    if position is None:
        return None if tally.yes is None or tally.no is None else abs(tally.yes - tally.no)
    counts = {
        Position.YES: tally.yes,
        Position.NO: tally.no,
        Position.ABSTAIN: tally.abstain,
        Position.NON_VOTING: tally.non_voting,
    }
    return counts.get(position)
