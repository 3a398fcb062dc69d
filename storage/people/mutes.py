"""Rows of mutes: until when a chat wants no message that it did not ask for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Resident


def listening(at: datetime) -> ColumnElement[bool]:
    """Match residents who are not muted at that moment: a condition on `Resident`."""
    return or_(Resident.silent_until.is_(None), Resident.silent_until <= at)


async def until(session: AsyncSession, chat_id: int, now: datetime) -> datetime | None:
    """Return the end of the mute; None if there is none now."""
    silent = select(Resident.silent_until).where(Resident.chat_id == chat_id, Resident.silent_until > now)
    return await session.scalar(silent)


async def keep(session: AsyncSession, chat_id: int, until: datetime | None) -> None:
    """Mute the chat until then; None ends the mute."""
    await session.execute(update(Resident).where(Resident.chat_id == chat_id).values(silent_until=until))
