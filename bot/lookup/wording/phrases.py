"""The parts that sentences are made of: days, names, titles, positions, results."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from store.facts import Body, Mode, Outcome, Position, RollCall, Tally

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
BODIES = {
    Body.GA: "General Assembly",
    Body.SC: "Security Council",
    Body.HRC: "Human Rights Council",
    Body.CHR: "Commission on Human Rights",
}
POSITIONS = {
    Position.YES: "yes",
    Position.NO: "no",
    Position.ABSTAIN: "abstained",
    Position.NON_VOTING: "non-voting",
    Position.NOT_MEMBER: "no seat",
    Position.UNKNOWN: "not recorded",
}
DID = {
    Position.YES: "voted yes",
    Position.NO: "voted no",
    Position.ABSTAIN: "abstained",
    Position.NON_VOTING: "cast no vote (recorded as non-voting)",
    Position.NOT_MEMBER: "had no seat",
    Position.UNKNOWN: "has no position on record",
}
DID_TO_IT = {
    Position.YES: "voted in favour of",
    Position.NO: "voted against",
    Position.ABSTAIN: "abstained on",
    Position.NON_VOTING: "cast no vote on",
    Position.NOT_MEMBER: "had no seat for the vote on",
    Position.UNKNOWN: "have no position on record for",
}
DO_TO_IT = {
    Position.YES: "vote for",
    Position.NO: "vote against",
    Position.ABSTAIN: "abstain on",
    Position.NON_VOTING: "not vote on",
    Position.NOT_MEMBER: "have no seat for",
    Position.UNKNOWN: "vote on",
}
OUTCOMES = {Outcome.ADOPTED: "adopted", Outcome.REJECTED: "not adopted", Outcome.VETOED: "vetoed"}

_LONGEST_TITLE = 120
_OFFICIAL_FORM = re.compile(r"(?P<name>.+) \((?P<form>.+ of)(?P<article> the)?\)")  # "Iran (Islamic Republic of)"
_TAKES_ARTICLE = re.compile(
    r"United (?:States|Kingdom|Arab|Republic)|European Union|(?:State of|Holy See|G\d)"
    r"|.*\b(?:Republics?|Islands|Federation|Federated|Plurinational|Union|SSR|USSR|Empire|Jamahiriya|Commonwealth|Kingdom|States"
    r"|Emirates|Bahamas|Comoros|Congo|Gambia|Maldives|Netherlands|Philippines|Seychelles|Group|Organi[sz]ation|Pact|Quad)\b"
)


def day(date: dt.date) -> str:
    """ "24 February 2025"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def span(roll_calls: Sequence[RollCall]) -> str:
    """The days of roll calls that come newest first: "24 February 2025", or "1 May 1980 to 17 December 1980"."""
    first, last = roll_calls[-1].date, roll_calls[0].date
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def during(roll_calls: Sequence[RollCall]) -> str:
    """The same within a sentence: "on 24 February 2025", "from 1 May 1980 to 17 December 1980"."""
    return f"{'on' if roll_calls[-1].date == roll_calls[0].date else 'from'} {span(roll_calls)}"


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def number(count: int, one: str, many: str) -> str:
    """ "1 vote", "1,423 votes"."""
    return f"{count:,} {one if count == 1 else many}"


def state(name: str) -> str:
    """A name as running text has it: "the United States", "the Islamic Republic of Iran"."""
    if match := _OFFICIAL_FORM.fullmatch(name):
        name = f"{match['form']}{match['article'] or ''} {match['name']}"
    name = name.removeprefix("The ").removeprefix("the ")
    return f"the {name}" if _TAKES_ARTICLE.match(name) else name


def states(names: Iterable[str], most: int = 40) -> str:
    """Several of them: "France, the Netherlands and the United States"."""
    return listing([state(name) for name in names], most)


def listing(names: Sequence[str], most: int = 40, last: str = "and") -> str:
    """ "A, B and C"; past `most`, how many more."""
    if not names:
        return "none"
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def quoted(words: Iterable[str]) -> str:
    """ "“human”, “rights” and “north”"."""
    return listing([f"“{word}”" for word in words])


def title(text: str) -> str:
    """A title short enough for a sentence, in quotation marks, without the library's spaced colons."""
    text = text.replace(" : ", ": ")
    if len(text) <= _LONGEST_TITLE:
        return f"“{text}”"
    return f"“{text[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ,:;')} …”"


def described(roll_call: RollCall) -> str:
    """ "“The path to peace” (A/RES/ES-11/8, General Assembly, 24 February 2025)"."""
    return f"{title(roll_call.title)} ({roll_call.symbol}, {BODIES[roll_call.body]}, {day(roll_call.date)})"


def score(tally: Tally) -> str:
    """ "93-18-65" (for, against, abstaining); a question mark where no source states the number."""
    return "-".join("?" if n is None else str(n) for n in (tally.yes, tally.no, tally.abstain))


def counts(tally: Tally) -> str:
    """ "93 in favour, 18 against, 65 abstaining, 17 not voting"."""
    stated = [(tally.yes, "in favour"), (tally.no, "against"), (tally.abstain, "abstaining")]
    if tally.non_voting is not None:
        stated.append((tally.non_voting, "not voting"))
    return ", ".join(f"{'an unknown number' if n is None else n} {words}" for n, words in stated)


def result(roll_call: RollCall) -> str:
    """ "adopted 93-18-65", "adopted without a vote", "vetoed 13-1-1"."""
    if roll_call.mode is Mode.WITHOUT_VOTE:
        return f"{OUTCOMES[roll_call.outcome]} without a vote"
    if roll_call.tally.yes is None and roll_call.mode is Mode.RECORDED:
        return f"{OUTCOMES[roll_call.outcome]} (no totals stated)"
    if roll_call.tally.yes is None:
        return f"{OUTCOMES[roll_call.outcome]} by a vote that was not recorded"
    return f"{OUTCOMES[roll_call.outcome]} {score(roll_call.tally)}"


def reach(bounds: Mapping[Body, tuple[dt.date, dt.date]]) -> str:
    """How far the store goes: "General Assembly 26 January 1946 to 18 December 2025; ..."."""
    return "; ".join(f"{BODIES[b]} {day(first)} to {day(last)}" for b, (first, last) in bounds.items()) or "nothing yet"
