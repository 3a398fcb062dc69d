"""Run a fixed table of jobs with one APScheduler. The rows are the schedule; this is only the clock."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from domain.log_subject import about

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

STOP_WITHIN = 2.0
LOOK_EVERY = 1.0
"""Seconds between two looks at whether the clock was set back."""
QUIET_EVERY = 20
"""Seconds between two looks while nothing is written: another process may have, and time passes."""


@dataclass(frozen=True)
class Job:
    """Asks what is due at the given time, and does it. Running it twice does nothing twice."""

    name: str
    every: timedelta
    run: Callable[[datetime], Awaitable[None]]


class JobClock:
    """Runs each job at its interval, one run at a time. `tick` runs them all once, in order.

    A job that found nothing to do finds nothing until somebody writes or time brings it: while `written()` stays the
    same, it looks only every twenty seconds, on the second. So an idle bot is idle.
    """

    def __init__(
        self, jobs: Sequence[Job], now: Callable[[], datetime], written: Callable[[], object] = object
    ) -> None:
        """Without `written`, every tick looks: no object equals the next."""
        self.jobs = jobs
        self._now, self._written = now, written
        self._seen: dict[str, tuple[object, int]] = {}
        self._turns = {job.name: asyncio.Lock() for job in jobs}
        self._running: set[asyncio.Task[Any]] = set()
        self._scheduler: AsyncIOScheduler | None = None
        self._watch: asyncio.Task[None] | None = None
        self._done_at: float | None = None
        self.succeeded: dict[str, datetime] = {}
        """When each job was last done, by its name."""

    def start(self) -> None:
        from apscheduler.schedulers.asyncio import AsyncIOScheduler  # not before the first poll

        self._scheduler = AsyncIOScheduler(timezone=UTC)
        for job in self.jobs:
            self._scheduler.add_job(
                self._look,
                "interval",
                args=[job],
                seconds=job.every.total_seconds(),
                # On whole seconds of the wall clock: what is due at 18:00 is looked at just then.
                start_date=datetime.fromtimestamp(0, UTC),
                max_instances=1,
                # A late tick is as good as one on time: it looks back. The default would drop it.
                coalesce=True,
                misfire_grace_time=None,
            )
        self._scheduler.start()
        self._watch = asyncio.create_task(self._notice_jumps(self._scheduler))
        self.nudge(self._now())

    async def stop(self) -> None:
        """Let running jobs finish; after `STOP_WITHIN` seconds they are cancelled and rolled back."""
        if self._scheduler is None:
            return
        self._scheduler.pause()
        if self._watch is not None:
            self._watch.cancel()
        await asyncio.sleep(0)  # what was begun in this instant has its first step yet to take
        if self._running:
            await asyncio.wait(self._running, timeout=STOP_WITHIN)
        self._scheduler.shutdown(wait=False)

    def nudge(self, at: datetime) -> None:
        """Run every job at that very moment too, not only at the next tick after it."""
        if self._scheduler is not None:
            for job in self.jobs:
                moment = datetime.now(UTC) + max(at - self._now(), timedelta(0))
                self._scheduler.add_job(self._run, "date", args=[job], run_date=moment, misfire_grace_time=None)

    async def _notice_jumps(self, scheduler: AsyncIOScheduler) -> None:
        """Notice a clock that was set back: APScheduler waits for a time of day, and would do nothing for an hour."""
        before = datetime.now(UTC)
        while True:
            await asyncio.sleep(LOOK_EVERY)
            now = datetime.now(UTC)
            if now < before:
                log.warning("the clock was set back to %s: going on from there", now.isoformat())
                for job in scheduler.get_jobs():
                    job.modify(next_run_time=now.replace(microsecond=0))
            before = now

    def silent_for(self) -> float | None:
        """Return for how many seconds no job was done; None before the first."""
        return None if self._done_at is None else time.monotonic() - self._done_at

    async def tick(self) -> None:
        for job in self.jobs:
            with about(job=job.name):
                await job.run(self._now())

    async def _look(self, job: Job) -> None:
        # Taken before the rows are read: what is written meanwhile is looked at again.
        seen = self._written(), int(self._now().timestamp()) // QUIET_EVERY
        if self._seen.get(job.name) != seen:
            self._seen[job.name] = seen
            await self._run(job)

    async def _run(self, job: Job) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        with about(job=job.name):
            await self._do(job)

    async def _do(self, job: Job) -> None:
        try:
            async with self._turns[job.name]:  # a nudge may fall into a tick
                await job.run(self._now())
            self._done_at, self.succeeded[job.name] = time.monotonic(), self._now()
        except asyncio.CancelledError:  # stopping; APScheduler would log a traceback
            log.debug("%s was interrupted", job.name)
        except Exception:  # the next tick looks back and does what this one could not
            self._seen.pop(job.name, None)
            log.exception("%s could not be done; trying again in %s", job.name, job.every)
