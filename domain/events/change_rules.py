"""Rules of event changes: what an organiser wants, what differs, and who should hear of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import QuietHours
from domain.events.events import Event, Place, Status
from domain.events.timing import Hours

WORTH_TELLING = timedelta(minutes=15)
"""Below this a new start is not worth a message to everyone."""
FRESH = timedelta(hours=2)
"""For so long after a change notice, a reminder would only repeat it."""
TOO_NEAR_TO_HOLD = timedelta(hours=3)
"""A notice that the quiet hours would bring nearer than this to the meeting goes out at night."""
NEAR = timedelta(days=1)


class ChangeState(StrEnum):
    """The states of a change: OPEN while an organiser edits it, APPLIED once the event is so."""

    OPEN = "open"
    APPLIED = "applied"
    DROPPED = "dropped"


TRANSITIONS: Mapping[ChangeState, frozenset[ChangeState]] = {
    ChangeState.OPEN: frozenset({ChangeState.APPLIED, ChangeState.DROPPED}),
    ChangeState.APPLIED: frozenset(),
    ChangeState.DROPPED: frozenset(),
}


class ChangeKind(StrEnum):
    """The kinds of difference, in the order of importance: a notice leads with the first."""

    CANCELLED = "cancelled"
    REVIVED = "revived"
    DAY = "day"
    HOURS = "hours"
    VENUE = "venue"
    NOTE = "note"


@dataclass(frozen=True)
class Wanted:
    """The new values; None leaves a value as it is. `place` is given when the venue's own words change.

    A new event has a `slug` and a `plan` if a calendar or a file knows it already.
    """

    slug: str | None = None
    plan: str | None = None
    area: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    hours: Hours | None = None
    venue: str | None = None
    place: Place | None = field(default=None, hash=False)
    note: str | None = None
    status: Status | None = None


@dataclass(frozen=True)
class Change:
    """`before` is the event that it is based on, empty for a new one; `version` grows with every edit of
    the change itself. `tell` is the organiser's decision, `told_at` when the notice was free to go out."""

    id: int
    author: int | None
    state: ChangeState
    before: Event | None
    wanted: Wanted
    version: int
    tell: bool = False
    applied_at: datetime | None = None
    told_at: datetime | None = None

    @property
    def after(self) -> Event | None:
        """Return the event as it is to be; None while a new one lacks something."""
        if self.before is not None:
            return changed(self.before, self.wanted)
        wanted = self.wanted
        if not (wanted.area and wanted.starts_at and wanted.ends_at and wanted.venue):
            return None
        draft = Event(0, "", wanted.area, wanted.venue, wanted.starts_at, wanted.ends_at)
        return changed(draft, wanted)

    @property
    def area(self) -> str | None:
        return self.before.area if self.before else self.wanted.area

    @property
    def areas(self) -> tuple[str, ...]:
        """Return the areas concerned; none while a new one has no area."""
        return self.before.areas if self.before else tuple(filter(None, [self.wanted.area]))

    @property
    def key(self) -> str:
        """Return the key of its notice, which must never reach one chat twice."""
        return f"change:{self.id}"

    def kinds(self, zone: ZoneInfo) -> list[ChangeKind]:
        after = self.after
        return kinds(self.before, after, zone) if self.before and after else []


def changed(event: Event, wanted: Wanted) -> Event:
    """Return the event with the new values. A new venue brings its own place, or the programme's."""
    given = {name: value for name, value in vars(wanted).items() if value is not None}
    if wanted.venue is not None and wanted.venue != event.venue:
        given.setdefault("place", None)
    return replace(event, **given)


def kinds(before: Event, after: Event, zone: ZoneInfo) -> list[ChangeKind]:
    different = {
        ChangeKind.CANCELLED: before.takes_place and not after.takes_place,
        ChangeKind.REVIVED: after.takes_place and not before.takes_place,
        ChangeKind.DAY: _days(before, zone) != _days(after, zone),
        ChangeKind.HOURS: _hours(before, zone) != _hours(after, zone),
        ChangeKind.VENUE: (before.venue, before.place) != (after.venue, after.place),
        ChangeKind.NOTE: before.note != after.note,
    }
    return [kind for kind in ChangeKind if different[kind]]


def _days(event: Event, zone: ZoneInfo) -> tuple[date, int]:
    return event.starts_at.astimezone(zone).date(), event.days(zone)


def _hours(event: Event, zone: ZoneInfo) -> tuple[time, time, Hours]:
    """Return start and end by the wall clock: a meeting that only moves to another day keeps them."""
    return event.starts_at.astimezone(zone).time(), event.ends_at.astimezone(zone).time(), event.hours


def worth_telling(before: Event, after: Event, zone: ZoneInfo) -> bool:
    """Return True if people would go to the wrong place or come at the wrong time."""
    found = set(kinds(before, after, zone))
    if found & {ChangeKind.CANCELLED, ChangeKind.REVIVED, ChangeKind.DAY, ChangeKind.VENUE}:
        return True
    moved = max(abs(after.starts_at - before.starts_at), abs(after.ends_at - before.ends_at))
    return moved >= WORTH_TELLING


def nearest_start(before: Event | None, after: Event) -> datetime:
    return min(before.starts_at, after.starts_at) if before else after.starts_at


def urgent(before: Event | None, after: Event, now: datetime) -> bool:
    """Return True if its notice goes out before everything else that waits."""
    return nearest_start(before, after) - now < NEAR


def notice_time(before: Event | None, after: Event, now: datetime, quiet: QuietHours) -> datetime:
    """Return when its notice may go out: not at night, unless the morning would be too late."""
    held = quiet.hold(now)
    return now if nearest_start(before, after) - held < TOO_NEAR_TO_HOLD else held
