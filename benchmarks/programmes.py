"""Several programmes in one process, and what each further one costs: `python -m benchmarks programmes`.

Each is as large as the We.Ca.Re. programme (three languages), has a database of its own (SQLite), has been started
before, and has answered some questions.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import BOT_PYTHON, cpu
from benchmarks.start import QUESTIONS, rss
from benchmarks.table import Row
from bot.settings import WECARE
from sandbox.api.telegram import Telegram
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app

MANY = 10
MOST_MB, MOST_CPU, MOST_END = 8, 0.5, 10
QUIET = 15
"""Seconds after the last answer in which what it left behind is done."""


@dataclass(frozen=True)
class Figures:
    """What a process took: seconds until all listened, megabytes, per cent of a core while idle, seconds to end."""

    listening: float
    computing: float
    rss: float
    idle: float
    end: float


async def measured(count: int, idle: float) -> Figures:
    """Run so many programmes in one process, for the second time."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        telegrams = [await _programme(folder / f"programme-{number}", number, stack) for number in range(count)]
        first, _ = await _begun(folder, count)
        await _ended(first)
        process, waited = await _begun(folder, count)
        try:
            await asyncio.gather(*(_ask(telegram) for telegram in telegrams))
            await asyncio.sleep(QUIET)
            computing, memory = cpu(process.pid), rss(process.pid)
            await asyncio.sleep(idle)
            share = (cpu(process.pid) - computing) / idle * 100
            return Figures(waited, computing, memory, share, await _ended(process))
        finally:
            if process.returncode is None:
                process.kill()


async def _programme(folder: Path, number: int, stack: AsyncExitStack) -> Telegram:
    """Make the folder of a programme, with a Telegram of its own."""
    shutil.copytree(WECARE, folder)
    file = folder / "programme.yaml"
    file.write_text(file.read_text().replace("\nid: wecare\n", f"\nid: wecare-{number}\n"))
    telegram = Telegram(token=f"{number + 1}:benchmark-of-programmes")
    server = Server(create_app(telegram, Clock(), people=()), port=0)
    await server.start()
    stack.push_async_callback(server.stop)
    settings = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": server.url}
    (folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in settings.items()))
    return telegram


async def _begun(folder: Path, count: int) -> tuple[asyncio.subprocess.Process, float]:
    """Return the process once every programme listens, and the seconds until then."""
    spawned = time.perf_counter()
    log = folder / "log.txt"
    with log.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            *[BOT_PYTHON, "-m", "bot", "run", "--programmes", str(folder)],
            env={**os.environ, "MALLOC_ARENA_MAX": "1"},
            stderr=out,
        )
    while log.read_text().count("listening as") < count:  # noqa: ASYNC110 - a process of its own
        await asyncio.sleep(0.1)
    return process, time.perf_counter() - spawned


async def _ask(telegram: Telegram) -> None:
    person = telegram.person(10_000, "Anna")
    for number, question in enumerate(QUESTIONS, 1):
        person.say(question)
        while sum(message.from_bot for message in person.messages) < number:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def _ended(process: asyncio.subprocess.Process) -> float:
    asked = time.perf_counter()
    process.terminate()
    async with asyncio.timeout(30):
        await process.wait()
    return time.perf_counter() - asked


async def measure(quick: bool) -> list[Row]:
    idle = 15 if quick else 30
    one, many = await measured(1, idle), await measured(MANY, idle)
    memory, share = ((getattr(many, name) - getattr(one, name)) / (MANY - 1) for name in ("rss", "idle"))
    return [
        Row(f"1, {MANY} programmes in a process: RSS, MB", "", f"{one.rss:.0f}, {many.rss:.0f}", None),
        Row("a further programme: RSS, MB", f"at most {MOST_MB}", f"{memory:.1f}", memory <= MOST_MB),
        Row("1, 10: idle CPU, %", "", f"{one.idle:.2f}, {many.idle:.2f}", None),
        Row("a further programme: idle CPU, %", f"at most {MOST_CPU}", f"{share:.2f}", share <= MOST_CPU),
        Row(
            "1, 10: until all listen, s (CPU until all have answered, s)",
            "",
            f"{one.listening:.1f}, {many.listening:.1f} ({one.computing:.1f}, {many.computing:.1f})",
            None,
        ),
        Row(f"{MANY}: SIGTERM to end, s", f"at most {MOST_END}", f"{many.end:.1f}", many.end <= MOST_END),
    ]
