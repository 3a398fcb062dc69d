"""Tell followers of a changed event once, and correct everything that shows the old one."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from domain import feeds, reminders
from domain.delivery import MessageKind, SkipReason
from domain.events import change_rules
from domain.events.change_rules import Change, Wanted
from domain.events.events import Event
from domain.reminders import Reminder
from messages.events import event_cards, notices
from messages.message import Message
from messages.residents.reminder_texts import reminder as rendered
from scheduler.job_context import JobContext
from storage.database import Session
from storage.events import card_copies, event_changes, events
from storage.outbox import control, delivered_edits, queue
from storage.outbox.queue import OutboxItem

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class EventChanges:
    context: JobContext

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            if not await event_changes.to_do(session):
                return
        async with self.context.database.begin() as session:
            for change in await event_changes.to_do(session):
                event = await events.one(session, change.before.id) if change.before else None
                if event is not None:
                    await self._carry_out(session, change, event, now)
                await event_changes.done(session, change, now)
        self.context.wake()

    async def _carry_out(self, session: Session, change: Change, event: Event, now: datetime) -> None:
        if change.tell:
            await self._tell(session, change, event, now)
        if change.wanted != Wanted():
            await self._put_reminders_right(session, change, event, now)
        await self._refresh_cards(session, change, event, now)

    async def _tell(self, session: Session, change: Change, event: Event, now: datetime) -> None:
        """Queue one notice, which replaces an earlier one that still waits for the morning."""
        before, not_before = change.before or event, max(now, change.told_at or now)
        for held in await event_changes.held(session, change, now):
            before = held.before or before
            await control.stop(session, await queue.ids(session, MessageKind.CHANGE, held.id), SkipReason.LATER)
        if not change_rules.kinds(before, event, self.context.quiet.zone):
            return
        urgent = change_rules.urgent(before, event, now)
        whose = feeds.keys(event, self.context.environment.programme)
        for language in self.context.catalog.languages:
            notice = notices.changed(before, event, self.context.voice(language))
            message = queue.OutboxMessage(
                change.key, MessageKind.CHANGE, change.id, language, "sendMessage", notice.payload, urgent
            )
            # A muted chat hears of changes all the same: whoever follows an area would go to the wrong place.
            outgoing = await queue.add(session, message, now)
            count = await queue.fan_out(
                session,
                outgoing,
                not_before=not_before,
                feeds=whose,
                through_silence=True,
            )
            log.info("%s in %s for %s", change.key, language, count)

    # --- reminders ---

    async def _put_reminders_right(self, session: Session, change: Change, event: Event, now: datetime) -> None:
        """Reword reminders that wait, and edit those that were delivered."""
        standing = self._standing(await events.every(session))
        told = await queue.things(session, MessageKind.REMINDER)
        for thing in (each for each in told if reminders.about(each.key, event)):
            payload = self._says(thing, standing, change.before or event, event, now).payload
            key = f"edit:{thing.id}:{change.id}"
            edit = queue.OutboxMessage(key, MessageKind.EDIT, thing.id, thing.language, "editMessageText", payload)
            await delivered_edits.edit(session, thing.id, edit, payload, now)
            if thing.key in standing and not standing[thing.key].missed(now):
                await control.restore(session, [thing.id], SkipReason.CANCELLED, now)

    def _standing(self, every: Iterable[Event]) -> dict[str, Reminder]:
        """Return the reminders that are still true, by key."""
        planned = [event for event in every if event.takes_place]
        return {each.key: each for event in planned for each in reminders.of(event, self.context.quiet)}

    def _says(
        self, thing: OutboxItem, standing: Mapping[str, Reminder], before: Event, event: Event, now: datetime
    ) -> Message:
        """Return the reminder in new words: what still stands, and what has changed instead of the rest."""
        voice = self.context.voice(thing.language)
        told = [standing[key] for key in reminders.parts(thing.key) if key in standing]
        messages = [rendered(told, voice, now)] if told else []
        if not any(reminder.event.id == event.id for reminder in told):
            messages.insert(0, notices.changed(before, event, voice))
        rows = [row for message in messages for row in message.rows]
        return Message("\n\n".join(message.html for message in messages), rows)

    # --- cards ---

    async def _refresh_cards(self, session: Session, change: Change, event: Event, now: datetime) -> None:
        await control.stop(session, await queue.ids(session, MessageKind.CARD, event.id), SkipReason.LATER)
        of_event = feeds.keys(event, self.context.environment.programme)
        for followed, coming in product((True, False), repeat=2):
            key = f"card:{change.id}:{'followed' if followed else 'seen'}:{'coming' if coming else 'open'}"
            for language in self.context.catalog.languages:
                card = event_cards.card(event, followed, self.context.voice(language), now, coming=coming)
                row = queue.OutboxMessage(key, MessageKind.CARD, event.id, language, "editMessageText", card.payload)
                outgoing = await queue.add(session, row, now)
                await card_copies.refresh(session, outgoing, event.id, of_event, now, followed=followed, coming=coming)
