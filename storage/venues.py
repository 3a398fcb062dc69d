"""Venues in the organisers' words, beside those of the programme file."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import Place
from storage.models import VenueRow


async def places(session: AsyncSession, town: str) -> dict[str, Place]:
    """Every venue of the town that organisers added or put right, by id."""
    rows = await session.scalars(select(VenueRow).where(VenueRow.town == town).order_by(VenueRow.id))
    return {row.id: Place(row.name, row.address) for row in rows}


async def keep(session: AsyncSession, venue: str, town: str, place: Place) -> None:
    await session.merge(VenueRow(id=venue, town=town, name=place.name, address=place.address))
