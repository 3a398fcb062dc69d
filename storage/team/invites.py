"""Rows of invitations to organise. A link works once: accepting it takes the row away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.team.organisers import INVITE_LASTS, Invite, Role
from storage.models import InviteRow


async def draft(session: AsyncSession, inviter: int, name: str, now: datetime) -> Invite:
    row = InviteRow(
        inviter=inviter,
        role=Role.ORGANISER,
        areas=[],
        name=name,
        version=1,
        expires_at=now + INVITE_LASTS,
    )
    session.add(row)
    await session.flush()
    return _invite(row)


async def one(session: AsyncSession, invite_id: int) -> Invite | None:
    row = await session.get(InviteRow, invite_id)
    return None if row is None else _invite(row)


async def set_role(session: AsyncSession, known: Invite, role: Role) -> Invite | None:
    """Set the role and no areas: only an organiser chooses them; an owner has all, a helper needs none."""
    return await _change(session, known, role=role, areas=[])


async def set_areas(session: AsyncSession, known: Invite, areas: Sequence[str]) -> Invite | None:
    return await _change(session, known, areas=list(areas))


async def set_name(session: AsyncSession, known: Invite, name: str) -> Invite | None:
    return await _change(session, known, name=name)


async def issue(session: AsyncSession, known: Invite, token: str, now: datetime) -> Invite | None:
    return await _change(session, known, token_hash=_hash(token), expires_at=now + INVITE_LASTS)


async def _change(session: AsyncSession, known: Invite, **values: Any) -> Invite | None:
    """Change an invitation and return it; None if it is no longer at that version, or has its link already."""
    row = InviteRow
    where = (row.id == known.id) & (row.version == known.version) & row.token_hash.is_(None)
    query = update(row).where(where).values(version=known.version + 1, **values).returning(row)
    changed = await session.scalar(query, execution_options={"populate_existing": True})
    return None if changed is None else _invite(changed)


async def of_link(session: AsyncSession, token: str, now: datetime) -> Invite | None:
    """Return the invitation of a link; None if it was never given, was used, withdrawn, or is too old."""
    # Used, withdrawn, too old or invented: whoever tries a link learns nothing about the others.
    query = select(InviteRow).where(InviteRow.token_hash == _hash(token), InviteRow.expires_at > now)
    row = await session.scalar(query)
    return None if row is None else _invite(row)


async def take(session: AsyncSession, known: Invite) -> bool:
    """Use up or withdraw the invitation. Return False if somebody was quicker."""
    same = (InviteRow.id == known.id) & (InviteRow.version == known.version)
    return await session.scalar(delete(InviteRow).where(same).returning(InviteRow.id)) is not None


async def issued(session: AsyncSession, now: datetime) -> list[Invite]:
    """Return the invitations whose link can still be opened, the one that ends first first."""
    query = select(InviteRow).where(InviteRow.token_hash.is_not(None), InviteRow.expires_at > now)
    return [_invite(row) for row in await session.scalars(query.order_by(InviteRow.expires_at, InviteRow.id))]


async def withdraw_all(session: AsyncSession, inviter: int) -> None:
    await session.execute(delete(InviteRow).where(InviteRow.inviter == inviter))


def expired(now: datetime) -> ColumnElement[bool]:
    """Return the condition that there are invitations whose time is over."""
    return exists().where(InviteRow.expires_at <= now)


async def forget_expired(session: AsyncSession, now: datetime) -> None:
    await session.execute(delete(InviteRow).where(InviteRow.expires_at <= now))


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _invite(row: InviteRow) -> Invite:
    return Invite(
        id=row.id,
        inviter=row.inviter,
        role=Role(row.role),
        areas=tuple(row.areas),
        name=row.name,
        version=row.version,
        issued=row.token_hash is not None,
        expires_at=row.expires_at,
    )
