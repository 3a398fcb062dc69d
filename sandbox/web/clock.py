"""The sandbox's clock: it runs like the real one and can be sent forward."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Aware UTC time from `start` on (default: now), at the speed of real time; a call gives the time too."""

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the clock needs an aware start")
        self._origin = (start or datetime.now(UTC)).astimezone(UTC)
        self._zero = time.monotonic()

    def now(self) -> datetime:
        """Return the sandbox's present, never earlier than a value given before."""
        return self._origin + timedelta(seconds=time.monotonic() - self._zero)

    __call__ = now

    def travel(self, to: datetime) -> None:
        """Jump forward to `to`. Raise `ValueError` if it is not ahead."""
        if to <= self.now():
            raise ValueError("time travel goes forward only")
        self._origin, self._zero = to.astimezone(UTC), time.monotonic()
