"""SIGKILL at random points of a broadcast, restarted each time: `python -m benchmarks.kills [--quick]`."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.delivery import LATENCY, answering, fetch, free_port, say, spawn
from benchmarks.server import STRANGERS


async def measure(chats: int, kills: int, seed: int = 1) -> dict[str, Any]:
    random, port = Random(seed), free_port()
    url, file = f"http://127.0.0.1:{port}", Path(tempfile.mkdtemp()) / "bench.db"
    server = await spawn(
        sys.executable, "-m", "benchmarks.server", str(port), str(chats), str(LATENCY), "strict"
    )
    bot = await _start(url, chats, file)
    await answering(url)
    await say(url, STRANGERS, "/broadcast")
    at, doubled = [], []
    try:
        for _ in range(kills):
            await asyncio.sleep(random.uniform(1.5, 4.0))
            before = await fetch(f"{url}/report")
            bot.kill()
            await bot.wait()
            at.append(before["reached"])
            bot = await _start(url, chats, file)
            doubled.append(before["twice"])
        report = await _finished(url, chats)
    finally:
        for process in (bot, server):
            process.kill()
            await process.wait()
    doubled.append(report["twice"])
    worst = max(later - earlier for earlier, later in pairwise(doubled))
    inside = sum(0 < reached < chats for reached in at)
    return {
        "chats": chats,
        "kills": kills,
        "inside the broadcast": inside,
        "lost": chats - report["reached"],
        "twice": report["twice"],
        "twice at worst after one kill": worst,
        "429s": report["floods"],
    }


async def _start(url: str, chats: int, file: Path) -> asyncio.subprocess.Process:
    return await spawn(sys.executable, "-m", "benchmarks.ways.campanile", url, str(chats), str(file))


async def _finished(url: str, chats: int) -> dict[str, Any]:
    """The report once everybody is reached, or once nothing has arrived for ten seconds."""
    report, quiet = await fetch(f"{url}/report"), 0
    while report["reached"] < chats and quiet < 10:
        await asyncio.sleep(1)
        earlier, report = report, await fetch(f"{url}/report")
        quiet = quiet + 1 if report["sent"] == earlier["sent"] else 0
    await asyncio.sleep(2)
    return await fetch(f"{url}/report")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="5 kills and 200 recipients, not 20 and 1,000")
    quick = parser.parse_args().quick
    for name, value in asyncio.run(measure(200 if quick else 1000, 5 if quick else 20)).items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
