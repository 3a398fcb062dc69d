"""One bot for a database: with processes of their own against the pretend Telegram's server."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

from sandbox.api.telegram import TOKEN, Telegram
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app
from storage import ownership
from tests.world import rome

ROOT = Path(__file__).parents[2]
WITHIN = 60.0


@pytest.fixture
async def telegram_url() -> AsyncIterator[str]:
    clock = Clock(rome("2027-10-09 10:00"))
    server = Server(create_app(Telegram(now=clock), clock, people=()), "127.0.0.1", 0)
    await server.start()
    yield server.url
    await server.stop()


class Bots:
    """Processes of the command line on one database, whose log is read from a file each."""

    def __init__(self, folder: Path, database_url: str, telegram_url: str) -> None:
        self.folder = folder
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM")},
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram_url,
            "DATABASE_URL": database_url,
        }
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self) -> tuple[subprocess.Popen[bytes], Path]:
        written = self.folder / f"log{len(self.running)}"
        with written.open("wb") as out:
            arguments = [sys.executable, "-m", "bot", "run"]
            process = subprocess.Popen(arguments, cwd=self.folder, env=self.environment, stderr=out, stdout=out)
        self.running.append(process)
        return process, written

    async def does(self, *arguments: str) -> tuple[int, str]:
        process = await asyncio.create_subprocess_exec(
            *[sys.executable, "-m", "bot", *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        out, _ = await asyncio.wait_for(process.communicate(), WITHIN)
        return process.returncode or 0, out.decode()


@pytest.fixture
def bots(tmp_path: Path, database_url: str, telegram_url: str) -> Iterator[Bots]:
    made = Bots(tmp_path, database_url, telegram_url)
    yield made
    for process in made.running:
        if process.poll() is None:
            process.kill()
        process.wait()


async def _says(written: Path, words: str) -> None:
    await asyncio.to_thread(_wait_for, written, words)


def _wait_for(written: Path, words: str) -> None:
    until = time.monotonic() + WITHIN
    while words not in written.read_text():
        assert time.monotonic() < until, written.read_text()
        time.sleep(0.1)


async def _ends(process: subprocess.Popen[bytes]) -> int:
    return await asyncio.wait_for(asyncio.to_thread(process.wait), WITHIN)


async def test_a_second_process_is_refused_or_waits(bots: Bots) -> None:
    first, said = bots.start()
    await _says(said, "listening as")
    second, answered = bots.start()
    if "sqlite" in bots.environment["DATABASE_URL"]:
        assert await _ends(second) == 2
        assert "the bot is running (process" in answered.read_text()
        first.kill()
        await _ends(first)
        second, answered = bots.start()
    else:
        await _says(answered, "waiting until it has gone")
        assert "listening" not in answered.read_text()
        first.kill()
    await _says(answered, "listening as")
    second.send_signal(signal.SIGTERM)
    assert await _ends(second) == 0
    assert "Traceback" not in answered.read_text()


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
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(waiting.take(wait=True), 0.2)
        await waiting.release()
    async with ownership.owned(postgres_url):
        pass
    gc.collect()  # what nobody closed says so now, and fails the test


async def test_what_is_safe_beside_a_running_bot_goes_on(bots: Bots) -> None:
    _, said = bots.start()
    await _says(said, "listening as")
    code, out = await bots.does("migrate")
    assert (code, "the bot is running" in out) == (2, True)
    assert (await bots.does("check"))[0] == 0
    assert (await bots.does("announce", "--text", "Ciao"))[0] == 0
    if "sqlite" in bots.environment["DATABASE_URL"]:
        assert (await bots.does("backup", "copy.db"))[0] == 0
        code, out = await bots.does("restore", "copy.db")
        assert (code, "stop it first" in out) == (2, True)


async def test_who_loses_the_lock_s_connection_ends_on_postgresql(bots: Bots, request: pytest.FixtureRequest) -> None:
    url = bots.environment["DATABASE_URL"]
    if "sqlite" in url:
        return
    first, said = bots.start()
    await _says(said, "listening as")
    connection = await asyncpg.connect(make_url(url).set(drivername="postgresql").render_as_string(False))
    ended = (
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    assert len(await connection.fetch(ended, ownership.LOCK)) == 1
    await connection.close()

    assert await _ends(first) == 2
    assert "the connection that makes this the only bot" in said.read_text()
    assert "Traceback" not in said.read_text()


async def test_who_waits_ends_when_told_to(bots: Bots) -> None:
    if "sqlite" in bots.environment["DATABASE_URL"]:
        return
    holder = ownership.Ownership(bots.environment["DATABASE_URL"])
    await holder.take()
    waiting, said = bots.start()
    await _says(said, "waiting until it has gone")
    waiting.send_signal(signal.SIGTERM)
    assert await _ends(waiting) == 0
    await holder.release()
