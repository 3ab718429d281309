"""Statements made from the record itself, true ones and false ones, put to VoteDesk for a verdict and graded.

    python benchmarks/generated_statements.py [--database URL] [--sample 3000] [--seed 1] [--failures FILE]

Each takes a recorded roll call, named by its symbol, and says something of it: a state, a list, a group, all, none, most, only or
all but some, in positions, denied or not, one after the other, or a count, a tally, an outcome. The wording, and the frame
that asks for the check, are drawn by lot; what is true comes from the roll.

  right    the verdict is the truth
  untold   no verdict, and the record has it
  asked    the reply offers choices
  missed   the reply says that it cannot answer
  wrong    the verdict is the contrary of the truth
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from adapters.settings import read_settings  # noqa: E402 - the checkout is on the path only now
from adapters.startup import open_store  # noqa: E402
from benchmarks.generated_questions import QuestionMaker, all_roll_calls  # noqa: E402
from bot.desk import Desk  # noqa: E402
from bot.reply import Reply  # noqa: E402
from store.facts import CAST, Mode, Outcome, Position, RollCall  # noqa: E402
from store.vote_store import VoteStore  # noqa: E402

TODAY = dt.date(2026, 1, 1)
GRADES = ("right", "untold", "asked", "missed", "wrong")
YES, NO, ABSTAIN, AWAY = Position.YES, Position.NO, Position.ABSTAIN, Position.NON_VOTING

# The past tense, with {it} for the vote; then the bare verb behind "did" and "did not".
ACTS: dict[Position, tuple[tuple[str, str], ...]] = {
    YES: (
        ("voted for {it}", "vote for {it}"),
        ("voted in favour of {it}", "vote in favour of {it}"),
        ("voted yes on {it}", "vote yes on {it}"),
        ("supported {it}", "support {it}"),
        ("backed {it}", "back {it}"),
        ("endorsed {it}", "endorse {it}"),
        ("said yes to {it}", "say yes to {it}"),
    ),
    NO: (
        ("voted against {it}", "vote against {it}"),
        ("voted no on {it}", "vote no on {it}"),
        ("opposed {it}", "oppose {it}"),
        ("rejected {it}", "reject {it}"),
        ("said no to {it}", "say no to {it}"),
        ("voted NO on {it}", "vote NO on {it}"),
    ),
    ABSTAIN: (
        ("abstained on {it}", "abstain on {it}"),
        ("abstained in the vote on {it}", "abstain in the vote on {it}"),
        ("chose to abstain on {it}", "choose to abstain on {it}"),
    ),
    AWAY: (
        ("did not vote on {it}", "fail to vote on {it}"),
        ("did not take part in the vote on {it}", "skip the vote on {it}"),
        ("stayed away from the vote on {it}", "stay away from the vote on {it}"),
    ),
}
NOUNS: dict[Position, tuple[str, str]] = {
    YES: ("vote in favour", "votes in favour"),
    NO: ("vote against", "votes against"),
    ABSTAIN: ("abstention", "abstentions"),
}
DID: dict[Position, str] = {YES: "in favour", NO: "against", ABSTAIN: "abstaining"}
FRAMES = (
    "{s}?",
    "is it true that {s}?",
    "{S}, right?",
    "{S}, correct?",
    "{S}. True or false?",
    "true or false: {s}",
    "True or false? {S}.",
    "can you confirm that {s}?",
    '"{S}." Correct?',
    "someone claims that {s}",
    "a reader says {s}. true?",
    "fact check: {s}",
    "Claim: {S}.",
    "pls check: {s}",
    "my draft says {s} - ok to print?",
    "so {s}, yes?",
    "{S}. Right or wrong?",
    "is it so that {s}?",
    "lol {s} 😂 is that right?",
    "{s}, or not?",
    "Hi! I read that {s}. Is that correct? Thanks",
    "{S}. Is that the case?",
    "is it correct to write that {s}?",
)
FALSE_FRAMES = ("is it wrong that {s}?", "is it false that {s}?", "is it untrue that {s}?")
PLACES = ("{s}", "On {vote}, {s}", "{vote}: {s}", "in the vote on {vote} {s}")


class Said(NamedTuple):
    """Something said of the vote, with {it} for it, and whether it is so."""

    text: str
    so: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One question, its kind, and the verdict that is right."""

    kind: str
    text: str
    symbol: str
    truth: bool


class StatementMaker:
    """Makes statements from one store; the same seed makes the same ones of the same store."""

    def __init__(self, store: VoteStore, seed: int) -> None:
        self._names = QuestionMaker(store, seed)
        self.chance = random.Random(seed)
        self._store = store
        self._calls = [r for r in all_roll_calls(store) if r.mode is Mode.RECORDED and r.tally.yes is not None]
        self._groups = [g for g in store.members.groups.values() if g.spans and g.key not in ("p5", "council", "elected", "e10")]
        self.kinds: dict[str, Callable[[], Said | None]] = {
            "state": self._state,
            "denied": self._denied,
            "list": self._list,
            "either": self._either,
            "group": self._group,
            "group but": self._group_but,
            "share": self._share,
            "only": self._only,
            "company": self._company,
            "all but": self._all_but,
            "two clauses": self._two_clauses,
            "contrast": self._contrast,
            "nobody": self._nobody,
            "count": self._count,
            "count named": self._count_named,
            "tally": self._tally,
            "passive": self._passive,
            "outcome": self._outcome,
        }

    def make(self, kind: str) -> Statement:
        """One statement of that kind; true and false ones about as often."""
        wanted = self.chance.random() < 0.5
        for attempt in range(60):
            self.call = self.chance.choice(self._calls)
            self.roll = self._usable_roll(self.call)
            said = self.kinds[kind]() if len(self.roll) > 9 else None
            if said is not None and (said.so is wanted or attempt > 40):
                return self._framed(kind, said)
        return self.make(kind)

    def _usable_roll(self, call: RollCall) -> dict[str, Position]:
        roll = self._store.votes([call.id])[call.id]
        return {} if Position.UNKNOWN in roll.values() else dict(roll)

    def _framed(self, kind: str, said: Said) -> Statement:
        place, vote = self.chance.choice(PLACES), self.call.symbol
        it = vote if place == "{s}" else "it"
        body = place.format(s=said.text.format(it=it), vote=vote)
        false = self.chance.random() < 0.04
        frame = self.chance.choice(FALSE_FRAMES if false else FRAMES)
        text = frame.format(s=body, S=body[0].upper() + body[1:])
        return Statement(kind, text, vote, said.so is not false)

    # What is said: each drawn from the roll, so that it may be so.

    def _name(self, code: str) -> str:
        return self._store.members.state(code).short

    def _some(self, count: int, position: Position | None = None) -> list[str]:
        """So many states on the roll, of those who took the position first."""
        usable = [c for c in sorted(self.roll) if not self._names.is_in_others(self._name(c), c) and "(" not in self._name(c)]
        self.chance.shuffle(usable)
        if position is not None and self.chance.random() < 0.75:
            usable.sort(key=lambda c: self.roll[c] is not position)
        return usable[:count]

    def _position(self, *, cast: bool = True) -> Position:
        taken = sorted(set(self.roll.values()) & (CAST if cast else {*CAST, AWAY}))
        return self.chance.choice([*taken, NO, ABSTAIN])

    def _listed(self, codes: Sequence[str], word: str = "and") -> str:
        names = [self._name(c) for c in codes]
        if len(names) == 1:
            return names[0]
        word = self.chance.choice(("&", "and")) if word == "and" else word
        return f"{', '.join(names[:-1])} {word} {names[-1]}"

    def _act(self, position: Position) -> str:
        return self.chance.choice(ACTS[position])[0]

    def _bare(self, position: Position) -> str:
        return self.chance.choice(ACTS[position])[1]

    def _took(self, codes: Iterable[str], position: Position) -> bool:
        return all(self.roll[c] is position for c in codes)

    def _those(self, position: Position) -> list[str]:
        return sorted(c for c, p in self.roll.items() if p is position)

    def _state(self) -> Said:
        position = self._position(cast=False)
        [code] = self._some(1, position)
        word = self.chance.choice(("", "", "", "actually ", "also "))
        return Said(f"{self._name(code)} {word}{self._act(position)}", self._took([code], position))

    def _denied(self) -> Said:
        position = self._position()
        [code] = self._some(1, position)
        how = self.chance.choice(("did not {b}", "didn't {b}", "refused to {b}", "failed to {b}", "never {a}"))
        if "failed" in how and position is not YES:
            how = "did not {b}"
        text = how.format(b=self._bare(position), a=self._act(position))
        return Said(f"{self._name(code)} {text}", not self._took([code], position))

    def _list(self) -> Said:
        position = self._position(cast=False)
        codes = self._some(self.chance.choice((2, 2, 3, 4)), position)
        both = "both " if len(codes) == 2 and self.chance.random() < 0.3 else ""
        return Said(f"{both}{self._listed(codes)} {self._act(position)}", self._took(codes, position))

    def _either(self) -> Said:
        position = self._position()
        codes = self._some(2, position)
        one, other = (self._name(c) for c in codes)
        done = [self.roll[c] is position for c in codes]
        text, so = self.chance.choice(
            (
                ("neither {a} nor {b} {act}", not any(done)),
                ("either {a} or {b} {act}", any(done)),
                ("at least one of {a} and {b} {act}", any(done)),
            )
        )
        return Said(text.format(a=one, b=other, act=self._act(position)), so)

    def _seated(self) -> tuple[str, list[str]] | None:
        group = self.chance.choice(self._groups)
        seats = [c for c in group.members_on(self.call.date) if c in self.roll]
        if len(seats) != len(group.members_on(self.call.date)) or len(seats) < 3:
            return None
        return group.names[0], seats

    def _group(self) -> Said | None:
        drawn, position = self._seated(), self._position()
        if drawn is None:
            return None
        name, seats = drawn
        done = [self.roll[c] is position for c in seats]
        text, so = self.chance.choice(
            (
                ("every {g} member {act}", all(done)),
                ("all {g} members {act}", all(done)),
                ("all members of {g} {act}", all(done)),
                ("the whole of {g} {act}", all(done)),
                ("each {g} country {act}", all(done)),
                ("no {g} member {act}", not any(done)),
                ("none of the {g} members {act}", not any(done)),
                ("not one {g} country {act}", not any(done)),
                ("not a single {g} member {act}", not any(done)),
                ("at least one {g} member {act}", any(done)),
                ("not all {g} members {act}", not all(done)),
                ("not every {g} member {act}", not all(done)),
                ("some {g} members {act}", any(done)),
            )
        )
        return Said(text.format(g=name, act=self._act(position)), so)

    def _group_but(self) -> Said | None:
        drawn, position = self._seated(), self._position()
        if drawn is None:
            return None
        name, seats = drawn
        apart = [c for c in seats if self.roll[c] is not position] or [self.chance.choice(seats)]
        if len(apart) > 2:
            return None
        others = [c for c in seats if c not in apart]
        so = self._took(others, position) and not any(self.roll[c] is position for c in apart)
        how = self.chance.choice(("except", "except for", "apart from", "other than", "but", "barring", "bar"))
        return Said(f"all {name} members {how} {self._listed(apart)} {self._act(position)}", so)

    def _share(self) -> Said | None:
        drawn, position = self._seated(), self._position()
        if drawn is None:
            return None
        name, seats = drawn
        done = sum(self.roll[c] is position for c in seats)
        word = self.chance.choice(("most", "more than half of the", "the majority of"))
        return Said(f"{word} {name} members {self._act(position)}", 2 * done > len(seats))

    def _only(self) -> Said | None:
        position = self._position()
        those = self._those(position)
        if not 1 <= len(those) <= 4:
            return None
        codes = self._some(len(those), position) if self.chance.random() < 0.7 else self._some(max(1, len(those) - 1), position)
        so = sorted(codes) == those
        one = len(codes) == 1
        ways = ["only {l} {act}", "just {l} {act}", "nobody but {l} {act}", "no one except {l} {act}", "none but {l} {act}"]
        ways += ["no state other than {l} {act}", "no country apart from {l} {act}", "{l} alone {act}"]
        if one:
            ways += ["{l} was the only state that {act}", "{l} was the sole country that {act}"]
            ways += [f"{{l}} was alone in voting {DID[position]} {{{{it}}}}" if position in (YES, NO) else "only {l} {act}"]
            ways += ["the only {n} on {{it}} came from {l}", "{l} cast the only {n} on {{it}}", "{l} cast the lone {n} on {{it}}"]
        else:
            ways += ["{l} were the only ones that {act}", "the only {ns} on {{it}} came from {l}"]
        noun, nouns = NOUNS[position]
        text = self.chance.choice(ways)
        return Said(text.format(l=self._listed(codes), act=self._act(position), n=noun, ns=nouns), so)

    def _company(self) -> Said | None:
        position = self._position()
        those = self._those(position)
        if not 2 <= len(those) <= 5:
            return None
        codes = self._some(len(those), position)
        if len(codes) < 2:
            return None
        first, rest = self._name(codes[0]), self._listed(codes[1:])
        here, all_of_them = self._took(codes, position), sorted(codes) == those
        act = self._act(position)
        text, so = self.chance.choice(
            (
                (f"{first} {act}, joined by {rest}", here),
                (f"{first} {act}, together with {rest}", here),
                (f"{first}, along with {rest}, {act}", here),
                (f"{first} {act}, with {rest} in tow", here),
                (f"{first} {act}, as did {rest}", here),
                (f"{first} {act} and so did {rest}", here),
                (f"{first} {act}, with only {rest} for company", all_of_them),
                (f"{first} {act}, joined only by {rest}", all_of_them),
                (f"{first} {act} together with {rest} and nobody else", all_of_them),
            )
        )
        return Said(text, so)

    def _all_but(self) -> Said | None:
        position = self._position()
        apart = sorted(c for c, p in self.roll.items() if p is not position)
        if any(self.roll[c] is AWAY for c in apart) or not 1 <= len(apart) <= 4:
            return None
        codes = self._some(len(apart), NO if position is YES else YES)
        so = sorted(codes) == apart
        how = self.chance.choice(("except", "but", "apart from", "other than", "bar", "save"))
        who = self.chance.choice(("everyone", "everybody", "all members", "every state", "all countries"))
        return Said(f"{who} {how} {self._listed(codes)} {self._act(position)}", so)

    def _two_clauses(self) -> Said | None:
        one, two = self._position(), self._position(cast=False)
        first, second = self._some(self.chance.choice((1, 2)), one), self._some(self.chance.choice((1, 1, 2)), two)
        if one is two or set(first) & set(second):
            return None
        join = self.chance.choice((" and ", " while ", ", ", " but ", "; ", ", whereas ", " and that "))
        so = self._took(first, one) and self._took(second, two)
        return Said(f"{self._listed(first)} {self._act(one)}{join}{self._listed(second)} {self._act(two)}", so)

    def _contrast(self) -> Said | None:
        position = self._position()
        one, *others = self._some(2, position)
        if not others:
            return None
        first, second = self.roll[one] is position, self.roll[others[0]] is position
        a, b, act = self._name(one), self._name(others[0]), self._act(position)
        text, so = self.chance.choice(
            (
                (f"{a} {act} but {b} did not", first and not second),
                (f"{a} {act} but not {b}", first and not second),
                (f"unlike {b}, {a} {act}", first and not second),
                (f"{a} {act}, unlike {b}", first and not second),
                (f"{a} {act}, and so did {b}", first and second),
                (f"{a} {act}, {b} did too", first and second),
                (f"not {b} but {a} {act}", first and not second),
                (f"{a}, not {b}, {act}", first and not second),
            )
        )
        return Said(text, so)

    def _nobody(self) -> Said:
        position = self._position()
        none = not self._those(position)
        act = self._act(position)
        noun, nouns = NOUNS[position]
        text, so = self.chance.choice(
            (
                (f"nobody {act}", none),
                (f"no one {act}", none),
                (f"no country {act}", none),
                (f"not a single state {act}", none),
                (f"not one member {act}", none),
                (f"none {act}", none),
                ("{it} got no " + nouns, none),
                ("{it} got no " + nouns + " at all", none),
                ("there were no " + nouns + " on {it}", none),
                ("there were zero " + nouns + " on {it}", none),
                ("there was not a single " + noun + " on {it}", none),
                ("{it} was adopted without a single " + noun, none and self.call.outcome is Outcome.ADOPTED),
                ("{it} was adopted without any " + nouns, none and self.call.outcome is Outcome.ADOPTED),
                ("{it} was adopted with no " + nouns, none and self.call.outcome is Outcome.ADOPTED),
                ("someone " + act, not none),
                ("at least one state " + act, not none),
                ("there was at least one " + noun + " on {it}", not none),
                ("not everyone " + act, len(self._those(position)) < len(self.roll)),
            )
        )
        return Said(text, so)

    def _count(self) -> Said:
        position = self._position()
        stated = len(self._those(position))
        said = self.chance.choice((stated, stated, stated + self.chance.choice((-2, -1, 1, 2, 5))))
        said = max(said, 2)
        act, nouns = self._act(position), NOUNS[position][1]
        text, so = self.chance.choice(
            (
                (f"{said} states {act}", stated == said),
                (f"exactly {said} countries {act}", stated == said),
                (f"{said} {act}", stated == said),
                (f"only {said} countries {act}", stated == said),
                (f"more than {said} countries {act}", stated > said),
                (f"at least {said} members {act}", stated >= said),
                (f"fewer than {said} states {act}", stated < said),
                (f"no more than {said} states {act}", stated <= said),
                (f"over {said} states {act}", stated > said),
                (f"there were {said} {nouns} on {{it}}", stated == said),
                (f"{{it}} got {said} {nouns}", stated == said),
                (f"{{it}} passed with {said} {nouns}", stated == said and self.call.outcome is Outcome.ADOPTED),
            )
        )
        return Said(text, so)

    def _count_named(self) -> Said | None:
        position = self._position()
        those = self._those(position)
        if not 2 <= len(those) <= 5:
            return None
        codes = self._some(len(those), position)
        listed, act, number = self._listed(codes), self._act(position), len(codes)
        if number < 2:
            return None
        words = ("two", "three", "four", "five")[number - 2]
        so = sorted(codes) == those
        some = self._name(codes[0])
        text, right = self.chance.choice(
            (
                (f"{words} members {act}: {listed}", so),
                (f"{words} members {act}, {listed}", so),
                (f"{words} states, {listed}, {act}", so),
                (f"{words} states ({listed}) {act}", so),
                (f"{some} was one of {words} states that {act}", self._took(codes[:1], position) and len(those) == number),
                (f"{some} was one of {number} countries that {act}", self._took(codes[:1], position) and len(those) == number),
                (f"{some} was among the {words} states that {act}", self._took(codes[:1], position) and len(those) == number),
            )
        )
        return Said(text, right)

    def _tally(self) -> Said:
        tally = self.call.tally
        yes, no, abstain = (count or 0 for count in (tally.yes, tally.no, tally.abstain))
        if self.chance.random() < 0.5:
            no += self.chance.choice((-1, 1, 3)) if no else 1
        so = (yes, no, abstain) == (tally.yes or 0, tally.no or 0, tally.abstain or 0)
        adopted = self.call.outcome is Outcome.ADOPTED
        text, right = self.chance.choice(
            (
                (f"{{it}} was adopted {yes}-{no}-{abstain}", so and adopted),
                (f"the vote on {{it}} was {yes} to {no} with {abstain} abstentions", so),
                (f"{{it}} passed with {yes} in favour, {no} against and {abstain} abstaining", so and adopted),
                (f"{{it}} got {yes} yes votes and {no} no votes", so),
            )
        )
        return Said(text, right)

    def _passive(self) -> Said | None:
        position = self.chance.choice((YES, NO, ABSTAIN))
        codes = self._some(self.chance.choice((1, 2)), position)
        listed, so, verb = self._listed(codes), self._took(codes, position), "was" if len(codes) == 1 else "were"
        ways = {
            YES: [f"{{it}} was backed by {listed}", f"{{it}} had the backing of {listed}", f"{{it}} was supported by {listed}"],
            NO: [f"{{it}} was opposed by {listed}", f"{{it}} was rejected by {listed}", f"{listed} {verb} against {{it}}"],
            ABSTAIN: [f"{listed} {verb} recorded as abstaining on {{it}}", f"{listed} {verb} among the abstentions on {{it}}"],
        }[position]
        ways += [f"{listed} {verb} among those that {self._act(position)}"]
        return Said(self.chance.choice(ways), so)

    def _outcome(self) -> Said:
        votes = list(self.roll.values())
        adopted = self.call.outcome is Outcome.ADOPTED
        united = adopted and set(votes) == {YES}
        yes, no = votes.count(YES), votes.count(NO)
        text, so = self.chance.choice(
            (
                ("{it} was adopted", adopted),
                ("{it} was not adopted", not adopted),
                ("{it} failed", not adopted),
                ("{it} was adopted unanimously", united),
                ("{it} was not adopted unanimously", not united),
                ("the vote on {it} was unanimous", united),
                ("more states abstained on {it} than voted against it", votes.count(ABSTAIN) > no),
                ("{it} won more than two thirds of the votes", 3 * yes > 2 * (yes + no)),
            )
        )
        return Said(text, so)


def measure(store: VoteStore, desk: Desk, count: int, seed: int) -> tuple[Counter[tuple[str, str]], list[str]]:
    """How often each (kind, grade) came, and a line on every statement that is not right."""
    maker = StatementMaker(store, seed)
    counts: Counter[tuple[str, str]] = Counter()
    failures: list[str] = []
    kinds = list(maker.kinds)
    for number in range(count):
        statement = maker.make(kinds[number % len(kinds)])
        reply = desk.ask(statement.text, today=TODAY).reply
        result = grade(statement, reply)
        counts[statement.kind, result] += 1
        if result != "right":
            failures.append(
                f"{result} {statement.kind}: {statement.text!r} is {statement.truth}; "
                f"{reply.status} {reply.intent} {reply.verdict} {reply.text[:150]!r}\n"
            )
    return counts, failures


def grade(statement: Statement, reply: Reply) -> str:
    """One of `GRADES`, as the head of this file defines them."""
    if reply.status != "answered":
        return "asked" if reply.status == "choose" else "missed"
    if reply.verdict is None or reply.roll_calls[0].symbol != statement.symbol:
        return "untold"
    return "right" if reply.verdict is statement.truth else "wrong"


def table(counts: Counter[tuple[str, str]]) -> list[str]:
    """Lines of a table: grades by kind, then of all."""
    kinds = dict.fromkeys(kind for kind, _ in counts)
    lines = [f"{'':<14}" + "".join(f"{g:>9}" for g in GRADES) + f"{'right':>9}{'wrong':>9}"]
    for label, among in [*((k, [k]) for k in kinds), ("all", list(kinds))]:
        row = [sum(counts[k, g] for k in among) for g in GRADES]
        total = sum(row) or 1
        lines.append(f"{label:<14}" + "".join(f"{n:>9}" for n in row) + f"{row[0] / total:>9.2%}{row[-1] / total:>9.2%}")
    return lines


def main() -> None:
    """Ask, grade, and print one table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--database", metavar="URL")
    arguments.add_argument("--sample", type=int, default=3_000, help="how many statements to make")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--failures", type=Path, metavar="FILE", help="where to write every statement that is not right")
    given = arguments.parse_args()
    with open_store(read_settings(given.database)) as store:
        counts, failures = measure(store, Desk.open(store), given.sample, given.seed)
    print("\n".join(table(counts)))
    if given.failures:
        order = {g: n for n, g in enumerate(reversed(GRADES))}
        given.failures.write_text("".join(sorted(failures, key=lambda f: order[f.partition(" ")[0]])), encoding="utf-8")


if __name__ == "__main__":
    main()
