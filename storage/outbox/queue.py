"""Queue messages in the outbox: what is to be sent, and to whom. The sender empties it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, exists, func, literal, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import DeliveryState, MessageKind, SkipReason, thing_of
from domain.residents.groups import ChatKind
from storage.database import dialect_of, insert
from storage.models import Delivery, Outgoing, Resident, Subscription
from storage.people.mutes import listening
from storage.people.subscriptions import of_programme, wants

_COLUMNS = ["outgoing_id", "thing", "chat_id", "message_id", "state", "not_before", "error"]
_COLUMNS += ["attempts", "perhaps_twice"]


@dataclass(frozen=True)
class OutboxMessage:
    """One rendered message in one language: a Bot API method and its parameters, without the chat.

    `key` names the thing; no chat gets two messages with one key, however often it is fanned out.
    """

    key: str
    kind: MessageKind
    ref: int | None
    language: str
    method: str
    payload: dict[str, Any]
    urgent: bool = False


@dataclass(frozen=True)
class OutboxItem:
    """An outgoing message's row: its key, and the language in which it is said."""

    id: int
    key: str
    language: str


async def add(session: AsyncSession, message: OutboxMessage, now: datetime, *, follows: int | None = None) -> int:
    """Return the id of the message's row, new or already there. `follows` is the row that it edits or deletes."""
    statement = (
        insert(dialect_of(session), Outgoing)
        .values(**vars(message), thing=thing_of(message.key), follows=follows, created_at=now)
        .on_conflict_do_nothing(index_elements=["key", "language"])
        .returning(Outgoing.id)
    )
    made = await session.scalar(statement)
    return made if made is not None else (await session.scalars(_same(message))).one()


async def has(session: AsyncSession, message: OutboxMessage) -> bool:
    """Return True if the message was added before."""
    return await session.scalar(_same(message)) is not None


async def known(session: AsyncSession, keys: Sequence[str]) -> set[str]:
    """Return those of these keys that were queued already."""
    return set(await session.scalars(select(Outgoing.key).where(Outgoing.key.in_(keys)))) if keys else set()


async def told(session: AsyncSession, key: str) -> set[int]:
    """Return the chats that a message was queued for, whatever became of it."""
    query = select(Delivery.chat_id).where(Delivery.thing == thing_of(key), Delivery.chat_id.is_not(None))
    return {chat_id for chat_id in await session.scalars(query) if chat_id is not None}


async def fan_out(
    session: AsyncSession,
    outgoing_id: int,
    *,
    not_before: datetime,
    feeds: Sequence[str] = (),
    lead: str | None = None,
    subscribed_before: datetime | None = None,
    languages: Sequence[str] | None = None,
    people_only: bool = False,
    through_silence: bool = False,
    already_told: Sequence[str] | None = None,
    state: DeliveryState = DeliveryState.PENDING,
    reason: SkipReason | None = None,
) -> int:
    """Queue a message for each reachable subscriber who reads its language. Return how many rows are new.

    Groups that follow a feed are subscribers too, unless `people_only`. Muted chats are left out, unless it goes
    `through_silence`.

    No `feeds` means everyone with a subscription. `languages` adds readers of languages without a version of
    their own. State SKIPPED records, with its `reason`, that it is too late to be sent, or that chats which were
    `already_told` one of these keys need not hear it again.
    """
    message = await session.get_one(Outgoing, outgoing_id)
    following = _following(session, feeds, lead, subscribed_before)
    if people_only:
        following = and_(following, Resident.kind == ChatKind.PRIVATE)
    if not through_silence:
        following = and_(following, listening(not_before))
    if already_told is not None:
        following = and_(following, _told(already_told))
    readers = (
        select(Resident.chat_id)
        .where(Resident.language.in_(languages or [message.language]), Resident.reachable, following)
        .order_by(Resident.chat_id)  # so that the index of things and chats grows at its end
        .subquery()
    )
    return await deliver(session, new_rows(message, readers.c.chat_id, not_before, state=state, reason=reason))


async def add_one(
    session: AsyncSession, outgoing_id: int, chat_id: int, not_before: datetime, message_id: int | None = None
) -> bool:
    """Queue a message for one chat, subscribed or not. Return False if it was there. `message_id`: what to edit."""
    message = await session.get_one(Outgoing, outgoing_id)
    chat = literal(chat_id, Delivery.chat_id.type)
    return await deliver(session, new_rows(message, chat, not_before, message_id=message_id)) == 1


async def tell(
    session: AsyncSession,
    languages: Mapping[int, str],
    message: Callable[[str], OutboxMessage],
    now: datetime,
    not_before: datetime,
) -> None:
    """Queue one message for a few chats. `languages` maps chat to language; `message(language)` renders it."""
    for chat_id, language in languages.items():
        await add_one(session, await add(session, message(language), now), chat_id, not_before)


async def versions(session: AsyncSession, kind: MessageKind, ref: int | None) -> dict[str, list[int]]:
    """Return the ids of the messages about one row, by language."""
    query = select(Outgoing.language, Outgoing.id).where(Outgoing.kind == kind, Outgoing.ref == ref)
    found: dict[str, list[int]] = {}
    for language, outgoing_id in await session.execute(query.order_by(Outgoing.id)):
        found.setdefault(language, []).append(outgoing_id)
    return found


async def renew(session: AsyncSession, key: str, payload: dict[str, Any], now: datetime) -> bool:
    """Edit a message that went to one chat, if it arrived. Return True if there is something to send."""
    query = select(Delivery.id, Delivery.outgoing_id, Delivery.state, Delivery.message_id)
    row = (await session.execute(query.where(Delivery.thing == thing_of(key)))).first()
    if row is None or row.state not in (DeliveryState.SENT, DeliveryState.PENDING):
        return False
    method = {"method": "editMessageText"} if row.message_id is not None else {}
    await session.execute(update(Outgoing).where(Outgoing.id == row.outgoing_id).values(payload=payload, **method))
    again = {"state": DeliveryState.PENDING, "not_before": now, "attempts": 0}
    await session.execute(update(Delivery).where(Delivery.id == row.id).values(**again))
    return True


async def discard(session: AsyncSession, originals: Sequence[int]) -> None:
    """Forget messages whose time has not come: none of them can have left."""
    await session.execute(delete(Delivery).where(Delivery.outgoing_id.in_(originals)))
    await session.execute(delete(Outgoing).where(Outgoing.id.in_(originals)))


async def on_its_way(session: AsyncSession, key: str) -> bool:
    sending = (Delivery.thing == thing_of(key)) & (Delivery.state == DeliveryState.SENDING)
    return await session.scalar(select(Delivery.id).where(sending).limit(1)) is not None


async def sent_at(session: AsyncSession, key: str) -> datetime | None:
    """Return the time at which the thing last went out, or was last edited."""
    return await session.scalar(select(func.max(Delivery.sent_at)).where(Delivery.thing == thing_of(key)))


async def ids(session: AsyncSession, kind: MessageKind, ref: int | None) -> list[int]:
    """Return the ids of all messages about one row, in all languages."""
    return list(await session.scalars(select(Outgoing.id).where(Outgoing.kind == kind, Outgoing.ref == ref)))


async def things(session: AsyncSession, kind: MessageKind) -> list[OutboxItem]:
    """Return every message of that kind."""
    query = select(Outgoing.id, Outgoing.key, Outgoing.language).where(Outgoing.kind == kind)
    return [OutboxItem(*row) for row in await session.execute(query.order_by(Outgoing.id))]


async def deliver(session: AsyncSession, rows: Select[Any]) -> int:
    """Insert the rows that are not there yet. Return how many."""
    # SQLite takes an ON right after a FROM for that of a join.
    statement = insert(dialect_of(session), Delivery).from_select(_COLUMNS, rows.where(text("true")))
    result = await session.execute(statement.on_conflict_do_nothing(index_elements=["thing", "chat_id"]))
    return changed(result)


def new_rows(
    message: Outgoing,
    chat_id: Any,
    not_before: datetime,
    *,
    message_id: Any = None,
    state: DeliveryState = DeliveryState.PENDING,
    reason: SkipReason | None = None,
) -> Select[Any]:
    """Select a message's deliveries, to be inserted by `deliver`; `chat_id` and `message_id` may be columns."""
    rest = values(not_before, message_id=message_id, state=state, reason=reason)
    return select(literal(message.id), literal(message.thing, Delivery.thing.type), chat_id, *rest)


def values(
    not_before: datetime,
    *,
    message_id: Any = None,
    state: DeliveryState = DeliveryState.PENDING,
    reason: SkipReason | None = None,
) -> list[Any]:
    """Return the columns after outgoing, thing and chat of a row for `deliver`."""
    return [
        _typed(message_id, Delivery.message_id),
        _typed(state, Delivery.state),
        _typed(not_before, Delivery.not_before),
        _typed(reason, Delivery.error),
        _typed(0, Delivery.attempts),
        _typed(False, Delivery.perhaps_twice),
    ]


def changed(result: Any) -> int:
    """Return the number of rows a statement changed."""
    return int(result.rowcount)


def _same(message: OutboxMessage) -> Select[int]:
    return select(Outgoing.id).where(Outgoing.key == message.key, Outgoing.language == message.language)


def _told(keys: Sequence[str]) -> ColumnElement[bool]:
    """Match residents whom one of these things has reached, or is about to."""
    arrives = Delivery.state.in_((DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT))
    mine = Delivery.chat_id == Resident.chat_id
    return exists().where(Delivery.thing.in_(map(thing_of, keys)), mine, arrives)


def _following(
    session: AsyncSession, feeds: Sequence[str], lead: str | None, subscribed_before: datetime | None
) -> ColumnElement[bool]:
    where = [Subscription.chat_id == Resident.chat_id]
    where.append(Subscription.feed.in_(feeds) if feeds else of_programme(session))
    if lead is not None:
        where.append(wants(lead))
    if subscribed_before is not None:
        where.append(Subscription.created_at < subscribed_before)
    return exists().where(*where)


def _typed(value: Any, column: Any) -> Any:
    return value if hasattr(value, "is_not") else literal(value, column.type)
