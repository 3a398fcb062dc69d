"""Edit and delete messages that were delivered, by rows of the outbox like any other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import DeliveryState, OutboxStatus, SkipReason
from storage.models import Delivery, Outgoing
from storage.outbox import control, queue
from storage.outbox.queue import OutboxMessage

DELETABLE = timedelta(hours=48)
"""Telegram deletes no older message: https://core.telegram.org/bots/api#deletemessage"""
MARGIN = timedelta(minutes=5)


async def edit(
    session: AsyncSession, original: int, edit: OutboxMessage, payload: dict[str, Any], now: datetime
) -> int:
    """Change one message of the outbox everywhere. Return how many chats will see it change.

    Chats still waiting get `payload` instead of the old words. `edit` corrects messages that have arrived, and
    those in flight once they have. It replaces an earlier edit that has not gone out.
    """
    if await queue.has(session, edit):
        return 0
    await _revise(session, original, payload=payload)
    return await _follow(session, original, edit, now)


async def delete(session: AsyncSession, original: int, deletion: OutboxMessage, now: datetime) -> int:
    """Delete one message where Telegram still allows it, and stop it elsewhere. Return from how many chats."""
    if await queue.has(session, deletion):
        return 0
    await control.stop(session, [original], SkipReason.WITHDRAWN)
    await _revise(session, original)
    return await _follow(session, original, deletion, now, since=now - DELETABLE + MARGIN)


async def catch_up(session: AsyncSession, sent: Mapping[int, int], now: datetime) -> None:
    """Correct messages that left with old words: `sent` maps arrived deliveries to the revision they had."""
    if not sent:
        return
    late = await (await session.connection()).execute(_REVISED, {"ids": list(sent)})
    for delivery_id, original, revision in late.all():
        if revision != sent[delivery_id]:
            await _correct(session, original, delivery_id, now)


# In Core, for it runs after every message.
_delivery: Any = Delivery.__table__
_outgoing: Any = Outgoing.__table__
_REVISED = (
    select(_delivery.c.id, _outgoing.c.id, _outgoing.c.revision)
    .join(_outgoing, _outgoing.c.id == _delivery.c.outgoing_id)
    .where(_delivery.c.id.in_(bindparam("ids", expanding=True)), _outgoing.c.revision > 0)
)


async def _correct(session: AsyncSession, original: int, delivery_id: int, now: datetime) -> None:
    open_ones = (Outgoing.follows == original) & (Outgoing.status == OutboxStatus.OPEN)
    for follower in await session.scalars(select(Outgoing).where(open_ones)):
        await _address(session, follower, now, Delivery.id == delivery_id)


async def _revise(session: AsyncSession, original: int, **values: Any) -> None:
    revised = {"revision": Outgoing.revision + 1, **values}
    await session.execute(update(Outgoing).where(Outgoing.id == original).values(**revised))
    await control.stop(session, await control.followers(session, original), SkipReason.SUPERSEDED)


async def _follow(
    session: AsyncSession, original: int, message: OutboxMessage, now: datetime, since: datetime | None = None
) -> int:
    follower = await queue.add(session, message, now, follows=original)
    arrived = (Delivery.outgoing_id == original) & (Delivery.state == DeliveryState.SENT)
    if since is not None:
        arrived &= Delivery.sent_at > since
    return await _address(session, await session.get_one(Outgoing, follower), now, arrived)


async def _address(session: AsyncSession, follower: Outgoing, now: datetime, which: Any) -> int:
    there = and_(which, Delivery.message_id.is_not(None), Delivery.chat_id.is_not(None))
    rows = queue.new_rows(follower, Delivery.chat_id, now, message_id=Delivery.message_id).where(there)
    return await queue.deliver(session, rows)
