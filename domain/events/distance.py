"""Distance to a meeting, as the crow flies."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from domain.events.events import Event
from domain.programmes import Coordinates, Programme

_EARTH_KM = 6371.0


def kilometres(one: Coordinates, other: Coordinates) -> float:
    """Return the distance on a great circle (haversine)."""
    north, south = radians(one.latitude), radians(other.latitude)
    across, along = (north - south) / 2, radians(one.longitude - other.longitude) / 2
    chord = sin(across) ** 2 + cos(north) * cos(south) * sin(along) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))


def nearest(events: Iterable[Event], programme: Programme, here: Coordinates) -> tuple[Event, float] | None:
    """Return the nearest event and its kilometres; None if the programme does not say where all of them are."""
    found: list[tuple[float, Event]] = []
    for event in events:
        venue = programme.venue(event.venue)
        if venue is None or venue.coordinates is None or event.place is not None:
            return None
        found.append((kilometres(here, venue.coordinates), event))
    if not found:
        return None
    distance, event = min(found, key=lambda each: (each[0], each[1].starts_at))
    return event, distance
