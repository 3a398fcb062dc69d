"""This project's sender, pace, transport and order of updates, on a SQLite file (third argument)."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvloop
from sqlalchemy import insert
from telegram import Update
from telegram.ext import Application, CommandHandler

from bot.updates import ChatOrder, PatientBot
from delivery.pace import Pace
from delivery.sender import Sender
from delivery.transport import AiohttpRequest
from sandbox.telegram import TOKEN
from storage import outbox, schema
from storage.database import Database
from storage.models import Resident, Subscription


def now() -> datetime:
    return datetime.now(UTC)


async def fill(database: Database, chats: int) -> None:
    await schema.upgrade(database)
    since = now() - timedelta(days=1)
    people = [
        {"chat_id": n, "language": "it", "reachable": True, "first_seen": since} for n in range(1, chats + 1)
    ]
    follow = [{"chat_id": n, "town": "x", "leads": "", "created_at": since} for n in range(1, chats + 1)]
    async with database.begin() as session:
        await session.execute(insert(Resident), people)
        await session.execute(insert(Subscription), follow)


async def broadcast(database: Database, sender: Sender) -> None:
    started = time.process_time()
    message = outbox.Message("bench", "bench", 1, "it", "sendMessage", {"text": "hello"})
    async with database.begin() as session:
        await outbox.fan_out(session, await outbox.add(session, message, now()), not_before=now())
    await sender.idle()
    print("DONE", time.process_time() - started, flush=True)


async def main(url: str, chats: int, file: Path, known: bool) -> None:
    database = Database(f"sqlite+aiosqlite:///{file}")
    if not known:
        await fill(database, chats)
    pace = Pace(now)
    bot = PatientBot(
        TOKEN,
        base_url=f"{url}/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(),
        rate_limiter=pace,
    )
    sender = Sender(bot, pace, database, now)
    application = Application.builder().bot(bot).concurrent_updates(ChatOrder()).job_queue(None).build()
    tasks = set()

    async def start(_: Update, __: Any) -> None:
        tasks.add(asyncio.create_task(broadcast(database, sender)))

    async def ping(update: Update, _: Any) -> None:
        assert update.message is not None
        await update.message.reply_text("pong")

    application.add_handler(CommandHandler("broadcast", start))
    application.add_handler(CommandHandler("ping", ping))
    await application.initialize()
    await application.start()
    assert application.updater is not None
    await application.updater.start_polling(timeout=10)
    await sender.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    given = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(tempfile.mkdtemp()) / "bench.db"
    uvloop.run(main(sys.argv[1], int(sys.argv[2]), given, given.exists()))
