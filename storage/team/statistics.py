"""Count for the statistics of the programme."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.announcements.announcements import Announcement
from domain.delivery import DeliveryState, MessageKind
from domain.residents.groups import ChatKind
from storage.announcements import announcements
from storage.models import Delivery, InquiryRow, Outgoing, Resident, Subscription

LATEST = 4


async def joined(session: AsyncSession) -> dict[str, list[tuple[date, int]]]:
    """Return, by feed, how many of its present followers began on each day (UTC)."""
    # SQLite has no dates: it would make a number of what is cast to one.
    sqlite = session.get_bind().dialect.name == "sqlite"
    day = func.date(Subscription.created_at) if sqlite else cast(Subscription.created_at, Date)
    # Nothing is kept of those who left, so the curve can only be of those who follow now.
    query = select(Subscription.feed, day, func.count()).join(Resident)
    query = query.where(Resident.reachable, Resident.kind == ChatKind.PRIVATE)
    found: dict[str, list[tuple[date, int]]] = {}
    for feed, at, count in await session.execute(query.group_by(Subscription.feed, day).order_by(day)):
        found.setdefault(feed, []).append((date.fromisoformat(str(at)), count))
    return found


async def reach(session: AsyncSession) -> list[tuple[Announcement, int, int]]:
    """Return the latest announcements that have begun to go out: for how many, and how many have it."""
    latest = await announcements.begun(session, LATEST)
    theirs = (Outgoing.kind == MessageKind.ANNOUNCEMENT) & Outgoing.ref.in_([each.id for each in latest])
    sent = func.count().filter(Delivery.state == DeliveryState.SENT)
    query = select(Outgoing.ref, func.count(), sent).join(Delivery, Delivery.outgoing_id == Outgoing.id)
    rows = await session.execute(query.where(theirs).group_by(Outgoing.ref))
    counts = {ref: (targeted, sent) for ref, targeted, sent in rows}
    return [(each, *counts.get(each.id, (0, 0))) for each in latest]


async def inquiries(session: AsyncSession) -> dict[str, int]:
    """Count the tickets in each state."""
    query = select(InquiryRow.state, func.count()).group_by(InquiryRow.state)
    return {row[0]: row[1] for row in await session.execute(query)}
