"""Attendance: say that one comes to a meeting, and afterwards how it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.events import headcount
from domain.events.events import Event
from services.environment import Environment
from services.results import Done, Refusal, Refused, Stale
from storage.database import Session
from storage.events import events
from storage.people import attendance, conversations

COMMENT = "comment"
"""The prompt for words about a meeting that is over."""


@dataclass(frozen=True)
class AttendanceChoice:
    """The event, and if the person comes to it."""

    event: Event
    coming: bool


async def come(
    env: Environment, *, person: int, event: int, coming: bool, now: datetime, toggle: bool = False
) -> Done[AttendanceChoice] | Stale[Event]:
    """Say that one comes, or does not; stale if the event is over or called off.

    `toggle`: who has said the same before takes it back. In a group, all see one button.
    """
    async with env.database.begin() as session:
        found = await events.one(session, event)
        if found is None or not found.ahead(now):
            return Stale(found)
        changed = await attendance.choose(session, found.id, person, coming, now)
        if not changed and toggle:
            coming = not coming
            await attendance.choose(session, found.id, person, coming, now)
    return Done(AttendanceChoice(found, coming))


async def rate(
    env: Environment, *, chat: int, event: int, rating: int, now: datetime
) -> Done[Event] | Stale[None] | Refused:
    """Keep how somebody liked a meeting, or that they were not there; a later rating replaces it."""
    if rating not in (headcount.NOT_THERE, *headcount.RATINGS):
        return Refused(Refusal.NOT_OFFERED)
    async with env.database.begin() as session:
        found = await _open(session, env, chat, event, now)
        if found is None:
            return Stale()
        await attendance.rate(session, found.id, chat, rating, now)
    return Done(found)


async def ask_comment(env: Environment, *, chat: int, event: int, now: datetime) -> Done[Event] | Stale[None]:
    """Take the next text of this chat's for a comment."""
    async with env.database.begin() as session:
        found = await _open(session, env, chat, event, now)
        if found is None:
            return Stale()
        await conversations.expect(session, chat, COMMENT, found.id, now)
    return Done(found)


async def comment(env: Environment, *, chat: int, event: int, text: str) -> Done[str] | Stale[None]:
    """Add words to a rating; stale if it is nobody's any more, or there is none."""
    async with env.database.begin() as session:
        await conversations.expect_nothing(session, chat)
        kept = await attendance.comment(session, event, chat, text)
    return Done(text) if kept else Stale()


async def _open(session: Session, env: Environment, chat: int, event: int, now: datetime) -> Event | None:
    """Return the event, if this person was asked about it and may still answer."""
    found = await events.one(session, event)
    if found is None or now >= headcount.closes_at(found, env.programme.zone):
        return None
    return found if await attendance.asked(session, headcount.key(found), chat) else None
