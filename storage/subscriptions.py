"""Who follows which town."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.groups import Kind
from domain.reminders import DEFAULT_LEADS
from storage.models import Resident, Subscription


async def towns(session: AsyncSession, chat_id: int) -> list[str]:
    """The towns this chat follows, oldest subscription first."""
    query = select(Subscription.town).where(Subscription.chat_id == chat_id)
    return list(await session.scalars(query.order_by(Subscription.created_at, Subscription.town)))


async def subscribe(session: AsyncSession, chat_id: int, town: str, now: datetime) -> bool:
    """False when the chat follows the town already: its first subscription keeps its date."""
    if await session.get(Subscription, (chat_id, town)) is not None:
        return False
    leads = ",".join(DEFAULT_LEADS)
    session.add(Subscription(chat_id=chat_id, town=town, leads=leads, created_at=now))
    return True


async def unsubscribe(session: AsyncSession, chat_id: int, town: str | None = None) -> list[str]:
    """Leave one town, or all; the towns that were left."""
    where = Subscription.chat_id == chat_id
    if town is not None:
        where &= Subscription.town == town
    query = delete(Subscription).where(where).returning(Subscription.town)
    return sorted(await session.scalars(query))


async def audience(session: AsyncSession, towns: Sequence[str]) -> int:
    """How many people who can be reached follow one of the towns; any town at all when `towns` is empty."""
    query = select(func.count(func.distinct(Subscription.chat_id))).join(Resident)
    query = query.where(Resident.reachable, Resident.kind == Kind.PRIVATE)
    if towns:
        query = query.where(Subscription.town.in_(towns))
    return await session.scalar(query) or 0
