"""Waits that Telegram asked for (429). Kept, because some last half a day and a restart must honour them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Pause


async def keep(session: AsyncSession, scope: str, until: datetime) -> None:
    await session.merge(Pause(scope=scope, until=until))


async def load(session: AsyncSession, now: datetime) -> dict[str, datetime]:
    """Those that are not over yet; the others are forgotten."""
    await session.execute(delete(Pause).where(Pause.until <= now))
    return {pause.scope: pause.until for pause in await session.scalars(select(Pause))}
