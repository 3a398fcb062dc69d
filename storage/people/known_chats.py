"""Insert rows of a chat only while the bot knows the chat: its erasure may come between two steps of an update."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import insert
from storage.models import Base, Resident


def insert_if_known(dialect: str, table: type[Base], names: Collection[str]) -> Any:
    """Return an INSERT of one row, to be executed with a value for each of the names, `chat_id` among them.

    It inserts nothing for a chat that was erased. Else the chat stays known until the transaction ends.
    """
    rows = Base.metadata.tables[table.__tablename__]  # the ORM's own INSERT takes no values from elsewhere
    types = {name: rows.c[name].type for name in names}
    row = select(*(bindparam(name, type_=kind).label(name) for name, kind in types.items()))
    row = row.where(Resident.chat_id == bindparam("chat_id", type_=types["chat_id"]))
    return insert(dialect, rows).from_select(list(names), row.with_for_update(read=True, key_share=True))


async def hold(session: AsyncSession, chat_id: int) -> bool:
    """Keep the chat known until the transaction ends. Return False if it was erased."""
    row = select(Resident.chat_id).where(Resident.chat_id == chat_id)
    return await session.scalar(row.with_for_update(read=True, key_share=True)) is not None
