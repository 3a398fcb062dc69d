"""A meeting's new day and hours as people type them: "dalle 18 alle 20.30", "sposta alle 19", "il 24",
"fino alle 21", "un'ora dopo", "from 6pm to 8.30pm", "le 24 octobre de 18h à 20h30".

Understood as a whole, in one way, or not at all; and never more is changed than was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import at
from domain.spoken.days import day_of, moved
from domain.spoken.grammar import meanings
from domain.spoken.said import Said, Span, SpokenClock


class AskedFor(StrEnum):
    DAY = "day"
    HOURS = "hours"
    WHEN = "when"


@dataclass(frozen=True)
class SpokenMeeting:
    """From when to when it is now, in the zone of its clocks."""

    starts_at: datetime
    ends_at: datetime
    zone: ZoneInfo

    @property
    def start(self) -> datetime:
        return self.starts_at.astimezone(self.zone)

    @property
    def end(self) -> datetime:
        return self.ends_at.astimezone(self.zone)


@dataclass(frozen=True)
class SpokenHours:
    """The start and the end that were understood, in UTC. They may lie in the past or the wrong way round.

    `has_day`, `has_hours` and `has_end` say what was named; the rest is as it was. `beyond` says that more, or
    something else, would change than was asked for.
    """

    starts_at: datetime
    ends_at: datetime
    has_day: bool = True
    has_hours: bool = True
    has_end: bool = True
    beyond: bool = False


def understand(
    text: str, language: str, now: datetime, meeting: SpokenMeeting, asked: AskedFor = AskedFor.WHEN
) -> SpokenHours | None:
    """Return what `text` makes of the meeting; None when it cannot be read.

    What is not named stays: a new start keeps the duration, a new day keeps the hours.
    """

    def meant(said: Said) -> SpokenHours | None:
        spoken = None if _too_bare(said, asked) else _spoken(said, now, meeting)
        return spoken and replace(spoken, beyond=_beyond(spoken, meeting, asked))

    found = meanings(text, language, meant)
    within = {each for each in found if not each.beyond}
    return next(iter(within or found)) if len(within) == 1 or (found and not within) else None


def _too_bare(said: Said, asked: AskedFor) -> bool:
    """A number alone is what was asked for; where both were, a day beside its day of the week, an hour beside
    "tomorrow" or another hour: "18-20"."""
    day = said.bare_day and not (asked is AskedFor.DAY or said.weekday is not None)
    hour = said.bare_hour and not (asked is AskedFor.HOURS or said.relative is not None or said.end is not None)
    return bool(day or hour)


def _beyond(spoken: SpokenHours, meeting: SpokenMeeting, asked: AskedFor) -> bool:
    start, end = (each.astimezone(meeting.zone) for each in (spoken.starts_at, spoken.ends_at))
    if asked is AskedFor.HOURS:
        return not spoken.has_hours or start.date() != meeting.start.date()
    if asked is AskedFor.DAY:
        hours = (start.time(), end.time()) != (meeting.start.time(), meeting.end.time())
        return not spoken.has_day or hours
    return False


def _spoken(said: Said, now: datetime, meeting: SpokenMeeting) -> SpokenHours | None:
    if said.until or said.length:
        return None
    if (span := said.shift) is not None:
        return _shifted(span, meeting) if said.only("shift") else None
    if said.span is not None and said.span.minutes:
        start = moved(now, said.span, meeting.zone)
        return SpokenHours(start, start + _duration(meeting), has_end=False) if said.only("span") else None
    day = day_of(said, now.astimezone(meeting.zone).date(), meeting.start.date())
    spoken = _with_clocks(said, day, meeting)
    if spoken is None or not (spoken.has_day or spoken.has_hours):
        return None
    way = (spoken.starts_at > meeting.starts_at) - (spoken.starts_at < meeting.starts_at)
    return None if said.direction not in (None, way) else spoken


def _shifted(span: Span, meeting: SpokenMeeting) -> SpokenHours:
    start, end = (moved(each, span, meeting.zone) for each in (meeting.starts_at, meeting.ends_at))
    return SpokenHours(start, end, bool(span.days or span.months), bool(span.minutes), has_end=False)


def _duration(meeting: SpokenMeeting) -> timedelta:
    return meeting.ends_at.astimezone(UTC) - meeting.starts_at.astimezone(UTC)


def _with_clocks(said: Said, named: date | None, meeting: SpokenMeeting) -> SpokenHours | None:
    zone, day = meeting.zone, named or meeting.start.date()
    start, end = _clocks(said)
    first = at(day, start or meeting.start.time(), zone)
    if end is not None:
        last = at(day + timedelta(days=int(end == time(0))), end, zone)
    elif said.lasting is not None:
        last = moved(first, said.lasting, zone)
    elif start is not None:
        last = first + _duration(meeting)
    else:
        last = at(day + (meeting.end.date() - meeting.start.date()), meeting.end.time(), zone)
    has_end = end is not None or said.lasting is not None
    return SpokenHours(first, last, named is not None, start is not None or has_end, has_end)


def _clocks(said: Said) -> tuple[time | None, time | None]:
    """Return both hours; raise `ValueError` when one of them cannot be.

    "From 6 to 8 pm" and "dalle 6 alle 8 di sera" are said of both hours, where that makes sense.
    """
    start, end = said.start, said.end
    if (said.part is not None and start is None and end is None) or (end is not None and said.lasting):
        raise ValueError("no hour, or two ends")
    first = last = None
    if end is not None:
        last = time(0) if end.midnight else _sure(end.at(said.part))
    if start is not None:
        if start.midnight:
            raise ValueError("midnight is the end of a day, not a beginning")
        first = _first(start, end, last, said.part)
        if end is not None and last is not None and start.half and not end.half and last <= first:
            later = replace(end, half=start.half).at()  # "from 6pm to 8"
            last = later if later is not None and later > first else last
    return first, last


def _first(start: SpokenClock, end: SpokenClock | None, last: time | None, part: str | None) -> time:
    plain = start.at(None if end is not None else part)
    if end is None or last is None:
        return _sure(plain)
    shared = replace(start, half=start.half or end.half).at(part)
    return shared if shared is not None and (shared < last or last == time(0)) else _sure(plain)


def _sure(clock: time | None) -> time:
    if clock is None:
        raise ValueError("no such hour")
    return clock
