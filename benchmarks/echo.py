"""Updates handled a second, each with one answer: `python -m benchmarks echo`."""

from __future__ import annotations

import asyncio
import statistics
from dataclasses import dataclass
from typing import Any

from benchmarks.processes import PEERS_PYTHON, cpu, fetch, ours, peer, running, server
from benchmarks.table import Row

CHATS = 250
_OF_AIOGRAM, _OF_DEFAULT = 1.4, 5.0


@dataclass(frozen=True)
class Handled:
    rate: float
    cpu: float
    in_order: bool


async def measure(quick: bool) -> list[Row]:
    ways = {"campanile": ours("campanile")}
    if PEERS_PYTHON:
        ways |= {"aiogram": peer("aiogram_loop"), "PTB": peer("ptb")}
    found: dict[str, list[Handled]] = {name: [] for name in ways}
    for _ in range(1 if quick else 3):
        for name, command in ways.items():
            found[name].append(await _once(name, command, 1000 if name == "PTB" else 4000))
    mine = found.pop("campanile")
    return [_rate(mine, found), _order(mine, found)]


async def _once(name: str, command: list[str], count: int) -> Handled:
    way = {"PTB": ["sleep"], "campanile": ["--unpaced"]}.get(name, [])
    async with server("benchmarks.light", "0") as url, running(*command, url, "1", *way) as bot:
        await _answer(url, 4)  # it is up and warm
        before = cpu(bot.pid)
        report = await _answer(url, count)
        return Handled(count / report["span"], (cpu(bot.pid) - before) / count, report["in_order"])


async def _answer(url: str, count: int) -> dict[str, Any]:
    """Let the bot answer so many updates that come at once."""
    await fetch(f"{url}/load?updates={count}&chats={CHATS}")
    async with asyncio.timeout(60):
        while (report := await fetch(f"{url}/report"))["taken"] < count:  # noqa: ASYNC110
            await asyncio.sleep(0.2)
    return report


def _rate(mine: list[Handled], peers: dict[str, list[Handled]]) -> Row:
    rate = statistics.median(each.rate for each in mine)
    rates = {name: statistics.median(each.rate for each in found) for name, found in peers.items()}
    wanted = {"aiogram": _OF_AIOGRAM, "PTB": _OF_DEFAULT}
    spent = statistics.median(each.cpu for each in mine)
    return Row(
        "updates handled a second",
        "1.4 x aiogram polling, 5 x PTB's default",
        f"{rate:.0f} ({spent * 1e6:.0f} µs)",
        all(rate >= wanted[name] * theirs for name, theirs in rates.items()),
        {name: f"{theirs:.0f} ({rate / theirs:.1f} x less)" for name, theirs in rates.items()},
    )


def _order(mine: list[Handled], peers: dict[str, list[Handled]]) -> Row:
    def said(found: list[Handled]) -> str:
        return "in order" if all(each.in_order for each in found) else "mixed up"

    beside = {name: said(found) for name, found in peers.items()}
    return Row("updates of one chat", "in order", said(mine), said(mine) == "in order", beside)
