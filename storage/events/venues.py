"""Rows of venues in the organisers' words, beside those of the programme file."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events.events import Place
from storage.database import dialect_of, insert
from storage.models import VenueRow


# No coordinates are asked for: a wrong pin is worse than none.
async def places(session: AsyncSession, area: str) -> dict[str, Place]:
    """Return every venue of the area that organisers added or corrected, by id."""
    rows = await session.scalars(select(VenueRow).where(VenueRow.area == area).order_by(VenueRow.id))
    return {row.id: Place(row.name, row.address) for row in rows}


async def keep(session: AsyncSession, venue: str, area: str, place: Place) -> None:
    words = {"name": place.name, "address": place.address}
    new = insert(dialect_of(session), VenueRow).values(id=venue, area=area, **words)
    await session.execute(new.on_conflict_do_update(index_elements=["id"], set_=words | {"area": area}))
