"""Moments and days as people type them: "domani alle 18", "fra un'ora e mezza", "jusqu'à dimanche".

Understood as a whole, in one way, or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import at
from domain.spoken.days import YEARS, day_of, moved
from domain.spoken.grammar import meanings
from domain.spoken.said import Said

_DAY = ("weekday", "which", "date", "number", "relative", "span", "bare_day")


@dataclass(frozen=True)
class SpokenTime:
    """A time that was understood. `has_hour` is false if only a day was named: `moment` is then its midnight."""

    moment: datetime
    has_hour: bool


def understand(text: str, language: str, now: datetime, zone: ZoneInfo) -> SpokenTime | None:
    """Return the instant meant by `text`, in UTC; None when it cannot be read. It may lie in the past."""
    if (exact := _with_offset(text)) is not None:
        return SpokenTime(exact, has_hour=True)
    found = meanings(text, language, lambda said: _moment(said, now, zone))
    return found.pop() if len(found) == 1 else None


def understand_day(text: str, language: str, today: date, *, lasting: bool = False) -> date | None:
    """Return the day meant by `text`, "until" before it or not; None when it cannot be read, or says an hour.

    `lasting` lets "for two weeks" and "two weeks" be a day, too.
    """

    def day(said: Said) -> date | None:
        if lasting and (length := said.lasting or said.length) is not None:
            said = replace(said, span=length, lasting=None, length=None)
        return day_of(said, today) if said.only(*_DAY, "until") else None

    found = meanings(text, language, day)
    return found.pop() if len(found) == 1 else None


def day_of_another_weekday(text: str, language: str, today: date) -> date | None:
    """Return the day of "Friday 23 October" when it is none; None when the text does not contradict itself so."""

    def day(said: Said) -> date | None:
        if said.weekday is None or not (said.date or said.number or said.relative is not None):
            return None
        found = day_of(replace(said, weekday=None, which=None), today)
        return found if found is not None and found.weekday() != said.weekday else None

    found = meanings(text, language, day)
    return found.pop() if len(found) == 1 else None


def _with_offset(text: str) -> datetime | None:
    """ "2027-10-23T18:30Z", "2027-10-23T18:30+02:00" """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None and moment.year in YEARS else None


def _moment(said: Said, now: datetime, zone: ZoneInfo) -> SpokenTime | None:
    if not said.only(*_DAY, "part", "start", "bare_hour") or _too_bare(said):
        return None
    if said.span is not None and said.span.minutes:
        return SpokenTime(moved(now, said.span, zone), has_hour=True) if said.only("span") else None
    today = now.astimezone(zone).date()
    day = day_of(said, today)
    if said.start is None:
        return None if day is None else SpokenTime(at(day, time(0), zone), has_hour=False)
    moment = _at_clock(said, day, now, zone)
    return None if moment is None else SpokenTime(moment, has_hour=True)


def _too_bare(said: Said) -> bool:
    """A number alone is a day only beside its day of the week, an hour only beside "tomorrow"."""
    return bool(
        (said.bare_day and said.weekday is None)
        or (said.bare_hour and (said.relative is None or said.weekday is not None))
    )


def _at_clock(said: Said, day: date | None, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the hour on that day; without a day, the next time the clocks show it."""
    today, start = now.astimezone(zone).date(), said.start
    if start is None:
        return None
    if start.midnight:  # tonight's; of a named day it could be either end
        return at(today + timedelta(days=1), time(0), zone) if day in (None, today) else None
    clock = start.at(said.part)
    if clock is None:
        return None
    moment = at(day or today, clock, zone)
    tonight = said.relative == 0 and said.part == "night" and clock.hour < 6
    if moment <= now and (day is None or tonight):
        moment = at(today + timedelta(days=1), clock, zone)
    return moment
