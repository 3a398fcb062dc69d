"""Count from rows what became of the messages of an announcement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import UNSETTLED, DeliveryState, MessageKind
from storage.models import Delivery, Outgoing
from storage.outbox import delivered_edits, flood_waits, queue

_LATELY = timedelta(seconds=30)


@dataclass(frozen=True)
class Counts:
    """targeted = sent + blocked + failed + skipped + pending.

    `paused` are among the pending, `perhaps_twice` among the sent.
    """

    targeted: int = 0
    sent: int = 0
    blocked: int = 0
    failed: int = 0
    skipped: int = 0
    pending: int = 0
    paused: int = 0
    perhaps_twice: int = 0

    @property
    def finished(self) -> bool:
        return self.pending == 0


@dataclass(frozen=True)
class Speed:
    """Messages a second over the last half minute, and how long the pending ones take at that rate."""

    rate: float
    left: timedelta | None


async def counts(session: AsyncSession, kind: MessageKind, ref: int | None) -> Counts:
    """Count over all languages together."""
    return await _counts(session, _of(kind, ref))


async def by_language(session: AsyncSession, kind: MessageKind, ref: int | None) -> dict[str, Counts]:
    ids = await queue.versions(session, kind, ref)
    return {language: await _counts(session, Delivery.outgoing_id.in_(of)) for language, of in sorted(ids.items())}


async def _counts(session: AsyncSession, where: ColumnElement[bool]) -> Counts:
    by_state = select(Delivery.state, func.count()).where(where).group_by(Delivery.state)
    found = dict((await session.execute(by_state)).all())
    return Counts(
        targeted=sum(found.values()),
        sent=found.get(DeliveryState.SENT, 0),
        blocked=found.get(DeliveryState.BLOCKED, 0),
        failed=found.get(DeliveryState.FAILED, 0) + found.get(DeliveryState.UNCERTAIN, 0),
        skipped=found.get(DeliveryState.SKIPPED, 0),
        pending=sum(found.get(state, 0) for state in UNSETTLED),
        paused=found.get(DeliveryState.PAUSED, 0),
        perhaps_twice=await _perhaps_twice(session, where),
    )


async def arrived(session: AsyncSession, originals: Sequence[int], now: datetime) -> tuple[int, int, int]:
    """Count messages that are there and may still be deleted, that may not, and that are still to come."""
    of_these = Delivery.outgoing_id.in_(originals)
    there = of_these & (Delivery.state == DeliveryState.SENT) & Delivery.chat_id.is_not(None)
    since = now - delivered_edits.DELETABLE + delivered_edits.MARGIN
    count = select(func.count())
    young = await session.scalar(count.where(there, Delivery.sent_at > since)) or 0
    old = await session.scalar(count.where(there, Delivery.sent_at <= since)) or 0
    waiting = of_these & Delivery.state.in_(UNSETTLED)
    return young, old, await session.scalar(count.where(waiting)) or 0


async def on_its_way(session: AsyncSession, kind: MessageKind, ref: int | None) -> bool:
    """Return True if some message is in flight at this very moment."""
    leaving = _of(kind, ref) & (Delivery.state == DeliveryState.SENDING)
    return await session.scalar(select(Delivery.id).where(leaving).limit(1)) is not None


async def finished(session: AsyncSession, kind: MessageKind, ref: int | None) -> bool:
    """Return True if nothing waits any more; quicker than `counts` while something does."""
    waiting = Delivery.state.in_(UNSETTLED)
    return await session.scalar(select(Delivery.id).where(_of(kind, ref), waiting).limit(1)) is None


async def speed(session: AsyncSession, kind: MessageKind, ref: int | None, now: datetime) -> Speed:
    """Return the speed. The rest of the time is None before the first messages have gone out."""
    lately = _of(kind, ref) & (Delivery.state == DeliveryState.SENT) & (Delivery.sent_at > now - _LATELY)
    query = select(func.count(), func.min(Delivery.sent_at)).where(lately)
    sent, since = (await session.execute(query)).one()
    rate = sent / max(1.0, (now - since).total_seconds()) if since is not None else 0.0
    waiting = _of(kind, ref) & Delivery.state.in_((DeliveryState.PENDING, DeliveryState.SENDING))
    pending = await session.scalar(select(func.count()).where(waiting)) or 0
    if not rate or not pending:
        return Speed(rate, timedelta(0) if not pending else None)
    silence = await flood_waits.left(session, now)
    return Speed(rate, silence + timedelta(seconds=pending / rate))


async def failures(session: AsyncSession, kind: MessageKind, ref: int | None) -> dict[str, int]:
    """Return Telegram's reasons for failures with their number, the most frequent first."""
    bad = Delivery.state.in_((DeliveryState.FAILED, DeliveryState.BLOCKED, DeliveryState.UNCERTAIN))
    query = (
        select(Delivery.error, func.count())
        .where(_of(kind, ref), bad)
        .group_by(Delivery.error)
        .order_by(func.count().desc(), Delivery.error)
    )
    return {error or "": count for error, count in await session.execute(query)}


async def _perhaps_twice(session: AsyncSession, where: ColumnElement[bool]) -> int:
    # Spelt as in the index of the few rows that are: a parameter would say nothing.
    twice = text("deliveries.perhaps_twice")
    query = select(func.count()).where(where, twice, Delivery.state == DeliveryState.SENT)
    return await session.scalar(query) or 0


def _of(kind: MessageKind, ref: int | None) -> ColumnElement[bool]:
    return Delivery.outgoing_id.in_(select(Outgoing.id).where(Outgoing.kind == kind, Outgoing.ref == ref))
