"""When an event of the programme file takes place: a day, a span of days, or a rule that repeats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Annotated
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from msgspec import field

from domain.calendar import at
from domain.files.yaml_file import Wrong, one_of
from domain.files.yaml_values import ClockTime, Part, YearlessDate

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HORIZON = timedelta(days=400)
"""How far ahead a rule without an end is followed; every start of the bot follows it further."""
PAST = timedelta(days=60)
"""How far back a rule is followed: one that began years ago must still come to the present."""
MOST = 2000
"""Occurrences of one rule."""
OPEN_END = timedelta(hours=2)
"""After which an event that names no end is taken to be over."""

Weekday = Annotated[str, one_of(*WEEKDAYS)]


class Hours(StrEnum):
    """What is known of an occurrence's hours. `ends_at` is an instant in any case, after which it is over."""

    FROM_TO = "from-to"
    FROM = "from"
    ALL_DAY = "all-day"


class RecurrenceRule(str):
    """A recurrence rule as in calendar files: "FREQ=WEEKLY;INTERVAL=4"."""

    __slots__ = ()

    @classmethod
    def read(cls, value: object) -> RecurrenceRule:
        if not isinstance(value, str) or "FREQ=" not in value.upper():
            raise Wrong('must be a rule like "FREQ=WEEKLY;INTERVAL=4"')
        rule = value.upper().removeprefix("RRULE:")
        if any(f"FREQ={each}" in rule for each in ("HOURLY", "MINUTELY", "SECONDLY")):
            raise Wrong("must not repeat more often than daily")
        try:
            rrulestr(rule, dtstart=datetime(2000, 1, 1), ignoretz=True)  # noqa: DTZ001 - only its form is looked at
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Wrong(f"is not a rule that calendars know: {error}") from error
        return cls(rule)


class When(Part, frozen=True):
    """A day or a span of days, with hours or without, once or repeated.

    Without `start` it takes all day; without `end` its end is not known. An end before the start is the next day's.
    """

    date: YearlessDate | None = None
    first: YearlessDate | None = field(default=None, name="from")
    last: YearlessDate | None = field(default=None, name="to")
    days: list[Weekday] = field(default_factory=list)
    start: ClockTime | None = None
    end: ClockTime | None = None
    repeat: RecurrenceRule | None = None
    until: YearlessDate | None = None
    skipped: list[YearlessDate] = field(default_factory=list, name="except")
    also: list[YearlessDate] = field(default_factory=list)

    @property
    def begins(self) -> YearlessDate:
        """Return the first day, as it is written."""
        found = self.date or self.first
        assert found is not None, "refused when the file was read"
        return found

    @property
    def sure(self) -> bool:
        """Return True if the year is given."""
        return self.begins.has_year


@dataclass(frozen=True)
class OccurrenceSpan:
    """The instants of one occurrence, in UTC; of one without an end, when it is taken to be over."""

    starts_at: datetime
    ends_at: datetime
    hours: Hours


def problem(when: When) -> tuple[str, str] | None:
    """Return the field that is wrong and why; None if all is well."""
    if (when.date is None) == (when.first is None):
        return "date", "is required but missing (or from: and to: for a span)"
    if (when.first is None) != (when.last is None):
        return "to", "and from: belong together"
    if when.end is not None and when.start is None:
        return "start", "is required where there is an end"
    if when.days and when.first is None:
        return "days", "belong to a span (from: and to:)"
    if when.repeat is not None and when.date is None:
        return "repeat", "belongs to a date"
    if when.last is not None and when.first is not None:
        if when.first.has_year != when.last.has_year:
            return "to", "must have a year if from: has one, and none if not"
        if when.first.has_year and when.last.in_year(0) < when.first.in_year(0):
            return "to", "must not come before from:"
    return None


def first_day(when: When, year: int | None, today: date) -> date:
    """Return the first day: in `year`, or, where neither gives one, its own next year from today."""
    return _placed(when.begins, year, today)


def _placed(day: YearlessDate, year: int | None, today: date) -> date:
    if day.has_year:
        return day.in_year(0)
    if year is not None:
        return day.in_year(year)
    this = day.in_year(today.year)
    return this if this >= today else day.in_year(today.year + 1)


def spans(when: When, zone: ZoneInfo, year: int | None, now: datetime) -> Iterator[OccurrenceSpan]:
    """Return its occurrences, in order. A rule without an end is followed until the horizon."""
    today = now.astimezone(zone).date()
    for first, last in islice(_days(when, year, today), MOST):
        yield _span(when, first, last, zone)


def _days(when: When, year: int | None, today: date) -> Iterator[tuple[date, date]]:
    first = first_day(when, year, today)
    if when.last is not None:
        last = when.last.in_year(first.year)
        last = last if last >= first else when.last.in_year(first.year + 1)
        if not when.days:
            yield first, last
            return
        every = (first + timedelta(days=count) for count in range((last - first).days + 1))
        for day in every:
            if WEEKDAYS[day.weekday()] in when.days and day not in _all(when.skipped, first):
                yield day, day
        return
    single = {first, *_all(when.also, first)}
    if when.repeat is not None:
        until = _placed(when.until, first.year, first) if when.until else max(first, today) + HORIZON
        single |= set(_repeated(when.repeat, first, today - PAST, until))
    yield from ((day, day) for day in sorted(single - _all(when.skipped, first)))


def _all(days: list[YearlessDate], first: date) -> set[date]:
    return {_placed(day, None, first) for day in days}


def _repeated(rule: str, first: date, since: date, until: date) -> Iterator[date]:
    start, after = (datetime.combine(day, time()) for day in (first, since))
    for moment in rrulestr(rule, dtstart=start, ignoretz=True).xafter(after, count=MOST, inc=True):
        if moment.date() > until:
            return
        yield moment.date()


def _span(when: When, first: date, last: date, zone: ZoneInfo) -> OccurrenceSpan:
    midnight = at(last + timedelta(days=1), time(), zone)
    if when.start is None:
        return OccurrenceSpan(at(first, time(), zone), midnight, Hours.ALL_DAY)
    begins = at(first, when.start, zone)
    if when.end is None:
        return OccurrenceSpan(begins, begins + OPEN_END if first == last else midnight, Hours.FROM)
    ends = at(last, when.end, zone)
    return OccurrenceSpan(
        begins, ends if ends > begins else at(last + timedelta(days=1), when.end, zone), Hours.FROM_TO
    )
