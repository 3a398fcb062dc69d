"""Event rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import Event, PlannedEvent, Status
from storage.models import EventRow


async def every(session: AsyncSession) -> list[Event]:
    """All events, by start."""
    return [_event(row) for row in await session.scalars(select(EventRow).order_by(EventRow.starts_at))]


async def one(session: AsyncSession, event_id: int) -> Event | None:
    row = await session.get(EventRow, event_id)
    return None if row is None else _event(row)


async def slugs(session: AsyncSession) -> set[str]:
    return set(await session.scalars(select(EventRow.slug)))


async def insert(
    session: AsyncSession, events: Iterable[PlannedEvent], confirmed_at: datetime | None, now: datetime
) -> int:
    """Add those whose slug is not there yet; a row that exists is never overwritten."""
    there = await slugs(session)
    new = [event for event in events if event.slug not in there]
    session.add_all(
        EventRow(
            slug=event.slug,
            town=event.town,
            venue=event.venue,
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            status=Status.PLANNED,
            note="",
            version=1,
            confirmed_at=confirmed_at,
            since=now,
        )
        for event in new
    )
    return len(new)


async def unconfirmed(session: AsyncSession, now: datetime) -> list[Event]:
    return [event for event in await every(session) if not event.confirmed and event.ahead(now)]


async def confirm(session: AsyncSession, now: datetime) -> int:
    """Confirm every date that is not yet; how many there were."""
    query = update(EventRow).where(EventRow.confirmed_at.is_(None)).values(confirmed_at=now)
    return len((await session.scalars(query.returning(EventRow.id))).all())


def _event(row: EventRow) -> Event:
    return Event(
        id=row.id,
        slug=row.slug,
        town=row.town,
        venue=row.venue,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        status=Status(row.status),
        note=row.note,
        version=row.version,
        confirmed_at=row.confirmed_at,
        since=row.since,
    )


async def decide(session: AsyncSession, events: Iterable[PlannedEvent], now: datetime) -> int:
    """Give those that nobody confirmed yet the dates of `events`, and confirm them; how many."""
    wanted = {event.slug: event for event in events}
    query = select(EventRow).where(EventRow.confirmed_at.is_(None), EventRow.slug.in_(wanted))
    rows = (await session.scalars(query)).all()
    for row in rows:
        row.starts_at, row.ends_at = wanted[row.slug].starts_at, wanted[row.slug].ends_at
        row.version, row.confirmed_at, row.since = row.version + 1, now, now
    return len(rows)
