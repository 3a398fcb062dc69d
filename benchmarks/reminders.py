"""A hundred thousand reminders due at once: `python -m benchmarks reminders`.

The house is the real one, on SQLite, and on the PostgreSQL of BENCH_POSTGRES_URL where that answers.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import insert, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from benchmarks.processes import fetch, server
from benchmarks.table import Row, ms
from bot.app import App
from bot.settings import Settings
from delivery.rate_limiter import RateLimiter
from storage.database import Database
from storage.models import Resident, Subscription

SERVER = os.environ.get("BENCH_POSTGRES_URL", "postgresql+asyncpg://postgres@127.0.0.1:5432/postgres")
DUE = datetime(2027, 10, 15, 16, tzinfo=UTC)  # six in the evening in Italy, the day before the first meeting
_WEEK_BEFORE = DUE - timedelta(days=6)
_LONG_AGO = DUE - timedelta(days=300)
_FILL = {"SQLite": 0.3, "PostgreSQL": 1.0}
_STALL, _FIRST = 0.020, 0.200


@dataclass(frozen=True)
class Ran:
    """Seconds: until the outbox was full, the longest the event loop stood still, until the first message.

    `idle`: how long it stood still before, with nothing to do, because the machine had other work.
    """

    fill: float
    idle: float
    stall: float
    first: float


async def measure(quick: bool) -> list[Row]:
    people = 10_000 if quick else 100_000
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        rows += _rows("SQLite", people, await _run(f"sqlite+aiosqlite:///{folder}/bench.db", people))
    try:
        async with postgres() as url:
            rows += _rows("PostgreSQL", people, await _run(url, people))
    except (OSError, SQLAlchemyError):
        rows.append(Row("reminders on PostgreSQL", "", "no server answers", None))
    return rows


async def _run(url: str, people: int) -> Ran:
    async with server("benchmarks.light", "0.05") as api:
        moment = [DUE - timedelta(days=30)]
        settings = Settings(
            telegram_bot_token="123456789:SANDBOX-token",
            telegram_api_url=api,
            database_url=url,
            programme_year=2027,
        )
        house = App(settings, lambda: moment[0], pace=RateLimiter(lambda: moment[0], quiet=0))
        await house.open()
        await _settle_in(house.database, people)
        await house.application.initialize()
        await house.sender.start()
        reminders = next(job for job in house.clock.jobs if job.name == "reminders")
        await reminders.run(_WEEK_BEFORE)  # nobody asked for this one: it loads what is loaded once
        moment[0] = DUE
        gc.collect()
        gc.freeze()  # as `bot` does with what it imports: here it would look at the benchmark's as well
        watching = asyncio.create_task(_longest_stall())
        await asyncio.sleep(1)
        idle = max(_stalls, default=0.0)
        _stalls.clear()
        began = time.perf_counter()
        await reminders.run(DUE)
        filled = time.perf_counter()
        await asyncio.sleep(1)
        watching.cancel()
        first = (await fetch(f"{api}/report"))["first"]
        await house.stop()
    return Ran(filled - began, idle, max(_stalls, default=0.0), first - filled)


_stalls: list[float] = []


async def _longest_stall() -> None:
    _stalls.clear()
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        _stalls.append(time.perf_counter() - before - 0.001)


async def _settle_in(database: Database, people: int) -> None:
    """Chats in no order, one in ten reads English: all follow the area of the first meeting."""
    chats = random.Random(1).sample(range(10**8, 10**10), people)
    residents = [
        {"chat_id": chat, "language": "it" if n % 10 else "en", "reachable": True, "first_seen": _LONG_AGO}
        for n, chat in enumerate(chats)
    ]
    follow = {"feed": "wecare/perosa-argentina", "leads": "day_before,two_hours", "created_at": _LONG_AGO}
    async with database.begin() as session:
        await session.execute(insert(Resident), residents)
        await session.execute(insert(Subscription), [follow | {"chat_id": chat} for chat in chats])
    await database.tidy()  # as the clock does every minute
    await _analyze(database)


async def _analyze(database: Database) -> None:
    """As PostgreSQL does by itself within a minute."""
    engine = database.engine.execution_options(isolation_level="AUTOCOMMIT")
    if database.dialect == "postgresql":
        async with engine.connect() as connection:
            await connection.execute(text("ANALYZE"))


@asynccontextmanager
async def postgres() -> AsyncIterator[str]:
    name = f"campanile_bench_{uuid4().hex[:12]}"
    await _on_server(f"CREATE DATABASE {name}")
    try:
        yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    finally:
        await _on_server(f"DROP DATABASE {name} WITH (FORCE)")


async def _on_server(statement: str) -> None:
    engine = create_async_engine(SERVER, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()


def _rows(database: str, people: int, ran: Ran) -> list[Row]:
    what = f"{people:,} reminders due at once, {database}"
    return [
        Row(f"{what}: outbox filled", f"{_FILL[database]} s", f"{ran.fill:.2f} s", ran.fill <= _FILL[database]),
        Row(
            f"{what}: loop stall",
            f"under {ms(_STALL)}",
            f"{ms(ran.stall)} (idle before: {ms(ran.idle)})",
            ran.stall < _STALL,
        ),
        Row(f"{what}: then the first message", f"within {ms(_FIRST)}", ms(ran.first), 0 < ran.first <= _FIRST),
    ]
