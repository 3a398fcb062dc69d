"""Find the recipients of reminders, and give people with the same ones due a single message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Subquery,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import DeliveryState, MessageKind, SkipReason, thing_of
from storage.database import one_at_a_time
from storage.models import Delivery, Outgoing, Resident, Subscription
from storage.outbox.queue import deliver, values
from storage.people.mutes import listening
from storage.people.subscriptions import wants

MOST_TOGETHER = 5
"""What one message, and its key, can hold."""

_LOCK = 7263003


@dataclass(frozen=True)
class ReminderSpec:
    """One reminder, for everybody who followed one of `feeds` with `lead` before it was due.

    `spared_by` names other messages about the same event: whoever was sent one of them since then needs no
    reminder.
    """

    key: str
    feeds: tuple[str, ...]
    lead: str
    due_at: datetime
    spared_by: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True)
class ReminderBatch:
    """People of one language with the same reminders due."""

    language: str
    calls: tuple[ReminderSpec, ...]

    @property
    def parcels(self) -> list[Parcel]:
        """Split the reminders into what fits into a message each."""
        starts = range(0, len(self.calls), MOST_TOGETHER)
        return [Parcel(self, self.calls[start : start + MOST_TOGETHER]) for start in starts]


@dataclass(frozen=True)
class Parcel:
    """Reminders that a batch gets in one message; the row of the first carries it."""

    group: ReminderBatch
    calls: tuple[ReminderSpec, ...]


async def lock(session: AsyncSession) -> None:
    """Let one process at a time decide what is new: two could each put one person into another group."""
    await one_at_a_time(session, _LOCK)


async def groups(session: AsyncSession, calls: Sequence[ReminderSpec], now: datetime) -> list[ReminderBatch]:
    """Return the batches. Fast path: if one reminder is due, everyone gets the same text, one batch a language."""
    if len(calls) == 1:
        languages = await session.scalars(select(Resident.language).distinct())
        return [ReminderBatch(language, tuple(calls)) for language in sorted(languages)]
    each = _each(calls, now).subquery("each")
    query = select(each.c.language, each.c.bits).where(each.c.bits > 0).distinct()
    return [ReminderBatch(language, _chosen(calls, bits)) for language, bits in await session.execute(query)]


async def fan_out(
    session: AsyncSession,
    calls: Sequence[ReminderSpec],
    messages: Mapping[Parcel, int],
    alone: Mapping[tuple[str, str], int],
    now: datetime,
) -> int:
    """Insert a delivery for each person and reminder; the first of each parcel carries the message.

    Return how many. `messages` maps parcels to outgoing rows, `alone` single reminders, by key and language.
    """
    turns: dict[int, dict[Parcel, int]] = {}  # one for all, unless somebody gets several messages
    for parcel, message in messages.items():
        turns.setdefault(parcel.group.parcels.index(parcel), {})[parcel] = message
    carrying = [await deliver(session, _carrying(turn, calls, now)) for turn in turns.values()]
    for call in calls:
        inside = {
            message: alone[call.key, parcel.group.language]
            for parcel, message in messages.items()
            if call in parcel.calls[1:]
        }
        if inside:
            await deliver(session, _inside(call, inside, now))
    return sum(carrying)


def _carrying(messages: Mapping[Parcel, int], calls: Sequence[ReminderSpec], now: datetime) -> Any:
    each = _each(calls, now).order_by(Resident.chat_id).subquery("each")  # see outbox.fan_out
    same = {parcel: _is(each, calls, parcel.group) for parcel in messages}
    outgoing = case(*((same[parcel], message) for parcel, message in messages.items()))
    thing = case(*((same[parcel], _thing(parcel.calls[0])) for parcel in messages))
    query = select(outgoing, thing, each.c.chat_id, *values(now))
    return query.where(or_(*same.values()))


def _inside(call: ReminderSpec, inside: Mapping[int, int], now: datetime) -> Any:
    """Select skipped rows for reminders that another's message carries: keys stay unique, and counts add up."""
    own = case(*((Delivery.outgoing_id == message, own) for message, own in inside.items()))
    skipped = values(now, state=DeliveryState.SKIPPED, reason=SkipReason.TOGETHER)
    query = select(own, _thing(call), Delivery.chat_id, *skipped)
    return query.where(Delivery.outgoing_id.in_(inside), Delivery.chat_id.is_not(None))


def _thing(call: ReminderSpec) -> Any:
    return literal(thing_of(call.key), Delivery.thing.type)


def _each(calls: Sequence[ReminderSpec], now: datetime) -> Select[int, str, int]:
    """Select every follower of one of the feeds, with a bit for each reminder due."""
    if len(calls) == 1:  # as nearly always: nobody has to be put together
        due = exists().where(Subscription.chat_id == Resident.chat_id, _due(calls[0]))
        one = select(Resident.chat_id, Resident.language, literal(1).label("bits"))
        return one.where(Resident.reachable, listening(now), due)
    # The greatest of each: who follows an area and a kind in it is due once.
    bits = [func.max(case((_due(call), 1 << place), else_=0)) for place, call in enumerate(calls)]
    feeds = {feed for call in calls for feed in call.feeds}
    total = cast(sum(bits[1:], bits[0]), BigInteger)
    return (
        select(Resident.chat_id, Resident.language, total.label("bits"))
        .join(Subscription, Subscription.chat_id == Resident.chat_id)
        .where(Resident.reachable, listening(now), Subscription.feed.in_(feeds))
        .group_by(Resident.chat_id, Resident.language)
    )


def _due(call: ReminderSpec) -> ColumnElement[bool]:
    due = [Subscription.feed.in_(call.feeds), wants(call.lead)]
    due.append(Subscription.created_at < call.due_at)
    if call.spared_by:
        told = or_(Delivery.state != DeliveryState.SKIPPED, Delivery.error == SkipReason.TOGETHER)
        just_now = [
            and_(Delivery.thing == thing_of(key), Delivery.not_before > moment) for key, moment in call.spared_by
        ]
        due.append(~exists().where(Delivery.chat_id == Subscription.chat_id, told, or_(*just_now)))
    return and_(*due)


def _is(each: Subquery, calls: Sequence[ReminderSpec], group: ReminderBatch) -> ColumnElement[bool]:
    bits = sum(1 << calls.index(call) for call in group.calls)
    return and_(each.c.language == group.language, each.c.bits == bits)


def _chosen(calls: Sequence[ReminderSpec], bits: int) -> tuple[ReminderSpec, ...]:
    return tuple(call for place, call in enumerate(calls) if bits >> place & 1)


@dataclass(frozen=True)
class Waiting:
    """A reminder that is due for somebody and has not gone out yet."""

    outgoing: int
    key: str
    language: str
    payload: dict[str, Any]


async def waiting(session: AsyncSession, now: datetime, since: datetime) -> list[Waiting]:
    """Return the reminders queued since then that wait."""
    held = exists().where(
        Delivery.outgoing_id == Outgoing.id, Delivery.state == DeliveryState.PENDING, Delivery.not_before <= now
    )
    query = select(Outgoing.id, Outgoing.key, Outgoing.language, Outgoing.payload)
    query = query.where(Outgoing.kind == MessageKind.REMINDER, Outgoing.created_at > since, held).order_by(Outgoing.id)
    return [Waiting(*row) for row in await session.execute(query)]


async def told_since(session: AsyncSession, keys: Sequence[str], since: datetime) -> set[str]:
    """Return those of these reminders that were queued since then."""
    query = select(Outgoing.key).where(Outgoing.key.in_(keys), Outgoing.created_at > since)
    return set(await session.scalars(query))
