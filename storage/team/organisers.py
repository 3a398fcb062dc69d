"""Rows of organisers, besides the owners that the settings name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.team.organisers import Organiser, Role
from storage.database import dialect_of, insert
from storage.models import OrganiserRow, Resident


async def one(session: AsyncSession, chat_id: int) -> Organiser | None:
    row = await session.get(OrganiserRow, chat_id)
    return None if row is None else _organiser(row)


async def every(session: AsyncSession, owners: Collection[int]) -> list[Organiser]:
    """Return all organisers, with the settings' `owners`, by role, then by how long they have been there."""
    rows = await session.scalars(select(OrganiserRow).order_by(OrganiserRow.since, OrganiserRow.chat_id))
    known = {row.chat_id: _organiser(row) for row in rows}
    for owner in sorted(owners):
        name = known[owner].name if owner in known else ""
        known[owner] = Organiser(owner, Role.OWNER, name=name)
    ranks = list(Role)
    return sorted(known.values(), key=lambda organiser: ranks.index(organiser.role))


async def addressees(
    session: AsyncSession, owners: Collection[int], least: Role, areas: Collection[str] | None = None
) -> dict[int, str]:
    """Return the language of each organiser with at least that role who can be written to.

    That is, has written to the bot and not blocked it. `areas`: only those responsible for all of them.
    """
    ids = [
        organiser.chat_id
        for organiser in await every(session, owners)
        if organiser.role.may(least) and (areas is None or organiser.responsible(areas))
    ]
    if not ids:
        return {}
    query = select(Resident.chat_id, Resident.language).where(Resident.chat_id.in_(ids), Resident.reachable)
    return {row.chat_id: row.language for row in await session.execute(query)}


async def appoint(session: AsyncSession, organiser: Organiser, now: datetime) -> None:
    """Make somebody an organiser, or give one a new role."""
    values = {
        "role": organiser.role,
        "areas": list(organiser.areas),
        "name": organiser.name,
        "since": now,
    }
    new = insert(dialect_of(session), OrganiserRow).values(chat_id=organiser.chat_id, **values)
    await session.execute(new.on_conflict_do_update(index_elements=["chat_id"], set_=values))


async def owns(session: AsyncSession, chat_id: int, owners: Collection[int]) -> bool:
    """Return True if this is an owner, of the settings or by a row, which is then locked."""
    if chat_id in owners:
        return True
    mine = (OrganiserRow.chat_id == chat_id) & (OrganiserRow.role == Role.OWNER)
    return await session.scalar(select(OrganiserRow.chat_id).where(mine).with_for_update(read=True)) is not None


async def last_owner(session: AsyncSession, chat_id: int, owners: Collection[int]) -> bool:
    """Return True if nobody else is an owner. Locks the owners' rows: two cannot remove each other at once."""
    query = select(OrganiserRow.chat_id).where(OrganiserRow.role == Role.OWNER).with_for_update()
    ids = {*owners, *await session.scalars(query)}
    return ids == {chat_id}


async def revoke(session: AsyncSession, chat_id: int, since: int) -> Organiser | None:
    """Remove an organiser and return who it was; None if there is no such organiser any more.

    `since`: the second of the appointment that is meant.
    """
    row = await session.get(OrganiserRow, chat_id, with_for_update=True)
    if row is None or _organiser(row).appointed != since:
        return None
    await session.execute(delete(OrganiserRow).where(OrganiserRow.chat_id == chat_id))
    return _organiser(row)


def _organiser(row: OrganiserRow) -> Organiser:
    return Organiser(row.chat_id, Role(row.role), tuple(row.areas), row.name, row.since)
