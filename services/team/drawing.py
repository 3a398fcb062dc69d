"""Draw pictures in a process of their own: the bot answers meanwhile, and stays small."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from messages.team import drawing_process

Drawn = TypeVar("Drawn")
Subject = TypeVar("Subject")

AT_ONCE = 2
"""Drawings at the same time, of all programmes together: each takes a tenth of a gigabyte, and a core."""
_places = WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore]()


async def drawn(draw: Callable[[Subject], Drawn], subject: Subject) -> Drawn:
    """`draw` is a function of a module; it imports the plotting library when it is called.

    The process ends with the drawing, with the wait for it, and with the bot, however that ends. It begins when
    there is room for it.
    """
    async with _places.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE)):
        return await _drawn(draw, subject)


async def _drawn(draw: Callable[[Subject], Drawn], subject: Subject) -> Drawn:
    # Not forked: a copy of a process with open database connections ends badly.
    processes = get_context("spawn")
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=drawing_process.begin, args=(there, pickle.dumps((draw, subject))), daemon=True)
    try:
        await asyncio.to_thread(process.start)
        there.close()  # so that its end is heard here
        done, result = await asyncio.to_thread(_received, here)
    finally:
        if process.pid is not None:
            process.kill()
    if not done:
        raise result
    return result  # type: ignore[no-any-return]


def _received(here: Connection[Any, Any]) -> tuple[bool, Any]:
    with here:
        try:
            return here.recv()  # type: ignore[no-any-return]
        except EOFError:
            return False, RuntimeError("the process that draws has ended before it was done")
