"""The parts that sentences are made of: days, names, titles, positions, results."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from bot.customs import by_name, grouped, joined, long_date, name_in
from bot.namesakes import symbol_beside
from bot.translation import ENGLISH, say, spoken
from store.facts import Body, Mode, Outcome, Position, RollCall, Tally, dashed

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
OUTCOMES = {Outcome.ADOPTED: "adopted", Outcome.REJECTED: "not adopted", Outcome.VETOED: "vetoed"}

_LONGEST_TITLE = 120
_OFFICIAL_FORM = re.compile(r"(?P<name>.+) \((?P<form>.+ of)(?P<article> the)?\)")  # "Iran (Islamic Republic of)"
_TAKES_ARTICLE = re.compile(
    r"United (?:States|Kingdom|Arab|Republic)|European Union|(?:State of|Holy See|G\d)"
    r"|.*\b(?:Republics?|Islands|Federation|Federated|Plurinational|Union|SSR|USSR|Empire|Jamahiriya|Commonwealth|Kingdom|States"
    r"|Emirates|Bahamas|Comoros|Congo|Gambia|Maldives|Netherlands|Philippines|Seychelles|Group|League|Organi[sz]ation|Pact|Quad)\b"
)


def day(date: dt.date) -> str:
    """ "24 February 2025"."""
    return long_date(date, spoken())


def body(of: Body) -> str:
    """ "General Assembly"."""
    return say(BODIES[of])


def span(roll_calls: Sequence[RollCall]) -> str:
    """The days of roll calls that come newest first: "24 February 2025", or "1 May 1980 to 17 December 1980"."""
    first, last = roll_calls[-1].date, roll_calls[0].date
    return day(first) if first == last else say("{first} to {last}", first=day(first), last=day(last))


def during(roll_calls: Sequence[RollCall]) -> str:
    """The same within a sentence: "on 24 February 2025", "from 1 May 1980 to 17 December 1980"."""
    first, last = roll_calls[-1].date, roll_calls[0].date
    if first == last:
        return say("on {day}", day=day(first))
    return say("from {first} to {last}", first=day(first), last=day(last))


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def number(count: int, one: str, many: str) -> str:
    """ "1 vote", "1,423 votes". A translation has its row under "{count} vote" and another under "{count} votes"."""
    return say(f"{{count}} {one if count == 1 else many}", count=grouped(count, spoken()))


def state(name: str) -> str:
    """A name as running text has it: "the United States", "the Islamic Republic of Iran"; without an article elsewhere."""
    if spoken() != ENGLISH:
        return name_in(name, spoken())
    if match := _OFFICIAL_FORM.fullmatch(name):
        name = f"{match['form']}{match['article'] or ''} {match['name']}"
    name = name.removeprefix("The ").removeprefix("the ")
    return f"the {name}" if _TAKES_ARTICLE.match(name) else name


def states(names: Iterable[str], most: int = 40) -> str:
    """Several of them: "France, the Netherlands and the United States"."""
    return listing([state(name) for name in names], most)


def states_by_name(names: Iterable[str], most: int = 40) -> str:
    """The same for names in the order of the English alphabet, which come out in that of the language."""
    return states(by_name(names, spoken()), most)


def listing(names: Sequence[str], most: int = 40, last: str = "and") -> str:
    """ "A, B and C"; past `most`, how many more. `last`: "and" or "or"."""
    if not names:
        return say("none")
    if len(names) > most:
        return say("{names} and {count} more", names=", ".join(names[:most]), count=len(names) - most)
    return joined(names, last, spoken())


def parted(sentences: Iterable[str]) -> str:
    """ "Norway voted yes; Denmark abstained"."""
    return say("; ").join(sentences)


def quote(words: str) -> str:
    """ "“words”"."""
    return say("“{words}”", words=words)


def quoted(words: Iterable[str]) -> str:
    """ "“human”, “rights” and “north”"."""
    return listing([quote(word) for word in words])


def title(text: str) -> str:
    """A title short enough for a sentence, in quotation marks, without the library's spaced colons."""
    text = text.replace(" : ", ": ")
    if len(text) > _LONGEST_TITLE:
        text = f"{text[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ,:;')} …"
    return quote(text)


_COUNTED = {
    Position.YES: "{count} in favour",
    Position.NO: "{count} against",
    Position.ABSTAIN: "{count} abstaining",
    Position.NON_VOTING: "{count} not voting",
}


def described(roll_call: RollCall) -> str:
    """ "“The path to peace” (A/RES/ES-11/8, General Assembly, 24 February 2025)"."""
    named = title(roll_call.title)
    return f"{named} ({symbol_beside(roll_call, named)}, {body(roll_call.body)}, {day(roll_call.date)})"


def score(tally: Tally) -> str:
    """ "93-18-65" (for, against, abstaining); a question mark where no source states the number."""
    return dashed(tally.yes, tally.no, tally.abstain)


def counts(tally: Tally) -> str:
    """ "93 in favour, 18 against, 65 abstaining, 17 not voting"."""
    stated = [(tally.yes, Position.YES), (tally.no, Position.NO), (tally.abstain, Position.ABSTAIN)]
    if tally.non_voting is not None:
        stated.append((tally.non_voting, Position.NON_VOTING))
    return ", ".join(count_of(position, say("an unknown number") if n is None else n) for n, position in stated)


def count_of(position: Position, count: int | str) -> str:
    """ "65 abstaining"."""
    return say(_COUNTED[position], count=count)


def result(roll_call: RollCall) -> str:
    """ "adopted 93-18-65", "adopted without a vote", "vetoed 13-1-1"."""
    outcome = say(OUTCOMES[roll_call.outcome])
    if roll_call.mode is Mode.WITHOUT_VOTE:
        return say("{outcome} without a vote", outcome=outcome)
    if roll_call.tally.yes is None and roll_call.mode is Mode.RECORDED:
        return say("{outcome} (no totals stated)", outcome=outcome)
    if roll_call.tally.yes is None:
        return say("{outcome} by a vote that was not recorded", outcome=outcome)
    if roll_call.tally.no is None and roll_call.tally.abstain is None:
        return say("{outcome} ({count} in favour, other totals not stated)", outcome=outcome, count=roll_call.tally.yes)
    return say("{outcome} {score}", outcome=outcome, score=score(roll_call.tally))


def reach(bounds: Mapping[Body, tuple[dt.date, dt.date]]) -> str:
    """How far the store goes: "General Assembly 26 January 1946 to 18 December 2025; ..."."""
    held = [say("{body} {first} to {last}", body=body(b), first=day(f), last=day(u)) for b, (f, u) in bounds.items()]
    return parted(held) or say("nothing yet")
