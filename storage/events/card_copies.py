"""Keep track of cards in people's chats, so that a change of the event reaches them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import dialect_of
from storage.models import Attendance, Card, Delivery, EventRow, Outgoing, Resident, Subscription
from storage.outbox import queue
from storage.people.known_chats import insert_if_known

KEPT = 3
"""Cards of one event in one chat; older ones have been scrolled away."""


async def keep(session: AsyncSession, chat_id: int, message_id: int, event_id: int) -> None:
    """Note that a message shows the event."""
    values = {"chat_id": chat_id, "message_id": message_id, "event_id": event_id}
    new = insert_if_known(dialect_of(session), Card, values)
    shown = {"event_id": event_id}
    await session.execute(new.on_conflict_do_update(index_elements=["chat_id", "message_id"], set_=shown), values)
    # Only cards are kept true: lists and answers are bound to their moment, and not rewritten behind the reader's back.
    mine = (Card.chat_id == chat_id) & (Card.event_id == event_id)
    latest = select(Card.message_id).where(mine).order_by(Card.message_id.desc()).limit(KEPT)
    await session.execute(delete(Card).where(mine, Card.message_id.not_in(latest)))


async def forget(session: AsyncSession, chat_id: int, message_id: int) -> None:
    """Note that a message no longer shows a card."""
    await session.execute(delete(Card).where(Card.chat_id == chat_id, Card.message_id == message_id))


def old(before: datetime) -> ColumnElement[bool]:
    """Return the condition that there are cards of events that ended before then."""
    return exists().where(_over(before))


async def forget_old(session: AsyncSession, before: datetime) -> None:
    await session.execute(delete(Card).where(_over(before)).execution_options(synchronize_session=False))


def _over(before: datetime) -> ColumnElement[bool]:
    return Card.event_id.in_(select(EventRow.id).where(EventRow.ends_at < before))


async def refresh(
    session: AsyncSession,
    outgoing_id: int,
    event_id: int,
    feeds: Sequence[str],
    now: datetime,
    *,
    followed: bool,
    coming: bool,
) -> int:
    """Queue an edit of the event's cards, in chats that follow one of its feeds or not, and come or not."""
    message = await session.get_one(Outgoing, outgoing_id)
    # A chat may have several cards of one event, and each is a thing of its own; no sum leaves the 64 bits.
    base = literal(message.thing, Delivery.thing.type)
    thing = base - Card.message_id if message.thing > 0 else base + Card.message_id
    follows = exists().where(Subscription.chat_id == Card.chat_id, Subscription.feed.in_(feeds))
    comes = exists().where(Attendance.chat_id == Card.chat_id, Attendance.event_id == event_id)
    rows = (
        select(literal(message.id), thing, Card.chat_id, *queue.values(now, message_id=Card.message_id))
        .join(Resident, Resident.chat_id == Card.chat_id)
        .where(Card.event_id == event_id, follows if followed else ~follows)
        .where(comes if coming else ~comes)
        .where(Resident.language == message.language, Resident.reachable)
    )
    return await queue.deliver(session, rows)
