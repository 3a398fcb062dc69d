"""Feeds: what can be followed. An area's events, those of a kind in it, one event, or everything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.events.events import Event
from domain.programmes import Programme

KIND, ONE = "+", "="


@dataclass(frozen=True, order=True)
class Feed:
    """The events of an area, of a kind, of both, or of one `plan`; with none of them, all of the programme."""

    area: str = ""
    kind: str = ""
    plan: str = ""

    def __str__(self) -> str:
        """Return it as it stands in buttons and links: "zone-70+paper", "=open-day"."""
        if self.plan:
            return ONE + self.plan
        return self.area + (KIND + self.kind if self.kind else "")

    def key(self, programme: Programme) -> str:
        """Return it as it stands in rows, which may be of several programmes."""
        return f"{programme.id}/{self}"


def read(text: str, programme: Programme) -> Feed | None:
    """Return the feed as `Feed` writes it; None if there is nothing of the kind in the programme.

    Everything is followed only where there is nothing narrower.
    """
    if not text:
        return None if programme.areas or programme.kinds else Feed()
    if text.startswith(ONE):
        known = programme.event(text[1:])
        return Feed(plan=known.id) if known else None
    area, _, kind = text.partition(KIND)
    if (area and programme.area(area) is None) or (kind and programme.kind(kind) is None):
        return None
    return Feed(area, kind)


def of_key(key: str, programme: Programme) -> Feed | None:
    """Return the feed of a row; None for another programme's, and for what has left this one."""
    owner, _, text = key.partition("/")
    return read(text, programme) if owner == programme.id else None


def of_event(event: Event, programme: Programme) -> list[Feed]:
    """Return the feeds in which an event is: whoever follows one of them is told of it."""
    areas = ["", *dict.fromkeys(around.id for area in event.areas for around in programme.around(area))]
    found = [Feed(area, kind) for area in areas for kind in ("", *event.kinds)]
    return [*found, Feed(plan=event.plan)] if event.plan else found


def of_areas(areas: Iterable[str], programme: Programme) -> list[Feed]:
    """Return the feeds of those whom an announcement to these areas concerns: of them, around, of what is there."""
    there = programme.within(areas)
    wanted = there | {around.id for area in areas for around in programme.around(area)}
    alone = [Feed(plan=plan.id) for plan in programme.events if not there.isdisjoint(programme.areas_of(plan))]
    return [
        *(Feed(area, kind) for area in sorted(wanted) for kind in ("", *(each.id for each in programme.kinds))),
        *alone,
    ]


def bells(event: Event, programme: Programme) -> list[Feed]:
    """Return the feeds that a card offers to follow, the widest first: area, kinds in it, the event itself."""
    area = [Feed(event.area)] if event.area else []
    kinds = [Feed(event.area, kind) for kind in event.kinds]
    plan = programme.event(event.plan)
    alone = [Feed(plan=plan.id)] if plan and (plan.title or not (area or kinds)) else []
    return [*area, *kinds, *alone] or [Feed()]


def offered(programme: Programme) -> list[Feed]:
    """Return the feeds that a list offers: the areas; without areas the kinds; without both everything."""
    return [Feed(each.id) for each in programme.areas] or [Feed("", each.id) for each in programme.kinds] or [Feed()]


def within(feed: Feed, other: Feed, programme: Programme) -> bool:
    """Return True if whoever leaves `feed` leaves the `other` with it."""
    if feed in (other, Feed()):
        return True
    plan = programme.event(other.plan)
    if plan is not None:
        areas = programme.areas_of(plan)
        return feed.kind in ("", *plan.kinds) and feed.area in ("", *areas) and not feed.plan
    return not feed.plan and feed.kind in ("", other.kind) and feed.area == other.area


def ahead(feed: Feed, events: Iterable[Event], programme: Programme, now: datetime) -> list[Event]:
    """Return the events of a feed that lie ahead, the next one first."""
    found = [event for event in events if event.ahead(now) and feed in of_event(event, programme)]
    return sorted(found, key=lambda event: event.starts_at)


def keys(event: Event, programme: Programme) -> tuple[str, ...]:
    """Return the keys of the feeds in which an event is."""
    return tuple(feed.key(programme) for feed in of_event(event, programme))


def keys_in(area: str, programme: Programme) -> tuple[str, ...]:
    """Return the keys of an area's own feeds, without what lies around it or within."""
    return tuple(Feed(area, kind).key(programme) for kind in ("", *(each.id for each in programme.kinds)))


def keys_of_areas(areas: Iterable[str], programme: Programme) -> tuple[str, ...]:
    return tuple(feed.key(programme) for feed in of_areas(areas, programme))


def followed_areas(keys: Iterable[str], programme: Programme) -> tuple[str, ...]:
    """Return the areas that somebody follows, wholly or in part."""
    found = [feed.area for key in keys if (feed := of_key(key, programme)) and feed.area]
    return tuple(dict.fromkeys(found))
