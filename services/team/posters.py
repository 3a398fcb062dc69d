"""Posters: which meetings one can be printed for."""

from __future__ import annotations

from datetime import datetime

from domain.events.events import Event
from domain.team.organisers import Organiser, Role
from services.environment import Environment
from services.results import Done, Refusal, Refused, Stale
from services.rights import lacking
from storage.events import events


async def ahead(env: Environment, *, now: datetime) -> list[Event]:
    """Return the meetings that are still to come."""
    async with env.database.read() as session:
        return [event for event in await events.every(session) if event.ahead(now)]


def can_be_printed(event: Event, now: datetime) -> bool:
    """Return True if its date is sure and still to come: what is printed cannot be corrected."""
    return event.confirmed and event.ahead(now)


async def printable(
    env: Environment, *, who: Organiser, event: int, now: datetime
) -> Done[Event] | Stale[Event] | Refused:
    """Return the meeting of a poster, whose date must be confirmed.

    Stale if it is over or called off.
    """
    async with env.database.read() as session:
        found = await events.one(session, event)
    if found is None:
        return Stale()
    if (refused := lacking(who, Role.ORGANISER, found.areas)) is not None:
        return refused
    if can_be_printed(found, now):
        return Done(found)
    return Refused(Refusal.NOT_CONFIRMED) if found.ahead(now) else Stale(found)
