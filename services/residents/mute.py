"""Mutes: no reminders and no announcements until a day or for good, and the end of it."""

from __future__ import annotations

from datetime import datetime

from domain.delivery import MessageKind, SkipReason
from services.environment import Environment
from services.results import Done, Refusal, Refused
from storage.outbox import control
from storage.people import conversations, mutes

DAY = "silence_day"
"""The prompt for the last day of a mute."""


async def ask_day(env: Environment, *, chat: int, now: datetime) -> Done[None]:
    """Take the next text of this chat's for the day."""
    async with env.database.begin() as session:
        await conversations.expect(session, chat, DAY, None, now)
    return Done(None)


async def ask_nothing(env: Environment, *, chat: int) -> Done[None]:
    """Wait for no day any more: it is chosen by a button, or not at all."""
    async with env.database.begin() as session:
        await conversations.expect_nothing(session, chat)
    return Done(None)


async def begin(env: Environment, *, chat: int, until: datetime, now: datetime) -> Done[datetime] | Refused:
    """Mute a chat until then; messages that wait for it are not sent."""
    if until <= now:
        return Refused(Refusal.NOT_OFFERED)
    async with env.database.begin() as session:
        await mutes.keep(session, chat, until)
        await control.spare(session, chat, (MessageKind.REMINDER, MessageKind.ANNOUNCEMENT), SkipReason.SILENCE)
        await conversations.expect_nothing(session, chat)
    return Done(until)


async def end(env: Environment, *, chat: int) -> Done[None]:
    """End the mute of a chat."""
    async with env.database.begin() as session:
        await mutes.keep(session, chat, None)
        await conversations.release(session, None, DAY, chat)
    return Done(None)
