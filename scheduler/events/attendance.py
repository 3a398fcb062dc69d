"""After a meeting: count who was coming, forget who, ask how it was, and tell the organisers."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from domain import feeds
from domain.delivery import MessageKind
from domain.events import headcount
from domain.events.events import Event
from domain.team.organisers import Role
from messages.residents import attendance_texts
from scheduler.job_context import JobContext
from storage.database import Session
from storage.events import events
from storage.outbox import queue
from storage.people import attendance
from storage.team import organisers

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class AttendanceJob:
    """`asks`: whether people are asked how it was (the setting FEEDBACK)."""

    context: JobContext
    asks: bool

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            over, unreported = await attendance.due(session, now)
            counted = [await events.one(session, each) for each in unreported]
        closing = [each for each in counted if each and now >= headcount.closes_at(each, self.context.quiet.zone)]
        if not over and not closing:
            return
        async with self.context.database.begin() as session:
            for event_id in over:
                await self._count(session, event_id, now)
            for event in closing:
                await self._report(session, event, now)
        self.context.wake()

    async def _count(self, session: Session, event_id: int, now: datetime) -> None:
        """Queue the question for the morning after, count who was coming and forget them: only the outbox knows."""
        event = await events.one(session, event_id)
        still_useful = event is not None and now < headcount.closes_at(event, self.context.quiet.zone)
        if event is not None and self.asks and still_useful and event.takes_place:
            not_before = self.context.quiet.hold(max(now, headcount.asked_at(event, self.context.quiet.zone)))
            whose = feeds.keys(event, self.context.environment.programme)
            for language in self.context.catalog.languages:
                payload = attendance_texts.question(event, self.context.voice(language)).payload
                key = headcount.key(event)
                message = queue.OutboxMessage(key, MessageKind.FEEDBACK, event.id, language, "sendMessage", payload)
                outgoing = await queue.add(session, message, now)
                await attendance.ask(session, outgoing, event.id, whose, not_before)
        people = await attendance.count(session, event_id, now)
        log.info("event %s is over, %s were coming", event_id, people, extra={"event": event_id})

    async def _report(self, session: Session, event: Event, now: datetime) -> None:
        result = await attendance.close(session, event.id, now)
        if not result.coming or not event.takes_place:
            return
        key = f"summary:{headcount.key(event)}"

        def summary(language: str) -> queue.OutboxMessage:
            payload = attendance_texts.summary(event, result, self.context.voice(language)).payload
            return queue.OutboxMessage(key, MessageKind.SUMMARY, event.id, language, "sendMessage", payload)

        told = await organisers.addressees(session, self.context.owners, Role.ORGANISER, event.areas)
        await queue.tell(session, told, summary, now, self.context.quiet.hold(now))
