"""What is under way: counted, so that a stop can wait for it; and shown, where it takes longer than a reader likes to wait."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

SIGN_AFTER = 0.6
"""Seconds without an answer after which a reader is shown that there will be one."""


class Work:
    """Counts what has begun and not ended."""

    def __init__(self) -> None:
        self._open = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @contextlib.asynccontextmanager
    async def begun(self) -> AsyncIterator[None]:
        """Counts the block."""
        self._open += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._open -= 1
            if not self._open:
                self._idle.set()

    async def finish(self, patience: float) -> bool:
        """Waits until all has ended, or for so many seconds; whether all has."""
        try:
            await asyncio.wait_for(self._idle.wait(), patience)
        except TimeoutError:
            return False
        return True


@contextlib.asynccontextmanager
async def sign_of_work(show: Callable[[], Awaitable[object]], after: float = SIGN_AFTER) -> AsyncIterator[None]:
    """Shows a sign if the block takes longer than `after` seconds. One that is being sent arrives before what comes next."""
    begun = False

    async def later() -> None:
        nonlocal begun
        await asyncio.sleep(after)
        begun = True
        await show()

    sign = asyncio.create_task(later())
    try:
        yield
    finally:
        if not begun:
            sign.cancel()
        # A sign that fails is no reason not to answer.
        await asyncio.gather(sign, return_exceptions=True)
