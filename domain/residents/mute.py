"""Mutes that residents ask for: until a day, or for good."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import at

FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)


def through(day: date, zone: ZoneInfo) -> datetime:
    """Return the end of that day: "until Sunday" includes Sunday."""
    return at(day + timedelta(days=1), time(0), zone)


def for_days(days: int, now: datetime, zone: ZoneInfo) -> datetime:
    """Return the end of the day `days` from now; 0 means for good."""
    return through(now.astimezone(zone).date() + timedelta(days=days), zone) if days > 0 else FOR_GOOD
