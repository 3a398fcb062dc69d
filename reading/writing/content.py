"""Turn a draft into the sections of `programme.yaml`, with ids; those of a file that is there are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reading.drafts import DraftEvent, DraftProgramme, DraftVenue, DraftWhen
from reading.ids import distinct, slug
from reading.texts import linked
from reading.writing.comparing import Item, differing

Content = dict[str, list[Item]]
SECTIONS = ("areas", "kinds", "venues", "events")
_TEXTS = ("price", "link", "booking", "contact", "note", "uid")


def content(draft: DraftProgramme, there: Mapping[str, Sequence[Item]]) -> Content:
    """Return the sections. `there` are those of the file that is being brought up to date."""
    streets = {area.name: area.streets for area in draft.areas}
    names = dict.fromkeys([*streets, *(name for event in draft.events for name in _areas(event)), ""])
    areas = _named([name for name in names if name], there.get("areas", ()))
    kinds = _named(dict.fromkeys(kind for event in draft.events for kind in event.kinds), there.get("kinds", ()))
    venues = _venues(draft.events, areas, there.get("venues", ()))
    events = [_event(event, areas, kinds, venues) for event in draft.events]
    _identify(events, draft.events, there.get("events", ()))
    return {
        "areas": [_area(areas[name], name, streets.get(name, ())) for name in areas],
        "kinds": [{"id": kinds[name], "name": name} for name in kinds],
        "venues": [_venue(venues[venue], venue, areas) for venue in venues],
        "events": events,
    }


def _areas(event: DraftEvent) -> Iterable[str]:
    return (event.area, event.venue.area if event.venue else "")


def _named(names: Iterable[str], there: Sequence[Item]) -> dict[str, str]:
    """Return the id of each name: that of what is there under this name or had it once, else a new one."""
    wanted = list(names)
    called = {each: str(item["id"]) for item in there for each in names_of(item)}
    ids = {str(item["id"]) for item in there}
    known = {name: called.get(name.casefold()) or (slug(name) if slug(name) in ids else "") for name in wanted}
    new = [name for name in wanted if not known[name]]
    made = dict(zip(new, distinct([[slug(name)] for name in new], ids), strict=True))
    return {name: made.get(name) or known[name] for name in wanted}


def names_of(item: Item) -> set[str]:
    """Return the names and aliases of an item, in small letters."""
    name = item.get("name") or ""
    names = list(name.values()) if isinstance(name, dict) else [name]
    return {str(each).casefold() for each in [*names, *(item.get("aliases") or ())]}


def _venues(events: Iterable[DraftEvent], areas: Mapping[str, str], there: Sequence[Item]) -> dict[DraftVenue, str]:
    """Return the id of each venue: that of one there that is the same, else of the only one of this name and area."""
    wanted = list(dict.fromkeys(event.venue for event in events if event.venue))
    found: dict[DraftVenue, str] = {}
    for judge in (_same_venue, _same_name):
        for venue in (venue for venue in wanted if venue not in found):
            fields = _venue("", venue, areas)
            left = [item for item in there if str(item["id"]) not in found.values() and judge(item, fields)]
            if left and (len(left) == 1 or judge is _same_venue):
                found[venue] = str(left[0]["id"])
    new = [venue for venue in wanted if venue not in found]
    choices = [[slug(venue.name), slug(venue.area, venue.name), slug(venue.name, venue.address)] for venue in new]
    taken = {str(item["id"]) for item in there}
    return found | dict(zip(new, distinct(choices, taken), strict=True))


def _same_name(there: Item, wanted: Item) -> bool:
    return wanted["name"].casefold() in names_of(there) and (there.get("area") or "") == wanted.get("area", "")


def _same_venue(there: Item, wanted: Item) -> bool:
    return _same_name(there, wanted) and not differing(there, wanted)


def _area(name: str, text: str, streets: Sequence[tuple[str, str]]) -> Item:
    listed = [_filled({"name": street, "numbers": numbers}) for street, numbers in streets]
    return _filled({"id": name, "name": text, "streets": listed})


def _venue(name: str, venue: DraftVenue, areas: Mapping[str, str]) -> Item:
    coordinates = None
    if venue.latitude is not None and venue.longitude is not None:
        coordinates = {"latitude": venue.latitude, "longitude": venue.longitude}
    return _filled(
        {
            "id": name,
            "area": areas.get(venue.area, ""),
            "name": venue.name,
            "address": venue.address,
            "coordinates": coordinates,
            "access": venue.access,
            "online": venue.online,
        }
    )


def _event(
    event: DraftEvent, areas: Mapping[str, str], kinds: Mapping[str, str], venues: Mapping[DraftVenue, str]
) -> Item:
    area = areas.get(event.area, "")
    if event.venue and event.venue.area == event.area:
        area = ""  # the venue says it
    whens = [when_fields(when) for when in event.whens]
    fields: Item = {
        "id": "",
        "title": event.title,
        "kinds": [kinds[kind] for kind in event.kinds],
        "area": area,
        "venue": venues[event.venue] if event.venue else "",
        "when": whens[0] if len(whens) == 1 else whens,
        "status": event.status,
        "people": list(event.people),
    }
    link, said = linked(event.link)
    booking, asked = linked(event.booking)
    texts: Item = {name: getattr(event, name) for name in _TEXTS}
    texts["link"], texts["booking"] = link, {"link": booking} if booking else ""
    texts["note"] = "\n".join(text for text in (event.note, said, asked) if text)
    return {"id": "", **_filled(fields | texts)}


def _filled(fields: Item) -> Item:
    return {name: value for name, value in fields.items() if value not in ("", None, [], ())}


def when_fields(when: DraftWhen) -> Item:
    """Return one line of `when:`, as the file has it."""
    spans = bool(when.last or when.days)
    return _filled(
        {
            "date": "" if spans else when.day,
            "from": when.day if spans else "",
            "to": when.last,
            "days": list(when.days),
            "start": f"{when.start:%H:%M}" if when.start else "",
            "end": f"{when.end:%H:%M}" if when.end else "",
            "repeat": when.repeat,
            "until": when.until,
            "except": list(when.without),
            "also": list(when.also),
        }
    )


def _identify(items: Sequence[Item], events: Sequence[DraftEvent], there: Sequence[Item]) -> None:
    """Give every event its id: that of the same UID, else of the only one alike, else one made of its words."""
    by_uid = {str(item["uid"]): str(item["id"]) for item in there if item.get("uid")}
    alike: dict[object, list[Item]] = defaultdict(list)
    for item in there:
        alike[_likeness(item)].append(item)
    used: set[str] = set()
    for item in items:
        known = by_uid.get(item.get("uid", ""))
        if known is None:
            same = [each for each in alike[_likeness(item)] if str(each["id"]) not in used and not _other(each, item)]
            known = str(same[0]["id"]) if len(same) == 1 else _same_day(same, item)
        if known:
            item["id"] = known
            used.add(known)
    new = [number for number, item in enumerate(items) if not item["id"]]
    taken = {str(item["id"]) for item in there}
    for number, name in zip(new, distinct([_choices(events[each]) for each in new], taken), strict=True):
        items[number]["id"] = name


def _likeness(item: Item) -> tuple[str, ...]:
    title = item.get("title") or ""
    first = next(iter(title.values())) if isinstance(title, dict) and title else title
    return (str(first), *(str(item.get(name) or "") for name in ("kinds", "area", "venue")))


def _other(there: Item, item: Item) -> bool:
    """Return True if both have a UID: it was not the same."""
    return bool(there.get("uid") and item.get("uid"))


def _same_day(alike: Sequence[Item], item: Item) -> str:
    return next((str(each["id"]) for each in alike if each.get("when") == item["when"]), "")


def _choices(event: DraftEvent) -> list[str]:
    """Return ids from the shortest to the one that says most."""
    place = event.venue.name if event.venue else ""
    area = event.area or (event.venue.area if event.venue else "")
    when = event.whens[0]
    hour = f"{when.start:%H%M}" if when.start else ""
    what = event.title or " ".join(event.kinds)
    if not what and not place and not area:
        return [slug("event", when.day), _tailed("event", when.day, hour)]
    if event.title:
        first = [slug(what), slug(what, area), slug(what, place)]
    elif event.kinds:
        first = [slug(what, area or place), slug(what, area, place)]
    else:
        first = [slug(area, place)]
    return [*first, _tailed(first[0], when.day), _tailed(first[0], when.day, hour), _tailed(first[-1], when.day, hour)]


def _tailed(name: str, *tail: str) -> str:
    """Return the id with the day, of which nothing is cut."""
    end = slug(*tail)
    return f"{name[: 31 - len(end)].rstrip('-')}-{end}"
