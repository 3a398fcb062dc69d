"""Set SQLite up for this bot: pragmas, and how a transaction begins."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

BUSY_TIMEOUT_MS = 10_000
SCRUB_TIMEOUT_MS = 500
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    f"busy_timeout={BUSY_TIMEOUT_MS}",
    "foreign_keys=ON",
    # 40 MB, which is seldom reached between two of `checkpoint`: whoever reaches it waits for the copying.
    # By default the commit that fills a thousand pages copies them: 45 of the 250 ms of 100,000 reminders.
    "wal_autocheckpoint=10000",
)

PRIVATE = 0o600
"""The mode of files that hold what is known of people."""

READ = "BEGIN"
WRITE = "BEGIN IMMEDIATE"
"""A transaction that reads first and writes later fails at once ("database is locked", busy_timeout
notwithstanding) if another wrote in between. So whoever may write takes the lock at the start."""
NONE = ""
"""For the pragmas that do nothing within a transaction."""


def engine(url: str, pool_size: int) -> AsyncEngine:
    """Return an engine whose transactions may write; with `execution_options(begin=READ)` they only read."""
    file = make_url(url).database or ":memory:"

    async def connect() -> aiosqlite.Connection:
        # Without an isolation_level: Python's own implicit BEGIN comes too late, see WRITE.
        options = {"timeout": BUSY_TIMEOUT_MS / 1000, "isolation_level": None, "check_same_thread": False}
        return await EndsOnce(partial(sqlite3.connect, file, **options), iter_chunk_size=64)

    # The connection that was used last: its thread is awake, and its pages are in memory.
    made = create_async_engine(
        url, pool_size=pool_size, pool_use_lifo=True, hide_parameters=True, async_creator=connect
    )
    event.listen(made.sync_engine, "connect", _set_pragmas)
    event.listen(made.sync_engine, "begin", _begin)
    return made


async def checkpoint(engine: AsyncEngine) -> None:
    """Copy the log into the file, as far as nobody reads an older state."""
    async with engine.execution_options(begin=NONE).connect() as connection:
        await connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")


async def scrub(engine: AsyncEngine) -> bool:
    """Copy all of the log into the file and empty it. Return False if somebody still reads from it.

    Where Litestream copies the log, emptying it is Litestream's: it would have to begin a new copy of everything.
    """
    if _litestream_is_beside(Path(engine.url.database or "")):
        await checkpoint(engine)
        return True
    async with engine.execution_options(begin=NONE).connect() as connection:
        await connection.exec_driver_sql(f"PRAGMA busy_timeout={SCRUB_TIMEOUT_MS}")
        try:
            busy = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
        finally:
            await connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    return not busy


def _litestream_is_beside(file: Path) -> bool:
    """Return True if there is a folder in which Litestream keeps what it knows of the database."""
    return any(file.with_name(name).is_dir() for name in (f".{file.name}-litestream", f"{file.name}-litestream"))


def keep_private(file: Path) -> None:
    """Make the file if it is not there, and let nobody but its owner read it and SQLite's files beside it.

    Raise `OSError` if it cannot be written.
    """
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, PRIVATE))
    for each in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        if each.exists() and stat.S_IMODE(each.stat().st_mode) & ~PRIVATE:
            with suppress(PermissionError):  # somebody else's, who lets us write
                each.chmod(PRIVATE)


_HEAD = b"SQLite format 3\0"


def holds_others_tables(file: Path) -> bool:
    """Return True if the tables are another program's. Raise `sqlite3.Error` if it is damaged or no database."""
    with file.open("rb") as opened_file:
        if opened_file.read(len(_HEAD)) not in (b"", _HEAD):  # SQLite itself takes a short one for empty
            raise sqlite3.DatabaseError("file is not a database")
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as opened:
        names = {row[0] for row in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return bool(names) and "residents" not in names


def _set_pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    # What is deleted is overwritten with zeros, however this SQLite was built.
    cursor.execute("PRAGMA secure_delete=ON")
    if cursor.fetchone() != (1,):
        raise sqlite3.NotSupportedError("this SQLite does not overwrite what is deleted (secure_delete)")
    cursor.close()


def _begin(opened: Connection) -> None:
    begin = opened.get_execution_options().get("begin", WRITE)
    if begin != NONE:
        opened.exec_driver_sql(begin)


class EndsOnce(aiosqlite.Connection):
    """A connection whose end is one, however often it is asked for.

    SQLAlchemy asks twice if a task that is being cancelled is cancelled again; the second time the
    connection's thread is gone, and whoever waits for its answer (`asyncio.run`, at the end) waits for ever.
    """

    _end: asyncio.Future[None] | None = None

    def stop(self) -> asyncio.Future[None] | None:
        """Stop the connection's thread and return what tells of it."""
        if self._end is None:
            self._end = super().stop()
        return self._end
