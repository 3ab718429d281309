"""The accuracy card, docs/accuracy.md: what was asked, how it was graded, and how often VoteDesk was right, by kind.

    python benchmarks/accuracy.py [QUESTIONS.jsonl ...] [--database URL] [--generated 10000] [--output docs/accuracy.md]

Without QUESTIONS, those of tests/questions are asked: starter.jsonl of a new store that holds nothing but the starter record,
full_record.jsonl of the configured store, which must hold the official files. QUESTIONS are asked of the configured store too.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from adapters.settings import read_settings  # noqa: E402 - the checkout is on the path only now
from adapters.startup import open_store  # noqa: E402
from benchmarks import generated_statements  # noqa: E402
from benchmarks.generated_questions import measure, table  # noqa: E402
from benchmarks.grading import Grade, KnownQuestion, grade, read_questions, reply_to  # noqa: E402
from bot.desk import Desk  # noqa: E402
from store.importers.load import ensure_starter  # noqa: E402
from store.vote_store import VoteStore  # noqa: E402

TABLES = ROOT / "tests" / "questions"
TODAY = dt.date(2026, 1, 10)  # stands in for the clock, so that "last month" means the same in every run
SEED = 1
_QUESTIONS_PER_STATEMENT = 3
NEEDED = frozenset({"undl_ga", "undl_sc"})

HEAD = """# Accuracy

How often VoteDesk is right, measured. This page is made by `make accuracy`; nobody edits it.

## How it is graded

Questions with known answers come with what a right reply must hold: the votes, the tally, the verdict, the first roll call, the
number. Each reply gets one grade.

| grade | meaning |
| --- | --- |
| right | everything asked for is there and is what the record says |
| asked | it offered choices where one answer was expected |
| missed | it said that it cannot answer, and the record can |
| wrong | it answered, and something in it is not what the record says, or not what was asked |
"""

LIMITS = """## Known limits

- The project wrote these questions itself, and mends what they show: a wrong answer found becomes a line in `tests/questions/`.
  They are no held-out test. Questions by other people will find other faults; those made from the record can be drawn afresh
  with another `--seed`.
- Most are in English. French, Spanish, German, Portuguese and Italian are understood for positions, roll calls, tallies and
  simple statements.
- The official files hold adopted texts. Vetoed and failed drafts are in the record only where the starter record has them, so
  vetoes are counted only once the Data Hub's list is imported.
- The questions made from the record are graded against the store, not against the world: an error of the source would pass.
- A reply that asks back is no error, and it costs the reader a click: it is counted apart.
"""


@dataclass(frozen=True, slots=True)
class Result:
    """One question, its grade, and why it is not right."""

    known: KnownQuestion
    grade: Grade
    reasons: tuple[str, ...]


def main() -> None:
    """Write the page; exit status 1 where the store lacks the official files."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("questions", nargs="*", type=Path, metavar="QUESTIONS")
    arguments.add_argument("--database", metavar="URL")
    arguments.add_argument("--generated", type=int, default=10_000, help="how many questions to make from the record; 0 for none")
    arguments.add_argument("--output", type=Path, help="where to write the page; without it, standard output")
    given = arguments.parse_args()
    with open_store(read_settings(given.database)) as store:
        if NEEDED - {c.dataset for c in store.coverage()}:
            sys.exit("The store lacks the official files: import them (docs/data.md), or name another store with --database.")
        page = "\n".join(sections(store, given.questions, given.generated))
    if given.output:
        given.output.write_text(page, encoding="utf-8")
    else:
        print(page, end="")


def sections(store: VoteStore, files: Sequence[Path], generated: int) -> Iterator[str]:
    """The page in parts."""
    desk = Desk.open(store)
    yield HEAD
    yield covered(store)
    if files:
        for file in files:
            yield table_of(f"Questions of {file.name}", f"{file.name}, asked of that record.", results_of(desk, file))
    else:
        yield table_of(
            "Questions with known answers, full record",
            "`tests/questions/full_record.jsonl`: as hurried journalists write, each with the record that shows its answer.",
            results_of(desk, TABLES / "full_record.jsonl"),
        )
        yield table_of(
            "Questions with known answers, starter record alone",
            "`tests/questions/starter.jsonl`, asked of a new store. It holds what a selection must not claim, too.",
            starter_results(),
        )
    if generated:
        yield generated_section(store, desk, generated)
        yield statements_section(store, desk, generated // _QUESTIONS_PER_STATEMENT)
    yield commands(files, generated)
    yield LIMITS


def results_of(desk: Desk, file: Path) -> tuple[Result, ...]:
    """Every question of a file, asked and graded, in order."""
    return tuple(Result(known, *grade(known.expect, reply_to(desk, known, TODAY))) for known in read_questions(file))


def starter_results() -> tuple[Result, ...]:
    """The starter questions, asked of a store that is made for them."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'store.sqlite3'}"
        ensure_starter(url)
        with VoteStore.open(url) as store:
            return results_of(Desk.open(store), TABLES / "starter.jsonl")


def covered(store: VoteStore) -> str:
    """What the store held."""
    rows = [f"| {c.title} | {c.body} | {c.roll_calls:,} | {c.first} to {c.until} |" for c in store.coverage() if c.roll_calls]
    head = ["## The record asked", "", "| dataset | body | roll calls | votes of |", "| --- | --- | ---: | --- |"]
    return "\n".join([*head, *rows, ""])


def table_of(title: str, said: str, results: Sequence[Result]) -> str:
    """Grades by kind (a question's first tag), and every question that is not right."""
    kinds = Counter((r.known.tags[0], r.grade) for r in results)
    names = sorted({kind for kind, _ in kinds})
    lines = [f"## {title}", "", said, "", *header("kind")]
    lines += [row(kind, [kinds[kind, g] for g in Grade]) for kind in names]
    lines.append(row("**all**", [sum(r.grade is g for r in results) for g in Grade]))
    if failed := [r for r in results if r.grade is not Grade.RIGHT]:
        lines += ["", "Not right:", "", *(f"- {r.grade}: “{r.known.question}” ({r.known.id})" for r in failed)]
    return "\n".join([*lines, ""])


def header(first: str) -> list[str]:
    """Head of a table of grades."""
    return [f"| {first} | {' | '.join(Grade)} | all | right |", f"| --- |{' ---: |' * (len(Grade) + 2)}"]


def row(label: str, counts: Sequence[int]) -> str:
    """One line of a table of grades; `counts` in the order of `Grade`."""
    total = sum(counts)
    return f"| {label} | {' | '.join(map(str, counts))} | {total} | {counts[0] / total if total else 0:.1%} |"


def generated_section(store: VoteStore, desk: Desk, count: int) -> str:
    """The questions made from the record, as `benchmarks/generated_questions.py` grades them."""
    counts, _ = measure(store, desk, count, SEED)
    return "\n".join(
        [
            "## Questions made from the record",
            "",
            f"{count:,} questions: any recorded roll call and any member on its roll, the vote named by its symbol, by date and",
            "title, or by a nickname; each as it is, with one and with two typing errors. *Partly*: the vote is in the reply,",
            "but behind one that does not fit, or another vote is that the words fit as well.",
            "",
            "```text",
            *table(counts),
            "```",
            "",
        ]
    )


def statements_section(store: VoteStore, desk: Desk, count: int) -> str:
    """The statements made from the record, as `benchmarks/generated_statements.py` grades them."""
    counts, _ = generated_statements.measure(store, desk, count, SEED)
    return "\n".join(
        [
            "## Statements made from the record",
            "",
            f"{count:,} statements on any recorded roll call, named by its symbol, about half of them true: lists, groups, all,",
            "none, most, only, all but, denials, several clauses, counts and outcomes, in many wordings. *Untold*: no verdict,",
            "and the record has it.",
            "",
            "```text",
            *generated_statements.table(counts),
            "```",
            "",
        ]
    )


def commands(files: Sequence[Path], generated: int) -> str:
    """How to get the same page."""
    names = "".join(f" {file.name}" for file in files)
    return "\n".join(
        [
            "## To reproduce",
            "",
            "With the official files in the store ([how](data.md)):",
            "",
            "```sh",
            "make accuracy",
            f"python benchmarks/accuracy.py{names} --generated {generated}",
            f"python benchmarks/generated_questions.py --sample {generated} --seed {SEED} --failures failures.txt",
            f"python benchmarks/generated_statements.py --sample {generated // _QUESTIONS_PER_STATEMENT} --seed {SEED}",
            "```",
            "",
        ]
    )


if __name__ == "__main__":
    main()
