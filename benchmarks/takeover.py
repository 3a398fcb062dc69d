"""Two processes on one PostgreSQL, the owner ended again and again in a broadcast: `python -m benchmarks takeover`.

It is killed, told to end, frozen, or loses the connection that makes it the owner; a new process then stands by.
"""

from __future__ import annotations

import asyncio
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
from sqlalchemy import insert, make_url
from sqlalchemy.exc import SQLAlchemyError

from benchmarks.broadcast import LATENCY
from benchmarks.processes import fetch, server
from benchmarks.reminders import postgres
from benchmarks.table import Row
from sandbox.api.telegram import TOKEN
from storage import ownership, schema
from storage.database import Database
from storage.models import Resident, Subscription

WITHIN = 10.0
MOST_TWICE = 3
ENDS = ("killed", "told to end", "killed", "cut off", "frozen")
"""How the owner ends, in turn."""
_SIGNALS = {"killed": signal.SIGKILL, "told to end": signal.SIGTERM, "frozen": signal.SIGSTOP}
_LOCKED = (
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


@dataclass
class Stand:
    """The processes, the owner first, and what was seen."""

    url: str
    database: str
    folder: Path
    running: list[tuple[asyncio.subprocess.Process, Path]] = field(default_factory=list)
    logs: list[Path] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    doubled: list[int] = field(default_factory=list)

    async def begin(self) -> None:
        log = self.folder / f"log{len(self.logs)}"
        self.logs.append(log)
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.url,
            "DATABASE_URL": self.database,
            "QUIET_HOURS": "",
        }
        with log.open("wb") as out:
            process = await asyncio.create_subprocess_exec(
                *[sys.executable, "-m", "bot", "run"], env=os.environ | settings, stderr=out, stdout=out
            )
        self.running.append((process, log))

    async def end(self, how: str) -> None:
        """End the owner; note after how long the next one sends, and how many were told twice meanwhile."""
        before = await fetch(f"{self.url}/report")
        process, _ = self.running.pop(0)
        if how == "cut off":
            connection = await asyncpg.connect(make_url(self.database).set(drivername="postgresql").render_as_string())
            await connection.execute(_LOCKED, ownership.LOCK)
            await connection.close()
        else:
            process.send_signal(_SIGNALS[how])
        began = time.monotonic()
        await _says(self.running[0][1], "the other process has gone")
        if how == "cut off":
            await process.wait()  # until it notices it may send, and who stood by does not begin before
        sent = (await fetch(f"{self.url}/report"))["sent"]
        while (report := await fetch(f"{self.url}/report"))["sent"] == sent:
            if time.monotonic() - began > 60:
                raise RuntimeError(self.running[0][1].read_text())
            await asyncio.sleep(0.05)
        self.seconds.append(time.monotonic() - began)
        self.doubled.append(report["twice"] - before["twice"])
        if how == "frozen":
            process.send_signal(signal.SIGCONT)
        await asyncio.wait_for(process.wait(), 30)
        print(f"  {how}: {self.seconds[-1]:.1f} s", file=sys.stderr, flush=True)


async def measure(quick: bool) -> list[Row]:
    chats, ends = (1_000, 5) if quick else (3_000, 10)
    try:
        async with postgres() as database:
            return await _rows(database, chats, ends)
    except (OSError, SQLAlchemyError):
        return [Row("take-over on PostgreSQL", "", "no server answers", None)]


async def _rows(database: str, chats: int, ends: int) -> list[Row]:
    await _fill(database, chats)
    with tempfile.TemporaryDirectory() as folder:
        async with server("benchmarks.server", str(chats), str(LATENCY), "strict", "") as url:
            async with _stand(Stand(url, database, Path(folder))) as stand:
                await stand.begin()
                await _says(stand.logs[-1], "listening as")
                await _announce(stand)
                for number in range(ends):
                    await stand.begin()
                    await _says(stand.logs[-1], "standing by")
                    await asyncio.sleep(2)
                    await stand.end(ENDS[number % len(ENDS)])
                report = await _finished(url, chats)
            met = sum("Conflict" in log.read_text() for log in stand.logs)
    lost, worst = chats - report["reached"], max(stand.doubled)
    return [
        Row(
            "the owner ends again and again, another stands by: seconds until it sends, most (median)",
            f"{WITHIN:.0f}",
            f"{max(stand.seconds):.1f} ({statistics.median(stand.seconds):.1f})",
            max(stand.seconds) <= WITHIN,
        ),
        Row(
            "the same, in a broadcast: lost, twice, most after one, 429s, pollers that met",
            f"0, -, at most {MOST_TWICE}, 0, 0",
            f"{lost}, {report['twice']}, {worst}, {report['floods']}, {met}",
            not lost and worst <= MOST_TWICE and not report["floods"] and not met,
        ),
    ]


@asynccontextmanager
async def _stand(stand: Stand) -> AsyncIterator[Stand]:
    try:
        yield stand
    finally:
        for process, _ in stand.running:
            process.kill()
            await process.wait()


async def _fill(url: str, chats: int) -> None:
    """Let everybody follow the area of the first meeting."""
    database = Database(url, "wecare")
    await schema.upgrade(database)
    since = datetime.now(UTC) - timedelta(days=1)
    people = [{"chat_id": n, "language": "it", "reachable": True, "first_seen": since} for n in range(1, chats + 1)]
    follow = {"feed": "wecare/perosa-argentina", "leads": "", "created_at": since}
    async with database.begin() as session:
        await session.execute(insert(Resident), people)
        await session.execute(insert(Subscription), [follow | {"chat_id": n} for n in range(1, chats + 1)])
    await database.close()


async def _announce(stand: Stand) -> None:
    command = [sys.executable, "-m", "bot", "announce", "--text", "Ciao"]
    process = await asyncio.create_subprocess_exec(*command, env=os.environ | {"DATABASE_URL": stand.database})
    if await process.wait():
        raise RuntimeError("nothing could be announced")
    while not (await fetch(f"{stand.url}/report"))["sent"]:  # noqa: ASYNC110 - a server of its own
        await asyncio.sleep(0.1)


async def _says(log: Path, words: str) -> None:
    await asyncio.to_thread(_wait_for, log, words)


def _wait_for(log: Path, words: str) -> None:
    until = time.monotonic() + 90
    while words not in log.read_text():
        if time.monotonic() > until:
            raise RuntimeError(log.read_text())
        time.sleep(0.05)


async def _finished(url: str, chats: int) -> dict[str, int]:
    """Return the last report: everybody is reached, or nothing has arrived for longer than a claim is kept."""
    report, quiet = await fetch(f"{url}/report"), 0
    while report["reached"] < chats and quiet < 130:
        await asyncio.sleep(1)
        earlier, report = report, await fetch(f"{url}/report")
        quiet = quiet + 1 if report["sent"] == earlier["sent"] else 0
    return report
