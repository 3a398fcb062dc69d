"""Events: the one row that answers, cards, reminders and notices are all rendered from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.calendar import at
from domain.programmes import Meeting, Programme


class Status(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Place:
    """A venue in an organiser's words, which count for more than the programme file's.

    An empty `name` is the file's own, so that a corrected address keeps the name in every language.
    """

    name: str
    address: str


@dataclass(frozen=True)
class Event:
    """A meeting with its full date. Instants are aware and in UTC; `version` grows with every change.

    `confirmed_at` is empty while nobody has confirmed the date: the source names no year. `checked_at` is
    when an organiser last said in the chat that day, hours and place are right. `since` is when it was given
    this start.
    """

    id: int
    slug: str
    area: str
    venue: str
    starts_at: datetime
    ends_at: datetime
    status: Status = Status.PLANNED
    note: str = ""
    version: int = 1
    confirmed_at: datetime | None = None
    since: datetime | None = None
    checked_at: datetime | None = None
    place: Place | None = None

    @property
    def confirmed(self) -> bool:
        return self.confirmed_at is not None

    def ahead(self, now: datetime) -> bool:
        """Return True if it is neither cancelled nor over."""
        return self.status is Status.PLANNED and self.ends_at > now

    def called_off(self, now: datetime) -> bool:
        """Return True if it is cancelled and its day has not passed: people may still come."""
        return self.status is Status.CANCELLED and self.ends_at > now


def ahead_in(area: str, events: Iterable[Event], now: datetime) -> list[Event]:
    """Return the events of the area that lie ahead, the next one first."""
    ahead = [event for event in events if event.area == area and event.ahead(now)]
    return sorted(ahead, key=lambda event: event.starts_at)


def upcoming_in(area: str, events: Iterable[Event], now: datetime) -> list[Event]:
    """Return the same, and those that were called off and whose day has not passed."""
    there = [event for event in events if event.area == area and event.ends_at > now]
    return sorted(there, key=lambda event: event.starts_at)


@dataclass(frozen=True)
class PlannedEvent:
    """A meeting of the programme file in a definite year, before it has a row."""

    slug: str
    area: str
    venue: str
    starts_at: datetime
    ends_at: datetime


def planned(programme: Programme, year: int) -> list[PlannedEvent]:
    return [_plan(programme, meeting, year) for meeting in programme.events]


def _plan(programme: Programme, meeting: Meeting, year: int) -> PlannedEvent:
    day = meeting.date.in_year(year)
    starts_at = at(day, meeting.start, programme.zone)
    ends_at = at(day, meeting.end, programme.zone)
    return PlannedEvent(meeting.id, meeting.area, meeting.venue, starts_at, ends_at)


def coming_year(programme: Programme, now: datetime) -> int:
    """Return the first year in which every meeting still lies ahead of `now`.

    The source gives day and month only. Assumed once, at the first start, and then stored with the
    events: it never rolls by itself.
    """
    year = now.astimezone(programme.zone).year
    return year if _all_ahead(planned(programme, year), now) else year + 1


def _all_ahead(events: Sequence[PlannedEvent], now: datetime) -> bool:
    return all(event.starts_at > now for event in events)
