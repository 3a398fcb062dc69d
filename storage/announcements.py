"""Announcement rows. Every change names the version it is based on; a stale one changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.announcements import Announcement, State
from storage.models import AnnouncementRow


async def draft(
    session: AsyncSession, author: int | None, versions: dict[str, str], towns: Sequence[str], now: datetime
) -> Announcement:
    row = AnnouncementRow(
        author=author, state=State.DRAFT, versions=versions, towns=list(towns), version=1, created_at=now
    )
    session.add(row)
    await session.flush()
    return _announcement(row)


async def one(session: AsyncSession, announcement_id: int) -> Announcement | None:
    row = await session.get(AnnouncementRow, announcement_id)
    return None if row is None else _announcement(row)


async def set_towns(session: AsyncSession, known: Announcement, towns: Sequence[str]) -> Announcement | None:
    return await _change(session, known, State.DRAFT, towns=list(towns))


async def set_text(
    session: AsyncSession, known: Announcement, versions: dict[str, str]
) -> Announcement | None:
    return await _change(session, known, State.DRAFT, versions=versions)


async def set_time(
    session: AsyncSession, known: Announcement, due_at: datetime | None
) -> Announcement | None:
    return await _change(session, known, State.DRAFT, due_at=due_at)


async def schedule(session: AsyncSession, known: Announcement, now: datetime) -> Announcement | None:
    """Confirm: at its time, or now when it has none."""
    return await _change(session, known, State.DRAFT, state=State.SCHEDULED, due_at=known.due_at or now)


async def cancel(session: AsyncSession, known: Announcement) -> Announcement | None:
    return await _change(session, known, known.state, state=State.CANCELLED)


async def _change(
    session: AsyncSession, known: Announcement, while_in: State, **values: Any
) -> Announcement | None:
    """The changed announcement; None when it is no longer at that version and state."""
    row = AnnouncementRow
    where = (row.id == known.id) & (row.version == known.version) & (row.state == while_in)
    query = update(row).where(where).values(version=known.version + 1, **values).returning(row)
    changed = await session.scalar(query, execution_options={"populate_existing": True})
    return None if changed is None else _announcement(changed)


async def waiting(session: AsyncSession, now: datetime) -> bool:
    """Whether one is due, or on its way."""
    row = AnnouncementRow
    due = (row.state == State.SCHEDULED) & (row.due_at <= now)
    query = select(row.id).where(due | (row.state == State.SENDING)).limit(1)
    return await session.scalar(query) is not None


async def start_due(session: AsyncSession, now: datetime) -> list[Announcement]:
    """Take what is due into SENDING; each is taken by one process only."""
    row = AnnouncementRow
    where = (row.state == State.SCHEDULED) & (row.due_at <= now)
    query = update(row).where(where).values(state=State.SENDING, version=row.version + 1).returning(row)
    rows = await session.scalars(query, execution_options={"populate_existing": True})
    return sorted((_announcement(each) for each in rows), key=lambda each: each.id)


async def sending(session: AsyncSession) -> list[Announcement]:
    query = select(AnnouncementRow).where(AnnouncementRow.state == State.SENDING)
    return [_announcement(row) for row in await session.scalars(query.order_by(AnnouncementRow.id))]


async def finish(session: AsyncSession, announcement: Announcement) -> bool:
    """False when another process reported it already."""
    return await _change(session, announcement, State.SENDING, state=State.DONE) is not None


def _announcement(row: AnnouncementRow) -> Announcement:
    return Announcement(
        id=row.id,
        author=row.author,
        state=State(row.state),
        versions=row.versions,
        towns=tuple(row.towns),
        due_at=row.due_at,
        version=row.version,
    )
