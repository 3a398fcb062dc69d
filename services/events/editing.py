"""Changes of events: begin one, say what is to be different, see old and new, save. The scheduler tells people."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain import feeds, reminders
from domain.delivery import MessageKind, SkipReason
from domain.events.change_rules import Change, ChangeState, Wanted, notice_time
from domain.events.events import Event, Place
from domain.programmes import Programme
from domain.team.organisers import Organiser, Role
from messages.events import edit_texts
from services.environment import Environment, record
from services.results import Done, Refusal, Refused, Stale
from services.rights import lacking
from storage.database import Session
from storage.events import event_changes, events, venues
from storage.outbox import control, queue
from storage.people import conversations, followers, groups
from storage.people.followers import Followers

log = logging.getLogger(__name__)

EXPECTS = "event_"
"""The names of the prompts for an event's fields begin with it."""


@dataclass(frozen=True)
class OpenChange:
    """A change that nobody has saved yet; so many people could be told of it, 0 where only groups follow, else None."""

    change: Change
    followers: int | None


@dataclass(frozen=True)
class SavedChange:
    """A change that was saved, the event as it is now, and from when its followers may be told, if at all."""

    change: Change
    event: Event
    told_at: datetime | None


Opened = Done[OpenChange] | Stale[OpenChange] | Refused
"""Stale with a change: the event has moved on, and that is a new beginning from where it is now."""


async def mine(env: Environment, *, who: Organiser, now: datetime) -> list[Event]:
    """Return the events in the organiser's areas that are not over, cancelled or not."""
    async with env.database.read() as session:
        every = await events.every(session)
    return [event for event in every if event.ends_at > now and who.responsible(event.areas)]


async def places(env: Environment, *, area: str) -> dict[str, Place]:
    """Return the venues of an area that organisers have put in their own words."""
    async with env.database.read() as session:
        return await venues.places(session, area)


async def begin(env: Environment, *, who: Organiser, event: int, now: datetime) -> Opened:
    """Begin to change an event, or go on where this organiser was."""
    async with env.database.begin() as session:
        found = await events.one(session, event)
        if found is None or found.ends_at <= now:
            return Stale()
        if (refused := lacking(who, Role.ORGANISER, found.areas)) is not None:
            return refused
        return Done(await _opened(session, env, await event_changes.begin(session, who.chat_id, found, now)))


async def begin_new(env: Environment, *, who: Organiser, area: str, now: datetime) -> Opened:
    """Begin a new event in an area; the next text of this organiser's says when it is."""
    if env.programme.area(area) is None:
        return Refused(Refusal.UNKNOWN)
    if (refused := lacking(who, Role.ORGANISER, [area])) is not None:
        return refused
    async with env.database.begin() as session:
        begun = await event_changes.begin(session, who.chat_id, None, now)
        change = await event_changes.want(session, begun, area=area) or begun
        await conversations.expect(session, who.chat_id, EXPECTS + "when", change.id, now)
        return Done(await _opened(session, env, change))


async def propose(
    session: Session, env: Environment, who: Organiser, event: int | None, wanted: Wanted, now: datetime
) -> Opened:
    """Begin a change that somebody else proposes, in the transaction that takes the proposal."""
    found = await events.one(session, event) if event is not None else None
    if event is not None and (found is None or found.ends_at <= now):
        return Stale()
    begun = await event_changes.begin(session, who.chat_id, found, now)
    given = {name: value for name, value in vars(wanted).items() if value is not None}
    return Done(await _opened(session, env, await event_changes.want(session, begun, **given) or begun))


async def look(
    env: Environment, *, who: Organiser, change: int, version: int, now: datetime, ask: str | None = None
) -> Opened:
    """Return a change that is still open at that version; `ask` takes the next text for one of its fields."""
    async with env.database.begin() as session:
        known = await _current(session, env, who, change, version, now)
        if not isinstance(known, Change):
            return known
        if ask is not None:
            await conversations.expect(session, who.chat_id, EXPECTS + ask, known.id, now)
        return Done(await _opened(session, env, known))


async def awaited(env: Environment, *, who: Organiser, change: int, now: datetime) -> Opened:
    """Return the change that typed words are for, at any version; if it is over, no more words are awaited."""
    async with env.database.begin() as session:
        known = await _current(session, env, who, change, None, now)
        if isinstance(known, Change):
            return Done(await _opened(session, env, known))
        await conversations.expect_nothing(session, who.chat_id)
        return known


async def edit(
    env: Environment, *, who: Organiser, change: int, version: int, now: datetime, typed: bool = False, **values: Any
) -> Opened:
    """Add to what is to be different: `values` by the names of `Wanted`. What was `typed` was awaited until now."""
    async with env.database.begin() as session:
        if typed:
            await conversations.expect_nothing(session, who.chat_id)
        known = await _current(session, env, who, change, version, now)
        if not isinstance(known, Change):
            return known
        edited = await event_changes.want(session, known, **values)
        return Done(await _opened(session, env, edited)) if edited is not None else Stale()


async def choose_venue(
    env: Environment, *, who: Organiser, change: int, version: int, venue: str, now: datetime
) -> Opened:
    """Move the event to another venue of its area, with the address that organisers gave it, if they did."""
    async with env.database.begin() as session:
        known = await _current(session, env, who, change, version, now)
        if not isinstance(known, Change):
            return known
        theirs, listed = await venues.places(session, known.area or ""), env.programme.venue(venue)
        if venue not in theirs and (listed is None or listed.area not in known.areas):
            return Stale()
        edited = await event_changes.want(session, known, venue=venue, place=theirs.get(venue))
        return Done(await _opened(session, env, edited)) if edited is not None else Stale()


async def save(
    env: Environment, *, who: Organiser, change: int, version: int, tell: bool, now: datetime
) -> Done[SavedChange] | Stale[OpenChange] | Refused:
    """Change the event, or make the new one; `count` of the result is how many will be told."""
    try:
        async with env.database.begin() as session:
            known = await _current(session, env, who, change, version, now)
            if not isinstance(known, Change):
                return known
            if known.after is None:
                return Stale()
            told_at = notice_time(known.before, known.after, now, env.quiet) if tell else None
            count = (await _followers(session, env.programme, known) or 0) if tell else 0
            event = await event_changes.apply(session, known, now, told_at)
            await _stop_old_reminders(session, known, event)
            await _record(session, env, who, known, event, count, now)
            await conversations.release(session, known.id, EXPECTS, who.chat_id)
    except event_changes.ChangeConflict:
        return await _conflict(env, who, change, now)
    env.nudge(now)
    log.info("event %s changed by organiser %s, telling %s", event.id, who.chat_id, count, extra={"event": event.id})
    return Done(SavedChange(known, event, told_at), count)


async def _stop_old_reminders(session: Session, change: Change, event: Event) -> None:
    """Stop the reminders of the old start, which must not go out even before the scheduler looks."""
    before = change.before
    if before is None or (before.starts_at == event.starts_at and event.takes_place):
        return
    told = [each for each in await queue.things(session, MessageKind.REMINDER) if reminders.about(each.key, event)]
    alone = [each.id for each in told if len(reminders.parts(each.key)) == 1]
    await control.stop(session, alone, SkipReason.MOVED if event.takes_place else SkipReason.CANCELLED)


async def _record(
    session: Session, env: Environment, who: Organiser, change: Change, event: Event, count: int, now: datetime
) -> None:
    voice, before = env.voice(env.catalog.default), change.before
    if before is None:
        act, what = "event-created", edit_texts.in_short(event, voice)
    elif before.takes_place and not event.takes_place:
        act, what = "event-cancelled", edit_texts.in_short(before, voice)
    else:
        act, what = "event-changed", edit_texts.what_changed(before, event, voice)
    await record(session, who, act, event.id, now, area=event.area, what=what, count=count)


async def drop(
    env: Environment, *, who: Organiser, change: int, version: int, now: datetime
) -> Done[Change] | Stale[OpenChange] | Refused:
    """Leave the event as it is."""
    async with env.database.begin() as session:
        known = await _current(session, env, who, change, version, now)
        if not isinstance(known, Change):
            return known
        dropped = await event_changes.drop(session, known)
        if dropped is None:
            return Stale()
        await conversations.release(session, known.id, EXPECTS, who.chat_id)
        return Done(dropped)


# --- whether the change can still be made ---


async def _current(
    session: Session, env: Environment, who: Organiser, change: int, version: int | None, now: datetime
) -> Change | Stale[OpenChange] | Refused:
    """Return the change, if it and its event are as they were when the organiser saw them."""
    known = await event_changes.one(session, change)
    if known is None:
        return Stale()
    if known.author != who.chat_id:
        return Refused(Refusal.NOT_YOURS)
    if (refused := lacking(who, Role.ORGANISER, known.areas)) is not None:
        return refused
    if known.state is not ChangeState.OPEN:
        return Stale()
    event = await events.one(session, known.before.id) if known.before else None
    if known.before and event and event.version != known.before.version:
        return await _begin_again(session, env, who, event, now)
    return known if version in (None, known.version) else Stale()


async def _conflict(env: Environment, who: Organiser, change: int, now: datetime) -> Stale[OpenChange]:
    async with env.database.begin() as session:
        known = await event_changes.one(session, change)
        event = await events.one(session, known.before.id) if known and known.before else None
        return Stale() if event is None else await _begin_again(session, env, who, event, now)


async def _begin_again(
    session: Session, env: Environment, who: Organiser, event: Event, now: datetime
) -> Stale[OpenChange]:
    """Return the event as it is now with a new change, after somebody else was quicker."""
    return Stale(await _opened(session, env, await event_changes.begin(session, who.chat_id, event, now)))


async def _opened(session: Session, env: Environment, change: Change) -> OpenChange:
    return OpenChange(change, await _followers(session, env.programme, change))


async def _followers(session: Session, programme: Programme, change: Change) -> int | None:
    """Return how many people follow it; None if no group does either."""
    if change.before is not None:
        whose = feeds.keys(change.before, programme)
    else:
        whose = feeds.keys_of_areas([change.area] if change.area else [], programme)
    people = await followers.count(session, Followers(None, whose))
    return people if people or await groups.follow(session, whose) else None
