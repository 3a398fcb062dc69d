"""Find the reminders that wait, or were told lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import DeliveryState, MessageKind
from storage.models import Delivery, Outgoing


@dataclass(frozen=True)
class Waiting:
    """A reminder that is due for somebody and has not gone out yet."""

    outgoing: int
    key: str
    language: str
    payload: dict[str, Any]


async def waiting(session: AsyncSession, now: datetime, since: datetime) -> list[Waiting]:
    """Return the reminders queued since then that wait."""
    held = exists().where(
        Delivery.outgoing_id == Outgoing.id, Delivery.state == DeliveryState.PENDING, Delivery.not_before <= now
    )
    query = select(Outgoing.id, Outgoing.key, Outgoing.language, Outgoing.payload)
    query = query.where(Outgoing.kind == MessageKind.REMINDER, Outgoing.created_at > since, held).order_by(Outgoing.id)
    return [Waiting(*row) for row in await session.execute(query)]


async def told_since(session: AsyncSession, keys: Sequence[str], since: datetime) -> set[str]:
    """Return those of these reminders that were queued since then."""
    query = select(Outgoing.key).where(Outgoing.key.in_(keys), Outgoing.created_at > since)
    return set(await session.scalars(query))
