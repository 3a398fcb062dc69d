"""A meeting's new day and hours as people type them: "dalle 18 alle 20.30", "sposta alle 19", "il 24",
"fino alle 21", "un'ora dopo", "from 6pm to 8.30pm", "le 24 octobre de 18h à 20h30"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain import spoken_time
from domain.calendar import at

_CLOCK = r"(?:ore\s*|le\s+)?(\d{1,2})(?:\s*[:.h]\s*(\d{2})|\s*h)?\s*([ap]m)?"
_FROM = r"(?:dalle|dall'|dall|tra\s+le|fra\s+le|from|between|entre|de|des|da)\s*"
_TO = r"\s*(?:fino\s+alle|fino\s+all'|alle|all'|to|until|till|and|e\s+le|et|jusqu'à|à|a)\s*"
_RANGE = re.compile(rf"\b{_FROM}{_CLOCK}{_TO}{_CLOCK}(?![\w/])")
_DASHED = re.compile(rf"(?<![\d/.-]){_CLOCK}\s*[-–]\s*{_CLOCK}(?![\d/-])")
_UNTIL = re.compile(
    rf"\b(?:fino\s+alle|fino\s+all'|finisce\s+alle|termina\s+alle|fine\s+alle|until|till|ends?\s+at"
    rf"|jusqu'à|finit\s+à|se\s+termine\s+à)\s*{_CLOCK}(?![\w/])"
)
_BARE = re.compile(rf"^{_CLOCK}$")
_MOVE_WORDS = re.compile(
    r"\b(sposta(?:lo|la|re|to|ta|ti|te)?|spostiamo|rimanda(?:lo|to)?|cambia|inizia|comincia|inizio|incontro"
    r"|move|moved|it|starts?|begins?|meeting|reporte[rz]?|déplace[rz]?|commence|début|rencontre|the|al|all'|to)\b"
)
_WEEKDAYS = re.compile(
    r"^(luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$"
)
_SHIFT = re.compile(
    r"(?P<half>mezz'?\s?ora|half\s+an\s+hour|une\s+demi-heure|demi-heure)"
    r"|(?P<many>\d+|un'|un|una|an|a|one|une|il|le|due|two|deux|tre|three|trois)\s*"
    r"(?P<unit>or[ae]|hours?|heures?|minut[oi]|minutes?|min|giorn[oi]|days?|jours?|settiman[ae]|weeks?|semaines?)\b"
)
_LATER = re.compile(
    r"\b(dopo|più\s+tardi|posticipa\w*|ritarda\w*|rimanda\w*|later|after|plus\s+tard|après)\b"
)
_EARLIER = re.compile(r"\b(prima|anticipa\w*|earlier|before|plus\s+tôt|avant)\b")
_COUNTS = {"due": 2, "two": 2, "deux": 2, "tre": 3, "three": 3, "trois": 3}
_FARTHEST = timedelta(days=330)
_UNITS = {"o": 60, "h": 60, "m": 1, "g": 1440, "d": 1440, "j": 1440, "s": 10080, "w": 10080}


@dataclass(frozen=True)
class SpokenHours:
    """The start and the end that were understood, in UTC. They may lie in the past or the wrong way round.

    `has_day` and `has_hours` say what was named; the rest is as it was.
    """

    starts_at: datetime
    ends_at: datetime
    has_day: bool = True
    has_hours: bool = True


@dataclass(frozen=True)
class _Named:
    day: date | None
    start: time | None
    end: time | None


def understand(
    text: str,
    language: str,
    now: datetime,
    zone: ZoneInfo,
    starts_at: datetime,
    ends_at: datetime,
    *,
    hours: bool = False,
) -> SpokenHours | None:
    """What `text` makes of a meeting that is from `starts_at` to `ends_at`; None when it cannot be read.

    What is not named stays: a new start keeps the duration, a new day keeps the hours. `hours` says that
    hours were asked for, so that a bare "19" is one and not a day of the month.
    """
    spoken = " ".join(text.lower().replace("’", "'").replace("–", "-").split()).strip(" .!?")
    if (shift := _shift(spoken)) is not None:
        return SpokenHours(_moved(starts_at, shift, zone), _moved(ends_at, shift, zone))
    start, end = starts_at.astimezone(zone), ends_at.astimezone(zone)
    named = _named(spoken, language, now, start, hours=hours)
    if named is None:
        return None
    day = named.day or start.date()
    first = at(day, named.start or start.time(), zone)
    if named.end is not None:
        last = at(day, named.end, zone)
    elif named.start is not None:
        last = first + (ends_at - starts_at)
    else:
        last = at(day + (end.date() - start.date()), end.time(), zone)
    return SpokenHours(first, last, named.day is not None, bool(named.start or named.end))


def _shift(spoken: str) -> timedelta | None:
    """ "un'ora dopo", "anticipa di mezz'ora" """
    later, earlier = _LATER.search(spoken), _EARLIER.search(spoken)
    found = _SHIFT.search(spoken)
    if found is None or (later is None) == (earlier is None):
        return None
    many = found["many"] or "1"
    count = int(many) if many.isdigit() else _COUNTS.get(many, 1)
    minutes = 30 if found["half"] else min(count, 999) * _UNITS[found["unit"][0]]
    return timedelta(minutes=minutes if later else -minutes)


def _moved(moment: datetime, shift: timedelta, zone: ZoneInfo) -> datetime:
    """Whole days by the wall clock, so that six in the evening stays six."""
    if shift % timedelta(days=1):
        return moment + shift
    local = moment.astimezone(zone)
    return at(local.date() + shift, local.time(), zone)


def _named(spoken: str, language: str, now: datetime, start: datetime, *, hours: bool) -> _Named | None:
    if hours and (bare := _BARE.match(spoken)):
        clock = _clock(*bare.groups())
        return None if clock is None else _Named(None, clock, None)
    for pattern in (_RANGE, _DASHED):
        found = pattern.search(spoken)
        if found is not None and (pattern is _RANGE or _looks_like_hours(found)):
            return _with_hours(spoken, found, language, now, start)
    if (until := _UNTIL.search(spoken)) is not None:
        end, rest = _clock(*until.groups()), _rest(spoken, until)
        day = _day(rest, language, now, start)
        return None if end is None or day is None else _Named(_said(day, rest), None, end)
    return _start_only(spoken, language, now, start)


def _looks_like_hours(found: re.Match[str]) -> bool:
    """ "18-20.30" and "18-20", but not "24-10", which is a day."""
    exact = any((found[2], found[3], found[5], found[6])) or "h" in found[0] or "ore" in found[0]
    return exact or (int(found[1]) < int(found[4]) <= 24 and int(found[4]) > 12)


def _clock(hour: str, minute: str | None, suffix: str | None) -> time | None:
    return spoken_time.clock_time(int(hour), int(minute or 0), suffix or "")


def _with_hours(
    spoken: str, found: re.Match[str], language: str, now: datetime, start: datetime
) -> _Named | None:
    suffix = found[3] or (found[6] if int(found[1]) <= int(found[4]) else None)  # "from 6 to 8pm"
    first, last = _clock(found[1], found[2], suffix), _clock(found[4], found[5], found[6])
    rest = _rest(spoken, found)
    day = _day(rest, language, now, start)
    return None if first is None or last is None or day is None else _Named(_said(day, rest), first, last)


def _start_only(spoken: str, language: str, now: datetime, start: datetime) -> _Named | None:
    clock, rest = spoken_time.split_hour(spoken)
    day = _day(rest, language, now, start)
    if day is None or (clock is None and not _essence(rest)):
        return None
    return _Named(_said(day, rest), clock, None)


def _said(day: date, rest: str) -> date | None:
    return day if _essence(rest) else None


def _rest(spoken: str, found: re.Match[str]) -> str:
    return spoken_time.without_filler(spoken[: found.start()] + " " + spoken[found.end() :])


def _essence(rest: str) -> str:
    return " ".join(_MOVE_WORDS.sub(" ", rest).split()).strip(" ,.-")


def _day(rest: str, language: str, now: datetime, start: datetime) -> date | None:
    """The day named; the meeting's own when none is; None when it cannot be read."""
    named = _essence(rest)
    if not named:
        return start.date()
    if re.fullmatch(r"\d{1,2}", named):
        return _of_month(int(named), start.date(), now.astimezone(start.tzinfo).date())
    zone = start.tzinfo
    if not isinstance(zone, ZoneInfo):
        return None
    day = spoken_time.find_day(named, language, now, zone)
    if day is None:
        return None
    if _WEEKDAYS.match(named):
        return _nearest(day, start.date())
    return day if re.search(r"\d{4}", named) else _lately(day, now.astimezone(zone).date())


def _lately(day: date, today: date) -> date:
    """ "8 ottobre", said on the 9th, is yesterday: nobody plans a meeting by mistake for the next year."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1) if day - today > _FARTHEST and not leap else day


def _of_month(number: int, near: date, today: date) -> date | None:
    """ "il 24": of the meeting's month, or of the next when that is over."""
    for month in (near, _next_month(near)):
        try:
            day = month.replace(day=number)
        except ValueError:
            continue
        if day >= today:
            return day
    return None


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _nearest(day: date, near: date) -> date:
    """The same weekday, as near to the meeting as it can be without going back before `day`."""
    weeks = max(0, round((near - day).days / 7))
    return day + timedelta(weeks=weeks)
