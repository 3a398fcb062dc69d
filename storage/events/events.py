"""Event rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, case, extract, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events.events import Event, Place, PlannedEvent, Status
from domain.events.timing import Hours
from domain.programmes import Programme
from storage.database import kept_of, programme_of
from storage.models import EventRow, Subscription, VenueRow

PLANNED = ("plan", "area", "also_in", "kinds", "venue", "starts_at", "ends_at", "hours")
"""What the programme file says of an occurrence that organisers may say otherwise."""
TALKED_ABOUT = timedelta(days=60)


async def every(session: AsyncSession) -> list[Event]:
    """Return all events of the programme, by start.

    A transaction that only reads takes those that were read before, if the database's state is still theirs: one short
    query instead of a thousand rows, true whichever process has written. What a writer sees may be rolled back, so it
    reads the rows and keeps nothing.
    """
    kept = kept_of(session)
    if kept is None:
        return await _read(session, _EVERY)
    # The state first: rows that are newer are read once more, older ones are never taken for new.
    now = await state(session)
    if kept.state != now:
        kept.values = await _read(session, _EVERY)
        kept.state = now
    return list(kept.values)


async def recent(session: AsyncSession, now: datetime) -> list[Event]:
    """Return the events that people may still talk about: those ahead, and those over not long ago."""
    return [event for event in await every(session) if event.ends_at > now - TALKED_ABOUT]


async def one(session: AsyncSession, event_id: int) -> Event | None:
    return next(iter(await _read(session, _EVENTS.where(EventRow.id == event_id))), None)


State = tuple[int | datetime | None, ...]


async def state(session: AsyncSession) -> State:
    """Return what changes whenever an event of the programme does, and never returns to what it was.

    A change is a higher version, also of an event whose venue gets new words. Only to be confirmed is none: hence how
    many are, and the moments of the checks, the latest and, should a clock have been set back, the sum of all.
    """
    return tuple((await session.execute(_STATE, {"programme": programme_of(session)})).one())


async def at_venue(session: AsyncSession, venue: str, now: datetime) -> list[Event]:
    """Return the events at a venue that are not over."""
    return await _read(session, _EVENTS.where(EventRow.venue == venue, EventRow.ends_at > now))


async def slugs(session: AsyncSession) -> set[str]:
    return set(await session.scalars(select(EventRow.slug).where(EventRow.programme == programme_of(session))))


async def insert(session: AsyncSession, events: Iterable[PlannedEvent], now: datetime) -> int:
    """Add events whose slug is new; never overwrite a row. Return how many.

    The very first events of a programme are no news to anybody.
    """
    there = await slugs(session)
    new = [event for event in events if event.slug not in there]
    told = None if there else now
    programme = programme_of(session)
    for event in new:
        confirmed = now if event.sure else None
        session.add(_row(programme, event, created_at=now, since=now, confirmed_at=confirmed, announced_at=told))
    return len(new)


async def other_programmes(session: AsyncSession) -> list[str]:
    """Return the ids of other programmes that have events here."""
    others = select(EventRow.programme).where(EventRow.programme != programme_of(session)).distinct()
    return sorted(await session.scalars(others))


async def adopt(session: AsyncSession, programme: Programme) -> None:
    """Give this programme the rows of a time when a database knew only one."""
    row, slugs = EventRow, [event.id for event in programme.events]
    nobodys = row.programme == ""
    planned = case((row.slug.in_(slugs), row.slug), else_="")
    await session.execute(update(row).where(nobodys).values(programme=programme.id, plan=planned))
    named = Subscription.feed.contains("/")
    whole = literal(f"{programme.id}/") + Subscription.feed
    await session.execute(update(Subscription).where(~named).values(feed=whole))


async def create(session: AsyncSession, event: PlannedEvent, note: str, now: datetime, *, tell: bool) -> int:
    """Add an organiser's event, which is thereby confirmed, and return its id. With `tell`, followers hear of it."""
    told = None if tell else now
    moments = {"created_at": now, "since": now, "confirmed_at": now, "checked_at": now}
    row = _row(programme_of(session), event, note=note, announced_at=told, **moments)
    session.add(row)
    await session.flush()
    return row.id


async def change(session: AsyncSession, known: Event, **values: Any) -> bool:
    """Change an event. Return False, with nothing changed, if it is no longer at that version."""
    row = EventRow
    query = update(row).where(row.id == known.id, row.version == known.version)
    query = query.values(version=known.version + 1, **values).returning(row.id)
    return await session.scalar(query.execution_options(synchronize_session=False)) is not None


async def unconfirmed(session: AsyncSession, now: datetime) -> list[Event]:
    return [event for event in await every(session) if not event.confirmed and event.ahead(now)]


async def confirm(session: AsyncSession, events: Collection[Event], now: datetime) -> list[int]:
    """Record that events are right as they are. Return the ids of those that nobody changed meanwhile."""
    row = EventRow
    right = []
    for event in events:
        query = update(row).where(row.id == event.id, row.version == event.version)
        values = {"confirmed_at": event.confirmed_at or now, "checked_at": now}
        statement = query.values(values).returning(row.id).execution_options(synchronize_session=False)
        right += list(await session.scalars(statement))
    return right


async def take_news(session: AsyncSession, now: datetime) -> list[tuple[Event, datetime]]:
    """Return confirmed events ahead that followers have not heard of, each once, with when it was added."""
    row = EventRow
    query = update(row).where(_news(now)).values(announced_at=now).returning(row.id, row.created_at)
    taken = (await session.execute(query.execution_options(synchronize_session=False))).all()
    known = {event.id: event for event in await every(session)} if taken else {}
    return [(known[event_id], created_at) for event_id, created_at in sorted(taken) if created_at]


async def has_news(session: AsyncSession, now: datetime) -> bool:
    return await session.scalar(select(EventRow.id).where(_news(now)).limit(1)) is not None


def _news(now: datetime) -> ColumnElement[bool]:
    row = EventRow
    new = row.announced_at.is_(None) & row.created_at.is_not(None) & row.confirmed_at.is_not(None)
    return new & (row.ends_at > now) & (row.status != Status.CANCELLED)


async def decide(session: AsyncSession, events: Iterable[PlannedEvent], now: datetime) -> int:
    """Give unconfirmed events the dates of `events` and confirm them. Return how many."""
    wanted = {event.slug: event for event in events}
    mine = EventRow.programme == programme_of(session)
    query = select(EventRow).where(mine, EventRow.confirmed_at.is_(None), EventRow.slug.in_(wanted))
    rows = (await session.scalars(query)).all()
    for row in rows:
        row.starts_at, row.ends_at = wanted[row.slug].starts_at, wanted[row.slug].ends_at
        row.version, row.confirmed_at, row.since = row.version + 1, now, now
    return len(rows)


# Columns instead of rows: a thousand events are read for each question.
_FIELDS = (
    EventRow.id, EventRow.slug, EventRow.area, EventRow.venue, EventRow.starts_at, EventRow.ends_at, EventRow.status,
    EventRow.note, EventRow.version, EventRow.confirmed_at, EventRow.since, EventRow.checked_at, EventRow.hours,
    EventRow.plan, EventRow.kinds, EventRow.also_in,
)  # fmt: skip
_EVENTS = select(*_FIELDS, VenueRow.name, VenueRow.address).outerjoin(VenueRow, VenueRow.id == EventRow.venue)
_EVERY = _EVENTS.order_by(EventRow.starts_at, EventRow.id)
_STATE = select(
    func.count(), func.sum(EventRow.version), func.count(EventRow.confirmed_at),
    func.max(EventRow.checked_at), func.sum(extract("epoch", EventRow.checked_at)),
).where(EventRow.programme == bindparam("programme"))  # fmt: skip


async def _read(session: AsyncSession, query: Select[*tuple[Any, ...]]) -> list[Event]:
    mine = query.where(EventRow.programme == bindparam("programme"))
    return [_event(row) for row in await session.execute(mine, {"programme": programme_of(session)})]


def _row(programme: str, event: PlannedEvent, note: str = "", **values: Any) -> EventRow:
    planned = {name: getattr(event, name) for name in PLANNED} | {"slug": event.slug, "status": event.status}
    planned |= {"kinds": list(event.kinds), "also_in": list(event.also_in), "hours": event.hours}
    return EventRow(programme=programme, **planned, note=note, version=1, **values)


def _event(row: Row[*tuple[Any, ...]]) -> Event:
    id, slug, area, venue, starts_at, ends_at, status, note, version, confirmed_at, since, checked_at, *more = row
    hours, plan, kinds, also_in, name, address = more
    place = None if name is None else Place(name, address)
    return Event(
        id, slug, area, venue, starts_at, ends_at, Status(status), note, version, confirmed_at, since, checked_at,
        place, Hours(hours), plan, tuple(kinds), tuple(also_in),
    )  # fmt: skip


def free_slug(wanted: str, taken: Sequence[str] | set[str]) -> str:
    """Return `wanted`, or `wanted` with the first number behind it that is free."""
    numbered = (f"{wanted[:28]}-{number}" for number in range(2, 1000))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)
