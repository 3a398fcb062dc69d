"""Which reminders are due: decided from the events and the clock alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from domain.calendar import QuietHours, at
from domain.events import Event

# A late reminder says so only when people would notice; below this it is simply on time.
LATE = timedelta(minutes=15)


class Lead(StrEnum):
    """How long before the start. Stored with each subscription."""

    DAY_BEFORE = "day_before"
    TWO_HOURS = "two_hours"


DEFAULT_LEADS = (Lead.DAY_BEFORE, Lead.TWO_HOURS)


@dataclass(frozen=True)
class Reminder:
    """One reminder about one event, for everyone who follows its town.

    `due_at` is when it was due, `send_at` when it may go out (quiet hours hold it), `useful_until`
    when it is no longer worth sending: then it is recorded as missed.
    """

    event: Event
    lead: Lead
    due_at: datetime
    send_at: datetime
    useful_until: datetime

    @property
    def key(self) -> str:
        """Names what must never happen twice to one chat: this event, at this start, with this lead."""
        return f"reminder:{self.event.id}:{int(self.event.starts_at.timestamp())}:{self.lead}"

    def missed(self, now: datetime) -> bool:
        return now >= self.useful_until

    def late(self, now: datetime) -> bool:
        return now - self.send_at >= LATE


def of(event: Event, quiet: QuietHours) -> list[Reminder]:
    """Every reminder of the event, by the wall clock of the programme's zone."""
    start = event.starts_at
    day_before = (start.astimezone(quiet.zone) - timedelta(days=1)).date()
    evening = at(day_before, time(18), quiet.zone)
    two_hours = start - timedelta(hours=2)
    return [
        _reminder(event, Lead.DAY_BEFORE, evening, two_hours, quiet),
        _reminder(event, Lead.TWO_HOURS, two_hours, start, quiet),
    ]


def _reminder(event: Event, lead: Lead, due_at: datetime, until: datetime, quiet: QuietHours) -> Reminder:
    held = quiet.hold(due_at)
    # Held past its use, it would be lost: who wants a reminder of an early meeting gets it early.
    return Reminder(event, lead, due_at, held if held < until else due_at, until)


def due(events: Iterable[Event], now: datetime, quiet: QuietHours, window: timedelta) -> list[Reminder]:
    """What became due within `window` before `now`, of events that still lie ahead of their end.

    Looks back on purpose: after an outage the same rows are computed again, and their key swallows
    those that exist.
    """
    ahead = [event for event in events if event.ahead(now)]
    every = [reminder for event in ahead for reminder in of(event, quiet)]
    return [reminder for reminder in every if now - window <= reminder.due_at <= now]
