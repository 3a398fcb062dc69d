"""Hear voice messages, one after the other, in a process of its own: the bot answers meanwhile, and stays small."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from speech import process
from speech.process import Hear, HeardWords, Unheard

log = logging.getLogger(__name__)

MOST_WAITING = 10
"""Voice messages that wait for their turn; who comes on top is asked to write."""
WITHIN = 90.0
"""Seconds for one voice message, from its download to its words; the first loads the model besides."""
IDLE = 120.0
"""Seconds after which the process ends when nobody speaks, and gives its memory back."""
GONE_WITHIN = 2.0
"""Seconds that a process is waited for, whose end was asked for."""


class Listener:
    """Hears one sound at a time. `load`, a function of a module or a partial of one, runs in the process."""

    def __init__(self, load: Callable[[], Hear], *, within: float = WITHIN, idle: float = IDLE) -> None:
        self._load, self._within, self._idle = load, within, idle
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._process: BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._rest: asyncio.TimerHandle | None = None

    async def words(self, fetch: Callable[[], Awaitable[bytes]], language: str) -> str | Unheard:
        """Return what is said in the sound that `fetch` brings, or why it was not heard.

        It is fetched only when its turn has come, so that one sound at most is in memory. Raise what `fetch` raises.
        """
        if self._waiting >= MOST_WAITING:
            return Unheard.BUSY
        self._waiting += 1
        try:
            async with self._turn:
                return await self._heard(fetch, language)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Let the process end, which waits; kill it if it does not."""
        ended, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if ended is None or ended.pid is None or pipe is None:
            return
        if self._turn.locked():
            ended.kill()  # the pipe is closed when nobody has it any more: a thread may still read from it
        else:
            pipe.close()
        asyncio.get_running_loop().run_in_executor(None, ended.join, GONE_WITHIN)

    async def _heard(self, fetch: Callable[[], Awaitable[bytes]], language: str) -> str | Unheard:
        if self._rest is not None:
            self._rest.cancel()
        try:
            async with asyncio.timeout(self._within):
                heard = await self._asked(await fetch(), language)
        except (EOFError, OSError) as error:  # a TimeoutError is an OSError
            heard = HeardWords("", Unheard.FAILED, type(error).__name__)
        finally:
            self._rest = asyncio.get_running_loop().call_later(self._idle, self.close)
        if heard.problem:
            log.warning("a voice message was not heard (%s)", heard.problem)
        return heard.reason or heard.words

    async def _asked(self, sound: bytes, language: str) -> HeardWords:
        if self._process is not None and not self._process.is_alive():
            self.close()
        try:
            pipe = self._pipe or await self._begun()
            return await asyncio.to_thread(_exchange, pipe, (sound, language))
        except BaseException:  # also when it is given up: what it says then would be taken for the next one's words
            self.close()
            raise

    async def _begun(self) -> Connection[Any, Any]:
        # Not forked: a copy of a process with open database connections ends badly.
        processes = get_context("spawn")
        self._pipe, there = processes.Pipe()
        self._process = processes.Process(target=process.begin, args=(there, self._load), daemon=True)
        await asyncio.to_thread(self._process.start)
        there.close()  # so that its end is heard here
        return self._pipe


def _exchange(pipe: Connection[Any, Any], asked: tuple[bytes, str]) -> HeardWords:
    pipe.send(asked)
    heard: HeardWords = pipe.recv()
    return heard
