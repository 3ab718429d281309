"""What a careful desk adds to an answer: cautions, and what was assumed to get there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.lookup.selection import How
from bot.lookup.wording.phrases import BODIES, day, quoted, result, sentence, state, states, title
from store.facts import Body, Group, Kind, Remark, RemarkKind, RollCall

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
    "period": "The period and body are those of the question before.",
}
_MOST_SIBLINGS = 6
_PARTS_NAMED = {
    Kind.AMENDMENT: ("amendment", "amendments"),
    Kind.PARAGRAPH: ("paragraph", "paragraphs"),
    Kind.MOTION: ("motion", "motions"),
}
_ARTICLE = {"amendment": "an"}


def not_on_body(name: str, body: Body, on: dt.date) -> str:
    """A member of the United Nations without a seat in the smaller body."""
    return sentence(f"{state(name)} was not on the {BODIES[body]} on {day(on)}.")


def not_yet_admitted(name: str, admitted: dt.date, before: Sequence[str]) -> str:
    """Asked about for a day before its admission; `before`: who had its place."""
    told = f" Before that: {states(before)}." if before else ""
    return sentence(f"{state(name)} was not a member of the United Nations then: it was admitted on {day(admitted)}.{told}")


def no_longer_member(name: str, ended: dt.date, after: Sequence[str]) -> str:
    """Asked about for a day after its end; `after`: who took its place."""
    told = f" Its place: {states(after)}." if after else ""
    return sentence(f"{state(name)} was a member only until {day(ended)}.{told}")


def no_seat(name: str, on: dt.date) -> str:
    """A gap in a membership."""
    return sentence(f"{state(name)} had no seat on {day(on)}.")


def renamed(then: str, now: str) -> str:
    """A name of the day, and today's."""
    return sentence(f"{state(then)} is today’s {now}.")


def group_rests_on(group: Group) -> str:
    """What a group's list counts and what it does not."""
    name, note = sentence(group.name), group.note or ""
    return note if note.startswith(name) else f"{name}: {note}"


def list_of_members(group: Group) -> str:
    """The source of a group's list."""
    return f"List of members: {group.source}"


def parts_voted(call: RollCall, parts: Sequence[RollCall]) -> str:
    """Amendments, paragraphs and motions that were put to the vote beside the text itself."""
    kinds = {p.kind for p in parts}
    one, many = _PARTS_NAMED[kinds.pop()] if len(kinds) == 1 else ("part or motion", "amendments, paragraphs and motions")
    votes = f"one {one} was" if len(parts) == 1 else f"{len(parts)} {many} were"
    when = "On the same day " if all(p.date == call.date for p in parts) else "Besides, "
    return f"{when}{votes} voted on beside {call.symbol}; ask “amendments to {call.symbol}” to see them."


def part_of(part: RollCall, whole: RollCall) -> str:
    """What a part belongs to: a yes on it may mean the opposite of a yes on the text."""
    kind = _PARTS_NAMED.get(part.kind, ("part", ""))[0]
    of_text = f"{title(whole.title)} ({whole.symbol}), {result(whole)}"
    return f"{part.symbol} is {_ARTICLE.get(kind, 'a')} {kind} to {of_text}; a yes on it need not be a yes on that text."


def siblings(others: Sequence[RollCall]) -> str:
    """Other texts on one matter on one day, each with its result."""
    named = "; ".join(f"{title(s.title)} ({s.symbol}, {BODIES[s.body]}), {result(s)}" for s in others[:_MOST_SIBLINGS])
    more = f"; and {len(others) - _MOST_SIBLINGS} more" if len(others) > _MOST_SIBLINGS else ""
    return f"On the same day, on the same matter: {named}{more}. Check which one is meant."


def remark(call: RollCall, stated: Remark) -> str:
    """A fault of the source, or what it says itself."""
    match stated.kind:
        case RemarkKind.TOTALS_DISAGREE:
            told = f"the source's totals do not add up with its votes ({stated.detail})."
        case RemarkKind.SOURCES_DISAGREE:
            told = f"sources disagree ({stated.detail})."
        case RemarkKind.SOURCE_NOTE:
            told = stated.detail
        case RemarkKind.ROLL_INCOMPLETE:
            told = f"the roll is known only in part: no source states the position of {stated.detail} members."
    return f"{call.symbol}: {told}"


def not_recorded(call: RollCall) -> str:
    """A vote of which only the result was kept."""
    return f"{call.symbol}: adopted by a vote that was not recorded; no list of positions exists in the source."


def vague_time(words: str) -> str:
    """A time without dates, in a question that was answered without it."""
    return f"“{words}” is not a date, so it was not used; give a year or a date."


def assumed(how: How, detail: str, roll_calls: Sequence[RollCall]) -> str:
    """How the votes were found, where something was taken for granted."""
    match how:
        case How.LATEST_OF_SERIES:
            return f"The latest vote of the series: {title(detail)}."
        case How.LATEST_DAY:
            latest = day(roll_calls[0].date)
            return f"No vote was named: these are the votes of the latest voting day in the store, {latest}."
        case How.BY_TALLY:
            return f"Found by its tally, {detail}."


def read_without(words: Sequence[str]) -> str:
    """Words of the topic that the votes found do not hold."""
    return f"Read without {quoted(words)}, which the record does not have here."


def read_as(words: str, name: str) -> str:
    """A misspelt name."""
    return f"“{words}” was read as {name}."
