"""The synchronous desk, for an event loop: the one place where chat front ends leave the loop to ask.

A store that is down is a sentence for the reader and a line in the log; the next question tries again.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from adapters.chat.wording import FAILED, STORE_DOWN, TOO_SLOW
from adapters.settings import ConfigurationError, Settings
from adapters.startup import open_store
from bot.desk import Desk
from store.errors import StoreError
from store.vote_store import VoteStore

log = logging.getLogger("votedesk.chat")

T = TypeVar("T")

PATIENCE = 25.0
"""Seconds after which a reader is told that the answer takes too long."""

SWITCH = 0.0005
"""Seconds after which an answering thread lets the event loop go on. At Python's own 0.005 every step of the loop would wait for
as long as an answer takes, and a hundred askers a second would see their first sign late."""

_THREADS = 2
"""One waits for the store while the other works. More would only take the interpreter from the event loop: benchmarks/slack.py
answered 118 questions a second with four, 149 with two."""

_WARM_UP = "how did Hungary vote?"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Why there is no answer, as a sentence for the reader."""

    sentence: str


class Answering:
    """Asks a desk in threads of its own. The desk is opened when first asked, and again until it can be.

    Several front ends may share one: the store is closed when the last of those that warmed it up stops.
    """

    def __init__(self, settings: Settings, patience: float = PATIENCE) -> None:
        self._settings = settings
        self._patience = patience
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="votedesk-answer")
        self._lock = threading.Lock()
        self._store: VoteStore | None = None
        self._desk: Desk | None = None
        self._ahead: asyncio.Future[Unanswered | None] | None = None
        self._users = 0

    async def use(self, ask: Callable[[Desk], T]) -> T | Unanswered:
        """What `ask` makes of the desk, in a thread; or why there is nothing."""
        try:
            return await asyncio.wait_for(self._run(ask), self._patience)
        except TimeoutError:
            log.warning("An answer took longer than %.0f s.", self._patience)
            return Unanswered(TOO_SLOW)
        except (ConfigurationError, StoreError) as error:
            log.error("The store cannot be used: %s", error)
            return Unanswered(STORE_DOWN)
        except Exception as error:
            # The rim: the reader gets a sentence, the log the kind of failure. Its text may hold the question.
            log.error("Answering failed unexpectedly (%s).", type(error).__name__)
            log.debug("unexpected failure", exc_info=error)
            return Unanswered(FAILED)

    async def warm_up(self) -> None:
        """Reads ahead what the first question would wait for. Raises what makes the store unusable."""
        sys.setswitchinterval(min(SWITCH, sys.getswitchinterval()))
        await self._run(lambda desk: desk.ask(_WARM_UP))
        self._users += 1
        if self._ahead is None:
            # Nobody waits for this: completions are answered meanwhile, only not as fast.
            self._ahead = asyncio.ensure_future(self.use(Desk.read_ahead))

    async def stop(self) -> None:
        """Waits for the answers under way, and closes the store, unless another front end goes on with it."""
        self._users -= 1
        if self._users > 0:
            return
        await asyncio.to_thread(self._threads.shutdown, wait=True)
        if self._ahead is not None:
            await self._ahead
        if self._store is not None:
            self._store.close()

    async def _run(self, ask: Callable[[Desk], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: ask(self._opened()))

    def _opened(self) -> Desk:
        with self._lock:
            if self._desk is None:
                self._store = self._store or open_store(self._settings)
                self._desk = Desk.open(self._store, self._settings.stale_days)
            return self._desk
