"""Subscriptions: follow an area and leave it, and choose when to be reminded."""

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
class FollowedArea:
    """An area that a chat follows: its meetings ahead, and when the chat will be reminded of them."""

    area: str
    ahead: list[Event]
    promise: Promise


@dataclass(frozen=True)
class ReminderOverview:
    """The areas that a chat follows with their leads, the end of its mute, and every event there is."""

    followed: subscriptions.Followed
    silent: datetime | None
    events: list[Event]


async def overview(env: Environment, *, chat: int, now: datetime) -> ReminderOverview:
    """Return what a chat is reminded of."""
    async with env.database.read() as session:
        followed = await subscriptions.followed(session, chat)
        return ReminderOverview(followed, await mutes.until(session, chat, now), await events.every(session))


async def subscribe(
    env: Environment, *, chat: int, area: str, now: datetime, leads: Leads = DEFAULT_LEADS, thread: int | None = None
) -> Done[FollowedArea] | Stale[FollowedArea] | Refused:
    """Follow an area. A chat that follows it already keeps its leads."""
    if env.programme.area(area) is None:
        return Refused(Refusal.UNKNOWN)
    async with env.database.begin() as session:
        if not await known_chats.hold(session, chat):
            return Refused(Refusal.UNKNOWN)
        new = await subscriptions.subscribe(session, chat, area, now, leads, thread)
        followed = await _followed(session, env, chat, area, leads, now)
    return Done(followed) if new else Stale(followed)


async def unsubscribe(env: Environment, *, chat: int, area: str) -> Done[Leads] | Stale[None]:
    """Leave an area and return the leads, with which it can be followed again; its reminders stay away."""
    async with env.database.begin() as session:
        left = await subscriptions.unsubscribe(session, chat, area)
        there = [event.id for event in await events.every(session) if event.area == area]
        await control.spare(session, chat, [MessageKind.REMINDER], SkipReason.LEFT, there)
    return Done(left[area]) if left else Stale()


async def stop(env: Environment, *, chat: int) -> Done[Sequence[str]]:
    """Leave every area and return which they were; nothing that waits is sent any more."""
    async with env.database.begin() as session:
        left = await subscriptions.unsubscribe(session, chat)
        await control.spare(session, chat, [MessageKind.REMINDER, MessageKind.ANNOUNCEMENT], SkipReason.LEFT)
    return Done(list(left))


async def look(env: Environment, *, chat: int, area: str, now: datetime) -> Done[FollowedArea] | Stale[None]:
    """Return an area as this chat follows it; stale if it does not."""
    async with env.database.read() as session:
        return await _look(session, env, chat, area, now)


async def set_leads(
    env: Environment, *, chat: int, area: str, leads: Leads, wanted: bool, now: datetime
) -> Done[FollowedArea] | Stale[None]:
    """Add leads to those of an area, or take them away; stale if the chat does not follow it."""
    async with env.database.begin() as session:
        for lead in leads:
            await subscriptions.choose(session, chat, area, lead, wanted)
        return await _look(session, env, chat, area, now)


async def _look(
    session: Session, env: Environment, chat: int, area: str, now: datetime
) -> Done[FollowedArea] | Stale[None]:
    chosen = (await subscriptions.followed(session, chat)).get(area)
    return Stale() if chosen is None else Done(await _followed(session, env, chat, area, chosen, now))


async def _followed(
    session: Session, env: Environment, chat: int, area: str, leads: Leads, now: datetime
) -> FollowedArea:
    silent = await mutes.until(session, chat, now)
    ahead = ahead_in(area, await events.every(session), now)
    awake = max(silent or now, now)
    to_come = {at for event in ahead for at in reminders.to_come(event, leads, awake, env.quiet)}
    return FollowedArea(area, ahead, Promise(leads, sorted(to_come), silent))
