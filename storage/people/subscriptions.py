"""Rows of subscriptions: who follows which area, and when each wants to be reminded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import combinations

from sqlalchemy import ColumnElement, bindparam, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.reminders import DEFAULT_LEADS, Lead
from storage.database import dialect_of, insert
from storage.models import Resident, Subscription

Followed = dict[str, tuple[Lead, ...]]
"""The areas a chat follows, oldest subscription first, each with its leads."""


_FOLLOWED = (
    select(Subscription.area, Subscription.leads)
    .where(Subscription.chat_id == bindparam("chat"))
    .order_by(Subscription.created_at, Subscription.area)
)


async def followed(session: AsyncSession, chat_id: int) -> Followed:
    rows = await session.execute(_FOLLOWED, {"chat": chat_id})
    return {area: _read(leads) for area, leads in rows}


async def areas(session: AsyncSession, chat_id: int) -> list[str]:
    """Return the areas that this chat follows, the oldest subscription first."""
    return list(await followed(session, chat_id))


async def subscribe(
    session: AsyncSession,
    chat_id: int,
    area: str,
    now: datetime,
    leads: Collection[Lead] = DEFAULT_LEADS,
    thread_id: int | None = None,
) -> bool:
    """Subscribe a chat. Return False if it follows the area already; it then keeps its date and leads."""
    values = {"chat_id": chat_id, "area": area, "leads": _written(leads), "created_at": now}
    values["thread_id"] = thread_id
    new = insert(dialect_of(session), Subscription).values(**values).on_conflict_do_nothing()
    return await session.scalar(new.returning(Subscription.area)) is not None


async def choose(session: AsyncSession, chat_id: int, area: str, lead: Lead, wanted: bool) -> tuple[Lead, ...] | None:
    """Switch a lead on or off and return the leads; None if the chat does not follow the area."""
    row = await session.get(Subscription, (chat_id, area), with_for_update=True)
    if row is None:
        return None
    leads = {*_read(row.leads), lead} if wanted else {*_read(row.leads)} - {lead}
    row.leads = _written(leads)
    return _read(row.leads)


async def unsubscribe(session: AsyncSession, chat_id: int, area: str | None = None) -> Followed:
    """Unsubscribe from one area or all. Return what was left, so that it can be undone."""
    where = Subscription.chat_id == chat_id
    if area is not None:
        where &= Subscription.area == area
    query = delete(Subscription).where(where).returning(Subscription.area, Subscription.leads)
    return {area: _read(leads) for area, leads in sorted(await session.execute(query))}


async def chosen(session: AsyncSession, choices: Collection[tuple[str, Lead]]) -> set[tuple[str, Lead]]:
    """Return the areas and leads for which there is anybody to remind."""
    if not choices:
        return set()
    queries = [
        exists().where(
            Subscription.area == area,
            wants(lead),
            Subscription.chat_id == Resident.chat_id,
            Resident.reachable,
        )
        for area, lead in choices
    ]
    found = (await session.execute(select(*queries))).one()
    return {choice for choice, anybody in zip(choices, found, strict=True) if anybody}


def wants(lead: str) -> ColumnElement[bool]:
    """Match every combination of leads that holds this one: an index finds them, and PostgreSQL can count them."""
    choices = (each for count in range(1, len(Lead) + 1) for each in combinations(Lead, count))
    return Subscription.leads.in_([_written(each) for each in choices if lead in each])


def _written(leads: Collection[Lead]) -> str:
    return ",".join(lead for lead in Lead if lead in leads)


def _read(leads: str) -> tuple[Lead, ...]:
    return tuple(Lead(lead) for lead in leads.split(",") if lead)
