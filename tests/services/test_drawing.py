"""Drawing leaves no process behind, however the one who asked for it ends."""

from __future__ import annotations

import asyncio
import math
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from services.team.drawing import drawn

ROOT = Path(__file__).parents[2]
ASKS = "import asyncio, time; from services.team.drawing import drawn; asyncio.run(drawn(time.sleep, 300))"
LIKE_THE_BOT = """
import asyncio, signal, time
from services.team.drawing import drawn
async def run():
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    task = asyncio.create_task(drawn(time.sleep, 300))
    await stopped.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
asyncio.run(run())
"""


def _children(pid: int) -> list[int]:
    """What a process has begun, at whatever remove."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found, new = [], [pid]
    while new:
        new = [child for child, parent in pairs if parent in new]
        found += new
    return found


def _drawing(children: list[int]) -> list[int]:
    return [pid for pid in children if b"spawn_main" in _line(pid)]


def _line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def _until(true: object, seconds: float = 30) -> bool:
    assert callable(true)
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if true():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="looks into /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("code", [ASKS, LIKE_THE_BOT])
@pytest.mark.parametrize("after", [0.0, 0.7])
def test_who_draws_ends_with_who_asked(end: signal.Signals, code: str, after: float) -> None:
    bot = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        assert _until(lambda: _drawing(_children(bot.pid)))
        time.sleep(after)  # while it starts, or while it draws
        children = _children(bot.pid)
        os.kill(bot.pid, end)
        bot.wait(10)
        assert _until(lambda: not any(_alive(pid) for pid in children), 30), children
    finally:
        bot.kill()


async def test_a_wait_that_is_given_up_ends_it() -> None:
    task = asyncio.create_task(drawn(time.sleep, 300))
    assert await asyncio.to_thread(_until, lambda: _drawing(_children(os.getpid())))
    children = _drawing(_children(os.getpid()))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(_until, lambda: not any(_alive(pid) for pid in children))


async def test_what_is_drawn_comes_back_and_what_fails_is_raised() -> None:
    assert await drawn(math.sqrt, 4.0) == 2.0
    with pytest.raises(ValueError, match="math domain error"):
        await drawn(math.sqrt, -1.0)
    with pytest.raises(RuntimeError, match="has ended before it was done"):
        await drawn(os._exit, 3)
    assert await asyncio.to_thread(_until, lambda: not _drawing(_children(os.getpid())))


async def test_two_are_drawn_at_a_time_and_the_next_one_when_there_is_room() -> None:
    tasks = [asyncio.create_task(drawn(time.sleep, 300)) for _ in range(3)]
    assert await asyncio.to_thread(_until, lambda: len(_drawing(_children(os.getpid()))) == 2)
    first = set(_drawing(_children(os.getpid())))
    await asyncio.sleep(0.3)
    assert set(_drawing(_children(os.getpid()))) == first
    tasks[0].cancel()
    assert await asyncio.to_thread(_until, lambda: len({*_drawing(_children(os.getpid()))} - first) == 1)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert await asyncio.to_thread(_until, lambda: not _drawing(_children(os.getpid())))
