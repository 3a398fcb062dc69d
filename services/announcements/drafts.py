"""A draft's beginning, its content and its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Unpack

from domain.announcements.announcements import Announcement, AnnouncementState, Audience, Content
from domain.team.organisers import Organiser, Role
from services.announcements import notices, rows
from services.announcements.editing import Changed, change
from services.announcements.rows import OnVersion
from services.environment import Environment
from services.results import Done, Refused, Stale
from services.rights import lacking
from storage.announcements import announcements
from storage.database import Session
from storage.people import conversations

ALBUM = "draft-album"
"""The prompt for the other parts of an album that is arriving."""


async def begin(
    env: Environment, *, who: Organiser, language: str, content: Content, now: datetime, album: str | None = None
) -> Done[Announcement] | Refused:
    """Begin a draft, for the organiser's own areas. `album`: Telegram's name of the album that arrives."""
    if (refused := lacking(who, Role.ORGANISER)) is not None:
        return refused
    async with env.database.begin() as session:
        audience = Audience(who.areas)
        draft = await announcements.draft(session, who.chat_id, {language: content}, audience, now, album)
        await _await_parts(session, who, draft, language, now)
    return Done(draft)


async def set_content(
    env: Environment, *, language: str, content: Content, album: str | None = None, **on: Unpack[OnVersion]
) -> Changed:
    """Let it say this in a language; while an album arrives, its next part is waited for."""
    who, now = on["who"], on["now"]
    async with env.database.begin() as session:
        known = await rows.find_at(session, who, on["announcement"], on["version"], AnnouncementState.DRAFT)
        if not isinstance(known, Announcement):
            return known
        changed = replace(known, versions={**known.versions, language: content}, album=album)
        saved = await rows.store(session, rows.touched(changed, who))
        await _await_parts(session, who, saved, language, now)
    return Done(saved)


async def _await_parts(session: Session, who: Organiser, draft: Announcement, language: str, now: datetime) -> None:
    """Wait for the next part of an album, or for nothing."""
    if draft.album is None:
        await conversations.expect_nothing(session, who.chat_id)
    else:
        await conversations.expect(session, who.chat_id, f"{ALBUM}:{draft.version}:{language}", draft.id, now)


async def reword(env: Environment, *, language: str, content: Content, **on: Unpack[OnVersion]) -> Changed:
    """Let it say what an edited message says now; what is waited for stays so."""
    return await change(env, lambda known: replace(known, versions={**known.versions, language: content}), **on)


async def drop_version(env: Environment, language: str, **on: Unpack[OnVersion]) -> Changed:
    """Take a language out, but never the last one."""

    def edit(known: Announcement) -> Announcement:
        versions = {key: value for key, value in known.versions.items() if key != language}
        return replace(known, versions=versions or known.versions)

    return await change(env, edit, **on)


async def reopen(env: Environment, *, who: Organiser, announcement: int) -> Changed:
    """Return a draft to go on with, whatever its version; nothing is waited for any more."""
    async with env.database.begin() as session:
        await conversations.expect_nothing(session, who.chat_id)
        known = rows.judged(await announcements.one(session, announcement), who)
    if isinstance(known, Announcement):
        return Done(known) if known.state is AnnouncementState.DRAFT else Stale(known)
    return known


async def cancel(env: Environment, **on: Unpack[OnVersion]) -> Changed:
    """Give a draft up; whoever was asked about it is told."""
    who, now = on["who"], on["now"]
    async with env.database.begin() as session:
        known = await rows.find_at(session, who, on["announcement"], on["version"], AnnouncementState.DRAFT)
        if not isinstance(known, Announcement):
            return known
        cancelled = await rows.store(session, replace(known, state=AnnouncementState.CANCELLED))
        await notices.close_prompts(session, env, who, cancelled, now)
    env.wake()
    return Done(cancelled)
