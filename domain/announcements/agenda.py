"""The agenda: everything that will go out by itself or waits for somebody, by time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from domain import reminders
from domain.announcements.announcements import Announcement
from domain.calendar import QuietHours
from domain.events.events import Event
from domain.reminders import Reminder


@dataclass(frozen=True)
class AgendaItem:
    at: datetime
    what: Reminder | Announcement


def entries(
    announcements: Iterable[Announcement],
    events: Iterable[Event],
    produced: Collection[str],
    now: datetime,
    quiet: QuietHours,
) -> list[AgendaItem]:
    """Return the entries by time, without the reminders `produced` (by key): queued already, or called off."""
    waiting = [AgendaItem(each.start(now, quiet), each) for each in announcements]
    ahead = [reminder for event in events if event.ahead(now) for reminder in reminders.of(event, quiet)]
    due = [AgendaItem(each.at, each) for each in ahead if each.at > now and each.key not in produced]
    return sorted([*waiting, *due], key=lambda entry: entry.at)
