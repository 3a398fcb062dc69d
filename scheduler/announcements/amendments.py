"""Report an amendment, once, when it has reached every chat."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from domain.announcements.amendments import Amendment, Stage
from domain.delivery import MessageKind
from messages.announcements import amendment_texts
from scheduler.job_context import JobContext
from storage.announcements import amendments, announcements, reports
from storage.database import Session
from storage.outbox import queue
from storage.people import residents

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class AmendmentReports:
    context: JobContext

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            ended = [each for each in await amendments.running(session) if await self._ended(session, each)]
        if not ended:
            return
        async with self.context.database.begin() as session:
            for repair in ended:
                await self._report(session, repair, now)
        self.context.wake()

    async def _ended(self, session: Session, repair: Amendment) -> bool:
        """Return True if every message was amended: one in flight is amended once it has arrived."""
        on_its_way = await reports.on_its_way(session, MessageKind.ANNOUNCEMENT, repair.announcement)
        return not on_its_way and await reports.finished(session, MessageKind.REPAIR, repair.id)

    async def _report(self, session: Session, repair: Amendment, now: datetime) -> None:
        done = await amendments.save(session, replace(repair, stage=Stage.DONE))
        announcement = await announcements.one(session, repair.announcement)
        chat = repair.author
        language = None if chat is None else await residents.language(session, chat)
        if done is None or announcement is None or chat is None or language is None:
            return
        counts = await reports.counts(session, MessageKind.REPAIR, repair.id)
        why = await reports.failures(session, MessageKind.REPAIR, repair.id)
        log.info(
            "repair %s of announcement %s done: %s",
            repair.id,
            repair.announcement,
            counts,
            extra={"repair": repair.id, "announcement": repair.announcement},
        )
        text = amendment_texts.report(done, announcement, asdict(counts), why, self.context.voice(language))
        key = f"report:repair:{repair.id}"
        message = queue.OutboxMessage(
            key, MessageKind.REPORT, repair.id, language, "sendMessage", text.payload, urgent=True
        )
        await queue.add_one(session, await queue.add(session, message, now), chat, now)
