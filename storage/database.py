"""Open one database, SQLite or PostgreSQL, and its transactions."""

from __future__ import annotations

import asyncio
import re
import zlib
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path
from socket import gaierror
from sqlite3 import Error as SQLiteError
from typing import Any

from sqlalchemy import URL, ColumnElement, Table, func, make_url, or_, select
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.exc import DBAPIError, SQLAlchemyError, StatementError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from storage import sqlite
from storage.models import Base

POOL_SIZE = 5
CONNECT_WITHIN = 10.0
"""Seconds after which a server that does not answer is said to be out of reach."""
FROZEN_AFTER = 8.0
"""Seconds after which PostgreSQL ends a transaction whose process does nothing: another bot waits for its locks."""

SCHEMA = "schema"
"""What an address of PostgreSQL may name after "?": the schema for all tables, made if it is not there."""

Session = AsyncSession
"""What the functions of this package take; above, only passed on."""


class DatabaseError(Exception):
    """The database cannot be used as configured; the message says what to do."""


UNUSABLE = (SQLAlchemyError, OSError, TypeError, ValueError)
"""What comes of an address that leads nowhere: drivers raise the last two for options they do not know."""


def reason(error: BaseException) -> str:
    """Return the database's complaint in one line, without values: people may have written them."""
    if not isinstance(error, StatementError):
        return " ".join(str(error).split())[:200] or type(error).__name__
    cause = error.orig
    state = getattr(cause, "sqlstate", None) or ""
    if not isinstance(error, DBAPIError) or state.startswith(_ABOUT_VALUES):
        return f"{type(cause).__name__} {state}".strip()
    first = str(cause).partition("\n")[0]
    return re.sub(r"^<class '[\w.]+'>: ", "", first)[:200]


def outage(error: BaseException | None) -> str | None:
    """Return the reason if the database is out of reach, full or busy; None for any other error."""
    if isinstance(error, (ConnectionError, TimeoutError, gaierror)) or getattr(error, "errno", None) == ENOSPC:
        return reason(error) if error else None
    if not isinstance(error, DBAPIError):
        return None
    name = getattr(error.orig, "sqlite_errorname", None) or ""
    state = getattr(error.orig, "sqlstate", None) or ""
    lasts = name.startswith(_FOR_A_WHILE) or state.startswith(_OUT_OF_REACH) or error.connection_invalidated
    return reason(error) if lasts else None


_FOR_A_WHILE = tuple(f"SQLITE_{what}" for what in "FULL IOERR BUSY LOCKED READONLY CANTOPEN".split())
_OUT_OF_REACH = ("08", "53", "57", "58")
"""The SQLSTATE classes of lost connections, of resources that are used up, and of what operators do."""
_ABOUT_VALUES = ("22", "23")
"""The SQLSTATE classes whose messages quote values: data exceptions and violated constraints."""


@dataclass
class Kept:
    """What was read last, and the state of the database that it is of."""

    state: object = None
    values: Sequence[Any] = ()


class Database:
    """Transactions over one engine. `begin` commits when its block ends well and rolls back otherwise."""

    def __init__(self, url: str, programme: str = "", kept: int = POOL_SIZE) -> None:
        """`programme`: whose events are meant; there may be rows of others. `kept`: connections that stay open."""
        self.url = url
        self.engine = _engine(url, kept)
        reading = self.engine.execution_options(begin=sqlite.READ)
        info = {"programme": programme, "schema": schema_of(url)}
        self._writer = async_sessionmaker(self.engine, expire_on_commit=False, autoflush=True, info=info)
        # SQLite lets writers wait by trying again after ever longer naps; here the next one is woken at once.
        self._turn: AbstractAsyncContextManager[None] = asyncio.Lock() if self.dialect == "sqlite" else nullcontext()
        known = info | {"kept": Kept()}
        self._reader = async_sessionmaker(reading, expire_on_commit=False, autoflush=False, info=known)
        # A kill may have come between a deletion and its end in the files.
        self._unscrubbed = self.dialect == "sqlite"
        self.written = 0
        """How many transactions of this process that may write have ended."""

    @property
    def dialect(self) -> str:
        return self.engine.dialect.name

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """Begin a transaction that may write. Keep it short: SQLite has one writer at a time."""
        try:
            async with self._turn, self._writer.begin() as session:
                yield session
        finally:
            self.written += 1

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Begin a transaction that only reads, beside any writer."""
        async with self._reader() as session:
            yield session

    async def answer(self) -> None:
        """Ask the database for nothing. Raise what it raises."""
        async with self.read() as session:
            await session.execute(select(1))

    async def tidy(self) -> None:
        """Copy SQLite's log into its file, so that no transaction has to. PostgreSQL does so by itself."""
        if self._unscrubbed:
            await self.scrub()
        elif self.dialect == "sqlite":
            await sqlite.checkpoint(self.engine)

    async def scrub(self) -> None:
        """Leave nothing of deleted rows in SQLite's files. If somebody is reading, the next `tidy` does it."""
        if self.dialect == "sqlite":
            self._unscrubbed = not await sqlite.scrub(self.engine)

    async def close(self) -> None:
        await self.engine.dispose()


async def any_of(session: AsyncSession, *conditions: ColumnElement[bool]) -> bool:
    """Return True if one of the conditions holds, in one statement: what most ticks ask is whether to do nothing."""
    return bool(await session.scalar(select(or_(*conditions))))


def programme_of(session: AsyncSession) -> str:
    """Return the id of the programme that the session was opened for."""
    return str(session.info["programme"])


def kept_of(session: AsyncSession) -> Kept | None:
    """Return what transactions that only read keep for the next one; None in one that may write."""
    kept = session.info.get("kept")
    return kept if isinstance(kept, Kept) else None


def dialect_of(session: AsyncSession) -> str:
    return session.get_bind().dialect.name


async def one_at_a_time(session: AsyncSession, what: int) -> None:
    """Wait for whoever else holds this number, and hold it until the transaction ends.

    It locks what has no row yet. SQLite has one writer at a time anyway.
    """
    if dialect_of(session) == "postgresql":
        await session.execute(select(func.pg_advisory_xact_lock(lock_number(session.info["schema"], what))))


def lock_number(schema: str, what: int) -> int:
    """Return the number under which PostgreSQL knows a lock: its locks are a database's, and a schema needs its own."""
    return zlib.crc32(schema.encode()) >> 1 << 32 | what


def schema_of(url: str) -> str:
    """Return the schema of PostgreSQL that the address names, "" for the one that everybody uses."""
    return str(make_url(url).query.get(SCHEMA, ""))


def server(url: str) -> tuple[URL, dict[str, str]]:
    """Return PostgreSQL's address without our schema, and the settings that let a connection look there for tables."""
    schema = schema_of(url)
    return make_url(url).difference_update_query([SCHEMA]), {"search_path": schema} if schema else {}


def insert(dialect: str, table: type[Base] | Table) -> Any:
    """Return an INSERT with ON CONFLICT, which SQLAlchemy has for each dialect separately."""
    if dialect == "sqlite":
        return sqlite_dialect.insert(table)
    from sqlalchemy.dialects import postgresql  # four megabytes, of no use beside SQLite

    return postgresql.insert(table)


def address(url: str) -> URL:
    """Return the parsed address. Raise `DatabaseError` if it cannot be a database of ours."""
    try:
        parsed = make_url(url)
    except (SQLAlchemyError, ValueError) as error:  # a port that is no number
        raise DatabaseError(f"DATABASE_URL is not a database address; use {_ADDRESSES}") from error
    if parsed.drivername not in ("sqlite+aiosqlite", "postgresql+asyncpg"):
        raise DatabaseError(f"DATABASE_URL names {parsed.drivername}; use {_ADDRESSES}")
    if parsed.drivername == "postgresql+asyncpg":
        if not 0 < (1 if parsed.port is None else parsed.port) < 65536:
            raise DatabaseError("DATABASE_URL names a port that there is not: ports go from 1 to 65535")
        if SCHEMA in parsed.query and not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", schema_of(url)):
            raise DatabaseError("DATABASE_URL names a schema that is no word of small letters, digits and _")
    elif parsed.database in (None, "", ":memory:") or parsed.query or parsed.host:
        raise DatabaseError(f"DATABASE_URL must name a file and nothing else; use {_ADDRESSES}")
    return parsed


def prepare(url: str) -> None:
    """Make the folder and the file of an SQLite database. Raise `DatabaseError` if that is impossible."""
    parsed = address(url)
    if parsed.get_backend_name() == "sqlite":
        _make_file(Path(parsed.database or "").absolute())


_ADDRESSES = "sqlite+aiosqlite:///file or postgresql+asyncpg://user:password@host/database"


def _make_file(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        sqlite.keep_private(file)
        foreign = sqlite.holds_others_tables(file)
    except (OSError, ValueError) as error:  # a name that cannot be one
        why = getattr(error, "strerror", None) or error
        raise DatabaseError(f"the database file {file} cannot be written: {why}") from error
    except SQLiteError as error:
        raise DatabaseError(f"{file} cannot be used ({error}): restore a backup, or name another file") from error
    if foreign:
        raise DatabaseError(f"{file} belongs to another program: DATABASE_URL must name another file")


def _engine(url: str, kept: int) -> AsyncEngine:
    if make_url(url).get_backend_name() == "sqlite":
        return sqlite.engine(url, kept)
    where, settings = server(url)
    return create_async_engine(
        where,
        pool_size=kept,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "timeout": CONNECT_WITHIN,
            "server_settings": settings | {"idle_in_transaction_session_timeout": str(round(FROZEN_AFTER * 1000))},
        },
    )
