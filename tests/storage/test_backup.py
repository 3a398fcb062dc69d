"""A backup is taken while the bot works, and goes back only where nobody works."""

import asyncio
import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

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


def test_postgresql_is_copied_by_its_own_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DatabaseError, match="connection to server"):
        backup.save("postgresql+asyncpg://x@127.0.0.1:1/x", tmp_path / "copy")
    with pytest.raises(DatabaseError, match="pg_restore"):
        backup.restore("postgresql+asyncpg://x@127.0.0.1/x", tmp_path / "copy")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DatabaseError, match="pg_dump is not installed here: install PostgreSQL's client tools"):
        backup.save("postgresql+asyncpg://x@127.0.0.1:1/x", tmp_path / "copy")

    assert list(tmp_path.iterdir()) == []


async def test_what_is_in_a_copy_is_counted_without_a_server(database_url: str, tmp_path: Path) -> None:
    world = World(database_url)
    await world.open()
    for person in (world.anna, world.marco):
        await world.follow(person, "pinerolo")
    await world.say(world.monica, "/start")
    await asyncio.to_thread(backup.save, database_url, tmp_path / "copy")
    await world.close()

    found = backup.verify(tmp_path / "copy")
    assert found.revision == schema.newest()
    assert {name: found.rows[name] for name in ("residents", "subscriptions", "events", "alembic_version")} == {
        "residents": 3,
        "subscriptions": 2,
        "events": 3,
        "alembic_version": 1,
    }


@pytest.mark.parametrize("kind", ["missing", "text", "half", "half a dump"])
def test_a_copy_that_is_not_whole_is_no_backup(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: bytes, kind: str
) -> None:
    copy = tmp_path / "copy"
    if kind == "text":
        copy.write_text("this is not a database " * 100)
    if kind == "half":
        copy.write_bytes(sqlite_template[: len(sqlite_template) // 2])
    if kind == "half a dump":
        backup.save(request.getfixturevalue("postgres_url"), tmp_path / "whole")
        copy.write_bytes((tmp_path / "whole").read_bytes()[:-100])
    with pytest.raises(DatabaseError):
        backup.verify(copy)


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


async def test_where_litestream_copies_the_log_it_is_left_to_it(url: str, tmp_path: Path) -> None:
    log, database = tmp_path / "campanile.db-wal", Database(url)
    for name, kept in ((".campanile.db-litestream", True), ("campanile.db-litestream", True), ("nothing", False)):
        (tmp_path / name).mkdir()
        async with database.begin() as session:
            await session.execute(text("UPDATE alembic_version SET version_num = version_num"))
        await database.scrub()
        assert (log.stat().st_size > 0) == kept, name
        (tmp_path / name).rmdir()
    await database.close()


async def _fill(url: str, own: Path) -> None:
    database = Database(url)
    await schema.upgrade(database)
    beside = [own.with_name(f"{own.name}{end}") for end in ("", "-wal", "-shm")]
    assert [file.stat().st_mode & 0o777 for file in beside] == [0o600] * 3
    await database.close()
