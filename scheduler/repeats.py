"""When a repeated announcement goes out next: by the wall clock, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from domain.announcements import Every, Repeat

if TYPE_CHECKING:
    from apscheduler.triggers.base import BaseTrigger


def following(repeat: Repeat, due_at: datetime, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The first time after both `due_at` and `now`; None when the last day has passed."""
    first = due_at.astimezone(zone)
    trigger = _trigger(repeat, first, zone)
    moment: datetime | None = trigger.get_next_fire_time(first, max(due_at, now).astimezone(zone))
    while moment is not None and moment <= max(due_at, now):
        moment = trigger.get_next_fire_time(moment, moment)
    return None if moment is None else moment.astimezone(UTC)


def _trigger(repeat: Repeat, first: datetime, zone: ZoneInfo) -> BaseTrigger:
    from apscheduler.triggers.combining import OrTrigger
    from apscheduler.triggers.cron import CronTrigger

    def cron(**fields: Any) -> CronTrigger:
        end = datetime.combine(repeat.until, time(23, 59, 59), zone)
        clock = {"hour": first.hour, "minute": first.minute, "second": first.second}
        return CronTrigger(**clock, **fields, timezone=zone, end_date=end)

    if repeat.every is Every.DAY:
        return cron()
    if repeat.every is Every.WEEK:
        return cron(day_of_week=first.weekday())
    if first.day <= 28:
        return cron(day=first.day)
    if first.day == 31:
        return cron(day="last")
    return OrTrigger([cron(day=first.day, month="1,3-12"), cron(day="last", month=2)])
