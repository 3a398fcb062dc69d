"""Read a conference's schedule in the pentabarf form, as frab, pretalx and FOSDEM write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape
from xml.etree.ElementTree import Element, ParseError
from zoneinfo import ZoneInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from reading.drafts import YEARS, DraftEvent, DraftProgramme, DraftVenue, DraftWhen, Wishes
from reading.errors import Flaw, SourceError
from reading.source import Source
from reading.texts import clean, short, zone_of

_DURATION = re.compile(r"(?:(?P<days>\d{1,2}):)?(?P<hours>\d{1,3}):(?P<minutes>\d{2})")


def read(source: Source, wishes: Wishes) -> DraftProgramme:
    """Return the talks: rooms are venues, tracks are kinds."""
    try:
        root = fromstring(source.content)
    except ParseError as error:
        raise Flaw("is not whole XML", f"line {error.position[0]}") from error
    except (DefusedXmlException, LookupError, ValueError) as error:
        raise Flaw("holds definitions of its own (entities), which are not read") from error
    if root.tag != "schedule" or root.find("day") is None:
        raise Flaw(f'is XML, but no conference schedule (pentabarf): it begins with "{root.tag[:40]}"')
    zone = wishes.zone or zone_of(_text(root, "conference/time_zone_name"))
    events, flaws = _events(root, ZoneInfo(zone) if zone else None)
    if flaws:
        raise SourceError(source.name, flaws)
    languages = [_text(event, "language")[:2] for event in root.iterfind(".//event")]
    language = max(sorted(set(languages)), key=languages.count, default="")
    return DraftProgramme(events, _text(root, "conference/title"), zone, language)


def _events(root: Element, zone: ZoneInfo | None) -> tuple[list[DraftEvent], list[Flaw]]:
    events: list[DraftEvent] = []
    flaws: list[Flaw] = []
    seen: dict[str, str] = {}
    for element, day, room in _talks(root):
        uid = element.get("guid") or element.get("id") or ""
        where = f'"{_text(element, "title")[:60]}"'
        try:
            if uid and uid in seen:
                raise Flaw(f"the guid {uid} is that of {seen[uid]} too")
            seen[uid] = where
            events.append(_event(element, uid, where, room, _when(element, day, zone)))
        except Flaw as flaw:
            flaws.append(flaw.at(where))
    return events, flaws


def _talks(root: Element) -> Iterator[tuple[Element, str, str]]:
    for day in root.iterfind("day"):
        for room in day.iterfind("room"):
            for event in room.iterfind("event"):
                yield event, day.get("date", ""), clean(room.get("name", ""))


def _event(element: Element, uid: str, where: str, room: str, when: DraftWhen) -> DraftEvent:
    venue = short(room or _text(element, "room"))
    track = short(_text(element, "track"))
    note = _text(element, "subtitle") or _text(element, "abstract") or _text(element, "description")
    return DraftEvent(
        (when,),
        title=short(_text(element, "title")),
        kinds=(track,) if track else (),
        venue=DraftVenue(venue) if venue else None,
        people=tuple(name for each in element.iterfind("persons/person") if (name := short("".join(each.itertext())))),
        link=_text(element, "url"),
        note=note,
        uid=uid,
        origin=where,
    )


def _when(element: Element, day: str, zone: ZoneInfo | None) -> DraftWhen:
    written = _text(element, "date") or f"{day}T{_text(element, 'start')}"
    try:
        start = datetime.fromisoformat(written)
    except ValueError as error:
        raise Flaw(f'"{written[:40]}" is no moment like 2027-01-31T09:30:00+01:00') from error
    if not YEARS[0] <= start.year <= YEARS[1]:
        raise Flaw(f"the year {start.year} is not between {YEARS[0]} and {YEARS[1]}")
    if start.tzinfo and zone:
        start = start.astimezone(zone)
    lasts = _DURATION.fullmatch(_text(element, "duration"))
    if lasts is None:
        return DraftWhen(start.date().isoformat(), start=start.time())
    end = start + timedelta(**{unit: int(count or 0) for unit, count in lasts.groupdict().items()})
    last = end.date().isoformat() if end - start >= timedelta(days=1) else ""
    return DraftWhen(start.date().isoformat(), last, start=start.time(), end=end.time())


def _text(element: Element, path: str) -> str:
    found = element.find(path)
    return clean(unescape("".join(found.itertext()))) if found is not None else ""
