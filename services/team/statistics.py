"""Statistics: the numbers of the programme, as far as an organiser's areas go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from domain import feeds
from domain.announcements.announcements import Announcement
from domain.events.events import Event
from domain.team.organisers import Organiser, Role
from services.environment import Environment
from services.results import Done, Refused
from services.rights import lacking
from storage.events import events
from storage.people import attendance, followers, link_opens
from storage.people.followers import Followers
from storage.team import statistics

EVERYONE = Followers(None)


@dataclass(frozen=True)
class ProgrammeCounts:
    """`following`: people by area. `reach`: the latest announcements, for how many, and how many have it.

    `tickets`: by state. `coming`: the events ahead, with how many said they come. `opened`: links, by area and source.
    """

    people: int
    following: dict[str, int]
    reach: list[tuple[Announcement, int, int]]
    tickets: dict[str, int]
    coming: list[tuple[Event, int]]
    opened: list[tuple[str, str, int]]


async def count(env: Environment, *, who: Organiser, now: datetime) -> Done[ProgrammeCounts] | Refused:
    """Count; announcements of other organisers' areas are left out."""
    if (refused := lacking(who, Role.ORGANISER)) is not None:
        return refused
    areas = {area.id: Followers(None, feeds.keys_in(area.id, env.programme)) for area in env.programme.areas}
    async with env.database.read() as session:
        people = await followers.counts(session, [EVERYONE, *areas.values()])
        reach = await statistics.reach(session)
        states = await statistics.inquiries(session)
        opened, said = await link_opens.every(session), await attendance.coming(session)
        ahead = [event for event in await events.every(session) if event.ahead(now)]
    return Done(
        ProgrammeCounts(
            people=people[EVERYONE],
            following={area: people[whom] for area, whom in areas.items()},
            reach=[each for each in reach if who.responsible(each[0].audience.areas)],
            tickets=states,
            coming=[(event, said.get(event.id, 0)) for event in ahead],
            opened=opened,
        )
    )


async def joined(env: Environment) -> dict[str, list[tuple[date, int]]]:
    """Return, by area, how many of those who follow it began on each day."""
    async with env.database.read() as session:
        found = await statistics.joined(session)
    by_area: dict[str, list[tuple[date, int]]] = {}
    for key, days in found.items():
        for area in feeds.followed_areas([key], env.programme):
            by_area.setdefault(area, []).extend(days)
    return by_area
