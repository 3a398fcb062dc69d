"""A real process ends within ten seconds of SIGTERM, and loses nothing that it had not begun."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.api.telegram import TOKEN, Telegram
from sandbox.people.people import Person
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app
from tests.world import MONICA, World, received, rome

MANY = 28


class Process:
    """`python -m bot run` beside a pretend Telegram."""

    def __init__(self, telegram: Telegram, url: str, database_url: str, folder: Path) -> None:
        self.telegram, self.log = telegram, folder / "log.txt"
        self._environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": url,
            "DATABASE_URL": database_url,
            "PROGRAMME_YEAR": "2027",
            "OWNER_IDS": str(MONICA),
        }
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self.log.open("a") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=self._folder, env=self._environment,
                stdout=log, stderr=log,
            )  # fmt: skip

    async def end(self) -> float:
        """The seconds from SIGTERM to the end; its code must be 0."""
        assert self._process is not None
        began = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(20):
                assert await self._process.wait() == 0, self.log.read_text()
        finally:
            if self._process.returncode is None:
                self._process.kill()
        said = self.log.read_text()
        for wrong in ("Traceback", "InvalidStateError", "never awaited", "apology"):
            assert wrong not in said, said
        return time.monotonic() - began


@pytest.fixture
async def process(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Process]:
    telegram = Telegram(now=Clock(rome("2027-10-09 10:00")))
    server = Server(create_app(telegram, Clock(), people=()), port=0)
    await server.start()
    yield Process(telegram, server.url, sqlite_url, tmp_path)
    await server.stop()


async def heard(person: Person, words: str, times: int = 1) -> None:
    async with asyncio.timeout(60):
        while received(person, words) < times:  # noqa: ASYNC110 - a person looks at the screen
            await asyncio.sleep(0.05)


async def test_many_messages_of_one_person_wait(process: Process) -> None:
    anna = process.telegram.person(2001, "Anna")
    anna.say("/incontri")
    await process.start()
    await heard(anna, "Pinerolo")
    process.telegram.faults.latency = 0.4
    for _ in range(MANY):
        anna.say("/lingua")
    await heard(anna, "lingua", 2)
    assert await process.end() < 10

    process.telegram.faults.latency = 0
    done = received(anna, "lingua")
    assert done < MANY
    await process.start()
    await heard(anna, "lingua", MANY - 1)  # what was being answered when it ended may be lost
    await process.end()
    assert received(anna, "lingua") <= MANY + 1


@pytest.mark.parametrize("fault", ["silence", "outage", "stranger"])
async def test_telegram_answers_nothing(process: Process, fault: str) -> None:
    anna, marco = process.telegram.person(2001, "Anna"), process.telegram.person(2002, "Marco")
    anna.say("/incontri")
    await process.start()
    await heard(anna, "Pinerolo")
    faults = process.telegram.faults
    if fault == "silence":
        faults.latency = 60
    elif fault == "outage":
        faults.outage()
    else:
        faults.stranger = (502, b"<html>")
    for person in (anna, marco):
        person.say("/lingua")
    await asyncio.sleep(0.5)

    assert await process.end() < 10


async def test_before_telegram_was_reached(process: Process) -> None:
    process.telegram.faults.outage()
    await process.start()
    async with asyncio.timeout(60):
        while "cannot be reached" not in process.log.read_text():  # noqa: ASYNC110
            await asyncio.sleep(0.05)

    assert await process.end() < 10


async def test_in_one_loop_nothing_complains(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    world = World(database_url)
    await world.open()
    await world.app.application.start()
    world.app._listening = asyncio.create_task(world.app.poller.listen())
    world.telegram.faults.latency = 0.3
    for _ in range(MANY):
        world.anna.say("/lingua")
    await asyncio.sleep(0.7)
    began = time.monotonic()
    await world.close()

    assert time.monotonic() - began < 8
    assert [record.getMessage() for record in caplog.records] == []
    assert len(world.telegram.updates.pending) >= MANY - 20
