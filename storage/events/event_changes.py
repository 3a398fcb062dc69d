"""Rows of event changes: from an organiser's first word to the notice."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events.change_rules import TRANSITIONS, Change, ChangeState, Wanted
from domain.events.events import Event, Place, PlannedEvent, Status
from domain.events.timing import Hours
from domain.machines import require
from storage.database import one_at_a_time
from storage.events import events, venues
from storage.models import ChangeRow


async def begin(session: AsyncSession, author: int, event: Event | None, now: datetime) -> Change:
    """Return the change that this organiser has begun of the event at its present version, or a new one.

    Without an event, the change makes a new one.
    """
    if event is not None and (begun := await _begun(session, author, event)) is not None:
        return begun
    row = ChangeRow(
        event_id=event.id if event else None,
        author=author,
        state=ChangeState.OPEN,
        before=to_json(asdict(event)) if event else None,
        wanted={},
        tell=False,
        version=1,
        created_at=now,
    )
    session.add(row)
    await session.flush()
    return _change(row)


async def _begun(session: AsyncSession, author: int, event: Event) -> Change | None:
    row = ChangeRow
    mine = (row.author == author) & (row.event_id == event.id) & (row.state == ChangeState.OPEN)
    found = await session.scalar(select(row).where(mine).order_by(row.id.desc()).limit(1))
    change = None if found is None else _change(found)
    return change if change is not None and change.before == event else None


async def one(session: AsyncSession, change_id: int) -> Change | None:
    row = await session.get(ChangeRow, change_id)
    return None if row is None else _change(row)


async def want(session: AsyncSession, known: Change, **values: Any) -> Change | None:
    """Add to what is wanted; None when the change was edited, saved or dropped meanwhile."""
    wanted = Wanted(**(vars(known.wanted) | values))
    return await _edit(session, known, wanted=to_json(asdict(wanted)))


async def drop(session: AsyncSession, known: Change) -> Change | None:
    return await _edit(session, known, state=ChangeState.DROPPED)


class ChangeConflict(Exception):
    """The event, or the change itself, has moved on. The transaction must not be committed."""


async def apply(session: AsyncSession, known: Change, now: datetime, told_at: datetime | None) -> Event:
    """Change the event, or make the new one. Raise `ChangeConflict` if it has moved on.

    `told_at` is when followers may be told; None means never. The scheduler does the rest.
    """
    after, tell = known.after, told_at is not None
    values = {"tell": tell, "applied_at": now, "told_at": told_at, "done_at": None if known.before else now}
    if after is None or await _edit(session, known, state=ChangeState.APPLIED, **values) is None:
        raise ChangeConflict
    if known.before is None:
        event_id = await _create(session, after, now, tell=tell)
    elif await events.change(session, known.before, **_columns(known.before, after, now)):
        event_id = after.id
    else:
        raise ChangeConflict
    if known.wanted.place is not None:
        await _keep_place(session, known, replace(after, id=event_id), now)
    event = await events.one(session, event_id)
    if event is None:
        raise ChangeConflict
    return event


def _columns(before: Event, after: Event, now: datetime) -> dict[str, Any]:
    """Return the columns to change. A day that an organiser has set is thereby confirmed."""
    columns = {name: getattr(after, name) for name in ("starts_at", "ends_at", "hours", "venue", "note", "status")}
    if (before.starts_at, before.ends_at) != (after.starts_at, after.ends_at):
        columns |= {"confirmed_at": now, "checked_at": now}
    if before.starts_at != after.starts_at:
        columns["since"] = now
    return columns


async def _keep_place(session: AsyncSession, known: Change, after: Event, now: datetime) -> None:
    """Keep the venue's new words, for every event there that is still to come."""
    place = known.wanted.place
    if place is None or (await venues.places(session, after.area)).get(after.venue) == place:
        return
    others = [event for event in await events.at_venue(session, after.venue, now) if event.id != after.id]
    await venues.keep(session, after.venue, after.area, place)
    for other in others:
        if await events.change(session, other):
            await note(session, other, known.author, Wanted(place=place), now)


_NEW_EVENT = 7263004


async def _create(session: AsyncSession, draft: Event, now: datetime, *, tell: bool) -> int:
    await one_at_a_time(session, _NEW_EVENT)
    wanted = draft.slug or f"{draft.area or 'new'}-{draft.starts_at:%Y%m%d}"
    slug = events.free_slug(wanted, await events.slugs(session))
    planned = PlannedEvent(slug, draft.area, draft.venue, draft.starts_at, draft.ends_at, draft.hours, draft.plan)
    return await events.create(session, planned, draft.note, now, tell=tell)


async def note(session: AsyncSession, event: Event, author: int | None, wanted: Wanted, now: datetime) -> None:
    """Note a change that nobody is told of, but that cards and reminders must follow.

    Nothing `wanted`: an organiser said that the event is right as it is, and its cards can say so.
    """
    row = ChangeRow(
        event_id=event.id,
        author=author,
        state=ChangeState.APPLIED,
        before=to_json(asdict(event)),
        wanted=to_json(asdict(wanted)),
        tell=False,
        version=1,
        created_at=now,
        applied_at=now,
    )
    session.add(row)


async def to_do(session: AsyncSession) -> list[Change]:
    """Return the changes that were saved and are not yet told and shown everywhere."""
    row = ChangeRow
    query = select(row).where(row.state == ChangeState.APPLIED, row.done_at.is_(None)).order_by(row.id)
    return [_change(each) for each in await session.scalars(query)]


async def done(session: AsyncSession, change: Change, now: datetime) -> None:
    await session.execute(update(ChangeRow).where(ChangeRow.id == change.id).values(done_at=now))


async def told_since(session: AsyncSession, event_id: int, moment: datetime) -> list[Change]:
    """Return the event's changes whose notices went out after that moment or are still to go, the latest first."""
    row = ChangeRow
    told = (row.event_id == event_id) & (row.state == ChangeState.APPLIED) & row.tell & (row.told_at > moment)
    return [_change(each) for each in await session.scalars(select(row).where(told).order_by(row.id.desc()))]


async def last_applied(session: AsyncSession) -> dict[int, datetime]:
    """Return when each event that was ever changed was changed last."""
    row = ChangeRow
    query = select(row.event_id, func.max(row.applied_at)).where(row.state == ChangeState.APPLIED)
    found = await session.execute(query.group_by(row.event_id))
    return {event: moment for event, moment in found if event is not None and moment is not None}


async def held(session: AsyncSession, change: Change, now: datetime) -> list[Change]:
    """Return earlier changes of the same event whose notices have not gone out yet, the latest first."""
    every = await told_since(session, change.before.id, now) if change.before else []
    return [each for each in every if each.id < change.id]


async def _edit(
    session: AsyncSession, known: Change, state: ChangeState = ChangeState.OPEN, **values: Any
) -> Change | None:
    require(TRANSITIONS, ChangeState.OPEN, state)
    row = ChangeRow
    where = (row.id == known.id) & (row.version == known.version) & (row.state == ChangeState.OPEN)
    query = update(row).where(where).values(version=known.version + 1, state=state, **values).returning(row)
    changed = await session.scalar(query, execution_options={"populate_existing": True})
    return None if changed is None else _change(changed)


def _change(row: ChangeRow) -> Change:
    return Change(
        id=row.id,
        author=row.author,
        state=ChangeState(row.state),
        before=Event(**from_json(row.before)) if row.before else None,
        wanted=Wanted(**from_json(row.wanted)),
        version=row.version,
        tell=row.tell,
        applied_at=row.applied_at,
        told_at=row.told_at,
    )


_INSTANTS = ("starts_at", "ends_at", "confirmed_at", "checked_at", "since")


def to_json(values: dict[str, Any]) -> dict[str, Any]:
    """Return an event's values, or those wanted of it, as a row keeps them."""
    instants = {name: values[name].isoformat() for name in _INSTANTS if values.get(name) is not None}
    return {name: value for name, value in (values | instants).items() if value is not None}


def from_json(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values that a row keeps."""
    read: dict[str, Any] = {name: datetime.fromisoformat(values[name]) for name in _INSTANTS if name in values}
    if "place" in values:
        read["place"] = Place(**values["place"])
    if "status" in values:
        read["status"] = Status(values["status"])
    if "hours" in values:
        read["hours"] = Hours(values["hours"])
    read |= {name: tuple(values[name]) for name in ("kinds", "also_in") if name in values}
    return values | read
