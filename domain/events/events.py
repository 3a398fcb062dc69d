"""Events: the one row that answers, cards, reminders and notices are all rendered from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.events.timing import PAST, Hours, OccurrenceSpan, When, spans
from domain.programmes import EventPlan, Programme


class Status(StrEnum):
    """MOVED and FULL take place; people are told of it."""

    PLANNED = "planned"
    MOVED = "moved"
    FULL = "full"
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
    """One occurrence, with its full date: what people ask about, follow and are reminded of.

    Instants are aware and in UTC; `version` grows with every change. `ends_at` is when it is over, which is only
    its end if `hours` say so. `plan` is its event in the programme file, empty if an organiser made it; `area`
    and `venue` are empty where there is none, and `also_in` are further areas. `confirmed_at` is empty while nobody
    has confirmed the date, if its file names no year. `checked_at` is
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
    hours: Hours = Hours.FROM_TO
    plan: str = ""
    kinds: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()

    @property
    def areas(self) -> tuple[str, ...]:
        return (self.area, *self.also_in) if self.area else ()

    @property
    def confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def takes_place(self) -> bool:
        """Return True unless it is cancelled: a moved or a full one takes place."""
        return self.status is not Status.CANCELLED

    @property
    def last_moment(self) -> datetime:
        """Return its end, before which midnight belongs to the day before."""
        return max(self.starts_at, self.ends_at - timedelta(minutes=1))

    def days(self, zone: ZoneInfo) -> int:
        """Return how many whole days lie between its first moment and its last one, by the clock on the wall."""
        return (_wall(self.last_moment, zone) - _wall(self.starts_at, zone)) // timedelta(days=1)

    def ahead(self, now: datetime) -> bool:
        """Return True if it is neither cancelled nor over."""
        return self.takes_place and self.ends_at > now

    def called_off(self, now: datetime) -> bool:
        """Return True if it is cancelled and its day has not passed: people may still come."""
        return not self.takes_place and self.ends_at > now


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def ahead_in(area: str, events: Iterable[Event], now: datetime) -> list[Event]:
    """Return the events of the area that lie ahead, the next one first."""
    ahead = [event for event in events if area in event.areas and event.ahead(now)]
    return sorted(ahead, key=lambda event: event.starts_at)


def upcoming_in(areas: Collection[str], events: Iterable[Event], now: datetime) -> list[Event]:
    """Return the events of these areas that are not over, also those called off."""
    there = [event for event in events if not set(areas).isdisjoint(event.areas) and event.ends_at > now]
    return sorted(there, key=lambda event: event.starts_at)


@dataclass(frozen=True)
class PlannedEvent:
    """An occurrence of the programme file in a definite year, before it has a row. `sure`: the file gives the year."""

    slug: str
    area: str
    venue: str
    starts_at: datetime
    ends_at: datetime
    hours: Hours = Hours.FROM_TO
    plan: str = ""
    kinds: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()
    status: Status = Status.PLANNED
    sure: bool = True

    def stored(self, number: int, now: datetime) -> Event:
        """Return the event as a database that has just got it would hold it."""
        fields = {name: value for name, value in vars(self).items() if name != "sure"}
        return Event(id=number, confirmed_at=now if self.sure else None, **fields)


def planned(programme: Programme, year: int | None, now: datetime, known: Iterable[Event] = ()) -> list[PlannedEvent]:
    """Return the occurrences of the file, by start.

    A day without a year is in `year`; without that it takes its own next one from `now`, and keeps it once it is
    among the `known`: it never moves by itself.
    """
    assumed: dict[str, int] = {}
    for event in sorted(known, key=lambda event: event.starts_at):
        assumed.setdefault(event.plan, event.starts_at.astimezone(programme.zone).year)
    every = [
        each
        for plan in programme.events
        for each in _occurrences(programme, plan, year, year or assumed.get(plan.id), now)
    ]
    return sorted(every, key=lambda each: each.starts_at)


def _occurrences(
    programme: Programme, plan: EventPlan, given: int | None, year: int | None, now: datetime
) -> list[PlannedEvent]:
    areas = programme.areas_of(plan)
    found = [(when, span) for when in plan.whens for span in spans(when, programme.zone, year, now)]
    if any(when.repeat for when in plan.whens):
        # Of its other days too, or what is long past would name the days differently from one start to the next.
        since = now.astimezone(programme.zone).date() - PAST
        found = [
            (when, span)
            for when, span in found
            if span.ends_at > now or span.starts_at.astimezone(programme.zone).date() >= since
        ]
    return [
        PlannedEvent(
            slug=slug,
            area=areas[0] if areas else "",
            venue=plan.venue,
            starts_at=span.starts_at,
            ends_at=span.ends_at,
            hours=span.hours,
            plan=plan.id,
            kinds=tuple(plan.kinds),
            also_in=tuple(areas[1:]),
            status=Status(plan.status),
            sure=when.sure or given is not None,
        )
        for slug, (when, span) in _named(programme, plan, found)
    ]


def _named(
    programme: Programme, plan: EventPlan, found: Sequence[tuple[When, OccurrenceSpan]]
) -> Iterator[tuple[str, tuple[When, OccurrenceSpan]]]:
    """Name each occurrence: one alone as its event, others by the day, and two of one day by the hour too."""
    repeats = len(found) > 1 or any(when.repeat or when.days for when in plan.whens)
    days = Counter(span.starts_at.astimezone(programme.zone).date() for _, span in found)
    for when, span in found:
        local = span.starts_at.astimezone(programme.zone)
        clock = f"-{local:%H%M}" if days[local.date()] > 1 else ""
        yield (f"{plan.id}-{local:%Y%m%d}{clock}" if repeats else plan.id), (when, span)
