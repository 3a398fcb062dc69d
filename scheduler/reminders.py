"""Reminders: due, whom, words, insert."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s

from domain import reminders
from domain.calendar import QuietHours
from domain.events import Event
from domain.reminders import CLOSE, Reminder
from messages.catalog import Catalog
from messages.reminders import reminder as rendered
from messages.voice import Voice
from storage import events, outbox
from storage import reminders as calls
from storage.database import Database, Session
from storage.reminders import Call

log = logging.getLogger(__name__)

KIND = "reminder"
MOST_TOGETHER = 8
"""What one message can hold; more wait for the next tick."""


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
            if not await self._new(session, every, now):
                return
        async with self.database.begin() as session:
            await calls.lock(session)
            every = await events.every(session)
            new = await self._new(session, every, now)
            await self._record_missed(session, [each for each in new if each.missed(now)], now)
            await self._tell(session, [each for each in new if not each.missed(now)], now)
        self.wake()

    async def _new(self, session: Session, every: Iterable[Event], now: datetime) -> list[Reminder]:
        due = reminders.due(every, now, self.quiet)
        known = await outbox.known(session, [reminder.key for reminder in due])
        return [reminder for reminder in due if reminder.key not in known][:MOST_TOGETHER]

    async def _tell(self, session: Session, due: Sequence[Reminder], now: datetime) -> None:
        """People who are due the same get it in one message."""
        if not due:
            return
        wanted = {reminder.key: reminder for reminder in due}
        every = [await self._call(session, reminder, wanted, now) for reminder in due]
        groups = await calls.groups(session, every, now)
        alone = {
            (key, language): await self._add(session, [reminder], language, now)
            for language in {*self.catalog.languages, *(group.language for group in groups)}
            for key, reminder in wanted.items()
        }
        messages = {}
        for group in groups:
            told = [wanted[call.key] for call in group.calls]
            messages[group] = await self._add(session, told, group.language, now)
            log.info("due %s in %s for %s", " ".join(r.key for r in told), group.language, group.people)
        await calls.fan_out(session, every, messages, alone, now)

    async def _call(self, session: Session, reminder: Reminder, wanted: Iterable[str], now: datetime) -> Call:
        others = {each.key for each in reminders.of(reminder.event, self.quiet)} - {*wanted}
        since = now - CLOSE
        told = tuple(sorted(await calls.told_since(session, sorted(others), since)))
        return Call(reminder.key, reminder.event.town, reminder.lead, reminder.at, told, since)

    async def _add(self, session: Session, told: Sequence[Reminder], language: str, now: datetime) -> int:
        payload = rendered(told, self.voice(language), now).payload
        ref = told[0].event.id
        message = outbox.Message(_key(told), KIND, ref, language, "sendMessage", payload)
        return await outbox.add(session, message, now)

    async def _record_missed(self, session: Session, missed: Sequence[Reminder], now: datetime) -> None:
        for reminder in missed:
            people = 0
            for language in self.catalog.languages:
                people += await outbox.fan_out(
                    session,
                    await self._add(session, [reminder], language, now),
                    not_before=now,
                    towns=[reminder.event.town],
                    lead=reminder.lead,
                    subscribed_before=reminder.at,
                    state="skipped",
                    error="missed",
                )
            log.warning("missed %s for %s", reminder.key, people)


def _key(told: Sequence[Reminder]) -> str:
    if len(told) == 1:
        return told[0].key
    together = " ".join(reminder.key for reminder in told)
    return f"reminders:{blake2s(together.encode(), digest_size=16).hexdigest()}"
