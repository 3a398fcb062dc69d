"""A thousand occurrences: `python -m benchmarks occurrences`.

Forty areas of a valley have twenty-five talks each. Measured is the bot's own time, with a Telegram that answers at
once: for questions, for `/events`, and for a tick, which runs every job. Before each tick something was written, or
the jobs would not look.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from telegram import Update

from benchmarks.people import FIRST, Instant, Shifted, Writing, url
from benchmarks.server import quantile
from benchmarks.table import Row, ms
from benchmarks.updates import WORKDAY, Unpaced
from bot.app import App
from bot.service import collect_seldom
from bot.settings import Settings
from domain.programmes import FILE
from domain.residents.allowance import Allowance
from sandbox.api.telegram import TOKEN

AREAS, DAYS = 40, 25
QUESTIONS = (
    "when is it in Weller 7?",
    "where is the talk on roots?",
    "what is on tomorrow?",
    "is there anything in Weller 12 after seven?",
    "and on Sunday?",
    "do I have to book?",
    "which talks are there in November?",
    "is it free?",
)
SUBJECTS = ("roots", "bees", "walls", "bread", "rivers", "owls", "clay", "snow")


def programme() -> dict[str, Any]:
    """Return a programme of as many talks as areas, each on as many days."""
    first = date(2027, 10, 10)
    return {
        "id": "weller",
        "name": "Weller talks",
        "time_zone": "Europe/Rome",
        "languages": ["en"],
        "areas": [{"id": f"weller-{n}", "name": f"Weller {n}"} for n in range(AREAS)],
        "venues": [
            {"id": f"hall-{n}", "area": f"weller-{n}", "name": f"Hall {n}", "address": f"{n} Mill Lane"}
            for n in range(AREAS)
        ],
        "events": [
            {
                "id": f"talk-{n}",
                "title": f"Of {SUBJECTS[n % len(SUBJECTS)]} and {SUBJECTS[n * 3 % 7]}",
                "area": f"weller-{n}",
                "venue": f"hall-{n}",
                "when": {
                    "date": str(first + timedelta(days=n % 7)),
                    "start": "18:00",
                    "end": "20:00",
                    "repeat": f"FREQ=WEEKLY;COUNT={DAYS}",
                },
            }
            for n in range(AREAS)
        ],
    }


@dataclass
class Measured:
    """Seconds on the wall and of the processor, of each time."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    async def add(self, work: Callable[[], Awaitable[object]]) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        await work()
        self.wall.append(time.perf_counter() - wall)
        self.cpu.append(time.process_time() - cpu)

    def row(self, what: str, most: float) -> Row:
        p95, cpu = quantile(sorted(self.wall), 0.95), quantile(sorted(self.cpu), 0.95)
        return Row(f"{AREAS * DAYS:,} occurrences: {what}, p95", ms(most), f"{ms(p95)} ({ms(cpu)} of CPU)", p95 <= most)


async def measure(quick: bool) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / FILE).write_text(json.dumps(programme()), encoding="utf-8")  # which is YAML too
        return await _measure(folder, 50 if quick else 300)


async def _measure(folder: Path, rounds: int) -> list[Row]:
    clock, writing, spared = Shifted(WORKDAY), Writing(), Allowance(10**6, timedelta(seconds=1))
    settings = Settings(telegram_bot_token=TOKEN, database_url=url(folder), programme_dir=folder)
    house = App(settings, clock, Instant(), Unpaced(clock), floods=spared)
    await house.open()
    await house.application.initialize()
    await house.loader.fill(await house.loader.read())
    await house.sender.start()
    collect_seldom()

    def says(text: str) -> Callable[[], Awaitable[object]]:
        update = Update.de_json(writing.says(FIRST, text), house.bot)
        return lambda: house.application.process_update(update)

    question, listing, tick = Measured(), Measured(), Measured()
    await _each([*map(says, QUESTIONS), says("/events"), house.clock.tick])  # what is loaded and compiled once
    for number in range(rounds):
        await question.add(says(QUESTIONS[number % len(QUESTIONS)]))
        await listing.add(says("/events"))
        await tick.add(house.clock.tick)
    await house.stop()
    return [question.row("a question", 0.015), tick.row("a tick", 0.030), listing.row("/events", 0.020)]


async def _each(works: Sequence[Callable[[], Awaitable[object]]]) -> None:
    for work in works:
        await work()


if __name__ == "__main__":
    for row in asyncio.run(measure(quick=True)):
        print(row.what, row.reached)
