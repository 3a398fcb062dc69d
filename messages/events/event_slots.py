"""Say an event in the slots of a message: its name, when and where it is, and what else is known of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.events.events import Event
from domain.events.timing import Hours
from messages import dates
from messages.message import Html

if TYPE_CHECKING:
    from messages.localizer import Localizer

TITLE, AREA, NONE = "title", "area", "none"
"""How an event is named: by its own title or kind, by its area, or only by the word for it."""


def slots(event: Event, voice: Localizer, date: str) -> dict[str, str]:
    """Return every slot, all from the event's row, so that no message can contradict another.

    `date`: its day as the message shows it. Slots of what is not known are empty.
    """
    venue, address = voice.venue(event.venue, event.place)
    area = voice.joined(map(voice.area, event.areas))
    named, title = name(event, voice)
    found = {
        "area": area,
        "name": title,
        "named": named,
        "date": date,
        "weekday": dates.weekday(event.starts_at, voice.words, voice.programme.zone),
        **_hours(event, voice),
        "venue": venue,
        "address": address,
        "duration": voice.duration(event) if event.hours is Hours.FROM_TO else "",
        "programme": voice.programme_name,
        "place": _listed(venue, address),
        "where": _listed(venue, address, area),
    }
    found |= {
        "placed": f", {found['place']}" if found["place"] else "",
        "place_line": f"\n{found['place']}" if found["place"] else "",
        "when": _said("event-when", voice, found),
        "times": _said("event-times", voice, found),
        "brief": _said("event-brief", voice, found),
    }
    return found | details(event, voice)


def details(event: Event, voice: Localizer) -> dict[str, str]:
    """Return what the programme file says of the event; an organiser's note counts for more than the file's."""
    plan, venue = voice.programme.event(event.plan), voice.programme.venue(event.venue)
    kinds = [voice.say(kind.name) for each in event.kinds if (kind := voice.programme.kind(each))]
    found = {"kind": voice.joined(kinds), "title": "", "people": "", "price": "", "link": "", "contact": ""}
    found |= {"online": venue.online if venue else "", "booking": "", "booking_until": ""}
    found["note"] = event.note
    found["access"] = voice.say(venue.access) if venue and venue.access else ""
    if plan is None:
        return found
    for name in ("title", "price", "contact"):
        words = getattr(plan, name)
        found[name] = voice.say(words) if words else ""
    if plan.note and not event.note:
        found["note"] = voice.say(plan.note)
    booking = plan.booking
    until = booking.until.in_year(event.starts_at.year) if booking and booking.until else None
    return found | {
        "people": voice.joined(plan.people),
        "link": plan.link,
        "booking": booking.link if booking else "",
        "booking_until": voice.date(until) if until else "",
    }


def lines(found: dict[str, str], voice: Localizer) -> Html:
    """Return when and where, a line each."""
    where = ["fact-where"] if found["where"] else []
    online = ["fact-online"] if found["online"] else []
    values = {"fact-when": found["when"], "fact-where": found["where"], "fact-online": found["online"]}
    return Html("\n".join(voice.words(key, value=values[key]) for key in ("fact-when", *where, *online)))


def facts(found: dict[str, str], voice: Localizer) -> Html:
    """Return the lines of a card: when, where, and whatever else is known."""
    parts = [lines(found, voice)]
    for name in ("access", "people", "price"):
        if found[name]:
            parts.append(voice.words(f"fact-{name}", value=found[name]))
    if found["booking"]:
        key = "fact-booking-until" if found["booking_until"] else "fact-booking"
        parts.append(voice.words(key, value=found["booking"], day=found["booking_until"]))
    for name in ("contact", "link"):
        if found[name]:
            parts.append(voice.words(f"fact-{name}", value=found[name]))
    return Html("\n".join(parts))


def name(event: Event, voice: Localizer) -> tuple[str, str]:
    """Return how the event is named, and its name."""
    area = voice.joined(map(voice.area, event.areas))
    found = details(event, voice)
    if found["title"]:
        return TITLE, found["title"]
    if found["kind"]:
        return TITLE, _listed(found["kind"], area)
    return (AREA, area) if area else (NONE, voice.words.plain("event-word"))


def _hours(event: Event, voice: Localizer) -> dict[str, str]:
    starts, ends = (moment.astimezone(voice.programme.zone) for moment in (event.starts_at, event.ends_at))
    last = (ends - timedelta(seconds=1)).date()
    hours = "until" if event.hours is not Hours.FROM_TO and last > starts.date() else str(event.hours)
    return {
        "hours": hours,
        "start": voice.clock(event.starts_at) if event.hours is not Hours.ALL_DAY else "",
        "end": voice.clock(event.ends_at) if event.hours is Hours.FROM_TO else "",
        "until": voice.date(last) if hours == "until" else "",
    }


def _said(key: str, voice: Localizer, found: dict[str, str]) -> str:
    if isinstance(found["date"], Html):
        return voice.words(key, **found)
    return voice.words.plain(key, **found)


def _listed(*parts: str) -> str:
    return ", ".join(filter(None, parts))
