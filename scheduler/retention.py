"""Forget everyone some weeks after the last meeting, and tell the owners how many."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.calendar import at
from domain.delivery import MessageKind
from domain.team.organisers import Role
from messages.residents import privacy_texts
from scheduler.job_context import JobContext
from storage import retention
from storage.database import Session
from storage.outbox import queue
from storage.team import organisers

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Retention:
    """`days` after the last event ended, and after somebody first wrote; 0: never. Organisers stay."""

    context: JobContext
    days: int

    async def tick(self, now: datetime) -> None:
        before = self._morning(now) - timedelta(days=self.days)
        async with self.context.database.read() as session:
            last = await retention.last_end(session)
            if not self.days or last is None or last >= before:
                return
            spared = {each.chat_id for each in await organisers.every(session, self.context.owners)}
            if not await retention.due(session, before, spared):
                return
        async with self.context.database.begin() as session:
            count = await retention.forget(session, before, spared)
            await self._report(session, count, now)
        await self.context.database.scrub()
        log.info("%s chats forgotten, %s days after the programme's end", count, self.days)
        self.context.wake()

    def _morning(self, now: datetime) -> datetime:
        """Return the beginning of the day, so that the owners get at most one message a day."""
        return at(now.astimezone(self.context.quiet.zone).date(), time(0), self.context.quiet.zone)

    async def _report(self, session: Session, count: int, now: datetime) -> None:
        def news(language: str) -> queue.OutboxMessage:
            payload = privacy_texts.sunset(count, self.context.voice(language)).payload
            key = f"sunset:{int(self._morning(now).timestamp())}"
            return queue.OutboxMessage(key, MessageKind.SUNSET, None, language, "sendMessage", payload)

        owners = await organisers.addressees(session, self.context.owners, Role.OWNER)
        await queue.tell(session, owners, news, now, self.context.quiet.hold(now))
