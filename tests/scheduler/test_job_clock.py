"""The clock stops without a word, whatever it was doing."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta, tzinfo

import pytest

from scheduler.job_clock import QUIET_EVERY, Job, JobClock
from tests.world import rome


async def test_a_stop_in_the_middle_of_a_tick_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    begun = asyncio.Event()

    async def slow(now: datetime) -> None:
        begun.set()
        await asyncio.sleep(60)

    clock = JobClock([Job("slow", timedelta(seconds=1), slow)], lambda: datetime.now(UTC))
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

    clock = JobClock([Job("slow", timedelta(hours=1), slow)], lambda: datetime.now(UTC))
    clock.start()
    clock.nudge(datetime.now(UTC))
    while done < 2:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await clock.stop()

    assert most == 1


async def test_nobody_looks_again_before_something_is_written_or_time_has_come() -> None:
    at, rows, asked, looks, fails = rome("2027-10-09 10:00"), 0, 0, 0, False

    async def look(now: datetime) -> None:
        nonlocal looks
        looks += 1
        if fails:
            raise OSError

    def written() -> int:
        nonlocal asked
        asked += 1
        return rows

    async def looks_in_three_ticks() -> int:
        before, enough = looks, asked + 3
        while asked < enough:  # noqa: ASYNC110 - the clock ticks by itself
            await asyncio.sleep(0.01)
        return looks - before

    clock = JobClock([Job("often", timedelta(seconds=0.05), look)], lambda: at, written)
    clock.start()
    await looks_in_three_ticks()
    assert await looks_in_three_ticks() == 0
    at += timedelta(seconds=QUIET_EVERY - 1)
    assert await looks_in_three_ticks() == 0
    rows += 1
    assert await looks_in_three_ticks() == 1
    at += timedelta(seconds=1)
    assert await looks_in_three_ticks() == 1
    at -= timedelta(hours=1)
    assert await looks_in_three_ticks() == 1
    clock.nudge(at)
    assert await looks_in_three_ticks() == 1
    rows, fails = rows + 1, True
    assert await looks_in_three_ticks() > 1  # until it can be done
    await clock.stop()


async def test_what_runs_comes_to_its_end_before_the_clock_stops(caplog: pytest.LogCaptureFixture) -> None:
    done = 0

    async def slow(now: datetime) -> None:
        nonlocal done
        await asyncio.sleep(0.05)
        done += 1

    jobs = [Job(name, timedelta(hours=1), slow) for name in ("one", "two", "three")]
    for patience in (0, 0.001, 0.02):
        done = 0
        clock = JobClock(jobs, lambda: datetime.now(UTC))
        clock.start()
        await asyncio.sleep(patience)
        await clock.stop()
        assert done in (0, 3)
    assert done == 3
    assert caplog.text == ""


async def test_what_does_not_come_to_its_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    async def endless(now: datetime) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("scheduler.job_clock.STOP_WITHIN", 0.05)
    clock = JobClock([Job("endless", timedelta(hours=1), endless)], lambda: datetime.now(UTC))
    clock.start()
    await asyncio.sleep(0.02)
    async with asyncio.timeout(1):
        await clock.stop()


@pytest.mark.parametrize("back", [2, 40, 3600, 90_000])
async def test_a_clock_set_back_stops_nothing(monkeypatch: pytest.MonkeyPatch, back: int) -> None:
    shift = [timedelta(0)]

    class Wall(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + shift[0]

    for module in ("scheduler.job_clock", "apscheduler.schedulers.base"):
        monkeypatch.setattr(f"{module}.datetime", Wall)
    monkeypatch.setattr("scheduler.job_clock.LOOK_EVERY", 0.1)
    runs: list[datetime] = []

    async def run(now: datetime) -> None:
        runs.append(now)

    clock = JobClock([Job("often", timedelta(seconds=0.2), run)], lambda: Wall.now(UTC))
    clock.start()
    await asyncio.sleep(0.5)
    shift[0], before = timedelta(seconds=-back), len(runs)
    assert before
    await asyncio.sleep(1)
    await clock.stop()

    assert len(runs) - before >= 2
