"""Note since when Telegram is out of reach, and tell of outages that lasted."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

_log = logging.getLogger(__name__)

LASTING = timedelta(minutes=10)
LATELY = timedelta(minutes=1)
LISTENING, SENDING = "listening", "sending"


class Outage:
    """One for a process, shared by all that talk to Telegram; each names its `way`, such as "sending".

    `on_over(since, until)` is called after an outage that lasted, once every way is open again.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.on_over: Callable[[datetime, datetime], None] | None = None
        self._now = now
        self._since: datetime | None = None
        self._closed: set[str] = set()
        self._reached: dict[str, datetime] = {}
        self._logged = False

    def failed(self, way: str, reason: str) -> None:
        self._closed.add(way)
        self._since = self._since or self._now()
        if not self._logged and self._now() - self._since >= LASTING:
            self._logged = True
            _log.error("Telegram has been out of reach since %s (%s)", self._since.isoformat(), reason)

    def reached_lately(self, way: str) -> bool:
        """Return whether Telegram itself answered there within the last minute, and nothing failed since."""
        at = self._reached.get(way)
        return at is not None and way not in self._closed and abs(self._now() - at) <= LATELY

    def reached(self, way: str) -> None:
        self._reached[way] = self._now()
        self._closed.discard(way)
        if self._closed or self._since is None:
            return
        since, self._since, self._logged = self._since, None, False
        if self._now() - since >= LASTING and self.on_over is not None:
            self.on_over(since, self._now())
