"""A real process ends within ten seconds of SIGTERM, loses nothing, and answers nothing twice; nor if killed."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import socket
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from sandbox.api.telegram import TOKEN, Telegram
from sandbox.people.people import Person
from sandbox.web.clock import Clock
from sandbox.web.courier import Courier
from sandbox.web.server import Server, create_app
from tests.bot.conftest import WITHIN
from tests.world import MONICA, World, received, rome

MANY = 12
"""More than are answered at once, and few enough: to one chat a message goes out every second."""


class Process:
    """`python -m bot run` beside a pretend Telegram."""

    def __init__(self, telegram: Telegram, url: str, database_url: str, folder: Path) -> None:
        self.telegram, self.log = telegram, folder / "log.txt"
        self.environment = {
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
        self._before: tuple[int, int] = (0, 0)

    def _signs_of_life(self) -> tuple[int, int]:
        return len(self.telegram.calls), self.log.stat().st_size

    async def start(self) -> None:
        self.log.touch()
        self._before = self._signs_of_life()
        with self.log.open("a") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=self._folder, env=self.environment,
                stdout=log, stderr=log,
            )  # fmt: skip

    async def end(self) -> float:
        """The seconds from SIGTERM to the end; its code must be 0.

        A process that is still importing dies of SIGTERM, as any does: wait until it has done something.
        """
        assert self._process is not None
        await until(lambda: self._signs_of_life() != self._before)
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

    async def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        await self._process.wait()


@pytest.fixture
async def process(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Process]:
    telegram = Telegram(now=Clock(rome("2027-10-09 10:00")))
    server = Server(create_app(telegram, Clock(), people=()), port=0)
    await server.start()
    yield Process(telegram, server.url, sqlite_url, tmp_path)
    await server.stop()


async def until(seen: Callable[[], object]) -> None:
    """Look at the screen until it shows what is meant."""
    async with asyncio.timeout(WITHIN):
        while not seen():  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def heard(person: Person, words: str, times: int = 1) -> None:
    await until(lambda: received(person, words) >= times)


def written_down(database_url: str) -> list[int]:
    """The numbers of the updates that were handled, as the database knows them."""
    with closing(sqlite3.connect(make_url(database_url).database or "")) as connection:
        row = connection.execute("SELECT numbers FROM handled_updates").fetchone()
    return json.loads(row[0]) if row else []


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
    await heard(anna, "lingua", MANY)
    await until(lambda: not process.telegram.updates.pending)
    await process.end()
    assert MANY <= received(anna, "lingua") <= MANY + 1  # what was being answered when it ended is answered again


@pytest.mark.parametrize("killed", [False, True], ids=["SIGTERM", "SIGKILL"])
async def test_nothing_is_answered_twice_behind_somebody_who_waits(
    process: Process, sqlite_url: str, killed: bool
) -> None:
    anna, *others = everybody = [process.telegram.person(2001 + number, "Anna") for number in range(6)]
    for person in everybody:
        person.say("/incontri")
    await process.start()
    for person in everybody:
        await heard(person, "Pinerolo")
    process.telegram.faults.slow[anna.id] = 60
    for person in everybody:
        person.say("/lingua")
    for person in others:
        await heard(person, "lingua")
    last = process.telegram.updates.pending[-1]["update_id"]
    assert received(anna, "lingua") == 0
    if killed:
        await until(lambda: last in written_down(sqlite_url))
        await process.kill()
    else:
        await process.end()
        assert last in written_down(sqlite_url)

    assert len(process.telegram.updates.pending) == 6
    process.telegram.faults.slow.clear()
    await process.start()
    await heard(anna, "lingua")
    await until(lambda: not process.telegram.updates.pending)
    await process.end()
    assert [received(person, "lingua") for person in everybody] == [1] * 6


@pytest.mark.parametrize("killed", [False, True], ids=["SIGTERM", "SIGKILL"])
async def test_what_telegram_brought_is_answered_once_too(process: Process, killed: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    process.environment |= {"HTTP_PORT": str(port), "PUBLIC_URL": "https://bot.example.org", "LOG_LEVEL": "DEBUG"}
    telegram, everybody = process.telegram, [process.telegram.person(2001 + number, "Anna") for number in range(6)]
    anna, *others = everybody
    async with Courier(telegram, f"http://127.0.0.1:{port}"):
        for person in everybody:
            person.say("/incontri")
        await process.start()
        for person in everybody:
            await heard(person, "Pinerolo")
        telegram.faults.slow[anna.id] = 60
        for person in everybody:
            person.say("/lingua")
        for person in others:
            await heard(person, "lingua")
        await until(lambda: len(telegram.updates.pending) == 1)
        hooks = [telegram.updates.webhook]
        await (process.kill() if killed else process.end())

        telegram.faults.slow.clear()
        await process.start()
        await heard(anna, "lingua")
        await until(lambda: not telegram.updates.pending)
        hooks.append(telegram.updates.webhook)
        assert await process.end() < 10
    assert [received(person, "lingua") for person in everybody] == [1] * 6
    assert hooks[0].url != hooks[1].url
    secrets = [TOKEN, *(secret for hook in hooks for secret in (hook.secret, hook.url))]
    assert [secret for secret in secrets if secret in process.log.read_text()] == []


@pytest.mark.parametrize("killed", [False, True], ids=["SIGTERM", "SIGKILL"])
async def test_a_poster_is_being_drawn(process: Process, killed: bool) -> None:
    monica = process.telegram.person(MONICA, "Monica")
    monica.say("/start")
    await process.start()
    await heard(monica, "Scegli il tuo paese")
    monica.say("/locandina pinerolo")
    await until(lambda: "sendChatAction" in {call.method for call in process.telegram.calls})
    process.telegram.faults.slow[MONICA] = 600  # however quickly it is drawn, it does not arrive
    if killed:
        await process.kill()
    else:
        assert await process.end() < 10
    assert not any(message.file for message in monica.messages)

    process.telegram.faults.slow.clear()
    await process.start()
    if killed:
        process.log.write_text("")  # who draws is cut off, and may have said so while it began
    await until(lambda: not process.telegram.updates.pending)
    await process.end()
    assert sum(message.file is not None for message in monica.messages) == 2


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
    await until(lambda: "cannot be reached" in process.log.read_text())

    assert await process.end() < 10


async def test_in_one_loop_nothing_complains(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    world = World(database_url)
    await world.open()
    world.app._listening = asyncio.create_task(world.app.poller.listen())
    world.telegram.faults.latency = 0.3
    for _ in range(28):
        world.anna.say("/lingua")
    await asyncio.sleep(0.7)
    began = time.monotonic()
    await world.close()

    assert time.monotonic() - began < 8
    assert [record.getMessage() for record in caplog.records] == []
    assert len(world.telegram.updates.pending) >= 8
