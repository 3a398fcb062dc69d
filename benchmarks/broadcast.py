"""A broadcast under Telegram's limits while others ask: `python -m benchmarks mild strict`.

All ways at the same time, each with a server of its own; a new stranger asks every two seconds. What is not
over after 65 seconds, in which 23 a second reach 1,500, is judged by what it has reached until then.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from benchmarks.processes import PEERS_PYTHON, done, fetch, ours, peer, running, server
from benchmarks.server import STRANGERS, quantile
from benchmarks.table import Row, ms, percent

LATENCY = 0.05
LIMIT = 30
LONGEST = 65.0
_SHARE, _SLOWER, _SLOWEST = 0.90, 1.25, 0.080
_ASKED_BEFORE = 30
_ASK_EVERY = 2.0


@dataclass(frozen=True)
class Ran:
    """What one way made of it; times in seconds, `given_up` are those it tried and left."""

    chats: int
    over: bool
    report: Mapping[str, Any]
    idle: list[float]
    answers: list[float]
    waiting: int

    @property
    def p95(self) -> float:
        """Infinite when more than one in twenty got no answer."""
        return quantile(sorted([*self.answers, *[math.inf] * self.waiting]), 0.95)

    @property
    def share(self) -> float:
        return float(self.report["rate"]) / LIMIT

    @property
    def lost(self) -> int:
        return self.chats - int(self.report["reached"]) if self.over else int(self.report["given_up"])


def ways() -> dict[str, list[str]]:
    found = {"campanile": [*ours("campanile"), "{url}", "{chats}"]}
    if PEERS_PYTHON:
        found |= {
            "aiogram": [*peer("aiogram_loop"), "{url}", "{chats}"],
            "PTB": [*peer("ptb"), "{url}", "{chats}", "sleep"],
            "PTB + AIORateLimiter": [*peer("ptb"), "{url}", "{chats}", "limiter"],
        }
    return found


async def run(command: list[str], flood: str, chats: int, faults: str = "", longest: float = LONGEST) -> Ran:
    async with server("benchmarks.server", str(chats), str(LATENCY), flood, faults) as url:
        words = (part.format(url=url, chats=chats) for part in command)
        async with running(*words) as bot:
            await answering(url)
            for number in range(_ASKED_BEFORE):
                await say(url, STRANGERS + 1 + number, "/ping")
                await asyncio.sleep(0.1)
            await asyncio.sleep(1)
            idle = (await fetch(f"{url}/report"))["answers"]
            await say(url, STRANGERS, "/broadcast")
            over = await _meanwhile(url, bot, longest)
            await asyncio.sleep(1)
            report = await fetch(f"{url}/report")
    answers = _without(report["answers"], idle)
    waiting = report["asked"] - len(report["answers"])
    return Ran(chats, over, report, idle, answers, waiting)


async def _meanwhile(url: str, bot: asyncio.subprocess.Process, longest: float) -> bool:
    """Others ask until the broadcast is over; whether it is."""
    ended = asyncio.create_task(done(bot))
    for number in range(int(longest / _ASK_EVERY)):
        await say(url, STRANGERS + 1 + _ASKED_BEFORE + number, "/ping")
        await asyncio.wait([ended], timeout=_ASK_EVERY)
        if ended.done():
            return ended.result() is not None
    ended.cancel()
    return False


def _without(every: list[float], some: list[float]) -> list[float]:
    left = list(every)
    for one in some:
        left.remove(one)
    return left


async def answering(url: str) -> None:
    """Wait until the bot is up: it answers a first stranger, who is not counted."""
    await say(url, STRANGERS, "/ping")
    for _ in range(300):
        if (await fetch(f"{url}/report"))["ready"]:
            return
        await asyncio.sleep(0.1)
    raise RuntimeError("the bot does not answer")


async def say(url: str, chat: int, text: str) -> None:
    await fetch(f"{url}/say?{urlencode({'chat': chat, 'text': text})}", b"")


async def mild(quick: bool) -> list[Row]:
    return await _measure("mild", 200 if quick else 1_500)


async def strict(quick: bool) -> list[Row]:
    return await _measure("strict", 200 if quick else 1_500)


async def _measure(flood: str, chats: int) -> list[Row]:
    ran = await asyncio.gather(*(run(command, flood, chats) for command in ways().values()))
    return _rows(flood, chats, dict(zip(ways(), ran, strict=True)))


def _rows(flood: str, chats: int, ran: dict[str, Ran]) -> list[Row]:
    mine = ran.pop("campanile")
    report, idle = mine.report, quantile(sorted(mine.idle), 0.95)
    losses = report["floods"], mine.lost, report["twice"]
    wanted = f"at most {_SLOWER} x idle ({ms(idle)}), under {ms(_SLOWEST)}"
    quick_enough = mine.p95 <= _SLOWER * idle and mine.p95 < _SLOWEST
    return [
        Row(
            f"{flood}: share of 30/s",
            f"at least {percent(_SHARE)}",
            percent(mine.share),
            round(mine.share, 2) >= _SHARE,
            {name: percent(each.share) for name, each in ran.items()},
        ),
        Row(
            f"{flood}: 429s, lost, twice",
            "0, 0, 0",
            "{}, {}, {}".format(*losses),
            mine.over and not any(losses),
            {
                name: f"{each.report['floods']}, {each.lost}, {each.report['twice']}{_unfinished(each)}"
                for name, each in ran.items()
            },
        ),
        Row(
            f"{flood}: answer meanwhile, p95",
            wanted,
            ms(mine.p95),
            quick_enough,
            {name: _time(each.p95) for name, each in ran.items()},
        ),
    ]


def _unfinished(ran: Ran) -> str:
    return "" if ran.over else f" ({ran.report['reached']} reached in {LONGEST:.0f} s)"


def _time(seconds: float) -> str:
    if seconds == math.inf:
        return "no answer"
    return ms(seconds) if seconds < 1 else f"{seconds:.0f} s"
