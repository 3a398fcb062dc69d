"""Spare a world the jobs that have nothing to do: running all of them after each act took most of the suite's time.

What a job does depends on the moment and on rows (`scheduler.job_clock.Job`). So it is run again when the clock was
moved, or when a table that it read has been written to, by whomever in this process.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import ConnectionPoolEntry, Pool

from scheduler.job_clock import Job
from storage.models import Base

_NAMES = re.compile(rf"\b({'|'.join(Base.metadata.tables)})\b")

written: Counter[str] = Counter()
"""How often each table was written to."""
read: set[str] = set()
"""The tables that were read or written since the job in hand began."""


@cache
def _tables(statement: str) -> frozenset[str]:
    return frozenset(_NAMES.findall(statement))


@event.listens_for(Engine, "after_cursor_execute")
def _note(connection: Connection, cursor: Any, statement: str, _p: Any, _x: Any, _m: bool) -> None:
    tables = _tables(statement)
    read.update(tables)
    if not statement.startswith("SELECT") and cursor.rowcount != 0:
        connection.info.setdefault("written", set()).update(tables)


@event.listens_for(Pool, "checkin")
def _count(_: Any, record: ConnectionPoolEntry) -> None:
    """Count what was written once it is there for others: a job that ran before the commit has not seen it."""
    written.update(record.info.pop("written", ()))


@dataclass
class _Last:
    """The last run of a job: when in the story, what it read, and how often that had been written to."""

    at: datetime | None = None
    read: dict[str, int] = field(default_factory=dict)

    def still_holds(self, now: datetime) -> bool:
        return self.at == now and all(written[table] == count for table, count in self.read.items())


def spared(jobs: Sequence[Job], always: Collection[str] = ()) -> list[Job]:
    """Return the same jobs, which leave out a run in which nothing can be new; those named in `always` do not."""
    return [job if job.name in always else _spared(job) for job in jobs]


def _spared(job: Job) -> Job:
    last = _Last()

    async def run(now: datetime) -> None:
        if last.still_holds(now):
            return
        before = written.copy()
        last.at = None
        read.clear()
        await job.run(now)
        last.at, last.read = now, {table: before[table] for table in read}

    return replace(job, run=run)
