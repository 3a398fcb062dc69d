"""Pause, resume, stop and repeat what some rows of the outbox have still to say.

What has left cannot be called back here (see `corrections`). A message that is on its way at that moment
ends as was decided, should it come back unsent: `originals` keep the decision.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Delivery, Outgoing, Resident
from storage.outbox.queue import changed

OPEN, PAUSED, STOPPED = "open", "paused", "stopped"


async def pause(session: AsyncSession, originals: Sequence[int]) -> int:
    """Hold what waits; how many messages."""
    await _mark(session, originals, OPEN, PAUSED)
    return await _move(session, originals, ["pending"], state="paused")


async def resume(session: AsyncSession, originals: Sequence[int], not_before: datetime) -> int:
    """Let go what was held; how many messages."""
    await _mark(session, originals, PAUSED, OPEN)
    return await _move(session, originals, ["paused"], state="pending", not_before=not_before)


async def stop(session: AsyncSession, originals: Sequence[int], reason: str) -> int:
    """Give up what waits or is held; how many are spared it."""
    for status in (OPEN, PAUSED):
        await _mark(session, originals, status, STOPPED)
    return await _move(session, originals, ["pending", "paused"], state="skipped", error=reason)


async def retry(session: AsyncSession, originals: Sequence[int], not_before: datetime) -> int:
    """Send again what failed, and what was blocked by people who have come back; how many messages."""
    await _mark(session, originals, STOPPED, OPEN)
    back = exists().where(Resident.chat_id == Delivery.chat_id, Resident.reachable)
    again = Delivery.chat_id.is_not(None) & ((Delivery.state != "blocked") | back)
    fresh = {"state": "pending", "attempts": 0, "not_before": not_before, "error": None}
    return await _move(session, originals, ["failed", "uncertain", "blocked"], again, **fresh)


async def postpone(session: AsyncSession, originals: Sequence[int], until: datetime) -> None:
    """Let nothing that waits go out before then."""
    await _move(session, originals, ["pending"], not_before=until)


async def reword(session: AsyncSession, original: int, payload: dict[str, Any]) -> None:
    """Give what has not gone out yet new words."""
    await session.execute(update(Outgoing).where(Outgoing.id == original).values(payload=payload))


async def spare(
    session: AsyncSession, chat_id: int, kinds: Sequence[str], reason: str, refs: Sequence[int] | None = None
) -> None:
    """Stop what waits for one chat, of these kinds and, if given, about these `refs`."""
    things = select(Outgoing.thing).where(Outgoing.kind.in_(kinds))
    if refs is not None:
        things = things.where(Outgoing.ref.in_(refs))
    mine = Delivery.thing.in_(things) & (Delivery.chat_id == chat_id)
    waiting = mine & Delivery.state.in_(("pending", "paused"))
    await session.execute(update(Delivery).where(waiting).values(state="skipped", error=reason))


async def restore(session: AsyncSession, originals: Sequence[int], reason: str, not_before: datetime) -> int:
    """Let go after all what was stopped for that reason; how many messages."""
    await _mark(session, originals, STOPPED, OPEN)
    spared = Delivery.chat_id.is_not(None) & (Delivery.error == reason)
    fresh = {"state": "pending", "not_before": not_before, "error": None}
    return await _move(session, originals, ["skipped"], spared, **fresh)


async def followers(session: AsyncSession, original: int) -> list[int]:
    """The edits and deletions of one row."""
    return list(await session.scalars(select(Outgoing.id).where(Outgoing.follows == original)))


async def _mark(session: AsyncSession, originals: Sequence[int], before: str, after: str) -> None:
    which = Outgoing.id.in_(originals) & (Outgoing.status == before)
    await session.execute(update(Outgoing).where(which).values(status=after))


async def _move(
    session: AsyncSession,
    originals: Sequence[int],
    states: list[str],
    where: ColumnElement[bool] | None = None,
    **values: Any,
) -> int:
    chosen = Delivery.outgoing_id.in_(originals) & Delivery.state.in_(states)
    statement = update(Delivery).where(chosen if where is None else chosen & where).values(**values)
    return changed(await session.execute(statement.execution_options(synchronize_session=False)))
