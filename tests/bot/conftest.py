"""Processes of the command line, with the pretend Telegram's server before them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from sandbox.api.telegram import TOKEN, Telegram
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app
from tests.world import rome

ROOT = Path(__file__).parents[2]
WITHIN = 180.0
"""Seconds that only what hangs takes: everything waits for what is to be seen, on however busy a machine."""


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(now=Clock(rome("2027-10-09 10:00")))


@pytest.fixture
async def telegram_url(telegram: Telegram) -> AsyncIterator[str]:
    server = Server(create_app(telegram, Clock(), people=()), "127.0.0.1", 0)
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

    def close(self) -> None:
        for process in self.running:
            if process.poll() is None:
                process.kill()
            process.wait()


@pytest.fixture
def bots(tmp_path: Path, database_url: str, telegram_url: str) -> Iterator[Bots]:
    with contextlib.closing(Bots(tmp_path, database_url, telegram_url)) as made:
        yield made


@pytest.fixture
def bots_on_a_server(tmp_path: Path, database_of_a_server: str, telegram_url: str) -> Iterator[Bots]:
    """For what only PostgreSQL has: who stands by for whom, and connections that are lost."""
    with contextlib.closing(Bots(tmp_path, database_of_a_server, telegram_url)) as made:
        yield made


async def says(written: Path, words: str) -> None:
    await asyncio.to_thread(_wait_for, written, words)


def _wait_for(written: Path, words: str) -> None:
    until = time.monotonic() + WITHIN
    while words not in written.read_text():
        assert time.monotonic() < until, written.read_text()
        time.sleep(0.1)


async def ends(process: subprocess.Popen[bytes]) -> int:
    return await asyncio.wait_for(asyncio.to_thread(process.wait), WITHIN)
