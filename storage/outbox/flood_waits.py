"""Waits that Telegram asked for (429). Kept, because some last half a day and a restart must honour them."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Pause

BOT = "bot"
"""The scope of a wait that concerns every chat."""
LONGEST = timedelta(days=1)
"""What is kept for longer was a mistake, or the clock has been set back since."""


async def keep(session: AsyncSession, scope: str, until: datetime) -> None:
    await session.merge(Pause(scope=scope, until=until))


async def load(session: AsyncSession, now: datetime) -> dict[str, datetime]:
    """Return those that are not over yet, a day at most; the others are forgotten."""
    await session.execute(delete(Pause).where(Pause.until <= now))
    latest = now + LONGEST
    return {pause.scope: min(pause.until, latest) for pause in await session.scalars(select(Pause))}


async def left(session: AsyncSession, now: datetime) -> timedelta:
    """Return for how long nothing may be sent to anybody."""
    until = await session.scalar(select(Pause.until).where(Pause.scope == BOT))
    return timedelta(0) if until is None else min(max(timedelta(0), until - now), LONGEST)
