"""📅 An event as an .ics file that Google, Apple and Outlook calendars open.

The UID never changes and SEQUENCE grows with the event's version, so that a newer file replaces an older one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain.events.events import Event
from domain.events.timing import Hours
from messages.events.published import mark
from messages.events.time_zone import time_zone
from messages.localizer import Localizer
from messages.markup import writable

if TYPE_CHECKING:
    import icalendar

ALARM = timedelta(hours=-2)
ASK_AGAIN = timedelta(hours=1)
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True)
class IcsFile:
    name: str
    content: bytes
    caption: str


def calendar_file(event: Event, voice: Localizer, now: datetime) -> IcsFile:
    cancelled = not event.takes_place
    caption = voice.words.plain("calendar-caption-cancelled" if cancelled else "calendar-caption")
    return IcsFile(f"{event.slug}.ics", _content(event, voice, now), caption)


def subscription(entries: Sequence[bytes], since: datetime, name: str, voice: Localizer) -> bytes:
    """Return a calendar that is asked for again and again, of entries that `subscribed` made; none begins before."""
    calendar = _empty(voice, since)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, {"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    return bytes(calendar.to_ical()).removesuffix(_END) + b"".join(entries) + _END


def subscribed(event: Event, voice: Localizer, now: datetime) -> bytes:
    """Return the event as an entry of such a calendar.

    What was called off stays there until it would have ended: some calendars drop what is marked as cancelled, and
    nobody would see it.
    """
    fields = _fields(event, voice, now.replace(minute=0, second=0, microsecond=0))
    if not event.takes_place:
        summary = f"{mark(event, voice)}{fields['summary']}"
        fields |= {"status": "CONFIRMED", "transp": "TRANSPARENT", "summary": summary}
    return bytes(_entry(fields).to_ical())


def _content(event: Event, voice: Localizer, now: datetime) -> bytes:
    calendar = _empty(voice, event.starts_at)
    entry = _entry(_fields(event, voice, now))
    if event.takes_place:
        entry.add_component(_alarm(event, voice))
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _empty(voice: Localizer, at: datetime) -> icalendar.Calendar:
    """Return a calendar of the programme's time zone, right from the year before `at` on."""
    import icalendar  # a tenth of a second, and few ever ask for it

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Campanile//" + voice.language.upper())
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(time_zone(voice.programme.zone, at))
    return calendar


def _entry(fields: Mapping[str, object]) -> icalendar.Event:
    import icalendar

    entry = icalendar.Event()
    for name, value in fields.items():
        entry.add(name, writable(value) if isinstance(value, str) else value)
    return entry


def _fields(event: Event, voice: Localizer, now: datetime) -> dict[str, object]:
    words, zone, slots = voice.words, voice.programme.zone, voice.event(event)
    starts, ends = _moments(event, zone)
    fields: dict[str, object] = {
        "uid": f"{event.slug}@{voice.programme.id}.campanile",
        "sequence": event.version - 1,
        "dtstamp": now,
        "dtstart": starts,
        "summary": words.plain("calendar-summary", **slots),
        "location": slots["where"] or slots["online"],
        "status": "CANCELLED" if not event.takes_place else _standing(event),
    }
    if event.hours is not Hours.FROM:
        fields["dtend"] = ends
    given = {"description": slots["note"], "url": slots["link"] or slots["online"]}
    return {name: value for name, value in (fields | given).items() if value != ""}


def _moments(event: Event, zone: ZoneInfo) -> list[datetime] | list[date]:
    """Return start and end; of a whole day the days, which calendars show above the hours."""
    moments = [moment.astimezone(zone) for moment in (event.starts_at, event.ends_at)]
    return [moment.date() for moment in moments] if event.hours is Hours.ALL_DAY else moments


def _standing(event: Event) -> str:
    return "CONFIRMED" if event.confirmed else "TENTATIVE"


def _alarm(event: Event, voice: Localizer) -> icalendar.Alarm:
    import icalendar

    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", voice.words.plain("calendar-alarm", **voice.event(event)))
    alarm.add("trigger", ALARM)
    return alarm
