"""An event loop whose clock jumps to the next timer, so that minutes of pace pass in milliseconds."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


class ClockLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.clock = 1000.0
        super().__init__()

    def time(self) -> float:
        return self.clock

    def _run_once(self) -> None:
        if not self._ready:  # type: ignore[attr-defined]
            timers = (timer.when() for timer in self._scheduled if not timer.cancelled())  # type: ignore[attr-defined]
            self.clock = max(self.clock, min(timers, default=self.clock))
        super()._run_once()  # type: ignore[misc]


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """Like asyncio.run, on a `ClockLoop`."""
    with asyncio.Runner(loop_factory=ClockLoop) as runner:
        return runner.run(work)
