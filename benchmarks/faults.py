"""A broadcast while everything goes wrong: `python -m benchmarks faults`.

5 % blocked, 1 % not found, 2 % of calls get a 500, 1 % are cut before and 1 % after acceptance; an outage of
10 s; one 429 that silences the bot for 20 s.
"""

from __future__ import annotations

import asyncio

from benchmarks.broadcast import Ran, run, ways
from benchmarks.table import Row

LONGEST = 100.0


async def measure(quick: bool) -> list[Row]:
    chats = 200 if quick else 1_000
    names = [name for name in ways() if name != "PTB"]
    ran = await asyncio.gather(*(run(ways()[name], "mild", chats, faults="all", longest=LONGEST) for name in names))
    found = dict(zip(names, ran, strict=True))
    mine = found.pop("campanile")
    lost, twice, cuts, silence = _figures(mine)
    return [
        Row(
            "faults: reachable lost, twice, sent while silenced",
            f"0, at most the cuts after acceptance ({cuts}), 0",
            f"{lost}, {twice}, {silence}",
            mine.over and not lost and twice <= cuts and not silence,
            {name: _said(each) for name, each in found.items()},
        )
    ]


def _figures(ran: Ran) -> tuple[int, int, int, int]:
    report = ran.report
    lost = report["reachable"] - report["reached"] if ran.over else report["given_up"]
    return lost, report["twice"], report["cuts_after"], report["in_silence"]


def _said(ran: Ran) -> str:
    lost, twice, _, silence = _figures(ran)
    over = "" if ran.over else f" ({ran.report['reached']} reached in {LONGEST:.0f} s)"
    return f"{lost}, {twice}, {silence}{over}"
