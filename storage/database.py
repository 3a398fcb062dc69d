"""One database, SQLite or PostgreSQL, and its transactions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import func, make_url, select
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from storage import sqlite
from storage.models import Base

POOL_SIZE = 5

Session = AsyncSession
"""What the functions of this package take; above, only passed on."""


class DatabaseError(Exception):
    """The database cannot be used as configured; the message says what to do."""


class Database:
    """Transactions over one engine. `begin` commits when its block ends well and rolls back otherwise."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _engine(url)
        reading = self.engine.execution_options(begin=sqlite.READ)
        self._writer = async_sessionmaker(self.engine, expire_on_commit=False, autoflush=True)
        # SQLite lets writers wait by trying again after ever longer naps; here the next one is woken at once.
        self._turn: AbstractAsyncContextManager[None] = (
            asyncio.Lock() if self.dialect == "sqlite" else nullcontext()
        )
        self._reader = async_sessionmaker(reading, expire_on_commit=False, autoflush=False)
        # A kill may have come between a deletion and its end in the files.
        self._unscrubbed = self.dialect == "sqlite"

    @property
    def dialect(self) -> str:
        return self.engine.dialect.name

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """A transaction that may write. Keep it short: SQLite has one writer at a time."""
        async with self._turn, self._writer.begin() as session:
            yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A transaction that only reads, beside any writer."""
        async with self._reader() as session:
            yield session

    async def tidy(self) -> None:
        """From time to time, so that no transaction has to do it. PostgreSQL does so by itself."""
        if self._unscrubbed:
            await self.scrub()
        elif self.dialect == "sqlite":
            await sqlite.checkpoint(self.engine)

    async def scrub(self) -> None:
        """Leave nothing of what was deleted in SQLite's files; what is in use now, the next `tidy` does."""
        if self.dialect == "sqlite":
            self._unscrubbed = not await sqlite.scrub(self.engine)

    async def close(self) -> None:
        await self.engine.dispose()


def dialect_of(session: AsyncSession) -> str:
    return session.get_bind().dialect.name


async def one_at_a_time(session: AsyncSession, what: int) -> None:
    """Wait for whoever else holds this number, and hold it until the transaction ends.

    For what no row stands for yet. SQLite has one writer at a time anyway.
    """
    if dialect_of(session) == "postgresql":
        await session.execute(select(func.pg_advisory_xact_lock(what)))


def insert(dialect: str, table: type[Base]) -> Any:
    """Both databases know ON CONFLICT; SQLAlchemy spells it in each dialect."""
    if dialect == "sqlite":
        return sqlite_dialect.insert(table)
    from sqlalchemy.dialects import postgresql  # four megabytes, of no use beside SQLite

    return postgresql.insert(table)


def prepare(url: str) -> None:
    """Make the folder of an SQLite file. Raises `DatabaseError` when `url` cannot be a database of ours."""
    try:
        parsed = make_url(url)
    except SQLAlchemyError as error:
        raise DatabaseError("DATABASE_URL is not a database address") from error
    if parsed.drivername not in ("sqlite+aiosqlite", "postgresql+asyncpg"):
        raise DatabaseError(
            f"DATABASE_URL names {parsed.drivername}; use sqlite+aiosqlite:///file or postgresql+asyncpg://..."
        )
    if parsed.drivername == "sqlite+aiosqlite" and parsed.database not in (None, "", ":memory:"):
        _make_folder(Path(parsed.database or "").absolute())


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        sqlite.keep_private(file)
    except OSError as error:
        raise DatabaseError(f"the database file {file} cannot be written: {error.strerror}") from error


def _engine(url: str) -> AsyncEngine:
    if make_url(url).get_backend_name() == "sqlite":
        return sqlite.engine(url, POOL_SIZE)
    return create_async_engine(url, pool_size=POOL_SIZE, pool_pre_ping=True, hide_parameters=True)
