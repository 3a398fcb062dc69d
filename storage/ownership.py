"""Make sure that a database has one bot: two that send from it would tell people twice.

SQLite: a lock of the operating system on a file beside the database; a second process is refused.
PostgreSQL: an advisory lock, which belongs to one database and to the session of a connection of its own; a
second process stands by. Either ends with its process, however that ends. The session also ends, by the server's
clock, once its process has been silent for a moment: frozen, cut off or without power. By its own clock that process
has then stopped to call Telegram, and who stood by waits for as long before it begins.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage import schema, sqlite
from storage.database import UNUSABLE, Database, DatabaseError, lock_number, prepare, reason, schema_of, server

log = logging.getLogger(__name__)

LOCK = 7263003
"""Nobody else may take this number: the running bot holds it for good."""
ASK_EVERY = 0.5
"""Seconds between two attempts of who stands by, and between two looks at whether the lock's connection lives."""
ANSWER_WITHIN = 2.5
SILENCE = 3.0
"""Seconds after which the server ends a session that asks nothing. Its process calls Telegram no more by then."""
GRACE = SILENCE
"""Seconds from the lock to the first call of who stood by: the other may have been sure until then."""


class InUseError(DatabaseError):
    """Another process is the database's bot."""


class Ownership:
    """The right to be the database's bot. Take it before anything is sent; `on_lost` is called if it ends early.

    `patient`: who finds an SQLite database in use may wait for it, as with PostgreSQL.
    """

    def __init__(self, url: str, on_lost: Callable[[], None] = lambda: None, *, patient: bool = False) -> None:
        self._url, self._on_lost, self._patient = url, on_lost, patient
        self._file: int | None = None
        self._engine: AsyncEngine | None = None
        self._connection: AsyncConnection | None = None
        self._watch: asyncio.Task[None] | None = None
        self._sure_at = float("-inf")
        self.lost = False

    def holds(self) -> bool:
        """Return whether nobody else can be the bot: the server has not been silent for as long as it waits for us.

        A process that was frozen knows by this that it was, before it has looked at its connection.
        """
        if self._file is not None:
            return True
        return self._watch is not None and not self.lost and time.monotonic() - self._sure_at < SILENCE

    async def take(self) -> bool:
        """Take the lock. Return False if another process has it; for SQLite, without patience, raise `InUseError`."""
        prepare(self._url)
        if make_url(self._url).get_backend_name() == "sqlite":
            return self._take_file()
        self._engine = _engine(self._url)
        try:
            return await self._try(self._engine)
        except UNUSABLE as error:
            raise DatabaseError(f"the database cannot be used: {reason(error)}") from error

    async def wait(self) -> None:
        """Stand by after `take` returned False, until the lock is ours and the other process has surely ended."""
        log.warning("another process is this database's bot: standing by")
        if self._engine is None:
            while not self._take_file():  # noqa: ASYNC110 - the system tells nobody
                await asyncio.sleep(ASK_EVERY)
            return  # its process has ended
        while not await self._try_again(self._engine):  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(ASK_EVERY)
        log.info("the other process has gone: taking over in %.1f s", GRACE)
        await asyncio.sleep(GRACE)

    def _take_file(self) -> bool:
        try:
            self._file = lock_file(make_url(self._url).database or "")
        except InUseError:
            if not self._patient:
                raise
        return self._file is not None

    async def _try_again(self, engine: AsyncEngine) -> bool:
        """Try once more, on a new connection where the old one broke: the server may be restarted meanwhile."""
        try:
            return await self._try(engine)
        except UNUSABLE as error:
            log.warning("whether the other process is there cannot be asked (%s)", reason(error))
            if self._connection is not None:
                await self._connection.invalidate()
            self._connection = None
            return False

    async def _try(self, engine: AsyncEngine) -> bool:
        connection = self._connection = self._connection or await engine.connect()
        self._sure_at = time.monotonic()
        lock = {"lock": lock_number(schema_of(self._url), LOCK)}
        taken = bool(await connection.scalar(text("SELECT pg_try_advisory_lock(:lock)"), lock))
        if taken:
            self._watch = asyncio.create_task(self._look_after(connection))
        return taken

    async def release(self) -> None:
        """Give up what was taken. Call it after a `take` that failed or was cancelled, too."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.wait([self._watch])
        if self._connection is not None:
            with suppress(*UNUSABLE):  # a timeout is an OSError; a session that asks nothing ends by itself
                async with asyncio.timeout(ANSWER_WITHIN):
                    await self._connection.close()
        if self._engine is not None:
            await self._engine.dispose()

    async def _look_after(self, connection: AsyncConnection) -> None:
        """Ask again and again: without an answer, the session may have ended, and the lock with it."""
        try:
            while True:
                await asyncio.sleep(ASK_EVERY)
                asked_at = time.monotonic()
                async with asyncio.timeout(ANSWER_WITHIN):
                    await connection.execute(text("SELECT 1"))
                self._sure_at = asked_at
        except Exception as error:  # whatever it is, nobody asks any more
            log.error("the connection that makes this the only bot is lost (%s)", reason(error))
            self.lost = True
            self._on_lost()


@asynccontextmanager
async def owned(url: str) -> AsyncIterator[None]:
    """Own the database while the block runs. Raise `InUseError` if another process does."""
    ownership = Ownership(url)
    try:
        if not await ownership.take():
            raise InUseError("the bot is running with this database: stop it first")
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
    silence = {"idle_session_timeout": str(round(SILENCE * 1000))}
    where, settings = server(url)
    options = {"timeout": 10, "command_timeout": ANSWER_WITHIN, "server_settings": settings | silence}
    return create_async_engine(where, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=options)
