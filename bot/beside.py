"""Work beside the event loop that nobody has to wait for when the process ends."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import TypeVar

T = TypeVar("T")

_turn = threading.Lock()


async def beside(work: Callable[[], T]) -> T:
    """Return what the work returns, or raise what it raises.

    It runs in a thread of its own that ends with the process: at its end asyncio would wait for the threads of
    `asyncio.to_thread`, and to build an index on a busy machine takes longer than the bot has to stop.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def settle(settled: Callable[[], None]) -> None:
        if not done.done():
            settled()

    def run() -> None:
        try:
            result = work()
        except Exception as error:
            report = partial(done.set_exception, error)
        else:
            report = partial(done.set_result, result)
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, report)

    threading.Thread(target=copy_context().run, args=(run,), daemon=True).start()
    return await done


async def in_turn(work: Callable[[], T]) -> T:
    """Return the same of work that computes: two at a time would take as long together, and hold up the loop more."""

    def alone() -> T:
        with _turn:
            return work()

    return await beside(alone)
