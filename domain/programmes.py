"""The programme as its file states it: areas, venues, kinds, events, bodies, measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Meta

from domain.events.timing import When, problem
from domain.files.yaml_file import one_of, read, shaped
from domain.files.yaml_tree import Location
from domain.files.yaml_values import LONGEST_NAME, Flag, Language, Line, Link, LocalText, Name, Part, Slug, YearlessDate
from domain.languages import Command
from domain.naming.nouns import Noun, mistakes

FILE = "programme.yaml"

TopicId = Annotated[
    str, shaped(r"^[a-z0-9_]+\Z", 'must be small letters, digits and _, like "programme"'), Meta(max_length=40)
]


class Street(Part, frozen=True):
    """A street of an area; `numbers` are its houses there: "2-12, 15, 17". Without them it is all there."""

    name: Line
    numbers: Annotated[
        str,
        shaped(
            r"^[0-9]+[a-z]?( *- *[0-9]+[a-z]?)?( *, *[0-9]+[a-z]?( *- *[0-9]+[a-z]?)?)*\Z",
            'must be house numbers like "2-12, 15"',
        ),
    ] = ""

    def has(self, house: str) -> bool:
        """Return True if the house of this number is in it."""
        if not self.numbers:
            return True
        spans = (each.split("-") for each in self.numbers.replace(" ", "").split(","))
        return any(_of_house(span[0]) <= _of_house(house) <= _of_house(span[-1], "~") for span in spans)


def _of_house(number: str, unlettered: str = "") -> tuple[int, str]:
    """Return what houses are ordered by: 12, 12a, 12b, 13. `unlettered`: whether 12 comes before 12a or after."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits), number[len(digits) :] or unlettered


class Area(Part, frozen=True):
    """Where events are: a town, a village, a zone of streets. `within`: the area that it is a part of."""

    id: Slug
    name: Name
    aliases: list[Line] = []
    within: Slug = ""
    streets: list[Street] = []


class Coordinates(Part, frozen=True):
    latitude: Annotated[float, Meta(ge=-90, le=90)]
    longitude: Annotated[float, Meta(ge=-180, le=180)]


class Venue(Part, frozen=True):
    """A place, or with `online` a link. `access`: what people who see, hear or walk badly should know."""

    id: Slug
    name: Name
    area: Slug = ""
    address: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""
    aliases: list[Line] = []
    coordinates: Coordinates | None = None
    access: LocalText | None = None
    online: Link = ""


class Kind(Part, frozen=True):
    """A kind of event, which people may follow by itself: a bin, a track, a genre."""

    id: Slug
    name: Name
    aliases: list[Line] = []


class Booking(Part, frozen=True):
    link: Link
    until: YearlessDate | None = None


class EventPlan(Part, frozen=True):
    """An event of the file. `when` may lack its year, which `domain.events` decides."""

    id: Slug
    when: When | list[When]
    title: Name | None = None
    kinds: list[Slug] = []
    area: Slug | list[Slug] = ""
    venue: Slug = ""
    status: Annotated[str, one_of("planned", "moved", "full", "cancelled")] = "planned"
    people: list[Line] = []
    price: LocalText | None = None
    link: Link = ""
    booking: Booking | None = None
    contact: LocalText | None = None
    note: LocalText | None = None
    uid: str = ""
    """What a calendar that it came from calls it."""

    @property
    def areas(self) -> list[str]:
        """Return the areas that are named; the venue's, if it has one, goes without saying."""
        named = self.area if isinstance(self.area, list) else [self.area]
        return [each for each in named if each]

    @property
    def whens(self) -> list[When]:
        return self.when if isinstance(self.when, list) else [self.when]


CalendarField = Annotated[
    str, one_of("title", "kinds", "area", "venue", "people", "price", "link", "booking", "contact", "note")
]


class WatchedCalendar(Part, frozen=True):
    """A calendar on the web that the running bot compares with the events. `map`: its names of our fields."""

    address: Annotated[
        str, shaped(r"^(https?|webcal)://[^\s<>\"]+\Z", 'must be an address like "https://example.org/a.ics"')
    ]
    map: dict[CalendarField, Line] = {}


class Body(Part, frozen=True):
    id: Slug
    name: Line
    lead: Flag = Flag()
    about: LocalText | None = None
    aliases: list[Line] = []


class Measure(Part, frozen=True):
    number: Annotated[int, Meta(ge=1, le=99)]
    title: Name
    about: LocalText


class Topic(Part, frozen=True):
    """Answers that belong together: those whose ids begin with `id.`, and with each of `also`."""

    id: TopicId
    name: Name
    also: list[TopicId] = []


class Emergency(Part, frozen=True):
    """Where whoever is in danger calls for help."""

    number: Line


class Naming(Part, frozen=True):
    """What the programme calls itself and its things, where the words of the language will not do."""

    bot: Name | None = None
    event: dict[Language, Noun] = {}
    area: dict[Language, Noun] = {}
    measure: dict[Language, Noun] = {}

    @property
    def nouns(self) -> dict[str, dict[Language, Noun]]:
        return {"event": self.event, "area": self.area, "measure": self.measure}


class Programme(Part, frozen=True, dict=True):
    """Everything structural that the bot may state. Names by id; ids are unique within their kind."""

    id: Slug
    name: Name
    time_zone: Line
    languages: Annotated[list[Language], Meta(min_length=1)]
    areas: list[Area] = []
    venues: list[Venue] = []
    kinds: list[Kind] = []
    events: list[EventPlan] = []
    calendars: list[WatchedCalendar] = []
    words: Naming = Naming()
    emergency: Emergency | None = None
    commands: dict[str, dict[Language, Command]] = {}
    """Names of commands that are the programme's own, by the English one."""
    bodies: list[Body] = []
    measures: list[Measure] = []
    topics: list[Topic] = []
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

    @cached_property
    def _areas(self) -> dict[str, Area]:
        return {each.id: each for each in self.areas}

    @cached_property
    def _events(self) -> dict[str, EventPlan]:
        return {each.id: each for each in self.events}

    @cached_property
    def _venues(self) -> dict[str, Venue]:
        return {each.id: each for each in self.venues}

    def area(self, area: str) -> Area | None:
        return self._areas.get(area)

    def around(self, area: str) -> list[Area]:
        """Return the area and those that it lies within, the smallest first."""
        found: list[Area] = []
        known = self.area(area)
        while known is not None and known not in found:
            found.append(known)
            known = self.area(known.within)
        return found

    def within(self, areas: Iterable[str]) -> set[str]:
        """Return these areas and all that lie within them, by id."""
        wanted = set(areas)
        return {each.id for each in self.areas if wanted & {around.id for around in self.around(each.id)}}

    def kind(self, kind: str) -> Kind | None:
        return next((each for each in self.kinds if each.id == kind), None)

    def event(self, event: str) -> EventPlan | None:
        return self._events.get(event)

    def venue(self, venue: str) -> Venue | None:
        return self._venues.get(venue)

    def areas_of(self, plan: EventPlan) -> list[str]:
        """Return the areas of an event: those that it names, or else its venue's."""
        venue = self.venue(plan.venue)
        return plan.areas or ([venue.area] if venue and venue.area else [])

    def body(self, body: str) -> Body | None:
        return next((each for each in self.bodies if each.id == body), None)

    def topic(self, topic: str) -> Topic | None:
        return next((each for each in self.topics if topic in (each.id, *each.also)), None)

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
    for path, sentence in mistakes_of(programme):
        raise document.error(path, sentence)
    return programme


Mistake = tuple[Location, str]


def mistakes_of(programme: Programme) -> Iterator[Mistake]:
    """Find what is wrong with the parts together: where it stands, and the sentence."""
    try:
        ZoneInfo(programme.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield ("time_zone",), f'"{programme.time_zone[:64]}" is not a known time zone'
    yield from _used_twice(programme)
    yield from _of_one_name(programme)
    yield from _unknown_references(programme)
    yield from _untranslated(programme)
    for index, event in enumerate(programme.events):
        for place, when in enumerate(event.whens):
            if found := problem(when):
                where = ("when", place) if isinstance(event.when, list) else ("when",)
                yield ("events", index, *where, found[0]), found[1]
    for name, nouns in programme.words.nouns.items():
        for path, sentence in mistakes(nouns, programme.languages):
            yield ("words", name, *path), sentence


def _used_twice(programme: Programme) -> Iterator[Mistake]:
    kinds: dict[str, Sequence[str | int]] = {
        "areas": [area.id for area in programme.areas],
        "venues": [venue.id for venue in programme.venues],
        "kinds": [kind.id for kind in programme.kinds],
        "events": [event.id for event in programme.events],
        "bodies": [body.id for body in programme.bodies],
        "measures": [measure.number for measure in programme.measures],
        "topics": [topic.id for topic in programme.topics],
    }
    for kind, ids in kinds.items():
        seen: set[str | int] = set()
        for index, value in enumerate(ids):
            if value in seen:
                yield (kind, index, "number" if kind == "measures" else "id"), f'"{value}" is already used above'
            seen.add(value)


def _of_one_name(programme: Programme) -> Iterator[Mistake]:
    """Find areas that people could not tell apart: whoever names one would hear of the other."""
    seen: dict[str, str] = {}
    for index, area in enumerate(programme.areas):
        named: list[tuple[Location, str]] = [(("name", *filter(None, [at])), said) for at, said in area.name.items()]
        named += [(("aliases", place), alias) for place, alias in enumerate(area.aliases)]
        for path, said in named:
            other = seen.setdefault(" ".join(said.casefold().split()), area.id)
            if other != area.id:
                yield ("areas", index, *path), f'"{said}" is a name of the area "{other}" too'


def _unknown_references(programme: Programme) -> Iterator[Mistake]:
    areas, kinds = [area.id for area in programme.areas], [kind.id for kind in programme.kinds]
    venues = [venue.id for venue in programme.venues]
    for index, area in enumerate(programme.areas):
        yield from _unknown(("areas", index, "within"), [area.within], "an area", areas)
        if area.id in (above.id for above in programme.around(area.within)):
            yield ("areas", index, "within"), f'"{area.within}" lies itself within "{area.id}"'
    for index, venue in enumerate(programme.venues):
        yield from _unknown(("venues", index, "area"), [venue.area], "an area", areas)
    for index, event in enumerate(programme.events):
        yield from _unknown(("events", index, "area"), event.areas, "an area", areas)
        yield from _unknown(("events", index, "kinds"), event.kinds, "a kind", kinds)
        yield from _unknown(("events", index, "venue"), [event.venue], "a venue", venues)
        place = programme.venue(event.venue)
        if place and place.area and event.areas and place.area not in programme.within(event.areas):
            problem = f'"{event.venue}" is in {place.area}, but the event is in {_listed(event.areas)}'
            yield ("events", index, "venue"), problem


def _unknown(path: Location, named: Iterable[str], what: str, known: Sequence[str]) -> Iterator[Mistake]:
    for each in named:
        if each and each not in known:
            listed = _listed(known[:20]) + (", ..." if len(known) > 20 else "")
            yield path, f'"{each}" is not {what} of this file (known: {listed or "none"})'


def _untranslated(programme: Programme) -> Iterator[Mistake]:
    words: list[tuple[Location, dict[str, str] | None]] = [(("name",), programme.name)]
    words += [(("areas", i, "name"), area.name) for i, area in enumerate(programme.areas)]
    words += [(("kinds", i, "name"), kind.name) for i, kind in enumerate(programme.kinds)]
    words += [(("venues", i, "name"), venue.name) for i, venue in enumerate(programme.venues)]
    words += [(("venues", i, "access"), venue.access) for i, venue in enumerate(programme.venues)]
    for i, event in enumerate(programme.events):
        words += [(("events", i, name), getattr(event, name)) for name in ("title", "price", "contact", "note")]
    words += [(("bodies", i, "about"), body.about) for i, body in enumerate(programme.bodies)]
    words += [(("measures", i, "title"), measure.title) for i, measure in enumerate(programme.measures)]
    words += [(("measures", i, "about"), measure.about) for i, measure in enumerate(programme.measures)]
    words += [(("topics", i, "name"), topic.name) for i, topic in enumerate(programme.topics)]
    if programme.words.bot:
        words.append((("words", "bot"), programme.words.bot))
    for path, text in words:
        missing = [] if text is None or "" in text else [x for x in programme.languages if x not in text]
        if missing:
            yield path, f"lacks the text in {_listed(missing)}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
