"""How the programme is followed, in numbers."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.announcements import OVER, UNDER_WAY, Announcement
from domain.groups import Kind
from storage import announcements, reports
from storage.models import AnnouncementRow, InquiryRow, Resident, Subscription

LATEST = 4


async def people(session: AsyncSession) -> int:
    """Who follows some town and can be written to."""
    query = select(func.count(func.distinct(Subscription.chat_id))).join(Resident)
    return await session.scalar(query.where(Resident.reachable, Resident.kind == Kind.PRIVATE)) or 0


async def joined(session: AsyncSession) -> dict[str, list[tuple[date, int]]]:
    """By town, how many of those who follow it now began on each day, by UTC."""
    # SQLite has no dates: it would make a number of what is cast to one.
    sqlite = session.get_bind().dialect.name == "sqlite"
    day = func.date(Subscription.created_at) if sqlite else cast(Subscription.created_at, Date)
    query = select(Subscription.town, day, func.count()).join(Resident)
    query = query.where(Resident.reachable, Resident.kind == Kind.PRIVATE)
    found: dict[str, list[tuple[date, int]]] = {}
    for town, at, count in await session.execute(query.group_by(Subscription.town, day).order_by(day)):
        found.setdefault(town, []).append((date.fromisoformat(str(at)), count))
    return found


async def reach(session: AsyncSession) -> list[tuple[Announcement, reports.Counts]]:
    """The latest announcements that have begun to go out, the newest first."""
    ids = select(AnnouncementRow.id).where(AnnouncementRow.state.in_((*UNDER_WAY, *OVER)))
    found = []
    for number in await session.scalars(ids.order_by(AnnouncementRow.id.desc()).limit(LATEST)):
        announcement = await announcements.one(session, number)
        if announcement is not None:
            found.append((announcement, await reports.counts(session, "announcement", number)))
    return found


async def inquiries(session: AsyncSession) -> dict[str, int]:
    """How many there are in each state."""
    query = select(InquiryRow.state, func.count()).group_by(InquiryRow.state)
    return {row[0]: row[1] for row in await session.execute(query)}
