"""Pictures are drawn in a process of their own: the bot answers meanwhile, and stays small."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Drawn = TypeVar("Drawn")
Subject = TypeVar("Subject")


async def drawn(draw: Callable[[Subject], Drawn], subject: Subject) -> Drawn:
    """`draw` is a function of a module; it imports the plotting library when it is called."""
    # Not forked: a copy of a process with open database connections ends badly.
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    try:
        return await asyncio.get_running_loop().run_in_executor(pool, draw, subject)
    finally:
        pool.shutdown(wait=False)
