"""The record of what was done, as far as an organiser may read it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.team.organisers import Organiser
from services.environment import Environment
from storage.team import audit
from storage.team.audit import AuditEntry


async def latest(env: Environment, *, who: Organiser, limit: int, before: int | None = None) -> Sequence[AuditEntry]:
    """Return the newest entries, or the newest before one: of their areas, of none, and of what they did themselves."""

    def readable(entry: AuditEntry) -> bool:
        return entry.actor == who.chat_id or entry.areas is None or who.responsible(entry.areas)

    async with env.database.read() as session:
        return await audit.latest(session, limit, before, None if who.responsible(()) else readable)
