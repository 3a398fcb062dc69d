"""Show from outside that the loop turns: to systemd, and in a file for `campanile healthy`."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from bot.health import systemd
from domain.readiness import Readiness

log = logging.getLogger(__name__)

BEAT = 5.0
TOUCH_AFTER = 20.0
"""Seconds after which a file that says the same is touched: a memory card does not like to be written to."""


class Pulse:
    """Beats between `start` and `stop`. A file that cannot be written is complained of once."""

    def __init__(self, file: Path, look: Callable[[], Awaitable[Readiness]]) -> None:
        self._file, self._look = file, look
        self._said, self._touched, self._complained = "", 0.0, False
        self._beating: asyncio.Task[None] | None = None

    def start(self) -> None:
        systemd.notify("READY=1")
        self._beating = asyncio.create_task(self._beat())

    async def stop(self) -> None:
        systemd.notify("STOPPING=1")
        if self._beating is not None:
            self._beating.cancel()
            await asyncio.wait([self._beating])
            with suppress(OSError):
                self._file.unlink(missing_ok=True)

    async def _beat(self) -> None:
        every = min(BEAT, systemd.watchdog_seconds() / 2)
        while True:
            systemd.notify("WATCHDOG=1")
            how = await self._look()
            systemd.notify(f"STATUS={how.summary}")
            self._write(str(how))
            await asyncio.sleep(every)

    def _write(self, text: str) -> None:
        if text == self._said and time.monotonic() - self._touched < TOUCH_AFTER:
            return
        try:
            self._file.touch(mode=0o600)
            if text != self._said:
                self._file.write_text(text, encoding="utf-8")
        except OSError as error:
            if not self._complained:
                log.warning("%s cannot be written (%s): `campanile healthy` knows nothing", self._file, error.strerror)
            self._complained = True
            return
        self._said, self._touched = text, time.monotonic()
