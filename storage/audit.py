"""Who did what when: one row for every act that changes or sends something. Rows are never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AuditRow


@dataclass(frozen=True)
class Entry:
    """`act` names a sentence (`audit-<act>` in the catalog) and `details` fill it.

    `actor` is empty for what the bot did by itself. `ref` is the row acted on.
    """

    id: int
    at: datetime
    actor: int | None
    name: str
    act: str
    ref: int | None
    details: dict[str, Any] = field(hash=False)


async def record(
    session: AsyncSession,
    actor: int | None,
    act: str,
    ref: int | None,
    now: datetime,
    *,
    name: str = "",
    **details: str | int,
) -> None:
    """In the transaction of the act itself. `name`: the actor's, kept when they leave."""
    session.add(AuditRow(at=now, actor=actor, name=name, act=act, ref=ref, details=details))


async def latest(session: AsyncSession, limit: int, before: int | None = None) -> Sequence[Entry]:
    """The newest entries, or the newest of those older than the entry `before`."""
    query = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit)
    if before is not None:
        query = query.where(AuditRow.id < before)
    return [
        Entry(row.id, row.at, row.actor, row.name, row.act, row.ref, row.details)
        for row in await session.scalars(query)
    ]
