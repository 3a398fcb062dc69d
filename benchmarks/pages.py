"""The public page and its feeds with a thousand occurrences: `python -m benchmarks pages`.

First our own time for a request, without a network: as it is kept, and as it is made anew after a change. Then two
hundred requests a second over HTTP while the same process sends a broadcast, with a Telegram that is 50 ms away.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import aiohttp
from starlette.types import ASGIApp, Message

from benchmarks.occurrences import Measured
from benchmarks.people import Shifted
from benchmarks.processes import cpu, done, fetch, ours, running, server
from benchmarks.server import quantile
from benchmarks.table import Row, ms, percent
from benchmarks.updates import WORKDAY
from benchmarks.ways import site

PATHS = ("/en/", "/en/weller-7", "/en/e/7", "/en/questions/meeting", "/all.ics", "/feed.xml", "/events.json")
A_SECOND = 200
LATENCY = 0.05
_OWN, _SHARE = 0.020, 0.90
_LIMIT = 30


@dataclass(frozen=True)
class Ran:
    """Seconds of each request, sorted; how many were refused; the broadcast's share of 30 a second, and of a core."""

    times: list[float]
    failed: int
    share: float
    cpu: float
    over: bool


async def measure(quick: bool) -> list[Row]:
    rows = []
    async with opened() as (app, clock):
        for path in PATHS:
            anew, kept = Measured(), Measured()
            for _ in range(5 if quick else 30):
                clock.pass_by(3600)  # after an hour nothing is kept
                await anew.add(partial(_ask, app, path))
            for _ in range(200 if quick else 2000):
                await kept.add(partial(_ask, app, path))
            rows += [kept.row(path, _OWN), anew.row(f"{path} made anew", _OWN)]
    ran = await meanwhile(150 if quick else 1500)
    p95, most = quantile(ran.times, 0.95), ran.times[-1]
    return [
        *rows,
        Row(
            f"{A_SECOND} a second while it broadcasts: p95, longest, refused",
            f"at most {ms(_OWN)}, -, 0",
            f"{ms(p95)}, {ms(most)}, {ran.failed}",
            p95 <= _OWN and not ran.failed,
        ),
        Row(
            "... and the broadcast's share of 30/s",
            f"at least {percent(_SHARE)}",
            f"{percent(ran.share)}; {percent(ran.cpu)} of a core",
            ran.over and round(ran.share, 2) >= _SHARE,
        ),
    ]


# --- our own time ---


@asynccontextmanager
async def opened() -> AsyncIterator[tuple[ASGIApp, Shifted]]:
    """The site of a bot with a thousand occurrences, and its clock."""
    with tempfile.TemporaryDirectory() as name:
        clock = Shifted(WORKDAY)
        at_work = site.bot(Path(name), clock)
        await at_work.open()
        await at_work.loader.fill(await at_work.loader.read())
        assert at_work.site is not None
        yield at_work.site, clock
        await at_work.stop()


async def _ask(app: ASGIApp, path: str) -> None:
    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b""}
    scope |= {"headers": [(b"host", b"example.org")], "scheme": "http", "server": ("example.org", 80)}

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        assert message.get("status", 200) == 200, path

    await app(scope, receive, send)


# --- while it broadcasts ---


async def meanwhile(chats: int) -> Ran:
    async with server("benchmarks.light", str(LATENCY)) as api, running(*ours("site"), api, str(chats)) as bot:
        assert bot.stdout is not None
        assert bot.stdin is not None
        port = int((await bot.stdout.readline()).split()[1])
        await fetch(f"{api}/load?updates=0&chats=1")  # forget what was sent at the start
        for path in PATHS:  # made once, before anybody is in a hurry
            await asyncio.to_thread(urlopen, f"http://127.0.0.1:{port}{path}")
        bot.stdin.write(b"go\n")
        began, before = time.perf_counter(), cpu(bot.pid)
        ended = asyncio.create_task(done(bot))
        times, failed = await _requests(port, ended)
        busy = (cpu(bot.pid) - before) / (time.perf_counter() - began)
        report = await fetch(f"{api}/report")
    rate = (report["taken"] - 1) / report["span"]
    return Ran(sorted(times), failed, rate / _LIMIT, busy, report["chats"] >= chats)


async def _requests(port: int, ended: asyncio.Task[Any]) -> tuple[list[float], int]:
    """Ask so many times a second, whether the last was answered or not, until the broadcast has ended."""
    times: list[float] = []
    refused = 0
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}", connector=aiohttp.TCPConnector(limit=0)) as session:

        async def ask(path: str) -> None:
            nonlocal refused
            began = time.perf_counter()
            async with session.get(path) as answer:
                await answer.read()
                refused += answer.status != 200
            times.append(time.perf_counter() - began)

        asked: set[asyncio.Task[None]] = set()
        began, number = time.perf_counter(), 0
        while not ended.done():
            asked.add(asyncio.create_task(ask(PATHS[number % len(PATHS)])))
            number += 1
            await asyncio.sleep(max(0.0, began + number / A_SECOND - time.perf_counter()))
        await asyncio.gather(*asked)
    return times, refused
