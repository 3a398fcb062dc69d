"""Silence that a resident asks for: until a day, or for good."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import at

FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)


def through(day: date, zone: ZoneInfo) -> datetime:
    """The end of that day: "until Sunday" is silent on Sunday too."""
    return at(day + timedelta(days=1), time(0), zone)


def for_days(days: int, now: datetime, zone: ZoneInfo) -> datetime:
    """Through the same weekday or so; no days mean for good."""
    return through(now.astimezone(zone).date() + timedelta(days=days), zone) if days > 0 else FOR_GOOD
