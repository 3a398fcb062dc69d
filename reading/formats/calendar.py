"""Read a calendar (.ics): one event for each UID, with its rule and the days that were moved or taken out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import x_wr_timezone
from icalendar import Calendar
from icalendar.prop import vCategory, vGeo

from reading.drafts import CANCELLED, PLANNED, DraftEvent, DraftProgramme, DraftVenue, Wishes
from reading.errors import Flaw, SourceError
from reading.formats.moments import Moments, impossible, moment
from reading.source import Source
from reading.texts import clean, note, short, zone_of

_FIELDS = {"title": "SUMMARY", "kinds": "CATEGORIES", "venue": "LOCATION", "link": "URL", "contact": "CONTACT"}
_NOTE = "DESCRIPTION"
_SINGLE = ("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "STATUS", "CLASS")
_DAYS = ("RRULE", "RDATE", "EXDATE")
_PRIVATE = ("PRIVATE", "CONFIDENTIAL")
MAPPED = ("title", "kinds", "area", "venue", "people", "price", "link", "booking", "contact", "note")


def read(source: Source, wishes: Wishes) -> DraftProgramme:
    """Return the events of the calendar; tasks, journals and what is private are left out."""
    text = source.text()
    calendar = _parsed(text)
    zone = wishes.zone or zone_of(_calendar_zone(calendar))
    draft = DraftProgramme([], clean(calendar.get("X-WR-CALNAME")), zone)
    components = calendar.walk("VEVENT")
    lines = _lines(text)
    placed = [(f"line {line}", component) for line, component in zip(lines, components, strict=False)]
    public = [each for each in placed if str(each[1].get("CLASS", "")).upper() not in _PRIVATE]
    if left := len(components) - len(public):
        draft.notes.append(f"{left} private event{'s' if left > 1 else ''} left out.")
    flaws = [flaw for where, component in public for flaw in _unreadable(component, where)]
    for own, others in [] if flaws else _by_uid(public, flaws):
        try:
            draft.events += _CalendarEntry(own, others, wishes, ZoneInfo(zone) if zone else None).events()
        except Flaw as flaw:
            flaws.append(flaw.at(own[0]))
    if flaws:
        raise SourceError(source.name, flaws)
    return draft


def _parsed(text: str) -> Calendar:
    unfolded = re.sub(r"\r\n?", "\n", text)
    try:
        calendar: Calendar = x_wr_timezone.to_standard(Calendar.from_ical(unfolded))
        return calendar
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise Flaw(f"is no whole calendar: {clean(error)[:200]}") from error


def _calendar_zone(calendar: Calendar) -> str:
    """Return the zone that the calendar names, else the one that most events are written in."""
    if named := clean(calendar.get("X-WR-TIMEZONE")):
        return named
    starts = [event.get("DTSTART") for event in calendar.walk("VEVENT")]
    zones = Counter(str(start.params.get("TZID")) for start in starts if getattr(start, "params", {}).get("TZID"))
    for name, _ in zones.most_common():
        try:
            return zone_of(name)
        except Flaw:
            continue  # a definition of the calendar's own, or a flaw that its event will tell
    return ""


def _lines(text: str) -> list[int]:
    """Return the line of every event."""
    return [number for number, line in enumerate(text.splitlines(), 1) if line.strip().upper() == "BEGIN:VEVENT"]


Placed = tuple[str, Any]


def _unreadable(component: Any, where: str) -> Iterator[Flaw]:
    """Find properties that cannot be read, and several of what there can be one of."""
    for name, problem in component.errors:
        if name in _SINGLE or name in _DAYS:
            why = impossible(problem)
            yield Flaw(f"{name}: {why}" if why else f"{name} cannot be read: {clean(problem)[:200]}", where)
    for name in _SINGLE:
        if isinstance(component.get(name), list):
            yield Flaw(f"has several {name}", where)


def _by_uid(public: Sequence[Placed], flaws: list[Flaw]) -> list[tuple[Placed, list[Placed]]]:
    """Return each event with those that take the place of one of its days."""
    masters: dict[str, Placed] = {}
    others: dict[str, list[Placed]] = defaultdict(list)
    for number, (where, component) in enumerate(public):
        uid = clean(component.get("UID")) or f"#{number}"
        if "RECURRENCE-ID" in component:
            others[uid].append((where, component))
        elif uid in masters:
            flaws.append(Flaw(f"the UID {uid[:60]} is that of {masters[uid][0]} too", where))
        else:
            masters[uid] = (where, component)
    for uid in [uid for uid in others if uid not in masters]:  # a day of a series that is not in the file
        masters[uid] = others[uid].pop(0)
    return [(own, others[uid]) for uid, own in masters.items()]


class _CalendarEntry:
    """One event of the calendar, with the days that differ from its rule."""

    def __init__(self, own: Placed, others: Sequence[Placed], wishes: Wishes, zone: ZoneInfo | None) -> None:
        self.where, self.component = own
        self.others, self.wishes, self.zone = others, wishes, zone

    def events(self) -> list[DraftEvent]:
        event = self._event(self.where, self.component)
        moved = [self._event(where, component) for where, component in self.others]
        moments = Moments(self.component, self.zone, self.wishes)
        replaced = [moment(component.get("RECURRENCE-ID"), self.zone) for _, component in self.others]
        whens = moments.whens(without=[each.date() for each in replaced])
        alike = [each for each in moved if each.bare() == event.bare()]
        extra = tuple(when for each in alike for when in each.whens)
        apart = [
            replace(each, uid=f"{each.uid}/{day:%Y-%m-%d}")
            for each, day in zip(moved, replaced, strict=True)
            if each not in alike and each.status != CANCELLED
        ]
        own = [replace(event, whens=(*whens, *extra))] if whens or extra else []  # every day of it may be taken out
        return own + apart

    def _event(self, where: str, component: Any) -> DraftEvent:
        """Return the event with the hours of its first day."""
        texts = {name: self._text(component, name) for name in MAPPED}
        texts["area"] = short(texts["area"])
        status = {"CANCELLED": CANCELLED, "CONFIRMED": PLANNED}.get(str(component.get("STATUS", "")).upper(), "")
        venue, online = self._venue(component, texts["venue"], texts["area"])
        kinds = tuple(dict.fromkeys(kind for each in texts["kinds"].split("\0") if (kind := short(each))))
        return DraftEvent(
            Moments(component, self.zone, self.wishes).whens(first=True),
            title=short(texts["title"]),
            kinds=kinds,
            area=texts["area"],
            venue=venue,
            status=status,
            people=tuple(filter(None, map(clean, texts["people"].split(",")))),
            price=texts["price"],
            link=texts["link"] or online,
            booking=texts["booking"],
            contact=texts["contact"],
            note=note(texts["note"]),
            uid=clean(component.get("UID")),
            origin=where,
        )

    def _text(self, component: Any, name: str) -> str:
        given = self.wishes.columns.get(name)
        found = component.get((given or _FIELDS.get(name, _NOTE if name == "note" else "X-")).upper())
        values = found if isinstance(found, list) else [found] if found is not None else []
        texts = [str(text) for value in values for text in (value.cats if isinstance(value, vCategory) else [value])]
        return "\0".join(texts) if name == "kinds" else "\n".join(texts) if name == "note" else clean(" ".join(texts))

    def _venue(self, component: Any, location: str, area: str) -> tuple[DraftVenue | None, str]:
        """Return the place, with what stands behind the first comma as its address; or the link that it is."""
        if re.match(r"https?://", location):
            return None, location
        name, _, address = location.partition(",")
        if not short(name):
            return None, ""
        point = component.get("GEO")
        latitude, longitude = (point.latitude, point.longitude) if isinstance(point, vGeo) else (None, None)
        return DraftVenue(short(name), area, short(address), latitude, longitude), ""
