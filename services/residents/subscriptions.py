"""Subscriptions: follow a feed and leave it, and choose when to be reminded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import feeds, reminders
from domain.delivery import MessageKind, SkipReason
from domain.events.events import Event
from domain.feeds import Feed
from domain.reminders import DEFAULT_LEADS, Lead
from messages.residents.subscription_texts import Promise
from services.environment import Environment
from services.results import Done, Refusal, Refused, Stale
from storage.database import Session
from storage.events import events
from storage.outbox import control
from storage.people import known_chats, mutes, subscriptions

Leads = tuple[Lead, ...]


@dataclass(frozen=True)
class FollowedFeed:
    """A feed that a chat follows: its events ahead, and when the chat will be reminded of them."""

    feed: Feed
    ahead: list[Event]
    promise: Promise


@dataclass(frozen=True)
class LeftFeed:
    """A feed that a chat followed until now, perhaps within the one whose button was pressed, and its leads."""

    feed: str
    leads: Leads


@dataclass(frozen=True)
class ReminderOverview:
    """The feeds that a chat follows with their leads, the end of its mute, and every event there is."""

    followed: dict[str, Leads]
    silent: datetime | None
    events: list[Event]


async def overview(env: Environment, *, chat: int, now: datetime) -> ReminderOverview:
    """Return what a chat is reminded of."""
    async with env.database.read() as session:
        followed = await _followed(session, env, chat)
        return ReminderOverview(followed, await mutes.until(session, chat, now), await events.every(session))


async def subscribe(
    env: Environment, *, chat: int, feed: str, now: datetime, leads: Leads | None = None, thread: int | None = None
) -> Done[FollowedFeed] | Stale[FollowedFeed] | Refused:
    """Follow a feed, without `leads` with the usual ones. A chat that follows it already keeps its leads."""
    wanted = feeds.read(feed, env.programme)
    if wanted is None:
        return Refused(Refusal.UNKNOWN)
    async with env.database.begin() as session:
        if not await known_chats.hold(session, chat):
            return Refused(Refusal.UNKNOWN)
        ahead = feeds.ahead(wanted, await events.every(session), env.programme, now)
        chosen = _usual(ahead) if leads is None else leads
        new = await subscriptions.subscribe(session, chat, wanted.key(env.programme), now, chosen, thread)
        followed = await _described(session, env, chat, wanted, chosen, ahead, now)
    return Done(followed) if new else Stale(followed)


def _usual(ahead: Sequence[Event]) -> Leads:
    """Return the leads of whoever chooses none: of a series the evening before, or people would hear twice a week."""
    plans = [event.plan for event in ahead if event.plan]
    return (Lead.DAY_BEFORE,) if len(plans) > len({*plans}) else DEFAULT_LEADS


async def unsubscribe(env: Environment, *, chat: int, feed: str) -> Done[LeftFeed] | Stale[None]:
    """Leave a feed and what is within it. Return what was left, so that it can be followed again.

    Reminders that wait stay away, but for events that the chat follows otherwise.
    """
    wanted = feeds.read(feed, env.programme)
    if wanted is None:
        return Stale()
    async with env.database.begin() as session:
        followed = [read for each in await _followed(session, env, chat) if (read := feeds.read(each, env.programme))]
        leaves = [each for each in followed if feeds.within(wanted, each, env.programme)]
        leaves.sort(key=lambda each: each != wanted)
        left = [await subscriptions.unsubscribe(session, chat, each.key(env.programme)) for each in leaves]
        stays = {*followed} - {*leaves}
        there = [
            event.id
            for event in await events.every(session)
            if wanted in (of := feeds.of_event(event, env.programme)) and not stays & {*of}
        ]
        await control.spare(session, chat, [MessageKind.REMINDER], SkipReason.LEFT, there)
    found = [LeftFeed(str(feed), leads) for feed, rows in zip(leaves, left, strict=True) for leads in rows.values()]
    return Done(found[0]) if found else Stale()


async def stop(env: Environment, *, chat: int) -> Done[Sequence[str]]:
    """Leave every feed and return which they were; nothing that waits is sent any more."""
    async with env.database.begin() as session:
        left = await subscriptions.unsubscribe(session, chat)
        await control.spare(session, chat, [MessageKind.REMINDER, MessageKind.ANNOUNCEMENT], SkipReason.LEFT)
    return Done(list(left))


async def look(env: Environment, *, chat: int, feed: str, now: datetime) -> Done[FollowedFeed] | Stale[None]:
    """Return a feed as this chat follows it; stale if it does not."""
    async with env.database.read() as session:
        return await _look(session, env, chat, feed, now)


async def set_leads(
    env: Environment, *, chat: int, feed: str, leads: Leads, wanted: bool, now: datetime
) -> Done[FollowedFeed] | Stale[None]:
    """Add leads to those of a feed, or take them away; stale if the chat does not follow it."""
    known = feeds.read(feed, env.programme)
    async with env.database.begin() as session:
        for lead in leads:
            if known is not None:
                await subscriptions.choose(session, chat, known.key(env.programme), lead, wanted)
        return await _look(session, env, chat, feed, now)


async def _look(
    session: Session, env: Environment, chat: int, feed: str, now: datetime
) -> Done[FollowedFeed] | Stale[None]:
    known, chosen = feeds.read(feed, env.programme), (await _followed(session, env, chat)).get(feed)
    if known is None or chosen is None:
        return Stale()
    ahead = feeds.ahead(known, await events.every(session), env.programme, now)
    return Done(await _described(session, env, chat, known, chosen, ahead, now))


async def _followed(session: Session, env: Environment, chat: int) -> dict[str, Leads]:
    """Return what the chat follows, as buttons carry it; what has left the programme is not told of."""
    rows = await subscriptions.followed(session, chat)
    known = {key: feeds.of_key(key, env.programme) for key in rows}
    return {str(feed): rows[key] for key, feed in known.items() if feed is not None}


async def _described(
    session: Session, env: Environment, chat: int, feed: Feed, leads: Leads, ahead: list[Event], now: datetime
) -> FollowedFeed:
    silent = await mutes.until(session, chat, now)
    awake = max(silent or now, now)
    to_come = {at for event in ahead for at in reminders.to_come(event, leads, awake, env.quiet)}
    return FollowedFeed(feed, ahead, Promise(leads, sorted(to_come), silent))
