"""A time zone as a calendar file has it: the rules by which its clocks change, told from what its clocks do.

Outlook and others read rules ("the last Sunday of March") but not long lists of dates. Where there is no such
rule, as in Morocco in Ramadan, the dates of a few years stand.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import icalendar

YEARS = 29
"""In 28 years each day has been every day of the week: what fits them all is the rule."""
YEARS_WITHOUT_RULE = 4
_STEP = timedelta(days=5)
"""No clocks have changed twice within it."""
_WEEK = 7
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Rule = dict[str, object]


@dataclass(frozen=True)
class ClockChange:
    """The clocks go from one offset to another; `local` is what they show just then."""

    instant: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def local(self) -> datetime:
        return (self.instant + self.before).replace(tzinfo=None)

    @property
    def kind(self) -> tuple[timedelta, timedelta, str]:
        return self.before, self.after, self.name


def time_zone(zone: ZoneInfo, at: datetime) -> icalendar.Timezone:
    """Return the zone's VTIMEZONE, right from the year before `at` on."""
    import icalendar

    component = icalendar.Timezone()
    component.add("tzid", zone.key)
    changes = _changes(zone, at.year - 1)
    if not changes or changes[0].instant > at:
        component.add_component(_observance([_unchanged(zone, at.year - 1)], None))
    kinds = dict.fromkeys(change.kind for change in changes)
    alike = [[change for change in changes if change.kind == kind] for kind in kinds]
    rules = [_rule(each) for each in alike]
    for each, rule in zip(alike, rules, strict=True):
        few = [change for change in each if change.instant.year < at.year - 1 + YEARS_WITHOUT_RULE]
        if all(rules) or few:
            component.add_component(_observance(each if all(rules) else few, rule if all(rules) else None))
    return component


def _observance(changes: Sequence[ClockChange], rule: Rule | None) -> icalendar.Component:
    import icalendar

    first = changes[0]
    summer = first.after > first.before
    observance = icalendar.TimezoneDaylight() if summer else icalendar.TimezoneStandard()
    observance.add("dtstart", first.local)
    observance.add("tzoffsetfrom", first.before)
    observance.add("tzoffsetto", first.after)
    observance.add("tzname", first.name)
    if rule:
        observance.add("rrule", {"freq": "yearly", **rule})
    elif changes[1:]:
        observance.add("rdate", [change.local for change in changes[1:]])
    return observance


def _rule(changes: Sequence[ClockChange]) -> Rule | None:
    """The rule that all these follow, every year; none when there is none."""
    days = [change.local for change in changes]
    shared = {(day.month, day.weekday(), day.time()) for day in days}
    if len(shared) != 1 or [day.year for day in days] != list(range(days[0].year, days[0].year + YEARS)):
        return None
    first, last = min(day.day for day in days), max(day.day for day in days)
    weekday, month = _WEEKDAYS[days[0].weekday()], days[0].month
    if all(day.day + _WEEK > calendar.monthrange(day.year, day.month)[1] for day in days):
        return {"bymonth": month, "byday": f"-1{weekday}"}
    if first % _WEEK == 1 and last == first + _WEEK - 1:
        return {"bymonth": month, "byday": f"{last // _WEEK}{weekday}"}
    if last - first < _WEEK:
        return {"bymonth": month, "byday": weekday, "bymonthday": list(range(first, last + 1))}
    return None


def _changes(zone: ZoneInfo, year: int) -> list[ClockChange]:
    """All the changes of the years from that on."""
    found: list[ClockChange] = []
    instant, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + YEARS, 1, 1, tzinfo=UTC)
    while instant < end:
        following = instant + _STEP
        if _offset(zone, instant) != _offset(zone, following):
            found.append(_change(zone, instant, following))
        instant = following
    return found


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> ClockChange:
    """The one change between two moments."""
    old, new = _offset(zone, before), _offset(zone, after)
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return ClockChange(after, old, new, after.astimezone(zone).tzname() or "")


def _unchanged(zone: ZoneInfo, year: int) -> ClockChange:
    start = datetime(year, 1, 1, tzinfo=UTC)
    offset = _offset(zone, start)
    return ClockChange(start, offset, offset, start.astimezone(zone).tzname() or "")


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta()
