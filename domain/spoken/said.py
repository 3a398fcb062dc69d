"""The parts that a typed time may have, before a calendar says which day and instant they are."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import time
from typing import Any

PARTS_OF_DAY = {"morning": range(13), "afternoon": range(12, 20), "evening": range(16, 24)}
"""Which hours a part of the day can have. The night has those at both ends of the day."""
_NIGHT = (*range(6), *range(20, 24))


@dataclass(frozen=True)
class SpokenClock:
    """An hour as said: `half` is "am", "pm" or nothing, `named` "noon", "midnight" or nothing.

    `marked` says that it can only be an hour: "18:30", "8pm", "18h"; not "18".
    """

    hour: int
    minute: int = 0
    half: str = ""
    named: str = ""
    marked: bool = False

    def at(self, part: str | None = None) -> time | None:
        """Return the time of the 24-hour clock; None when there is no such hour in that part of the day.

        Without "pm" or a part of the day, "8" is eight in the morning.
        """
        hour, minute = self.hour, self.minute
        if minute > 59 or not 0 <= hour <= 23:
            return None
        if self.half:
            if not (1 <= hour <= 12 or (hour == 0 and minute)):
                return None
            hour = hour % 12 + (12 if self.half == "pm" else 0)
        if part is None or self.named:
            return time(hour, minute)
        fitting = [each for each in self._hours(hour) if each in PARTS_OF_DAY.get(part, _NIGHT)]
        return time(fitting[0], minute) if len(fitting) == 1 else None

    def _hours(self, hour: int) -> list[int]:
        return [hour] if self.half or not 1 <= hour <= 11 else [hour, hour + 12]

    @property
    def midnight(self) -> bool:
        """ "24" and "midnight" are an end of the day, not a time in it."""
        return (self.hour == 24 or self.named == "midnight") and self.minute == 0


@dataclass(frozen=True)
class Span:
    """A length of time: months and days by the calendar, minutes by the clock."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    def __add__(self, other: Span) -> Span:
        return Span(self.months + other.months, self.days + other.days, self.minutes + other.minutes)

    def __mul__(self, times: int) -> Span:
        return Span(self.months * times, self.days * times, self.minutes * times)


@dataclass(frozen=True)
class Said:
    """One way to understand a whole message. A part that was not said is None.

    `date` is day, month and year, or no year; `number` a day of the month; `relative` a number of days from
    today. `span` is counted from now, `shift` from what is to be moved, `lasting` from the start;
    `length` is one of which nothing is said.
    `direction` is 1 for "postpone", -1 for "bring forward". `bare_*` are numbers that only the question asked
    makes a day or an hour.
    """

    weekday: int | None = None
    which: str | None = None
    date: tuple[int, int, int | None] | None = None
    number: int | None = None
    relative: int | None = None
    part: str | None = None
    start: SpokenClock | None = None
    end: SpokenClock | None = None
    span: Span | None = None
    shift: Span | None = None
    lasting: Span | None = None
    length: Span | None = None
    direction: int | None = None
    until: bool | None = None
    bare_day: bool | None = None
    bare_hour: bool | None = None

    def with_parts(self, parts: dict[str, Any]) -> Said | None:
        """Return it with these parts, too; None when one of them was said already."""
        if any(getattr(self, name) is not None for name in parts):
            return None
        return replace(self, **parts)

    @property
    def has_day(self) -> bool:
        return any(part is not None for part in (self.weekday, self.date, self.number, self.relative))

    def only(self, *names: str) -> bool:
        """Tell whether nothing but these parts was said."""
        return all(getattr(self, each.name) is None for each in fields(self) if each.name not in names)
