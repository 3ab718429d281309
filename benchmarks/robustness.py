"""Whether any text at all gets a reply, and how long the longest ones take: arbitrary Unicode, and the vocabulary run wild.

    python benchmarks/robustness.py [--database URL] [--cases 20000] [--seed 1] [--failures FILE]

Half of the texts are characters that hypothesis picks. The others are put together from names of states and votes, symbols,
dates, tallies, question words and marks, whole or with a letter lost, repeated up to the length that is read.
A case fails where `ask` raises, where the reply has no text, or where it takes longer than `LIMIT` milliseconds
of the processor twice.
Exit status 1 where one does.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from adapters.settings import read_settings  # noqa: E402 - the checkout is on the path only now
from adapters.startup import open_store  # noqa: E402
from benchmarks.vocabulary import Vocabulary, vocabulary_of  # noqa: E402
from bot.desk import Desk  # noqa: E402
from bot.understand.clean import LONGEST  # noqa: E402

LIMIT = 250.0  # milliseconds
SHOWN = 5  # slowest texts


@dataclass(frozen=True, slots=True)
class Case:
    """One text, how long its reply took in milliseconds, and what was wrong with it, or None."""

    text: str
    took: float
    fault: str | None


def main() -> None:
    """Ask, and print a summary."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--database", metavar="URL")
    arguments.add_argument("--cases", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--failures", type=Path, metavar="FILE", help="where to write every text that failed")
    given = arguments.parse_args()
    with open_store(read_settings(given.database)) as store:
        desk = Desk.open(store)
        desk.ask("how did Hungary vote?")
        arbitrary = list(ask_arbitrary(desk, given.cases // 2, given.seed))
        composed = list(ask_composed(desk, given.cases - len(arbitrary), given.seed, vocabulary_of(store)))
    report("arbitrary", arbitrary)
    report("vocabulary", composed)
    faults = [case for case in (*arbitrary, *composed) if case.fault]
    for case in sorted((*arbitrary, *composed), key=lambda c: -c.took)[:SHOWN]:
        print(f"{case.took:8.1f} ms  {len(case.text):>5} characters  {case.text[:80]!r}")
    if given.failures:
        given.failures.write_text("".join(f"{c.fault}: {c.text!r}\n" for c in faults), encoding="utf-8")
    if faults:
        sys.exit(f"{len(faults)} failed, the first: {faults[0].fault}: {faults[0].text[:200]!r}")


def ask_arbitrary(desk: Desk, count: int, number: int) -> list[Case]:
    """Texts of any characters, short and long."""
    cases: list[Case] = []
    texts = st.one_of(st.text(max_size=300), st.text(min_size=1, max_size=60).map(repeated))

    @seed(number)
    @settings(max_examples=count, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(texts)
    def collect(text: str) -> None:
        cases.append(asked(desk, text))

    collect()
    return cases


def ask_composed(desk: Desk, count: int, number: int, vocabulary: Vocabulary) -> list[Case]:
    """Texts of the vocabulary; every fourth as long as is read."""
    chance = random.Random(number)
    return [asked(desk, vocabulary.text(chance, LONGEST if n % 4 == 0 else chance.randrange(5, 400))) for n in range(count)]


def repeated(text: str) -> str:
    """The text over and over, up to the length that is read."""
    return (text * (LONGEST // len(text) + 1))[:LONGEST]


def asked(desk: Desk, text: str) -> Case:
    """The reply, timed; a slow one once more, since a cache may have been filled."""
    try:
        took = timed(lambda: check(desk, text))
        if took > LIMIT:
            took = min(took, timed(lambda: check(desk, text)))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
        return Case(text, 0.0, f"{type(error).__name__}: {error}")
    return Case(text, took, f"{took:.0f} ms" if took > LIMIT else None)


def check(desk: Desk, text: str) -> None:
    """Ask; a reply without words counts as an exception."""
    if not desk.ask(text).reply.text.strip():
        raise ValueError("the reply has no text")


def timed(work: Callable[[], None]) -> float:
    """Milliseconds of the processor, which other programs on the machine do not lengthen."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def report(name: str, cases: Sequence[Case]) -> None:
    """One line."""
    took = [case.took for case in cases]
    longest = [case.took for case in cases if len(case.text) >= LONGEST - 100]
    print(
        f"{name:<12}{len(cases):>7} cases  median {statistics.median(took):6.2f} ms  slowest {max(took):7.1f} ms   "
        f"{len(longest)} of about {LONGEST} characters, slowest {max(longest, default=0.0):6.1f} ms   "
        f"failed {sum(case.fault is not None for case in cases)}"
    )


if __name__ == "__main__":
    main()
