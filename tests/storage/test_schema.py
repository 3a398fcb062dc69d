"""The migrations make what the models say, on both databases."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from domain.announcements.announcements import Every, Repeat
from domain.delivery import MessageKind
from storage import schema
from storage.announcements import announcements, reports
from storage.announcements.reports import Counts
from storage.database import Database
from storage.events import events
from storage.models import Base
from storage.outbox import queue
from storage.people import subscriptions
from tests import world


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
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'old.db'}", "wecare")
    await schema.upgrade(database, to="0001")
    async with database.begin() as session:
        for statement in _FIRST_VERSION.strip().splitlines():
            await session.execute(text(statement))
    await schema.upgrade(database)
    async with database.begin() as session:
        await events.adopt(session, world.content().programme)
        assert await subscriptions.feeds(session, 7) == ["wecare/pinerolo"]
        assert await reports.counts(session, MessageKind.REMINDER, 3) == Counts(targeted=1, pending=1)
        assert await queue.told(session, "reminder:3") == {7}
    await database.close()


async def test_a_series_learns_the_day_it_began_on(tmp_path: Path) -> None:
    """Of one that has slipped from the 31st; of one that has not gone out yet there is nothing to learn."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'old.db'}")
    await schema.upgrade(database, to="0015")
    repeat = '{"every": "month", "until": "2028-06-30"}'
    rows = [(1, "2028-02-28", repeat, None), (2, "2027-12-31", None, 1), (3, "2028-01-30", None, 1)]
    async with database.begin() as session:
        for number, day, kept, series in [*rows, (4, "2027-12-31", repeat, None)]:
            values = {"id": number, "due": f"{day} 08:00:00.000000", "repeat": kept, "series": series}
            await session.execute(text(_SERIES), values)
    await schema.upgrade(database)
    async with database.read() as session:
        slipped, fresh = await announcements.one(session, 1), await announcements.one(session, 4)
    await database.close()
    assert slipped is not None
    assert slipped.repeat == Repeat(Every.MONTH, date(2028, 6, 30), datetime(2027, 12, 31, 8, tzinfo=UTC))
    assert fresh is not None
    assert fresh.repeat == Repeat(Every.MONTH, date(2028, 6, 30))


_SERIES = """
INSERT INTO announcements
    (id, version, state, versions, audience, links, urgent, due_at, repeat, series, created_at)
VALUES
    (:id, 1, 'scheduled', '{}', '{"areas": [], "readers": "", "target": null}', '[]', 0, :due, :repeat,
     :series, :due)
"""
_FIRST_VERSION = """
INSERT INTO residents VALUES (7, 'it', 1, '2027-10-01 10:00:00.000000')
INSERT INTO subscriptions VALUES (7, 'pinerolo', 'day_before', '2027-10-01 10:00:00.000000')
INSERT INTO outgoing VALUES (1, 'reminder:3', 'reminder', 3, 'it', 'sendMessage', '{}', 0, '2027-10-01')
INSERT INTO deliveries VALUES (1, 1, 7, 'reminder:3', 'pending', '2027-10-01', 0, NULL, NULL, NULL, NULL, 0)
"""
