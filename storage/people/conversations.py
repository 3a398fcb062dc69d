"""Rows of chat states, so that a restart traps nobody in mid-dialogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from zlib import crc32

from sqlalchemy import ColumnElement, exists, null, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import dialect_of
from storage.models import Conversation
from storage.people.known_chats import insert_if_known

# Enough to take an edit as if it had been typed so at first. The digest tells edits that change no word.
MOST_HEARD = 8


@dataclass(frozen=True)
class HeardMessage:
    """A message of the chat and what it was taken for: `expects` and `subject` as in `ChatState`.

    No `expects`: a question. `digest` tells a change of the words from one that nobody sees.
    """

    message: int
    digest: int
    expects: str | None = None
    subject: int | None = None


def digest(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class ChatState:
    """The pending prompt (`expects`, about the row `subject`) and the topic last talked about."""

    expects: str | None = None
    subject: int | None = None
    topic: dict[str, Any] | None = field(default=None, hash=False)
    heard: tuple[HeardMessage, ...] = ()

    @property
    def awaited(self) -> str:
        """Return the pending prompt: `expects` without its details."""
        return (self.expects or "").split(":")[0]

    @property
    def details(self) -> list[str]:
        """Return the details after the colons in `expects`, such as the version of the subject."""
        return (self.expects or "").split(":")[1:]


async def expect(session: AsyncSession, chat_id: int, expects: str | None, subject: int | None, now: datetime) -> None:
    """Wait for the chat's next text, or for nothing."""
    await _put(session, chat_id, now, expects=expects, subject=subject)


async def follow(session: AsyncSession, chat_id: int, subject: int, version: int) -> None:
    """Let the prompt about a row count at its new version: the chat knows of the change, having made it."""
    row = await session.get(Conversation, chat_id)
    if row is not None and row.subject == subject and row.expects:
        row.expects = at_version(row.expects, version)


def at_version(expects: str, version: int) -> str:
    """Return a prompt about another version of its subject."""
    kind, _, *rest = expects.split(":")
    return ":".join([kind, str(version), *rest])


async def expect_nothing(session: AsyncSession, chat_id: int) -> None:
    """Drop the pending prompt of a chat, if there is one."""
    await session.execute(
        update(Conversation).where(Conversation.chat_id == chat_id).values(expects=None, subject=None)
    )


async def release(session: AsyncSession, subject: int | None, prompts: str, chat_id: int | None = None) -> list[int]:
    """Wait no longer for words about a row that takes none any more; return the chats that were asked.

    `prompts`: how the names of what was asked begin. `chat_id`: of this chat only.
    """
    row = Conversation
    asked = (row.subject == subject) & row.expects.startswith(prompts, autoescape=True)
    if chat_id is not None:
        asked &= row.chat_id == chat_id
    query = update(row).where(asked).values(expects=None, subject=None).returning(row.chat_id)
    return list(await session.scalars(query, execution_options={"synchronize_session": False}))


async def talk_about(
    session: AsyncSession,
    chat_id: int,
    topic: dict[str, Any] | None,
    now: datetime,
    heard: Sequence[HeardMessage] | None = None,
) -> None:
    """Keep what was talked about and, if given, which messages were `heard`."""
    more = {"heard": kept(heard)} if heard is not None else {}
    await _put(session, chat_id, now, topic=topic, **more)


async def hear(session: AsyncSession, chat_id: int, heard: Sequence[HeardMessage], now: datetime) -> None:
    await _put(session, chat_id, now, heard=kept(heard))


def kept(heard: Sequence[HeardMessage]) -> list[list[Any]]:
    return [[each.message, each.digest, each.expects, each.subject] for each in heard]


def read(heard: list[list[Any]] | None) -> tuple[HeardMessage, ...]:
    """Return what `kept` made rows of."""
    return tuple(HeardMessage(*each) for each in heard or ())


def with_heard(heard: Sequence[HeardMessage], new: HeardMessage) -> list[HeardMessage]:
    """Return the latest messages with another, or with what has become of one."""
    return [*(each for each in heard if each.message != new.message), new][-MOST_HEARD:]


def stale(before: datetime) -> ColumnElement[bool]:
    """Return the condition that a topic is left that was last talked about before then."""
    return exists().where(_stale(before))


async def forget_stale(session: AsyncSession, before: datetime) -> None:
    await session.execute(update(Conversation).where(_stale(before)).values(topic=null(), heard=null()))


def _stale(before: datetime) -> ColumnElement[bool]:
    kept_still = Conversation.topic.is_not(None) | Conversation.heard.is_not(None)
    return kept_still & (Conversation.updated_at < before)


async def _put(session: AsyncSession, chat_id: int, now: datetime, **values: Any) -> None:
    """Insert or update the row in one statement: every answer ends with this."""
    values |= {"chat_id": chat_id, "updated_at": now}
    await session.execute(_upsert(dialect_of(session), tuple(values)), values)


@cache
def _upsert(dialect: str, names: tuple[str, ...]) -> Any:
    # Made once: it takes a quarter of the time of the whole transaction.
    new = insert_if_known(dialect, Conversation, names)
    changed = {name: new.excluded[name] for name in names if name != "chat_id"}
    return new.on_conflict_do_update(index_elements=["chat_id"], set_=changed)
