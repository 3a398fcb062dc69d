"""Ask every part of the bot whether it does its work."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from answers.engine_holder import EngineHolder
from delivery.outage import LISTENING, Outage
from delivery.sender import Sender
from domain.readiness import WELL, Readiness
from scheduler.job_clock import JobClock
from storage.database import UNUSABLE, Database

DATABASE_WITHIN = 3.0
SCHEDULER_SILENT = 45.0
"""Seconds: an idle one looks every twenty."""
SENDER_SILENT = 90.0
"""Seconds: it looks around once a minute, however little there is to send."""


@dataclass(frozen=True, kw_only=True)
class Checks:
    """The parts of one bot. What they say is plain, and holds nothing that strangers may not read."""

    database: Database
    holder: EngineHolder
    outage: Outage
    clock: JobClock
    sender: Sender

    async def look(self, *, stands_by: bool) -> Readiness:
        """Return how every part is; who stands by needs the database alone."""
        database = await self._database()
        if stands_by:
            return Readiness({"database": database}, stands_by=True)
        reached = self.outage.reached_lately(LISTENING)
        return Readiness(
            {
                "database": database,
                "answers": WELL if self.holder.filled else "the index is not built yet",
                "updates": WELL if reached else "Telegram has given none for a minute, nor said that there are none",
                "scheduler": _silence(self.clock.silent_for(), SCHEDULER_SILENT, "no job was done"),
                "sender": self.sender.trouble or _silence(self.sender.silent_for(), SENDER_SILENT, "it stands still"),
            }
        )

    async def _database(self) -> str:
        try:
            async with asyncio.timeout(DATABASE_WITHIN):
                await self.database.answer()
        except UNUSABLE:  # a timeout is an OSError
            return "it does not answer"
        return WELL


def _silence(seconds: float | None, most: float, what: str) -> str:
    if seconds is None:
        return "not started yet"
    return WELL if seconds <= most else f"{what} for {seconds:.0f} seconds"
