"""How fast a text is checked, and that memory does not grow with it: 1,000 and 20,000 words; 100 KB, 1 MB and 5 MB as the
command line checks them, piece by piece.

    python benchmarks/checking.py [--database URL] [--runs 5] [--megabytes 0.1 1 5]

The text is one article with many claims, its paragraphs over and over: the hardest kind. Seconds are those of the processor,
which other programs do not lengthen. Aims: 1,000 words in 0.3 seconds, 20,000 in 4, and as much memory for 5 MB as for 100 KB.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from adapters.cli.check_writing import write_check, write_json  # noqa: E402 - the checkout is on the path only now
from adapters.cli.scratch import scratch  # noqa: E402
from adapters.settings import read_settings  # noqa: E402
from adapters.startup import open_desk  # noqa: E402
from bot.desk import Desk  # noqa: E402

ARTICLE = """
On 24 February 2025 the General Assembly backed the European text on Ukraine by 93 votes to 18, with 65 countries
abstaining. Washington voted no, alongside Moscow, Minsk, Budapest and 14 other capitals. China and India were among
the abstainers; every EU government but one voted in favour.

The war has gone on for three years, and diplomats in New York speak of fatigue. Nobody expects the guns to fall
silent before the summer, and the delegations that fill the corridors have little but words to offer to those who
fled. The hall was full, the speeches were long, and few were heard.

In a parallel vote the Assembly adopted an amended American text, 93-8-73, on which the United States itself
abstained. The Security Council followed in the evening: resolution 2774 was adopted by ten votes, with Britain,
France, Denmark, Greece and Slovenia abstaining.

A year earlier it had been otherwise, an ambassador recalled. On 2 March 2022 the invasion was deplored by 141 votes
to five. Only Belarus, North Korea, Syria and Eritrea joined Russia in opposing it, and Serbia sided with the West.
Cuba abstained, and so did Iran.

"""
AIMS = {1_000: 0.3, 20_000: 4.0}


def main() -> None:
    """Measure and print one line for each length."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--database", metavar="URL")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--megabytes", type=float, nargs="*", default=(0.1, 1, 5), help="the shorter before the longer")
    given = arguments.parse_args()
    with open_desk(read_settings(given.database)) as desk:
        desk.check(ARTICLE)
        for words, aim in AIMS.items():
            taken = [seconds(desk, text_of(words)) for _ in range(given.runs)]
            print(f"{words:>9,} words  median {statistics.median(taken):6.2f} s  worst {max(taken):6.2f} s  aim {aim} s")
        before = memory()
        for size in given.megabytes:
            took, claims = in_pieces(desk, round(size * 1_000_000 / len(ARTICLE)))
            taken = f"memory {before:.0f} MB before any, {memory():.0f} MB at most"
            print(f"{size:>9} MB     {took:6.1f} s  {claims:>7,} claims  {taken}", flush=True)


def in_pieces(desk: Desk, times: int) -> tuple[float, int]:
    """How long the article takes so many times over, as `votedesk check --json` checks it, and how many claims it makes."""
    started = time.process_time()
    with scratch() as written:
        summary = write_check(desk, lambda: itertools.repeat(ARTICLE, times), None, write_json, written)
    return time.process_time() - started, sum(summary.model_dump().values())


def text_of(words: int) -> str:
    """So many words of the article."""
    return " ".join((ARTICLE * (words // len(ARTICLE.split()) + 1)).split(" ")[:words])


def seconds(desk: Desk, text: str) -> float:
    """How long one check takes."""
    started = time.process_time()
    desk.check(text)
    return time.process_time() - started


def memory() -> float:
    """The most that this process has taken so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
