"""Reminders as organisers see them: what will go out, and calling one off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain import feeds, reminders
from domain.delivery import MessageKind
from domain.reminders import Reminder
from domain.team.organisers import Organiser, Role
from messages.residents import reminder_texts
from services.environment import Environment, record
from services.results import Done, Refusal, Refused, Stale
from services.rights import lacking
from storage.database import Session
from storage.events import events
from storage.outbox import batches, queue
from storage.people import followers
from storage.people.followers import Followers


@dataclass(frozen=True)
class ReminderRef:
    """A reminder as a button names it: the event, when it was to start, and the lead by its code."""

    event: int
    starts: int
    lead: str


async def look(
    env: Environment, *, who: Organiser, reminder: ReminderRef, now: datetime
) -> Done[Reminder] | Stale[None] | Refused:
    """Return a reminder that is still to come; `count`: for how many."""
    async with env.database.read() as session:
        found = await _coming(session, env, who, reminder, now)
        if not isinstance(found, Reminder):
            return found
        whom = Followers(found.at, feeds.keys(found.event, env.programme), lead=found.lead)
        return Done(found, await followers.count(session, whom))


async def call_off(
    env: Environment, *, who: Organiser, reminder: ReminderRef, now: datetime
) -> Done[Reminder] | Stale[None] | Refused:
    """Call a reminder off: a row without recipients counts as produced, and reaches nobody."""
    async with env.database.begin() as session:
        await batches.lock(session)
        found = await _coming(session, env, who, reminder, now)
        if not isinstance(found, Reminder):
            return found
        for language in env.catalog.languages:
            text = reminder_texts.reminder([found], env.voice(language), found.at).payload
            ref, kind = found.event.id, MessageKind.REMINDER
            await queue.add(session, queue.OutboxMessage(found.key, kind, ref, language, "sendMessage", text), now)
        await record(session, who, "reminder-called-off", found.event.id, now, area=found.event.area)
    return Done(found)


async def _coming(
    session: Session, env: Environment, who: Organiser, reminder: ReminderRef, now: datetime
) -> Reminder | Stale[None] | Refused:
    event = await events.one(session, reminder.event)
    if event is None:
        return Refused(Refusal.UNKNOWN)
    if (refused := lacking(who, Role.ORGANISER, event.areas)) is not None:
        return refused
    every = reminders.of(event, env.quiet) if event.ahead(now) else []
    found = next((one for one in every if one.lead.code == reminder.lead), None)
    if found is None or reminder.starts != int(event.starts_at.timestamp()) or found.at <= now:
        return Stale()
    return Stale() if await queue.known(session, [found.key]) else found
