"""Forget, after the end of a programme, everybody who took part; what was sent stays as a count."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import UNSENT, SkipReason
from storage import traces
from storage.models import Delivery, EventRow, Resident
from storage.outbox import control


async def last_end(session: AsyncSession) -> datetime | None:
    """Return the end of the last event, past or future."""
    return await session.scalar(select(func.max(EventRow.ends_at)))


async def due(session: AsyncSession, before: datetime, spared: Collection[int]) -> bool:
    """Return True if somebody has been known since before then."""
    return await session.scalar(_due(before, spared).limit(1)) is not None


async def forget(session: AsyncSession, before: datetime, spared: Collection[int]) -> int:
    """Forget every chat known since before then, groups too, in every table that names one. Return how many."""
    chats = _due(before, spared).scalar_subquery()
    mine = Delivery.chat_id.in_(chats)
    waiting = mine & Delivery.state.in_(UNSENT)
    plain = {"synchronize_session": False}
    await control.skip(session, waiting, SkipReason.ERASED)
    await session.execute(update(Delivery).where(mine).values(chat_id=None), execution_options=plain)
    await traces.forget(session, _due(before, spared))
    gone = await session.execute(delete(Resident).where(Resident.chat_id.in_(chats)), execution_options=plain)
    return int(getattr(gone, "rowcount", 0))


def _due(before: datetime, spared: Collection[int]) -> Select[int]:
    known = (Resident.first_seen < before) & Resident.chat_id.not_in(spared)
    return select(Resident.chat_id).where(known)
