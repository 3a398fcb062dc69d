"""The whole bot with its public page and a thousand occurrences; it begins a broadcast when it is asked."""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import uvloop

from benchmarks import occurrences, people
from benchmarks.people import Shifted
from benchmarks.updates import WORKDAY
from benchmarks.ways.campanile import finished
from bot.app import App
from bot.service import collect_seldom
from bot.settings import Settings
from delivery.rate_limiter import RateLimiter
from domain.delivery import MessageKind
from domain.programmes import FILE
from sandbox.api.telegram import TOKEN
from storage.outbox import queue


def bot(folder: Path, clock: Shifted, **settings: str) -> App:
    """Return the bot with a page on a free port; `folder` gets the programme."""
    (folder / FILE).write_text(json.dumps(occurrences.programme()), encoding="utf-8")
    given = Settings(telegram_bot_token=TOKEN, database_url=people.url(folder), programme_dir=folder, http_port=0)
    return App(replace(given, **settings), clock, pace=RateLimiter(clock))  # type: ignore[arg-type] # all are texts


async def main(given: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as name:
        clock = Shifted(WORKDAY)
        await people.fill(people.url(Path(name)), given.chats, clock() - timedelta(days=3), ["weller/weller-7"])
        at_work = bot(Path(name), clock, telegram_api_url=given.url)
        await at_work.serve()
        await at_work.open()
        await at_work.start()
        await at_work.knows()
        assert at_work.web is not None
        print("READY", at_work.web.port, flush=True)
        await asyncio.get_running_loop().run_in_executor(None, input)
        await broadcast(at_work)
        await at_work.stop()


async def broadcast(at_work: App) -> None:
    now = at_work.now()
    message = queue.OutboxMessage("bench", MessageKind.ANNOUNCEMENT, 1, "it", "sendMessage", {"text": "hello"})
    async with at_work.database.begin() as session:
        await queue.fan_out(session, await queue.add(session, message, now), not_before=now)
    at_work.sender.wake()
    while not await finished(at_work.database):  # noqa: ASYNC110 - as whoever looks from outside
        await asyncio.sleep(0.2)
    print("DONE", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("chats", type=int)
    collect_seldom()
    uvloop.run(main(parser.parse_args()))
