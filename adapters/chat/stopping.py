"""Serving until somebody stops it: Ctrl-C or SIGTERM, for one front end or several in one process."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

Says = Callable[[str], None]


class CannotServe(Exception):
    """The platform cannot be reached, or broke off for good. Its text is one sentence."""


async def serve_until_stopped(fronts: Sequence[AbstractAsyncContextManager[Any]], say: Says) -> None:
    """Enters them all, waits, and leaves them in reverse order, each finishing what it has begun.

    A front end that gives a task ends them all when that ends by itself; its exception comes out here.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers; Ctrl-C then ends it at once
            loop.add_signal_handler(number, stop.set)
    await _serve(fronts, asyncio.create_task(stop.wait()), say)


async def _serve(fronts: Sequence[AbstractAsyncContextManager[Any]], stopped: asyncio.Task[Any], say: Says) -> None:
    async with contextlib.AsyncExitStack() as entered:
        given = []
        for front in fronts:
            given.append(await _unless_stopped(entered, front, stopped))
            if stopped.done():
                break
        tasks = {one for one in given if isinstance(one, asyncio.Task)}
        done, _ = await asyncio.wait({stopped, *tasks}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        for task in done - {stopped}:
            await task
        say("Stopping: finishing what has begun.")


async def _unless_stopped(
    entered: contextlib.AsyncExitStack, front: AbstractAsyncContextManager[Any], stopped: asyncio.Task[Any]
) -> Any:
    """What the front end gives; None where it was stopped while it began."""
    entering = asyncio.ensure_future(entered.enter_async_context(front))
    await asyncio.wait({entering, stopped}, return_when=asyncio.FIRST_COMPLETED)
    if not entering.done():
        entering.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            return await entering
        return None
    return await entering
