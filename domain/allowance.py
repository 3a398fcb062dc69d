"""How much anyone may ask for in a while, so that one person's flood does not slow the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum


class Verdict(Enum):
    GRANTED = "granted"
    USED_UP = "used up"
    """For the first time since there was all of it."""
    STILL_USED_UP = "still used up"


@dataclass(slots=True)
class _Use:
    whole_at: float
    told: bool = False


class Allowance:
    """`burst` at once, and one more each time that `every` has passed.

    Kept in memory alone and only for a while: it protects, and a restart may forget it. No more than `most`
    are remembered; the one who has not asked for longest is forgotten first.
    """

    def __init__(self, burst: int, every: timedelta, most: int = 10_000) -> None:
        self._every, self._slack = every.total_seconds(), (burst - 1) * every.total_seconds()
        self._most = most
        self._uses: dict[int, _Use] = {}

    def __len__(self) -> int:
        return len(self._uses)

    def ask(self, who: int, now: datetime) -> Verdict:
        moment = now.timestamp()
        use = self._uses.pop(who, None)
        if use is None or use.whole_at <= moment:
            use = _Use(moment)
        self._remember(who, use, moment)
        if use.whole_at - moment <= self._slack:
            use.whole_at += self._every
            return Verdict.GRANTED
        verdict = Verdict.STILL_USED_UP if use.told else Verdict.USED_UP
        use.told = True
        return verdict

    def _remember(self, who: int, use: _Use, moment: float) -> None:
        """In the order of asking; those who have all of theirs again are forgotten as others come."""
        self._uses[who] = use
        while len(self._uses) > 1:
            oldest = next(iter(self._uses))
            if self._uses[oldest].whole_at > moment and len(self._uses) <= self._most:
                return
            del self._uses[oldest]
