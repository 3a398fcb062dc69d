"""Bring a database to the newest schema."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, text
from sqlalchemy.schema import CreateSchema

from storage.database import UNUSABLE, Database, DatabaseError, lock_number, reason, schema_of

_MIGRATIONS = Path(__file__).parent / "migrations"


def newest() -> str:
    """Return the newest revision: files are named `0001_what.py` and numbered without branches."""
    names = [file.stem for file in (_MIGRATIONS / "versions").glob("[0-9]*.py")]
    return max(re.match(r"\d+", name).group() for name in names)  # type: ignore[union-attr]


def known() -> set[str]:
    """Return every revision that this version of the bot knows."""
    return {file.name.partition("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*.py")}


def check_revision(found: str | None, where: str) -> None:
    """Raise `DatabaseError` when it is a newer version's, or another program's."""
    if found is None or found in known():
        return
    if re.fullmatch(r"\d{4}", found) and found > newest():
        raise DatabaseError(
            f"{where} is from a newer version of the bot (schema {found}, this one knows {newest()}):"
            " install that version, or restore a backup made before"
        )
    raise DatabaseError(f"{where} belongs to another program (schema {found})")


async def revision(database: Database) -> str | None:
    """Return the revision; None for an empty database. Raise `DatabaseError` if it is damaged or not this bot's."""
    try:
        async with database.engine.connect() as connection:
            found = await connection.run_sync(_revision)
            if database.dialect == "sqlite":
                await connection.run_sync(_check_pages)
    except UNUSABLE as error:
        raise DatabaseError(f"the database cannot be used: {reason(error)}") from error
    check_revision(found, "the database")
    return found


def _check_pages(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise DatabaseError("the database is damaged: restore a backup (campanile restore FILE)")


async def upgrade(database: Database, to: str = "head") -> bool:
    """Apply the missing migrations. Return True if there were any. Raise `DatabaseError` if one fails.

    Alembic takes longer to import than the bot to start, so it is imported only when there is work.
    """
    if await revision(database) == newest():
        return False
    try:
        async with _alembic_to_oneself(), database.engine.connect() as connection:
            await connection.run_sync(_enforce_references, False)
            async with connection.begin():
                await connection.run_sync(_upgrade, to, schema_of(database.url))
            await connection.run_sync(_enforce_references, True)
    except UNUSABLE as error:
        raise DatabaseError(f"the database cannot be brought up to date: {reason(error)}") from error
    return True


_in_use = Lock()


@asynccontextmanager
async def _alembic_to_oneself() -> AsyncIterator[None]:
    """Let nobody else in this process upgrade meanwhile: Alembic's `op` is one, and would write to others' tables."""
    while not _in_use.acquire(blocking=False):  # noqa: ASYNC110 - a lock of asyncio's belongs to one loop for good
        await asyncio.sleep(0.05)
    try:
        yield
    finally:
        _in_use.release()


def _enforce_references(connection: Connection, on: bool) -> None:
    """Switch SQLite's foreign keys: it changes a table by replacing it, and dropping the old one would drop rows.

    This works only outside a transaction, hence past SQLAlchemy, which would begin one.
    """
    if connection.dialect.name == "sqlite":
        connection.connection.cursor().execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


def _revision(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, to: str, schema: str) -> None:
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        # Two processes that start together must not both create the tables.
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": lock_number(schema, 7263001)})
        if schema:
            connection.execute(CreateSchema(schema, if_not_exists=True))
        if _revision(connection) == newest():
            return
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
