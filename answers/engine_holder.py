"""Hold the engine in use, which is replaced as a whole when the answers change."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answers.engine import Engine


class EngineHolder:
    """Holds the engine. It is empty at the start: the bot listens at once, and the first question waits."""

    def __init__(self) -> None:
        self._engine: Engine | None = None
        self._filled = asyncio.Event()
        self.version = 0
        """How often an engine was put here."""

    def put(self, engine: Engine) -> None:
        self._engine = engine
        self.version += 1
        self._filled.set()

    @property
    def filled(self) -> bool:
        return self._engine is not None

    async def engine(self) -> Engine:
        await self._filled.wait()
        if self._engine is None:
            raise LookupError("the library was opened without an engine")
        return self._engine
