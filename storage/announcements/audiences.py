"""Count whom an announcement would reach."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from domain import feeds
from domain.announcements.announcements import Announcement
from domain.programmes import Programme
from storage.people import followers, groups
from storage.people.followers import Followers


async def recipients(session: AsyncSession, known: Announcement, programme: Programme, at: datetime) -> int:
    """Return how many would receive it then; a group is one."""
    if known.audience.target is None:
        return await followers.count(session, whom(known, programme, at))
    group = await groups.one(session, known.audience.target)
    return int(group is not None and group.reachable)


def whom(known: Announcement, programme: Programme, at: datetime) -> Followers:
    """Return who would receive it then, unless it is for a group."""
    return Followers(at, feeds.keys_of_areas(known.audience.areas, programme), known.audience.readers)
