"""Transactions: all or nothing, one moment for who reads, and none left open by who is interrupted."""

import asyncio
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import func, insert, make_url, select

from storage.database import Database, Session
from storage.models import Resident
from storage.people import residents
from tests.delivery.people import NOON

WAIT = 5


async def _add(session: Session, chat: int) -> None:
    await residents.remember(session, chat, "it", NOON)


async def _count(database: Database) -> int:
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(Resident)) or 0


async def test_what_ends_well_is_kept_and_what_fails_is_not(database: Database) -> None:
    async with database.begin() as session:
        await _add(session, 1)
    with suppress(ZeroDivisionError):
        async with database.begin() as session:
            await _add(session, 2)
            await session.flush()
            raise ZeroDivisionError
    assert await _count(database) == 1


async def test_many_rows_at_once_are_kept(database: Database) -> None:
    rows = [{"chat_id": n, "language": "it", "reachable": True, "first_seen": NOON} for n in range(1, 51)]
    async with database.begin() as session:
        await session.execute(insert(Resident), rows)
    assert await _count(database) == 50


async def test_transactions_without_a_statement_leave_nothing_behind(database: Database) -> None:
    for _ in range(20):
        async with database.begin():
            pass
        async with database.read():
            pass
    async with database.begin() as session:
        await _add(session, 1)
    assert await _count(database) == 1


async def test_who_is_interrupted_holds_up_nobody(database: Database) -> None:
    """Wherever it was: before its first statement, in its middle, or at its end."""

    async def write(chat: int) -> None:
        async with database.begin() as session:
            await _add(session, chat)

    for steps in range(30):
        task = asyncio.create_task(write(1000 + steps))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with asyncio.timeout(WAIT):
            await write(steps + 1)
    async with database.read() as session:
        kept = set(await session.scalars(select(Resident.chat_id)))
    assert kept >= set(range(1, 31))


async def test_who_reads_sees_one_moment_on_sqlite(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    async with database.read() as session:
        before = await session.scalar(select(func.count()).select_from(Resident))
        async with database.begin() as writing:
            await _add(writing, 1)
        after = await session.scalar(select(func.count()).select_from(Resident))
    assert (before, after, await _count(database)) == (0, 0, 1)
    await database.close()


async def test_writers_of_two_programs_wait_for_each_other_on_sqlite(sqlite_url: str) -> None:
    """Read first and write later, at the same time: neither is refused, neither's reading is stale."""
    both = [Database(sqlite_url) for _ in range(2)]

    async def write(database: Database) -> None:
        for _ in range(10):
            async with database.begin() as session:
                last = await session.scalar(select(func.coalesce(func.max(Resident.chat_id), 0)))
                await _add(session, (last or 0) + 1)

    await asyncio.gather(*map(write, both))
    assert await _count(both[0]) == 20
    for database in both:
        await database.close()


async def test_who_is_interrupted_twice_holds_up_nobody(database: Database) -> None:
    """As when a task is cancelled, and again while its connection is being closed."""

    async def write(chat: int) -> None:
        async with database.begin() as session:
            await _add(session, chat)

    for steps in range(30):
        task = asyncio.create_task(write(1000 + steps))
        for _ in range(steps):
            await asyncio.sleep(0)
        for _ in range(4):
            task.cancel()
            await asyncio.sleep(0)
        await asyncio.gather(task, return_exceptions=True)
        async with asyncio.timeout(WAIT):
            await write(steps + 1)
    async with asyncio.timeout(WAIT):
        await database.close()
        # Nor is anything left that would keep the process from ending.
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})


async def test_the_log_is_brought_into_the_file_beside_who_writes(sqlite_url: str, tmp_path: Path) -> None:
    database = Database(sqlite_url)
    rows = [{"chat_id": n, "language": "it", "reachable": True, "first_seen": NOON} for n in range(1, 3001)]
    async with database.begin() as session:
        await session.execute(insert(Resident), rows)
    file, alone = Path(make_url(sqlite_url).database or ""), tmp_path / "alone.db"

    async with database.begin() as session:
        await _add(session, 9999)
        await database.tidy()
    shutil.copy(file, alone)  # without the log beside it
    with closing(sqlite3.connect(alone)) as copied:
        assert copied.execute("SELECT count(*) FROM residents").fetchone() == (3000,)

    assert await _count(database) == 3001
    await database.close()
