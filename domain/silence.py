"""Silence that a resident asks for: until a day, or for good."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import at

FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)


def through(day: datetime, zone: ZoneInfo) -> datetime:
    """The end of the day that `day` falls on: "until Sunday" is silent on Sunday too."""
    return at((day.astimezone(zone) + timedelta(days=1)).date(), time(0), zone)


def for_days(days: int, now: datetime, zone: ZoneInfo) -> datetime:
    """Through the same weekday or so; no days mean for good."""
    return through(now + timedelta(days=days), zone) if days > 0 else FOR_GOOD
