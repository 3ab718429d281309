"""Slash commands a second that one process of `votedesk serve slack` answers: signed requests over HTTP at a rising rate.

    python benchmarks/slack.py tests/questions/full_record.jsonl

The server is a process of its own. This one sends, and stands in for Slack: it takes the answers at their own addresses. Each
question is new to the server, which holds recent answers: asked again, it has one blank more; not so with --repeat. Printed
for each rate: how long the acknowledgement and the whole answer took, median and 99th percentile. A rate holds while 99 of 100
are acknowledged within 500 ms and answered within 2 s; the rate found is the highest that holds.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import hashlib
import hmac
import itertools
import json
import os
import sys
import tempfile
import time
import urllib.parse
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web

SECRET = "benchmark"
ACKNOWLEDGED_WITHIN, ANSWERED_WITHIN = 0.5, 2.0  # seconds, at the 99th percentile
GRACE = 10.0
_NUMBERS = itertools.count()


@dataclass
class Measured:
    """One rate: seconds until each acknowledgement and each answer; `lost` came not at all, or as something else."""

    rate: int
    acknowledged: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    lost: int = 0
    took: float = 0.0

    def holds(self) -> bool:
        """Whether the rate was kept up."""
        in_time = at(self.acknowledged, 0.99) <= ACKNOWLEDGED_WITHIN and at(self.answered, 0.99) <= ANSWERED_WITHIN
        return in_time and not self.lost

    def line(self) -> str:
        """A row of the table."""
        shown = (at(times, share) * 1000 for times in (self.acknowledged, self.answered) for share in (0.5, 0.99))
        answered = len(self.answered) / self.took if self.took else 0.0
        return f"{self.rate:>6} {answered:>11.0f} " + " ".join(f"{ms:>11.1f}" for ms in shown) + f" {self.lost:>6}"


def at(times: list[float], share: float) -> float:
    """The time that this share (0 to 1) did not exceed."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] if times else float("inf")


class StandIn:
    """Slack, as far as the server needs it."""

    def __init__(self) -> None:
        self.waiting: dict[str, asyncio.Future[float]] = {}

    async def api(self, _: web.Request) -> web.Response:
        """Every method answers as `auth.test` does."""
        return web.json_response({"ok": True, "team_id": "T1", "user_id": "UBOT", "bot_id": "BBOT"})

    async def respond(self, request: web.Request) -> web.Response:
        """An answer."""
        await request.read()
        future = self.waiting.pop(request.match_info["id"], None)
        if future is not None and not future.done():
            future.set_result(time.perf_counter())
        return web.Response(text="ok")


@contextlib.asynccontextmanager
async def serving(slack_port: int, database: str | None) -> AsyncIterator[int]:
    """The server under test, and the port that it listens on."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "VOTEDESK_DATA_DIR": folder,
            "VOTEDESK_SLACK_API_URL": f"http://127.0.0.1:{slack_port}/api/",
            "VOTEDESK_PORT": "0",
            "VOTEDESK_CHAT_QUESTIONS_PER_MINUTE": "1000000",
            "SLACK_BOT_TOKEN": "xoxb-benchmark",
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_APP_TOKEN": "",
        }
        if database:
            environment["VOTEDESK_DATABASE_URL"] = database
        server = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "adapters.cli", "serve", "slack", env=environment, stderr=asyncio.subprocess.PIPE
        )
        assert server.stderr is not None
        told = (await server.stderr.readline()).decode()
        if "Health: " not in told:
            raise SystemExit(told or "The server did not start.")
        try:
            yield int(told.partition("Health: http://127.0.0.1:")[2].partition("/")[0])
        finally:
            server.terminate()
            await server.communicate()


async def ask(
    session: aiohttp.ClientSession, port: int, slack_port: int, stand_in: StandIn, question: str, into: Measured
) -> None:
    """One slash command, from its sending to its answer."""
    number = str(next(_NUMBERS))
    answer: asyncio.Future[float] = asyncio.get_running_loop().create_future()
    stand_in.waiting[number] = answer
    body = urllib.parse.urlencode(
        {
            "command": "/vote",
            "text": question,
            "team_id": "T1",
            "channel_id": f"C{int(number) % 50}",
            "user_id": f"U{number}",
            "trigger_id": f"trigger-{time.time_ns()}-{number}",
            "response_url": f"http://127.0.0.1:{slack_port}/respond/{number}",
        }
    )
    stamp = str(int(time.time()))
    signature = hmac.new(SECRET.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={signature}",
    }
    began = time.perf_counter()
    try:
        async with session.post(f"http://127.0.0.1:{port}/slack/events", data=body, headers=headers) as response:
            await response.read()
            if response.status != 200:
                raise aiohttp.ClientError(str(response.status))
        into.acknowledged.append(time.perf_counter() - began)
        into.answered.append(await asyncio.wait_for(answer, GRACE) - began)
    except (aiohttp.ClientError, TimeoutError):
        into.lost += 1


def unending(questions: list[str], *, repeat: bool) -> Iterator[str]:
    """The questions again and again; without `repeat` each time in a text that was not asked before."""
    for more in itertools.count(1):
        yield from (question if repeat else question.replace(" ", " " * more, 1) for question in questions)


async def measure(rate: int, seconds: float, questions: Iterator[str], port: int, slack_port: int, stand_in: StandIn) -> Measured:
    """Sends at an even rate, however long the answers take."""
    into = Measured(rate)
    began = time.perf_counter()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session, asyncio.TaskGroup() as sending:
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
            sending.create_task(ask(session, port, slack_port, stand_in, next(questions), into))
    into.took = time.perf_counter() - began
    return into


async def run(arguments: argparse.Namespace) -> None:
    """All rates, until one does not hold."""
    lines = [json.loads(line) for line in Path(arguments.questions).read_text(encoding="utf-8").splitlines()]
    texts = [line["question"] for line in lines if not line.get("context")]
    questions = unending(texts, repeat=arguments.repeat)
    stand_in = StandIn()
    app = web.Application()
    app.router.add_post("/api/{method}", stand_in.api)
    app.router.add_post("/respond/{id}", stand_in.respond)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack_port = runner.addresses[0][1]
    best: Measured | None = None
    print(f"{len(texts)} questions, {arguments.seconds:.0f} s a rate; times in ms\n")
    print("  rate  answered/s    ack p50     ack p99  answer p50  answer p99   lost")
    async with serving(slack_port, arguments.database) as port:
        await measure(20, 5, questions, port, slack_port, stand_in)  # what is read once is read here
        for rate in range(arguments.start, arguments.most + 1, arguments.step):
            measured = await measure(rate, arguments.seconds, questions, port, slack_port, stand_in)
            print(measured.line(), flush=True)
            if not measured.holds():
                break
            best = measured
    await runner.cleanup()
    found = f"{best.rate} questions a second" if best else f"fewer than {arguments.start} questions a second"
    print(f"\nHolds at {found}. To reach: 150.")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", help="a batch: one JSON object with a question a line")
    parser.add_argument("--database", help="the store; without it VOTEDESK_DATABASE_URL or a new starter store")
    parser.add_argument("--seconds", type=float, default=10.0, help="for each rate (10)")
    parser.add_argument("--start", type=int, default=50, help="the first rate (50)")
    parser.add_argument("--step", type=int, default=50, help="between rates (50)")
    parser.add_argument("--most", type=int, default=500, help="the last rate (500)")
    parser.add_argument("--repeat", action="store_true", help="ask the same again, as a newsroom does after a vote")
    asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    main()
