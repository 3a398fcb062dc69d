"""Keep the numbers of the updates that were handled last, from one process to the next."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import HandledUpdates

_ROW = 1


async def keep(session: AsyncSession, numbers: Iterable[int]) -> None:
    await session.merge(HandledUpdates(id=_ROW, numbers=list(numbers)))


async def load(session: AsyncSession) -> list[int]:
    row = await session.get(HandledUpdates, _ROW)
    return row.numbers if row else []
