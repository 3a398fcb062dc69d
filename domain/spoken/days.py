"""The day that is meant, by the calendar. Raises `ValueError` for a day that there is not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import at, months_later
from domain.spoken.said import Said, Span

YEARS = range(2000, 2200)
_LATELY = timedelta(days=35)
"""A day without a year may be so long ago: "8 ottobre", said on the 9th, is a slip, not next year."""


def day_of(said: Said, today: date, near: date | None = None) -> date | None:
    """Return the day named; None when none is. `near` is that of the meeting it is said of.

    Raises `ValueError` when there is no such day, or when one part contradicts another: "Friday 23 October"
    of a year in which it is a Saturday.
    """
    days = set(_named(said, today, near))
    if said.weekday is not None:
        days = days or {_weekday(said.weekday, said.which, today, near)}
        if any(day.weekday() != said.weekday for day in days):
            raise ValueError(f"not that day of the week: {days}")
    if len(days) > 1:
        raise ValueError(f"several days at once: {days}")
    return days.pop() if days else None


def _named(said: Said, today: date, near: date | None) -> list[date]:
    days = []
    if said.date is not None:
        days.append(_dated(*said.date, today))
    if said.number is not None:
        days.append(_of_month(said.number, near or today, today))
    if said.relative is not None:
        days.append(today + timedelta(days=said.relative))
    if said.span is not None:
        days.append(_later(today, said.span))
    return days


def _dated(day: int, month: int, year: int | None, today: date) -> date:
    if year is not None:
        if year not in YEARS:
            raise ValueError(f"too far away: {year}")
        return date(year, month, day)
    for each in range(today.year - 1, today.year + 9):  # a 29th of February may be eight years away
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if found >= today - _LATELY:
            return found
    raise ValueError(f"never: {day}/{month}")


def _of_month(number: int, near: date, today: date) -> date:
    """ "il 24": of the meeting's month, or of the next when it is over."""
    day = near.replace(day=number)
    return day if day >= today else months_later(near.replace(day=1), 1).replace(day=number)


def _weekday(weekday: int, which: str | None, today: date, near: date | None) -> date:
    """Return the first after today; of a meeting, the one nearest to it. "This Friday" may be today."""
    if which == "next_week":
        return today + timedelta(days=7 - today.weekday() + weekday)
    ahead = (weekday - today.weekday()) % 7
    day = today + timedelta(days=ahead if which == "this" else ahead or 7)
    weeks = round((near - day).days / 7) if near is not None and which is None else 0
    return day + timedelta(weeks=max(0, weeks))


def _later(day: date, span: Span) -> date:
    if span.minutes:
        raise ValueError("hours are no days")
    return months_later(day, span.months) + timedelta(days=span.days)


def moved(moment: datetime, span: Span, zone: ZoneInfo) -> datetime:
    """Return the moment so much later: whole days by the wall clock, so that six in the evening stays six."""
    if span.months or span.days:
        local = moment.astimezone(zone)
        day = months_later(local.date(), span.months) + timedelta(days=span.days)
        moment = at(day, local.time(), zone)
    return moment.astimezone(UTC) + timedelta(minutes=span.minutes)
