"""What people feel, with 100,000 residents: `python -m benchmarks.updates [--quick]`.

Our own time for one update (a Telegram that answers at once), a thousand residents in the same second, how
late the first reminder of a hundred thousand is, and the memory of such a bot.
"""

from __future__ import annotations

import argparse
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
    await at_work.shelf.fill(await at_work.shelf.read())
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
    await at_work.shelf.fill(await at_work.shelf.read())
    writing, began = Writing(), time.perf_counter()
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


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_known_args()[0].quick
    collect_seldom()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        uvloop.run(people.fill(people.url(folder), RESIDENTS, WORKDAY - timedelta(days=3)))
        print(f"With {RESIDENTS:,} residents on SQLite:")
        for kind, times in uvloop.run(own_time(folder, 150 if quick else 1000)).items():
            times.sort()
            figures = f"{quantile(times, 0.5):8.2f}   p95 {quantile(times, 0.95):6.2f}"
            print(f"  {f'own time, {kind}, ms':44}{figures}   wanted p95 12")
        answered, wrong = uvloop.run(all_at_once(folder))
        print(f"  {f'{AT_ONCE} at once, 50 ms away: the last answer, s':44}{answered[-1]:8.2f}   wanted 5")
        print(f"  {'... who heard two answers in the wrong order':44}{wrong:8}   wanted 0")
        memory = asyncio.run(start.start(folder, 1, 20 if quick else 60))["RSS, MB"]
        print(f"  {'RSS, MB':44}{memory:8.2f}   wanted 100")
        print(f"  {'the first reminder is late by, s':44}{uvloop.run(lateness(folder)):8.2f}   wanted 2")


if __name__ == "__main__":
    main()
