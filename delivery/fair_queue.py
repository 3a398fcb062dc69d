"""Wait for a window's slot: first come, first served, and answers before bulk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from delivery.window import NEVER, Window

_TICK = 0.001
"""uvloop rounds a shorter sleep to none at all, and the wait becomes a busy one."""


class FairQueue:
    """Lets callers through one window. Bulk cannot reach the last `kept` slots: answers never queue."""

    def __init__(self, window: Window, kept: int) -> None:
        self.window = window
        self._kept = kept
        self._queues = {False: asyncio.Lock(), True: asyncio.Lock()}
        self._stuck: set[asyncio.Future[None]] = set()

    async def enter(self, bulk: bool, paused: Callable[[], float]) -> None:
        """Wait until a slot is taken. `paused` returns the seconds of a flood wait, or raises to give up."""
        loop = asyncio.get_running_loop()
        async with self._queues[bulk]:  # only the first in the queue watches the clock
            while (wait := max(paused(), self._wait(loop.time(), bulk))) > 0:
                await self._rest(loop, wait)
            self.window.enter(loop.time(), spaced=bulk)

    def leave(self, now: float) -> None:
        self.window.leave(now)
        for waiter in self._stuck:
            _wake(waiter)

    def _wait(self, now: float, bulk: bool) -> float:
        return self.window.wait(now, kept=self._kept if bulk else 0, spaced=bulk)

    async def _rest(self, loop: asyncio.AbstractEventLoop, seconds: float) -> None:
        """Sleep; if only an answer can free a slot, wait for one."""
        if seconds != NEVER:
            await asyncio.sleep(max(seconds, _TICK))
            return
        waiter: asyncio.Future[None] = loop.create_future()
        self._stuck.add(waiter)
        try:
            await waiter
        finally:
            self._stuck.discard(waiter)


def _wake(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
