"""📅 An event as an .ics file that Google, Apple and Outlook calendars open.

The UID never changes and SEQUENCE grows with the event's version, so that a newer file replaces an older one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from domain.events.events import Event, Status
from messages.events.time_zone import time_zone
from messages.localizer import Localizer

if TYPE_CHECKING:
    import icalendar

ALARM = timedelta(hours=-2)


@dataclass(frozen=True)
class IcsFile:
    name: str
    content: bytes
    caption: str


def calendar_file(event: Event, voice: Localizer, now: datetime) -> IcsFile:
    cancelled = event.status is Status.CANCELLED
    caption = voice.words.plain("calendar-caption-cancelled" if cancelled else "calendar-caption")
    return IcsFile(f"{event.slug}.ics", _content(event, voice, now), caption)


def _content(event: Event, voice: Localizer, now: datetime) -> bytes:
    import icalendar  # a tenth of a second, and few ever ask for it

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Campanile//" + voice.language.upper())
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    entry = icalendar.Event()
    for name, value in _fields(event, voice, now).items():
        entry.add(name, value)
    if event.status is Status.PLANNED:
        entry.add_component(_alarm(event, voice))
    calendar.add_component(time_zone(voice.programme.zone, event.starts_at))
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _fields(event: Event, voice: Localizer, now: datetime) -> dict[str, object]:
    words, zone, slots = voice.words, voice.programme.zone, voice.event(event)
    fields: dict[str, object] = {
        "uid": f"{event.slug}@{voice.programme.id}.campanile",
        "sequence": event.version - 1,
        "dtstamp": now,
        "dtstart": event.starts_at.astimezone(zone),
        "dtend": event.ends_at.astimezone(zone),
        "summary": words.plain("calendar-summary", **slots),
        "location": ", ".join(part for part in (slots["venue"], slots["address"], slots["area"]) if part),
        "status": "CANCELLED" if event.status is Status.CANCELLED else _standing(event),
    }
    return fields | ({"description": event.note} if event.note else {})


def _standing(event: Event) -> str:
    return "CONFIRMED" if event.confirmed else "TENTATIVE"


def _alarm(event: Event, voice: Localizer) -> icalendar.Alarm:
    import icalendar

    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", voice.words.plain("calendar-alarm", **voice.event(event)))
    alarm.add("trigger", ALARM)
    return alarm
