"""How fast VoteDesk answers: questions per second, median, 99th percentile, memory, and the cold time of a whole process.

    python benchmarks/asking.py QUESTIONS.jsonl [--database URL] [--cold 7] [--served]

QUESTIONS is a batch as docs/contract.md describes it. The peer, in the same run on the same store, is what a program without
understanding does on SQLite: one ranked full-text query for the question's words, then one SELECT for the votes of the best 12.
"""

from __future__ import annotations

import argparse
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from adapters.cli.batch import BatchQuestion  # noqa: E402 - the checkout is on the path only now
from adapters.settings import Settings, read_settings  # noqa: E402
from adapters.startup import open_desk  # noqa: E402
from bot.conversation import EMPTY  # noqa: E402
from store.database import read_address  # noqa: E402
from store.words import stem, words  # noqa: E402


def main() -> None:
    """Measure and print one table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("questions", type=Path)
    arguments.add_argument("--database", metavar="URL")
    arguments.add_argument("--cold", type=int, default=7, help="how many whole processes to time")
    arguments.add_argument("--served", action="store_true", help="read ahead first, as `votedesk serve` does")
    given = arguments.parse_args()
    settings = read_settings(given.database)
    asked = [BatchQuestion.model_validate_json(line) for line in given.questions.read_bytes().splitlines() if line.strip()]

    started = time.perf_counter()
    with open_desk(settings) as desk:
        desk.ask("how did Hungary vote?")
        ready = time.perf_counter() - started
        if given.served:
            desk.read_ahead()

        def answer(question: BatchQuestion) -> None:
            conversation = EMPTY
            for earlier in question.context:
                conversation = desk.ask(earlier, conversation, question.today).conversation
            desk.ask(question.question, conversation, question.today)

        ours = timed(answer, asked)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(asked)} questions, {settings.store_url.partition('://')[0]}, Python {sys.version.partition(' ')[0]}")
    report("votedesk", ours)
    if (look_up := plain_lookup(settings)) is None:
        print("plain SQL    skipped: the store is not SQLite")
    else:
        plain = timed(look_up, asked)
        report("plain SQL", plain)
        print(f"ratio of medians, votedesk to plain SQL: {statistics.median(ours) / statistics.median(plain):.2f}")
    print(f"ready after {ready:.2f} s in one process, {memory:.0f} MB resident at most")
    cold = [cold_seconds(settings) for _ in range(given.cold)]
    print(f"a whole `votedesk ask`, cold: median {statistics.median(cold):.2f} s, {min(cold):.2f} to {max(cold):.2f} s")
    bare_start = [process_seconds([sys.executable, "-c", "import sqlite3, typer, pydantic"]) for _ in range(given.cold)]
    print(f"of which Python with sqlite3, typer, pydantic: median {statistics.median(bare_start):.2f} s")


def timed(answer: Callable[[BatchQuestion], None], asked: Sequence[BatchQuestion]) -> list[float]:
    """Seconds for each question, in order."""
    seconds = []
    for question in asked:
        started = time.perf_counter()
        answer(question)
        seconds.append(time.perf_counter() - started)
    return seconds


def report(name: str, seconds: Sequence[float]) -> None:
    """One line: rate, median, 99th percentile, maximum."""
    ordered = sorted(seconds)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    print(
        f"{name:<12} {len(seconds) / sum(seconds):8.0f} questions/s   median {statistics.median(seconds) * 1000:7.2f} ms   "
        f"99th percentile {late * 1000:7.2f} ms   slowest {ordered[-1] * 1000:7.2f} ms"
    )


def plain_lookup(settings: Settings) -> Callable[[BatchQuestion], None] | None:
    """A function that searches and selects, and does nothing else."""
    address = read_address(settings.store_url)
    if address.engine != "sqlite":
        return None
    connection = sqlite3.connect(f"file:{address.file}?mode=ro", uri=True)

    def look_up(question: BatchQuestion) -> None:
        stems = [stem(word) for word in words(question.question)]
        if not stems:
            return
        match = " OR ".join(f'"{word}"' for word in dict.fromkeys(stems))
        found = connection.execute(
            "SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rank LIMIT 12", (match,)
        ).fetchall()
        marks = ",".join("?" * len(found))
        connection.execute(
            "SELECT s.roll_call_id, v.member_id, v.position FROM statement s JOIN vote v ON v.statement_id = s.id "
            f"WHERE s.counts AND s.roll_call_id IN ({marks})",
            [row[0] for row in found],
        ).fetchall()

    return look_up


def cold_seconds(settings: Settings) -> float:
    """A whole process, from its start to its end, with the answer in a pipe."""
    command = [sys.executable, "-m", "adapters.cli", "ask", "--database", settings.store_url, "how did Hungary vote?"]
    return process_seconds(command)


def process_seconds(command: Sequence[str]) -> float:
    """Wall time of one process, which must succeed."""
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=os.environ, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
