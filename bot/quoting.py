"""A reply -> one sentence to paste into a story, with a footnote that says where it can be checked and when it was read."""

from __future__ import annotations

import datetime as dt
import re

from bot.lookup.wording.phrases import day
from bot.reply import Reply, RollCallOut, SourceOut

_MOST_NOTES = 3
_VERDICT = re.compile(r"^(?:Yes|No|They voted (?:the same way|differently))\. ")
_LONGEST_ABBREVIATION = 2


def quote(reply: Reply, today: dt.date) -> str:
    """The sentence, and for each vote that it rests on one note: source, symbol, record's address, the day of reading.

    A reply that states no fact cannot be quoted: then its own text, which says why.
    """
    if reply.status != "answered":
        return f"There is nothing to quote.\n\n{reply.text}"
    sentence = _first_sentence(_VERDICT.sub("", reply.text.split("\n")[0]))
    notes = [_note(source, reply, today) for source in _sources(sentence, reply)]
    marks = "".join(f"[{place}]" for place in range(1, len(notes) + 1))
    return "\n".join([f"{sentence} {marks}".strip(), "", *(f"[{place}] {note}" for place, note in enumerate(notes, 1))]).strip()


def _sources(sentence: str, reply: Reply) -> list[SourceOut]:
    """The record of each vote that the sentence names; where it names none, the lists that it counts over."""
    by_address = {source.url: source for source in reversed(reply.sources)}
    named = [c.url for c in reply.roll_calls if c.symbol in sentence and c.url in by_address]
    if named:
        return [by_address[url] for url in dict.fromkeys(named) if url is not None][:_MOST_NOTES]
    pages = {call.url for call in reply.roll_calls}
    lists = [source for source in reply.sources if source.url not in pages]
    by_page = {source.url: source for source in reversed(lists or reply.sources)}
    return list(reversed(by_page.values()))[:_MOST_NOTES]


def _note(source: SourceOut, reply: Reply, today: dt.date) -> str:
    call = next((c for c in reply.roll_calls if c.url == source.url), None)
    told = _titled(source.title, call)
    until = f", data to {day(source.until)}" if source.until and call is None else ""
    return f"{told}, {source.url}{until}, read on {day(today)}."


def _titled(title: str, call: RollCallOut | None) -> str:
    return f"{title}, {day(call.date)}" if call is not None else title


def _first_sentence(text: str) -> str:
    """Up to the first full stop that ends one; those inside a title, between quotation marks, do not."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign in "“«„") - (sign in "”»")
        ends = sign in ".!?" and text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].isupper()
        if ends and depth <= 0 and len(text[:place].rsplit(" ", 1)[-1]) > _LONGEST_ABBREVIATION:
            return text[: place + 1]
    return text
