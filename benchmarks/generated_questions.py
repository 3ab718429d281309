"""Questions made from the record itself, asked and graded against it: how often VoteDesk is right, asks, misses, is wrong.

    python benchmarks/generated_questions.py [--database URL] [--sample 10000] [--seed 1] [--failures FILE]

Each question takes any recorded roll call and any member on its roll, and names the vote by its symbol, by its date and the words
of its title, or by a nickname (store/data/vote_names.json). It is asked as it is, with one and with two typing errors: letters
swapped, dropped, doubled or hit beside their key, in words only, never in symbols or digits, never making another name's word.

  right    the vote asked about is in the reply with the recorded position, and its roll call is the first or, where date and
           words fit several, behind another that they fit
  partly   it is there behind one that they do not fit, or another vote is that they fit as well
  asked    the reply offers choices
  missed   the reply says that it cannot answer
  wrong    the reply answers with other votes only, with another member, or with a position that the record does not have
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from adapters.settings import read_settings  # noqa: E402 - the checkout is on the path only now
from adapters.startup import open_store  # noqa: E402
from bot.desk import Desk  # noqa: E402
from bot.reply import Reply  # noqa: E402
from store.facts import Mode, Position, RollCall  # noqa: E402
from store.vote_names import SeriesTexts, VoteName, load_vote_names  # noqa: E402
from store.vote_store import VoteStore  # noqa: E402
from store.words import words  # noqa: E402

TODAY = dt.date(2026, 1, 1)
KINDS = ("symbol", "topic", "nickname")
GRADES = ("right", "partly", "asked", "missed", "wrong")
MOST_FITTING = 12  # a reply shows at most this many roll calls, so a question that fits more is no fair one

SHAPES = (
    "how did {member} vote on {vote}?",
    "{member} on {vote}",
    "{vote}: {member}?",
    "what was the vote of {member} on {vote}",
    "{vote} - how did {member} vote",
)
DATES = ("{day} {month} {year}", "{month} {day}, {year}", "{month} {year}", "{year}")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
JOINING_WORDS = frozenset(["a", "an", "and", "by", "for", "from", "in", "its", "of", "on", "or", "the", "their", "to", "with"])
OPENING_WORDS = 9  # of a title; longer ones are cut at a comma or colon, as people do


class Seat(NamedTuple):
    """One member's position on one roll, and the name that the question has for it."""

    member: str
    name: str
    position: Position


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what is right. `fitting`: the symbols of every roll call that its words fit, the one meant included."""

    kind: str
    errors: int
    text: str
    symbol: str
    fitting: frozenset[str]
    seat: Seat


def main() -> None:
    """Ask, grade, and print one table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--database", metavar="URL")
    arguments.add_argument("--sample", type=int, default=10_000, help="how many questions to make; each is asked three times")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--failures", type=Path, metavar="FILE", help="where to write every question that is not right")
    given = arguments.parse_args()
    with open_store(read_settings(given.database)) as store:
        started = time.perf_counter()
        counts, failures = measure(store, Desk.open(store), given.sample, given.seed)
        seconds = time.perf_counter() - started
    print(f"{sum(counts.values())} questions in {seconds:.0f} s")
    print("\n".join(table(counts)))
    if given.failures:
        given.failures.write_text("".join(sorted(failures, key=by_gravity)), encoding="utf-8")


def measure(store: VoteStore, desk: Desk, count: int, seed: int) -> tuple[Counter[tuple[str, int, str]], list[str]]:
    """How often each (kind, number of typing errors, grade) came, and a line on every question that is not right."""
    counts: Counter[tuple[str, int, str]] = Counter()
    failures: list[str] = []
    for question in with_errors(QuestionMaker(store, seed), count):
        reply = desk.ask(question.text, today=TODAY).reply
        result = grade(question, reply)
        counts[question.kind, question.errors, result] += 1
        if result != "right":
            failures.append(failure_line(question, reply, result))
    return counts, failures


def grade(asked: Asked, reply: Reply) -> str:
    """One of `GRADES`, as the head of this file defines them."""
    if reply.status == "choose":
        return "asked"
    if reply.status != "answered":
        return "missed"
    told = {(v.roll_call, v.member): v.position for v in reply.votes}
    position = told.get((asked.symbol, asked.seat.member))
    first = reply.roll_calls[0].symbol if reply.roll_calls else None
    if position is None:
        return "partly" if (first, asked.seat.member) in told and first in asked.fitting else "wrong"
    if position is not asked.seat.position:
        return "wrong"
    return "right" if first in asked.fitting else "partly"


class QuestionMaker:
    """Makes questions from one store; the same seed makes the same questions of the same store."""

    def __init__(self, store: VoteStore, seed: int) -> None:
        self.chance = random.Random(seed)
        self._store = store
        self._recorded = [r for r in all_roll_calls(store) if r.mode is Mode.RECORDED]
        self._by_symbol = {r.symbol: r for r in self._recorded}
        self._series = SeriesTexts(self._recorded)
        self._title_words = {r.symbol: frozenset(words(r.title)) for r in self._recorded}
        self._names = [e for e in load_vote_names().entries.values() if e.kind != "cluster" and self._named_by(e)]
        self.names_of = {
            code: {" ".join(words(name)) for name in (s.short, *(n.name for n in s.names))}
            for code, s in store.members.by_code.items()
        }
        names = [name for names in self.names_of.values() for name in names] + [n for e in self._names for n in e.names]
        self.name_words = frozenset(word for name in names for word in name.split())

    def make(self, kind: str) -> Asked:
        """One question of that kind without typing errors."""
        makers: dict[str, Callable[[], tuple[RollCall, str, frozenset[str]]]] = {
            "symbol": self._by_its_symbol,
            "topic": self._by_topic,
            "nickname": self._by_nickname,
        }
        call, vote, fitting = makers[kind]()
        seat = self._seat(call)
        text = self.chance.choice(SHAPES).format(member=seat.name, vote=vote)
        return Asked(kind, 0, text, call.symbol, fitting, seat)

    def _by_its_symbol(self) -> tuple[RollCall, str, frozenset[str]]:
        call = self.chance.choice(self._recorded)
        return call, call.symbol, frozenset({call.symbol})

    def _by_topic(self) -> tuple[RollCall, str, frozenset[str]]:
        while True:
            call = self.chance.choice(self._recorded)
            topic = opening_of(call.title)
            date = self.chance.choice(DATES)
            fitting = self._fitting(call, topic, date)
            if len(words(topic)) >= 2 and len(fitting) <= MOST_FITTING:
                body = " in the Security Council" if call.symbol.startswith("S/") else ""
                return call, f"{topic}{body}, {dated(date, call.date)}", fitting

    def _by_nickname(self) -> tuple[RollCall, str, frozenset[str]]:
        entry = self.chance.choice(self._names)
        call = self.chance.choice(self._named_by(entry))
        name = self.chance.choice(entry.names)
        fitting = [r for r in self._named_by(entry) if entry.kind == "vote" or r.date.year == call.date.year]
        year = f" {call.date.year}" if entry.kind == "series" else ""
        return call, name + year, frozenset(r.symbol for r in fitting)

    def _named_by(self, entry: VoteName) -> list[RollCall]:
        if entry.kind == "series":
            return list(self._series.members(entry))
        return [self._by_symbol[s] for s in entry.symbols if s in self._by_symbol]

    def _fitting(self, call: RollCall, topic: str, date: str) -> frozenset[str]:
        """The roll calls of the same body whose titles hold all words of the topic, on the days that the date means."""
        wanted = frozenset(words(topic))
        first, last = call.date, call.date
        if "{day}" not in date:
            first, last = call.date.replace(day=1), month_end(call.date)
        if "{month}" not in date:
            first, last = dt.date(call.date.year, 1, 1), dt.date(call.date.year, 12, 31)
        near = self._store.catalogue.on(first, last, call.body)
        return frozenset(r.symbol for r in near if wanted <= self._title_words.get(r.symbol, frozenset())) | {call.symbol}

    def _seat(self, call: RollCall) -> Seat:
        roll = self._store.votes([call.id])[call.id]
        member, position = self.chance.choice(sorted(roll.items()))
        state = self._store.members.state(member)
        official = state.name_on(call.date)
        usable = self.chance.random() < 0.3 and not self.is_in_others(official, member)
        return Seat(member, official if usable else state.short, position)

    def is_in_others(self, name: str, member: str) -> bool:
        """Whether another state's name holds it ("Congo"), so that asking back would be right."""
        said = f" {' '.join(words(name))} "
        return any(said in f" {other} " for code, names in self.names_of.items() if code != member for other in names)


def with_errors(maker: QuestionMaker, count: int) -> Iterator[Asked]:
    """Each question as it is, then with one, then with two typing errors; the kinds in turn."""
    for number in range(count):
        asked = maker.make(KINDS[number % len(KINDS)])
        yield asked
        for errors in (1, 2):
            yield replace(asked, errors=errors, text=mistyped(asked.text, errors, maker.chance, maker.name_words))


def mistyped(text: str, errors: int, chance: random.Random, taken: frozenset[str]) -> str:
    """The text with so many typing errors, each in another word of four letters or more."""
    spots = list(re.finditer(r"(?<![\w/.()\[\]-])[^\W\d_]{4,}(?![\w/()\[\]-])", text))
    for spot in sorted(chance.sample(spots, min(errors, len(spots))), key=lambda m: -m.start()):
        word = spot[0]
        while (wrong := one_error(word, chance)) == word or wrong.lower() in taken:
            continue
        text = text[: spot.start()] + wrong + text[spot.end() :]
    return text


def one_error(word: str, chance: random.Random) -> str:
    """Two letters swapped, one dropped, one doubled, or one hit beside its key; the first letter stays, as it mostly does."""
    at = chance.randrange(1, len(word))
    match chance.randrange(4):
        case 0:
            at = max(at, 2)
            return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + word[at] + word[at:]
        case _:
            return word[:at] + chance.choice(beside(word[at].lower())) + word[at + 1 :]


def beside(letter: str) -> str:
    """The keys left and right of a letter; itself where the keyboard has none."""
    for row in KEYBOARD:
        at = row.find(letter)
        if at >= 0:
            return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return letter


def opening_of(title: str) -> str:
    """The words of a title that people would use: up to its first colon, comma or bracket, at most `OPENING_WORDS`."""
    first = re.split(r" : |[,:;\[(]", title, maxsplit=1)[0].strip()
    said = first.split()[:OPENING_WORDS]
    while said and said[-1].lower() in JOINING_WORDS:
        said.pop()
    return " ".join(said)


def dated(pattern: str, day: dt.date) -> str:
    """The day in one of the forms of `DATES`."""
    return pattern.format(day=day.day, month=MONTHS[day.month - 1], year=day.year)


def month_end(day: dt.date) -> dt.date:
    """The last day of its month."""
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def all_roll_calls(store: VoteStore) -> Sequence[RollCall]:
    """Every roll call of the store, by day and symbol, so that a seed means the same on every engine."""
    return sorted(store.catalogue.on(dt.date.min, dt.date.max), key=lambda r: (r.date, r.symbol))


def failure_line(asked: Asked, reply: Reply, result: str) -> str:
    """One line for a reader: what was asked, what was meant, what came."""
    shown = [r.symbol for r in reply.roll_calls[:3]] or [c.roll_call or c.question for c in reply.choices[:3]]
    told = [f"{v.member} {v.position}" for v in reply.votes[:2]]
    return (
        f"{result} {asked.kind}/{asked.errors}: {asked.text!r} meant {asked.symbol} {asked.seat.member} {asked.seat.position}; "
        f"{reply.status} {shown} {told} {reply.text[:140]!r}\n"
    )


def by_gravity(line: str) -> tuple[int, str]:
    """Wrong first."""
    return -GRADES.index(line.partition(" ")[0]), line


def table(counts: Counter[tuple[str, int, str]]) -> list[str]:
    """Lines of a table: counts by kind and number of typing errors, then over all kinds, with the shares right and wrong."""
    lines = [f"{'':<12}{'errors':>8}" + "".join(f"{g:>9}" for g in GRADES) + f"{'right':>9}{'wrong':>9}"]
    for kind in (*KINDS, "all"):
        for errors in (0, 1, 2):
            row = [sum(counts[k, errors, g] for k in (KINDS if kind == "all" else (kind,))) for g in GRADES]
            asked = sum(row) or 1
            shares = f"{row[0] / asked:>9.2%}{row[-1] / asked:>9.2%}"
            lines.append(f"{kind:<12}{errors:>8}" + "".join(f"{n:>9}" for n in row) + shares)
    return lines


if __name__ == "__main__":
    main()
