"""CPU a message through python-telegram-bot's objects, 64 in flight: `python -m benchmarks transport`."""

from __future__ import annotations

import statistics

from benchmarks.processes import PEERS_PYTHON, done, ours, peer, running, server
from benchmarks.table import Row

_WANTED, _OF_AIOGRAM, _OF_DEFAULT = 230e-6, 1.1, 9


async def measure(quick: bool) -> list[Row]:
    """The ways take turns, so that a machine that slows down slows all of them down."""
    ways = {each: [*ours("send_ptb"), each] for each in ("campanile", "sender")}
    ways["PTB"] = [*ours("send_ptb"), "default"]
    if PEERS_PYTHON:
        ways["aiogram"] = peer("send_aiogram")
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(1 if quick else 5):
        for name, command in ways.items():
            found[name].append(await _once(command, 500 if name == "PTB" else 4000))
    spent = {name: statistics.median(values) for name, values in found.items()}
    return [_row(spent)]


async def _once(command: list[str], count: int) -> float:
    program, rest = command[:3], command[3:]
    if program[1] != "-m":
        program, rest = command[:2], command[2:]
    async with server("benchmarks.light", "0") as url, running(*program, url, str(count), *rest) as bot:
        figures = await done(bot)
    if figures is None:
        raise RuntimeError(f"{command} came to no end")
    return figures[0] / count


def _row(spent: dict[str, float]) -> Row:
    mine, sender = spent.pop("campanile"), spent.pop("sender")
    peers = {name: f"{each * 1e6:.0f} µs ({each / mine:.1f} x)" for name, each in spent.items()}
    ratios = spent["PTB"] >= _OF_DEFAULT * mine and mine <= _OF_AIOGRAM * spent.get("aiogram", mine)
    return Row(
        "CPU a message through PTB's objects",
        "230 µs, 1.1 x aiogram, a ninth of PTB's default",
        f"{mine * 1e6:.0f} µs; {sender * 1e6:.0f} as the sender sends",
        ratios and mine <= _WANTED,
        peers,
    )
