"""Pause, resume, stop and repeat messages that have not gone out.

Those that have are edited or deleted by `delivered_edits`. A message in flight that comes back unsent ends as
was decided meanwhile: its row in `outgoing` keeps the decision.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import (
    OUTBOX_TRANSITIONS,
    TRANSITIONS,
    WAITING,
    DeliveryState,
    MessageKind,
    OutboxStatus,
    SkipReason,
)
from domain.machines import require
from storage.models import Delivery, Outgoing, Resident
from storage.outbox.queue import changed


async def pause(session: AsyncSession, originals: Sequence[int]) -> int:
    """Pause messages that wait. Return how many."""
    await _mark(session, originals, OutboxStatus.OPEN, OutboxStatus.PAUSED)
    return await _move(session, originals, [DeliveryState.PENDING], DeliveryState.PAUSED)


async def resume(session: AsyncSession, originals: Sequence[int], not_before: datetime) -> int:
    """Resume paused messages. Return how many."""
    await _mark(session, originals, OutboxStatus.PAUSED, OutboxStatus.OPEN)
    return await _move(session, originals, [DeliveryState.PAUSED], DeliveryState.PENDING, not_before=not_before)


async def stop(session: AsyncSession, originals: Sequence[int], reason: SkipReason) -> int:
    """Stop messages that wait or are paused. Return how many chats will not get one."""
    for status in (OutboxStatus.OPEN, OutboxStatus.PAUSED):
        await _mark(session, originals, status, OutboxStatus.STOPPED)
    return await _move(session, originals, WAITING, DeliveryState.SKIPPED, error=reason)


async def retry(session: AsyncSession, originals: Sequence[int], not_before: datetime) -> int:
    """Send failed messages again, and those to people who have unblocked the bot. Return how many."""
    await _mark(session, originals, OutboxStatus.STOPPED, OutboxStatus.OPEN)
    back = exists().where(Resident.chat_id == Delivery.chat_id, Resident.reachable)
    again = Delivery.chat_id.is_not(None) & ((Delivery.state != DeliveryState.BLOCKED) | back)
    unsent = (DeliveryState.FAILED, DeliveryState.UNCERTAIN, DeliveryState.BLOCKED)
    fresh = {"attempts": 0, "not_before": not_before, "error": None}
    return await _move(session, originals, unsent, DeliveryState.PENDING, again, **fresh)


async def postpone(session: AsyncSession, originals: Sequence[int], until: datetime) -> None:
    """Let none of the messages that wait go out before then."""
    await _move(session, originals, [DeliveryState.PENDING], DeliveryState.PENDING, not_before=until)


async def reword(session: AsyncSession, original: int, payload: dict[str, Any]) -> None:
    """Give messages that have not gone out yet new words."""
    await session.execute(update(Outgoing).where(Outgoing.id == original).values(payload=payload))


async def spare(
    session: AsyncSession,
    chat_id: int,
    kinds: Sequence[MessageKind],
    reason: SkipReason,
    refs: Sequence[int] | None = None,
) -> None:
    """Stop what waits for one chat, of these kinds and, if given, about these `refs`."""
    things = select(Outgoing.thing).where(Outgoing.kind.in_(kinds))
    if refs is not None:
        things = things.where(Outgoing.ref.in_(refs))
    mine = Delivery.thing.in_(things) & (Delivery.chat_id == chat_id)
    await skip(session, mine & Delivery.state.in_(WAITING), reason)


async def skip(session: AsyncSession, where: ColumnElement[bool], reason: SkipReason) -> None:
    """Record that these, which wait, will not be sent."""
    statement = update(Delivery).where(where).values(state=DeliveryState.SKIPPED, error=reason)
    await session.execute(statement, execution_options={"synchronize_session": False})


async def restore(session: AsyncSession, originals: Sequence[int], reason: SkipReason, not_before: datetime) -> int:
    """Let messages that were stopped for that reason go out after all. Return how many."""
    await _mark(session, originals, OutboxStatus.STOPPED, OutboxStatus.OPEN)
    spared = Delivery.chat_id.is_not(None) & (Delivery.error == reason)
    fresh = {"not_before": not_before, "error": None}
    return await _move(session, originals, [DeliveryState.SKIPPED], DeliveryState.PENDING, spared, **fresh)


async def followers(session: AsyncSession, original: int) -> list[int]:
    """Select the edits and deletions of one row."""
    return list(await session.scalars(select(Outgoing.id).where(Outgoing.follows == original)))


async def _mark(session: AsyncSession, originals: Sequence[int], before: OutboxStatus, after: OutboxStatus) -> None:
    require(OUTBOX_TRANSITIONS, before, after)
    which = Outgoing.id.in_(originals) & (Outgoing.status == before)
    await session.execute(update(Outgoing).where(which).values(status=after))


async def _move(
    session: AsyncSession,
    originals: Sequence[int],
    states: Sequence[DeliveryState],
    after: DeliveryState,
    where: ColumnElement[bool] | None = None,
    **values: Any,
) -> int:
    for before in states:
        require(TRANSITIONS, before, after)
    chosen = Delivery.outgoing_id.in_(originals) & Delivery.state.in_(states)
    statement = update(Delivery).where(chosen if where is None else chosen & where).values(state=after, **values)
    return changed(await session.execute(statement.execution_options(synchronize_session=False)))
