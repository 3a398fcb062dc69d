"""SQLite as this bot uses it: its settings, and a driver that crosses to its thread as seldom as it can.

SQLAlchemy over aiosqlite crosses nine times for a transaction that reads one row (a cursor, BEGIN, its end; a
cursor, the statement, the rows, its end; two rollbacks), and each crossing costs more than the reading.
Here a statement and its rows are one, BEGIN goes with the first, and what was only read ends by itself.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, cast

import aiosqlite
from sqlalchemy import Connection as Opened
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

BUSY_TIMEOUT_MS = 10_000
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    f"busy_timeout={BUSY_TIMEOUT_MS}",
    "foreign_keys=ON",
    # 40 MB, which is seldom reached between two of `checkpoint`: whoever reaches it waits for the copying.
    "wal_autocheckpoint=10000",
)

READ = "BEGIN"
WRITE = "BEGIN IMMEDIATE"
"""A transaction that reads first and writes later fails at once ("database is locked", busy_timeout
notwithstanding) if another wrote in between. So whoever may write takes the lock at the start."""


def engine(url: str, pool_size: int) -> AsyncEngine:
    """Its transactions may write; those of its `execution_options(begin=READ)` only read."""
    made = create_async_engine(url, pool_size=pool_size, connect_args={"async_creator_fn": _connection})
    event.listen(made.sync_engine, "connect", _set_pragmas)
    event.listen(made.sync_engine, "begin", _begin)
    return made


def _connection(file: str, **options: Any) -> Connection:
    # Without an isolation_level: Python's own implicit BEGIN comes too late, see WRITE.
    options |= {"timeout": BUSY_TIMEOUT_MS / 1000, "isolation_level": None}
    connection = Connection(partial(sqlite3.connect, file, **options), iter_chunk_size=64)
    connection._thread.daemon = True
    return connection


def _set_pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(opened: Opened) -> None:
    connection = cast(Connection, opened.connection.driver_connection)
    connection.coming = opened.get_execution_options().get("begin", WRITE)


class Connection(aiosqlite.Connection):
    """`coming` is how the next statement begins a transaction, `begun` how the one began that is open."""

    coming: str | None = None
    begun: str | None = None
    _stopped: asyncio.Future[None] | None = None

    def cursor(self) -> Cursor:  # type: ignore[override]
        return Cursor(self)

    async def run(self, statement: Callable[[sqlite3.Connection], Result]) -> Result:
        """In the connection's thread, after the BEGIN that waits for it."""
        begin, self.coming = self.coming, None
        self.begun = begin or self.begun
        done: Result = await self._execute(_run, self._conn, begin, statement)  # type: ignore[no-untyped-call]
        return done

    async def commit(self) -> None:
        if self.begun is not None:
            await super().commit()
        self.coming = self.begun = None

    async def rollback(self) -> None:
        begun, self.coming, self.begun = self.begun, None, None
        if begun == WRITE:
            await super().rollback()
        elif begun == READ:  # its thread takes one thing after the other: the next one finds it done
            self._tx.put_nowait((None, self._conn.rollback))

    async def checkpoint(self) -> None:
        """Copy from the log into the file what nobody reads in its old state any more."""
        await self._execute(self._conn.execute, "PRAGMA wal_checkpoint(PASSIVE)")  # type: ignore[no-untyped-call]

    def stop(self) -> asyncio.Future[None] | None:
        """The same end for whoever asks: once its thread is gone, it would answer nobody.

        SQLAlchemy asks twice when a task that closes its connection, being cancelled, is cancelled again.
        """
        if self._stopped is None:
            self._stopped = super().stop()
        return self._stopped


Result = tuple[list[Any], Any, int, int | None]
"""Rows, their description, how many were changed, the last row's number."""


def _run(
    connection: sqlite3.Connection, begin: str | None, statement: Callable[[sqlite3.Connection], Result]
) -> Result:
    if begin is not None:
        connection.execute(begin)
    return statement(connection)


class Cursor:
    """What SQLAlchemy asks of a cursor; all of it is known as soon as the statement has run."""

    description: Any = None
    rowcount = -1
    lastrowid: int | None = None
    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []

    async def __aenter__(self) -> Cursor:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        def statement(connection: sqlite3.Connection) -> Result:
            cursor = connection.execute(sql, parameters)
            return cursor.fetchall(), cursor.description, cursor.rowcount, cursor.lastrowid

        await self._run(statement)

    async def executemany(self, sql: str, parameters: Sequence[Sequence[Any]]) -> None:
        def statement(connection: sqlite3.Connection) -> Result:
            cursor = connection.executemany(sql, parameters)
            return [], None, cursor.rowcount, cursor.lastrowid

        await self._run(statement)

    async def _run(self, statement: Callable[[sqlite3.Connection], Result]) -> None:
        self._rows, self.description, self.rowcount, self.lastrowid = await self._connection.run(statement)

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        """Nothing is left open."""
