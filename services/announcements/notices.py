"""Tell others of an act on an announcement, in the act's own transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from domain.announcements.announcements import Announcement
from domain.delivery import MessageKind
from domain.team.organisers import Organiser, Role
from messages.announcements import sending_texts
from messages.localizer import Localizer
from messages.message import Message
from services.environment import Environment
from storage.database import Session
from storage.outbox import queue
from storage.people import conversations, residents
from storage.team import organisers

PROMPTS = "draft-"
"""All that is asked about a draft begins so."""


async def close_prompts(session: Session, env: Environment, who: Organiser, known: Announcement, now: datetime) -> None:
    """Wait for nobody's words about a draft that is none any more; a colleague who was asked is told."""
    asked = await conversations.release(session, known.id, PROMPTS)
    languages = {chat: await residents.language(session, chat) for chat in asked if chat != who.chat_id}

    def told(language: str) -> queue.OutboxMessage:
        voice = env.voice(language)
        text = Message(voice.words("draft-closed", text=sending_texts.summary(known, voice)))
        key = f"draft-closed:{known.id}:{known.version}"
        return queue.OutboxMessage(key, MessageKind.DRAFT, known.id, language, "sendMessage", text.payload, urgent=True)

    colleagues = {chat: language for chat, language in languages.items() if language is not None}
    await queue.tell(session, colleagues, told, now, now)


async def colleagues(
    session: Session, env: Environment, known: Announcement, besides: int | None = None
) -> dict[int, str]:
    """Return the languages of all who may act on it and can be written to, by chat; not of `besides`."""
    found = await organisers.addressees(session, env.owners, Role.ORGANISER, known.audience.areas)
    return {chat: language for chat, language in found.items() if chat != besides}


async def tell(
    session: Session,
    env: Environment,
    key: str,
    ref: int,
    languages: dict[int, str],
    text: Callable[[Localizer], Message],
    now: datetime,
    not_before: datetime | None = None,
) -> None:
    """Queue one text about an approval for each chat, in its language; `key` and chat swallow repeats."""

    def message(language: str) -> queue.OutboxMessage:
        payload = text(env.voice(language)).payload
        return queue.OutboxMessage(key, MessageKind.APPROVAL, ref, language, "sendMessage", payload, urgent=True)

    await queue.tell(session, languages, message, now, not_before or now)


async def tell_decision(
    session: Session,
    env: Environment,
    who: Organiser,
    first: int | None,
    decision: str,
    row: tuple[int, int],
    now: datetime,
) -> None:
    """Tell the `first` organiser what `who` decided: a key of the catalog, about the row of that id and version."""
    language = await residents.language(session, first) if first is not None else None
    if first is None or language is None:
        return

    def text(voice: Localizer) -> Message:
        return Message(voice.words(decision, name=who.name or "—"))

    await tell(session, env, f"{decision}:{row[0]}:{row[1]}", row[0], {first: language}, text, now)
