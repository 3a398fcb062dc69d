"""Give everyone an allowance of requests, so that one person's flood does not slow the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

CLOCK_GRAIN = 1.0
"""Seconds by which readings may come in another order than they were taken in."""


class FloodVerdict(Enum):
    GRANTED = "granted"
    USED_UP = "used up"
    """For the first time since there was all of it."""
    STILL_USED_UP = "still used up"


@dataclass(slots=True)
class _Use:
    whole_at: float
    told: bool = False


class Allowance:
    """An allowance: `burst` requests at once, and one more each time `every` has passed.

    Kept in memory alone and only for a while: it protects, and a restart may forget it. No more than `most`
    are remembered; the one who has not asked for longest is forgotten first. Times may come from a clock that
    is set back: what was used up is given back as time passes, not as the clock says.
    """

    def __init__(self, burst: int, every: timedelta, most: int = 10_000) -> None:
        self._every, self._slack = every.total_seconds(), (burst - 1) * every.total_seconds()
        self._most = most
        self._uses: dict[int, _Use] = {}
        self._latest = self._set_back = 0.0

    def __len__(self) -> int:
        return len(self._uses)

    def ask(self, who: int, now: datetime) -> FloodVerdict:
        moment = self._passed(now.timestamp())
        use = self._uses.pop(who, None)
        if use is None or use.whole_at <= moment:
            use = _Use(moment)
        self._remember(who, use, moment)
        if use.whole_at - moment <= self._slack:
            use.whole_at += self._every
            return FloodVerdict.GRANTED
        verdict = FloodVerdict.STILL_USED_UP if use.told else FloodVerdict.USED_UP
        use.told = True
        return verdict

    def _passed(self, reading: float) -> float:
        """Return seconds that never go back, whatever the clock does."""
        if reading < self._latest - CLOCK_GRAIN:
            self._set_back += self._latest - reading
            self._latest = reading
        self._latest = max(self._latest, reading)
        return self._latest + self._set_back

    def _remember(self, who: int, use: _Use, moment: float) -> None:
        """Keep what is left, in the order of asking, and forget those whose allowance is full again."""
        self._uses[who] = use
        while len(self._uses) > 1:
            oldest = next(iter(self._uses))
            if self._uses[oldest].whole_at > moment and len(self._uses) <= self._most:
                return
            del self._uses[oldest]
