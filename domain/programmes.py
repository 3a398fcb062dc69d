"""The programme as its file states it: areas, venues, meetings, bodies, measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, ClassVar, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Meta, Struct

from domain.languages import Command
from domain.naming.nouns import Noun, mistakes
from domain.yaml_file import Wrong, YamlFile, read, shaped

YEARS = 2000, 2100
LONGEST_NAME, LONGEST_TEXT = 128, 3500

FILE = "programme.yaml"

# An area's id travels in deep links and in 64-byte buttons; both allow these characters.
Slug = Annotated[
    str,
    shaped(r"^[a-z0-9]+(-[a-z0-9]+)*\Z", 'must be small letters, digits and hyphens, like "torre-pellice"'),
    Meta(max_length=32),
]
Line = Annotated[str, shaped(r"\w", "must hold a letter"), Meta(min_length=1, max_length=LONGEST_NAME)]
"""A name or an address, as it stands on buttons and in lists."""
Language = Annotated[str, shaped(r"^[a-z]{2}\Z", 'must be a code of two small letters, like "it"')]

_TRUE = frozenset(["true", "yes", "on", "1", "t", "y"])
_FALSE = frozenset(["false", "no", "off", "0", "f", "n"])


class LocalText(dict[str, str]):
    """Text by language; a plain string is the same in every language."""

    longest: ClassVar[int] = LONGEST_TEXT

    @classmethod
    def read(cls, value: object) -> Self:
        words = {"": value} if isinstance(value, str) else value
        if not isinstance(words, dict):
            raise Wrong("must be text, or a text for each language")
        if not words:
            raise Wrong("must not be empty")
        for language, text in words.items():
            if not isinstance(text, str):
                raise Wrong("must be text", language)
            if not text.strip():
                raise Wrong("must not be empty", language or None)
            if len(text) > cls.longest:
                raise Wrong(f"must not be longer than {cls.longest} characters", language or None)
        return cls(words)


class Name(LocalText):
    """A name by language, as it stands in lists."""

    longest = LONGEST_NAME


class YearlessDate(str):
    """A day whose year the source does not give ("10-16"), or does ("2027-10-16")."""

    __slots__ = ()

    @classmethod
    def read(cls, value: object) -> YearlessDate:
        if not isinstance(value, str) or not re.fullmatch(r"([0-9]{4}-)?[0-9]{2}-[0-9]{2}", value):
            raise Wrong('must be a day like "10-16" (month-day), or "2027-10-16" if the year is known')
        day = cls(value)
        try:
            day.in_year(2028)  # which has a 29 February
        except ValueError as error:
            raise Wrong("is not a day of the calendar; it is written month-day") from error
        if value == "02-29":
            raise Wrong('is not a day of every year: write it with its year, like "2028-02-29"')
        if not YEARS[0] <= day.in_year(2028).year <= YEARS[1]:
            raise Wrong(f"must lie between {YEARS[0]} and {YEARS[1]}")
        return day

    def in_year(self, year: int) -> date:
        return date.fromisoformat(self if len(self) > len("10-16") else f"{year}-{self}")


class ClockTime(time):
    @classmethod
    def read(cls, value: object) -> ClockTime:
        found = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", value) if isinstance(value, str) else None
        if found is None:
            raise Wrong('must be a time like "18:00"')
        return cls(int(found[1]), int(found[2]))


class Flag(int):
    """True or false, in any of the words that YAML has for it. A class of its own cannot be a `bool`."""

    @classmethod
    def read(cls, value: object) -> Flag:
        word = value.lower() if isinstance(value, str) else ""
        if word not in _TRUE | _FALSE:
            raise Wrong("must be true or false")
        return cls(word in _TRUE)


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Area(_Part, frozen=True):
    id: Slug
    name: Line
    aliases: list[Line] = []


class Coordinates(_Part, frozen=True):
    latitude: Annotated[float, Meta(ge=-90, le=90)]
    longitude: Annotated[float, Meta(ge=-180, le=180)]


class Venue(_Part, frozen=True):
    id: Slug
    area: Slug
    name: Name
    address: Line
    aliases: list[Line] = []
    coordinates: Coordinates | None = None


class Meeting(_Part, frozen=True):
    """An event of the file. The year may be missing; `domain.events` decides it."""

    id: Slug
    area: Slug
    venue: Slug
    date: YearlessDate
    start: ClockTime
    end: ClockTime


class Body(_Part, frozen=True):
    id: Slug
    name: Line
    lead: Flag = Flag()
    about: LocalText | None = None
    aliases: list[Line] = []


class Measure(_Part, frozen=True):
    number: Annotated[int, Meta(ge=1, le=99)]
    title: Name
    about: LocalText


class Emergency(_Part, frozen=True):
    """Where whoever is in danger calls for help."""

    number: Line


class Naming(_Part, frozen=True):
    """What the programme calls itself and its things, where the words of the language will not do."""

    bot: Name | None = None
    event: dict[Language, Noun] = {}
    area: dict[Language, Noun] = {}
    measure: dict[Language, Noun] = {}

    @property
    def nouns(self) -> dict[str, dict[Language, Noun]]:
        return {"event": self.event, "area": self.area, "measure": self.measure}


class Programme(_Part, frozen=True, dict=True):
    """Everything structural that the bot may state. Names by id; ids are unique within their kind."""

    id: Slug
    name: Line
    time_zone: Line
    languages: Annotated[list[Language], Meta(min_length=1)]
    areas: Annotated[list[Area], Meta(min_length=1)]
    venues: Annotated[list[Venue], Meta(min_length=1)]
    events: Annotated[list[Meeting], Meta(min_length=1)]
    words: Naming = Naming()
    emergency: Emergency | None = None
    commands: dict[str, dict[Language, Command]] = {}
    """Names of commands that are the programme's own, by the English one."""
    bodies: list[Body] = []
    measures: list[Measure] = []
    elsewhere: list[Line] = []
    """Other places that residents name."""
    everyday_names: list[Line] = []
    """Those of them that are everyday words too."""
    lookalikes: list[Line] = []
    """Everyday words a letter away from a name of the programme."""

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def language(self) -> str:
        """Return the programme's own language, which is always complete."""
        return self.languages[0]

    def area(self, area: str) -> Area | None:
        return next((each for each in self.areas if each.id == area), None)

    def venue(self, venue: str) -> Venue | None:
        return next((each for each in self.venues if each.id == venue), None)

    def body(self, body: str) -> Body | None:
        return next((each for each in self.bodies if each.id == body), None)

    def measure(self, number: int) -> Measure | None:
        return next((each for each in self.measures if each.number == number), None)

    def say(self, words: dict[str, str], language: str) -> str:
        """Return the text in `language`, else in the programme's own language."""
        return words.get("") or words.get(language) or words[self.language]


def load(directory: Path) -> Programme:
    """Read `programme.yaml` of a content directory.

    Raises `ContentError` with file, line, field and a plain sentence.
    """
    document = read(directory / FILE)
    programme = document.convert(Programme)
    _check(document, programme)
    return programme


def _check(document: YamlFile, programme: Programme) -> None:
    try:
        ZoneInfo(programme.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise document.error(("time_zone",), f'"{programme.time_zone[:64]}" is not a known time zone') from error
    kinds: list[tuple[str, list[Any]]] = [
        ("areas", [area.id for area in programme.areas]),
        ("venues", [venue.id for venue in programme.venues]),
        ("events", [event.id for event in programme.events]),
        ("bodies", [body.id for body in programme.bodies]),
        ("measures", [measure.number for measure in programme.measures]),
    ]
    for kind, ids in kinds:
        _check_unique(document, kind, ids)
    _check_references(document, programme)
    _check_words(document, programme)
    for name, nouns in programme.words.nouns.items():
        for path, problem in mistakes(nouns, programme.languages):
            raise document.error(("words", name, *path), problem)


def _check_unique(document: YamlFile, kind: str, ids: Sequence[str | int]) -> None:
    seen: set[str | int] = set()
    for index, value in enumerate(ids):
        if value in seen:
            field = "number" if kind == "measures" else "id"
            raise document.error((kind, index, field), f'"{value}" is already used above')
        seen.add(value)


def _check_references(document: YamlFile, programme: Programme) -> None:
    for index, venue in enumerate(programme.venues):
        _check_area(document, programme, ("venues", index, "area"), venue.area)
    for index, event in enumerate(programme.events):
        _check_area(document, programme, ("events", index, "area"), event.area)
        place = programme.venue(event.venue)
        if place is None:
            known = _listed(venue.id for venue in programme.venues)
            problem = f'"{event.venue}" is not a venue of this file (known: {known})'
            raise document.error(("events", index, "venue"), problem)
        if place.area != event.area:
            problem = f'"{event.venue}" is in {place.area}, but the event is in {event.area}'
            raise document.error(("events", index, "venue"), problem)
        if event.end <= event.start:
            problem = f"{event.end:%H:%M} is not after the start, {event.start:%H:%M}"
            raise document.error(("events", index, "end"), problem)


def _check_area(document: YamlFile, programme: Programme, path: tuple[str | int, ...], area: str) -> None:
    if programme.area(area) is None:
        known = _listed(each.id for each in programme.areas)
        raise document.error(path, f'"{area}" is not an area of this file (known: {known})')


def _check_words(document: YamlFile, programme: Programme) -> None:
    words: list[tuple[tuple[str | int, ...], dict[str, str] | None]] = []
    words += [(("venues", i, "name"), venue.name) for i, venue in enumerate(programme.venues)]
    words += [(("bodies", i, "about"), body.about) for i, body in enumerate(programme.bodies)]
    words += [(("measures", i, "title"), measure.title) for i, measure in enumerate(programme.measures)]
    words += [(("measures", i, "about"), measure.about) for i, measure in enumerate(programme.measures)]
    if programme.words.bot:
        words.append((("words", "bot"), programme.words.bot))
    for path, text in words:
        missing = [] if text is None or "" in text else [x for x in programme.languages if x not in text]
        if missing:
            raise document.error(path, f"lacks the text in {_listed(missing)}")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
