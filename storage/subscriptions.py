"""Who follows which town, and when each wants to be reminded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import combinations

from sqlalchemy import ColumnElement, bindparam, delete, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.groups import Kind
from domain.reminders import DEFAULT_LEADS, Lead
from storage.models import Resident, Subscription
from storage.silence import listening

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
    """The towns this chat follows, oldest subscription first."""
    return list(await followed(session, chat_id))


async def subscribe(
    session: AsyncSession, chat_id: int, town: str, now: datetime, leads: Collection[Lead] = DEFAULT_LEADS
) -> bool:
    """False when the chat follows the town already: its first subscription keeps its date and leads."""
    if await session.get(Subscription, (chat_id, town)) is not None:
        return False
    session.add(Subscription(chat_id=chat_id, town=town, leads=_written(leads), created_at=now))
    return True


async def choose(
    session: AsyncSession, chat_id: int, town: str, lead: Lead, wanted: bool
) -> tuple[Lead, ...] | None:
    """The leads as they are now; None when the chat does not follow the town."""
    row = await session.get(Subscription, (chat_id, town))
    if row is None:
        return None
    leads = {*_read(row.leads), lead} if wanted else {*_read(row.leads)} - {lead}
    row.leads = _written(leads)
    return _read(row.leads)


async def unsubscribe(session: AsyncSession, chat_id: int, town: str | None = None) -> Followed:
    """Leave one town, or all; what was left, so that it can be undone."""
    where = Subscription.chat_id == chat_id
    if town is not None:
        where &= Subscription.town == town
    query = delete(Subscription).where(where).returning(Subscription.town, Subscription.leads)
    return {town: _read(leads) for town, leads in sorted(await session.execute(query))}


async def audience(
    session: AsyncSession, at: datetime | None, towns: Sequence[str] = (), language: str = "", lead: str = ""
) -> int:
    """How many people who can be written to `at` that moment follow one of the towns (of none: any).

    No moment counts those too who asked for silence. `language` counts only those who read it, `lead` those
    who chose it.
    """
    follows = [Subscription.chat_id == Resident.chat_id]
    if towns:
        follows.append(Subscription.town.in_(towns))
    if lead:
        follows.append(wants(lead))
    # Not a join: whoever follows several towns counts once, without sorting a hundred thousand numbers.
    query = select(func.count()).select_from(Resident).where(exists().where(*follows))
    query = query.where(Resident.reachable, Resident.kind == Kind.PRIVATE)
    if at is not None:
        query = query.where(listening(at))
    if language:
        query = query.where(Resident.language == language)
    return await session.scalar(query) or 0


async def chosen(session: AsyncSession) -> set[tuple[str, Lead]]:
    """The towns and leads for which there is anybody to remind."""
    query = select(Subscription.town, Subscription.leads).join(Resident).where(Resident.reachable).distinct()
    return {(town, lead) for town, leads in await session.execute(query) for lead in _read(leads)}


def wants(lead: str) -> ColumnElement[bool]:
    """Spelt out, all choices with it: an index finds them, and PostgreSQL knows how many they are."""
    choices = (each for count in range(1, len(Lead) + 1) for each in combinations(Lead, count))
    return Subscription.leads.in_([_written(each) for each in choices if lead in each])


def _written(leads: Collection[Lead]) -> str:
    return ",".join(lead for lead in Lead if lead in leads)


def _read(leads: str) -> tuple[Lead, ...]:
    return tuple(Lead(lead) for lead in leads.split(",") if lead)
