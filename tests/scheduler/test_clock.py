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
    await clock.stop()
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
    await clock.stop()

    assert most == 1


async def test_what_runs_comes_to_its_end_before_the_clock_stops(caplog: pytest.LogCaptureFixture) -> None:
    done = 0

    async def slow(now: datetime) -> None:
        nonlocal done
        await asyncio.sleep(0.05)
        done += 1

    jobs = [Job(name, timedelta(hours=1), slow) for name in ("one", "two", "three")]
    for patience in (0, 0.001, 0.02):
        done = 0
        clock = Clock(jobs, lambda: datetime.now(UTC))
        clock.start()
        await asyncio.sleep(patience)
        await clock.stop()
        assert done in (0, 3)
    assert done == 3
    assert caplog.text == ""


async def test_what_does_not_come_to_its_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    async def endless(now: datetime) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("scheduler.clock.STOP_WITHIN", 0.05)
    clock = Clock([Job("endless", timedelta(hours=1), endless)], lambda: datetime.now(UTC))
    clock.start()
    await asyncio.sleep(0.02)
    async with asyncio.timeout(1):
        await clock.stop()
