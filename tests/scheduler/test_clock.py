"""The clock stops without a word, whatever it was doing."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest

from scheduler.clock import Clock, Job


async def test_a_stop_in_the_middle_of_a_tick_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    begun = asyncio.Event()

    async def slow(now: datetime) -> None:
        begun.set()
        await asyncio.sleep(60)

    clock = Clock([Job("slow", timedelta(seconds=1), slow)], lambda: datetime.now(UTC))
    clock.start()
    await begun.wait()
    clock.stop()
    await asyncio.sleep(0.05)

    assert [each for each in caplog.records if each.levelno >= logging.WARNING] == []


async def test_a_nudge_waits_for_the_tick_in_hand() -> None:
    at_work = most = done = 0

    async def slow(now: datetime) -> None:
        nonlocal at_work, most, done
        at_work += 1
        most = max(most, at_work)
        await asyncio.sleep(0.05)
        at_work -= 1
        done += 1

    clock = Clock([Job("slow", timedelta(hours=1), slow)], lambda: datetime.now(UTC))
    clock.start()
    clock.nudge(datetime.now(UTC))
    while done < 2:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    clock.stop()

    assert most == 1
