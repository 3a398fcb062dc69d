"""Rows of subscriptions: who follows which town, and when each wants to be reminded."""

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
"""The towns a chat follows, oldest subscription first, each with its leads."""


_FOLLOWED = (
    select(Subscription.town, Subscription.leads)
    .where(Subscription.chat_id == bindparam("chat"))
    .order_by(Subscription.created_at, Subscription.town)
)


async def followed(session: AsyncSession, chat_id: int) -> Followed:
    rows = await session.execute(_FOLLOWED, {"chat": chat_id})
    return {town: _read(leads) for town, leads in rows}


async def towns(session: AsyncSession, chat_id: int) -> list[str]:
    """Return the towns that this chat follows, the oldest subscription first."""
    return list(await followed(session, chat_id))


async def subscribe(
    session: AsyncSession,
    chat_id: int,
    town: str,
    now: datetime,
    leads: Collection[Lead] = DEFAULT_LEADS,
    thread_id: int | None = None,
) -> bool:
    """Subscribe a chat. Return False if it follows the town already; it then keeps its date and leads."""
    values = {"chat_id": chat_id, "town": town, "leads": _written(leads), "created_at": now}
    values["thread_id"] = thread_id
    new = insert(dialect_of(session), Subscription).values(**values).on_conflict_do_nothing()
    return await session.scalar(new.returning(Subscription.town)) is not None


async def choose(session: AsyncSession, chat_id: int, town: str, lead: Lead, wanted: bool) -> tuple[Lead, ...] | None:
    """Switch a lead on or off and return the leads; None if the chat does not follow the town."""
    row = await session.get(Subscription, (chat_id, town), with_for_update=True)
    if row is None:
        return None
    leads = {*_read(row.leads), lead} if wanted else {*_read(row.leads)} - {lead}
    row.leads = _written(leads)
    return _read(row.leads)


async def unsubscribe(session: AsyncSession, chat_id: int, town: str | None = None) -> Followed:
    """Unsubscribe from one town or all. Return what was left, so that it can be undone."""
    where = Subscription.chat_id == chat_id
    if town is not None:
        where &= Subscription.town == town
    query = delete(Subscription).where(where).returning(Subscription.town, Subscription.leads)
    return {town: _read(leads) for town, leads in sorted(await session.execute(query))}


async def chosen(session: AsyncSession, choices: Collection[tuple[str, Lead]]) -> set[tuple[str, Lead]]:
    """Return the towns and leads for which there is anybody to remind."""
    if not choices:
        return set()
    queries = [
        exists().where(
            Subscription.town == town,
            wants(lead),
            Subscription.chat_id == Resident.chat_id,
            Resident.reachable,
        )
        for town, lead in choices
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
