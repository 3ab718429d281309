"""What a careful desk adds to an answer: cautions, and what was assumed to get there."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from bot.customs import name_in
from bot.lookup.selection import How
from bot.lookup.wording import phrases
from bot.lookup.wording.phrases import body, day, parted, quote, quoted, result, sentence, state, states, title
from bot.namesakes import symbol_of
from bot.question import Comparison, CountAsserted
from bot.translation import said, say, spoken
from store.facts import Body, Group, Remark, RemarkKind, RollCall

NON_VOTING = (
    "“Non-voting” means on the roll without casting a vote; the record does not say whether the delegation was absent. "
    "It is not an abstention."
)
STARTER_ONLY = (
    "This rests on the small starter record that comes with VoteDesk. For the full record download the official voting files "
    "from the UN Digital Library and run: votedesk import FILE..."
)
NOT_IN_OFFICIAL_FILES = (
    "Drafts that were not adopted, amendments and motions are not in the official voting files; "
    "this one is from VoteDesk's starter record, after the sources named."
)
EU_HAS_NO_VOTE = "The European Union itself is an observer and has no vote; these are the votes of its member states on that day."
COUNCIL_BY_ROLLS = "As the roll calls of that year in the store list them; some years have none for the whole membership."
CARRIED = {
    "vote": "The vote is the one spoken of before.",
    "members": "The states are those asked about before.",
    "topic": "The topic is the one spoken of before.",
    "matter": "The state was read as the matter of the votes; ask “how did ... vote” for its own votes.",
    "period": "The period and body are those of the question before.",
}
_MOST_SIBLINGS = 6
_SIGNS = {
    Comparison.EXACTLY: "",
    Comparison.MORE: "> ",
    Comparison.AT_LEAST: "≥ ",
    Comparison.FEWER: "< ",
    Comparison.AT_MOST: "≤ ",
}


@said
def not_on_body(name: str, of: Body, on: dt.date) -> str:
    """A member of the United Nations without a seat in the smaller body."""
    return sentence(say("{state} was not on the {body} on {day}.", state=state(name), body=body(of), day=day(on)))


@said
def not_yet_admitted(name: str, admitted: dt.date, before: Sequence[str]) -> str:
    """Asked about for a day before its admission; `before`: who had its place."""
    then = "{state} was not a member of the United Nations then: it was admitted on {day}."
    told = sentence(say(then, state=state(name), day=day(admitted)))
    return f"{told} {say('Before that: {states}.', states=states(before))}" if before else told


@said
def no_longer_member(name: str, ended: dt.date, after: Sequence[str]) -> str:
    """Asked about for a day after its end; `after`: who took its place."""
    told = sentence(say("{state} was a member only until {day}.", state=state(name), day=day(ended)))
    return f"{told} {say('Its place: {states}.', states=states(after))}" if after else told


@said
def no_seat(name: str, on: dt.date) -> str:
    """A gap in a membership."""
    return sentence(say("{state} had no seat on {day}.", state=state(name), day=day(on)))


@said
def renamed(then: str, now: str) -> str:
    """A name of the day, and today's; where a language has one name for both, the record's own."""
    before, today = state(then), name_in(now, spoken())
    if before == today:
        before, today = quote(then), quote(now)
    return sentence(say("{before} is today’s {today}.", before=before, today=today))


@said
@said
def group_has_no_vote(group: Group) -> str:
    """An organization asked about as if it voted."""
    return sentence(say("{group} itself has no vote; these are the votes of its members on that day.", group=state(group.name)))


@said
def group_had_no_members(words: str) -> str:
    """A group that there was not at the time."""
    return say("“{words}”: no members on record at that time.", words=words)


def group_rests_on(group: Group) -> str:
    """What a group's list counts and what it does not; the note's own words in store/data/groups.json are its key."""
    name, note = sentence(name_in(group.name, spoken())), group.note or ""
    return note if note.startswith(name) else say("{group}: {note}", group=name, note=say(note))


@said
def list_of_members(group: Group) -> str:
    """The source of a group's list."""
    return say("List of members: {source}", source=group.source)


@said
def parts_voted(call: RollCall, parts: Sequence[RollCall]) -> str:
    """Amendments, paragraphs and motions that were put to the vote beside the text itself."""
    asking = say("amendments to {symbol}", symbol=call.symbol)
    if any(p.date != call.date for p in parts):
        told = "Besides {symbol}, the store holds votes on parts of it: {count}; ask “{question}” to see them."
    elif len(parts) == 1:
        told = "On the same day one amendment or motion was voted on beside {symbol}; ask “{question}” to see them."
    else:
        told = "On the same day {count} amendments and motions were voted on beside {symbol}; ask “{question}” to see them."
    return say(told, count=len(parts), symbol=symbol_of(call), question=asking)


@said
def part_of(part: RollCall, whole: RollCall) -> str:
    """What a part belongs to: a yes on it may mean the opposite of a yes on the text."""
    told = "{part} is a vote on a part of {text} ({symbol}), {result}; a yes on it need not be a yes on that text."
    return say(told, part=part.symbol, text=title(whole.title), symbol=symbol_of(whole), result=result(whole))


@said
def siblings(others: Sequence[RollCall]) -> str:
    """Other texts on one matter on one day, each with its result."""
    named = parted(f"{title(s.title)} ({symbol_of(s)}, {body(s.body)}), {result(s)}" for s in others[:_MOST_SIBLINGS])
    more = say("; and {count} more", count=len(others) - _MOST_SIBLINGS) if len(others) > _MOST_SIBLINGS else ""
    return say("On the same day, on the same matter: {texts}{more}. Check which one is meant.", texts=named, more=more)


@said
def remark(call: RollCall, stated: Remark) -> str:
    """A fault of the source, or what it says itself."""
    match stated.kind:
        case RemarkKind.TOTALS_DISAGREE:
            told = "{symbol}: the source's totals do not add up with its votes ({detail})."
        case RemarkKind.SOURCES_DISAGREE:
            told = "{symbol}: sources disagree ({detail})."
        case RemarkKind.DESK_NOTE:
            return desk_note(call, json.loads(stated.detail))
        case RemarkKind.SOURCE_NOTE:
            return f"{symbol_of(call)}: {stated.detail}"
        case RemarkKind.ROLL_INCOMPLETE:
            # Votes that share a symbol nearly always share this, and are told together.
            told = "{symbol}: the roll is known only in part: no source states the position of {detail} members."
            return say(told, symbol=call.symbol, detail=stated.detail)
    return say(told, symbol=symbol_of(call), detail=stated.detail)


@said
def stale(of: Body, until: dt.date, age: int, page: str) -> str:
    """A body's file that is old, and where a newer one is downloaded by hand."""
    told = (
        "The newest vote of the {body} in this store is of {day}, {age} days ago; there may be later ones. "
        "A newer file is downloaded by hand from {page} and imported with votedesk import."
    )
    return say(told, body=body(of), day=day(until), age=age, page=page)


@said
def desk_note(call: RollCall, written: Sequence[str]) -> str:
    """What the desk itself has written down, in its own words; `written`: text, address and day of `store.desk_notes`."""
    text, address, noted = written
    told = "{symbol}, this desk’s own note of {day}: {note} Source: {address}"
    return say(told, symbol=symbol_of(call), day=day(dt.date.fromisoformat(noted)), note=text, address=address)


@said
def not_recorded(call: RollCall) -> str:
    """A vote of which only the result was kept."""
    told = "{symbol}: adopted by a vote that was not recorded; no list of positions exists in the source."
    return say(told, symbol=symbol_of(call))


@said
def vague_time(words: str) -> str:
    """A time without dates, in a question that was answered without it."""
    return say("“{words}” is not a date, so it was not used; give a year or a date.", words=words)


@said
def against(whom: str) -> str:
    """How "voted against Russia" was read."""
    told = (
        "“Against {whom}” is read as on the other side than it, yes against no, not as a no to the text; "
        "an abstention is neither."
    )
    return say(told, whom=whom)


@said
def assumed(how: How, detail: str, roll_calls: Sequence[RollCall]) -> str:
    """How the votes were found, where something was taken for granted."""
    match how:
        case How.LATEST_OF_SERIES:
            return say("The latest vote of the series: {title}.", title=title(detail))
        case How.LATEST_DAY:
            told = "No vote was named: these are the votes of the latest voting day in the store, {day}."
            return say(told, day=day(roll_calls[0].date))
        case How.BY_TALLY:
            return say("Found by its tally, {tally}.", tally=detail)
        case How.ONLY_ROLL_OF_NUMBER:
            return say("Of the resolutions with that number only {symbol} was adopted by a recorded vote.", symbol=detail)
        case How.ONLY_ROLL:
            return say("Of the texts that fit, only {symbol} was put to a recorded vote.", symbol=detail)
        case How.NEAREST_OF_NAME:
            told = "The record has no such vote at the time asked for ({time}); this is the nearest, of {day}."
            return say(told, time=detail, day=day(roll_calls[0].date))


@said
def read_without(words: Sequence[str]) -> str:
    """Words of the topic that the votes found do not hold."""
    return say("Read without {words}, which the record does not have here.", words=quoted(words))


@said
def counted_by(words: Sequence[str]) -> str:
    """By which words of the question the votes were found that a count runs over."""
    return say("Counted over the votes found by {words}.", words=quoted(words))


@said
def only_where(conditions: Sequence[CountAsserted]) -> str:
    """What had to hold of the votes that were counted or listed: "≥ 1 abstaining"."""
    told = [phrases.count_of(c.position, f"{_SIGNS[c.comparison]}{c.number}") for c in conditions]
    return say("Only votes with: {conditions}.", conditions=", ".join(told))


@said
def read_as(words: str, name: str) -> str:
    """A misspelt name."""
    return say("“{words}” was read as {name}.", words=words, name=name_in(name, spoken()))
