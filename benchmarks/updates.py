"""What people feel, with 100,000 residents: `python -m benchmarks updates`.

Our own time for one update (a Telegram that answers at once), a thousand residents in the same second, how
late the first reminder of a hundred thousand is, and the memory of such a bot.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import uvloop
from telegram import Update

from benchmarks import people, start
from benchmarks.people import FIRST, Instant, Shifted, Writing
from benchmarks.server import quantile
from benchmarks.table import Row
from bot.app import App
from bot.service import collect_seldom
from bot.settings import Settings
from delivery.rate_limiter import RateLimiter
from messages.actions.events.cards import ShowEvent, ShowEvents
from messages.actions.residents.subscriptions import ShowReminders, Subscribe, Unsubscribe
from sandbox.api.telegram import TOKEN

RESIDENTS = 100_000
AT_ONCE = 1000
LATENCY = 0.05
UPDATES_BEFORE = 1_000_000
"""More than the bot of the memory's figure has handled on the same database."""
QUESTIONS = start.QUESTIONS[:4]
COMMANDS = ("/start pinerolo", "/incontri", "/promemoria", "/aiuto", "/privacy")
BUTTONS = (
    ShowEvents().pack(),
    ShowEvent(1).pack(),
    ShowReminders().pack(),
    Subscribe("pinerolo").pack(),
    Unsubscribe("pinerolo").pack(),
)
WORKDAY = datetime(2027, 10, 9, 10, tzinfo=ZoneInfo("Europe/Rome"))
REMINDER = datetime(2027, 10, 16, 16, tzinfo=ZoneInfo("Europe/Rome"))
"""Two hours before the first meeting."""
LEAD = timedelta(seconds=8)


class Unpaced(RateLimiter):
    """Without Telegram's thirty a second, which would be all that is measured."""

    async def process_request(self, callback: Any, args: Any, kwargs: Any, *_: Any, **__: Any) -> Any:
        return await callback(*args, **kwargs)


def house(folder: Path, clock: Shifted, request: Instant, pace: RateLimiter | None = None) -> App:
    settings = Settings(telegram_bot_token=TOKEN, database_url=people.url(folder), programme_year=2027)
    return App(settings, clock, request, pace)


# --- our own time ---


async def own_time(folder: Path, rounds: int) -> dict[str, list[float]]:
    clock = Shifted(WORKDAY)
    at_work = house(folder, clock, Instant(), Unpaced(clock))
    await at_work.open()
    await at_work.application.initialize()
    await at_work.loader.fill(await at_work.loader.read())
    writing, chosen, times = Writing(), random.Random(7), defaultdict[str, list[float]](list)
    for number in range(rounds):
        chat = FIRST + chosen.randrange(RESIDENTS)
        for kind, update in (
            ("command", writing.says(chat, chosen.choice(COMMANDS))),
            ("button", writing.presses(chat, chosen.choice(BUTTONS))),
            ("question", writing.says(chat, chosen.choice(QUESTIONS))),
            ("newcomer", writing.says(FIRST + RESIDENTS + number, "/start")),
        ):
            began = time.perf_counter()
            await at_work.application.process_update(Update.de_json(update, at_work.bot))
            times[kind].append((time.perf_counter() - began) * 1000)
    await at_work.stop()
    return times


# --- everybody at once ---


async def all_at_once(folder: Path) -> tuple[list[float], int]:
    """Seconds until each was answered; how many of those who asked twice heard it in the wrong order."""
    heard = defaultdict[int, list[float]](list)
    order = defaultdict[int, list[str]](list)

    def sent(method: str, params: dict[str, Any]) -> None:
        if method == "sendMessage":
            heard[params["chat_id"]].append(time.perf_counter())
            order[params["chat_id"]].append(params["text"])

    clock = Shifted(WORKDAY)
    at_work = house(folder, clock, Instant(LATENCY, sent), Unpaced(clock))
    await at_work.open()
    await at_work.application.initialize()
    await at_work.loader.fill(await at_work.loader.read())
    writing, began = Writing(UPDATES_BEFORE), time.perf_counter()
    everyone, twice = range(FIRST, FIRST + AT_ONCE), range(FIRST, FIRST + AT_ONCE, 20)
    for text, chats in (("quando si fa a Pinerolo?", everyone), ("dove si fa a Pinerolo?", twice)):
        for chat in chats:
            update = Update.de_json(writing.says(chat, text), at_work.bot)
            at_work.intake.take(update)
    while sum(map(len, heard.values())) < len(everyone) + len(twice):  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await at_work.stop()
    wrong = sum("via Podgora" not in order[chat][1] for chat in twice)
    return sorted(times[0] - began for times in heard.values()), wrong


# --- the first reminder ---


async def lateness(folder: Path) -> float:
    """Seconds between the moment at which a reminder is due and the first message."""
    first: asyncio.Future[datetime] = asyncio.get_running_loop().create_future()
    clock = Shifted(REMINDER - LEAD)

    def sent(method: str, params: dict[str, Any]) -> None:
        if method == "sendMessage" and not first.done():
            first.set_result(clock())

    at_work = house(folder, clock, Instant(LATENCY, sent))
    await at_work.open()
    await at_work.start()
    async with asyncio.timeout(60):
        at = await first
    await at_work.stop()
    return (at - REMINDER).total_seconds()


def measure(quick: bool) -> list[Row]:
    collect_seldom()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        uvloop.run(people.fill(people.url(folder), RESIDENTS, WORKDAY - timedelta(days=3)))
        rows = []
        for kind, times in uvloop.run(own_time(folder, 150 if quick else 1000)).items():
            times.sort()
            p95 = quantile(times, 0.95)
            rows.append(_at_most(f"own time of a {kind}, p95, ms", p95, 12, f" (median {quantile(times, 0.5):.1f})"))
        memory = asyncio.run(start.start(folder, 1, 20 if quick else 60))["RSS, MB"]
        answered, wrong = uvloop.run(all_at_once(folder))
        return [
            *rows,
            _at_most(f"{AT_ONCE} at once, 50 ms away: the last answer, s", answered[-1], 5),
            _at_most("... who heard two answers in the wrong order", wrong, 0),
            _at_most("RSS, MB", memory, 120),
            _at_most("the first reminder is late by, s", uvloop.run(lateness(folder)), 2),
        ]


def _at_most(what: str, value: float, most: float, more: str = "") -> Row:
    said = f"{value}" if isinstance(value, int) else f"{value:.1f}"
    return Row(f"{RESIDENTS:,} residents: {what}", f"at most {most:g}", said + more, value <= most)
