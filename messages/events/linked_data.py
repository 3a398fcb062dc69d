"""An event for machines, in the vocabulary of schema.org."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from domain.events.events import Event, Status
from domain.events.timing import Hours
from messages.localizer import Localizer

VOCABULARY = "https://schema.org"
STATUS = {Status.CANCELLED: "EventCancelled", Status.MOVED: "EventRescheduled"}


def linked(event: Event, voice: Localizer, url: str) -> dict[str, Any]:
    """Return the event as an object of JSON-LD, with nothing in it that is not known."""
    slots = voice.event(event)
    starts, ends = _moments(event, voice)
    found = {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": voice.words.plain("calendar-summary", **slots),
        "startDate": starts,
        "endDate": ends if event.hours is not Hours.FROM else "",
        "eventStatus": f"{VOCABULARY}/{STATUS.get(event.status, 'EventScheduled')}",
        "location": _place(slots),
        "description": slots["note"],
        "inLanguage": voice.language,
    }
    return {name: value for name, value in found.items() if value}


def _moments(event: Event, voice: Localizer) -> tuple[str, str]:
    starts, ends = (moment.astimezone(voice.programme.zone) for moment in (event.starts_at, event.ends_at))
    if event.hours is Hours.ALL_DAY:
        return _day(starts), _day(ends - timedelta(seconds=1))
    return starts.isoformat(), ends.isoformat()


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _place(slots: dict[str, str]) -> dict[str, str]:
    if slots["online"]:
        return {"@type": "VirtualLocation", "url": slots["online"]}
    if not slots["where"]:
        return {}
    address = ", ".join(filter(None, [slots["address"], slots["area"]]))
    return {"@type": "Place", "name": slots["venue"] or slots["area"], "address": address or slots["venue"]}
