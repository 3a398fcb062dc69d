"""The migrations make what the models say, on both databases."""

from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from storage import outbox, reports, schema, subscriptions
from storage.database import Database
from storage.models import Base
from storage.reports import Counts


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))


async def test_nothing_is_missing(database: Database) -> None:
    async with database.engine.connect() as connection:
        differences = await connection.run_sync(_differences)

    assert differences == []


async def test_a_second_upgrade_has_nothing_to_do(database: Database) -> None:
    assert await schema.upgrade(database) is False


async def test_sqlite_keeps_followers_in_the_order_of_a_fan_out(database: Database) -> None:
    if database.dialect == "sqlite":
        query = text("SELECT sql FROM sqlite_master WHERE name IN ('residents', 'subscriptions')")
        async with database.read() as session:
            tables = list(await session.scalars(query))
        assert ["WITHOUT ROWID" in str(table) for table in tables] == [True, True]


async def test_a_file_of_the_first_version_keeps_everything(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'old.db'}")
    await schema.upgrade(database, to="0001")
    async with database.begin() as session:
        for statement in _FIRST_VERSION.strip().splitlines():
            await session.execute(text(statement))
    await schema.upgrade(database)
    async with database.read() as session:
        assert await subscriptions.towns(session, 7) == ["pinerolo"]
        assert await reports.counts(session, "reminder", 3) == Counts(targeted=1, pending=1)
        assert await outbox.told(session, "reminder:3") == {7}
    await database.close()


_FIRST_VERSION = """
INSERT INTO residents VALUES (7, 'it', 1, '2027-10-01 10:00:00.000000')
INSERT INTO subscriptions VALUES (7, 'pinerolo', 'day_before', '2027-10-01 10:00:00.000000')
INSERT INTO outgoing VALUES (1, 'reminder:3', 'reminder', 3, 'it', 'sendMessage', '{}', 0, '2027-10-01')
INSERT INTO deliveries VALUES (1, 1, 7, 'reminder:3', 'pending', '2027-10-01', 0, NULL, NULL, NULL, NULL, 0)
"""
