"""SIGKILL at random points of a broadcast, restarted each time: `python -m benchmarks kills`."""

from __future__ import annotations

import asyncio
import tempfile
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.broadcast import LATENCY, answering, say
from benchmarks.processes import fetch, ours, running, server
from benchmarks.server import STRANGERS
from benchmarks.table import Row

_IN_FLIGHT = 3


async def measure(quick: bool) -> list[Row]:
    chats, kills = (200, 4) if quick else (1_000, 10)
    report, worst = await _killed(chats, kills)
    lost = chats - report["reached"]
    return [
        Row(
            "SIGKILL again and again in a broadcast: lost, twice, most after one, 429s",
            f"0, -, at most {_IN_FLIGHT}, 0",
            f"{lost}, {report['twice']}, {worst}, {report['floods']}",
            not lost and worst <= _IN_FLIGHT and not report["floods"],
        )
    ]


async def _killed(chats: int, kills: int, seed: int = 1) -> tuple[dict[str, Any], int]:
    """The last report, and the most messages that one kill doubled."""
    random, doubled = Random(seed), [0]
    with tempfile.TemporaryDirectory() as folder:
        async with server("benchmarks.server", str(chats), str(LATENCY), "strict", "") as url:
            command = [*ours("campanile"), url, str(chats), "--file", str(Path(folder) / "bench.db")]
            for kill in range(kills):
                async with running(*command):
                    if not kill:
                        await answering(url)
                        await say(url, STRANGERS, "/broadcast")
                    await asyncio.sleep(random.uniform(2.5, 4.0))
                doubled.append((await fetch(f"{url}/report"))["twice"])
            async with running(*command):
                report = await _finished(url, chats)
    doubled.append(report["twice"])
    return report, max(later - earlier for earlier, later in pairwise(doubled))


async def _finished(url: str, chats: int) -> dict[str, Any]:
    """The report once everybody is reached, or once nothing has arrived for ten seconds."""
    report, quiet = await fetch(f"{url}/report"), 0
    while report["reached"] < chats and quiet < 10:
        await asyncio.sleep(1)
        earlier, report = report, await fetch(f"{url}/report")
        quiet = quiet + 1 if report["sent"] == earlier["sent"] else 0
    await asyncio.sleep(2)
    return await fetch(f"{url}/report")
