"""Count opened links by where they were found. Nothing is kept of whoever opened one."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import dialect_of, insert
from storage.models import VisitRow

SOURCES = ("", "poster")
"""Those we give out; a link that names another counts as a plain one, so that nobody can fill the table."""


async def count(session: AsyncSession, feed: str, source: str) -> None:
    first = insert(dialect_of(session), VisitRow).values(area=feed, source=source if source in SOURCES else "", count=1)
    again = {"count": VisitRow.count + 1}
    await session.execute(first.on_conflict_do_update(index_elements=["area", "source"], set_=again))


async def every(session: AsyncSession) -> list[tuple[str, str, int]]:
    """Return area, source and count of each."""
    rows = await session.scalars(select(VisitRow).order_by(VisitRow.area, VisitRow.source))
    return [(row.area, row.source, row.count) for row in rows]
