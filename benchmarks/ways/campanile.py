"""This project's sender, pace, transport and order of updates, on a SQLite file."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvloop
from sqlalchemy import insert
from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes, ExtBot

from bot.service import collect_seldom
from bot.updates.intake import Intake
from bot.updates.polling import Poller
from delivery.outage import Outage
from delivery.rate_limiter import RateLimiter
from delivery.sender import Sender
from delivery.transport import AiohttpRequest
from domain.delivery import MessageKind
from handlers.context import Context
from messages.message import Message
from sandbox.api.telegram import TOKEN
from storage import handled_updates, schema
from storage.announcements import reports
from storage.database import Database
from storage.models import Resident, Subscription
from storage.outbox import queue


def now() -> datetime:
    return datetime.now(UTC)


async def fill(database: Database, chats: int) -> None:
    await schema.upgrade(database)
    since = now() - timedelta(days=1)
    people = [{"chat_id": n, "language": "it", "reachable": True, "first_seen": since} for n in range(1, chats + 1)]
    follow = [{"chat_id": n, "feed": "bench/x", "leads": "", "created_at": since} for n in range(1, chats + 1)]
    async with database.begin() as session:
        await session.execute(insert(Resident), people)
        await session.execute(insert(Subscription), follow)


async def finished(database: Database) -> bool:
    async with database.read() as session:
        return await reports.finished(session, MessageKind.ANNOUNCEMENT, 1)


async def broadcast(database: Database, sender: Sender) -> None:
    started, began = time.process_time(), time.perf_counter()
    message = queue.OutboxMessage("bench", MessageKind.ANNOUNCEMENT, 1, "it", "sendMessage", {"text": "hello"})
    async with database.begin() as session:
        await queue.fan_out(session, await queue.add(session, message, now()), not_before=now())
    while not await finished(database):
        await sender.idle()
        await asyncio.sleep(0.1)  # what is to be tried again waits for its moment
    print("DONE", time.process_time() - started, time.perf_counter() - began, flush=True)


async def main(given: argparse.Namespace) -> None:
    file = Path(given.file) if given.file else Path(tempfile.mkdtemp()) / "bench.db"
    known = file.exists()
    database = Database(f"sqlite+aiosqlite:///{file}", "bench")
    if not known:
        await fill(database, given.chats)
    pace = RateLimiter(now, paid=given.paid)
    bot: ExtBot[Any] = ExtBot(
        TOKEN,
        base_url=f"{given.url}/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(),
        rate_limiter=None if given.unpaced else pace,
    )
    sender = Sender(bot, pace, database, now)
    types = ContextTypes(context=Context)
    builder = Application.builder().bot(bot).context_types(types)
    application = builder.job_queue(None).updater(None).build()
    tasks = set()

    async def start(_: Update, __: Any) -> None:
        tasks.add(asyncio.create_task(broadcast(database, sender)))

    async def ping(update: Update, context: Context) -> None:
        assert update.message is not None
        await context.reply(update, Message((update.message.text or "").replace("/ping", "pong")))

    application.add_handler(CommandHandler("broadcast", start))
    application.add_handler(CommandHandler("ping", ping))
    await application.initialize()

    async def write(numbers: list[int]) -> None:
        async with database.begin() as session:
            await handled_updates.keep(session, numbers)

    poller = Poller(bot, [Update.MESSAGE], Intake(application.process_update, write), Outage(now))
    await sender.start()
    await poller.listen()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("chats", type=int)
    parser.add_argument("--file", help="of the database; one that exists is taken up")
    parser.add_argument("--paid", type=int, default=0, help="rate of broadcasts that are paid for")
    parser.add_argument("--unpaced", action="store_true", help="without any limit, for what is not about limits")
    return parser.parse_args()


if __name__ == "__main__":
    collect_seldom()
    uvloop.run(main(arguments()))
