"""The sender's side of the outbox: claim before the call, settle after it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Interval, Select, String, bindparam, case, exists, func, literal, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import aliased

from domain.delivery import TRANSITIONS, DeliveryState, OutboxStatus
from domain.machines import require
from storage.database import dialect_of, lock_number
from storage.models import Delivery, Outgoing, Resident
from storage.outbox import delivered_edits
from storage.people import groups, topics

Unavailable = (SQLAlchemyError, OSError)
"""What a database raises that is locked, full, or gone for a while."""

_CLAIM_LOCK = 7263002
_RECENT = 200
_IS_PENDING = Delivery.state == DeliveryState.PENDING
_table: Any = Delivery.__table__
_outgoing: Any = Outgoing.__table__


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message to send now. `message_id` is set when the method changes a message that is there already."""

    id: int
    outgoing_id: int
    revision: int
    chat_id: int
    method: str
    payload: dict[str, Any]
    message_id: int | None
    not_before: datetime
    attempts: int
    perhaps_twice: bool
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """The result of a claimed message; what follows `error` concerns its chat.

    `refused`: by how much its count of refusals grows. `lost_topic`: a topic that is not there any more.
    """

    id: int
    outgoing_id: int
    revision: int
    chat_id: int
    state: DeliveryState
    not_before: datetime
    attempts: int
    perhaps_twice: bool
    message_id: int | None = None
    sent_at: datetime | None = None
    error: str | None = None
    unreachable: bool = False
    new_chat_id: int | None = None
    refused: int = 0
    lost_topic: int | None = None


async def claim(session: AsyncSession, now: datetime, limit: int, urgent: Sequence[int] = ()) -> list[Claimed]:
    """Mark up to `limit` due messages as being sent: the `urgent` outgoings' first, then the oldest.

    At most one to a chat, and none to a chat that has one on its way, in this process or in another.
    """
    connection = await session.connection()
    if connection.dialect.name == "postgresql":
        await connection.execute(_ALONE_BY_INDEX, {"lock": lock_number(session.info["schema"], _CLAIM_LOCK)})
    chosen: dict[int, Claimed] = {}
    for outgoing_id in (*urgent, None):
        if len(chosen) < limit:
            query = _DUE if outgoing_id is None else _DUE_OF_ONE
            wanted = {"now": now, "limit": limit * 2 + len(chosen), "outgoing": outgoing_id}
            _choose(chosen, (await connection.execute(query, wanted)).all(), limit)
    await _put_into_topics(session, chosen)
    if chosen:
        ids = [claimed.id for claimed in chosen.values()]
        await connection.execute(_marking(connection), {"ids": ids, "now": now})
    return list(chosen.values())


async def _put_into_topics(session: AsyncSession, chosen: dict[int, Claimed]) -> None:
    new = {each.id: chat for chat, each in chosen.items() if chat < 0 and each.message_id is None}
    found = await topics.threads(session, new) if new else {}
    for delivery, thread in found.items():
        chosen[new[delivery]] = replace(chosen[new[delivery]], thread_id=thread)


async def urgent_waiting(session: AsyncSession, now: datetime) -> list[int]:
    """Return the latest urgent outgoing rows that still have something due."""
    latest = aliased(Outgoing, select(Outgoing).order_by(Outgoing.id.desc()).limit(_RECENT).subquery())
    due = exists().where(Delivery.outgoing_id == latest.id, _IS_PENDING, Delivery.not_before <= now)
    return list(await session.scalars(select(latest.id).where(latest.urgent, due).order_by(latest.id)))


async def settle(session: AsyncSession, results: Sequence[Settled], now: datetime) -> None:
    """Record the results of claimed messages, and correct those whose words changed in flight."""
    if not results:
        return
    connection = await session.connection()
    await connection.execute(_SETTLE, [_parameters(result) for result in results])
    gone = [result.chat_id for result in results if result.unreachable]
    if gone:
        await session.execute(update(Resident).where(Resident.chat_id.in_(gone)).values(reachable=False))
    for result in results:
        if result.new_chat_id is not None:
            await groups.move(session, result.chat_id, result.new_chat_id)
        if result.lost_topic is not None:
            await topics.forget(session, result.chat_id, result.lost_topic)
        if result.refused:
            await groups.refuse(session, result.chat_id, result.refused, now)
    await groups.let_in(session, [each.chat_id for each in results if each.chat_id < 0 and each.sent_at])
    await delivered_edits.catch_up(session, {each.id: each.revision for each in results if each.message_id}, now)


def of_chat(chat_id: int) -> Select[int]:
    """Select the ids of a chat's deliveries by way of `outgoing`; `Delivery` says why."""
    theirs = (Delivery.thing == Outgoing.thing) & (Delivery.chat_id == chat_id)
    return select(Delivery.id).select_from(Outgoing).join(Delivery, theirs)


async def return_stale(
    session: AsyncSession, now: datetime, older_than: timedelta | None = None, sparing: Collection[int] = ()
) -> int:
    """Let messages that a kill left in flight be sent again, perhaps twice. Return how many there were.

    `older_than` spares younger claims, which may be another process's, and `sparing` these ids. An edit does no
    harm twice, so it is not counted as such.
    """
    stale = _SENDING & _table.c.id.not_in(sparing)
    if older_than is not None:
        theirs = dialect_of(session) == "postgresql"
        clock = _SERVER_CLOCK - literal(older_than, Interval()) if theirs else now - older_than
        stale &= _table.c.claimed_at < clock
    twice = case((_table.c.message_id.is_(None), True), else_=_table.c.perhaps_twice)
    result: Any = await session.execute(update(_table).where(stale).values(state=_AGAIN, perhaps_twice=twice))
    return int(result.rowcount)


async def next_due(session: AsyncSession) -> datetime | None:
    """Return the time at which the earliest waiting message may go out."""
    return await session.scalar(select(func.min(_table.c.not_before)).where(_PENDING))


async def due(session: AsyncSession, now: datetime) -> tuple[int, datetime | None]:
    """Return how many messages are due, and since when the earliest is."""
    query = select(func.count(), func.min(_table.c.not_before)).where(_PENDING, _table.c.not_before <= now)
    count, earliest = (await session.execute(query)).one()
    return count, earliest


# Spelt out, as in the indexes of these rows: a parameter would say nothing.
_PENDING = text(f"deliveries.state = '{DeliveryState.PENDING}'")
_SENDING = text(f"deliveries.state = '{DeliveryState.SENDING}'")
_ON_ITS_WAY = text(f"busy.state = '{DeliveryState.SENDING}'")
# Two processes that claim at once could each take a different message to one chat. And just after a fan-out
# PostgreSQL takes what waits for little, and would sort a hundred thousand rows rather than read the index.
_ALONE_BY_INDEX = text("SELECT pg_advisory_xact_lock(:lock), set_config('enable_sort', 'off', true)")
_busy = _table.alias("busy")
# Without more order than the index gives: 100,000 may have the same time.
_DUE_OF_ANY = (
    select(
        _table.c.id,
        _table.c.outgoing_id,
        _outgoing.c.revision,
        _table.c.chat_id,
        _outgoing.c.method,
        _outgoing.c.payload,
        _table.c.message_id,
        _table.c.not_before,
        _table.c.attempts,
        _table.c.perhaps_twice,
    )
    .join(_outgoing, _outgoing.c.id == _table.c.outgoing_id)
    .where(
        _PENDING,
        _table.c.not_before <= bindparam("now"),
        _table.c.chat_id.not_in(select(_busy.c.chat_id).where(_ON_ITS_WAY, _busy.c.chat_id.is_not(None))),
    )
    .limit(bindparam("limit"))
    .with_for_update(of=_table, skip_locked=True)
)
_DUE = _DUE_OF_ANY.order_by(_table.c.not_before)
_DUE_OF_ONE = _DUE_OF_ANY.where(_table.c.outgoing_id == bindparam("outgoing"), _IS_PENDING)
_MARK = update(_table).where(_table.c.id.in_(bindparam("ids", expanding=True)))
_SKIPPED = literal(DeliveryState.SKIPPED, String)
# What comes back unsent waits again, unless its thing was paused or stopped, or the person erased.
_WAITS = case(
    (_table.c.chat_id.is_(None), _SKIPPED),
    (_outgoing.c.status == OutboxStatus.PAUSED, literal(DeliveryState.PAUSED, String)),
    (_outgoing.c.status == OutboxStatus.STOPPED, _SKIPPED),
    else_=literal(DeliveryState.PENDING, String),
)
_AGAIN = select(_WAITS).where(_outgoing.c.id == _table.c.outgoing_id).scalar_subquery()
_NEW_STATE = bindparam("state", type_=String)
_SETTLE = (
    update(_table)
    .where(_table.c.id == bindparam("this"), _table.c.state == DeliveryState.SENDING)
    .values(
        state=case((_NEW_STATE == DeliveryState.PENDING, _AGAIN), else_=_NEW_STATE),
        not_before=bindparam("not_before"),
        attempts=bindparam("attempts"),
        perhaps_twice=bindparam("perhaps_twice"),
        message_id=func.coalesce(bindparam("message_id", type_=_table.c.message_id.type), _table.c.message_id),
        sent_at=bindparam("sent_at"),
        error=bindparam("error"),
    )
)
# On PostgreSQL claims carry the server's time: two processes must agree on how old one is.
_SERVER_CLOCK = func.timezone("UTC", func.clock_timestamp())
_MARK_BY_SERVER = _MARK.values(state=DeliveryState.SENDING, claimed_at=_SERVER_CLOCK)
_MARK_BY_US = _MARK.values(state=DeliveryState.SENDING, claimed_at=bindparam("now"))
_SETTLED = ("state", "not_before", "attempts", "perhaps_twice", "message_id", "sent_at", "error")


def _parameters(result: Settled) -> dict[str, Any]:
    require(TRANSITIONS, DeliveryState.SENDING, result.state)
    return {"this": result.id} | {name: getattr(result, name) for name in _SETTLED}


def _choose(chosen: dict[int, Claimed], rows: Sequence[Any], limit: int) -> None:
    for row in rows:
        if len(chosen) == limit:
            return
        chosen.setdefault(row.chat_id, Claimed(*row))


def _marking(connection: AsyncConnection) -> Any:
    return _MARK_BY_SERVER if connection.dialect.name == "postgresql" else _MARK_BY_US
