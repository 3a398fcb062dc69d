"""Forget the traces of chats besides their deliveries, in whatever table they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, cast, delete, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import MessageKind
from storage.models import (
    AnnouncementRow,
    AnswerRow,
    AuditRow,
    Base,
    ChangeRow,
    Delivery,
    InviteRow,
    LearnedAnswer,
    Outgoing,
    Pause,
    RepairRow,
    Resident,
)
from storage.team import tickets

_AUTHORS = (
    AnnouncementRow.author,
    AnnouncementRow.confirmed_by,
    AnnouncementRow.approved_by,
    RepairRow.author,
    ChangeRow.author,
    AnswerRow.author,
    LearnedAnswer.author,
    AuditRow.actor,
)
"""Who made what the organisers made, and who did what: it stays when its author is forgotten."""
NO_NAME = "—"
_NOTICES = (MessageKind.CALENDAR, MessageKind.GROUP, MessageKind.ORGANISERS)
"""The kinds of messages that tell organisers of a chat, or a chat of its rights."""
_NUMBER = re.compile(r"(?<![^:])-?\d+(?![^:])")
_PLAIN: dict[str, Any] = {"synchronize_session": False}


async def forget(session: AsyncSession, chats: Select[int]) -> None:
    """Forget these chats in every table; their deliveries no longer name them."""
    await tickets.forget(session, chats)
    await _forget_authors(session, chats)
    await _forget_notices(session, chats)
    await _forget_targets(session, chats)
    await _forget_sources(session, chats)
    scopes = chats.subquery()
    named = select(literal("chat:").concat(cast(scopes.c[0], Pause.scope.type)))
    await session.execute(delete(Pause).where(Pause.scope.in_(named)), execution_options=_PLAIN)
    await session.execute(delete(InviteRow).where(InviteRow.inviter.in_(chats)), execution_options=_PLAIN)
    for table in reversed(Base.metadata.sorted_tables):
        if "chat_id" in table.columns and table.name not in (Delivery.__tablename__, Resident.__tablename__):
            await session.execute(delete(table).where(table.c.chat_id.in_(chats)))


async def _forget_authors(session: AsyncSession, chats: Select[int]) -> None:
    """Empty the authors' numbers. The record keeps names; an act without one must not become the bot's."""
    nameless = AuditRow.actor.in_(chats) & (AuditRow.name == "")
    await session.execute(update(AuditRow).where(nameless).values(name=NO_NAME), execution_options=_PLAIN)
    for author in _AUTHORS:
        statement = update(author.class_).where(author.in_(chats)).values({author.key: None})
        await session.execute(statement, execution_options=_PLAIN)


async def _forget_notices(session: AsyncSession, chats: Select[int]) -> None:
    """Forget the notices to organisers that name a chat in their key."""
    rows = await session.execute(select(Outgoing.id, Outgoing.key).where(Outgoing.kind.in_(_NOTICES)))
    named = {outgoing_id: {int(found) for found in _NUMBER.findall(key)} for outgoing_id, key in rows}
    gone = await _among(session, chats, set().union(*named.values()))
    ids = [outgoing_id for outgoing_id, numbers in named.items() if numbers & gone]
    await session.execute(delete(Delivery).where(Delivery.outgoing_id.in_(ids)), execution_options=_PLAIN)
    await session.execute(delete(Outgoing).where(Outgoing.id.in_(ids)), execution_options=_PLAIN)


async def _forget_targets(session: AsyncSession, chats: Select[int]) -> None:
    """Let announcements to a forgotten group go to nobody: 0 is no chat's number."""
    rows = await session.execute(select(AnnouncementRow.id, AnnouncementRow.audience))
    aimed = {row.id: row.audience for row in rows if row.audience.get("target")}
    gone = await _among(session, chats, {audience["target"] for audience in aimed.values()})
    for announcement_id, audience in aimed.items():
        if audience["target"] in gone:
            mine = AnnouncementRow.id == announcement_id
            nobody = update(AnnouncementRow).where(mine).values(audience=audience | {"target": 0})
            await session.execute(nobody, execution_options=_PLAIN)


async def _forget_sources(session: AsyncSession, chats: Select[int]) -> None:
    """Forget from which message of whom the words of an announcement or an amendment were taken."""
    for table, columns in ((AnnouncementRow, ("versions", "links")), (RepairRow, ("versions",))):
        for row in (await session.execute(select(table.id, *(getattr(table, each) for each in columns)))).all():
            kept = {each: getattr(row, each) for each in columns}
            gone = await _among(session, chats, {source[0] for source in _sources(kept)})
            if gone:
                values = {each: _without_sources(value, gone) for each, value in kept.items()}
                await session.execute(update(table).where(table.id == row.id).values(values), execution_options=_PLAIN)


def _sources(value: Any) -> Iterator[list[int]]:
    if isinstance(value, Mapping):
        if isinstance(value.get("source"), Sequence):
            yield list(value["source"])
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _sources(part)


def _without_sources(value: Any, gone: Collection[int]) -> Any:
    """Return the same, with None for each source of one of these chats."""
    if isinstance(value, list):
        return [_without_sources(part, gone) for part in value]
    if not isinstance(value, Mapping):
        return value
    return {
        key: None if key == "source" and part and part[0] in gone else _without_sources(part, gone)
        for key, part in value.items()
    }


async def _among(session: AsyncSession, chats: Select[int], numbers: set[int]) -> set[int]:
    """Return those of the numbers that are among the chats."""
    if not numbers:
        return set()
    known = chats.subquery().c[0]
    return set(await session.scalars(select(known).where(known.in_(numbers))))
