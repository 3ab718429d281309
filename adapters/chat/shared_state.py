"""The chat state of the store, for an event loop: never in its way, and going on by memory alone while nothing can be written.

An import holds SQLite's only write lock for a while, and a database can be down. Then events are told apart by this process
alone, and what should be kept waits here until it can be written.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from store.chat_state import Admission, ChatState, Event, KeptAnswer, Limit
from store.database import StoreBusy
from store.errors import StoreError

log = logging.getLogger("votedesk.chat")

P = ParamSpec("P")
T = TypeVar("T")

REST = 1.0
"""Seconds without another try after a write failed."""

RULES_HELD = 5.0
"""Seconds after which all replicas go by a rule that was changed; the one that changed it does so at once."""

_THREADS = 2
_MOST_SEEN = 20_000
_MOST_WAITING = 5_000
_MOST_AT_ONCE = 100
_SWEEP_EVERY = 3_600.0


class SharedState:
    """All of it never raises `StoreError`, but for `rules`, `settings` and what is set or asked for by hand."""

    def __init__(self, state: ChatState, keep_days: int = 30, clock: Callable[[], float] = time.time) -> None:
        self._state = state
        self._clock = clock
        self._keep_days = keep_days
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="votedesk-state")
        self._seen: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._waiting: OrderedDict[str, tuple[KeptAnswer, str]] = OrderedDict()
        self._rules: dict[str, tuple[float, Mapping[str, str]]] = {}
        self._resting_until = 0.0
        self._write: asyncio.Task[None] | None = None
        self._at_once = _MOST_AT_ONCE
        self._upkeep: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begins to write what waits, and to sweep once an hour. Raises `StoreError` where nothing can ever be written."""
        with contextlib.suppress(StoreBusy):
            await self._run(self._state.sweep, self._clock(), self._keep_days)
        self._upkeep = asyncio.create_task(self._keep_up())

    async def stop(self) -> None:
        """Writes what waits, if it can, and closes."""
        if self._upkeep is not None:
            self._upkeep.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._upkeep
        await self._write_all()
        if self._waiting:
            log.error("%d answers could not be kept, since the store could not be written.", len(self._waiting))
        self._threads.shutdown(wait=True)
        self._state.close()

    async def admit(self, event: Event, limit: Limit) -> Admission:
        """Whether this event is this replica's to answer, and when its asker may ask again."""
        key = (event.workspace, event.id)
        if key in self._seen:
            return Admission(taken=False)
        self._seen[key] = None
        if len(self._seen) > _MOST_SEEN:
            self._seen.popitem(last=False)
        if self._is_resting():
            return Admission(taken=True)
        try:
            return await self._run(self._state.admit, event, limit, self._clock())
        except StoreError as error:
            self._rest(error)
            return Admission(taken=True)

    async def conversation(self, workspace: str, thread: str, since: float = 0.0) -> str | None:
        """What the thread's questions left behind; None where the bot was not asked in it since then."""
        for answer, conversation in reversed(self._waiting.values()):
            if (answer.workspace, answer.thread) == (workspace, thread):
                return conversation
        try:
            return await self._run(self._state.conversation, workspace, thread, since)
        except StoreError as error:
            log.warning("The thread could not be read: %s", error)
            return None

    async def keep(self, answer: KeptAnswer, conversation: str) -> None:
        """Keeps an answer, and what its thread holds now; later, where it cannot be written now.

        What comes while others are being written is written together: a transaction each would cost more than the answers.
        """
        self._waiting[answer.id] = (answer, conversation)
        if len(self._waiting) > _MOST_WAITING:
            self._waiting.popitem(last=False)
        while answer.id in self._waiting and not self._is_resting():
            if self._write is None:
                self._write = asyncio.create_task(self._write_waiting())
            await asyncio.shield(self._write)

    async def answer(self, workspace: str, id: str) -> KeptAnswer | None:  # noqa: A002 - as in the store
        """The answer with this id, for its own workspace only. Raises `StoreError`."""
        waiting = self._waiting.get(id)
        if waiting is not None:
            return waiting[0] if waiting[0].workspace == workspace else None
        return await self._run(self._state.answer, workspace, id)

    async def recent(self, workspace: str, asker: str, limit: int) -> tuple[KeptAnswer, ...]:
        """What somebody asked last, newest first, each question once; nothing while the store is down."""
        try:
            return await self._run(self._state.recent, workspace, asker, limit)
        except StoreError as error:
            log.warning("Recent questions could not be read: %s", error)
            return ()

    async def rules(self, workspace: str) -> Mapping[str, str]:
        """Rules by channel, "*" for all others, as they were at most `RULES_HELD` seconds ago. Raises `StoreError`."""
        until, held = self._rules.get(workspace, (0.0, {}))
        if time.monotonic() > until:
            held = await self._run(self._state.rules, workspace)
            self._rules[workspace] = (time.monotonic() + RULES_HELD, held)
        return held

    async def set_rule(self, workspace: str, channel: str, rule: str | None) -> None:
        """Sets the rule of a channel; None takes it away. Raises `StoreError`."""
        await self._run(self._state.set_rule, workspace, channel, rule)
        self._rules.pop(workspace, None)

    async def settings(self, workspace: str) -> Mapping[str, str]:
        """What the workspace has set, by name. Raises `StoreError`."""
        return await self._run(self._state.settings, workspace)

    async def set_setting(self, workspace: str, name: str, value: str | None) -> None:
        """Sets one thing for the workspace; None takes it away. Raises `StoreError`."""
        await self._run(self._state.set_setting, workspace, name, value)

    async def forget(self, workspace: str) -> None:
        """Deletes all that is kept of a workspace. Raises `StoreError`."""
        for id_ in [id_ for id_, (answer, _) in self._waiting.items() if answer.workspace == workspace]:
            del self._waiting[id_]
        self._rules.pop(workspace, None)
        await self._run(self._state.forget, workspace)

    async def _run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: call(*args, **kwargs))

    async def _write_waiting(self) -> None:
        batch = list(itertools.islice(self._waiting.items(), self._at_once))
        try:
            if batch:
                await self._run(self._state.keep, *(kept for _, kept in batch))
        except StoreError as error:
            self._rest(error)
            # Should one be what the store refuses, the others must not wait for it.
            self._at_once = 1
            if batch[0][0] in self._waiting:
                self._waiting.move_to_end(batch[0][0])
        else:
            for id_, kept in batch:
                if self._waiting.get(id_) is kept:
                    del self._waiting[id_]
            if not self._waiting:
                self._at_once = _MOST_AT_ONCE
        finally:
            self._write = None

    async def _write_all(self) -> None:
        """What waits, until it is written or the store refuses."""
        self._resting_until = 0.0
        while self._waiting and not self._is_resting():
            if self._write is None:
                self._write = asyncio.create_task(self._write_waiting())
            await asyncio.shield(self._write)

    async def _keep_up(self) -> None:
        swept = self._clock()
        while True:
            await self._write_all()
            if self._clock() - swept > _SWEEP_EVERY:
                with contextlib.suppress(StoreError):
                    await self._run(self._state.sweep, self._clock(), self._keep_days)
                    swept = self._clock()
            await asyncio.sleep(REST)

    def _is_resting(self) -> bool:
        return time.monotonic() < self._resting_until

    def _rest(self, error: StoreError) -> None:
        log.warning("Chat state cannot be written for now: %s", error)
        self._resting_until = time.monotonic() + REST
