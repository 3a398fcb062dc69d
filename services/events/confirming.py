"""The organisers' word that an event is right as it is: its cards and reminders say so."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date, datetime

from domain.events.change_rules import Wanted
from domain.events.events import Event
from domain.team.organisers import Organiser, Role
from messages.events import edit_texts
from services.environment import Environment, record
from services.results import Done, Refusal, Refused, Stale
from services.rights import lacking
from storage.database import Session
from storage.events import event_changes, events

log = logging.getLogger(__name__)


async def unconfirmed(env: Environment, *, who: Organiser, now: datetime) -> Sequence[Event]:
    """Return the events of the organiser's areas whose date nobody has confirmed yet."""
    async with env.database.read() as session:
        return await _unconfirmed(session, who, now)


async def confirm_dates(env: Environment, *, who: Organiser, now: datetime) -> Done[Sequence[Event]] | Refused:
    """Confirm every date that is not yet, of the organiser's areas; `count`: how many that were."""
    if (refused := lacking(who, Role.ORGANISER)) is not None:
        return refused
    async with env.database.begin() as session:
        mine = await _unconfirmed(session, who, now)
        count = await _confirm(session, env, who, mine, now)
    env.nudge(now)
    return Done(mine, count)


async def confirm(
    env: Environment, *, who: Organiser, event: int, version: int, now: datetime
) -> Done[Event] | Stale[Event] | Refused:
    """Confirm one event as it was at that version; the result is as it is now."""
    async with env.database.begin() as session:
        known = await events.one(session, event)
        if known is None:
            return Refused(Refusal.UNKNOWN)
        if (refused := lacking(who, Role.ORGANISER, known.areas)) is not None:
            return refused
        done = known.version == version and await _confirm(session, env, who, [known], now)
        after = await events.one(session, event) or known
    if not done:
        return Stale(after)
    env.nudge(now)
    return Done(after)


async def confirm_day(
    env: Environment, *, who: Organiser, day: date, versions: int, now: datetime
) -> Done[Sequence[Event]] | Stale[Sequence[Event]] | Refused:
    """Confirm the events of a day in the organiser's areas, if `versions` is still the sum of theirs."""
    if (refused := lacking(who, Role.ORGANISER)) is not None:
        return refused
    async with env.database.begin() as session:
        theirs = [event for event in await events.every(session) if event.ahead(now) and who.responsible(event.areas)]
        there = [
            event
            for event in theirs
            if event.confirmed and event.starts_at.astimezone(env.programme.zone).date() == day
        ]
        if sum(event.version for event in there) != versions:
            return Stale(there)
        count = await _confirm(session, env, who, there, now)
    env.nudge(now)
    return Done(there, count)


async def _unconfirmed(session: Session, who: Organiser, now: datetime) -> list[Event]:
    return [event for event in await events.unconfirmed(session, now) if who.responsible(event.areas)]


async def _confirm(session: Session, env: Environment, who: Organiser, wanted: list[Event], now: datetime) -> int:
    right, voice = set(await events.confirm(session, wanted, now)), env.voice(env.catalog.default)
    for event in wanted:
        if event.id in right:
            await event_changes.note(session, event, who.chat_id, Wanted(), now)
            what = edit_texts.in_short(event, voice)
            await record(session, who, "event-confirmed", event.id, now, area=event.area, what=what)
            log.info("event %s confirmed by organiser %s", event.id, who.chat_id, extra={"event": event.id})
    return len(right)
