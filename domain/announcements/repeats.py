"""Repeat announcements by the wall clock, also when summer time begins or ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.announcements.announcements import Every, Repeat
from domain.calendar import at, months_later


def following(repeat: Repeat, due_at: datetime, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the first time after both `due_at` and `now`; None when the last day has passed."""
    first = (repeat.first or due_at).astimezone(zone)
    after = max(due_at, now)
    clock = first.time().replace(fold=0)
    for day in _days(repeat.every, first.date(), after.astimezone(zone).date()):
        if day > repeat.until:
            return None
        if (moment := at(day, clock, zone)) > after:
            return moment
    return None


def _days(every: Every, first: date, start: date) -> Iterator[date]:
    """Give the days of the series from about `start` on, counted from the day it began on."""
    if every is Every.MONTH:
        months = max(0, (start.year - first.year) * 12 + start.month - first.month)
        while True:
            yield months_later(first, months)
            months += 1
    step = timedelta(days=7 if every is Every.WEEK else 1)
    day = first + max(0, (start - first) // step) * step
    while True:
        yield day
        day += step
