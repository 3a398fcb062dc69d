"""Servers and bots as processes, and what is asked of them."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

WAYS = Path(__file__).parent / "ways"
PEERS_PYTHON = os.environ.get("PEERS_PYTHON", "")
"""An interpreter with aiogram, and python-telegram-bot with its rate limiter: they are
installed apart, because the bot itself needs nothing of them. Empty: no peers."""
BOT_PYTHON = os.environ.get("BOT_PYTHON", sys.executable)
"""An interpreter with what the bot needs and nothing else: what stands beside it is found and imported by libraries."""
_TICK = os.sysconf("SC_CLK_TCK")


def ours(way: str) -> list[str]:
    return [sys.executable, "-m", f"benchmarks.ways.{way}"]


def peer(way: str) -> list[str]:
    return [PEERS_PYTHON, str(WAYS / f"{way}.py")]


@asynccontextmanager
async def running(*command: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process, until it ends or the block does."""
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@asynccontextmanager
async def server(module: str, *arguments: str) -> AsyncIterator[str]:
    """A server of the benchmarks; its address, once it is there."""
    port = free_port()
    async with running(sys.executable, "-m", module, str(port), *arguments) as process:
        assert process.stdout is not None
        await process.stdout.readline()
        await asyncio.sleep(0.3)
        yield f"http://127.0.0.1:{port}"


async def fetch(url: str, data: bytes | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(await asyncio.to_thread(_read, url, data))
    return found


async def done(bot: asyncio.subprocess.Process) -> list[float] | None:
    """The figures that the bot prints after DONE; None when it ends without."""
    assert bot.stdout is not None
    async for line in bot.stdout:
        if line.startswith(b"DONE"):
            return [float(figure) for figure in line.split()[1:]]
    return None


def cpu(pid: int) -> float:
    """Seconds of user and system time so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _read(url: str, data: bytes | None = None) -> bytes:
    with urlopen(url, data, timeout=60) as answer:
        return bytes(answer.read())
