"""Rows of proposals: what watched calendars say otherwise, and what organisers made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events.change_rules import Wanted
from domain.events.proposals import TRANSITIONS, CalendarProposal, Difference, ProposalState
from domain.machines import sources
from storage.database import one_at_a_time, programme_of
from storage.events.event_changes import from_json, to_json
from storage.models import ProposalRow

_COMPARING = 7263011
_TEXTS = "texts"


async def compare(session: AsyncSession, found: Iterable[Difference], now: datetime) -> None:
    """Propose what is new among the differences. What is no longer among them is over; the rest stays as it is."""
    await one_at_a_time(session, _COMPARING)
    wanted = {each.name: each for each in found}
    row = ProposalRow
    here = (row.programme == programme_of(session)) & (row.state != ProposalState.OVER)
    for known in [_proposal(each) for each in await session.scalars(select(row).where(here))]:
        if wanted.get(known.difference.name) == known.difference:
            del wanted[known.difference.name]
        else:
            await move(session, known.id, ProposalState.OVER)
    for each in wanted.values():
        values = {"name": each.name, "uid": each.uid, "event_id": each.event, "wanted": _wanted(each)}
        session.add(row(programme=programme_of(session), state=ProposalState.OPEN, created_at=now, **values))


async def waiting(session: AsyncSession) -> list[CalendarProposal]:
    """Return those that nobody has decided, the oldest first."""
    row = ProposalRow
    mine = (row.programme == programme_of(session)) & (row.state == ProposalState.OPEN)
    return [_proposal(each) for each in await session.scalars(select(row).where(mine).order_by(row.id))]


async def one(session: AsyncSession, proposal: int) -> CalendarProposal | None:
    row = await session.get(ProposalRow, proposal)
    return _proposal(row) if row is not None and row.programme == programme_of(session) else None


async def plans(session: AsyncSession) -> dict[str, str]:
    """Return by UID the plans that a calendar had and the programme file did not."""
    row = ProposalRow
    mine = (row.programme == programme_of(session)) & (row.uid != "")
    found = await session.execute(select(row.uid, row.wanted).where(mine).order_by(row.id))
    return {uid: wanted["plan"] for uid, wanted in found}


async def move(session: AsyncSession, proposal: int, state: ProposalState) -> bool:
    """Change the state. Return False if the present one does not let it."""
    row = ProposalRow
    query = update(row).where(row.id == proposal, row.state.in_(sources(TRANSITIONS, state))).values(state=state)
    return await session.scalar(query.returning(row.id)) is not None


async def told(session: AsyncSession, proposals: Collection[int], now: datetime) -> None:
    """Note that organisers were asked."""
    await session.execute(update(ProposalRow).where(ProposalRow.id.in_(proposals)).values(told_at=now))


def _wanted(difference: Difference) -> dict[str, Any]:
    return to_json(asdict(difference.wanted)) | ({_TEXTS: dict(difference.texts)} if difference.texts else {})


def _proposal(row: ProposalRow) -> CalendarProposal:
    wanted = {name: value for name, value in row.wanted.items() if name != _TEXTS}
    texts = row.wanted.get(_TEXTS, {})
    difference = Difference(row.name, row.event_id, Wanted(**from_json(wanted)), row.uid, texts)
    return CalendarProposal(row.id, difference, ProposalState(row.state), row.told_at)
