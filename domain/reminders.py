"""Decide from events and clock alone which reminders there are, and which are due."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from domain.calendar import QuietHours, at
from domain.events.events import Event

EVENING, MORNING = time(18), time(9)

SHORTEST = timedelta(hours=1)
"""Nearer to the start than this, a reminder helps nobody to get there: it comes the evening before."""
LATE = timedelta(minutes=15)
"""A late reminder says so only when people would notice."""
CLOSE = timedelta(hours=1)
"""Of two reminders of one event that are nearer than this, the second tells nothing new."""
TOGETHER = timedelta(minutes=5)
"""Reminders of several events that are due within so little wait for each other, to be one message."""
LOOK_BACK = timedelta(days=2)
"""After a longer outage than this, what was missed is not even counted any more."""


class Lead(StrEnum):
    """The time before the start at which a reminder goes out, earliest first. Stored with each subscription."""

    WEEK_BEFORE = "week_before"
    DAY_BEFORE = "day_before"
    MORNING = "morning"
    TWO_HOURS = "two_hours"

    @property
    def code(self) -> str:
        """Return the letter that names it in the keys of reminders and in buttons."""
        return MOMENTS[self].code

    @property
    def clock(self) -> time | None:
        """Return the hour at which it goes out; None if that depends on the event's."""
        return MOMENTS[self].clock


@dataclass(frozen=True)
class LeadMoment:
    """The moment of a lead: `days` before at the hour `clock`, or without one `before` the start.

    `code` is one letter, unlike all others, and never changes: keys of the outbox and buttons have it.
    """

    code: str
    days: int = 0
    clock: time | None = None
    before: timedelta = timedelta()


MOMENTS: Mapping[Lead, LeadMoment] = {
    Lead.WEEK_BEFORE: LeadMoment("w", days=7, clock=EVENING),
    Lead.DAY_BEFORE: LeadMoment("d", days=1, clock=EVENING),
    Lead.MORNING: LeadMoment("m", clock=MORNING),
    Lead.TWO_HOURS: LeadMoment("t", before=timedelta(hours=2)),
}
"""The one place for hours: buttons, help and answers say them from here."""
LONGEST = timedelta(days=2 + max(moment.days for moment in MOMENTS.values()))
"""Before a start by more than this no reminder is due, whatever the hour and the quiet hours make of it."""


_KEY = "reminder:"
DEFAULT_LEADS = (Lead.DAY_BEFORE, Lead.TWO_HOURS)


@dataclass(frozen=True)
class Reminder:
    """One reminder about one event, for everyone who follows its area. `at`: when it is to go out."""

    event: Event
    lead: Lead
    at: datetime

    @property
    def key(self) -> str:
        """Return the key, which must never reach one chat twice: this event, at this start, with this lead."""
        return key([self])

    def missed(self, now: datetime) -> bool:
        """Return True if the meeting has begun: it is no longer worth sending."""
        return now >= self.event.starts_at

    def late(self, now: datetime) -> bool:
        return now - self.at >= LATE

    def waits(self, now: datetime, quiet: QuietHours) -> bool:
        """Return True if it is late, at night, and still of use in the morning."""
        return self.late(now) and now < quiet.hold(now) < self.event.starts_at


def key(told: Iterable[Reminder]) -> str:
    """Return the key of reminders that are told together; `parts` takes it apart into the keys of each."""
    marks = (f"{r.event.id}.{int(r.event.starts_at.timestamp())}.{r.lead.code}" for r in told)
    return _KEY + "+".join(marks)


def parts(key: str) -> list[str]:
    return [_KEY + mark for mark in key.removeprefix(_KEY).split("+")]


def about(key: str, event: Event) -> bool:
    """Return True if one of the reminders that are told together is of this event, at whatever start."""
    return any(part.startswith(f"{_KEY}{event.id}.") for part in parts(key))


@lru_cache(maxsize=4096)  # every tick asks again of the same events
def of(event: Event, quiet: QuietHours) -> tuple[Reminder, ...]:
    """Return every reminder of the event, by the programme's wall clock, the earliest first.

    What was due before the event was given its start never was: people hear of a change when it is made.
    """
    every = [Reminder(event, lead, _placed(lead, event.starts_at, quiet)) for lead in Lead]
    valid = [reminder for reminder in every if event.since is None or reminder.at >= event.since]
    return tuple(sorted(valid, key=lambda reminder: reminder.at))


def _placed(lead: Lead, start: datetime, quiet: QuietHours) -> datetime:
    """Move a reminder out of the quiet hours: after them, or, if that is too late, to the evening before."""
    # So the two hours before half past seven, and the morning of a meeting at nine, become the evening before.
    evening = _days_before(start, 1, EVENING, quiet.zone)
    fitting = [quiet.hold(_wanted(lead, start, quiet.zone)), quiet.hold(evening)]
    return next((moment for moment in fitting if moment <= start - SHORTEST), start - SHORTEST)


def _wanted(lead: Lead, start: datetime, zone: ZoneInfo) -> datetime:
    moment = MOMENTS[lead]
    return start - moment.before if moment.clock is None else _days_before(start, moment.days, moment.clock, zone)


def _days_before(start: datetime, days: int, clock: time, zone: ZoneInfo) -> datetime:
    return at((start.astimezone(zone) - timedelta(days=days)).date(), clock, zone)


def to_come(event: Event, leads: Collection[Lead], now: datetime, quiet: QuietHours) -> list[datetime]:
    """Return the moments at which a follower with these leads will still be reminded of the event."""
    moments: list[datetime] = []
    for reminder in of(event, quiet) if event.ahead(now) else []:
        told_just_before = bool(moments) and reminder.at - moments[-1] < CLOSE
        if reminder.lead in leads and reminder.at > now and not told_just_before:
            moments.append(reminder.at)
    return moments


def due(events: Iterable[Event], now: datetime, quiet: QuietHours) -> list[Reminder]:
    """Return the reminders that are due, the earliest first. Some were `missed`, some `waits` for the morning.

    Looks back on purpose: after an outage the same reminders are computed again, and their key swallows
    those that exist.
    """
    near = [event for event in events if event.ends_at > now - LOOK_BACK and event.starts_at <= now + LONGEST]
    taking_place = [event for event in near if event.takes_place]
    every = sorted((reminder for event in taking_place for reminder in of(event, quiet)), key=lambda each: each.at)
    return [each for each, goes_at in zip(every, _gathered(every), strict=True) if goes_at <= now]


def _gathered(reminders: list[Reminder]) -> list[datetime]:
    """Return, for each reminder, when the last of those that go out together is due."""
    return [group[-1].at for group in moments(reminders) for _ in group]


def moments(reminders: Iterable[Reminder]) -> list[list[Reminder]]:
    """Return the reminders, which come the earliest first, by what goes out together."""
    groups: list[list[Reminder]] = []
    for reminder in reminders:
        if groups and reminder.at - groups[-1][0].at <= TOGETHER:
            groups[-1].append(reminder)
        else:
            groups.append([reminder])
    return groups
