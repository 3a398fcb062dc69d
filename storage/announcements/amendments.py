"""Rows of amendments: proposed, confirmed, and reported when every chat has been reached."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.announcements.amendments import TRANSITIONS, Act, Amendment, Stage
from domain.machines import require, sources
from storage.announcements.announcements import content
from storage.models import RepairRow


async def add(session: AsyncSession, repair: Amendment, now: datetime) -> Amendment:
    """Add a row and return the amendment with its id."""
    row = RepairRow(**_values(repair), version=1, created_at=now)
    session.add(row)
    await session.flush()
    return _repair(row)


async def one(session: AsyncSession, repair_id: int) -> Amendment | None:
    row = await session.get(RepairRow, repair_id)
    return None if row is None else _repair(row)


async def locked(session: AsyncSession, repair_id: int) -> Amendment | None:
    """Return the repair, which nobody else can change before the transaction ends."""
    row = await session.get(RepairRow, repair_id, with_for_update=True)
    return None if row is None else _repair(row)


async def latest(session: AsyncSession, announcement: int, author: int) -> Amendment | None:
    """Return the last correction of an announcement's words that somebody wanted."""
    row = RepairRow
    mine = (row.announcement == announcement) & (row.author == author) & (row.act == Act.EDIT)
    found = await session.scalar(select(row).where(mine).order_by(row.id.desc()).limit(1))
    return None if found is None else _repair(found)


async def save(session: AsyncSession, changed: Amendment) -> Amendment | None:
    """Save `changed` and return it; None if somebody else was quicker.

    Raises `UndeclaredTransition` if its stage may not follow the present one.
    """
    row = RepairRow
    current = (row.id == changed.id) & (row.version == changed.version)
    allowed = current & row.stage.in_(sources(TRANSITIONS, changed.stage))
    query = update(row).where(allowed).values(**_values(changed), version=changed.version + 1).returning(row)
    saved = await session.scalar(query, execution_options={"populate_existing": True})
    if saved is None and (before := await session.scalar(select(row.stage).where(current))) is not None:
        require(TRANSITIONS, Stage(before), changed.stage)
    return None if saved is None else _repair(saved)


async def running(session: AsyncSession) -> list[Amendment]:
    query = select(RepairRow).where(RepairRow.stage == Stage.RUNNING).order_by(RepairRow.id)
    return [_repair(row) for row in await session.scalars(query)]


def _values(repair: Amendment) -> dict[str, Any]:
    plain = {name: getattr(repair, name) for name in ("announcement", "author", "act", "stage", "too_old")}
    return plain | {"versions": {language: asdict(each) for language, each in repair.versions.items()}}


def _repair(row: RepairRow) -> Amendment:
    versions = {language: content(kept) for language, kept in row.versions.items()}
    return Amendment(
        row.id,
        row.version,
        row.announcement,
        row.author,
        Act(row.act),
        Stage(row.stage),
        versions,
        row.too_old,
    )
