"""Days and hours of a calendar's event, by the programme's clock."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

from reading.drafts import YEARS, DraftWhen, Wishes
from reading.errors import Flaw
from reading.recurrence import MOST_DAYS, parts
from reading.tables.dates import Order, WrittenDate

DAY = timedelta(days=1)


def moment(value: Any, zone: ZoneInfo | None) -> datetime:
    """Return a DTSTART or the like by the programme's clock; a whole day begins at midnight."""
    at = value.dt[0] if isinstance(value.dt, tuple) else value.dt  # the beginning of a period
    if isinstance(at, datetime):
        if at.tzinfo is None:
            named = str(value.params.get("TZID", ""))
            if named:
                raise Flaw(f'there is no time zone "{named[:60]}"')
            return _checked(at)
        return _checked((at.astimezone(zone) if zone else at).replace(tzinfo=None))
    return _checked(datetime.combine(at, time()))


def _checked(at: datetime) -> datetime:
    if not YEARS[0] <= at.year <= YEARS[1]:
        raise Flaw(f"the year {at.year} is not between {YEARS[0]} and {YEARS[1]}")
    return at


def impossible(problem: str) -> str:
    """Return what is wrong with the day or the hour that a library quotes; "" if it quotes none."""
    found = re.search(r"\b(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\dZ?)?\b", problem)
    if found is None:
        return ""
    year, month, day = (int(each) for each in found.groups()[:3])
    try:
        WrittenDate(year, day, month, Order.DAY_FIRST).day(Order.DAY_FIRST)
    except Flaw as flaw:
        return flaw.problem
    return f'"{found[4]}:{found[5]}" is no hour of the day' if found[4] else ""


class Moments:
    """When an event of a calendar takes place."""

    def __init__(self, component: Any, zone: ZoneInfo | None, wishes: Wishes) -> None:
        self.component, self.zone, self.wishes = component, zone, wishes
        begins = component.get("DTSTART")
        if begins is None:
            raise Flaw("has no DTSTART")
        self.whole_day = not isinstance(begins.dt, datetime)
        self.start = moment(begins, zone)
        self.length = self._length()

    def whens(self, without: Sequence[date] = (), *, first: bool = False) -> tuple[DraftWhen, ...]:
        """Return the lines of `when:`, without the days that are told elsewhere; with `first` only the first one."""
        rules = self._all("RRULE")
        gone = sorted({*without, *(at.date() for at in self._moments("EXDATE"))})
        more = sorted(at for at in self._moments("RDATE") if at.date() not in gone)
        if first:
            return (self._line(self.start),)
        if not rules:
            return tuple(self._line(at) for at in [self.start, *more] if at.date() not in gone)
        if len(rules) != 1 or not self._kept(rules[0]):
            return tuple(self._line(at) for at in self._expanded() if at.date() not in gone)
        rule = parts(rules[0].to_ical().decode())
        until = self._until(rules[0]) if rule.pop("UNTIL", "") else ""
        repeat = ";".join(f"{name}={value}" for name, value in rule.items() if name != "WKST" or value != "MO")
        also = tuple(f"{at:%Y-%m-%d}" for at in more if at.time() == self.start.time())
        others = tuple(self._line(at) for at in more if at.time() != self.start.time())
        line = replace(self._line(self.start), repeat=repeat, until=until, without=tuple(map(str, gone)), also=also)
        return (line, *others)

    def _kept(self, rule: Any) -> bool:
        """Return True if the rule says the same by the programme's clock, for a thing of less than a day."""
        if self.length is not None and self.length > DAY:
            return False
        at = self.component.get("DTSTART").dt
        if self.whole_day or at.tzinfo is None or self.zone is None:
            return True
        year = [datetime(at.year, month, 1, 12, tzinfo=UTC) for month in (1, 4, 7, 10)]
        same = all(each.astimezone(self.zone).utcoffset() == each.astimezone(at.tzinfo).utcoffset() for each in year)
        return same or (at.date() == self.start.date() and "FREQ=YEARLY" in rule.to_ical().decode())

    def _until(self, rule: Any) -> str:
        """Return the last day; an end before the hour of the start leaves its own day out."""
        until = rule["UNTIL"][0]
        if not isinstance(until, datetime):
            return str(_checked(datetime.combine(until, time())).date())
        _checked(until)
        if until.tzinfo is not None and self.zone is not None:
            until = until.astimezone(self.zone)
        early = not self.whole_day and until.time() < self.start.time()
        return (until.date() - DAY if early else until.date()).isoformat()

    def _expanded(self) -> list[datetime]:
        """Return every start up to the horizon, for rules that this programme's file has no words for."""
        alone = Calendar()
        alone.add_component(self.component)
        horizon = max(self.wishes.horizon, self.start.date())
        begin = min(self.start, datetime(self.wishes.today.year, 1, 1)) - DAY  # noqa: DTZ001
        try:
            found = recurring_ical_events.of(alone).between(begin.date(), horizon + DAY)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Flaw("repeats in a way that is not read: write its days one by one") from error
        if len(found) > MOST_DAYS:
            raise Flaw(f"repeats on more than {MOST_DAYS} days")
        return sorted(moment(each["DTSTART"], self.zone) for each in found)

    def _line(self, start: datetime) -> DraftWhen:
        day = start.date().isoformat()
        if self.whole_day:
            days = (self.length or DAY) // DAY
            return DraftWhen(day, (start + (days - 1) * DAY).date().isoformat() if days > 1 else "")
        end = start + self.length if self.length else None
        last = end.date().isoformat() if end and end - start >= DAY else ""
        return DraftWhen(day, last, start=start.time(), end=end.time() if end else None)

    def _length(self) -> timedelta | None:
        ends, lasts = self.component.get("DTEND"), self.component.get("DURATION")
        length = moment(ends, self.zone) - self.start if ends is not None else lasts.dt if lasts is not None else None
        if length is not None and length < timedelta(0):
            raise Flaw("ends before it begins")
        return length or None

    def _moments(self, name: str) -> list[datetime]:
        return [moment(each, self.zone) for listed in self._all(name) for each in getattr(listed, "dts", ())]

    def _all(self, name: str) -> list[Any]:
        found = self.component.get(name)
        return found if isinstance(found, list) else [found] if found is not None else []
