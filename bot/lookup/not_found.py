"""Why there is no answer: each kind its own sentence, with what the store holds instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Reason, Status
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection
from bot.lookup.store_answers import held_by, help_text
from bot.lookup.topic_fit import topic_words
from bot.lookup.wording import offers, refusals, totals, vetoing
from bot.question import Intent, Question
from store.facts import Body

_MOST_SUGGESTED = 3
_BY_CONSENSUS = re.compile(
    r"consens|\bwithout (?:a )?vot|\bsans vote|\bohne abstimmung|\bkonsens|\bsin votaci|\bsem vota|\bsenza vot", re.IGNORECASE
)


def refuse(intent: Intent, lead: str, reason: Reason = Reason.NOT_IN_RECORD) -> Answer:
    """An answer that only says why there is none."""
    return Answer(Status.NOT_FOUND, intent, lead, reason=reason)


def not_found(question: Question, selection: Selection, record: Record) -> Answer:
    """Nothing is meant by the question that the store holds; what comes near is suggested, never answered with (rule 9)."""
    if selection.found is Found.NO_VOTE_NAMED:
        return help_text(record)
    if _BY_CONSENSUS.search(question.text):
        selection = replace(selection, near=())  # what was put to the vote is not what was adopted without one
    return Answer(
        Status.NOT_FOUND,
        question.intent,
        _why(question, selection, record),
        members=tuple(m.codes[0] for m in question.members),
        notes=(*(refusals.not_a_date(words) for words in question.vague), *_of_texts_without_vote(question, selection)),
        suggestions=tuple(dict.fromkeys(offers.ask_vote(r.symbol) for r in selection.near[:_MOST_SUGGESTED])),
        reason=Reason.LATER_THAN_DATA if selection.found is Found.LATER else Reason.NOT_IN_RECORD,
    )


def _of_texts_without_vote(question: Question, selection: Selection) -> tuple[str, ...]:
    """Most texts of the Assembly are adopted without a vote, and are looked for here in vain."""
    looked_for = question.has_topic or bool(question.names)
    found_none = selection.found in (Found.NONE, Found.NOT_THEN)
    return (refusals.WITHOUT_VOTE,) if looked_for and found_none and question.body in (None, Body.GA) else ()


def _no_veto(by: Sequence[str], on: Sequence[str], record: Record) -> str:
    if (until := record.vetoes_until()) is None:
        return totals.vetoed_texts(0, by, on)
    return f"{vetoing.on_topic(0, (), on, by)} {vetoing.reaches(until, 0)}"


def _why(question: Question, selection: Selection, record: Record) -> str:
    match selection.found:
        case Found.NO_SUCH_SYMBOL:
            return refusals.no_such_symbol(selection.missing, held_by(record))
        case Found.NO_VETO:
            return _no_veto([record.short(m.codes[0]) for m in question.members], selection.missing, record)
        case Found.LATER:
            body = question.body or (selection.near[0].body if selection.near else Body.GA)
            bounds = record.reaches(body)
            return refusals.later_than_data(body, bounds[1]) if bounds else refusals.nothing_near((), held_by(record))
        case Found.NOT_THEN:
            matter = (*(n.words for n in question.names), *topic_words(question))
            return refusals.not_then(matter, [d.words for d in question.days], selection.near)
        case _:
            return refusals.nothing_near(selection.missing or topic_words(question), held_by(record))
