"""The bot as a process: start, memory, idling, answering: `python -m benchmarks start`.

Run as the README's service runs it, and not for the first time. Times are taken at the pretend Telegram, on
loopback without latency: an answer's includes two HTTP requests.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.processes import BOT_PYTHON, cpu
from benchmarks.table import Row
from sandbox.api.telegram import TOKEN, Reply, Telegram
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app

QUESTIONS = (
    "perosa quando??",
    "dove si fa a Pinerolo?",
    "serve prenotare?",
    "chi siete",
    "/incontri",
    "ciao",
)
_MOST: dict[str, float] = {
    "spawn to first poll, s": 1.0,
    "answer median, ms": 15,
    "RSS, MB": 120,
    "idle CPU, %": 1,
    "SIGTERM to end, s": 5,
}


class Listening(Telegram):
    """Remembers when it was first asked for updates."""

    first_poll = 0.0

    async def call(self, method: str, *args: Any, **kwargs: Any) -> Reply:
        if method == "getUpdates" and not self.first_poll:
            self.first_poll = time.perf_counter()
        return await super().call(method, *args, **kwargs)


async def start(folder: Path, idle: float, questions: int) -> dict[str, float]:
    telegram = Listening()
    server = Server(create_app(telegram, Clock(), people=()), port=0)
    await server.start()
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bench.db",
        "LOG_LEVEL": "WARNING",
        "MALLOC_ARENA_MAX": "1",
        "PYTHONPYCACHEPREFIX": str(folder),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    bot, _ = await _polls(environment, telegram)  # makes the database, compiles the bytecode
    await _answer(telegram, questions)
    bot.terminate()
    await bot.wait()
    bot, waited = await _polls(environment, telegram)
    try:
        figures = {"spawn to first poll, s": waited}
        answers = [await _answer(telegram, number) for number in range(questions)]
        figures["first answer, s"] = answers[0]
        figures["answer median, ms"] = statistics.median(answers[1:]) * 1000
        figures["answer p95, ms"] = statistics.quantiles(answers[1:], n=20)[-1] * 1000
        figures["RSS, MB"] = rss(bot.pid)
        before = cpu(bot.pid)
        await asyncio.sleep(idle)
        figures["idle CPU, %"] = (cpu(bot.pid) - before) / idle * 100
        asked = time.perf_counter()
        bot.terminate()
        async with asyncio.timeout(30):
            await bot.wait()
        figures["SIGTERM to end, s"] = time.perf_counter() - asked
    finally:
        if bot.returncode is None:
            bot.kill()
        await server.stop()
    return figures


async def _polls(environment: dict[str, str], telegram: Listening) -> tuple[asyncio.subprocess.Process, float]:
    """The process, and the seconds until it asked for updates."""
    telegram.first_poll, spawned = 0.0, time.perf_counter()
    bot = await asyncio.create_subprocess_exec(BOT_PYTHON, "-m", "bot", "run", env=environment)
    while not telegram.first_poll:  # noqa: ASYNC110 - looked at from outside
        await asyncio.sleep(0.002)
    return bot, telegram.first_poll - spawned


async def _answer(telegram: Telegram, number: int) -> float:
    await asyncio.sleep(0.1)  # sooner, and Telegram's 30 a second would be measured
    person = telegram.person(10_000 + number, "Anna")
    began = time.perf_counter()
    person.say(QUESTIONS[number % len(QUESTIONS)])
    while not any(message.from_bot for message in person.messages):  # noqa: ASYNC110
        await asyncio.sleep(0.0005)
    return time.perf_counter() - began


def rss(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


async def measure(quick: bool) -> list[Row]:
    runs = []
    for _ in range(1 if quick else 3):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(await start(Path(folder), 20, 60))
    middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    return [
        Row(
            name,
            f"at most {most}" if (most := _MOST.get(name)) else "",
            f"{value:.2f}",
            None if most is None else value <= most,
        )
        for name, value in middle.items()
    ]
