"""How long the event loop stands still for the extra `semantic`: `python -m benchmarks.semantic`.

Fifty questions that the words alone leave unsure, one after the other, through the whole bot on SQLite (a Telegram that
answers at once): without the extra, then with it. A step is what runs between two looks at the clock, a millisecond
apart: on the wall, which other processes lengthen, and in processor time of the loop's own thread, which they do not.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import uvloop
from telegram import Update

from answers.meaning import Encoder, NotEncoded, Vector
from benchmarks import people
from benchmarks.asked import Judge, read
from benchmarks.people import FIRST, Instant, Shifted, Writing
from benchmarks.server import quantile
from benchmarks.updates import WORKDAY, Unpaced
from bot.app import App
from bot.encoder import ready
from bot.service import collect_seldom
from bot.settings import Settings
from sandbox.api.telegram import TOKEN

QUESTIONS, MOST = 50, 5.0
ASKED = Path("tests/answers/asked/open.jsonl")


@dataclass
class Looked:
    """Milliseconds: of each answer, and of each step of the loop, on the wall and of its own."""

    answers: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)

    async def watch(self) -> None:
        while True:
            wall, own = time.perf_counter(), time.thread_time()
            await asyncio.sleep(0.001)
            self.wall.append((time.perf_counter() - wall) * 1000 - 1)
            self.own.append((time.thread_time() - own) * 1000)


class Absent:
    """An encoder that is not there."""

    name = "absent"

    def prepare(self) -> None: ...

    def encode(self, text: str) -> Vector:
        raise NotEncoded


def unsure() -> list[str]:
    """Return the first questions of the open set that the words alone leave unsure."""
    judge = Judge()
    alone = [each for each in read(ASKED) if not each.context and each.language == "it"]
    return [each.text for each in alone if judge.judge(each).outcome.unsure][:QUESTIONS]


async def look(folder: Path, questions: Sequence[str], encoder: Encoder) -> Looked:
    clock, looked, writing = Shifted(WORKDAY), Looked(), Writing()
    settings = Settings(telegram_bot_token=TOKEN, database_url=people.url(folder), programme_year=2027)
    app = App(settings, clock, Instant(), Unpaced(clock), encoder=encoder)
    await app.open()
    await app.application.initialize()
    await app.loader.fill(await app.loader.read())
    for update in (writing.says(FIRST, "ciao"), writing.says(FIRST, questions[0])):
        await app.application.process_update(Update.de_json(update, app.bot))  # compiles what is kept
    watching = asyncio.create_task(looked.watch())
    for number, text in enumerate(questions):
        began = time.perf_counter()
        await app.application.process_update(Update.de_json(writing.says(FIRST + number, text), app.bot))
        looked.answers.append((time.perf_counter() - began) * 1000)
    watching.cancel()
    await app.stop()
    return looked


def main() -> None:
    encoder = ready(Settings())
    if encoder is None:
        sys.exit("the extra `semantic` is not installed, or does not work here")
    questions = unsure()
    collect_seldom()
    print(f"{len(questions)} questions{'':10}{'answer: median':>16}{'p95':>8}{'longest step: wall':>20}{'own':>8}   ms")
    for name, used in (("without", Absent()), ("with", encoder)):
        with tempfile.TemporaryDirectory() as folder:
            looked = uvloop.run(look(Path(folder), questions, used))
        times = [quantile(sorted(looked.answers), part) for part in (0.5, 0.95)]
        print(f"{name:22}{times[0]:16.1f}{times[1]:8.1f}{max(looked.wall):20.1f}{max(looked.own):8.1f}")
    print(f"wanted: none above {MOST:g} ms, or above what it takes without to read and answer the longest question")


if __name__ == "__main__":
    main()
