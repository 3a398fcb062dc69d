"""What is to be sent, to whom, and what became of it. Producers only insert rows; the sender empties them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from domain.groups import Kind
from storage.models import Delivery, Outgoing, Resident, Subscription

_COLUMNS = ["outgoing_id", "key", "chat_id", "message_id", "state", "not_before", "error"]
_COLUMNS += ["attempts", "perhaps_twice"]
_OPEN = ("pending", "sending", "paused")


@dataclass(frozen=True)
class Message:
    """One rendered message in one language: a Bot API method and its parameters, without the chat.

    `key` names the thing; no chat gets two messages with one key, however often it is fanned out.
    """

    key: str
    kind: str
    ref: int | None
    language: str
    method: str
    payload: dict[str, Any]
    urgent: bool = False


@dataclass(frozen=True)
class Counts:
    """targeted = sent + blocked + failed + skipped + pending. `perhaps_twice` are among the sent."""

    targeted: int = 0
    sent: int = 0
    blocked: int = 0
    failed: int = 0
    skipped: int = 0
    pending: int = 0
    perhaps_twice: int = 0

    @property
    def finished(self) -> bool:
        return self.pending == 0


async def add(session: AsyncSession, message: Message, now: datetime) -> int:
    """The message's row, new or already there."""
    statement = (
        _insert(session, Outgoing)
        .values(**vars(message), created_at=now)
        .on_conflict_do_nothing()
        .returning(Outgoing.id)
    )
    made = await session.scalar(statement)
    return made if made is not None else await _known(session, message)


async def known(session: AsyncSession, keys: Sequence[str]) -> set[str]:
    """Which of these things were produced already."""
    return set(await session.scalars(select(Outgoing.key).where(Outgoing.key.in_(keys)))) if keys else set()


async def told(session: AsyncSession, key: str) -> set[int]:
    """The chats that a thing was addressed to, whatever became of it."""
    query = select(Delivery.chat_id).where(Delivery.key == key, Delivery.chat_id.is_not(None))
    return {chat_id for chat_id in await session.scalars(query) if chat_id is not None}


async def _known(session: AsyncSession, message: Message) -> int:
    same = (Outgoing.key == message.key) & (Outgoing.language == message.language)
    return (await session.scalars(select(Outgoing.id).where(same))).one()


async def fan_out(
    session: AsyncSession,
    outgoing_id: int,
    *,
    not_before: datetime,
    towns: Sequence[str] = (),
    lead: str | None = None,
    subscribed_before: datetime | None = None,
    languages: Sequence[str] | None = None,
    people_only: bool = False,
    state: str = "pending",
    error: str | None = None,
) -> int:
    """A delivery for each reachable subscriber who reads the message's language; how many are new.

    Groups that follow a town are subscribers too, unless `people_only`.

    No `towns` means everyone with a subscription at all. `languages` adds readers of languages that have no
    version of their own. `state="skipped"` records, with its reason in `error`, what is too late to be sent.
    """
    following = _following(towns, lead, subscribed_before)
    reads = Resident.language == Outgoing.language
    if languages is not None:
        reads = Resident.language.in_(languages)
    if people_only:
        following = and_(following, Resident.kind == Kind.PRIVATE)
    readers = (
        _rows(Resident.chat_id, None, state, not_before, error)
        .join(Resident, and_(reads, Resident.reachable))
        .where(Outgoing.id == outgoing_id, following)
    )
    return await deliver(session, readers)


async def add_one(
    session: AsyncSession, outgoing_id: int, chat_id: int, not_before: datetime, message_id: int | None = None
) -> bool:
    """A delivery for one chat, subscribed or not; false when it was there. `message_id`: what to edit."""
    row = _rows(literal(chat_id), message_id, "pending", not_before, None).where(Outgoing.id == outgoing_id)
    return await deliver(session, row) == 1


async def tell(
    session: AsyncSession,
    languages: Mapping[int, str],
    message: Callable[[str], Message],
    now: datetime,
    not_before: datetime,
) -> None:
    """A message of few, each in his or her language: `languages` by chat, `message` by language."""
    for chat_id, language in languages.items():
        await add_one(session, await add(session, message(language), now), chat_id, not_before)


async def follow(
    session: AsyncSession, outgoing_id: int, originals: Sequence[int], not_before: datetime
) -> int:
    """An edit or deletion of every message that the `originals` put into a chat; how many are new."""
    original = and_(
        Delivery.outgoing_id.in_(originals),
        Delivery.state == "sent",
        Delivery.message_id.is_not(None),
        Delivery.chat_id.is_not(None),
    )
    rows = _rows(Delivery.chat_id, Delivery.message_id, "pending", not_before, None)
    rows = rows.join(Delivery, original).where(Outgoing.id == outgoing_id)
    return await deliver(session, rows)


async def versions(session: AsyncSession, kind: str, ref: int | None) -> dict[str, list[int]]:
    """The ids of a thing's messages, by language."""
    query = select(Outgoing.language, Outgoing.id).where(Outgoing.kind == kind, Outgoing.ref == ref)
    found: dict[str, list[int]] = {}
    for language, outgoing_id in await session.execute(query.order_by(Outgoing.id)):
        found.setdefault(language, []).append(outgoing_id)
    return found


async def reword(session: AsyncSession, outgoing_id: int, payload: dict[str, Any]) -> None:
    """Give what has not gone out yet new words."""
    await session.execute(update(Outgoing).where(Outgoing.id == outgoing_id).values(payload=payload))


async def renew(session: AsyncSession, key: str, payload: dict[str, Any], now: datetime) -> bool:
    """Edit the one message of a thing that went to one chat, if it arrived; false while it is on its way."""
    query = select(Delivery.id, Delivery.outgoing_id, Delivery.state, Delivery.message_id)
    row = (await session.execute(query.where(Delivery.key == key))).first()
    if row is None or row.state not in ("sent", "pending"):
        return row is None or row.state != "sending"
    method = {"method": "editMessageText"} if row.message_id is not None else {}
    await session.execute(
        update(Outgoing).where(Outgoing.id == row.outgoing_id).values(payload=payload, **method)
    )
    again = {"state": "pending", "not_before": now, "attempts": 0}
    await session.execute(update(Delivery).where(Delivery.id == row.id).values(**again))
    return True


async def sent_at(session: AsyncSession, key: str) -> datetime | None:
    """When the thing last went out, or was last edited."""
    return await session.scalar(select(func.max(Delivery.sent_at)).where(Delivery.key == key))


async def ids(session: AsyncSession, kind: str, ref: int | None) -> list[int]:
    """All messages of a thing, in all languages."""
    return list(await session.scalars(select(Outgoing.id).where(Outgoing.kind == kind, Outgoing.ref == ref)))


async def withdraw(session: AsyncSession, originals: Sequence[int], reason: str) -> int:
    """Stop what is still waiting; how many are spared it. What is on its way cannot be stopped."""
    return await _turn(session, originals, ("pending", "paused"), state="skipped", error=reason)


async def pause(session: AsyncSession, originals: Sequence[int]) -> int:
    """Keep back what is still waiting, until it is resumed or withdrawn."""
    return await _turn(session, originals, ("pending",), state="paused")


async def resume(session: AsyncSession, originals: Sequence[int], not_before: datetime) -> int:
    return await _turn(session, originals, ("paused",), state="pending", not_before=not_before)


async def retry(session: AsyncSession, originals: Sequence[int], not_before: datetime) -> int:
    """Try once more what failed; who blocked the bot is left alone."""
    again = {"state": "pending", "not_before": not_before, "attempts": 0, "error": None}
    return await _turn(session, originals, ("failed", "uncertain"), **again)


async def _turn(session: AsyncSession, originals: Sequence[int], states: Sequence[str], **values: Any) -> int:
    where = Delivery.outgoing_id.in_(originals) & Delivery.state.in_(states) & Delivery.chat_id.is_not(None)
    statement = update(Delivery).where(where).values(**values)
    return _changed(await session.execute(statement.execution_options(synchronize_session=False)))


async def unfinished(session: AsyncSession, originals: Sequence[int]) -> bool:
    """Whether something is still to be sent."""
    open_ = Delivery.outgoing_id.in_(originals) & Delivery.state.in_(_OPEN)
    return await session.scalar(select(Delivery.id).where(open_).limit(1)) is not None


async def counts(session: AsyncSession, kind: str, ref: int | None) -> Counts:
    """What became of a thing's messages, in all languages."""
    twice = func.count().filter(Delivery.perhaps_twice)
    query = (
        select(Delivery.state, func.count(), twice)
        .join(Outgoing, Outgoing.id == Delivery.outgoing_id)
        .where(Outgoing.kind == kind, Outgoing.ref == ref)
        .group_by(Delivery.state)
    )
    rows = (await session.execute(query)).all()
    by_state = {state: count for state, count, _ in rows}
    return Counts(
        targeted=sum(by_state.values()),
        sent=by_state.get("sent", 0),
        blocked=by_state.get("blocked", 0),
        failed=by_state.get("failed", 0) + by_state.get("uncertain", 0),
        skipped=by_state.get("skipped", 0),
        pending=sum(by_state.get(state, 0) for state in _OPEN),
        perhaps_twice=sum(count for state, _, count in rows if state == "sent"),
    )


async def failures(session: AsyncSession, kind: str, ref: int | None) -> dict[str, int]:
    """Why messages were refused, in Telegram's words, and how often; the most frequent first."""
    bad = Delivery.state.in_(("failed", "blocked", "uncertain"))
    query = (
        select(Delivery.error, func.count())
        .join(Outgoing, Outgoing.id == Delivery.outgoing_id)
        .where(Outgoing.kind == kind, Outgoing.ref == ref, bad)
        .group_by(Delivery.error)
        .order_by(func.count().desc(), Delivery.error)
    )
    return {error or "": count for error, count in await session.execute(query)}


def _following(
    towns: Sequence[str], lead: str | None, subscribed_before: datetime | None
) -> ColumnElement[bool]:
    where = [Subscription.chat_id == Resident.chat_id]
    if towns:
        where.append(Subscription.town.in_(towns))
    if lead is not None:
        where.append((literal(",") + Subscription.leads + ",").contains(f",{lead},", autoescape=True))
    if subscribed_before is not None:
        where.append(Subscription.created_at < subscribed_before)
    return exists().where(*where)


def _rows(chat_id: Any, message_id: Any, state: str, not_before: datetime, error: str | None) -> Select[Any]:
    """The values of `_COLUMNS` for new deliveries of the Outgoing that the caller selects."""
    return select(
        Outgoing.id,
        Outgoing.key,
        chat_id,
        *values(not_before, message_id=message_id, state=state, error=error),
    ).select_from(Outgoing)


def values(
    not_before: datetime, *, message_id: Any = None, state: str = "pending", error: str | None = None
) -> list[Any]:
    """What follows outgoing, key and chat in a row for `deliver`."""
    return [
        _typed(message_id, Delivery.message_id),
        _typed(state, Delivery.state),
        _typed(not_before, Delivery.not_before),
        _typed(error, Delivery.error),
        _typed(0, Delivery.attempts),
        _typed(False, Delivery.perhaps_twice),
    ]


def _typed(value: Any, column: Any) -> Any:
    return value if hasattr(value, "is_not") else literal(value, column.type)


async def deliver(session: AsyncSession, rows: Select[Any]) -> int:
    """Insert what is not there yet; how many that was."""
    statement = _insert(session, Delivery).from_select(_COLUMNS, rows).on_conflict_do_nothing()
    return _changed(await session.execute(statement))


def _insert(session: AsyncSession, table: type[Outgoing] | type[Delivery]) -> Any:
    """Both databases know ON CONFLICT; SQLAlchemy spells it in each dialect."""
    dialect = session.get_bind().dialect.name
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def _changed(result: Any) -> int:
    return int(result.rowcount)
