"""A broadcast under Telegram's limits while others ask: `python -m benchmarks.delivery [--quick]`.

The peers run in the interpreter that PEERS_PYTHON names (aiogram, and python-telegram-bot with its rate
limiter): aiogram asks for an older pydantic than this project and cannot share its environment.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from benchmarks.server import STRANGERS, quantile

WAYS = Path(__file__).parent / "ways"
LATENCY = 0.05
LIMIT = 30
LONGEST = 900.0


@dataclass(frozen=True)
class Way:
    name: str
    command: tuple[str, ...]
    options: tuple[str, ...] = ()


def ways() -> list[Way]:
    ours = Way("campanile", (sys.executable, "-m", "benchmarks.ways.campanile"))
    peers = os.environ.get("PEERS_PYTHON")
    if peers is None:
        print("PEERS_PYTHON is not set: without the peers beside it.", file=sys.stderr)
        return [ours]
    ptb, aiogram = (peers, str(WAYS / "ptb.py")), (peers, str(WAYS / "aiogram_loop.py"))
    return [
        ours,
        Way("PTB AIORateLimiter + gather", ptb, ("limiter",)),
        Way("PTB loop + sleep 0.05", ptb, ("sleep",)),
        Way("aiogram's example loop", aiogram),
    ]


async def run(way: Way, flood: str, chats: int) -> dict[str, Any]:
    """One server, one bot, one broadcast; a new stranger asks every two seconds."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    server = await spawn(
        sys.executable, "-m", "benchmarks.server", str(port), str(chats), str(LATENCY), flood
    )
    bot = await spawn(*way.command, url, str(chats), *way.options)
    try:
        await answering(url)
        await say(url, STRANGERS, "/broadcast")
        done = asyncio.create_task(_done(bot))
        stranger = STRANGERS
        while not done.done() and stranger < STRANGERS + LONGEST / 2:
            stranger += 1
            await say(url, stranger, "/ping")
            await asyncio.wait([done], timeout=2)
        await asyncio.sleep(1)
        report = await fetch(f"{url}/report")
        return _row(way.name, flood, chats, report, done.result() if done.done() else None)
    finally:
        for process in (bot, server):
            process.kill()
            await process.wait()


def _row(name: str, flood: str, chats: int, report: dict[str, Any], cpu: float | None) -> dict[str, Any]:
    answers = report["answers"]
    return {
        "way": name,
        "limits": flood,
        "of limit": f"{100 * report['rate'] / LIMIT:.0f} %",
        "429s": report["floods"],
        "lost": chats - report["reached"],
        "twice": report["twice"],
        "answered": f"{len(answers)}/{report['asked']}",
        "answer p50": f"{1000 * quantile(answers, 0.5):.0f} ms",
        "p95": f"{1000 * quantile(answers, 0.95):.0f} ms",
        "CPU": f"{1000 * cpu / chats:.1f} ms/msg" if cpu is not None else "unfinished",
    }


async def spawn(*command: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )


async def _done(bot: asyncio.subprocess.Process) -> float | None:
    assert bot.stdout is not None
    async for line in bot.stdout:
        if line.startswith(b"DONE"):
            return float(line.split()[1])
    return None


async def answering(url: str) -> None:
    """Wait until the bot is up: it answers a first stranger, who is not counted."""
    for _ in range(300):
        try:
            await say(url, STRANGERS, "/ping")
            break
        except OSError:
            await asyncio.sleep(0.1)
    for _ in range(300):
        if (await fetch(f"{url}/report"))["ready"]:
            return
        await asyncio.sleep(0.1)
    raise RuntimeError("the bot does not answer")


async def say(url: str, chat: int, text: str) -> None:
    await asyncio.to_thread(_read, f"{url}/say?{urlencode({'chat': chat, 'text': text})}", b"")


async def fetch(url: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(await asyncio.to_thread(_read, url))
    return found


def _read(url: str, data: bytes | None = None) -> bytes:
    with urlopen(url, data, timeout=60) as answer:
        return bytes(answer.read())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def measure(chats: int) -> list[dict[str, Any]]:
    """All ways side by side, a few per cent of a core each."""
    rows: list[dict[str, Any]] = []
    for flood in ("mild", "strict"):
        rows += await asyncio.gather(*(run(way, flood, chats) for way in ways()))
    return rows


def table(rows: list[dict[str, Any]]) -> str:
    names = list(rows[0])
    lines = [names, *([str(row[name]) for name in names] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(names))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="200 recipients instead of 2,000")
    print(table(asyncio.run(measure(200 if parser.parse_args().quick else 2000))))


if __name__ == "__main__":
    main()
