"""Buffer the sender's results until they are recorded, and claim the next messages."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from storage.database import Database, Session
from storage.outbox import deliveries, flood_waits
from storage.outbox.deliveries import Claimed, Settled

# On PostgreSQL another process may still be sending what seems to be left over; on SQLite there is one process.
_ABANDONED = timedelta(minutes=1)
_SWEEP_EVERY = 60.0
_LOOK_EVERY = 2.0


class ResultBuffer:
    """Keeps results and pauses in memory until a transaction has written them, so that none is ever lost."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._results: dict[int, Settled] = {}
        self._pauses: dict[str, datetime] = {}
        self._urgent: list[int] = []
        self._look_at = self._sweep_at = 0.0

    @property
    def unwritten(self) -> int:
        return len(self._results)

    def note(self, result: Settled) -> None:
        self._results[result.id] = result

    def note_pause(self, scope: str, until: datetime) -> None:
        self._pauses[scope] = until

    def look_again(self) -> None:
        """Look for due messages at the next turn: a new one may be urgent."""
        self._look_at = 0.0

    async def open(self) -> tuple[int, dict[str, datetime]]:
        """Return how many messages a kill left in flight, now waiting again; and the flood waits still in force."""
        shared = self._database.dialect == "postgresql"  # young claims may be another process's
        async with self._database.begin() as session:
            left = await deliveries.return_stale(session, self._now(), _ABANDONED if shared else None)
            kept = await flood_waits.load(session, self._now())
        self._sweep_at = time.monotonic() + _SWEEP_EVERY
        return left, kept

    async def turn(self, room: int, in_hand: Collection[int]) -> tuple[list[Claimed], datetime | None]:
        """Record all results and claim up to `room` messages, in one transaction.

        If fewer are found, also return when the next one is due. Raise `deliveries.Unavailable` if the database
        fails; then nothing is recorded and nothing claimed.
        """
        results, kept = dict(self._results), dict(self._pauses)
        if not (room or results or kept):
            return [], None
        async with self._database.begin() as session:
            await deliveries.settle(session, list(results.values()), self._now())
            for scope, until in kept.items():
                await flood_waits.keep(session, scope, until)
            await self._sweep(session, in_hand)
            claimed, due = await self._claim(session, room) if room else ([], None)
        self._forget(results, kept)
        return claimed, due

    async def _claim(self, session: Session, room: int) -> tuple[list[Claimed], datetime | None]:
        now = self._now()
        if self._urgent or time.monotonic() >= self._look_at:
            self._urgent = await deliveries.urgent_waiting(session, now)
            self._look_at = time.monotonic() + _LOOK_EVERY
        claimed = await deliveries.claim(session, now, room, self._urgent)
        return claimed, None if len(claimed) == room else await deliveries.next_due(session)

    async def _sweep(self, session: Session, in_hand: Collection[int]) -> None:
        """Release old claims: another process may have died, or the reply to our own commit may have been lost."""
        if time.monotonic() >= self._sweep_at:
            await deliveries.return_stale(session, self._now(), _ABANDONED, sparing=in_hand)
            self._sweep_at = time.monotonic() + _SWEEP_EVERY

    def _forget(self, results: dict[int, Settled], kept: dict[str, datetime]) -> None:
        for written in results:
            del self._results[written]
        for scope, until in kept.items():
            if self._pauses.get(scope) == until:
                del self._pauses[scope]
