"""Residents, subscriptions and messages for the tests of the outbox and the sender."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from domain.delivery import DeliveryState, MessageKind
from storage.database import Database
from storage.models import Delivery, Resident, Subscription
from storage.outbox import queue
from storage.outbox.deliveries import Claimed, Settled
from storage.outbox.queue import OutboxMessage

NOON = datetime(2027, 10, 16, 12, tzinfo=UTC)
LONG_AGO = NOON - timedelta(days=30)


async def settle_in(
    database: Database,
    chats: Iterable[int],
    *,
    language: str = "it",
    feed: str = "wecare/pinerolo",
    leads: str = "day_before,two_hours",
    since: datetime = LONG_AGO,
) -> None:
    """Residents who follow a feed."""
    ids = list(chats)
    people = [{"chat_id": chat, "language": language, "reachable": True, "first_seen": since} for chat in ids]
    following = [{"chat_id": chat, "feed": feed, "leads": leads, "created_at": since} for chat in ids]
    async with database.begin() as session:
        await session.execute(insert(Resident), people)
        await session.execute(insert(Subscription), following)


def message(key: str = "announcement:1", **changes: Any) -> OutboxMessage:
    usual: dict[str, Any] = {
        "kind": MessageKind.ANNOUNCEMENT,
        "ref": 1,
        "language": "it",
        "method": "sendMessage",
        "payload": {"text": "L'incontro è spostato"},
    }
    return OutboxMessage(key, **(usual | changes))


def done(row: Claimed, state: DeliveryState = DeliveryState.SENT, **changes: Any) -> Settled:
    """What became of a claimed message."""
    again = (row.not_before, row.attempts + 1, row.perhaps_twice)
    settled = Settled(row.id, row.outgoing_id, row.revision, row.chat_id, state, *again)
    return replace(settled, **changes)


async def announce(database: Database, said: OutboxMessage, due: datetime = NOON, **who: Any) -> int:
    """The message to everyone it concerns; its id."""
    async with database.begin() as session:
        outgoing_id = await queue.add(session, said, NOON)
        await queue.fan_out(session, outgoing_id, not_before=due, **who)
    return outgoing_id


async def rows(database: Database) -> list[Delivery]:
    async with database.read() as session:
        return list(await session.scalars(select(Delivery).order_by(Delivery.id)))
