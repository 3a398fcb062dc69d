"""A backup is taken while the bot works, and goes back only where nobody works."""

import asyncio
import os
import sqlite3
from pathlib import Path

import pytest

from storage import backup, schema
from storage.database import Database, DatabaseError, prepare
from tests.world import World


@pytest.fixture
def url(tmp_path: Path, sqlite_template: bytes) -> str:
    file = tmp_path / "campanile.db"
    file.write_bytes(sqlite_template)
    return f"sqlite+aiosqlite:///{file}"


async def test_a_backup_taken_while_the_bot_runs_brings_back_who_followed(url: str, tmp_path: Path) -> None:
    world = World(url)
    await world.open()
    await world.follow(world.anna, "pinerolo")
    assert await asyncio.to_thread(backup.save, url, tmp_path / "copy.db") > 0
    await world.say(world.anna, "/stop")
    with pytest.raises(DatabaseError, match="stop the bot first"):
        await asyncio.to_thread(backup.restore, url, tmp_path / "copy.db")
    await world.close()

    kept = await asyncio.to_thread(backup.restore, url, tmp_path / "copy.db")
    world.app = world.another_app()
    await world.open()
    await world.travel("2027-10-22 18:00")
    assert "Domani" in world.anna.last.text
    assert kept is not None
    assert kept.read_bytes()
    await world.close()


def test_a_backup_overwrites_nothing_and_leaves_nothing_half_done(url: str, tmp_path: Path) -> None:
    there = tmp_path / "copy.db"
    there.write_text("precious")
    with pytest.raises(DatabaseError, match="exists already"):
        backup.save(url, there)
    with pytest.raises(DatabaseError, match="cannot be written"):
        backup.save(url, tmp_path / "nowhere" / "copy.db")

    assert there.read_text() == "precious"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["campanile.db", "copy.db"]


@pytest.mark.parametrize("what", ["missing", "text", "another", "newer"])
def test_only_a_whole_backup_of_ours_is_restored(url: str, tmp_path: Path, sqlite_template: bytes, what: str) -> None:
    source = tmp_path / "copy.db"
    if what == "text":
        source.write_text("this is not a database " * 100)
    if what == "another":
        sqlite3.connect(source).execute("CREATE TABLE residents (id)").connection.close()
    if what == "newer":
        source.write_bytes(sqlite_template)
        with sqlite3.connect(source) as newer:
            newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.close()
    before = (tmp_path / "campanile.db").read_bytes()
    with pytest.raises(DatabaseError):
        backup.restore(url, source)

    assert (tmp_path / "campanile.db").read_bytes() == before


def test_postgresql_is_sent_to_its_own_tools(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="pg_dump"):
        backup.save("postgresql+asyncpg://x@127.0.0.1/x", tmp_path / "copy")
    with pytest.raises(DatabaseError, match="pg_restore"):
        backup.restore("postgresql+asyncpg://x@127.0.0.1/x", tmp_path / "copy")


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_the_owner_can_read_the_database_and_its_copies(tmp_path: Path, mask: int) -> None:
    own = tmp_path / "data" / "campanile.db"
    url = f"sqlite+aiosqlite:///{own}"
    before = os.umask(mask)
    try:
        prepare(url)
        asyncio.run(_fill(url, own))
        backup.save(url, tmp_path / "copy.db")
        own.chmod(0o644)  # as an earlier version left it
        kept = backup.restore(url, tmp_path / "copy.db")
    finally:
        os.umask(before)
    assert kept is not None
    modes = {file.name: file.stat().st_mode & 0o777 for file in (own, tmp_path / "copy.db", kept)}
    assert set(modes.values()) == {0o600}, modes


async def _fill(url: str, own: Path) -> None:
    database = Database(url)
    await schema.upgrade(database)
    beside = [own.with_name(f"{own.name}{end}") for end in ("", "-wal", "-shm")]
    assert [file.stat().st_mode & 0o777 for file in beside] == [0o600] * 3
    await database.close()
