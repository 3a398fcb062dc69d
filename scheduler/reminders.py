"""Reminders: due, whom, words, insert."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import reminders
from domain.calendar import QuietHours
from domain.reminders import Reminder
from messages.catalog import Catalog
from messages.reminders import reminder as rendered
from messages.voice import Voice
from storage import events, outbox
from storage.database import Database, Session

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=2)
"""After a longer outage than this, nobody expects the reminder any more, and it is not even counted."""


@dataclass(frozen=True)
class Reminders:
    database: Database
    catalog: Catalog
    voice: Callable[[str], Voice]
    quiet: QuietHours
    wake: Callable[[], None]

    async def tick(self, now: datetime) -> None:
        async with self.database.read() as session:
            every = await events.every(session)
            due = reminders.due(every, now, self.quiet, LOOK_BACK)
            known = await outbox.known(session, [reminder.key for reminder in due])
        new = [reminder for reminder in due if reminder.key not in known]
        if not new:
            return
        async with self.database.begin() as session:
            for reminder in new:
                await self._insert(session, reminder, now)
        self.wake()

    async def _insert(self, session: Session, reminder: Reminder, now: datetime) -> None:
        missed = reminder.missed(now)
        for language in self.catalog.languages:
            payload = rendered(reminder, self.voice(language), max(now, reminder.send_at)).payload
            message = outbox.Message(
                reminder.key, "reminder", reminder.event.id, language, "sendMessage", payload
            )
            count = await outbox.fan_out(
                session,
                await outbox.add(session, message, now),
                not_before=max(now, reminder.send_at),
                towns=[reminder.event.town],
                lead=reminder.lead,
                subscribed_before=reminder.due_at,
                state="skipped" if missed else "pending",
                error="missed" if missed else None,
            )
            log.info("%s %s in %s for %s", "missed" if missed else "due", reminder.key, language, count)
