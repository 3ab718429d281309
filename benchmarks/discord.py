"""How many interactions a second VoteDesk answers in Discord on one process, and how soon a reader sees the first sign.

    python benchmarks/discord.py [--database URL] [--rates 50 100 150 200] [--seconds 10] [--questions FILE.jsonl] [--repeat]

A loopback Discord in this process sends `/vote ask` at each rate, whether or not answers come, to a whole
`votedesk serve discord` in another. Shown for each rate: answered in full within the time, and how long the first response
(answer or deferral) and the full answer took. Each question is new to the server, which holds recent answers: asked again, it
has one blank more; not so with --repeat. Both processes share the machine's cores.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from adapters.settings import read_settings  # noqa: E402 - the checkout is on the path only now
from store.database import read_address  # noqa: E402
from tests.support import discord_events as events  # noqa: E402
from tests.support.fake_discord import TOKEN, FakeDiscord  # noqa: E402

QUESTIONS = ROOT / "tests" / "questions" / "full_record.jsonl"
_SETTLE = 15.0
_READING_AHEAD = 8.0


@dataclass(frozen=True)
class Round:
    """One rate: seconds to the first response and to the full answer, None where it never came."""

    rate: int
    first: list[float | None]
    full: list[float | None]
    lasted: float


def main() -> None:
    """Measure and print one line a rate."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--database", metavar="URL")
    arguments.add_argument("--rates", type=int, nargs="+", default=[50, 100, 150, 200, 250])
    arguments.add_argument("--seconds", type=float, default=10.0)
    arguments.add_argument("--questions", type=Path, default=QUESTIONS)
    arguments.add_argument("--repeat", action="store_true", help="ask the same questions again, as a newsroom after a vote does")
    given = arguments.parse_args()
    asked = [json.loads(line)["question"] for line in given.questions.read_text("utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        # Chat state is written, and whatever is measured must not leave traces in the record.
        url = _copied(read_settings(given.database).store_url, Path(folder))
        asyncio.run(_measure(url, folder, _endless(asked, repeat=given.repeat), given.rates, given.seconds))


async def _measure(url: str, folder: str, asked: Iterator[str], rates: Sequence[int], seconds: float) -> None:
    async with FakeDiscord(guilds=(events.server(),)) as fake:
        process = await _serve(url, folder, fake.api)
        try:
            await fake.until(lambda: fake.identified)
            await asyncio.sleep(_READING_AHEAD)
            print(f"{os.cpu_count()} cores, Python {sys.version.partition(' ')[0]}")
            await _round(fake, asked, 20, 3.0)
            for rate in rates:
                before = _cpu_seconds(process.pid)
                measured = await _round(fake, asked, rate, seconds)
                _report(measured, _cpu_seconds(process.pid) - before)
            completed = await _completions(fake)
            print(f"completion as one types: median {_ms(completed, 50)}, 99th percentile {_ms(completed, 99)}")
            print(f"{_memory(process.pid):.0f} MB resident")
        finally:
            process.terminate()
            await process.wait()


def _endless(asked: Sequence[str], *, repeat: bool) -> Iterator[str]:
    for times in itertools.count():
        for question in asked:
            yield question if repeat else " ".join((question, *([""] * times)))


async def _serve(url: str, folder: str, api: str) -> asyncio.subprocess.Process:
    environment = {
        **os.environ,
        "VOTEDESK_DATABASE_URL": url,
        "VOTEDESK_DATA_DIR": folder,
        "VOTEDESK_DISCORD_API_URL": api,
        "DISCORD_TOKEN": TOKEN,
    }
    command = (sys.executable, "-m", "adapters.cli", "serve", "discord")
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment, stderr=asyncio.subprocess.DEVNULL)


async def _round(fake: FakeDiscord, asked: Iterator[str], rate: int, seconds: float) -> Round:
    fake.calls.clear()
    sent: dict[str, float] = {}
    started = time.monotonic()
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, started + number / rate - time.monotonic()))
        reader = events.Reader(id=str(700_000_000_000_000_000 + (number + rate * 7_919) % 100_000))
        event = events.command(fake, "ask", {"question": next(asked)}, reader, events.IN_CHANNEL)
        sent[event["id"]] = time.monotonic()
        await fake.dispatch("INTERACTION_CREATE", event)
    until = time.monotonic() + _SETTLE
    while time.monotonic() < until and len(_answers(fake)) < len(sent):
        await asyncio.sleep(0.1)
    first, full = _first(fake), _answers(fake)
    lasted = max([*full.values(), time.monotonic() - _SETTLE]) - started
    return Round(
        rate,
        [first[id_] - at if id_ in first else None for id_, at in sent.items()],
        [full[id_] - at if id_ in full else None for id_, at in sent.items()],
        lasted,
    )


async def _completions(fake: FakeDiscord) -> list[float]:
    """Seconds to the choices for every beginning of some names, one after the other, as one reader types."""
    names = {
        "country": ("name", ["hungary", "cote d'ivoire", "swizerland"]),
        "rollcall": ("resolution", ["es-11/7", "gaza ceasefire"]),
    }
    taken = []
    for path, (option, typed) in names.items():
        for text in typed:
            for length in range(1, len(text) + 1):
                event = events.typing(fake, path, {option: text[:length]}, option, events.Reader(), events.IN_CHANNEL)
                started = time.monotonic()
                await fake.dispatch("INTERACTION_CREATE", event)
                await fake.until(lambda id_=event["id"]: fake.callbacks(id_))  # type: ignore[misc]
                taken.append(time.monotonic() - started)
    return taken


def _first(fake: FakeDiscord) -> dict[str, float]:
    found: dict[str, float] = {}
    for call in fake.calls:
        if (match := re.match(r"interactions/(\d+)/", call.path)) is not None:
            found.setdefault(match[1], call.at)
    return found


def _answers(fake: FakeDiscord) -> dict[str, float]:
    found: dict[str, float] = {}
    for call in fake.calls:
        match: Any = re.match(r"interactions/(\d+)/", call.path) if call.payload and call.payload.get("type") == 4 else None
        match = match or (re.match(r"webhooks/\d+/token-(\d+)/", call.path) if call.method == "PATCH" else None)
        if match is not None:
            found.setdefault(match[1], call.at)
    return found


def _report(measured: Round, cpu: float) -> None:
    first, full = ([one for one in times if one is not None] for times in (measured.first, measured.full))
    answered = f"{len(full)} of {len(measured.full)} answered, {len(full) / measured.lasted:.1f} a second"
    print(
        f"{measured.rate:4} a second: {answered};   "
        f"first response: median {_ms(first, 50)}, 99th percentile {_ms(first, 99)};   "
        f"full answer: median {_ms(full, 50)}, 99th percentile {_ms(full, 99)};   "
        f"{cpu / len(measured.full) * 1000:.1f} ms of CPU each"
    )


def _ms(times: Sequence[float], percent: int) -> str:
    if not times:
        return "-"
    ordered = sorted(times)
    value = statistics.median(ordered) if percent == 50 else ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]
    return f"{value * 1000:.0f} ms"


def _copied(url: str, folder: Path) -> str:
    address = read_address(url)
    if address.engine != "sqlite":
        return url
    return f"sqlite:///{shutil.copy(address.file, folder / 'store.sqlite3')}"


def _cpu_seconds(pid: int) -> float:
    """Of all its threads so far; 0 where the system does not say."""
    status = Path(f"/proc/{pid}/stat")
    if not status.exists():
        return 0.0
    fields = status.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main()
