"""A question -> the roll calls that it means: one, several, a choice for the reader, or none. Decided once, for every intent."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.lookup.by_days import by_days
from bot.lookup.by_name import by_name
from bot.lookup.by_symbol import by_symbol, numbers_in_titles
from bot.lookup.by_tally import by_tally
from bot.lookup.by_thread import by_thread
from bot.lookup.by_topic import by_topic
from bot.lookup.by_veto import by_veto
from bot.lookup.record import Record
from bot.lookup.selection import Found, Selection, is_about_one
from bot.lookup.stated_counts import counted_as_stated
from bot.lookup.topic_fit import fits_of, matter_of
from bot.question import Flag, Intent, Question
from bot.translation import say
from store.facts import Body, RollCall, is_plain

_IN_TITLE = re.compile(r"amend|motion|paragraph", re.IGNORECASE)
_IN_PARTS = re.compile(r"amendment|paragraph", re.IGNORECASE)
_PAIR = 2
_TWO = re.compile(
    r"\b(?:two|both|2|zwei|beide\w*|deux|dos|ambas?|ambos|duas|due|entrambe)(?: of)? (?:[\w'/-]+ ){0,6}"
    r"(?:resolutions?|texts?|votes?|drafts?|résolutions|textes|resoluciones|votaciones|textos|resolutionen|texte|abstimmungen"
    r"|resoluções|votações|risoluzioni|votazioni|testi)\b",
    re.IGNORECASE,
)
_MOST_EXACT_FIRST = (by_symbol, by_tally, by_thread, by_veto, by_name, by_topic, by_days)


def select(question: Question, record: Record) -> Selection:
    """What the first way gives that the question's words allow."""
    question = numbers_in_titles(question, record)
    months = tuple(d for d in question.days if d.one_of and d.precision == "month")
    if not months:
        return _select(question, record)
    # "march 24" is that day, and where no vote of that day is meant, the month of 2024.
    as_days = replace(question, days=tuple(d for d in question.days if d not in months))
    as_months = replace(question, days=tuple(d for d in question.days if d in months or not d.one_of))
    selection, instead = _select(as_days, record), _select(as_months, record)
    if Found.MEANT not in (selection.found, instead.found):
        return instead if instead.found is Found.CHOOSE else selection
    if instead.found is not Found.MEANT or (instead.missing and not selection.missing):
        return selection
    if selection.found is not Found.MEANT or (selection.missing and not instead.missing):
        return instead
    both = tuple(dict.fromkeys((*selection.roll_calls, *instead.roll_calls)))
    if both == selection.roll_calls:
        return selection
    return Selection(Found.CHOOSE if is_about_one(question) else Found.MEANT, both, how=(*selection.how, *instead.how))


def _select(question: Question, record: Record) -> Selection:
    for find in _MOST_EXACT_FIRST:
        selection = find(question, record)
        if selection is not None:
            selection = _both_asked(_of_either_body(selection, question, record), question, record)
            selection = counted_as_stated(selection, question, record, find)
            return _parts_asked(selection, question, record)
    return Selection(Found.NO_VOTE_NAMED)


def _both_asked(selection: Selection, question: Question, record: Record) -> Selection:
    """ "The two Gaza / UNRWA resolutions of 11 December", "both truce votes in 2023": where one was found, the other as well."""
    meant = selection.found is Found.MEANT and bool(selection.roll_calls)
    if not (meant and question.days and (_TWO.search(question.text) or question.moved)) or question.symbols:
        return selection
    newest = max(r.date for r in selection.roll_calls)
    here = [r for r in selection.roll_calls if r.date == newest]
    if any(d.precision == "day" for d in question.days):
        others = _of_any_word(question, newest, here[0].body, record) if len(here) == 1 else []
        return replace(selection, roll_calls=(*here, *(r for r in others if r not in here)), missing=())
    if len(selection.roll_calls) > 1:
        return selection
    alike = by_topic(replace(question, intent=Intent.SEARCH, names=(), topic=matter_of(question), body=here[0].body), record)
    pair = alike.roll_calls if alike is not None and alike.found is Found.MEANT and not alike.missing else ()
    return replace(selection, roll_calls=pair) if len(pair) == _PAIR and here[0] in pair else selection


def _of_any_word(question: Question, day: dt.date, body: Body, record: Record) -> list[RollCall]:
    """The texts of that day that any telling word describes."""
    that_day = [r for r in record.catalogue.on(day, day, body) if is_plain(r)]
    matter = tuple(t for t in matter_of(question) if not t.light)
    fitting = {fit.roll_call_id for fit in fits_of(replace(question, topic=matter), record, that_day)}
    return [r for r in that_day if r.id in fitting]


def _parts_asked(selection: Selection, question: Question, record: Record) -> Selection:
    """ "The amendments to the Gaza text": the votes on the parts of the one text that was found.

    Where the store has none, nothing is found: the vote on the text is no answer, since a yes on it may be a no to the amendment.
    """
    meant = selection.found is Found.MEANT and len(selection.roll_calls) == 1 and is_plain(selection.roll_calls[0])
    if Flag.AMENDMENTS not in question.flags or not meant:
        return selection
    text = selection.roll_calls[0]
    if parts := record.catalogue.parts_of(text):
        return replace(selection, roll_calls=parts)
    # "Amendments to the rules of procedure" is a title; a motion may be a decision of its own.
    if _IN_TITLE.search(text.title) or not _IN_PARTS.search(question.text):
        return selection
    return Selection(Found.NONE, near=(text,), missing=(say("amendments to {symbol}", symbol=text.symbol),))


def _of_either_body(selection: Selection, question: Question, record: Record) -> Selection:
    """A body named may be a word of the matter ("a session of the General Assembly on Suez"): another's vote is offered then."""
    if selection.found not in (Found.NONE, Found.NOT_THEN) or question.body not in (Body.GA, Body.SC) or question.symbols:
        return selection
    if not question.days or not question.topic or question.intent is Intent.VETO:
        return selection
    other = by_topic(replace(question, body=None, session=None), record)
    if other is None or other.found is not Found.MEANT or other.missing:
        return selection
    return Selection(Found.CHOOSE, other.roll_calls)
