"""Make sure that a database has one bot: two that send from it would tell people twice.

SQLite: a lock of the operating system on a file beside the database; a second process is refused.
PostgreSQL: an advisory lock, which belongs to one database and to the session of a connection of its own; a
second process waits. Either ends with its process, however that ends.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage import schema, sqlite
from storage.database import UNUSABLE, Database, DatabaseError, prepare, reason

log = logging.getLogger(__name__)

LOCK = 7263003
ASK_EVERY = 1.0
"""Seconds between two attempts of who waits, and between two looks at whether the lock's connection lives."""
ANSWER_WITHIN = 3.0
GRACE = 6.0
"""Seconds from the lock to the first message of who had to wait: longer than the other needs to notice."""
_QUICK_TO_NOTICE = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}


class InUseError(DatabaseError):
    """Another process is the database's bot."""


class Ownership:
    """The right to be the database's bot. Take it before anything is sent; `on_lost` is called if it ends early."""

    def __init__(self, url: str, on_lost: Callable[[], None] = lambda: None) -> None:
        self._url, self._on_lost = url, on_lost
        self._file: int | None = None
        self._engine: AsyncEngine | None = None
        self._connection: AsyncConnection | None = None
        self._watch: asyncio.Task[None] | None = None
        self.lost = False

    async def take(self, *, wait: bool = False) -> None:
        """Take the lock. Raise `InUseError` if another process has it; on PostgreSQL, `wait` for it instead."""
        prepare(self._url)
        if make_url(self._url).get_backend_name() == "sqlite":
            self._file = lock_file(make_url(self._url).database or "")
            return
        self._engine = _engine(self._url)
        try:
            self._connection = await self._engine.connect()
            await _take(self._connection, wait)
        except UNUSABLE as error:
            raise DatabaseError(f"the database cannot be used: {reason(error)}") from error
        self._watch = asyncio.create_task(self._look_after(self._connection))

    async def release(self) -> None:
        """Give up what was taken. Call it after a `take` that failed or was cancelled, too."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.wait([self._watch])
        if self._connection is not None:
            with suppress(*UNUSABLE):
                await self._connection.close()
        if self._engine is not None:
            await self._engine.dispose()

    async def _look_after(self, connection: AsyncConnection) -> None:
        """Ask again and again: without an answer, the session may have ended, and the lock with it."""
        try:
            while True:
                await asyncio.sleep(ASK_EVERY)
                async with asyncio.timeout(ANSWER_WITHIN):
                    await connection.execute(text("SELECT 1"))
        except UNUSABLE as error:
            log.error("the connection that makes this the only bot is lost (%s)", reason(error))
            self.lost = True
            self._on_lost()


@asynccontextmanager
async def owned(url: str) -> AsyncIterator[None]:
    """Own the database while the block runs. Raise `InUseError` if another process does."""
    ownership = Ownership(url)
    try:
        await ownership.take()
        yield
    finally:
        await ownership.release()


async def bring_up(database: Database) -> bool:
    """Upgrade the schema unless a bot is running. Return True if there was work."""
    if await schema.revision(database) == schema.newest():
        return False
    try:
        async with owned(database.url):
            return await schema.upgrade(database)
    except InUseError as error:
        raise InUseError(f"the database must be brought up to date first, but {error}") from error


def lock_file(database: str | Path) -> int:
    """Lock an SQLite database and return the open file, which must be closed. Raise `InUseError`.

    It stands beside the file itself, by whatever path or link that is reached.
    """
    file = Path(f"{Path(database).resolve()}.lock")
    try:
        opened = os.open(file, os.O_RDWR | os.O_CREAT, sqlite.PRIVATE)
    except OSError as error:
        raise DatabaseError(f"the file {file} cannot be written: {error.strerror}") from error
    try:
        _lock(opened)
    except OSError:
        who = os.read(opened, 20).decode("ascii", "replace").strip()
        os.close(opened)
        process = f" (process {who})" if who else ""
        raise InUseError(f"the bot is running{process} with the database {database}: stop it first") from None
    os.ftruncate(opened, 0)
    os.write(opened, str(os.getpid()).encode())
    return opened


if sys.platform == "win32":

    def _lock(opened: int) -> None:
        import msvcrt

        os.lseek(opened, 1000, os.SEEK_SET)  # what is locked cannot be read
        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        os.lseek(opened, 0, os.SEEK_SET)

else:

    def _lock(opened: int) -> None:
        import fcntl

        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _engine(url: str) -> AsyncEngine:
    options = {"timeout": 10, "command_timeout": ANSWER_WITHIN, "server_settings": _QUICK_TO_NOTICE}
    return create_async_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=options)


async def _take(connection: AsyncConnection, wait: bool) -> None:
    waited = False
    while not await connection.scalar(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": LOCK}):
        if not wait:
            raise InUseError("the bot is running with this database: stop it first")
        if not waited:
            log.warning("another process is this database's bot: waiting until it has gone")
        waited = True
        await asyncio.sleep(ASK_EVERY)
    if waited:
        log.info("the other process has gone: taking over in %.0f s", GRACE)
        await asyncio.sleep(GRACE)
        await connection.execute(text("SELECT 1"))
