"""Calculate by the programme's wall clock: "the day before at 18:00", "not at night"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the instant, in UTC, at which the wall clock of `zone` shows `clock` on `day`.

    An hour that happens twice (autumn) means the first; an hour that is skipped (spring) means the
    instant an hour later, as the clocks do.
    """
    return datetime.combine(day, clock, zone).astimezone(UTC)


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class QuietHours:
    """The part of the night, by the wall clock of `zone`, in which nobody is disturbed.

    `start == end` means no quiet hours at all.
    """

    start: time
    end: time
    zone: ZoneInfo

    def hold(self, moment: datetime) -> datetime:
        """Return `moment`, or the end of the quiet hours that it falls into."""
        local = moment.astimezone(self.zone)
        clock = local.time().replace(fold=0)
        if self.start == self.end or not self._contains(clock):
            return moment
        day = local.date()
        if self.start > self.end and clock >= self.start:
            day += timedelta(days=1)
        return at(day, self.end, self.zone)

    def _contains(self, clock: time) -> bool:
        if self.start < self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end
