"""One bot for a database: with processes of their own against the pretend Telegram's server."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

from storage import ownership
from tests.bot.conftest import Bots, ends, says
from tests.world import World, received


async def test_a_second_process_is_refused_or_waits(bots: Bots) -> None:
    first, said = bots.start()
    await says(said, "listening as")
    second, answered = bots.start()
    if "sqlite" in bots.environment["DATABASE_URL"]:
        assert await ends(second) == 2
        assert "the bot is running (process" in answered.read_text()
        first.kill()
        await ends(first)
        second, answered = bots.start()
    else:
        await says(answered, "standing by")
        assert "listening" not in answered.read_text()
        first.kill()
    await says(answered, "listening as")
    second.send_signal(signal.SIGTERM)
    assert await ends(second) == 0
    assert "Traceback" not in answered.read_text()


async def test_the_owner_is_in_nobodys_way(world: World) -> None:
    async with ownership.owned(world.app.database.url):
        await world.follow(world.anna, "pinerolo")
        await world.say(world.marco, "gnagnera brusca?")
        await world.press(world.marco, "✉️")
        async with asyncio.timeout(30):
            await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Domani alle 18:00") == 1


async def test_one_file_has_one_bot_by_whatever_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inner").mkdir()
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    for name, target in {"other.db": "campanile.db", "inner/far.db": "../campanile.db", "again.db": "other.db"}.items():
        (tmp_path / name).symlink_to(target)
    held = ownership.lock_file("campanile.db")
    names = ["./campanile.db", "inner/../campanile.db", str(tmp_path / "campanile.db"), "other.db", "again.db"]
    for name in (*names, "inner/far.db", "link/campanile.db", "link/inner/far.db", f"../{tmp_path.name}/other.db"):
        with pytest.raises(ownership.InUseError):
            os.close(ownership.lock_file(name))
    os.close(held)
    os.close(ownership.lock_file("inner/far.db"))


async def test_who_is_refused_or_gives_up_at_once_leaves_no_connection(postgres_url: str) -> None:
    async with ownership.owned(postgres_url):
        with pytest.raises(ownership.InUseError):
            async with ownership.owned(postgres_url):
                pass
        waiting = ownership.Ownership(postgres_url)
        assert not await waiting.take()
        await waiting.release()
    async with ownership.owned(postgres_url):
        pass
    gc.collect()  # what nobody closed says so now, and fails the test


async def test_what_is_safe_beside_a_running_bot_goes_on(bots: Bots) -> None:
    _, said = bots.start()
    await says(said, "listening as")
    code, out = await bots.does("migrate")
    assert (code, "the bot is running" in out) == (2, True)
    assert (await bots.does("check"))[0] == 0
    assert (await bots.does("announce", "--text", "Ciao"))[0] == 0
    if "sqlite" in bots.environment["DATABASE_URL"]:
        assert (await bots.does("backup", "copy.db"))[0] == 0
        code, out = await bots.does("restore", "copy.db")
        assert (code, "stop it first" in out) == (2, True)


async def test_who_loses_the_lock_s_connection_ends_on_postgresql(bots_on_a_server: Bots) -> None:
    first, said = bots_on_a_server.start()
    await says(said, "listening as")
    assert await cut(bots_on_a_server.environment["DATABASE_URL"]) == 1

    assert await ends(first) == 2
    assert "the connection that makes this the only bot" in said.read_text()
    assert "Traceback" not in said.read_text()


async def test_a_frozen_bot_is_no_bot_any_more_on_postgresql(bots_on_a_server: Bots) -> None:
    first, said = bots_on_a_server.start()
    await says(said, "listening as")
    second, answered = bots_on_a_server.start()
    await says(answered, "standing by")
    first.send_signal(signal.SIGSTOP)
    await says(answered, "listening as")

    first.send_signal(signal.SIGCONT)
    assert await ends(first) == 2
    second.send_signal(signal.SIGTERM)
    assert await ends(second) == 0
    assert "Conflict" not in said.read_text() + answered.read_text()


async def test_who_stands_by_outlives_the_server_s_restart(bots_on_a_server: Bots) -> None:
    url = bots_on_a_server.environment["DATABASE_URL"]
    holder = ownership.Ownership(url)
    assert await holder.take()
    _, said = bots_on_a_server.start()
    await says(said, "standing by")
    assert await cut(url, ASKS) == 1
    await says(said, "cannot be asked")
    await holder.release()
    await says(said, "listening as")


ASKS = f"query LIKE '%pg_try_advisory_lock%' AND pid NOT IN (SELECT pid FROM pg_locks WHERE objid = {ownership.LOCK})"
HOLDS = f"pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = {ownership.LOCK})"


async def cut(url: str, whose: str = HOLDS) -> int:
    """End sessions of the database, as a failing network would; by default that of the lock."""
    connection = await asyncpg.connect(make_url(url).set(drivername="postgresql").render_as_string(False))
    ended = await connection.fetch(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {whose}"
        " AND datname = current_database() AND pid <> pg_backend_pid()"
    )
    await connection.close()
    return len(ended)


async def test_who_waits_ends_when_told_to(bots_on_a_server: Bots) -> None:
    holder = ownership.Ownership(bots_on_a_server.environment["DATABASE_URL"])
    await holder.take()
    waiting, said = bots_on_a_server.start()
    await says(said, "standing by")
    waiting.send_signal(signal.SIGTERM)
    assert await ends(waiting) == 0
    await holder.release()
