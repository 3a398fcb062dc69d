"""Find the topics of forums: messages go to the topic in which they were asked for."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import case, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import MessageKind
from storage.models import ChangeRow, Delivery, EventRow, Outgoing, QuestionRow, Subscription

_OF_EVENTS = (MessageKind.REMINDER, MessageKind.NEW_EVENT, MessageKind.NONE_AHEAD)
"""The kinds of messages whose `ref` is an event."""


async def threads(session: AsyncSession, deliveries: Collection[int]) -> dict[int, int]:
    """Return the topic of each of these deliveries that belongs into one."""
    of_change = (Outgoing.kind == MessageKind.CHANGE) & (ChangeRow.id == Outgoing.ref)
    event = case((Outgoing.kind.in_(_OF_EVENTS), Outgoing.ref), else_=ChangeRow.event_id)
    # A group may follow areas in several topics: the one that is nearest to the event, else any.
    theirs, owner = Subscription.chat_id == Delivery.chat_id, EventRow.programme + literal("/")
    own = Subscription.feed.in_([owner + EventRow.area, owner + literal("=") + EventRow.plan])
    first = select(func.min(Subscription.thread_id)).where(theirs)
    nearest = func.coalesce(first.where(own).scalar_subquery(), first.scalar_subquery())
    mine = (QuestionRow.chat_id == Delivery.chat_id) & (QuestionRow.inquiry_id == Outgoing.ref)
    asked = select(func.min(QuestionRow.thread_id)).where(mine).scalar_subquery()
    thread = case((Outgoing.kind == MessageKind.ANSWER, asked), else_=nearest)
    query = (
        select(Delivery.id, thread.label("thread"))
        .join(Outgoing, Outgoing.id == Delivery.outgoing_id)
        .outerjoin(ChangeRow, of_change)
        .outerjoin(EventRow, EventRow.id == event)
        .where(Delivery.id.in_(deliveries), thread.is_not(None))
    )
    return {row.id: row.thread for row in await session.execute(query)}


async def forget(session: AsyncSession, chat_id: int, thread_id: int) -> None:
    """Forget a topic that is gone: its messages go to the whole group."""
    for table in (Subscription, QuestionRow):
        gone = (table.chat_id == chat_id) & (table.thread_id == thread_id)
        statement = update(table).where(gone).values(thread_id=None)
        await session.execute(statement.execution_options(synchronize_session=False))
