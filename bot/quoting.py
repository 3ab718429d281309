"""A reply -> one sentence to paste into a story, with a footnote that says where it can be checked and when it was read."""

from __future__ import annotations

import datetime as dt

from bot.answer import Status
from bot.lookup.wording.phrases import day
from bot.reply import Reply, SourceOut
from bot.translation import ENGLISH, fixed, said, say, speaking

_MOST_NOTES = 3
_VERDICTS = ("Yes.", "No.", "They voted the same way.", "They voted differently.")
_LONGEST_ABBREVIATION = 2
_MARKS = {"de": ("„", "“")}
_OTHER_MARKS = ("“«", "”»")


def quote(reply: Reply, today: dt.date, language: str = ENGLISH) -> str:
    """The sentence, and for each vote that it rests on one note: source, symbol, record's address, the day of reading.

    A reply that states no fact cannot be quoted: then its own text, which says why. `language`: that of the reply.
    """
    if reply.status != Status.ANSWERED.value:
        return f"{fixed('There is nothing to quote.', language)}\n\n{reply.text}"
    sentence = _fact(reply, language)
    with speaking(language):
        notes = [_note(source, reply, today) for source in _sources(sentence, reply)]
    marks = "".join(f"[{place}]" for place in range(1, len(notes) + 1))
    return "\n".join([f"{sentence} {marks}".strip(), "", *(f"[{place}] {note}" for place, note in enumerate(notes, 1))]).strip()


def _fact(reply: Reply, language: str) -> str:
    """The first sentence after the verdicts. In languages other than English the next says what was voted on."""
    text = reply.text.split("\n")[0]
    for verdict in _VERDICTS:
        text = text.removeprefix(f"{fixed(verdict, language)} ")
    first, *others = _sentences(text, *_MARKS.get(language, _OTHER_MARKS))
    if language == ENGLISH or not others or any(call.symbol in first for call in reply.roll_calls):
        return first
    return f"{first} {others[0]}" if any(call.symbol in others[0] for call in reply.roll_calls) else first


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


@said
def _note(source: SourceOut, reply: Reply, today: dt.date) -> str:
    call = next((c for c in reply.roll_calls if c.url == source.url), None)
    told = f"{source.title}, {day(call.date)}" if call is not None else source.title
    if source.until and call is None:
        until = say("data to {day}", day=day(source.until))
        return say("{source}, {url}, {until}, read on {day}.", source=told, url=source.url, until=until, day=day(today))
    return say("{source}, {url}, read on {day}.", source=told, url=source.url, day=day(today))


def _sentences(text: str, opening: str, closing: str) -> list[str]:
    """Cut at every full stop that ends a sentence; those inside a title, between quotation marks, do not."""
    depth, start, found = 0, 0, []
    for place, sign in enumerate(text):
        depth += (sign in opening) - (sign in closing)
        ends = sign in ".!?" and text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].isupper()
        if ends and depth <= 0 and len(text[start:place].rsplit(" ", 1)[-1]) > _LONGEST_ABBREVIATION:
            found.append(text[start : place + 1])
            start = place + 2
    return [*found, text[start:]]
