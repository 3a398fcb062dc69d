"""The programme as its file states it: towns, venues, meetings, bodies, measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from domain.yaml_file import YamlFile, read

# A town's id travels in deep links and in 64-byte buttons; both allow these characters.
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=32)]
Line = Annotated[str, Field(min_length=1)]


def _in_every_language(value: object) -> object:
    return {"": value} if isinstance(value, str) else value


def _not_empty(value: dict[str, str]) -> dict[str, str]:
    if not value or not all(text.strip() for text in value.values()):
        raise ValueError("must not be empty")
    return value


Words = Annotated[dict[str, str], BeforeValidator(_in_every_language), AfterValidator(_not_empty)]
"""Text by language; a plain string is the same in every language."""


class YearlessDate(BaseModel):
    """A day whose year the source does not give ("10-16"), or does ("2027-10-16")."""

    model_config = ConfigDict(frozen=True)
    month: int
    day: int
    year: int | None = None

    def in_year(self, year: int) -> date:
        return date(self.year or year, self.month, self.day)


def _yearless(value: object) -> object:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"(?:(\d{4})-)?(\d{2})-(\d{2})", value)
    if found is None:
        raise ValueError('must be a day like "10-16" (month-day), or "2027-10-16" if the year is known')
    year, month, day = (int(part) if part else None for part in found.groups())
    date(year or 2028, month or 0, day or 0)  # 2028 has a 29 February
    return {"year": year, "month": month, "day": day}


def _clock_time(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{1,2}:\d{2}", value):
        raise ValueError('must be a time like "18:00"')
    return value.zfill(5) if isinstance(value, str) else value


Day = Annotated[YearlessDate, BeforeValidator(_yearless)]
ClockTime = Annotated[time, BeforeValidator(_clock_time)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Town(_Part):
    id: Slug
    name: Line
    aliases: list[Line] = []


class Coordinates(_Part):
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class Venue(_Part):
    id: Slug
    town: Slug
    name: Words
    address: Line
    aliases: list[Line] = []
    coordinates: Coordinates | None = None


class Meeting(_Part):
    """An event of the file. The year may be missing; `domain.events` decides it."""

    id: Slug
    town: Slug
    venue: Slug
    date: Day
    start: ClockTime
    end: ClockTime


class Body(_Part):
    id: Slug
    name: Line
    lead: bool = False
    about: Words | None = None
    aliases: list[Line] = []


class Measure(_Part):
    number: int = Field(ge=1, le=99)
    title: Words
    about: Words


class Programme(_Part):
    """Everything structural that the bot may state. Names by id; ids are unique within their kind."""

    id: Slug
    name: Line
    time_zone: Line
    languages: list[Annotated[str, Field(pattern=r"^[a-z]{2}$")]] = Field(min_length=1)
    towns: list[Town] = Field(min_length=1)
    venues: list[Venue] = Field(min_length=1)
    events: list[Meeting] = Field(min_length=1)
    bodies: list[Body] = []
    measures: list[Measure] = []

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def language(self) -> str:
        """The language that is always complete, and the last resort."""
        return self.languages[0]

    def town(self, town: str) -> Town | None:
        return next((each for each in self.towns if each.id == town), None)

    def venue(self, venue: str) -> Venue | None:
        return next((each for each in self.venues if each.id == venue), None)

    def body(self, body: str) -> Body | None:
        return next((each for each in self.bodies if each.id == body), None)

    def measure(self, number: int) -> Measure | None:
        return next((each for each in self.measures if each.number == number), None)

    def say(self, words: dict[str, str], language: str) -> str:
        """The text in `language`, else in the programme's own language."""
        return words.get("") or words.get(language) or words[self.language]


def load(directory: Path) -> Programme:
    """Read `programme.yaml` of a content directory.

    Raises `ContentError` with file, line, field and a plain sentence.
    """
    document = read(directory / "programme.yaml")
    try:
        programme = Programme.model_validate(document.data)
    except ValidationError as error:
        raise document.invalid(error) from error
    _check(document, programme)
    return programme


def _check(document: YamlFile, programme: Programme) -> None:
    try:
        ZoneInfo(programme.time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise document.error(("time_zone",), f'"{programme.time_zone}" is not a known time zone') from error
    kinds: list[tuple[str, list[Any]]] = [
        ("towns", [town.id for town in programme.towns]),
        ("venues", [venue.id for venue in programme.venues]),
        ("events", [event.id for event in programme.events]),
        ("bodies", [body.id for body in programme.bodies]),
        ("measures", [measure.number for measure in programme.measures]),
    ]
    for kind, ids in kinds:
        _check_unique(document, kind, ids)
    _check_references(document, programme)
    _check_words(document, programme)


def _check_unique(document: YamlFile, kind: str, ids: Sequence[str | int]) -> None:
    for index, value in enumerate(ids):
        if value in ids[:index]:
            field = "number" if kind == "measures" else "id"
            raise document.error((kind, index, field), f'"{value}" is already used above')


def _check_references(document: YamlFile, programme: Programme) -> None:
    for index, venue in enumerate(programme.venues):
        _check_town(document, programme, ("venues", index, "town"), venue.town)
    for index, event in enumerate(programme.events):
        _check_town(document, programme, ("events", index, "town"), event.town)
        place = programme.venue(event.venue)
        if place is None:
            known = _listed(venue.id for venue in programme.venues)
            problem = f'"{event.venue}" is not a venue of this file (known: {known})'
            raise document.error(("events", index, "venue"), problem)
        if place.town != event.town:
            problem = f'"{event.venue}" is in {place.town}, but the event is in {event.town}'
            raise document.error(("events", index, "venue"), problem)
        if event.end <= event.start:
            problem = f"{event.end:%H:%M} is not after the start, {event.start:%H:%M}"
            raise document.error(("events", index, "end"), problem)


def _check_town(document: YamlFile, programme: Programme, path: tuple[str | int, ...], town: str) -> None:
    if programme.town(town) is None:
        known = _listed(each.id for each in programme.towns)
        raise document.error(path, f'"{town}" is not a town of this file (known: {known})')


def _check_words(document: YamlFile, programme: Programme) -> None:
    words: list[tuple[tuple[str | int, ...], dict[str, str] | None]] = []
    words += [(("venues", i, "name"), venue.name) for i, venue in enumerate(programme.venues)]
    words += [(("bodies", i, "about"), body.about) for i, body in enumerate(programme.bodies)]
    words += [(("measures", i, "title"), measure.title) for i, measure in enumerate(programme.measures)]
    words += [(("measures", i, "about"), measure.about) for i, measure in enumerate(programme.measures)]
    for path, text in words:
        missing = [] if text is None or "" in text else [x for x in programme.languages if x not in text]
        if missing:
            raise document.error(path, f"lacks the text in {_listed(missing)}")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
