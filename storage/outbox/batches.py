"""Put what is due together into one message for everybody who is due the same: reminders, news, the end of news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
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

from domain.delivery import DeliveryState, SkipReason, thing_of
from storage.database import one_at_a_time
from storage.models import Delivery, Resident, Subscription
from storage.outbox.queue import deliver, values
from storage.people.mutes import listening
from storage.people.subscriptions import wants

MOST_TOGETHER = 100
"""As many as one message's key can hold."""

_BITS = 60
"""As many as a number has, with a few to spare."""
_PARCELS = 200
"""As many as one statement tells apart: SQLite takes no deeper condition."""
_LOCK = 7263005


@dataclass(frozen=True)
class Due:
    """One thing to tell, for everybody who followed one of `feeds` before it was due, and, with a `lead`, wants that.

    `spared_by` names other messages about the same: whoever was sent one of them since then needs no other.
    """

    key: str
    feeds: tuple[str, ...]
    due_at: datetime
    lead: str | None = None
    spared_by: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True)
class Batch:
    """People of one language who are due the same."""

    language: str
    calls: tuple[Due, ...]

    @property
    def parcels(self) -> list[Parcel]:
        """Split what is due into what fits into a message each: nearly always one."""
        starts = range(0, len(self.calls), MOST_TOGETHER)
        return [Parcel(self, self.calls[start : start + MOST_TOGETHER]) for start in starts]


@dataclass(frozen=True)
class Parcel:
    """What a batch gets in one message; the row of the first carries it."""

    group: Batch
    calls: tuple[Due, ...]


async def lock(session: AsyncSession) -> None:
    """Let one process at a time decide what is new: two could each put one person into another group."""
    await one_at_a_time(session, _LOCK)


async def groups(session: AsyncSession, calls: Sequence[Due], not_before: datetime) -> list[Batch]:
    """Return the batches. Fast path: if one thing is due, everyone gets the same text, one batch a language."""
    if len(calls) == 1:
        languages = await session.scalars(select(Resident.language).distinct())
        return [Batch(language, tuple(calls)) for language in sorted(languages)]
    each = _each(calls, not_before).subquery("each")
    bits = _columns(each, calls)
    query = select(each.c.language, *bits).where(or_(*(column > 0 for column in bits))).distinct()
    found = await session.execute(query.order_by(each.c.language, *(column.desc() for column in bits)))
    return [Batch(language, tuple(_chosen(calls, chosen))) for language, *chosen in found]


async def fan_out(
    session: AsyncSession,
    calls: Sequence[Due],
    messages: Mapping[Parcel, int],
    alone: Mapping[tuple[str, str], int],
    not_before: datetime,
) -> int:
    """Insert a delivery for each person and thing; the first of each parcel carries the message.

    Return how many. `messages` maps parcels to outgoing rows, `alone` single things, by key and language: those
    that are not in it are remembered nowhere else.
    """
    turns: dict[int, list[Parcel]] = {}  # one for all, unless somebody gets several messages
    seen = Counter[Batch]()
    for parcel in messages:
        turns.setdefault(seen[parcel.group], []).append(parcel)
        seen[parcel.group] += 1
    carried = 0
    for turn in turns.values():
        for start in range(0, len(turn), _PARCELS):
            some = {parcel: messages[parcel] for parcel in turn[start : start + _PARCELS]}
            carried += await deliver(session, _carrying(some, calls, not_before))
    for call in calls:
        inside = {
            message: alone[call.key, parcel.group.language]
            for parcel, message in messages.items()
            if call in parcel.calls[1:] and (call.key, parcel.group.language) in alone
        }
        if inside:
            await deliver(session, _inside(call, inside, not_before))
    return carried


def _carrying(messages: Mapping[Parcel, int], calls: Sequence[Due], not_before: datetime) -> Any:
    each = _each(calls, not_before).order_by(Resident.chat_id).subquery("each")  # see queue.fan_out
    same = {parcel: _is(each, calls, parcel.group) for parcel in messages}
    outgoing = case(*((same[parcel], message) for parcel, message in messages.items()))
    thing = case(*((same[parcel], _thing(parcel.calls[0])) for parcel in messages))
    query = select(outgoing, thing, each.c.chat_id, *values(not_before))
    return query.where(or_(*same.values()))


def _inside(call: Due, inside: Mapping[int, int], not_before: datetime) -> Any:
    """Select skipped rows for what another's message carries: keys stay unique, and counts add up."""
    own = case(*((Delivery.outgoing_id == message, own) for message, own in inside.items()))
    skipped = values(not_before, state=DeliveryState.SKIPPED, reason=SkipReason.TOGETHER)
    query = select(own, _thing(call), Delivery.chat_id, *skipped)
    return query.where(Delivery.outgoing_id.in_(inside), Delivery.chat_id.is_not(None))


def _thing(call: Due) -> Any:
    return literal(thing_of(call.key), Delivery.thing.type)


def _each(calls: Sequence[Due], not_before: datetime) -> Any:
    """Select every follower of one of the feeds, with a bit for each thing due, in as many columns as it takes."""
    if len(calls) == 1:  # as nearly always: nobody has to be put together
        due = exists().where(Subscription.chat_id == Resident.chat_id, _due(calls[0]))
        one = select(Resident.chat_id, Resident.language, literal(1).label("bits0"))
        return one.where(Resident.reachable, listening(not_before), due)
    feeds = {feed for call in calls for feed in call.feeds}
    totals = [_total(some).label(f"bits{number}") for number, some in enumerate(_split(calls))]
    return (
        select(Resident.chat_id, Resident.language, *totals)
        .join(Subscription, Subscription.chat_id == Resident.chat_id)
        .where(Resident.reachable, listening(not_before), Subscription.feed.in_(feeds))
        .group_by(Resident.chat_id, Resident.language)
    )


def _split(calls: Sequence[Due]) -> list[Sequence[Due]]:
    return [calls[start : start + _BITS] for start in range(0, len(calls), _BITS)]


def _total(calls: Sequence[Due]) -> ColumnElement[int]:
    # The greatest of each: who follows an area and a kind in it is due once.
    bits = [func.max(case((_due(call), 1 << place), else_=0)) for place, call in enumerate(calls)]
    return cast(sum(bits[1:], bits[0]), BigInteger)


def _columns(each: Subquery, calls: Sequence[Due]) -> list[ColumnElement[int]]:
    return [each.c[f"bits{number}"] for number in range(len(_split(calls)))]


def _due(call: Due) -> ColumnElement[bool]:
    due = [Subscription.feed.in_(call.feeds), Subscription.created_at < call.due_at]
    if call.lead is not None:
        due.append(wants(call.lead))
    if call.spared_by:
        told = or_(Delivery.state != DeliveryState.SKIPPED, Delivery.error == SkipReason.TOGETHER)
        just_now = [
            and_(Delivery.thing == thing_of(key), Delivery.not_before > moment) for key, moment in call.spared_by
        ]
        due.append(~exists().where(Delivery.chat_id == Subscription.chat_id, told, or_(*just_now)))
    return and_(*due)


def _is(each: Subquery, calls: Sequence[Due], group: Batch) -> ColumnElement[bool]:
    wanted = set(group.calls)
    bits = [sum(1 << place for place, call in enumerate(some) if call in wanted) for some in _split(calls)]
    same = [column == number for column, number in zip(_columns(each, calls), bits, strict=True)]
    return and_(each.c.language == group.language, *same)


def _chosen(calls: Sequence[Due], bits: Sequence[int]) -> Iterator[Due]:
    for some, number in zip(_split(calls), bits, strict=True):
        yield from (call for place, call in enumerate(some) if number >> place & 1)
