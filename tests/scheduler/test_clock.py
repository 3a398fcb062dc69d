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
