"""Travel in time without skipping what happens in between."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime, timedelta

from sandbox.web.cast import Stop
from sandbox.web.clock import Clock

STEP = timedelta(minutes=30)
PassTime = Callable[[datetime], Awaitable[None]]


def steps(start: datetime, to: datetime, stops: Sequence[Stop]) -> list[datetime]:
    """Return the moments to pass after `start`: every half hour, every stop on the way, and `to` itself."""
    moments = {stop.at for stop in stops if start < stop.at < to} | {to}
    return sorted(moments | set(_half_hours(start, to)))


def _half_hours(start: datetime, to: datetime) -> Iterator[datetime]:
    at = start + STEP
    while at < to:
        yield at
        at += STEP


class Journey:
    """Takes the clock forward step by step and lets the bot do what is due at each; one journey at a time."""

    def __init__(self, clock: Clock, stops: Sequence[Stop], pass_time: PassTime | None) -> None:
        self._clock = clock
        self.stops = sorted(stops, key=lambda stop: stop.at)
        self._pass_time = pass_time
        self.destination: datetime | None = None

    def now(self) -> datetime:
        return self._clock.now()

    async def go(self, to: datetime) -> None:
        """Travel to `to`. Raise `ValueError` if it is past or somebody is travelling already."""
        if self.destination is not None:
            raise ValueError("one journey at a time")
        if to <= self.now():
            raise ValueError("time travel goes forward only")
        self.destination = to
        try:
            for moment in steps(self.now(), to, self.stops):
                await self._step(moment)
        finally:
            self.destination = None

    async def _step(self, moment: datetime) -> None:
        # A slow step lets real time pass, so the next moment may be over before it is reached.
        if moment > self._clock.now():
            self._clock.travel(moment)
        if self._pass_time is not None:
            await self._pass_time(moment)
