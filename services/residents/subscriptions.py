"""Subscriptions: follow a town and leave it, and choose when to be reminded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import reminders
from domain.delivery import MessageKind, SkipReason
from domain.events.events import Event, ahead_in
from domain.reminders import DEFAULT_LEADS, Lead
from messages.residents.subscription_texts import Promise
from services.environment import Environment
from services.results import Done, Refusal, Refused, Stale
from storage import known_chats
from storage.database import Session
from storage.events import events
from storage.outbox import control
from storage.people import mutes, subscriptions

Leads = tuple[Lead, ...]


@dataclass(frozen=True)
class FollowedTown:
    """A town that a chat follows: its meetings ahead, and when the chat will be reminded of them."""

    town: str
    ahead: list[Event]
    promise: Promise


@dataclass(frozen=True)
class ReminderOverview:
    """The towns that a chat follows with their leads, the end of its mute, and every event there is."""

    followed: subscriptions.Followed
    silent: datetime | None
    events: list[Event]


async def overview(env: Environment, *, chat: int, now: datetime) -> ReminderOverview:
    """Return what a chat is reminded of."""
    async with env.database.read() as session:
        followed = await subscriptions.followed(session, chat)
        return ReminderOverview(followed, await mutes.until(session, chat, now), await events.every(session))


async def subscribe(
    env: Environment, *, chat: int, town: str, now: datetime, leads: Leads = DEFAULT_LEADS, thread: int | None = None
) -> Done[FollowedTown] | Stale[FollowedTown] | Refused:
    """Follow a town. A chat that follows it already keeps its leads."""
    if env.programme.town(town) is None:
        return Refused(Refusal.UNKNOWN)
    async with env.database.begin() as session:
        if not await known_chats.hold(session, chat):
            return Refused(Refusal.UNKNOWN)
        new = await subscriptions.subscribe(session, chat, town, now, leads, thread)
        followed = await _followed(session, env, chat, town, leads, now)
    return Done(followed) if new else Stale(followed)


async def unsubscribe(env: Environment, *, chat: int, town: str) -> Done[Leads] | Stale[None]:
    """Leave a town and return the leads, with which it can be followed again; its reminders stay away."""
    async with env.database.begin() as session:
        left = await subscriptions.unsubscribe(session, chat, town)
        there = [event.id for event in await events.every(session) if event.town == town]
        await control.spare(session, chat, [MessageKind.REMINDER], SkipReason.LEFT, there)
    return Done(left[town]) if left else Stale()


async def stop(env: Environment, *, chat: int) -> Done[Sequence[str]]:
    """Leave every town and return which they were; nothing that waits is sent any more."""
    async with env.database.begin() as session:
        left = await subscriptions.unsubscribe(session, chat)
        await control.spare(session, chat, [MessageKind.REMINDER, MessageKind.ANNOUNCEMENT], SkipReason.LEFT)
    return Done(list(left))


async def look(env: Environment, *, chat: int, town: str, now: datetime) -> Done[FollowedTown] | Stale[None]:
    """Return a town as this chat follows it; stale if it does not."""
    async with env.database.read() as session:
        return await _look(session, env, chat, town, now)


async def set_leads(
    env: Environment, *, chat: int, town: str, leads: Leads, wanted: bool, now: datetime
) -> Done[FollowedTown] | Stale[None]:
    """Add leads to those of a town, or take them away; stale if the chat does not follow it."""
    async with env.database.begin() as session:
        for lead in leads:
            await subscriptions.choose(session, chat, town, lead, wanted)
        return await _look(session, env, chat, town, now)


async def _look(
    session: Session, env: Environment, chat: int, town: str, now: datetime
) -> Done[FollowedTown] | Stale[None]:
    chosen = (await subscriptions.followed(session, chat)).get(town)
    return Stale() if chosen is None else Done(await _followed(session, env, chat, town, chosen, now))


async def _followed(
    session: Session, env: Environment, chat: int, town: str, leads: Leads, now: datetime
) -> FollowedTown:
    silent = await mutes.until(session, chat, now)
    ahead = ahead_in(town, await events.every(session), now)
    awake = max(silent or now, now)
    to_come = {at for event in ahead for at in reminders.to_come(event, leads, awake, env.quiet)}
    return FollowedTown(town, ahead, Promise(leads, sorted(to_come), silent))
