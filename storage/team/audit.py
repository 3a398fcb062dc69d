"""Rows of the record: one for every act that changes or sends something. Rows are never changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AuditRow


@dataclass(frozen=True)
class AuditEntry:
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

    @property
    def areas(self) -> tuple[str, ...] | None:
        """Return the areas it is about, empty for all of them; None if it is about no area."""
        if self.act in _OF_NO_AREA:
            return None
        named = self.details.get("areas") or self.details.get("area") or ""
        return tuple(area for area in named.split(",") if area)


_OF_NO_AREA = frozenset(["answered", "dismissed", "reopened", "learned", "forgotten"])
"""What is done about questions, which every helper sees."""
_BATCH = 200


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
    """Record an act, in the same transaction as the act. `name` is the actor's, kept when they leave."""
    # Numbers and organisers' names only, never what residents wrote: the record is kept for ever, and they may erase.
    session.add(AuditRow(at=now, actor=actor, name=name, act=act, ref=ref, details=details))


async def latest(
    session: AsyncSession,
    limit: int,
    before: int | None = None,
    wanted: Callable[[AuditEntry], bool] | None = None,
) -> Sequence[AuditEntry]:
    """Return the newest entries that are `wanted`, or the newest of those older than the entry `before`."""
    found: list[AuditEntry] = []
    while len(found) < limit:
        query = select(AuditRow).order_by(AuditRow.id.desc()).limit(_BATCH if wanted else limit)
        rows = (await session.scalars(query if before is None else query.where(AuditRow.id < before))).all()
        if not rows:
            break
        entries = (AuditEntry(row.id, row.at, row.actor, row.name, row.act, row.ref, row.details) for row in rows)
        found += [entry for entry in entries if wanted is None or wanted(entry)]
        before = rows[-1].id
    return found[:limit]
