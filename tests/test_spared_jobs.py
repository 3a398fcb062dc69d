"""A world leaves out a job only if nothing that it depends on has changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from scheduler.job_clock import Job
from storage.database import Database
from tests.spared_jobs import spared

NOON = datetime(2027, 10, 9, 12, tzinfo=UTC)


@dataclass
class Reads:
    """A job that reads venues, and counts its runs."""

    database: Database
    runs: list[datetime] = field(default_factory=list)

    async def tick(self, now: datetime) -> None:
        self.runs.append(now)
        async with self.database.read() as session:
            await session.execute(text("SELECT count(*) FROM venues"))


async def _write(database: Database, statement: str) -> None:
    async with database.begin() as session:
        await session.execute(text(statement))


async def test_a_job_runs_again_when_the_moment_or_its_rows_have_changed(database: Database) -> None:
    reads = Reads(database)
    (job,) = spared([Job("reads", timedelta(seconds=2), reads.tick)])
    steps: list[tuple[datetime, str, int]] = [
        (NOON, "", 1),
        (NOON, "", 1),
        (NOON, "INSERT INTO visits (area, source, count) VALUES ('a', 'b', 1)", 1),
        (NOON, "DELETE FROM venues WHERE id = 'a'", 1),
        (NOON, "INSERT INTO venues (id, area, name, address) VALUES ('a', 'b', 'c', 'd')", 2),
        (NOON + timedelta(seconds=1), "", 3),
    ]
    for at, statement, runs in steps:
        if statement:
            await _write(database, statement)
        await job.run(at)

        assert len(reads.runs) == runs, statement


async def test_a_job_runs_again_when_what_it_could_not_see_yet_is_committed(database: Database) -> None:
    reads = Reads(database)
    (job,) = spared([Job("reads", timedelta(seconds=2), reads.tick)])
    async with database.begin() as session:
        await session.execute(text("INSERT INTO venues (id, area, name, address) VALUES ('a', 'b', 'c', 'd')"))
        await job.run(NOON)
    for _ in range(2):
        await job.run(NOON)

    assert len(reads.runs) == 2


async def test_a_job_in_the_always_list_always_runs(database: Database) -> None:
    reads = Reads(database)
    (job,) = spared([Job("reads", timedelta(seconds=2), reads.tick)], always=["reads"])
    for _ in range(3):
        await job.run(NOON)

    assert len(reads.runs) == 3
