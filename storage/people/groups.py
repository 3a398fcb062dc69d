"""Rows of groups and channels, in the table of residents: what serves residents serves them too."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Update, delete, exists, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.delivery import WAITING, DeliveryState, SkipReason
from domain.residents.groups import ChatKind, Group
from storage.database import dialect_of, insert
from storage.models import APART, Base, Delivery, Resident, Subscription
from storage.people.subscriptions import of_programme

LASTING = 2
"""Refusals after which organisers are told; a closed topic opens by itself no more than they open it."""
IN_GROUPS: Any = text(f"({APART}) AND kind <> 'private'")
"""Groups and channels, spelt as in their index."""


async def one(session: AsyncSession, chat_id: int) -> Group | None:
    row = await session.get(Resident, chat_id)
    return None if row is None or row.kind == ChatKind.PRIVATE else _group(row)


async def linked(session: AsyncSession) -> list[Group]:
    """Return the groups that an announcement may go to, by title."""
    query = select(Resident).where(Resident.linked, Resident.reachable)
    return [_group(row) for row in await session.scalars(query.order_by(Resident.title, Resident.chat_id))]


async def enter(session: AsyncSession, group: Group, now: datetime) -> bool:
    """Note that the bot is in the group, which keeps its language and link. Return True if it was not before."""
    values = {name: getattr(group, name) for name in ("chat_id", "kind", "title", "language", "linked")}
    made = insert(dialect_of(session), Resident).values(**values, reachable=True, first_seen=now)
    if await session.scalar(made.on_conflict_do_nothing().returning(Resident.chat_id)) is not None:
        return True
    row = await session.get_one(Resident, group.chat_id, with_for_update=True)
    new, row.reachable = not row.reachable, True
    row.kind, row.title, row.linked = group.kind, group.title, row.linked or group.linked
    return new


async def follow(session: AsyncSession, feeds: Collection[str]) -> bool:
    """Return True if a group that can be written to follows one of the feeds; of none: any."""
    followed = Subscription.feed.in_(feeds) if feeds else of_programme(session)
    there = (Resident.kind != ChatKind.PRIVATE) & Resident.reachable & (Subscription.chat_id == Resident.chat_id)
    return bool(await session.scalar(select(exists().where(there, followed))))


async def link(session: AsyncSession, chat_id: int) -> bool:
    """Let organisers choose the group for announcements. Return False if they could already, or it is unknown."""
    row = Resident
    there = (row.chat_id == chat_id) & (row.kind != ChatKind.PRIVATE) & row.reachable & ~row.linked
    return await session.scalar(update(row).where(there).values(linked=True).returning(row.chat_id)) is not None


async def refuse(session: AsyncSession, chat_id: int, count: int, now: datetime) -> None:
    """Count messages that the group refused."""
    row = Resident
    values = {"refusals": row.refusals + count, "refused_since": func.coalesce(row.refused_since, now)}
    await session.execute(_plainly(update(row).where(row.chat_id == chat_id, IN_GROUPS).values(**values)))


async def let_in(session: AsyncSession, chats: Sequence[int]) -> None:
    """Reset the count of refusals: something has arrived there."""
    if chats:
        again = (Resident.chat_id.in_(chats)) & (Resident.refusals > 0)
        statement = update(Resident).where(again).values(refusals=0, refused_since=None)
        await session.execute(_plainly(statement))


async def refusing(session: AsyncSession, least: int) -> list[tuple[Group, datetime]]:
    """Return those that refused so often one after the other, and since when."""
    query = select(Resident).where(IN_GROUPS, Resident.reachable, Resident.refusals >= least)
    rows = await session.scalars(query.order_by(Resident.chat_id))
    return [(_group(row), row.refused_since) for row in rows if row.refused_since is not None]


def _plainly(statement: Update) -> Update:
    return statement.execution_options(synchronize_session=False)


async def rename(session: AsyncSession, chat_id: int, title: str) -> None:
    await session.execute(update(Resident).where(Resident.chat_id == chat_id).values(title=title))


async def move(session: AsyncSession, old: int, new: int) -> None:
    """Move everything of a group that has become a supergroup to its new id."""
    row = await session.get(Resident, old, with_for_update=True)
    if row is not None and old != new:
        await session.execute(delete(Resident).where(Resident.chat_id == new))
        kept = {column.key: getattr(row, column.key) for column in Resident.__table__.columns}
        session.add(Resident(**kept | {"chat_id": new, "reachable": True}))
        await session.flush()
        for column in _belonging():
            await session.execute(update(column.table).where(column == old).values({column.name: new}))
        await session.execute(delete(Resident).where(Resident.chat_id == old))
    await _redirect(session, old, new)


def _belonging() -> list[Any]:
    """Yield every column that says whose a row is."""
    keys = [key for table in Base.metadata.sorted_tables for key in table.foreign_keys]
    return [key.parent for key in keys if key.column.table is Resident.__table__]


async def _redirect(session: AsyncSession, old: int, new: int) -> None:
    """Redirect what waits for the old id to the new one, unless that has it already."""
    twin = aliased(Delivery)
    taken = exists().where(twin.thing == Delivery.thing, twin.chat_id == new)
    waiting = (Delivery.chat_id == old) & Delivery.state.in_(WAITING)
    for statement in (
        update(Delivery).where(waiting, taken).values(state=DeliveryState.SKIPPED, error=SkipReason.MOVED),
        update(Delivery).where(waiting).values(chat_id=new),
    ):
        await session.execute(statement.execution_options(synchronize_session=False))


def _group(row: Resident) -> Group:
    return Group(row.chat_id, ChatKind(row.kind), row.title, row.language, row.linked, row.reachable)
