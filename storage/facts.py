"""The programme file's word over the organisers': only when the one who runs the bot says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import PlannedEvent
from storage.models import EventRow


async def overwrite(session: AsyncSession, events: Iterable[PlannedEvent], now: datetime) -> int:
    """Give the rows of these events the file's town, venue and hours; how many changed."""
    wanted = {event.slug: event for event in events}
    changed = 0
    for row in await session.scalars(select(EventRow).where(EventRow.slug.in_(wanted))):
        event = wanted[row.slug]
        there = (row.town, row.venue, row.starts_at, row.ends_at)
        if there == (event.town, event.venue, event.starts_at, event.ends_at):
            continue
        if row.starts_at != event.starts_at:
            row.since = now
        row.town, row.venue = event.town, event.venue
        row.starts_at, row.ends_at = event.starts_at, event.ends_at
        row.version, changed = row.version + 1, changed + 1
    return changed
