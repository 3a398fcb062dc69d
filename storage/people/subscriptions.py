"""Rows of subscriptions: who follows which feed, and when each wants to be reminded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import combinations

from sqlalchemy import ColumnElement, bindparam, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.reminders import DEFAULT_LEADS, Lead
from storage.database import dialect_of, insert, programme_of
from storage.models import Resident, Subscription

Followed = dict[str, tuple[Lead, ...]]
"""The feeds a chat follows, oldest subscription first, each with its leads."""


_FOLLOWED = (
    select(Subscription.feed, Subscription.leads)
    .where(Subscription.chat_id == bindparam("chat"), Subscription.feed.startswith(bindparam("whose")))
    .order_by(Subscription.created_at, Subscription.feed)
)


async def followed(session: AsyncSession, chat_id: int) -> Followed:
    rows = await session.execute(_FOLLOWED, {"chat": chat_id, "whose": whose(session)})
    return {feed: _read(leads) for feed, leads in rows}


async def feeds(session: AsyncSession, chat_id: int) -> list[str]:
    """Return the feeds that this chat follows, the oldest subscription first."""
    return list(await followed(session, chat_id))


async def subscribe(
    session: AsyncSession,
    chat_id: int,
    feed: str,
    now: datetime,
    leads: Collection[Lead] = DEFAULT_LEADS,
    thread_id: int | None = None,
) -> bool:
    """Subscribe a chat. Return False if it follows the feed already; it then keeps its date and leads."""
    values = {"chat_id": chat_id, "feed": feed, "leads": _written(leads), "created_at": now}
    values["thread_id"] = thread_id
    new = insert(dialect_of(session), Subscription).values(**values).on_conflict_do_nothing()
    return await session.scalar(new.returning(Subscription.feed)) is not None


async def choose(session: AsyncSession, chat_id: int, feed: str, lead: Lead, wanted: bool) -> tuple[Lead, ...] | None:
    """Switch a lead on or off and return the leads; None if the chat does not follow the feed."""
    row = await session.get(Subscription, (chat_id, feed), with_for_update=True)
    if row is None:
        return None
    leads = {*_read(row.leads), lead} if wanted else {*_read(row.leads)} - {lead}
    row.leads = _written(leads)
    return _read(row.leads)


async def unsubscribe(session: AsyncSession, chat_id: int, feed: str | None = None) -> Followed:
    """Unsubscribe from one feed or all. Return what was left, so that it can be undone."""
    where = Subscription.chat_id == chat_id
    where &= of_programme(session) if feed is None else Subscription.feed == feed
    query = delete(Subscription).where(where).returning(Subscription.feed, Subscription.leads)
    return {feed: _read(leads) for feed, leads in sorted(await session.execute(query))}


async def chosen(session: AsyncSession, choices: Collection[tuple[str, Lead]]) -> set[tuple[str, Lead]]:
    """Return the feeds and leads for which there is anybody to remind."""
    if not choices:
        return set()
    queries = [
        exists().where(
            Subscription.feed == feed,
            wants(lead),
            Subscription.chat_id == Resident.chat_id,
            Resident.reachable,
        )
        for feed, lead in choices
    ]
    found = (await session.execute(select(*queries))).one()
    return {choice for choice, anybody in zip(choices, found, strict=True) if anybody}


def whose(session: AsyncSession) -> str:
    """Return how the keys of the programme's feeds begin."""
    return f"{programme_of(session)}/"


def of_programme(session: AsyncSession) -> ColumnElement[bool]:
    return Subscription.feed.startswith(whose(session))


def wants(lead: str) -> ColumnElement[bool]:
    """Match every combination of leads that holds this one: an index finds them, and PostgreSQL can count them."""
    choices = (each for count in range(1, len(Lead) + 1) for each in combinations(Lead, count))
    return Subscription.leads.in_([_written(each) for each in choices if lead in each])


def _written(leads: Collection[Lead]) -> str:
    return ",".join(lead for lead in Lead if lead in leads)


def _read(leads: str) -> tuple[Lead, ...]:
    return tuple(Lead(lead) for lead in leads.split(",") if lead)
