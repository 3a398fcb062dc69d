"""Time runs, and travels forward only."""

from datetime import UTC, datetime, timedelta

import pytest

from sandbox.web.cast import Stop
from sandbox.web.clock import Clock
from sandbox.web.journey import Journey, steps

START = datetime(2027, 10, 8, 16, 10, tzinfo=UTC)


def minutes(count: int) -> datetime:
    return START + timedelta(minutes=count)


def test_it_runs_at_the_speed_of_real_time() -> None:
    clock = Clock(START)
    assert START <= clock.now() <= clock() < START + timedelta(seconds=5)
    assert abs(Clock().now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_it_travels_forward_only() -> None:
    clock = Clock(START)
    clock.travel(minutes(60))
    assert minutes(60) <= clock.now() < minutes(61)
    with pytest.raises(ValueError, match="forward only"):
        clock.travel(minutes(59))


def test_it_wants_to_know_the_zone() -> None:
    with pytest.raises(ValueError, match="aware"):
        Clock(START.replace(tzinfo=None))


def test_the_steps_of_a_journey() -> None:
    stops = [Stop("before", minutes(-1)), Stop("on the way", minutes(45)), Stop("beyond", minutes(100))]
    assert steps(START, minutes(70), stops) == [minutes(30), minutes(45), minutes(60), minutes(70)]


async def test_the_bot_lives_through_every_step() -> None:
    clock, passed = Clock(START), list[datetime]()

    async def pass_time(now: datetime) -> None:
        assert clock.now() >= now
        passed.append(now)

    journey = Journey(clock, [Stop("on the way", minutes(45))], pass_time)
    await journey.go(minutes(60))
    assert passed[-1] == minutes(60)
    assert minutes(45) in passed
    assert len(passed) == 3
    assert journey.destination is None
    with pytest.raises(ValueError, match="forward only"):
        await journey.go(minutes(10))


async def test_one_journey_at_a_time() -> None:
    journey = Journey(Clock(START), [], None)

    async def pass_time(_: datetime) -> None:
        with pytest.raises(ValueError, match="one journey"):
            await journey.go(minutes(99))

    journey = Journey(Clock(START), [], pass_time)
    await journey.go(minutes(10))
    await Journey(Clock(START), [], None).go(minutes(10))
