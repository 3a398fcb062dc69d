"""A broadcast that is paid for, over HTTP at 50 ms, each result in the database: `python -m benchmarks paid`.

The peers send as fast as 64 in flight let them, and write nothing down.
"""

from __future__ import annotations

import asyncio

from benchmarks.broadcast import LATENCY
from benchmarks.processes import PEERS_PYTHON, done, fetch, ours, peer, running, server
from benchmarks.table import Row, percent

RATE = 1000
_NEARLY = 0.95  # the safe window keeps a little below the rate, as at 30 a second
_OF_A_CORE = 0.6


async def measure(quick: bool) -> list[Row]:
    chats = 3_000 if quick else 20_000
    rate, spent, missing = await _broadcast(chats)
    return [
        Row(
            f"paid {RATE}/s, {chats:,} recipients, written down",
            f"reached, at most {percent(_OF_A_CORE)} of a core",
            f"{rate:.0f}/s, {percent(spent)}, {missing} lost",
            rate >= _NEARLY * RATE and spent <= _OF_A_CORE and not missing,
            await _peers(chats // 10),
        )
    ]


async def _broadcast(chats: int) -> tuple[float, float, int]:
    """Messages a second, share of a core, and how many were not reached."""
    command = ours("campanile")
    async with (
        server("benchmarks.light", str(LATENCY)) as url,
        running(*command, url, str(chats), "--paid", str(RATE)) as bot,
    ):
        await asyncio.sleep(3 + chats / 10_000)  # the database is filled first
        await fetch(f"{url}/start")
        figures = await done(bot)
        report = await fetch(f"{url}/report")
    if figures is None:
        raise RuntimeError("the broadcast came to no end")
    return (report["taken"] - 1) / report["span"], figures[0] / figures[1], chats - report["chats"]


async def _peers(count: int) -> dict[str, str]:
    ways = {"PTB": [*ours("send_ptb"), "{}", str(count), "default"]}
    if PEERS_PYTHON:
        ways["aiogram"] = [*peer("send_aiogram"), "{}", str(count)]
    found = {}
    for name, command in ways.items():
        async with server("benchmarks.light", str(LATENCY)) as url:
            figures = await _figures([part.format(url) for part in command])
        if figures is not None:
            found[name] = f"{count / figures[1]:.0f}/s, {percent(figures[0] / figures[1])}"
    return found


async def _figures(command: list[str]) -> list[float] | None:
    async with running(*command) as bot:
        return await done(bot)
